// A language is a folder. What each of them lacks, has too much or inserts otherwise than English, and
// what a translator is told of every text (www/text/context.json).

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { init, LOCALES, rulesets } from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { FILES, inserts, missing, TAGS, TEXT, texts, wordsOf } from "../support/catalogues.mjs";

const { merged, wordsUnder } = await imported(inRoot("www", "lib", "words.ts"));

await init();
const RULESETS = rulesets();
const ALL = Object.fromEntries(
  await Promise.all(TAGS.map(async (tag) => [tag, await filesOf(tag)])),
);
const [, ...OTHERS] = TAGS;

test("every folder is a language, in the order of the library", () => {
  assert.deepEqual(LOCALES, TAGS);
  for (const tag of TAGS) {
    assert.deepEqual(readdirSync(new URL(`${tag}/`, TEXT)).sort(), FILES, tag);
    assert.equal(ALL[tag]["claim.js"].tag, tag, `what www/text/${tag} calls itself`);
  }
});

for (const tag of OTHERS) {
  test(`${tag} has what English has`, () => {
    const { lacks, hasTooMuch, insertsOtherwise } = differences(ALL.en, ALL[tag]);
    const list = (heading, lines) =>
      lines.length ? [`${heading}:`, ...lines.map((line) => `  ${line}`)] : [];
    const told = [
      ...list("lacks", lacks),
      ...list("has too much", hasTooMuch),
      ...list("inserts otherwise", insertsOtherwise),
    ];
    if (told.length) assert.fail(`www/text/${tag} beside www/text/en\n${told.join("\n")}`);
  });
}

test("what a language lacks, has too much or inserts otherwise is seen", async () => {
  const spoilt = structuredClone(ALL.en);
  delete spoilt["claim.js"].fields.product.hint;
  spoilt["claim.js"].verdicts.fix.more = "More.";
  spoilt["rest.js"].lookUp.offline = "There is no connection to {server}.";
  spoilt["form.js"].newer = "Text";
  delete spoilt["columns.json"].columns.product;
  delete spoilt["loading.js"].page.late;
  delete spoilt["many.js"];
  const { lacks, ...others } = differences(ALL.en, spoilt);
  assert.ok(lacks.filter((line) => line.startsWith("many.js")).length > 100);
  assert.deepEqual(
    { lacks: lacks.filter((line) => !line.startsWith("many.js")), ...others },
    {
      lacks: [
        "claim.js fields.product.hint",
        "columns.json columns.product",
        "loading.js page.late",
      ],
      hasTooMuch: ["claim.js verdicts.fix.more"],
      insertsOtherwise: [
        "form.js newer: {rules} {version} in English, nothing here",
        "rest.js lookUp.offline: {host} in English, {server} here",
      ],
    },
  );
});

/** Of a language beside English, by file and key. */
function differences(english, other) {
  const lacks = [];
  const hasTooMuch = [];
  const insertsOtherwise = new Set();
  for (const file of FILES) {
    const [due, present] = [english, other].map((one) => [...keys(file, one[file]).keys()]);
    for (const path of missing(due, present)) lacks.push(`${file} ${path}`);
    for (const path of missing(present, due)) hasTooMuch.push(`${file} ${path}`);
  }
  const shown = ([path, mine, theirs]) => {
    const names = (list) => list.map((name) => `{${name}}`).join(" ") || "nothing";
    insertsOtherwise.add(`${path}: ${names(mine)} in English, ${names(theirs)} here`);
  };
  for (const file of ["many.js", "form.js", "loading.js", "command-line.js"])
    for (const found of insertedOtherwise(file, english[file], other[file] ?? {})) shown(found);
  // The library's words under each rule set: which terms a text has written out is the language's own.
  const places = Object.fromEntries(
    ["claim.js", "rest.js"].flatMap((file) =>
      [...texts(english[file]).keys()].map((path) => [path, file]),
    ),
  );
  for (const { id, days } of RULESETS) {
    const [mine, theirs] = [english, other].map(
      (one) => wordsUnder(id, merged(one["claim.js"], one["rest.js"]), days).words,
    );
    for (const [path, ...names] of insertedOtherwise("", mine, theirs))
      shown([`${places[path] ?? "rest.js"} ${path}`, ...names]);
  }
  return { lacks, hasTooMuch, insertsOtherwise: [...insertsOtherwise] };
}

/** Of names that people use, each language has its own. */
function keys(file, words) {
  if (!file.endsWith(".json")) return texts(words);
  const { columns = {}, answers = {} } = words ?? {};
  const flat = { columns: {}, answers: {} };
  for (const field of Object.keys(columns)) flat.columns[field] = "";
  for (const [field, codes] of Object.entries(answers)) {
    flat.answers[field] = Object.fromEntries(Object.keys(codes).map((code) => [code, ""]));
  }
  return texts(flat);
}

function insertedOtherwise(file, english, other) {
  const present = texts(other);
  return [...texts(english)].flatMap(([path, text]) => {
    if (!present.has(path)) return [];
    const [mine, theirs] = [inserts(text), inserts(present.get(path))];
    return `${mine}` === `${theirs}` ? [] : [[`${file} ${path}`.trim(), mine, theirs]];
  });
}

/* What translators are told */

const CONTEXT = JSON.parse(readFileSync(new URL("context.json", TEXT), "utf8"));
const GROUPS = {
  library: ["claim.js", "rest.js"],
  many: ["many.js"],
  form: ["form.js"],
  loading: ["loading.js"],
  commandLine: ["command-line.js"],
  columns: ["columns.json"],
  docs: ["docs.js"],
};

test("every text has one line that says what it is, and no line is unused", () => {
  const faults = [];
  for (const [group, files] of Object.entries(GROUPS)) {
    const used = new Set();
    for (const [tag, all] of Object.entries(ALL)) {
      for (const file of files) {
        for (const path of paths(all[file])) {
          const lines = linesFor(path, Object.keys(CONTEXT[group]));
          if (lines.length !== 1)
            faults.push(`${tag}/${file} ${path.join(".")}: ${lines.join(" and ") || "no line"}`);
          for (const line of lines) used.add(line);
        }
      }
    }
    for (const line of missing(Object.keys(CONTEXT[group]), [...used]))
      faults.push(`${group} ${line}: no text`);
  }
  assert.deepEqual(faults, []);
});

test("every parameter is explained, and nothing else is", () => {
  const files = Object.values(ALL).flatMap((all) => Object.values(all));
  const used = new Set(files.flatMap((words) => [...texts(words).values()].flatMap(inserts)));
  // Filled in before anything else: see www/lib/words.js.
  for (const name of used) if (name.endsWith("Names")) used.delete(name);
  const explained = Object.keys(CONTEXT.parameters);
  assert.deepEqual([...used].sort(), explained);
});

test("lines are short sentences", () => {
  for (const [group, lines] of Object.entries(CONTEXT)) {
    for (const [path, line] of Object.entries(lines)) {
      assert.match(line, /^\P{Ll}.*[.?)]$/u, `${group} ${path}`);
      assert.ok(line.length <= 200, `${group} ${path}: ${line.length} characters`);
    }
  }
});

test("the most specific line counts, and two of the same are none", () => {
  const lines = ["a", "a.*.c", "a.b", "*.b.c"];
  for (const [path, due] of [
    ["a.x", ["a"]],
    ["a.b", ["a.b"]],
    ["a.b.d", ["a.b"]],
    ["a.x.c.d", ["a.*.c"]],
    ["x.b", []],
    ["a.b.c", ["a.*.c", "*.b.c"]],
  ]) {
    assert.deepEqual(linesFor(path.split("."), lines), due, path);
  }
});

/** Paths of texts, as lists of keys; a rule set's own words stand where the common ones do. */
function paths(node, path = []) {
  if (typeof node === "string") return [path[0] === "rulesetWords" ? path.slice(2) : path];
  return Object.entries(node).flatMap(([key, child]) =>
    key === "by" && typeof child === "string" ? [] : paths(child, [...path, key]),
  );
}

/** A line is for the texts at its path and below; the longest counts, then the one with the fewest `*`. */
function linesFor(path, lines) {
  const fitting = lines
    .map((line) => ({ line, keys: line.split(".") }))
    .filter(({ keys }) =>
      keys.every((key, at) => at < path.length && (key === "*" || key === path[at])),
    )
    .map(({ line, keys }) => ({
      line,
      rank: keys.length * 100 - keys.filter((key) => key === "*").length,
    }));
  const best = Math.max(...fitting.map(({ rank }) => rank));
  return fitting.filter(({ rank }) => rank === best).map(({ line }) => line);
}

async function filesOf(tag) {
  const all = FILES.map(async (file) => [file, await wordsOf(tag, file)]);
  return Object.fromEntries(await Promise.all(all));
}
