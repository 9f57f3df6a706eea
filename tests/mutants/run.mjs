// Does a test notice each small change of the core? cargo-mutants lists the changes; nearly all of them
// are built at once, each behind a switch (`src/main.rs`), and each is then tried with just those tests
// that come by it, the fastest first. What has no switch, such as a change of a constant, is built alone.
// The last line has the sum; a change that no test notices fails the run. A run that was broken off goes on
// where it stopped, as long as the core and the tests are the same.
//
//     npm run mutants [-- parts of changes' names, such as src/date.rs]
//     npm run mutants -- --corpus [parts]    how many of them the corpus notices alone
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isMain, targetDir } from "../../scripts/tools.mjs";
import { tryAlone } from "./alone.mjs";
import { ensureCargoMutants, listed } from "./cargo-mutants.mjs";
import { corpusNotices } from "./corpus.mjs";
import { excuses } from "./excuses.mjs";
import { keptIn } from "./kept.mjs";
import { switched } from "./switched.mjs";
import { testsOf } from "./tests.mjs";

const folder = join(targetDir, "mutants");
const OUTCOMES = ["caught", "timed out", "excused", "do not build", "missed"];

if (isMain(import.meta.url)) await mutate(process.argv.slice(2));

async function mutate(given) {
  await ensureCargoMutants();
  const parts = given.filter((part) => part !== "--corpus");
  const isAsked = ({ name }) => !parts.length || parts.some((part) => name.includes(part));
  const mutants = listed().filter(isAsked);
  const excused = excuses(mutants, !parts.length);
  if (given.includes("--corpus")) {
    const noticeable = mutants.filter(({ name }) => !excused.has(name));
    return corpusNotices(noticeable, join(folder, "corpus"));
  }
  const { outcomes: earlier, keep } = await keptIn(join(folder, "outcomes.txt"));
  const outcomes = new Map();
  const tell = ({ name }, outcome) => {
    outcomes.set(name, outcome);
    if (outcome === "missed") console.log(`missed: ${name}`);
  };
  const tried = [];
  for (const mutant of mutants) {
    const known = excused.has(mutant.name) ? "excused" : earlier.get(mutant.name);
    if (known) tell(mutant, known);
    else tried.push(mutant);
  }
  await tryAll(tried, (mutant, outcome) => {
    keep(mutant.name, outcome);
    tell(mutant, outcome);
  });

  const sum = (outcome) => [...outcomes.values()].filter((other) => other === outcome).length;
  const sums = OUTCOMES.map((outcome) => `${sum(outcome)} ${outcome}`);
  console.log(`${outcomes.size} mutants: ${sums.join(", ")}`);
  process.exitCode = sum("missed") ? 1 : 0;
}

/** Tells of each change what the tests say of it, as soon as it is known. */
async function tryAll(mutants, tell) {
  if (!mutants.length) return;
  const copy = switched(mutants, folder);
  for (const mutant of copy.unbuilt) tell(mutant, "do not build");
  console.log(
    `${copy.switched.length} switched, ${copy.unbuilt.length} do not build, ${copy.left.length} without a switch`,
  );
  const tests = await testsOf(copy.programs, copy.root, join(folder, "reached"));
  await beside([...copy.switched].reverse(), async ([number, mutant]) =>
    tell(mutant, await tests.outcome(number, mutant)),
  );
  console.log(`${copy.left.length} without a switch, built alone`);
  await tryAlone(copy.left, folder, tell);
}

/** Works on as many at once as there are cores. */
async function beside(items, work) {
  const worker = async () => {
    while (items.length) await work(items.pop());
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
