// The claims of the scenarios (tests/scenarios/*.md), all of them, with what each brings: claims and
// options of the wrong type too; and those that the bench draws (tests/bench/claims.mjs).
import { readdirSync, readFileSync } from "node:fs";
import { customers, evidenceAbout, generatedClaims } from "../bench/claims.mjs";
import { EDITIONS, TODAY } from "./world.mjs";

const FOLDER = new URL("../scenarios/", import.meta.url);
const SAMPLES = new URL("../samples/", import.meta.url);

/** `[{ name, claim, evidence, options }]`: each by its own options, else by every edition and by day. */
export function scenarioCases(library) {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
  return files.sort().flatMap((file) => {
    const [start, ...sections] = readFileSync(new URL(file, FOLDER), "utf8").split("\n## ");
    const common = read(start);
    return sections.flatMap((section) => {
      const own = read(section);
      const sources = own.isWithout ? own.sources : [...common.sources, ...own.sources];
      const one = {
        name: `${file}: ${section.split("\n")[0]}`,
        claim: own.claim ?? { ...common.fields, ...own.fields },
        evidence: evidenceOf(library, sources),
      };
      if (typeof own.options !== "object" || own.options === null) {
        if (own.options !== undefined) return [{ ...one, options: own.options }];
      } else if ("ruleset" in own.options) {
        return [{ ...one, options: { today: TODAY, ...own.options } }];
      }
      return [undefined, ...EDITIONS].map((ruleset) => ({
        ...one,
        options: { today: TODAY, ...(ruleset && { ruleset }), ...own.options },
      }));
    });
  });
}

/** What a section says, `isWithout` if it does not build on what stands before the first one. */
function read(section) {
  const blocks = Object.fromEntries(
    ["claim", "options"].map((name) => [
      name,
      section.match(new RegExp(`^\`\`\`json ${name}\n([\\s\\S]*?)^\`\`\``, "m"))?.[1],
    ]),
  );
  const fields = {};
  for (const [, field, value] of section.matchAll(/^\| (\w+) \| ?(.*?) ?\|$/gm))
    if (field !== "field") fields[field] = value.replace(/^`(.*)`$/, "$1");
  const sources = [];
  for (const [, source, json] of section.matchAll(
    /^(?:Evidence: (.+)|```json evidence\n([\s\S]*?)^```)$/gm,
  ))
    if (source !== "none") sources.push(json === undefined ? source : JSON.parse(json));
  return {
    fields,
    sources,
    isWithout: /^Evidence: none$/m.test(section),
    claim: blocks.claim && JSON.parse(blocks.claim),
    options: blocks.options && JSON.parse(blocks.options),
  };
}

/** One source alone is evidence as it stands, with all that is wrong in it; several are merged. */
function evidenceOf(library, sources) {
  const parts = sources.map((source) => {
    if (typeof source !== "string") return source;
    const [, name, tenantId, domain] =
      /^(\S+)(?: from tenant (\S+))?(?: for domain (\S+))?$/.exec(source) ?? [];
    const text = readFileSync(new URL(name, SAMPLES), "utf8");
    return library.readEvidence(text, { name, tenantId, domain }).evidence;
  });
  const [first = {}, ...others] = parts;
  return others.reduce((all, part) => library.mergeEvidence(all, part), first);
}

/** The bench's claims, in order and with one and five faults, each by edition and by day. */
export function benchCases(library, count) {
  const all = customers(count);
  const evidence = all.map((customer) => evidenceAbout(library, [customer]));
  return Object.entries(generatedClaims(all)).flatMap(([name, claims]) =>
    claims.flatMap((claim, at) =>
      [undefined, ...EDITIONS].map((ruleset) => ({
        name: `bench, ${name}`,
        claim,
        evidence: evidence[at],
        options: { today: TODAY, ...(ruleset && { ruleset }) },
      })),
    ),
  );
}
