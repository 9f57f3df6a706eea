// One claim, checked whole and with evidence, against validators: each says with its own schema which
// fields are well formed, the same hand-written rules say the rest, and the same words are put to it.
// Only where all find the same is anything measured.
import { commonEvidence, generatedClaims, scenarioClaims, TODAY } from "./claims.mjs";
import { compiledAjv } from "./first.mjs";
import { inBoth, library } from "./places.mjs";
import { VOID } from "./rounds.mjs";

export const OURS = "cpor-preflight";
/** Of these, the fastest counts: they run under a policy without `unsafe-eval`. */
const LEGAL = ["hand-written", "zod 4", "valibot", "ajv, compiled", "yup"];

export async function measure({ rounds, ms }) {
  const core = await import(library.node);
  await core.init();
  const input = {
    evidence: await commonEvidence(core),
    claims: generatedClaims(200),
    scenarios: await readableScenarios(core),
    today: TODAY,
    options: { rounds, ms },
  };
  const bundling = { plugins: [await compiledAjv()], loader: { ".wasm": "binary" } };
  return report(await inBoth("claim.task.mjs", input, bundling));
}

/**
 * With evidence as the core reads it: what it cannot read, no peer has to. Nor need they know of members
 * that claims do not have, or have under another name.
 */
async function readableScenarios(core) {
  const scenarios = await scenarioClaims(core);
  const isRead = ({ claim, evidence }) => {
    if ("mpnId" in claim) return false;
    const { findings } = core.checkClaim(claim, evidence, { ruleset: "2020-06", today: TODAY });
    const problems = ["evidence-malformed", "unknown-field"];
    return !findings.some(({ code }) => problems.includes(code));
  };
  return scenarios
    .filter(isRead)
    .map(({ evidence, ...rest }) => ({ ...rest, evidence: core.mergeEvidence(evidence, {}) }));
}

function report(places) {
  const lines = [];
  const problems = [];
  for (const [place, { races, differences }] of Object.entries(places)) {
    for (const { title, name, expected, actual } of differences.slice(0, 5)) {
      problems.push(`${place}, ${title}: ${name} finds\n${actual}\nand not\n${expected}`);
    }
    if (differences.length > 5) problems.push(`and ${differences.length - 5} more`);
    for (const { name, results, sameAgain } of races) {
      if (sameAgain >= VOID) {
        problems.push(`${place}, ${name}: ${(sameAgain * 100).toFixed(1)} % apart from itself`);
      }
      const ours = results.find((result) => result.name === OURS);
      for (const { name: contender, median, iqr, p99 } of results) {
        const cells = [median, ...iqr, p99, median / ours.median].map((value) => value.toFixed(2));
        lines.push(`| ${place} | ${name} | ${contender} | ${cells.join(" | ")} |`);
      }
    }
  }
  const details = [
    "| place | claims | contender | µs, median | lower quartile | upper quartile | p99 | × ours |",
    "|---|---|---|---:|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
  return {
    details,
    rows: claimRows(places),
    problems,
  };
}

function ratio({ races }, name, pick) {
  const race = races.find((one) => one.name === name);
  if (!race) return undefined;
  const of = (who) => race.results.find((result) => result.name === who).median;
  return Math.min(...pick.map(of)) / of(OURS);
}

function claimRows({ node, chromium }) {
  const row = (name, against, pick, goal) => ({
    what: `one claim, ${name}`,
    against,
    node: ratio(node, `${name}, new object`, pick),
    chromium: ratio(chromium, `${name}, new object`, pick),
    goal,
  });
  return ["good", "1 fault", "5 faults"].flatMap((name) => [
    row(name, "the fastest that a strict policy allows", LEGAL, 1),
    row(name, "zod 4", ["zod 4"], 1.3),
    row(name, "ajv, compiled", ["ajv, compiled"], 1),
    row(name, "hand-written", ["hand-written"]),
    row(name, "valibot", ["valibot"]),
    row(name, "arktype", ["arktype"]),
    row(name, "yup", ["yup"]),
    row(name, "zen-engine-wasm", ["zen-engine-wasm"]),
  ]);
}
