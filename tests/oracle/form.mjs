// Reads a claim as a person filled it in (spec part 1, "Claim"): what each field says, what cannot be
// read, and what the report says it has understood.

import { skusNamed, titleOf } from "./products.mjs";
import {
  ANYTHING,
  bareNumber,
  dayIn,
  domain,
  edits,
  guid,
  guidIn,
  host,
  isPlaceholder,
  isService,
  kind,
} from "./reading.mjs";
import { seen } from "./text.mjs";

const CHOICES = {
  userRole: ["global-admin", "billing-admin", "incentives-admin", "other"],
  solutionArea: ["business-applications", "microsoft-365"],
  activity: ["presales", "usage", "revenue-association"],
  purchaseChannel: ["volume-licensing", "web-direct", "csp", "other", "unknown"],
  competingPartner: ["yes", "no", "unknown"],
  proofOfExecution: ["ready", "missing", "unknown"],
};
const TEXTS = [
  ...["customerTenantId", "customerDomain", "product", "subscriptionId"],
  ...["partnerId", "ownTenantId"],
];
const FIELDS = [...Object.keys(CHOICES), ...TEXTS, "submittedOn"];

/**
 * The fields as read: choices as their value, texts as seen, and what identifiers they hold. What
 * cannot be read is said through `say`.
 */
export function readForm(claim, today, say) {
  if (claim === undefined || claim === null) claim = claim === null ? wrongClaim(say) : {};
  if (typeof claim !== "object" || Array.isArray(claim)) claim = wrongClaim(say);
  const form = {};
  for (const field of FIELDS) {
    const word = wordOf(field, claim[field], say);
    if (word !== undefined) form[field] = word;
  }
  partnerIdOf(claim, form, say);
  unknownFields(claim, say);
  choices(form, say);
  for (const field of TEXTS) if (isPlaceholder(form[field] ?? "")) delete form[field];
  submitted(form, today, say);
  own(claim, form, say);
  form.tenant = guid(form.customerTenantId);
  form.domain = form.customerDomain && domain(form.customerDomain);
  form.day = form.submittedOn ?? today;
  return form;
}

function wrongClaim(say) {
  say("input-malformed", { field: "claim", problem: "wrong-type" });
  return {};
}

/** A field's text without what nobody sees; undefined if there is none, or if it is no text at all. */
function wordOf(field, value, say, name = field) {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object" || typeof value === "boolean") {
    say("input-malformed", {
      field: name,
      problem: isSeveral(value) ? "two-values" : "wrong-type",
    });
    return undefined;
  }
  return seen(value) || undefined;
}

const isSeveral = (value) => Array.isArray(value) && value.length > 1;

/** The MPN ID may come under its older name; an empty one gives way, two that differ are said. */
function partnerIdOf(claim, form, say) {
  form.hasTwoPartnerIds = [claim.partnerId, claim.mpnId].some(isSeveral);
  if (isPlaceholder(form.partnerId ?? "")) delete form.partnerId;
  const older = wordOf("mpnId", claim.mpnId, say, "partnerId");
  if (older === undefined || isPlaceholder(older)) return;
  const isOther =
    form.partnerId !== undefined &&
    form.partnerId.toLowerCase() !== older.toLowerCase() &&
    bareNumber(form.partnerId) !== bareNumber(older);
  if (isOther) say("input-malformed", { field: "partnerId", problem: "two-values" });
  form.hasTwoPartnerIds ||= isOther;
  form.partnerId ??= older;
}

function unknownFields(claim, say) {
  const names = Object.keys(claim).map((name) => name.trim());
  for (const field of new Set(names)) {
    if (FIELDS.includes(field) || field === "mpnId" || field === "") continue;
    say("unknown-field", { field, suggestion: suggested(field) });
  }
}

/** The field that was meant; only the clearest cases are judged. */
function suggested(name) {
  const near = FIELDS.filter((field) => field.toLowerCase() === name.toLowerCase());
  if (near.length === 1) return near[0];
  const isFar = FIELDS.every((field) => edits(field.toLowerCase(), name.toLowerCase()) > 6);
  return isFar ? "" : ANYTHING;
}

/** Choices may be written in words: `Business Applications`. What is none of the list is said. */
function choices(form, say) {
  for (const [field, list] of Object.entries(CHOICES)) {
    if (form[field] === undefined) continue;
    const value = form[field].toLowerCase().replace(/[ _]/g, "-");
    if (list.includes(value)) {
      form[field] = value;
    } else if (field === "userRole") {
      form[field] = "other"; // no role that may file
    } else {
      delete form[field];
      say("input-malformed", { field, problem: "not-an-option" });
    }
  }
}

/** An unreadable day, or one to come, counts as today, and it is said (spec part 1, ★). */
function submitted(form, today, say) {
  if (form.submittedOn === undefined) return;
  const day = dayIn(form.submittedOn);
  const problem = day === undefined ? "not-a-date" : day > today ? "in-future" : undefined;
  if (problem) say("input-malformed", { field: "submittedOn", problem });
  if (problem) delete form.submittedOn;
  else form.submittedOn = day;
}

/** A domain in its place can be compared as well; of anything else it is open whose tenant it is. */
function own({ ownTenantId: given }, form, say) {
  form.isOwnOpen = typeof given === "boolean" || (typeof given === "object" && given !== null);
  if (form.ownTenantId === undefined) return;
  form.own = guidIn(form.ownTenantId);
  const isNamed = !form.own && ["domain", "email", "url"].includes(kind(form.ownTenantId));
  const ownHost = host(form.ownTenantId);
  const named = isNamed ? domain(form.ownTenantId) : undefined;
  // The host of a service that names no domain is nobody's.
  form.ownDomain = isService(ownHost) && named === domain(ownHost) ? undefined : named;
  form.isOwnOpen = !form.own;
  if (!form.own) say("input-malformed", { field: "ownTenantId", problem: "unreadable" });
}

/** `understood` (spec part 1): what was read of each field, normalised. */
export function understood(form, know) {
  const read = {
    customerTenantId: know.tenant ?? know.reserved,
    customerDomain: know.domain,
    product: productRead(form.product),
    subscriptionId: know.isNamed ? know.id : undefined,
    partnerId: know.partner,
    ownTenantId: form.own,
    submittedOn: form.submittedOn,
  };
  for (const field of Object.keys(CHOICES))
    read[field] = form[field] === "unknown" ? undefined : form[field];
  for (const field of Object.keys(read)) if (read[field] === undefined) delete read[field];
  return read;
}

/** A SKU by its name and part number; how a name is normalised is not judged. */
function productRead(text) {
  const skus = skusNamed(text ?? "");
  if (skus.length === 0) return text === undefined ? undefined : ANYTHING;
  const title = titleOf(skus);
  return title && skus.length === 1 ? `${title} (${skus[0].text.trim()})` : ANYTHING;
}
