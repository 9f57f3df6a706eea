// What the core knows of a product, asked by checking it in each area.

import type { Activity, Code, SolutionArea } from "../generated/lists.js";
import type { Library } from "./library.js";
import type { Texts } from "./store.js";

const AREAS: readonly SolutionArea[] = ["business-applications", "microsoft-365"];

/** The one solution area that a product belongs to; nothing where it is not known. */
export function areaOf(library: Pick<Library, "checkClaim">, product: string): SolutionArea | "" {
  if (!product.trim()) return "";
  const fits = AREAS.filter((solutionArea) => {
    const codes = codesOf(library, { solutionArea, product });
    return !codes.includes("product-not-in-area") && !codes.includes("product-unrecognized");
  });
  return fits.length === 1 ? (fits[0] as SolutionArea) : "";
}

/** Does the core know what a product is? */
export const isKnownProduct = (library: Pick<Library, "checkClaim">, product: string): boolean =>
  !codesOf(library, { product }).includes("product-unrecognized");

/** The activities that an area has; all of them where it is not known. */
export function activitiesIn(
  library: Pick<Library, "checkClaim">,
  solutionArea: string,
  ruleset: string | undefined,
): Activity[] {
  return ACTIVITIES.filter(
    (activity) =>
      !solutionArea ||
      !codesOf(library, { solutionArea, activity }, ruleset).includes("activity-not-in-area"),
  );
}

/** Can an activity earn incentive payments? */
export function paysFor(
  library: Pick<Library, "checkClaim">,
  claim: Texts,
  ruleset: string | undefined,
): boolean {
  // What an activity pays is said with its area; most claims are of this one.
  const codes = codesOf(library, { solutionArea: "business-applications", ...claim }, ruleset);
  return !NO_PAYMENT.some((code) => codes.includes(code));
}

const ACTIVITIES: readonly Activity[] = ["presales", "usage", "revenue-association"];
const NO_PAYMENT: readonly Code[] = ["activity-no-payment", "revenue-association-no-payment"];

const codesOf = (
  library: Pick<Library, "checkClaim">,
  claim: Texts,
  ruleset?: string,
): readonly Code[] =>
  library.checkClaim(claim, {}, { ruleset }).findings.map((finding) => finding.code);
