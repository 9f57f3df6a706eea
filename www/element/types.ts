// What the parts of the elements share.

import type { Words } from "../form/kit.js";
import type { Library } from "../form/library.js";
import type { Locale } from "../generated/lists.js";
import type { ClaimError } from "../lib/events.js";
import type { Claim, Description, Finding, PartialEvidence, Report } from "../lib/types.js";

/** Texts of a claim by the names of its fields. */
export type Texts = Partial<Record<string, string>>;

/** What everything that is shown is made of. */
export interface Context {
  locale: Locale;
  /** How the visitor's own variant of the language writes days. */
  dateLocale: string;
  words: Words;
  /** The rule set that the host names; without one, the claim's day decides. */
  ruleset: string | undefined;
  described: Description;
  /** With the core, more words come. */
  describe: () => Description;
  library: Library;
  /** Why nothing can be checked. */
  failure?: ClaimError;
}

/** A context, what loads all anew, and what does so under another rule set. */
export interface Shown extends Context {
  retry(): Promise<void>;
  onEdition(id: string): void;
}

export type CheckClaim = (claim: unknown, evidence?: unknown, options?: unknown) => Report;

/** What the classes' bases have of the manifest's attributes. */
export interface HostAttributes {
  messages: Messages | null;
  ruleset: string;
  theme: string;
  headingLevel: number;
  mock: string;
  htmlFor: string;
  feedback: string;
  lookUp: boolean;
  intake: boolean;
  steps: boolean;
  density: string;
  withoutResult: boolean;
  includeFindings: boolean;
  evidence: PartialEvidence | null;
  claim: Claim | null;
}

/** Texts of the host's, by their names in the catalogues. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

/** A finding as an event names it, without any value of the claim. */
export type Named = Pick<Finding, "code" | "kind" | "severity" | "fields">;
