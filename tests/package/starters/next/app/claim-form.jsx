"use client";
import "cpor-preflight/define";
import { useActionState, useState } from "react";
import { check } from "./actions.js";

export function ClaimForm({ initial }) {
  const [claim, setClaim] = useState(initial);
  const [answer, send] = useActionState(check);
  return (
    <form action={send}>
      <cpor-claim-form
        name="claim"
        ruleset="2023-10"
        headingLevel={3}
        value={JSON.stringify(claim)}
        onInput={({ target }) => setClaim(target.value)}
      />
      <button type="button" onClick={() => setClaim({ ...claim, product: "Word" })}>
        Word
      </button>
      <button type="submit" formNoValidate>
        Save draft
      </button>
      <output id="product">{claim.product}</output>
      {answer && <output id="answer">{answer}</output>}
    </form>
  );
}
