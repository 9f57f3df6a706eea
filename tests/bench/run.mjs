// Measures against what a portal would use instead, in Node and in headless Chromium, as one Markdown
// table: `npm run bench`, or `npm run bench -- claim cold` for some of it. Each measurement is a file
// of this folder.
//
// - `--rounds=30 --ms=60`: rounds of a race, and how long a turn takes at least; `--ms=300` where there
//   is an hour
// - `--samples=15`: starts of processes and pages
// - `--brief`: less of a measurement, as its file says
// - `--update`: puts the rows into the table of README.md here
// - `--anyway`: also where the machine is busy with something else; such figures are worth little, and void ones no failure
import { readFile, writeFile } from "node:fs/promises";
import { build } from "../../scripts/build.mjs";
import { ensurePackages, inRoot } from "../../scripts/tools.mjs";
import { ensureBrowser } from "../browser/browsers.mjs";
import { busyShare, load, machine } from "./places.mjs";

const MEASUREMENTS = {
  bulk: () => import("./bulk.mjs"),
  claim: () => import("./claim.mjs"),
  cold: () => import("./cold.mjs"),
  csp: () => import("./csp.mjs"),
  findings: () => import("./findings.mjs"),
  gigabyte: () => import("./gigabyte.mjs"),
  many: () => import("./many.mjs"),
  people: () => import("./people.mjs"),
  workbook: () => import("./workbook.mjs"),
};
/** Takes minutes and gigabytes of disk, so it is measured only where it is named. */
const LONG = ["gigabyte"];
const RESULTS = inRoot("tests", "golden", "bench.json");
const README = inRoot("tests", "bench", "README.md");
const BUSY = 0.1;

const given = process.argv.slice(2);
const named = given.filter((text) => !text.startsWith("--"));
const unknown = named.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  throw new Error(`no such measurement: ${unknown}; there are ${Object.keys(MEASUREMENTS)}`);
}
const flag = (name) => given.includes(`--${name}`);
const number = (name, otherwise) =>
  Number(given.find((text) => text.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);
const options = {
  rounds: number("rounds", 30),
  ms: number("ms", 60),
  samples: number("samples", 15),
  brief: flag("brief"),
};

await ensurePackages();
await ensurePackages(inRoot("tests", "bench"));
await build();
await ensureBrowser();

const busy = await busyShare();
const isBusy = busy > BUSY;
console.log(`\n${await machine()}; busy with something else: ${(busy * 100).toFixed(0)} %`);
if (isBusy && !flag("anyway")) {
  throw new Error(
    "The machine is busy: figures would be worth little. --anyway measures all the same.",
  );
}

const results = JSON.parse(await readFile(RESULTS, "utf8").catch(() => "{}"));
const usual = Object.keys(MEASUREMENTS).filter((name) => !LONG.includes(name));
for (const name of named.length > 0 ? named : usual) {
  const { measure } = await MEASUREMENTS[name]();
  const failed = (error) => ({ details: "", rows: [], problems: [error.stack] });
  const on = { day: new Date().toISOString().slice(0, 10), machine: await machine() };
  const before = load();
  const measured = await measure(options).catch(failed);
  const { details, rows, problems = [], voids = [], isPublished = false } = measured;
  on.load = [before, load()];
  console.log(`\n## ${name}\n\n${details}`);
  for (const problem of problems) console.log(`\nWrong: ${problem}`);
  for (const one of voids) console.log(`\nVoid, and not in the table: ${one}`);
  // On a busy machine nothing else is to be expected.
  if (problems.length > 0 || (voids.length > 0 && !flag("anyway"))) process.exitCode = 1;
  const valid = rows.filter(({ node, chromium }) => (node ?? chromium) !== undefined);
  if (problems.length === 0 && valid.length > 0)
    results[name] = { on, rows: valid, ...(isPublished && { details, voids }) };
}
const text = table(results);
console.log(`\n${text}`);
if (flag("update")) await update(text);

/**
 * One row a comparison: how many times as fast the library is, in each place, what it should be, and under
 * which conditions that was measured.
 */
function table(all) {
  const cell = (ratio) => {
    if (ratio === undefined) return "–";
    return ratio < 1 ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2);
  };
  const machines = [...new Set(Object.values(all).map(({ on }) => on.machine))];
  const lines = Object.values(all).flatMap(({ on, rows }) =>
    rows.map(({ what, against, node, chromium, goal }) => {
      const met = [node, chromium].every((ratio) => ratio === undefined || ratio >= (goal ?? 0));
      const wanted = goal === undefined ? "" : `${goal}${met ? "" : ", missed"}`;
      const where = `${machines.indexOf(on.machine) + 1}, ${on.day}, ${on.load.map((one) => one.toFixed(1)).join("–")}`;
      return `| ${what} | ${against} | ${cell(node)} | ${cell(chromium)} | ${wanted} | ${where} |`;
    }),
  );
  return [
    "| what | against | Node | Chromium | goal | machine, day, load |",
    "|---|---|---:|---:|---|---|",
    ...lines,
    "",
    ...machines.map((machine, at) => `Machine ${at + 1}: ${machine}`),
    ...Object.entries(all).flatMap(([name, one]) => (one.details ? published(name, one) : [])),
  ].join("\n");
}

/** All that was measured, where ratios alone say too little; with what is void in it. */
function published(name, { on, details, voids }) {
  const load = on.load.map((one) => one.toFixed(1)).join("–");
  return [
    ...["", `### ${name}, ${on.day}, load ${load}`, "", details, ""],
    ...(voids.length > 0 ? ["Void, because the page differs from itself:", ""] : []),
    ...voids.map((one) => `- ${one}`),
  ];
}

/** Rows that were not measured this time stay as they are. */
async function update(text) {
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  const readme = await readFile(README, "utf8");
  const place = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
  if (!place.test(readme)) throw new Error("the README has no place for the table");
  await writeFile(
    README,
    readme.replace(place, (_, from, to) => `${from}\n${text}\n\n${to}`),
  );
}
