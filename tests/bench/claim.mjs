// One claim, checked whole, against validators: each says with its own schema which fields are well
// formed, the same hand-written rules say the rest, and the same words are put to it. Each claim is about
// another customer, without evidence and with evidence about all of them, which everybody may index once.
// Only where all find and say the same is anything measured.
import { customers, evidenceAbout, generatedClaims, readableScenarios, TODAY } from "./claims.mjs";
import { compiledAjv } from "./first.mjs";
import { inBoth, library } from "./places.mjs";
import { VOID } from "./rounds.mjs";

export const OURS = "cpor-preflight";
const CUSTOMERS = 500;
/** Of these, the fastest counts: they run under a policy without `unsafe-eval`. */
const LEGAL = ["hand-written", "zod 4", "valibot", "ajv, compiled", "yup"];
export async function measure({ rounds, ms }) {
  const core = await import(library.node);
  await core.init();
  const all = customers(CUSTOMERS);
  const input = {
    evidence: evidenceAbout(core, all),
    claims: generatedClaims(all),
    scenarios: await readableScenarios(core),
    today: TODAY,
    options: { rounds, ms },
  };
  const bundling = { plugins: [await compiledAjv()], loader: { ".wasm": "binary" } };
  return report(await inBoth("claim.task.mjs", input, bundling));
}

/** How a contender is called that has the hand-written rules beside its own schema. */
export const withRules = (name) =>
  name === "hand-written" ? "all rules by hand" : `${name}, and the same rules by hand`;

function report(places) {
  const lines = [];
  const problems = [];
  const voids = [];
  const [{ compared }] = Object.values(places);
  for (const [place, { races, differences }] of Object.entries(places)) {
    for (const { title, name, expected, actual } of differences.slice(0, 5))
      problems.push(`${place}, ${title}: ${name} finds\n${actual}\nand not\n${expected}`);
    if (differences.length > 5) problems.push(`and ${differences.length - 5} more`);
    for (const { name, results, sameAgain } of races) {
      if (sameAgain >= VOID)
        voids.push(`${place}, ${name}: ${(sameAgain * 100).toFixed(1)} % apart from itself`);
      const ours = results.find((result) => result.name === OURS);
      for (const { name: contender, median, iqr, p99 } of results) {
        const cells = [median, ...iqr, p99, median / ours.median].map((value) => value.toFixed(2));
        const who = contender === OURS ? OURS : withRules(contender);
        lines.push(`| ${place} | ${name} | ${who} | ${cells.join(" | ")} |`);
      }
    }
  }
  const details = [
    `Everybody finds and says the same on ${compared} claims`,
    "",
    "| place | claims | contender | µs, median | lower quartile | upper quartile | p99 | × ours |",
    "|---|---|---|---:|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
  return { details, rows: claimRows(places), problems, voids };
}

function ratio({ races }, name, pick) {
  const race = races.find((one) => one.name === name);
  if (!race || race.sameAgain >= VOID) return undefined;
  const of = (who) => race.results.find((result) => result.name === who).median;
  return Math.min(...pick.map(of)) / of(OURS);
}

function claimRows({ node, chromium }) {
  const row = (name, against, pick, goal) => ({
    ...{ what: `one claim, ${name}`, against, goal },
    ...{ node: ratio(node, name, pick), chromium: ratio(chromium, name, pick) },
  });
  const peers = [...LEGAL, "arktype", "zen-engine-wasm"];
  return node.races.flatMap(({ name }) => [
    row(name, "the fastest that a strict policy allows", LEGAL, 1),
    ...peers.map((peer) => row(name, withRules(peer), [peer], peer === "zod 4" ? 1.3 : undefined)),
  ]);
}
