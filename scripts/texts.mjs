// Writes what the scripts take from the core and from the languages' folders: the registry, the SKU
// table, the hashes of the wasm, and who loads which text. A language is a folder under www/text.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { languages, wordsIn } from "./languages.mjs";
import { generated, inRoot, writeIfChanged } from "./tools.mjs";
import { MODULES } from "./wasm.mjs";

export async function buildTexts() {
  const tags = await languages();
  const claims = Object.entries(await inEach(tags, "claim", "default"));
  const names = Object.fromEntries(claims.map(([tag, { name }]) => [tag, name]));
  const registry = await readRegistry();
  const csv = await readFile(inRoot("src", "facts", "skus.csv"), "utf8");
  const wasm = Object.keys(MODULES).map((name) => [
    name === "cpor_core" ? "CORE" : "CHECK",
    readFile(join(generated, `${name}_bg.wasm`)),
  ]);
  const constants = async (describe) =>
    (
      await Promise.all(wasm.map(async ([name, bytes]) => constant(name, describe(await bytes))))
    ).join("");
  const files = {
    "registry.js": constant("REGISTRY", registry),
    "lists.js": [
      constant("FIELDS", registry.lists.Field),
      constant("LOCALES", tags),
      // Browsers take longer to name a language than a page to start.
      constant("LANGUAGE_NAMES", names),
    ].join(""),
    "lists.d.ts": types({ ...registry.lists, Locale: tags }),
    "skus.js": `export default ${JSON.stringify(csv)};\n`,
    "hashes.js": await constants(integrity),
    "inline.js": (await constants((bytes) => bytes.toString("base64"))).replace(/.*CHECK.*\n/, ""),
    "texts.js": loaders(tags),
    // Apart, because a bundle has all that its scripts might import: the package has no such page.
    "bulk-texts.js": byTag("bulkTexts", tags, (tag) => load(tag, "bulk")),
    // Apart, and not as imports: what a script shows before others have come takes no further file.
    "placeholders.js": constant("PLACEHOLDERS", await inEach(tags, "loading", "element")),
    "notes.js": constant("NOTES", await inEach(tags, "loading", "notes")),
    "texts-inline.js": inlined(tags),
    ...Object.fromEntries(tags.map((tag) => [`text-${tag}.js`, whole(tag)])),
  };
  for (const [name, content] of Object.entries(files))
    await writeIfChanged(join(generated, name), content);
}

export const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

const constant = (name, value) => `export const ${name} = ${JSON.stringify(value)};\n`;

/** All that the core has as lists; what belongs to a rule set stands with it. */
async function readRegistry() {
  const glue = join(generated, "cpor_core.js");
  const core = await import(`${pathToFileURL(glue)}?${Date.now()}`);
  core.initSync({ module: await readFile(join(generated, "cpor_core_bg.wasm")) });
  const described = core.registry();
  const [{ ruleset, codes, ...common }] = described;
  const rulesets = described.map(({ ruleset: own, codes: all }) => ({
    ...own,
    ruled: all.map(({ severity, except, section }) => ({ severity, except, section })),
  }));
  const shared = codes.map(({ severity, except, section, ...code }) => code);
  return { ...common, rulesets, codes: shared };
}

/** Each file of a language is loaded when it is needed. */
function loaders(tags) {
  const parts = (tag) => ["claim", "rest"].map((file) => `${file}: ${load(tag, file)}`).join(", ");
  return [
    byTag("texts", tags, (tag) => `{ ${parts(tag)} }`),
    byTag("pageTexts", tags, (tag) => load(tag, "page")),
  ].join("");
}

const load = (tag, file) => `() => import("../text/${tag}/${file}.js")`;
const byTag = (name, tags, of) =>
  `export const ${name} = {\n${tags.map((tag) => `  "${tag}": ${of(tag)},\n`).join("")}};\n`;

/** What a file of each language exports under a name. */
async function inEach(tags, file, name) {
  const words = tags.map(async (tag) => [tag, (await wordsIn(tag, file))[name]]);
  return Object.fromEntries(await Promise.all(words));
}

/** All of it at once, in the shape of `loaders`. */
function inlined(tags) {
  const imports = tags.flatMap((tag, at) =>
    ["claim", "rest"].map((file) => `import * as ${file}${at} from "../text/${tag}/${file}.js";\n`),
  );
  const parts = (at) => `{ claim: () => claim${at}, rest: () => rest${at} }`;
  return imports.join("") + byTag("texts", tags, (tag) => parts(tags.indexOf(tag)));
}

/** A language in one, for who brings it to `init`. */
function whole(tag) {
  return [
    `import { merged } from "../lib/words.js";`,
    `import claim from "../text/${tag}/claim.js";`,
    `import rest from "../text/${tag}/rest.js";`,
    "export default merged(claim, rest);\n",
  ].join("\n");
}

/** A type for each closed list, broken into lines as the formatter would. */
function types(lists) {
  const union = (name) => {
    const literals = lists[name].map((value) => JSON.stringify(value));
    const line = `export type ${name} = ${literals.join(" | ")};`;
    if (line.length <= 100) return line;
    return `export type ${name} =${literals.map((literal) => `\n  | ${literal}`).join("")};`;
  };
  return `// Generated from the core's lists.\n\n${Object.keys(lists).sort().map(union).join("\n\n")}\n`;
}
