// Writes what the scripts take from the core and from the languages' folders: the registry, the SKU
// table, the hashes of the wasm, and who loads which text. A language is a folder under www/text.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { languages, wordsIn } from "./languages.mjs";
import { packageVersion } from "./offline.mjs";
import { generated, inRoot, writeIfChanged } from "./tools.mjs";

export async function buildTexts() {
  const tags = await languages();
  const claims = Object.entries(await inEach(tags, "claim", "default"));
  const names = Object.fromEntries(claims.map(([tag, { name }]) => [tag, name]));
  const { params, laterLists, ...registry } = await readRegistry();
  const csv = await readFile(inRoot("src", "facts", "skus.csv"), "utf8");
  const [check, core] = await Promise.all(
    ["cpor_check", "cpor_core"].map((name) => readFile(join(generated, `${name}_bg.wasm`))),
  );
  const files = {
    "registry.js": typed("../lib/registry.js", "Registry") + constant("REGISTRY", registry),
    // With the core: a form can do without.
    "later-lists.js": `/** @type {Partial<import("./lists.js").Lists>} */\n${constant("LATER_LISTS", laterLists)}`,
    ...contract({
      registry,
      laterLists,
      params,
      tags,
      english: Object.fromEntries(claims).en,
      names,
    }),
    "skus.ts": exported("string", JSON.stringify(csv), "The SKU table, as `init` takes it."),
    "hashes.js": constant("CHECK", integrity(check)) + constant("CORE", integrity(core)),
    "version.js": constant("VERSION", await packageVersion()),
    "inline.js": constant("CORE", core.toString("base64")),
    "texts.js": loaders(tags),
    // Apart, because a bundle has all that its scripts might import: the package has no such page.
    "many-texts.js": byTag("manyTexts", tags, (tag) => load(tag, "many")),
    "form-texts.js": byTag("formTexts", tags, (tag) => load(tag, "form")),
    // Apart, because nothing but the command line says them.
    "command-line-texts.js": commandLine(tags),
    // Apart, and not as imports: what a script shows before others have come takes no further file.
    "placeholders.js": constant("PLACEHOLDERS", await inEach(tags, "loading", "element")),
    "notes.js": constant("NOTES", await inEach(tags, "loading", "notes")),
    "texts-inline.js": inlined(tags),
    ...Object.fromEntries(tags.map((tag) => [`text-${tag}.ts`, whole(tag)])),
  };
  for (const [name, content] of Object.entries(files))
    await writeIfChanged(join(generated, name), content);
}

export const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** The type of the constant that follows, for TypeScript. */
const typed = (module, type) => `/** @type {import("${module}").${type}} */\n`;
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
function loaders(tags) {
  const parts = (tag) => ["claim", "rest"].map((file) => `${file}: ${load(tag, file)}`).join(", ");
  return [
    typed("../lib/languages.js", "Loaders"),
    byTag("texts", tags, (tag) => `{ ${parts(tag)} }`),
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
  const type = typed("../lib/languages.js", "Loaders");
  return imports.join("") + type + byTag("texts", tags, (tag) => parts(tags.indexOf(tag)));
}

function commandLine(tags) {
  const imports = tags.map(
    (tag, at) => `import words${at} from "../text/${tag}/command-line.js";\n`,
  );
  return imports.join("") + byTag("commandLineTexts", tags, (tag) => `words${tags.indexOf(tag)}`);
}

/** A language in one, for who brings it to `init`. */
function whole(tag) {
  return [
    `import { merged } from "../lib/words.js";`,
    `import type { Catalogue } from "../lib/types.js";`,
    `import claim from "../text/${tag}/claim.js";`,
    `import rest from "../text/${tag}/rest.js";\n`,
    exported("Catalogue", "merged(claim, rest) as Catalogue", "A language, as `init` takes it."),
  ].join("\n");
}

const exported = (type, value, doc) =>
  `/** ${doc} */\nconst value: ${type} = ${value};\nexport default value;\n`;

/* The contract as types: closed lists, the claim, and the findings by their codes */

export function contract({ registry, laterLists, params, tags, english, names }) {
  const ofCore = { ...registry.lists, ...laterLists };
  const lists = { ...ofCore, Locale: tags };
  return {
    "lists.ts": [
      "// Generated from the core's lists.\n",
      ...Object.keys(lists)
        .sort()
        .map((name) => `${union(name, lists[name].map(literal))}\n`),
      `/** Every list of the core, by the name of its type. */\nexport interface Lists {`,
      ...Object.keys(ofCore).map((name) => `  ${name}: ${name}[];`),
      "}\n",
    ].join("\n"),
    "names.ts": [
      `import type { Field, Locale } from "./lists.js";\n`,
      `export const FIELDS: readonly Field[] = ${JSON.stringify(registry.lists.Field)};`,
      `export const LOCALES: readonly Locale[] = ${JSON.stringify(tags)};`,
      // Browsers take longer to name a language than a page to start.
      `export const LANGUAGE_NAMES: Record<Locale, string> = ${JSON.stringify(names)};`,
      // The same goes for months.
      "/** The month of each rule set's page, by the rule set's ID. */",
      `export const RULESET_MONTHS: Record<Locale, Record<string, string>> = ${JSON.stringify(months(registry.rulesets, tags))};\n`,
    ].join("\n"),
    "records.ts": records(registry, params, english),
  };
}

/** `{ [tag]: { [id]: text } }` */
function months(rulesets, tags) {
  const format = { month: "long", year: "numeric", timeZone: "UTC" };
  const inLanguage = (tag) => {
    const { format: named } = new Intl.DateTimeFormat(tag, format);
    return Object.fromEntries(rulesets.map(({ id, page }) => [id, named(new Date(page.date))]));
  };
  return Object.fromEntries(tags.map((tag) => [tag, inLanguage(tag)]));
}

const literal = (value) => JSON.stringify(value);

/** A type, broken into lines as the formatter would. */
function union(name, members) {
  const line = `export type ${name} = ${members.join(" | ")};`;
  if (line.length <= 100) return line;
  return `export type ${name} =${members.map((member) => `\n  | ${member}`).join("")};`;
}

function records({ lists, fields, codes }, params, english) {
  const used = new Set(["Authority", "Code", "Field", "Kind", "Severity"]);
  const named = (name) => {
    used.add(name);
    return name;
  };
  const listOf = ({ name, options }) => {
    const isIts = (list) => list[0].toLowerCase() + list.slice(1) === name;
    return options.length ? named(Object.keys(lists).find(isIts)) : "string";
  };
  const claim = fields.map((field) => {
    const { label, hint } = english.fields[field.name];
    const doc = `${label}. ${hint}`
      .replace(/\{(\w+)\}/g, (_, term) => english.terms[term])
      .replace(/\{(\w+):([\w-]+)\}/g, (_, of, option) => english.options[of][option]);
    return `  /** ${doc} */\n  ${field.name}?: Maybe<${listOf(field)}>;`;
  });
  const factsOf = (code, name) =>
    [`${code}.${name}`, name]
      .map((key) => params.find((param) => param.name === key))
      .find(Boolean);
  const typeOf = (code, [name, values]) => {
    const { value = "text", canBeEmpty } = factsOf(code, name) ?? {};
    const closed = values.map(literal).join(" | ");
    if (value === "texts") return `${closed ? `(${closed})` : "string"}[] | ""`;
    if (closed) return closed;
    if (value === "text" || value === "day") return "string";
    if (value.names) return `${named(value.names)}[]`;
    return canBeEmpty ? `${named(value.name)} | ""` : named(value.name);
  };
  const docOf = (code, name) => {
    const { value, canBeEmpty } = factsOf(code, name) ?? {};
    const said = [value === "day" && "ISO date.", canBeEmpty && "May be empty."].filter(Boolean);
    return said.length ? `    /** ${said.join(" ")} */\n` : "";
  };
  const members = codes.map(({ code, params: its }) => {
    const lines = its.map(
      (param) => `${docOf(code, param[0])}    ${param[0]}: ${typeOf(code, param)};\n`,
    );
    return `  ${literal(code)}: ${its.length ? `{\n${lines.join("")}  }` : "NoParams"};`;
  });
  return `// Generated from the core's registry, with the English names of the fields.

import type { Action, FindingSource, Maybe } from "../lib/types.js";
import type { ${[...used].sort().join(", ")} } from "./lists.js";

/** A claim, as a person typed it. Texts may carry what pasting leaves behind. */
export interface Claim {
${claim.join("\n")}
  /** Older name of \`partnerId\`, which wins where both are given. */
  mpnId?: Maybe<string>;
}

/** Of a code without parameters. */
export type NoParams = Record<never, never>;

/** The parameters of findings, by their codes: what the texts were made of. */
export interface ParamsByCode {
${members.join("\n")}
}

/** Something to say about the claim; what its code is decides its parameters. */
export type Finding = { [Name in Code]: FindingOf<Name> }[Code];

/** The finding of a code. */
export interface FindingOf<Name extends Code> {
  code: Name;
  /** \`field\`: shown at the field. \`outcome\`: the input is fine, shown in a result region. */
  kind: Kind;
  severity: Severity;
  /** Claim fields that it is about, first the one to go to. Empty if it is about the input as a whole. */
  fields: Field[];
  params: ParamsByCode[Name];
  /** What can be done about it, the best first. */
  actions: Action[];
  what: string;
  why: string;
  next: string;
  source: FindingSource;
  /** Further places in the rule set that say something about it. */
  sources?: FindingSource[];
  /** Who acts on it: Partner Center, a reviewer, or nobody but our inference, which never blocks. */
  authority: Authority;
  /** The code's card in the documentation: a path in the package's \`dist\`, and on the site. It stays. */
  docs: string;
}
`;
}
