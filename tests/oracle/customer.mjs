// Who files, and who the customer is: the checks `role`, `tenant-id`, `domain` and `tenant-domain`
// (spec part 1; source, "Appropriate roles" and "Domain-tenant mismatch").

import { skusOf } from "./products.mjs";
import {
  ANYTHING,
  domain,
  domainProblem,
  guid,
  guidProblem,
  host,
  isGuidLike,
  isService,
  kind,
  meantBy,
} from "./reading.mjs";

/** Names that stand where a sign-in address has a tenant. */
const SIGN_IN_NAMES = {
  common: "multi-tenant",
  organizations: "multi-tenant",
  consumers: "personal-accounts",
};

/** Tenants that can never be a customer (domain.md 3.5), and what they are. */
export const RESERVED = {
  "00000000-0000-0000-0000-000000000000": "nil",
  "9188040d-6c67-4c5b-b112-36a304b66dad": "personal-accounts",
  "9cd80435-793b-4f48-844b-6b3f37d1c1f3": "personal-accounts",
  "f8cdef31-a31e-4b4a-93e4-5f571e91255a": "microsoft-services",
  "72f988bf-86f1-41af-91ab-2d7cd011db47": "microsoft",
};
const MAIL = ["outlook.com", "hotmail.com", "live.com", "msn.com", "gmail.com"];

/** What a GUID is: a subscription, a tenant or a SKU that is known, else only a GUID. */
export function kindOfGuid(id, know) {
  const { clouds, subscriptions, associations } = know.evidence;
  const tenants = [
    ...clouds.keys(),
    ...subscriptions.flatMap((it) => it.tenants),
    ...associations.map((it) => it.tenantId),
  ];
  if (RESERVED[id] === "nil") return "placeholder";
  if (RESERVED[id] || tenants.includes(id)) return "tenant-id";
  if (subscriptions.some((it) => it.ids.includes(id))) return "subscription-id";
  if (skusOf({ skuId: id }).length > 0) return "sku-id";
  return id === know.tenant || id === know.own ? "tenant-id" : "guid";
}

/** Only the three admin roles may file (source, "Appropriate roles"). */
export function role({ userRole }, say) {
  if (!userRole) {
    say("role-missing");
    return { role: open("you") };
  }
  if (userRole !== "other") return { role: { outcome: "pass", basis: "stated" } };
  say("role-not-permitted");
  return { role: { outcome: "fail", basis: "stated" } };
}

const open = (asks) => ({ outcome: "unknown", asks });

export function tenantId(know, say) {
  const { customerTenantId: text, tenant } = know;
  const wrong = (code, params) => {
    say(code, params);
    know.tenant = undefined;
    const asks = code === "tenant-id-missing" ? "customer" : undefined;
    return { "tenant-id": { outcome: "fail", basis: "typed", asks } };
  };
  if (!text) return wrong("tenant-id-missing");
  const name = SIGN_IN_NAMES[text.toLowerCase()];
  if (name) return wrong("tenant-id-reserved", { tenant: name });
  if (!tenant) {
    const what = kind(text);
    if (what) return wrong("tenant-id-wrong-kind", { kind: what });
    return wrong("tenant-id-malformed", { problem: guidProblem(text) });
  }
  if (RESERVED[tenant] === "microsoft") {
    say("tenant-id-reserved", { tenant: "microsoft" }, "warns"); // unlikely, but possible
    return { "tenant-id": open("customer") };
  }
  if (RESERVED[tenant]) {
    know.reserved = tenant; // understood, but nobody's
    return wrong("tenant-id-reserved", { tenant: RESERVED[tenant] });
  }
  if (know.evidence.subscriptions.some((it) => it.ids.includes(tenant)))
    return wrong("tenant-id-wrong-kind", { kind: ANYTHING }); // it may be known as a SKU as well
  if (skusOf({ skuId: tenant }).length > 0)
    return wrong("tenant-id-wrong-kind", { kind: "sku-id" });
  if (tenant === know.own || (know.ownDomain && know.ownDomain === know.domain)) {
    say("tenant-id-is-own", { own: tenant === know.own ? "tenant" : "domain" });
    return { "tenant-id": { outcome: "fail", basis: "typed" } };
  }
  if (know.isOwnOpen) return { "tenant-id": open("you") };
  // A subscription that cannot be read may have this very ID.
  const { lost, isIdUnsure } = know.evidence;
  if (lost.subscriptions || isIdUnsure) return { "tenant-id": open("customer") };
  return { "tenant-id": { outcome: "pass", basis: "typed" } };
}

export function domainName(know, say) {
  const { customerDomain: text } = know;
  const wrong = (code, params, asks) => {
    say(code, params);
    know.domain = undefined;
    return { domain: { outcome: "fail", basis: "typed", asks } };
  };
  if (!text) {
    if (know.rules.needsDomain) return wrong("domain-missing", {}, "customer");
    say("domain-missing");
    return { domain: { outcome: "not-applicable" } };
  }
  const id = text.includes("/") ? undefined : guid(text);
  if (id) return wrong("domain-wrong-kind", { kind: kindOfGuid(id, know) });
  if (kind(text) === "account-sku") return wrong("domain-wrong-kind", { kind: "account-sku" });
  if (isGuidLike(text) && !text.includes("/") && !text.includes(".") && !text.includes("@"))
    return wrong("domain-wrong-kind", { kind: "guid" });
  const what = kind(text);
  if (what && !["domain", "email", "url"].includes(what))
    return wrong("domain-wrong-kind", { kind: what });
  if (!know.domain) return wrong("domain-malformed", { problem: domainProblem(text) });
  if (isService(host(text)) && know.domain === domain(host(text)))
    return wrong("domain-wrong-kind", { kind: ANYTHING });
  if (MAIL.includes(know.domain)) say("domain-is-mail-provider", { domain: know.domain });
  know.usual = isHeld(know) ? undefined : meantBy(know.domain);
  if (know.usual !== undefined) {
    say("domain-unusual", { suggestion: know.usual });
    return { domain: open("customer") };
  }
  // Evidence may name SKUs, with part numbers that look like a domain.
  if (know.evidence.isLost) return { domain: open("customer") };
  return { domain: { outcome: "pass", basis: "typed" } };
}

/** Does the evidence show that a tenant holds the domain? */
const isHeld = ({ evidence, domain: name }) => (evidence.about.get(name)?.owners.size ?? 0) > 0;

/**
 * Domain and tenant have to belong together (source, "Domain-tenant mismatch"); only GUIDs are compared,
 * and only evidence decides.
 */
export function tenantAndDomain(know, say) {
  const { tenant, domain: name, evidence, customerDomain, rules } = know;
  const answer = (outcome, basis) => ({
    "tenant-domain": outcome === "unknown" ? open(asks) : { outcome, basis },
  });
  let asks = "customer";
  if (!customerDomain && !rules.needsDomain) return answer("not-applicable");
  if (!tenant || !name || know.usual !== undefined) return answer("unknown");
  const about = evidence.about.get(name) ?? { owners: new Set(), reasons: [] };
  const abroad = evidence.clouds.get(tenant) ?? [];
  const isAbroad = abroad.length > 0;
  const isElsewhere =
    about.owners.size === 0 ? about.isElsewhere : about.isElsewhereSince && !isAbroad;
  if (isElsewhere || isAbroad) {
    asks = "microsoft"; // whether such a customer can be claimed at all
    const clouds = isAbroad ? abroad : ["unknown"];
    say("tenant-other-cloud", {
      cloud: clouds.length === 1 && !isElsewhere ? clouds[0] : ANYTHING,
    });
  }
  if (isElsewhere) return answer("unknown");
  const isLost = evidence.lost.tenants || evidence.lost.unresolvedDomains;
  if (about.owners.has(tenant)) {
    if (isAbroad) return answer("unknown");
    if (about.owners.size > 1 || about.isNowhere) return answer("unknown");
    const isUnsure =
      about.isUndated ||
      evidence.isTenantUndated ||
      evidence.domainsUnsureOf.some((other) => other !== tenant) ||
      evidence.cloudsUnsureOf.includes(tenant);
    if (!isLost && !isUnsure) return answer("pass", "evidence");
    say("tenant-domain-unverified", { domain: name });
    return answer("unknown");
  }
  if (about.owners.size > 0) {
    const holder = know.own && about.owners.has(know.own) ? "us" : "";
    say("tenant-domain-mismatch", { domain: name, holder });
    return answer("fail", "evidence");
  }
  if (about.isNowhere) {
    say("tenant-not-found", { domain: name, reason: one(about.reasons) });
    return answer("fail", "evidence");
  }
  say("tenant-domain-unverified", { domain: name });
  return answer("unknown");
}

const one = (list) => (list.length === 1 ? list[0] : ANYTHING);
