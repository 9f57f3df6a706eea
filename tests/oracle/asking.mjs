// How the product is asked, so that its answer has the oracle's form.

import { ofProduct } from "./compare.mjs";
import { TODAY } from "./world.mjs";

/** Asks a library; English, because texts are not judged. */
export const asking =
  ({ checkClaim }) =>
  (claim, evidence, options) =>
    ofProduct(checkClaim(claim, evidence, options));

/** Cases with an edition, as cases with options. */
export function* optioned(cases) {
  for (const { name, claim, evidence, ruleset } of cases)
    yield { name, claim, evidence, options: { ruleset, today: TODAY } };
}
