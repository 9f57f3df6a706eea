// How many changes of the core the corpus notices alone, which other implementations are held to. It is a
// figure, and fails nothing: the corpus is about reports on claims, and the core does more.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { dist } from "../../scripts/tools.mjs";
import { switched } from "./switched.mjs";
import { numbers } from "./tests.mjs";

/** In ms: what the corpus may take over a change. */
const TIMEOUT = 30_000;

/** Prints the sum; what has no switch is not asked. */
export async function corpusNotices(mutants, folder) {
  const copy = switched(mutants, folder, ["--release", "--test", "corpus"]);
  const program = copy.programs.find(({ target }) => target.name === "corpus").executable;
  const reached = join(folder, "reached-by-corpus");
  if (!(await passes(program, copy.root, { MUTANTS_REACHED: reached })))
    throw new Error("the core does not answer as the corpus says");
  const coming = numbers(reached);
  const asked = copy.switched.filter(([number]) => coming.has(number));
  const missed = [];
  for (const [number, { name }] of asked)
    if (await passes(program, copy.root, { MUTANT: `${number}` })) missed.push(name);
  for (const name of missed) console.log(`missed: ${name}`);
  const caught = asked.length - missed.length;
  const share = (of) => `${((100 * caught) / of).toFixed(0)} %`;
  console.log(
    `the corpus alone notices ${caught} of ${asked.length} changes that it comes by (${share(asked.length)}), of ${copy.switched.length} in the core (${share(copy.switched.length)})`,
  );
}

function passes(program, cwd, env) {
  const all = { ...process.env, CORPUS_FOLDER: join(dist, "corpus"), ...env };
  return new Promise((done) => {
    const options = { cwd, env: all, timeout: TIMEOUT, maxBuffer: 2 ** 26 };
    execFile(program, ["--quiet", "--ignored"], options, (error) => done(!error));
  });
}
