// Writes what the scripts take from the core and from the languages' folders: the registry, the SKU
// table, the hashes of the wasm, and who loads which text. A language is a folder under www/text.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generated, inRoot, writeIfChanged } from "./tools.mjs";
import { MODULES } from "./wasm.mjs";

const text = inRoot("www", "text");

export async function buildTexts() {
  const tags = await readdir(text);
  // The first one is the fallback.
  tags.sort((a, b) => (b === "en") - (a === "en") || (a < b ? -1 : 1));
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
    "lists.js": constant("FIELDS", registry.lists.Field) + constant("LOCALES", tags),
    "lists.d.ts": types({ ...registry.lists, Locale: tags }),
    "skus.js": `export default ${JSON.stringify(csv)};\n`,
    "hashes.js": await constants(integrity),
    "inline.js": (await constants((bytes) => bytes.toString("base64"))).replace(/.*CHECK.*\n/, ""),
    "texts.js": await loaders(tags),
    // Apart, because a bundle has all that its scripts might import: the package has no such page.
    "bulk-texts.js": loadersOf("bulkTexts", tags, (tag) => load(tag, "bulk")),
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
    ruled: all.map(({ severity, except, section, url, authority, sources }) => ({
      ...{ severity, except, section, url, authority, sources },
    })),
  }));
  const own = ["severity", "except", "section", "url", "authority", "sources"];
  const shared = codes.map((code) =>
    Object.fromEntries(Object.entries(code).filter(([name]) => !own.includes(name))),
  );
  return { ...common, rulesets, codes: shared };
}

/** Each file of a language is loaded when it is needed. */
async function loaders(tags) {
  const parts = (tag) => ["claim", "rest"].map((file) => `${file}: ${load(tag, file)}`).join(", ");
  const names = await Promise.all(tags.map(async (tag) => [tag, (await claimOf(tag)).name]));
  return [
    loadersOf("texts", tags, (tag) => `{ ${parts(tag)} }`),
    loadersOf("pageTexts", tags, (tag) => load(tag, "page")),
    // Browsers take longer to name a language than a page to start.
    constant("LANGUAGE_NAMES", Object.fromEntries(names)),
  ].join("");
}

const load = (tag, file) => `() => import("../text/${tag}/${file}.js")`;
const loadersOf = (name, tags, of) =>
  `export const ${name} = {\n${tags.map((tag) => `  ${tag}: ${of(tag)},\n`).join("")}};\n`;

const claimOf = async (tag) =>
  (await import(`${pathToFileURL(join(text, tag, "claim.js"))}?${Date.now()}`)).default;

/** All of it at once, in the shape of `loaders`. */
function inlined(tags) {
  const imports = tags.flatMap((tag) =>
    ["claim", "rest"].map(
      (file) => `import * as ${file}_${tag} from "../text/${tag}/${file}.js";\n`,
    ),
  );
  const lines = tags.map(
    (tag) => `  ${tag}: { claim: () => claim_${tag}, rest: () => rest_${tag} },\n`,
  );
  return `${imports.join("")}export const texts = {\n${lines.join("")}};\n`;
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
