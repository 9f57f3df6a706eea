// What the page has to show of a claim: the library's own answer to what its fields hold and what was put in. The words
// are written by hand.
import { checkClaim, describe, init, mergeEvidence, readAnything } from "../../../dist/inline.js";

await init();

/** The page's verdicts, by the language of its words. */
const VERDICTS = {
  en: {
    empty: /^Nothing to check yet$/,
    missing: /^Still to fill in: (\d+)$/,
    fix: /^Fix (\d+) things?$/,
    settle: /^Settle (\d+) points? first$/,
    microsoft: /^File it: (\d+) points? only Microsoft can see$/,
    ready: /^File it$/,
  },
  de: {
    empty: /^Noch nichts zu prüfen$/,
    missing: /^Noch auszufüllen: (\d+)$/,
    fix: /^(\d+) Fehler beheben$/,
    settle: /^Erst (\d+) Punkte? klären$/,
    microsoft: /^Einreichen: (\d+) Punkte? sieht nur Microsoft$/,
    ready: /^Einreichen$/,
  },
};

/** The fields whose answers checks are about. */
const FIELDS = {
  "tenant-id": "customerTenantId",
  domain: "customerDomain",
  product: "product",
  "solution-area": "solutionArea",
  "subscription-id": "subscriptionId",
  "purchase-channel": "purchaseChannel",
  activity: "activity",
  "partner-id": "partnerId",
  role: "userRole",
  "proof-of-execution": "proofOfExecution",
  "competing-claim": "competingPartner",
};

/** What a verdict on the page is, and the number in it. */
export function verdictIn(text, lang) {
  for (const [state, pattern] of Object.entries(VERDICTS[lang])) {
    const [isOne, count] = pattern.exec(text) ?? [];
    if (isOne !== undefined) return { state, count: Number(count ?? 0) };
  }
  return { state: "unknown", count: 0 };
}

/** The claim that the fields hold. Of several activities that are ticked, one is this claim's: the page names it. */
export function claimOf({ claim, ticked, several, lang, address }) {
  const held = Object.entries(claim).filter(([, text]) => text !== "");
  const own = Object.fromEntries(held);
  if (ticked.length < 2) return own;
  const { ruleset } = checkClaim(own, {}, rules(address));
  const options = { locale: lang, ruleset };
  const { options: activities } = describe(options).fields.find(({ name }) => name === "activity");
  const named = activities.find(({ value, variants = {}, shortLabel }) => {
    const names = [variants[own.solutionArea]?.shortLabel ?? shortLabel];
    return ticked.includes(value) && names.some((name) => several.includes(name));
  });
  return { ...own, activity: named?.value ?? "" };
}

/** The same without the area: it follows the product once that is whole, which it is after a while at the latest. */
export function steadyOf(claim) {
  const { solutionArea: _, ...others } = claim;
  return others;
}

const rules = ({ ruleset }) => (ruleset ? { ruleset } : {});

/** The report of what a tab shows and has been given; nothing where something was put in that is not known. */
export async function reportOf(tab, shown) {
  const sources = tab.sourcesOf(shown);
  if (sources.includes(undefined)) return undefined;
  const read = await Promise.all(sources.map((one) => readSource(one, shown.lang)));
  const all = read.map((one) => one.evidence);
  const evidence = all.reduce((first, next) => mergeEvidence(first, next), all.shift() ?? {});
  return checkClaim(claimOf(shown), evidence, { locale: shown.lang, ...rules(shown.address) });
}

const known = new Map();

/** What the library reads in something that was put in. */
export function readSource({ source, about }, locale = "en") {
  const key = JSON.stringify([source, about, locale]);
  const read = known.get(key) ?? readAnything(inputOf(source), { ...about, locale });
  known.set(key, read);
  return read;
}

/** What does not say whose it is, as the numbers of its chips. */
export async function ofUnknownTenant(tab, shown) {
  const known = shown.chips.filter((id) => tab.sources.get(id));
  const read = await Promise.all(known.map((id) => readSource(tab.sources.get(id))));
  const isUnknown = ({ parts }) =>
    parts.some(({ problems }) => problems.some(({ code }) => code === "tenant-unknown"));
  return known.filter((id, at) => isUnknown(read[at]) && !tab.sources.get(id).about.tenantId);
}

const inputOf = (source) =>
  typeof source === "string" ? source : new File([source.text], source.name);

/** The page's state that a report comes to once the check was asked for, and nothing is being typed. */
export function stateOf(report, claim) {
  if (report.verdict === "fix") return "fix";
  if (report.verdict === "ready") return "ready";
  const open = outcomesOf(report, claim).filter(([, outcome]) => outcome !== "pass");
  const asked = new Map(report.checks.map(({ id, asks }) => [id, asks]));
  const isMicrosofts = ([id, outcome]) => outcome === "unknown" && asked.get(id) === "microsoft";
  return open.every(isMicrosofts) ? "microsoft" : "settle";
}

/** Checks that apply, with outcomes: what fails for nothing but an empty field is open. */
export const outcomesOf = ({ checks }, claim) =>
  checks
    .filter(({ outcome }) => outcome !== "not-applicable")
    .map(({ id, outcome }) => {
      const field = FIELDS[id];
      const isEmpty = field !== undefined && !claim[field];
      return [id, outcome === "fail" && isEmpty ? "unknown" : outcome];
    });
