// What the text of the product field stands for.
import { GUID, normal } from "./identifiers.mjs";

const BUSINESS = "business-applications";
const MODERN = "microsoft-365";
const INSIGHTS = "marketing/customer-insights";
const POWER = "power-platform";

/** Products and workloads that are no SKU: name, family; `*` where usage is credited in another way. */
const OF_BUSINESS = `Business Central|business-central Customer Engagement|customer-engagement
CE Bundle|customer-engagement Commerce|commerce Retail|commerce Customer Service|customer-service
Omnichannel|customer-service Omni Channel|customer-service Field Service|field-service Finance|finance
Finance and Operations|operations F&O Bundle|operations Unified Operations|operations Fraud Protection|
Guides|guides/remote-assist Remote Assist|guides/remote-assist Mixed Reality|guides/remote-assist
Human Resources|human-resources HR|human-resources Core HR|human-resources Talent|human-resources
Intelligent Order Management| Marketing|${INSIGHTS} Customer Insights*|${INSIGHTS}
Project Operations|project-operations Sales|sales Supply Chain|supply-chain Common Data Service|
AI Builder|${POWER} Power Apps*|${POWER} PowerApps*|${POWER} Power Automate*|${POWER}
Power BI*|${POWER} PowerBI*|${POWER} Power Pages|${POWER} Power Virtual Agent|${POWER} Portals|${POWER}`;
const OF_MODERN = `Intune,Exchange,ProPlus,Office 365 ProPlus,Microsoft 365 Apps,SharePoint,Teams,Teams Meetings,
Teams Phone,Teams Phone calling,Teams Platform,Yammer,Viva Insights,Viva Topics,Viva Learning,Viva Connections,
Azure AD,Azure Active Directory,Entra ID,Defender for Office 365,Defender for Endpoint,Defender for Identity,
Information Protection,Azure Information Protection,Outlook Mobile`;

const WORKLOADS = [
  ...[...OF_BUSINESS.matchAll(/([A-Z][^|*]*?)(\*?)\|(\S*)/g)].map(([, name, star, family]) => ({
    ...{ name, family, area: BUSINESS, isElsewhere: star === "*", words: tokens(name) },
  })),
  ...OF_MODERN.split(/,\s*/).map((name) => ({
    ...{ name, family: "", area: MODERN, isElsewhere: false, words: tokens(name) },
  })),
];

/** What a product text stands for; read once for each text, as claims name few products. */
export function productOf(text, known) {
  let product = known.products.get(text);
  if (!product) {
    product = readProduct(text, known);
    if (known.products.size < 1000) known.products.set(text, product);
  }
  return product;
}

export const wordsOf = (name) =>
  (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter(
    (word) => !["microsoft", "for", "edition", "the"].includes(word),
  );

/** Do both stand for the same, as far as can be told? */
export const overlap = (a, b) =>
  (a.named && a.named === b.named) ||
  (a.words && a.words === b.words) ||
  (a.workload && a.workload === b.workload) ||
  a.exact.some((sku) => b.exact.includes(sku)) ||
  a.families.some((family) => b.families.includes(family));

/** Is usage of this SKU credited in another way than by a claim? */
export const isElsewhere = ({ family, name }) =>
  family === POWER || (family === INSIGHTS && name.includes("Customer Insights"));

function readProduct(text, { skus, named }) {
  const words = wordsOf(text);
  const exact = exactly(text, words, skus);
  const called = exact.length > 0 ? [] : named.filter((one) => isCalled(one, text));
  const only = called.length === 1 ? called[0] : undefined;
  const name = only?.productName ?? text;
  const spoken = tokens(name);
  const workload = exact.length > 0 ? undefined : workloadOf(spoken);
  const begun = exact.length > 0 || workload ? undefined : begunBy(wordsOf(name), skus);
  const sku = exact[0] ?? begun;
  const families = [...exact, ...(begun ? [begun] : []), ...(workload ? [workload] : [])]
    .map(({ family }) => family)
    .filter(Boolean);
  const place = placeOf({ text, sku, workload, spoken });
  const mayBe = (other) =>
    exact.includes(other) ||
    families.some(
      (family) =>
        family === other.family || bundles(other.family, family) || bundles(family, other.family),
    ) ||
    (families.length === 0 &&
      (bundles(other.family, "") ||
        (!other.family && exact.length === 0 && place.area === MODERN && !place.isSuite)));
  const isKnown = Boolean(place.area || place.isAzure);
  return {
    ...{ exact, families: [...new Set(families)], named: only, workload, mayBe, isKnown },
    ...{ ...place, isMissing: text === "", words: words.join(" ") },
    differsFrom: (other) => (exact.length > 0 ? !exact.includes(other) : isKnown && !mayBe(other)),
    label:
      sku?.name ??
      workload?.name ??
      only?.productName ??
      (place.isSuite ? "Microsoft 365" : place.isAzure ? "Azure" : ""),
  };
}

function exactly(text, words, skus) {
  if (GUID.test(text)) return [skus.byId.get(normal(text))].filter(Boolean);
  const numbered = skus.byPartNumber.get(text.toUpperCase());
  if (numbered?.length === 1) return numbered;
  const called = skus.byName.get(words.join(" ")) ?? [];
  const isSo = ({ name }) => name.toLowerCase() === text.toLowerCase();
  return called.toSorted((a, b) => isSo(b) - isSo(a));
}

const isCalled = ({ skuId, skuPartNumber, productName }, text) =>
  (GUID.test(text) && normal(text) === skuId) ||
  skuPartNumber?.toUpperCase() === text.toUpperCase() ||
  productName.toUpperCase() === text.toUpperCase();

function placeOf({ text, sku, workload, spoken }) {
  if (text === "") return {};
  if (sku?.family) return { area: BUSINESS, isElsewhere: isElsewhere(sku) };
  if (sku) return { area: MODERN, isSuite: isSuite(tokens(sku.name)) };
  if (workload) return { area: workload.area, isElsewhere: workload.isElsewhere };
  if (isSuite(spoken)) return { area: MODERN, isSuite: true };
  return spoken[0] === "azure" ? { isAzure: true } : {};
}

/** The words of a name without those that are left out as often as not. */
function tokens(name) {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const fillers = ["", "microsoft", "ms", "and", "for", "the", "edition"];
  return words.filter((word) => !fillers.includes(word));
}

const DYNAMICS = ["dynamics", "d365", "dyn365"];

function workloadOf(spoken) {
  const isDynamics = DYNAMICS.includes(spoken[0]);
  let short = spoken;
  while (DYNAMICS.includes(short[0]) || (short[0] === "365" && short.length > 1))
    short = short.slice(1);
  let best;
  for (const workload of WORKLOADS) {
    const of = isDynamics && workload.area === BUSINESS ? short : spoken;
    const isSame = (word, at) => of[at] === word || of[at] === `${word}s`;
    const isLonger = workload.words.length > (best?.words.length ?? 0);
    if (isLonger && workload.words.every(isSame)) best = workload;
  }
  return best;
}

/** The SKU with whose name a text begins, word for word. */
function begunBy(words, skus) {
  for (let length = words.length - 1; length > 1; length -= 1) {
    const found = skus.byName.get(words.slice(0, length).join(" "));
    if (found) return found[0];
  }
  return undefined;
}

function isSuite(spoken) {
  const text = spoken.join(" ");
  if (/^enterprise mobility\b/.test(text)) return true;
  if (/\b(?:voice|security|compliance|extra|add)\b/.test(text)) return false;
  return /^(?:(?:365|m365|o365|office 365)(?:$| (?:gcc )?(?:[efag]\d|business|small|midsize|enterprise)\b)|[efag]\d$)/.test(
    text,
  );
}

const BUNDLES = {
  "customer-engagement":
    `sales customer-service field-service project-operations guides/remote-assist ${INSIGHTS}`.split(
      " ",
    ),
  operations: ["finance", "supply-chain", "commerce", "human-resources"],
};
const bundles = (bundle, family) =>
  bundle === "team-members" || bundle === "other" || (BUNDLES[bundle]?.includes(family) ?? false);
