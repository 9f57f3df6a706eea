// From nothing to the first verdict in a new process of Node: everybody reads the same evidence and the
// same table of SKUs, and answers one claim in words. What pages take to start, `people` measures.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { withRules } from "./claim.mjs";
import { customers, evidenceAbout, generatedClaims, TODAY } from "./claims.mjs";
import { firstAnswers } from "./first.mjs";
import { here, library } from "./places.mjs";
import { quantile, shuffled, VOID } from "./rounds.mjs";

const OURS = "cpor-preflight, init()";
const AGAIN = "the first once more";

/** Each sample is a process; of what it takes, that of an empty one is taken off. */
export async function measure({ samples = 30 }) {
  const core = await import(library.node);
  await core.init();
  const all = customers(1);
  const evidence = evidenceAbout(core, all);
  const [claim] = generatedClaims(all)["5 faults"];
  const peers = await firstAnswers();
  const ours = { name: OURS, isLibrary: true, path: library.node };
  const contenders = [
    { name: "nothing" },
    ours,
    ...peers.filter(({ name }) => name !== "ajv, in the browser"),
    { ...ours, name: AGAIN },
  ].map((one) => ({ ...one, times: [], answers: new Set() }));
  for (let sample = 0; sample < samples; sample += 1) {
    for (const { path, isLibrary, times, answers } of shuffled(contenders)) {
      const input = { claim, evidence, today: TODAY, isLibrary };
      const from = path && pathToFileURL(path).href;
      const { stdout } = await promisify(execFile)(process.execPath, [
        join(here, "cold.task.mjs"),
        JSON.stringify({ ...input, from }),
      ]);
      const { ms, said } = JSON.parse(stdout);
      times.push(ms);
      answers.add(said);
    }
  }
  return report(contenders);
}

function report([{ times: bare }, ...contenders]) {
  const empty = quantile(bare, 0.5);
  const of = ({ times }, share) => quantile(times, share) - empty;
  const median = (name) =>
    of(
      contenders.find((one) => one.name === name),
      0.5,
    );
  const kb = (size) => (size === undefined ? "–" : (size / 1000).toFixed(1));
  const named = (name) => (name === OURS || name === AGAIN ? name : withRules(name));
  const lines = contenders.map((one) => {
    const cells = [0.5, 0.25, 0.75].map((share) => of(one, share).toFixed(1));
    return `| ${named(one.name)} | ${cells.join(" | ")} | ${kb(one.raw)} | ${kb(one.br)} |`;
  });
  const details = [
    `A process of Node that does nothing: ${empty.toFixed(1)} ms; it is taken off`,
    "",
    "| contender | ms, median | lower quartile | upper quartile | KB | KB, Brotli |",
    "|---|---:|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
  const problems = [];
  const apart = Math.abs(median(AGAIN) / median(OURS) - 1);
  const voids = apart >= VOID ? [`${(apart * 100).toFixed(1)} % apart from itself`] : [];
  const answers = new Set(contenders.flatMap((one) => [...one.answers]));
  if (answers.size !== 1) problems.push(`not all say the same:\n${[...answers].join("\n")}`);
  const others = contenders.filter(({ name }) => name !== OURS && name !== AGAIN);
  const rows = others.map(({ name }) => ({
    what: "new Node process to the first verdict",
    against: `${withRules(name)}, as a bundle`,
    node: median(name) / median(OURS),
  }));
  return { details, rows: voids.length > 0 ? [] : rows, problems, voids };
}
