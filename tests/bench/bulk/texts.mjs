// Cells as people paste them, and the table of SKUs as the rules for many claims need it.
import { prepare } from "../rules/known.mjs";

const ODD = /[^ -~]/;
const OUTER = /^[ "'`“”„‘’,;]+|[ "'`“”„‘’,;]+$/g;
const INVISIBLE = /\p{Cf}|\u034f|\p{Variation_Selector}|(?!\s)\p{Cc}/gu;
const isPlain = (unit) =>
  (unit > 96 && unit < 123) || (unit > 47 && unit < 58) || (unit > 64 && unit < 91);

/** Without what copying leaves behind. */
export function clean(text) {
  if (text === "") return text;
  if (!ODD.test(text)) {
    if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
    return text.replace(OUTER, "");
  }
  return text.replace(INVISIBLE, "").replace(/\s/g, " ").replace(OUTER, "");
}

const isSlug = /^[a-z0-9-]*$/;
export const slug = (text) =>
  isSlug.test(text)
    ? text
    : text.replace(/[ _A-Z]/g, (c) => (c < "A" || c === "_" ? "-" : c.toLowerCase()));

// ---- SKUs

/** The table as the rules need it. */
export function skusFrom(csv) {
  const [ids, numbers, names] = [new Map(), new Map(), new Map()];
  for (const line of csv.split("\n").slice(1)) {
    if (!line) continue;
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
    const [id, number, name] = cells.map(([, a, b]) => (a ?? b).replaceAll('""', '"'));
    const sku = { id, label: `${name} (${number})` };
    ids.set(id, sku);
    const upper = number.toUpperCase();
    numbers.set(upper, numbers.has(upper) ? null : sku);
    const words = wordsOf(name);
    if (!names.has(words)) names.set(words, sku);
  }
  return { ids, numbers, names, known: prepare({}, csv) };
}

const LEFT_OUT = new Set(["microsoft", "for", "edition", "the"]);
export const wordsOf = (name) =>
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !LEFT_OUT.has(word))
    .join(" ");
