// How the oracle reads what a person typed: identifiers and domains, by plain patterns.
import { readFileSync } from "node:fs";
import { domainToASCII } from "node:url";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSIDE = new RegExp(`(?<![0-9a-f-])${GUID.source.slice(1, -1)}(?![0-9a-f-])`);
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const LOOSE = new RegExp(GUID.source.replace(/\[0-9a-f\]\{\d+\}/g, "($&)").replaceAll("-(", "-?("));

/** What a person sees of a text: without blanks around it and characters of no width. */
export const seen = (text) => text.replace(INVISIBLE, "").trim();

const squeezed = (text) => seen(text).toLowerCase().replace(/\s+/g, " ");
const bare = (text) => seen(text).toLowerCase().replace(/\s+/g, "");

/** The oracle's own copy of Microsoft's licensing list, edition of 2026-08-18. */
export const SKUS = readFileSync(new URL("skus.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.match(/^([^,]*),([^,]*),("[^"]*"|[^,]*),(.*)$/))
  .map(([, id, family, part, name]) => ({
    id,
    family,
    text: plain(part),
    part: bare(plain(part)),
    name: squeezed(plain(name)),
  }));

function plain(cell) {
  return cell.replace(/^"|"$/g, "").replaceAll('""', '"');
}

/** The GUID in a text: with braces, without hyphens, in an address; undefined if there is none. */
export function guid(text) {
  const word = seen(text).toLowerCase();
  if (word.includes("/")) return word.match(INSIDE)?.[0];
  const inner = word.replace(/^\{(.*)\}$/, "$1").trim();
  const groups = inner.match(LOOSE);
  return groups ? groups.slice(1).join("-") : undefined;
}

/** The first GUID anywhere in a text, or the text as one. */
export const guidIn = (text) => guid(text) ?? guid(`/${text}`);

const SHAPES = [
  ["tenant-id", /^(common|organizations|consumers)$/i],
  ["placeholder", /^(x[x-]*|0[0-]*|<.*>|your[- ]?tenant[- ]?id)$/i],
  ["account-sku", /^[0-9a-f-]{36}_[0-9a-f-]{36}$/i],
  ["offer-id", /^cfq7ttc0[a-z0-9]{4}:[a-z0-9]{4}:cfq7ttc0[a-z0-9]{4}$/i],
  ["product-id", /^cfq7ttc0[a-z0-9]{4}$/i],
  ["azure-offer", /^ms-azr-\d{4}[a-z]$/i],
  ["partner-id", /^\d+$/],
  ["order-id", /^[0-9a-f]{12}$/i],
  ["email", /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/],
  ["url", /^[a-z]+:\/\//i],
];

/** What kind of thing a text that is no GUID is; undefined if it is nothing known. */
export function kind(text) {
  const word = seen(text);
  for (const [name, shape] of SHAPES) if (shape.test(word)) return name;
  if (skusOf({ skuPartNumber: word }).length > 0) return "sku-part-number";
  return !isGuidLike(word) && domain(word) ? "domain" : undefined;
}

/** Meant as a GUID: long, and nearly all of it hexadecimal digits. */
function isGuidLike(word) {
  const digits = word.replace(/[-{}]/g, "");
  return digits.length >= 20 && digits.replace(/[^0-9a-f]/gi, "").length >= 0.8 * digits.length;
}

/** A domain in its ASCII form; undefined if the text names none. */
export function domain(text) {
  let host = seen(text).toLowerCase();
  host = host.replace(/^[a-z]+:\/\//, "").replace(/[/?#].*$/, "");
  host = host.replace(/^.*@/, "").replace(/:\d+$/, "").replace(/\.$/, "");
  if (host === "" || /[\s_%]/.test(host)) return undefined;
  const ascii = domainToASCII(host.includes(".") ? host : `${host}.onmicrosoft.com`);
  const labels = ascii.split(".");
  const sound = labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  return sound && ascii.length <= 253 && !/^\d+$/.test(labels.at(-1)) ? ascii : undefined;
}

/** The SKUs that an ID, else a part number names. */
export function skusOf({ skuId, skuPartNumber }) {
  const id = skuId && guid(skuId);
  if (id && SKUS.some((sku) => sku.id === id)) return SKUS.filter((sku) => sku.id === id);
  if (id || !skuPartNumber) return [];
  const part = bare(skuPartNumber);
  const named = SKUS.filter((sku) => sku.part === part);
  return named.length === 1 ? named : []; // several share a few part numbers
}

/** The SKUs that a person may mean by a product. */
export function skusNamed(text) {
  const exact = skusOf({ skuId: guid(text), skuPartNumber: text });
  const name = squeezed(text);
  return exact.length > 0 ? exact : SKUS.filter((sku) => sku.name === name);
}

/** The families that a person may mean by a product: those of its SKUs, or the one it names. */
export function familiesNamed(text) {
  const words = squeezed(text)
    .replace(/\b(microsoft|dynamics|365|for)\b/g, "")
    .trim()
    .replaceAll(" ", "-");
  const skus = skusNamed(text);
  const named = skus.length > 0 ? skus : SKUS.filter((sku) => sku.family === words);
  return [...new Set(named.map((sku) => sku.family))].filter(Boolean);
}
