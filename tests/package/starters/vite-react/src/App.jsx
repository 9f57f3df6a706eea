import "cpor-preflight/define";
import { useState } from "react";

export function App() {
  const [claim, setClaim] = useState({ partnerId: "5357564" });
  return (
    <form action="/check" method="post">
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
    </form>
  );
}
