// Does a test notice each small change of the core? cargo-mutants lists the changes; nearly all of them
// are built at once, each behind a switch (`src/main.rs`), and each is then tried with just those tests
// that come by it, the fastest first. What has no switch, such as a change of a constant, is left to
// cargo-mutants itself. The last line has the sum; a change that no test notices fails the run.
//
//     npm run mutants [-- part of a change's name, such as src/date.rs]
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ensureCargoMutants, isMain, targetDir } from "../../scripts/tools.mjs";
import { builtAlone, listed } from "./cargo-mutants.mjs";
import { excuses } from "./excuses.mjs";
import { switched } from "./switched.mjs";
import { testsOf } from "./tests.mjs";

const folder = join(targetDir, "mutants");
const OUTCOMES = ["caught", "timed out", "excused", "do not build", "missed"];

if (isMain(import.meta.url)) await mutate(process.argv[2] ?? "");

async function mutate(part) {
  await ensureCargoMutants();
  const mutants = listed().filter(({ name }) => name.includes(part));
  const excused = excuses(mutants, part === "");
  const outcomes = new Map([...excused.keys()].map((name) => [name, "excused"]));
  const tried = mutants.filter(({ name }) => !excused.has(name));
  const tell = ({ name }, outcome) => {
    outcomes.set(name, outcome);
    if (outcome === "missed") console.log(`missed: ${name}`);
  };

  const copy = switched(tried, folder);
  for (const mutant of copy.unbuilt) tell(mutant, "do not build");
  console.log(
    `${copy.switched.length} switched, ${copy.unbuilt.length} do not build, ${copy.left.length} without a switch`,
  );
  const tests = await testsOf(copy.programs, copy.root, join(folder, "reached"));
  await beside([...copy.switched].reverse(), async ([number, mutant]) =>
    tell(mutant, await tests.outcome(number, mutant)),
  );
  console.log(`${copy.left.length} without a switch, built alone`);
  for (const [mutant, outcome] of builtAlone(copy.left, folder)) tell(mutant, outcome);

  const lines = [...outcomes].map(([name, outcome]) => `${outcome}: ${name}\n`);
  writeFileSync(join(folder, "outcomes.txt"), lines.join(""));
  const sum = (outcome) => [...outcomes.values()].filter((other) => other === outcome).length;
  const sums = OUTCOMES.map((outcome) => `${sum(outcome)} ${outcome}`);
  console.log(`${outcomes.size} mutants: ${sums.join(", ")}`);
  process.exitCode = sum("missed") ? 1 : 0;
}

/** Works on as many at once as there are cores. */
async function beside(items, work) {
  const worker = async () => {
    while (items.length) await work(items.pop());
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
