// A server component: the check runs for each request, on the server.
import { checkClaim, init } from "cpor-preflight";
import { asked } from "../../asked.js";
import { ClaimForm } from "./claim-form.jsx";

export const dynamic = "force-dynamic";

export default async function Page() {
  await init();
  return (
    <>
      <output>{JSON.stringify(checkClaim(...asked))}</output>
      <ClaimForm />
    </>
  );
}
