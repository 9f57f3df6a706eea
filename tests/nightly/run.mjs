// Every long suite, one after the other, each with its time, and one summary: `npm run nightly`. Suites have their own
// commands; here are also the surroundings that a developer's machine does not have: other versions of Node,
// other days, zones, and languages, a folder with blanks and umlauts that nobody may write to, no home, and a busy machine.
//
//     npm run nightly [-- --brief] [--only=oracle,node-22]
//
// `--brief` asks for a tenth of what suites do by night, and leaves out those that have no small size.
import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { targetDir } from "../../scripts/tools.mjs";
import { SUITES } from "./suites.mjs";
import { surroundings } from "./surroundings.mjs";
import { Skipped, within } from "./within.mjs";

const { values } = parseArgs({
  options: { brief: { type: "boolean", default: false }, only: { type: "string" } },
});
const folder = join(targetDir, "nightly");
await mkdir(folder, { recursive: true });

const all = [...SUITES, ...surroundings(folder)];
const names = all.map(({ name }) => name);
const wanted = values.only?.split(",") ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`no such suite: ${unknown}; there are ${names.join(", ")}`);

const results = [];
for (const suite of all.filter(({ name }) => wanted.includes(name))) {
  const result = await outcomeOf(suite);
  results.push(result);
  console.log(line(result));
}
console.log(`\n${"outcome".padEnd(8)} minutes of at most  suite`);
for (const result of results) console.log(line(result));
const failed = results.filter(({ outcome }) => outcome === "failed");
for (const { name, log } of failed) {
  console.log(`\n── ${name}: the end of ${log}`);
  console.log((await readFile(log, "utf8")).split("\n").slice(-40).join("\n"));
}
console.log(`\n${results.length - failed.length} of ${results.length} suites did not fail`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs a suite; what it prints goes to a file, whose last line is its figure. */
async function outcomeOf({ name, minutes, run, small }) {
  const log = join(folder, `${name}.log`);
  const most = values.brief ? Math.min(minutes, 10) : minutes;
  const start = performance.now();
  const output = createWriteStream(log);
  const call = (command, args, options) => within(most, output, command, args, options);
  const did = async () => {
    if (values.brief && small === undefined) throw new Skipped("it has no small size");
    await run(call, values.brief ? small : []);
  };
  const said = await did().then(
    () => ({ outcome: "passed" }),
    (error) => ({
      outcome: error instanceof Skipped ? "skipped" : "failed",
      why: error.message,
    }),
  );
  await new Promise((done) => output.end(done));
  const lines = (await readFile(log, "utf8")).trim().split("\n");
  const took = (performance.now() - start) / 60_000;
  return { name, log, most, took, figure: said.why ?? lines.at(-1), ...said };
}

function line({ name, outcome, took, most, figure }) {
  const time = `${took.toFixed(1).padStart(7)} of ${String(most).padStart(7)}`;
  return `${outcome.padEnd(8)} ${time}  ${name}: ${figure.slice(0, 160)}`;
}
