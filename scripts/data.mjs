// The data that the package ships for other tools: the rules of each edition, and the corpus, claims with
// the answers that they get. The claims are those of the tests, which hold the answers to a second
// implementation; nothing in the data depends on a language but the reasons, which are English.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { handCases } from "../tests/oracle/hand.mjs";
import { scenarioCases } from "../tests/oracle/scenarios.mjs";
import { imported } from "./bundle.mjs";
import { corpusSchema, rulesSchema } from "./data-schemas.mjs";
import { generated, inRoot } from "./tools.mjs";

const ABOUT = {
  schema: 1,
  license: "MIT OR Apache-2.0",
  note: "Own words and made-up customers. Titles and addresses name Microsoft’s pages, whose texts are Microsoft’s.",
};

/** The library as it stands in the sources, loaded. */
export async function loadedLibrary() {
  const library = await imported(inRoot("www", "lib", "library.ts"), { conditions: ["inline"] });
  await library.init();
  return library;
}

/** The files by their paths in dist. */
export async function dataFiles(library) {
  const { REGISTRY } = await import(pathToFileURL(join(generated, "registry.js")));
  const files = {
    "rules/schema.json": rulesSchema(REGISTRY),
    "corpus/schema.json": corpusSchema(REGISTRY),
  };
  for (const rules of REGISTRY.rulesets) files[`rules/${rules.id}.json`] = rulesOf(REGISTRY, rules);
  for (const { topic, ...one } of corpus(library)) {
    const path = `corpus/${one.expect.ruleset}/${topic}.json`;
    files[path] ??= { ...ABOUT, cases: [] };
    files[path].cases.push(one);
  }
  return Object.fromEntries(Object.entries(files).map(([path, all]) => [path, written(all)]));
}

/** Each case on a line of its own. */
function written({ cases, ...rest }) {
  if (!cases) return `${JSON.stringify(rest, null, 1)}\n`;
  const lines = cases.map((one) => JSON.stringify(one)).join(",\n");
  return `${JSON.stringify(rest).slice(0, -1)},"cases":[\n${lines}\n]}\n`;
}

function rulesOf({ fields, checks, codes, skuTable }, { ruled, ...rules }) {
  const whole = ({ check, params, ...code }, at) => ({
    ...{ ...code, ...(check && { check }), params: Object.fromEntries(params) },
    ...ruled[at],
  });
  return { ...ABOUT, ...rules, fields, checks, codes: codes.map(whole), skuTable };
}

/** Every case, each claim once: `{ id, topic, title, claim, evidence, options, expect }`. */
export function corpus(library) {
  const counts = new Map();
  const seen = new Set();
  return [...scenarios(library), ...byHand()]
    .map((one) => ({ ...one, expect: answer(library, one) }))
    .filter(({ claim, evidence, options }) => {
      const key = JSON.stringify([claim, evidence, options]);
      return !seen.has(key) && seen.add(key);
    })
    .map(({ topic, title, ...rest }) => {
      const name = `${topic}/${slug(title)}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return { id: count > 1 ? `${name}-${count}` : name, topic, title, ...rest };
    });
}

/** By each edition; those whose answer does not depend on the day on which they are asked. */
function scenarios(library) {
  return scenarioCases(library)
    .filter(({ options }) => options?.ruleset && /^\d{4}-\d\d-\d\d$/.test(options.today))
    .map(({ name, ...rest }) => {
      const [file, title] = name.split(/: (.*)/s);
      return { topic: file.replace(".md", ""), title, ...rest };
    });
}

function byHand() {
  return handCases().map(({ name, file, claim, evidence, today, ruleset }) => ({
    topic: file.replace(".json", ""),
    title: name,
    ...{ claim, evidence, options: { today, ...(ruleset && { ruleset }) } },
  }));
}

/** What of a report another tool is held to. */
function answer({ checkClaim }, { claim, evidence, options }) {
  const report = unwarned(() => checkClaim(claim, evidence, { ...options, locale: "en" }));
  const placed = ({ section, url }) => ({ section, url });
  return {
    ruleset: report.ruleset,
    verdict: report.verdict,
    checks: Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome])),
    findings: report.findings.map(
      ({ code, severity, fields, params, why, source, sources = [] }) => ({
        ...{ code, severity, fields, params, why },
        source: [source, ...sources].map(placed),
      }),
    ),
  };
}

/** Some cases have odd options on purpose; who builds need not hear of them. */
function unwarned(call) {
  const { warn } = console;
  console.warn = () => {};
  try {
    return call();
  } finally {
    console.warn = warn;
  }
}

const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
