// A portal with a form of its own and the element.
import { attach } from "cpor-preflight/attach";
import "cpor-preflight/define";
import { useCallback, useEffect, useRef, useState } from "react";
import { ClaimForm } from "./elements.jsx";

function OwnForm({ onVerdict }) {
  const form = useRef(null);
  useEffect(() => {
    const here = form.current;
    here.addEventListener("claim-checked", onVerdict);
    const { detach } = attach(here);
    return () => {
      here.removeEventListener("claim-checked", onVerdict);
      detach();
    };
  }, [onVerdict]);
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      <label>
        Tenant <input name="customerTenantId" />
      </label>
      <button type="submit">Send</button>
    </form>
  );
}

export function Portal() {
  const [own, setOwn] = useState("");
  const onVerdict = useCallback(({ detail }) => setOwn(detail.verdict), []);
  const [theirs, setTheirs] = useState("");
  const [evidence] = useState({ partnerIds: [{ id: "5357564", kind: "location" }] });
  const [claim, setClaim] = useState({});
  return (
    <>
      <OwnForm onVerdict={onVerdict} />
      <ClaimForm
        ruleset="2020-06"
        loading="eager"
        evidence={evidence}
        value={claim}
        oninput={({ target }) => setClaim(target.value)}
        onclaim-report={({ detail }) => setTheirs(detail.verdict)}
      />
      <button type="button" onClick={() => setClaim({ ...claim, product: "Word" })}>
        Word
      </button>
      <output id="bound">{claim.product}</output>
      <output id="own">{own}</output>
      <output id="theirs">{theirs}</output>
    </>
  );
}
