// The plan of claims: what it takes and answers.

import type {
  Activity,
  CheckId,
  Code,
  Contribution,
  Field,
  Locale,
  Program,
  PurchaseChannel,
  SeeksPayment,
  UserRole,
  Verdict,
} from "../../generated/lists.js";
import type { Claim } from "../../generated/records.js";
import type { PartnerAccount } from "../core-types.js";
import type { PageSource } from "./description.js";
import type { Maybe } from "./input.js";

/** What the partner says for all claims of a plan; answers that are none of the list count as not given. */
export interface PlanContext {
  userRole?: Maybe<UserRole>;
  /** The partner’s own Partner IDs, from which the guide chooses; by default those of the evidence. */
  partnerIds?: Maybe<readonly (string | PartnerAccount)[]>;
  /** What the partner did for these customers. Without any, all activities may fit. */
  contributions?: Maybe<readonly Contribution[]>;
  /** Does the partner want to apply for incentive payments? */
  seeksPayment?: Maybe<SeeksPayment>;
  /** How the customers bought, where the evidence doesn’t say it. */
  purchaseChannel?: Maybe<PurchaseChannel>;
  ownTenantId?: Maybe<string>;
  /** Of Microsoft 365: each of these is planned for each tenant. */
  workloads?: Maybe<readonly string[]>;
  /** The incentive programme that the claims are meant for; it decides between Partner IDs. */
  program?: Maybe<string>;
  /** Is this work done as a FastTrack partner? It decides between Partner IDs. */
  fastTrack?: Maybe<boolean>;
}

export interface Plan {
  /** Version of this shape. */
  schema: 1;
  /** ID of the rule set. */
  ruleset: string;
  /** Language of the texts. */
  locale: Locale;
  /** The Partner ID of all claims. */
  partnerId: PlannedPartnerId;
  /** What could be filed: each subscription of Business Applications × each activity that fits, and of
   * Microsoft 365 each tenant × each workload. */
  claims: PlannedClaim[];
  /** Why the rest cannot be claimed. */
  excluded: ExcludedClaim[];
  /** The claims as a file that `checkBatch` reads. */
  csv: string;
}

export interface PlannedPartnerId {
  /** `null` where no one fits: choose it first. */
  id: string | null;
  text: string;
}

/** What a plan fills in of a claim. The rest is said for each claim of its own. */
export type PlannedFields = {
  [Name in Exclude<Field, "competingPartner" | "proofOfExecution" | "submittedOn">]?: Exclude<
    Claim[Name],
    null | undefined
  >;
};

export interface PlannedClaim {
  /** By its fields. */
  claim: PlannedFields;
  /** The verdict of `checkClaim`. */
  verdict: Verdict;
  /** The checks that are unknown or fail. */
  open: readonly CheckId[];
  /** Why it is planned. */
  because: readonly string[];
  /** The ended subscriptions, claimed by you, that this one replaces. */
  renews?: string[];
}

export interface ExcludedClaim {
  /** `null` where no export says whose subscription it is. */
  tenantId: string | null;
  subscriptionId?: string;
  /** The product or workload. */
  product?: string;
  /** For which activity; without one, for all. */
  activity?: Activity;
  /** The code of the finding that speaks against it. */
  code: Code;
  text: string;
  /** The programs that count for it. */
  programs?: readonly Program[];
  /** Where Microsoft says so. */
  source?: PageSource;
}
