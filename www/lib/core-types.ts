// Generated from the core's records by src/types.rs: `npm run types` writes it anew.

import type {
  AccountKind,
  Activity,
  Asks,
  Basis,
  CheckId,
  Cloud,
  CustomerQuestion,
  EvidencePart,
  Fact,
  Field,
  Holder,
  IdentifierKind,
  Outcome,
  Provisioning,
  PurchaseChannel,
  StepName,
  SubscriptionStatus,
  UnresolvedReason,
} from "../generated/lists.js";

/** The answer to a question. */
export interface Answer {
  /** The question. */
  question: CustomerQuestion;
  /** The checks that it is for. */
  checks: Array<CheckId>;
  /** Yes or no; nothing if it says neither, or both. */
  answer: "yes" | "no" | null;
  /** `certain` if it is nothing but yes or no, or its question's one value. */
  confidence: "certain" | "likely";
  /** What was written. */
  text: string;
}

/** An existing claim of this or another partner. */
export interface Association {
  /** The customer's tenant. */
  tenantId: string;
  /** The product or workload. */
  product?: string;
  /** The subscription. */
  subscriptionId?: string;
  /** What was claimed. */
  activity?: Activity;
  /** The holder. */
  holder: Holder;
  /** The status, in the words of Partner Center. */
  status?: string;
  /** The claim's ID in Partner Center. */
  claimId?: string;
  /** The first day. */
  since?: string;
  /** The day as of which this holds; without one, today. */
  asOf?: string;
  /** The members that could not be read. */
  unread?: string[];
}

/** A column. */
export interface BatchColumn {
  /** Its name in the header. */
  name: string;
  /** The field of the claim that it holds. */
  field?: Field;
}

/** What the label of a check says besides. */
export interface CheckParams {
  /** The day as of which a pass holds that rests on evidence older than 30 days. */
  asOf: string;
}

/** The result of a check. */
export interface CheckResult {
  /** The check. */
  id: CheckId;
  /** The outcome. */
  outcome: Outcome;
  /** What a pass or a fail rests on. */
  basis?: Basis;
  /** Who can answer what is open or missing. */
  asks?: Asks;
  /** What its label says besides. */
  params?: CheckParams;
}

/** The day counts of a rule set; 0 if its source does not state one. */
export interface Days {
  /** The number of business days from submission to the start of the review. */
  startBusinessDays: number;
  /** The number of business days that the review takes. */
  reviewBusinessDays: number;
  /** The number of business days to answer a question from Microsoft. */
  answerBusinessDays: number;
  /** The number of days after a rejection in which it can be disputed. */
  disputeDays: number;
  /** The number of business days until a dispute is answered. */
  disputeAnswerBusinessDays: number;
  /** The number of days after the approval in which the customer can decline. */
  optOutDays: number;
  /** The number of days until a provisioned subscription can be claimed. */
  provisioningLagDays: number;
  /**
   * The number of days before its end from which a subscription counts as ending. This is our
   * choice; no source states one.
   */
  endingSoon: number;
}

/** Everything that is known about the customer and about the partner's own Partner IDs. */
export interface Evidence {
  /** Tenants and their domains. */
  tenants: Array<Tenant>;
  /** Domains that the directory did not resolve. */
  unresolvedDomains: Array<UnresolvedDomain>;
  /** Subscriptions. One subscription can have several records if sources contradict each other. */
  subscriptions: Array<Subscription>;
  /** The partner's own Partner IDs. */
  partnerIds: Array<PartnerAccount>;
  /** Existing claims. */
  associations: Array<Association>;
  /** SKUs that the table may not have. A name does not tell what a SKU is for. */
  skus?: Array<NamedSku>;
  /** Contradictions between sources, sorted and without duplicates. */
  problems?: Array<Contradiction>;
  /** The parts of which something could not be read as a row at all. */
  unread?: string[];
}

/** The layout of a file. */
export interface FileLayout {
  /** Of a file that has others in it: its format, such as `ZIP`. Nothing else is known of it. */
  container?: string;
  /** Is it a text? If not, nothing else is known of it. */
  isText: boolean;
  /** `,`, `;`, tab or `|`, as a byte. */
  delimiter: number;
  /** The record that names the columns, counted from 0; those before it are titles. */
  headerRow: number;
  /** The columns in their order. */
  columns: Array<BatchColumn>;
  /** Is all that was looked at UTF-8? */
  isUtf8: boolean;
  /** The first data rows. */
  preview: Array<Array<string>>;
}

/** A value in a text that a field of a claim can have. */
export interface FoundField {
  /** The field. */
  field: Field;
  /** The value in its usual form. */
  value: string;
  /** What it is. */
  kind: IdentifierKind | "answer" | "day" | "product-name";
  /**
   * `certain` if a name or an address says which field it is for, or if no other takes its form;
   * `likely` if it could be for another field, or for none.
   */
  confidence: "certain" | "likely";
  /** Where it begins in the text, in UTF-16 units. */
  start: number;
  /** Where it ends. */
  end: number;
  /** The name that stands beside it. */
  label?: string;
  /** Is it quoted from an earlier email? What the writer says now counts before it. */
  quoted?: boolean;
}

/** The kind of a text and its normalized form. */
export interface Identified {
  /** The kind. */
  kind: IdentifierKind;
  /** The text in the usual form of the kind; empty for placeholders and unknown kinds. */
  value: string;
  /** Does the form alone prove the kind? Serialized as `confidence`. */
  confidence: "certain" | "likely";
}

/** Pages of Partner Center. */
export interface Links {
  /** Support for incentives. */
  support: string;
  /** Which Partner IDs are enrolled. */
  incentivesOverview: string;
  /** The claims. */
  claims: string;
}

/** A SKU that an export names. */
export interface NamedSku {
  /** The SKU GUID. */
  skuId: string;
  /** The SKU part number. */
  skuPartNumber?: string;
  /** The display name. */
  productName: string;
}

/** One of the partner's own Partner IDs. */
export interface PartnerAccount {
  /** The Partner ID: digits, stored as text. */
  id: string;
  /** Whether it is a location or the global account. */
  kind?: AccountKind;
  /** The special partner type, such as FRP FastTrack. */
  partnerType?: string;
  /** The incentive programs in which it is enrolled. */
  programs?: Array<string>;
  /** Is it enrolled in any incentive program? */
  enrolled?: boolean;
  /** The name of the location. */
  name?: string;
  /** The day as of which the enrollment holds; without one, today. */
  asOf?: string;
  /** The members that could not be read. */
  unread?: string[];
}

/** What a reply says. */
export interface Reply {
  /** Answers to our questions, in their order. */
  answers: Array<Answer>;
  /** Values for fields of the claim, in reading order. */
  fields: Array<FoundField>;
}

/** The source of the table. */
export interface SkuSource {
  /** The title. */
  source: string;
  /** Where to read it. */
  url: string;
  /** The day of the edition. */
  date: string;
  /** The number of SKUs that it lists. */
  count: number;
}

/** A step with its days. Its wording is part of the languages. */
export interface Step {
  /** The step. */
  step: StepName;
  /** The first day. */
  from?: string;
  /** The last day. */
  by?: string;
  /** The number of days that the step takes. */
  days?: number;
}

/** A record of a subscription. */
export interface Subscription {
  /** The ID in the directory. */
  id: string;
  /**
   * The ID in the commerce system. No documentation says which of the two IDs Partner Center
   * expects, so either one matches.
   */
  commerceSubscriptionId?: string;
  /** The tenant that it is on. */
  tenantId?: string;
  /** The SKU GUID. */
  skuId?: string;
  /** The SKU part number. */
  skuPartNumber?: string;
  /** The display name. */
  productName?: string;
  /** The stage of its life. */
  status: SubscriptionStatus;
  /** The purchase channel. */
  channel?: PurchaseChannel;
  /**
   * The partner tenant that created it on the customer's tenant: a strong sign of CSP. `null` says
   * that none did.
   */
  ownerTenantId?: string | null;
  /** Whether its products have been set up. */
  provisioning?: Provisioning;
  /** The first day. */
  createdOn?: string;
  /** The last day of the term. */
  endsOn?: string;
  /** Is it a trial? */
  trial?: boolean;
  /** The holder of a claim on it. */
  claimedBy?: Holder;
  /** The days as of which its changing facts hold. */
  asOf?: string | SubscriptionDays;
  /**
   * Does its source list only some of the tenant's subscriptions? Then nothing follows from the
   * absence of others.
   */
  excerpt?: boolean;
  /** The members that could not be read. */
  unread?: string[];
}

/**
 * The days as of which the changing facts about a subscription hold. They can differ, because a
 * record can be joined from exports of different days. `None` means today.
 */
export interface SubscriptionDays {
  /** The day of the status. */
  status?: string;
  /** The day of the end date. */
  endsOn?: string;
  /** The day of the provisioning. */
  provisioning?: string;
  /** The day of whether it is a trial. */
  trial?: string;
  /** The day of the tenant that created it. */
  ownerTenantId?: string;
}

/** A tenant and the domains that are known to be its own. */
export interface Tenant {
  /** The tenant ID. */
  tenantId: string;
  /** Domains that resolve to it. */
  domains: Array<string>;
  /** The cloud, if known. */
  cloud?: Cloud;
  /** The source, for display. */
  source: string;
  /** The days as of which it held the domains. */
  asOf?: string | Record<string, string>;
  /** The members that could not be read. */
  unread?: string[];
}

/** A domain that the directory did not resolve. */
export interface UnresolvedDomain {
  /** The domain. */
  domain: string;
  /** The reason. */
  reason: UnresolvedReason;
  /** The day as of which this holds; without one, today. */
  asOf?: string;
  /** The members that could not be read. */
  unread?: string[];
}

/**
 * Two sources contradict each other about a fact. The values are not kept, so that the order in
 * which sources are joined does not matter.
 */
export interface Contradiction {
  "code": "contradiction";
  /** The part of the evidence. */
  part: EvidencePart;
  /** What the fact is about: a GUID, a domain or a Partner ID. */
  id: string;
  /** The fact. */
  field: Fact;
}
