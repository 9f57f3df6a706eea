// What the oracle knows about products: Microsoft's licensing list (domain.md 2.5), the workloads of the
// claim form (domain.md 1.2), and what a person may call them (spec part 1, check `product`).
import { readFileSync } from "node:fs";
import { bare, seen, squeezed } from "./text.mjs";

/** The oracle's own copy of the list, edition of 2026-08-18; without family: not Business Applications. */
export const SKUS = readFileSync(new URL("skus.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.match(/^([^,]*),([^,]*),([^,]*),("[^"]*"|[^,]*),(.*)$/))
  .map(([, id, family, trial, part, name]) => ({
    id,
    family,
    isTrial: trial === "trial",
    text: plain(part),
    part: bare(plain(part)),
    title: plain(name),
    name: squeezed(plain(name)),
  }));

function plain(cell) {
  return cell.replace(/^"|"$/g, "").replaceAll('""', '"');
}

const GUID = /^\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?$/i;

function skuId(text) {
  const digits = seen(text ?? "")
    .match(GUID)?.[1]
    .toLowerCase()
    .replaceAll("-", "");
  return digits?.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Remembers what a function of one text has answered: a million claims ask about few products. */
function remembered(answer) {
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, answer(text));
    return known.get(text);
  };
}

/** The SKUs that an ID, else a part number names: the ID decides, never a prefix (spec part 1). */
export const skusOf = ({ skuId: id, skuPartNumber: part }) => skusBy(`${id ?? ""}\n${part ?? ""}`);

const skusBy = remembered((both) => {
  const [id, part] = both.split(/\n(?=[^\n]*$)/);
  return findSkus({ skuId: id, skuPartNumber: part });
});

function findSkus(named) {
  const id = skuId(named.skuId);
  const byId = SKUS.filter((sku) => sku.id === id);
  if (byId.length > 0 || id || !named.skuPartNumber) return byId;
  const byPart = SKUS.filter((sku) => sku.part === bare(named.skuPartNumber));
  return byPart.length === 1 ? byPart : []; // several share a few part numbers
}

/** The SKUs that a person may mean by a product. */
export const skusNamed = remembered((text) => {
  const exact = findSkus({ skuId: text, skuPartNumber: text });
  return exact.length > 0 ? exact : SKUS.filter((sku) => sku.name === squeezed(text));
});

/** Names of Business Applications (domain.md 1.2), with the family of their SKUs; "" if it has none. */
const BUSINESS = [
  ...[
    ["ai builder", "power-platform"],
    ["business central", "business-central"],
    ["ce bundle", "customer-engagement"],
    ["commerce", "commerce"],
    ["customer insights", "marketing/customer-insights"],
    ["customer service", "customer-service"],
    ["f&o bundle", "operations"],
    ["field service", "field-service"],
    ["finance", "finance"],
    ["fraud protection", "other"],
    ["hr", "human-resources"],
    ["human resources", "human-resources"],
    ["intelligent order management", "other"],
    ["marketing", "marketing/customer-insights"],
    ["mixed reality", "guides/remote-assist"],
    ["omni channel", "customer-service"],
    ["power apps", "power-platform"],
    ["power automate", "power-platform"],
    ["power bi", "power-platform"],
    ["power pages", "power-platform"],
    ["power virtual agent", "power-platform"],
    ["project operations", "project-operations"],
    ["sales", "sales"],
    ["supply chain", "supply-chain"],
    ["finance & operations", "operations"],
    ["common data service", "power-platform"],
    ["core hr", "human-resources"],
    ["guides", "guides/remote-assist"],
    ["portals", "power-platform"],
    ["remote assist", "guides/remote-assist"],
    ["retail", "commerce"],
    ["talent attract", "human-resources"],
    ["talent onboard", "human-resources"],
  ],
].map(([name, family]) => ({ name, family }));

/** Workloads of Microsoft 365 (domain.md 1.2). */
const WORKLOADS = [
  ...["intune", "exchange", "proplus", "sharepoint", "teams", "yammer"],
  ...["viva insights", "viva topics", "viva learning", "viva connections"],
  ...["azure ad", "azure active directory", "entra id", "azure information protection"],
  ...[
    "defender for office 365",
    "defender for endpoint",
    "defender for identity",
    "outlook mobile",
  ],
  ...["information protection"],
];

/** Bundles of Microsoft 365 that hold several workloads (spec part 1, `product-suite`), by their plans. */
const SUITE =
  /^(microsoft 365|office 365|m365|o365)(?: (gcc )?([aefg]\d|(small |midsize )?business|enterprise)(?![a-z\d])|$)/;
/** What is sold beside a bundle, or is one part of it only. */
const PART = /\b(voice|security|compliance|extra|add-on)\b/;

const isSuite = (name) =>
  /^enterprise mobility/.test(name) ||
  (!PART.test(name) && (SUITE.test(name) || /^[aefg]\d$/.test(name)));

/** Without what people put before a product's own name. */
const shortened = (text) =>
  squeezed(text)
    .replace(/^microsoft (?!365)/, "")
    .replace(/^(dynamics 365|d365)( for)? /, "")
    .trim();

/** Does a text begin with a name, up to a word's end? `Salesforce` is not Sales. */
const begins = (text, name) =>
  text.startsWith(name) && !/[\p{L}\p{N}]/u.test(text.charAt(name.length));

/**
 * What a person means by a product: `{ area, families, skus, isAzure, isSuite, isPower }`; undefined if
 * it is nothing that the oracle knows.
 */
export const productNamed = remembered((text) => {
  const skus = skusNamed(text);
  if (skus.length > 0) return ofSkus(skus);
  const word = shortened(text);
  // The longest name decides: "finance & operations" is not finance.
  const found = BUSINESS.filter(({ name }) => begins(word, name));
  found.sort((a, b) => b.name.length - a.name.length);
  if (found.length > 0) {
    const [{ name, family }] = found;
    const isPower = family === "power-platform" || name === "customer insights";
    return { area: "business-applications", families: [family], skus: [], isPower };
  }
  if (WORKLOADS.some((name) => begins(word, name)))
    return { area: "microsoft-365", families: [], skus: [] };
  if (isSuite(word)) return { area: "microsoft-365", families: [], skus: [], isSuite: true };
  const sameStart = SKUS.filter((sku) => begins(squeezed(text), sku.name));
  if (sameStart.length > 0) return ofSkus(sameStart);
  return begins(word, "azure") ? { isAzure: true, families: [], skus: [] } : undefined;
});

/** The same for SKUs: those that are not Business Applications belong to Microsoft 365 here. */
export function ofSkus(skus) {
  const families = [...new Set(skus.map((sku) => sku.family))].filter(Boolean);
  const isBusiness = families.length > 0;
  return {
    area: isBusiness ? "business-applications" : "microsoft-365",
    families,
    skus,
    isSuite: !isBusiness && skus.some((sku) => isSuite(sku.name)),
    isPower: skus.every(
      (sku) => sku.family === "power-platform" || /customer insights/.test(sku.name),
    ),
  };
}

/** Which families a bundle's SKU may stand for; `null`: any. */
const HOLDS = {
  "customer-engagement": [
    ...["sales", "customer-service", "field-service", "project-operations"],
    ...["marketing/customer-insights", "guides/remote-assist"],
  ],
  operations: ["finance", "supply-chain", "commerce", "human-resources"],
  "team-members": null,
  other: null,
};

const holds = (bundle, family) =>
  bundle in HOLDS && (HOLDS[bundle] === null || HOLDS[bundle].includes(family));

/** May a SKU be of the product that was meant? By the same family, or one holds the other. */
export function mayBe(product, sku) {
  if (product.skus.includes(sku)) return true;
  // Any suite may hold a workload of Microsoft 365.
  if (product.area === "microsoft-365" && product.skus.length === 0) return sku.family === "";
  return product.families.some(
    (family) => family === sku.family || holds(sku.family, family) || holds(family, sku.family),
  );
}

/** Is a SKU the product that was meant? A SKU was meant: that one alone. */
export const isSame = (product, sku) =>
  product.skus.length > 0 ? product.skus.includes(sku) : mayBe(product, sku);

/** Do two texts name one product? By the same words, the same SKU or the same family. */
export function isSameProduct(one, other) {
  if (seen(one) === "" || seen(other) === "") return false;
  if (squeezed(one) === squeezed(other)) return true;
  const [a, b] = [productNamed(one), productNamed(other)];
  if (!a || !b) return false;
  const isWorkload = a.area === "microsoft-365" && b.area === "microsoft-365";
  if (isWorkload && a.skus.length + b.skus.length === 0)
    return WORKLOADS.some((name) => begins(shortened(one), name) && begins(shortened(other), name));
  return (
    a.families.some((family) => b.families.includes(family)) ||
    a.skus.some((sku) => b.skus.includes(sku))
  );
}

/** How a SKU is called where only one name is possible. */
export function titleOf(skus) {
  const titles = [...new Set(skus.map((sku) => sku.title))];
  return titles.length === 1 ? titles[0] : undefined;
}
