// The cases written by hand (cases/README.md): reads them, and says what an answer has otherwise.
import { readdirSync, readFileSync } from "node:fs";
import { ANYTHING } from "./reading.mjs";
import { TODAY } from "./world.mjs";

const FOLDER = new URL("cases/", import.meta.url);
const SUBSCRIPTION = {
  id: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
  tenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  skuId: "1e1a282c-9c54-43a2-9310-98ef728faace",
  status: "active",
  provisioning: "provisioned",
};

/** What cases start from: a claim that is in order, and both Graph exports, the look-up and own IDs. */
const STARTS = {
  nothing: { claim: {}, evidence: {} },
  good: {
    claim: {
      userRole: "incentives-admin",
      customerTenantId: SUBSCRIPTION.tenantId,
      customerDomain: "contoso.com",
      solutionArea: "business-applications",
      activity: "presales",
      purchaseChannel: "volume-licensing",
      product: "DYN365_ENTERPRISE_SALES",
      subscriptionId: SUBSCRIPTION.id,
      partnerId: "5357564",
      competingPartner: "no",
      proofOfExecution: "ready",
    },
    evidence: {
      tenants: [{ tenantId: SUBSCRIPTION.tenantId, domains: ["contoso.com"], source: "look-up" }],
      subscriptions: [SUBSCRIPTION],
      partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
    },
  },
};
STARTS["microsoft-365"] = {
  claim: {
    ...STARTS.good.claim,
    solutionArea: "microsoft-365",
    activity: "usage",
    purchaseChannel: undefined,
    product: "Teams",
    subscriptionId: undefined,
  },
  evidence: { ...STARTS.good.evidence, subscriptions: undefined },
};

/** Every case, in each edition that it holds in. */
export function handCases() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((file) => {
    const cases = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
    return cases.flatMap((one) => {
      const editions = one.ruleset === "both" ? ["2020-06", "2023-10"] : [one.ruleset];
      return editions.map((ruleset) => ({ ...whole(one), ruleset, file }));
    });
  });
}

function whole({ name, from = "nothing", claim, evidence, subscription, today = TODAY, expect }) {
  const start = STARTS[from];
  const all = changed(start.evidence, evidence);
  if (subscription) all.subscriptions = [changed(SUBSCRIPTION, subscription)];
  return { name, claim: changed(start.claim, claim), evidence: all, today, expect };
}

/** With other members; `null` takes one away. */
function changed(members, changes = {}) {
  const all = { ...members, ...changes };
  for (const name of Object.keys(all)) if ((all[name] ?? undefined) === undefined) delete all[name];
  return all;
}

/** What an answer has otherwise than the case expects, as text. */
export function faults(answer, { expect, ruleset }) {
  const found = [];
  const same = (what, is, should) => {
    if (is !== should && is !== ANYTHING) found.push(`${what}: ${is}, expected ${should}`);
  };
  same("verdict", answer.verdict, expect.verdict);
  same("ruleset", answer.ruleset, expect.ruleset ?? ruleset ?? answer.ruleset);
  for (const [id, { outcome, basis, asks }] of Object.entries(answer.checks)) {
    const [should = "pass", more] = expect.checks?.[id]?.split(" ") ?? [];
    if (expect.checks?.[id] || outcome !== "not-applicable") same(id, outcome, should);
    if (more)
      same(`${id} rests on or asks`, outcome === "unknown" || asks ? (asks ?? basis) : basis, more);
  }
  const said = answer.findings.map(({ code, severity }) => `${severity} ${code}`).sort();
  const should = expect.findings ?? [];
  same(
    "findings",
    said.join(", "),
    should
      .map((text) => text.split(" ").slice(0, 2).join(" "))
      .sort()
      .join(", "),
  );
  for (const text of should) params(text, answer, same);
  for (const [field, value] of Object.entries(expect.understood ?? {}))
    same(`understood ${field}`, answer.understood[field] ?? null, value);
  for (const [step, days] of Object.entries(expect.timeline ?? {})) {
    const is = answer.timeline[step];
    same(`timeline ${step}`, is && `${is.from ?? ""}/${is.by ?? ""}`, days);
  }
  return found;
}

/** The parameters that a case names; `_` stands for a blank. */
function params(text, answer, same) {
  const [severity, code, ...pairs] = text.split(" ");
  const values = pairs.map((pair) => [
    pair.slice(0, pair.indexOf("=")),
    pair.slice(pair.indexOf("=") + 1),
  ]);
  const of = answer.findings.filter((one) => one.code === code && one.severity === severity);
  const fits = of.some((one) =>
    values.every(([name, value]) => {
      const is = one.params[name];
      const plain = Array.isArray(is) ? is.join("+") : `${is ?? ""}`;
      return plain === ANYTHING || plain === value.replaceAll("_", " ");
    }),
  );
  if (of.length > 0 && !fits) same(code, JSON.stringify(of.map((one) => one.params)), text);
}
