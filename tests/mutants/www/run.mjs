// Does a test notice each small change of the scripts? Stryker's instrumenter makes the changes, all are built at once,
// each behind a switch (`copy.mjs`), and each is tried with those tests that come by it (`units.mjs`). What does not compile
// counts neither way (`compiling.mjs`). The whole takes nights: they are asked in an order by a seed, so that those of --minutes, or the first --sample, are drawn by chance;
// --share=2/8 takes a part. A run that was broken off goes on where it stopped, as long as the sources are the same.
// --tests=library asks only those of one suite, --tests=page/many,page/plan only some files; after --budget seconds, no more
// of them are asked about one change, and it is unsettled.
//
//     npm run mutants:www -- [--minutes=60] [--sample=200] [--seed=20261130] [--share=1/1]
//       [--tests=library,browser,page] [--budget=120] [parts of names, such as www/lib/plain.ts]
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isMain, targetDir } from "../../../scripts/tools.mjs";
import { Random } from "../../oracle/drawing.mjs";
import { Asking } from "./ask.mjs";
import { compiler } from "./compiling.mjs";
import { builtCopy, copyTests, instrumented } from "./copy.mjs";
import { excuseOf, idleExcuses } from "./excuses.mjs";
import { figures } from "./figures.mjs";
import { kept } from "./kept.mjs";
import { listStarts, measured, SUITES } from "./units.mjs";

const folder = join(targetDir, "mutants-www");
/** Other tests change nothing about these. */
const FINAL = ["caught", "timed out", "not compiled"];

if (isMain(import.meta.url)) await mutate();

async function mutate() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: "string" },
      seed: { type: "string", default: "20261130" },
      share: { type: "string", default: "1/1" },
      minutes: { type: "string", default: "Infinity" },
      budget: { type: "string", default: "120" },
      tests: { type: "string", default: SUITES.join() },
    },
  });
  const { mutants, files } = await instrumented();
  const [idle] = idleExcuses(mutants);
  if (idle) throw new Error(`an excuse for nothing: ${idle.name}`);
  const { copy, units, outcomes, keep } = await prepared(files, values.tests.split(","));
  const [share, shares] = values.share.split("/").map(Number);
  const isAsked = ({ name }) =>
    !positionals.length || positionals.some((part) => name.includes(part));
  const chosen = shuffled(mutants.filter(isAsked), new Random(Number(values.seed)))
    .slice(0, values.sample && Number(values.sample))
    .filter((_, at) => at % shares === share - 1);

  const asking = new Asking(copy, Number(values.budget) * 1000);
  const compiles = compiler();
  const done = [];
  const until = performance.now() + Number(values.minutes) * 60_000;
  for (const mutant of chosen) {
    if (performance.now() > until) break;
    const outcome = excuseOf(mutant)
      ? "excused"
      : (outcomes.get(mutant.id) ?? (await tried(mutant)));
    done.push({ ...mutant, outcome });
    if (["missed", "not reached", "unsettled"].includes(outcome))
      console.log(`${outcome}: ${mutant.name} (line ${mutant.line})`);
  }
  const { lines, missed } = figures(done);
  console.log(lines.join("\n"));
  process.exitCode = missed ? 1 : 0;

  async function tried(mutant) {
    const sameFile = mutants.filter(({ file }) => file === mutant.file).map(({ id }) => id);
    const outcome = compiles(mutant)
      ? await asking.outcome(mutant, units, sameFile)
      : "not compiled";
    if (outcome !== "unsettled") keep(mutant.id, outcome);
    return outcome;
  }
}

/** The copy, the units with what each reaches, and what is known of mutants. */
async function prepared(files, suites) {
  const { tests, lines, keep } = await kept(folder);
  const copy = await builtCopy(folder, files);
  copyTests(copy);
  const known = new Map(lines("units").map((one) => [one.key + one.text, one.units]));
  const all = [];
  for (const start of listStarts(copy, suites)) {
    let units = known.get(start.key + start.text);
    if (!units) {
      units = await measured(copy, start, join(folder, `reached-${process.pid}`));
      keep("units", { ...start, units });
      console.log(
        `${start.key}: ${units.length ? `${sum(units)} ms` : "nothing passes without a mutant"}`,
      );
    }
    all.push(...units.map((unit) => ({ ...unit, reached: new Set(unit.reached) })));
  }
  // What a test has noticed, it still does; what none did, another one may.
  const valid = lines("outcomes").filter(
    (one) => FINAL.includes(one.outcome) || one.by === asking(tests),
  );
  return {
    ...{ copy, units: all },
    outcomes: new Map(valid.map(({ id, outcome }) => [id, outcome])),
    keep: (id, outcome) => keep("outcomes", { id, outcome, by: asking(tests) }),
  };

  function asking(hash) {
    return `${suites} of ${hash}`;
  }
}

function sum(units) {
  return units.reduce((ms, unit) => ms + unit.ms, 0);
}

/** In an order by chance, the same for the same seed. */
function shuffled(items, random) {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}
