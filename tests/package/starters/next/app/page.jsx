// A server component: it checks what is known of the claim before the page is sent.
import { checkClaim, init } from "cpor-preflight";
import { ClaimForm } from "./claim-form.jsx";

export const dynamic = "force-dynamic";

export default async function Page() {
  await init();
  const claim = { partnerId: "5357564" };
  return (
    <>
      <output id="known">{checkClaim(claim).verdict}</output>
      <ClaimForm initial={claim} />
    </>
  );
}
