// How the oracle reads what a person typed: identifiers, domains and placeholders, by plain patterns
// (spec part 1 and 3, domain.md 2.7, 3.4 to 3.6).
import { domainToASCII, domainToUnicode } from "node:url";
import { skusOf } from "./products.mjs";
import { seen } from "./text.mjs";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSIDE = new RegExp(
  `(?<![\\p{L}\\p{N}-])${GUID.source.slice(1, -1)}(?![\\p{L}\\p{N}-])`,
  "u",
);
const LOOSE = new RegExp(GUID.source.replace(/\[0-9a-f\]\{\d+\}/g, "($&)").replaceAll("-(", "-?("));

/** The GUID in a text: with braces, without hyphens, in an address; undefined if there is none. */
export function guid(text) {
  const word = seen(text ?? "").toLowerCase();
  if (word.includes("/")) return word.match(INSIDE)?.[0];
  const inner = word.replace(/^\{(.*)\}$/, "$1").trim();
  const groups = inner.match(LOOSE);
  return groups ? groups.slice(1).join("-") : undefined;
}

/** The first GUID anywhere in a text, or the text as one. */
export const guidIn = (text) => guid(text) ?? guid(`/${text}`);

/** What is wrong with a text that was meant as a GUID (spec part 1, param `problem`). */
export function guidProblem(text) {
  const digits = seen(text)
    .toLowerCase()
    .replace(/^\{|\}$/g, "")
    .replaceAll("-", "");
  if (/[^0-9a-f]/.test(digits)) return "bad-character";
  if (digits.length === 32) return "shape";
  return digits.length < 32 ? "too-short" : "too-long";
}

const LABEL = /^(mpn[ -]?id|mpn|partner[ -]?id|id)?[ :#.-]*/i;

/** A Partner ID without what a cell or a label adds. */
export const bareNumber = (text) =>
  text
    .replace(/^="(.*)"$/, "$1")
    .replace(/^(\d+)\.0$/, "$1")
    .replace(LABEL, "")
    .replaceAll(" ", "");

/** Words that stand where nobody has typed anything yet (spec part 1, row "in every text field"). */
const NOTHING = [
  ...["na", "ka", "tbd", "tba", "tbc", "todo", "none", "null", "nan", "undefined", "unknown"],
  ...["notapplicable", "notavailable", "notknown", "replacewithyourownvalue"],
  ...[
    "keine",
    "keineangabe",
    "unbekannt",
    "nichtbekannt",
    "nichtvorhanden",
    "nv",
    "offen",
    "folgt",
  ],
];

/** Does a text say nothing? */
export function isPlaceholder(text) {
  const word = seen(text).toLowerCase();
  const letters = word.replace(/[^\p{L}\p{N}]/gu, "");
  if (letters === "") return /^[-–—.…?]+$/.test(word);
  if (/^<.*>$/.test(word) || /^x+$/.test(letters)) return true;
  return (
    NOTHING.includes(letters) ||
    /^(insert|enter)?(your|ihre).*(id|domain|value)(here)?$/.test(letters)
  );
}

const SHAPES = [
  ["tenant-id", /^(common|organizations|consumers)$/i],
  ["placeholder", /^0[0-]*$/],
  ["account-sku", /^[0-9a-f-]{36}_[0-9a-f-]{36}$/i],
  ["offer-id", /^cfq7ttc0[a-z0-9]{4}:[a-z0-9]{4}:cfq7ttc0[a-z0-9]{4}$/i],
  ["product-id", /^cfq7ttc0[a-z0-9]{4}$/i],
  ["azure-offer", /^ms-azr-\d{4}[a-z]$/i],
  ["partner-id", /^\d+$/],
  ["order-id", /^[0-9a-f]{12}$/i],
  ["email", /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/],
  ["url", /^[a-z]+:\/\//i],
];

/** What kind of thing a text that is no GUID is (spec part 3); undefined if it is nothing known. */
export function kind(text) {
  const word = seen(text);
  for (const [name, shape] of SHAPES) if (shape.test(word)) return name;
  if (skusOf({ skuPartNumber: word }).length > 0) return "sku-part-number";
  return !isGuidLike(word) && domain(word) ? "domain" : undefined;
}

/** Meant as a GUID: long, and nearly all of it hexadecimal digits; or its first groups alone. */
export function isGuidLike(text) {
  const word = seen(text).toLowerCase();
  if (/^[0-9a-f]{8}(-[0-9a-f]*)*$/.test(word) && /[0-9]/.test(word) && /[a-f]/.test(word))
    return true;
  const digits = seen(text).replace(/[-{}]/g, "");
  return digits.length >= 20 && digits.replace(/[^0-9a-f]/gi, "").length >= 0.8 * digits.length;
}

/** The host that an address, an e-mail address or a plain name has. */
export function host(text) {
  let name = seen(text).toLowerCase();
  name = name.replace(/^[a-z]+:\/\//, "").replace(/[/?#].*$/, "");
  return name.replace(/^.*@/, "").replace(/:\d+$/, "").replace(/\.$/, "");
}

/** A domain in its ASCII form; undefined if the text names none. */
export function domain(text) {
  const named = namedInAddress(text);
  const name = named ?? host(text);
  if (name === "" || /[\s_%]/.test(name)) return undefined;
  const ascii = domainToASCII(name.includes(".") ? name : `${name}.onmicrosoft.com`);
  const labels = ascii.split(".");
  const sound = labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  if (!sound || ascii.length > 253 || /^\d+$/.test(labels.at(-1))) return undefined;
  // `URL` of some versions takes names that stand for no text, such as xn--a.com.
  if (domainToUnicode(ascii) === "") return undefined;
  return URL.canParse(`https://${ascii}/`) ? ascii : undefined;
}

/** What is wrong with a text that was meant as a domain (spec part 1, param `problem`). */
export function domainProblem(text) {
  const name = host(text);
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(name)) return "bad-character";
  const isLong = name.length > 253 || name.split(".").some((label) => label.length > 63);
  return isLong ? "too-long" : "shape";
}

/** Hosts of Microsoft's services: they are nobody's domain (spec part 1, table, ★). */
const SERVICES = [
  ...["admin.microsoft.com", "partner.microsoft.com", "entra.microsoft.com", "teams.microsoft.com"],
  ...["portal.azure.com", "portal.office.com", "login.microsoft.com"],
  ...["login.microsoftonline.com", "login.microsoftonline.us", "login.windows.net"],
  ...["login.partner.microsoftonline.cn", "login.chinacloudapi.cn", "sts.windows.net"],
  ...["sharepoint.com", "dynamics.com", "powerapps.com", "powerbi.com", "ciamlogin.com"],
  ...["mail.protection.outlook.com", "b2clogin.com"],
];

/** Is a host a service's, or below one? */
export const isService = (name) =>
  SERVICES.some((service) => name === service || name.endsWith(`.${service}`));

/** The domain that the address of a service names: behind `#@`, or first in a login host's path. */
function namedInAddress(text) {
  const word = seen(text).toLowerCase();
  const name = host(word);
  if (!word.includes("/") || !isService(name)) return undefined;
  const inPortal = word.match(/#@([a-z0-9.-]+\.[a-z]+)/)?.[1];
  const inLogin = /^(login|sts)\./.test(name) && word.match(/\/\/[^/]+\/([a-z0-9.-]+\.[a-z]+)\//);
  return inPortal ?? (inLogin ? inLogin[1] : undefined);
}

/**
 * The name that a person may have meant by a domain which nobody can have verified: one or two letters
 * from a suffix of Microsoft's, or an ending of private networks (`""`: nothing to suggest). Undefined
 * if nothing is unusual (spec part 1, `domain-unusual`).
 */
export function meantBy(name) {
  if (/\.(local|internal)$/.test(name)) return "";
  if (name === "onmicrosoft.com") return ANYTHING;
  if (name.endsWith(".onmicrosoft")) return `${name}.com`;
  const labels = name.split(".");
  const ending = labels.slice(-2).join(".");
  const isRight = ["onmicrosoft.com", "onmicrosoft.us", "onmschina.cn"].includes(ending);
  if (isRight || labels.length < 3) return undefined;
  const isNear = ending.length > 8 && edits(ending, "onmicrosoft.com") <= 2;
  return isNear ? [...labels.slice(0, -2), "onmicrosoft.com"].join(".") : undefined;
}

/** Stands for a value that is not judged. */
export const ANYTHING = "*";

/** How many letters have to be put in, taken out or changed. */
export function edits(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const change = row[to - 1] + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, row[to] + 1, next[to - 1] + 1));
    }
    row = next;
  }
  return row.at(-1);
}

/** An ISO date, with or without a time, or a German one; undefined if there is no such day. */
export function dayIn(text) {
  const word = seen(text);
  const iso = word.match(/^(\d{4})-(\d\d)-(\d\d)(T.*)?$/);
  const german = word.match(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/);
  const [year, month, day] = iso ? iso.slice(1, 4) : german ? german.slice(1).reverse() : [];
  if (!year) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}
