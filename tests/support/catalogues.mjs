// The words of all languages as tests look at them: by file and by the path of each text.
import { readdirSync, readFileSync } from "node:fs";

export const TEXT = new URL("../../www/text/", import.meta.url);
/** What is in each folder of a language. */
export const FILES = [
  "claim.js",
  "columns.json",
  "command-line.js",
  "docs.js",
  "form.js",
  "loading.js",
  "many.js",
  "rest.js",
];

/** All folders, English first. */
export const TAGS = readdirSync(TEXT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort((a, b) => (b === "en") - (a === "en") || (a < b ? -1 : 1));

/** The words of a file of a language, as one object. */
export async function wordsOf(tag, file) {
  const url = new URL(`${tag}/${file}`, TEXT);
  if (file.endsWith(".json")) return JSON.parse(readFileSync(url, "utf8"));
  const { default: words, ...named } = await import(url);
  return words ?? named;
}

/** Every text of a catalogue by its path; the value a text is chosen by is part of the path. */
export function texts(node, path = "", found = new Map()) {
  if (typeof node === "string") return found.set(path, node);
  if (typeof node !== "object" || node === null) return found;
  const chosen =
    /(^|\.)(findings|options|diagnosis|filing)\./.test(path) && typeof node.by === "string";
  for (const [key, child] of Object.entries(node)) {
    if (chosen && key === "by") continue;
    const below = chosen ? `${path}[${node.by}=${key}]` : `${path}.${key}`;
    texts(child, path ? below : key, found);
  }
  return found;
}

/** The names that a text inserts. */
export function inserts(text) {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name))].sort();
}

export function missing(wanted, present) {
  const known = new Set(present);
  return wanted.filter((name) => !known.has(name));
}
