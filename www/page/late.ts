// What the page can do without until a claim is on the screen and can be checked. It comes in one piece.

import { formTextView } from "../form/copying.js";
import { filedView } from "../form/filed.js";
import { findingsView } from "../form/findings.js";
import { intakeView } from "../form/intake.js";
import { keepView } from "../form/keep.js";
import type { Kit } from "../form/kit.js";
import { letterView } from "../form/letter.js";
import { nextView } from "../form/next.js";
import { proofView } from "../form/proof.js";

export { errorView } from "../form/error.js";
export { guidesView } from "../form/guides.js";
export { takenIn } from "../form/holding.js";
export { keptView } from "../form/kept.js";
export { Products } from "../form/products.js";
export { exampleClaim } from "./example.js";
export { readApart } from "./reading.js";
export { watchVersion } from "./version.js";

/** Where it goes, in place of what stands there until then. */
export interface Places {
  intake: HTMLElement;
  findings: HTMLElement;
  filing: HTMLElement;
}

/** Adds what was put in, what was found, and what is needed to file the claim. */
export function complete(kit: Kit, { intake, findings, filing }: Places): void {
  intake.replaceChildren(intakeView(kit));
  findings.replaceWith(findingsView(kit, [letterView(kit), nextView(kit), filedView(kit)]));
  filing.replaceChildren(proofView(kit), formTextView(kit), keepView(kit));
}
