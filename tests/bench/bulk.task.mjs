// One file checked by every contender in turn. Runs in Node and in browsers.
import { contenders } from "./bulk/contenders.mjs";
import { clock, quantile, shuffled } from "./rounds.mjs";

/**
 * - `library`, `skus`, `file`: addresses; `native`: the program to compare with, in Node alone
 * - `names`: who takes part, all where it is left out; `piece`: bytes at once
 * - `rounds`: how often each has its turn; `gate`: compare all findings first?
 *
 * Answers with `sha256` and `size` of the file, `rows`, `findings` (how many there are in all), and
 * for each contender its milliseconds. Throws where not all find the same.
 */
export default async function task({ library, skus, file, native, names, piece, rounds, gate }) {
  const core = await import(library);
  await core.init();
  const bytes = await read(file);
  const all = contenders(core, new TextDecoder().decode(await read(skus)));
  const wanted = all.filter(({ name }) => !names || names.includes(name));
  const program = native && (await natively(native, file));
  const entrants = [...wanted, { ...wanted[0], name: AGAIN }, ...(program ? [program] : [])];
  const runners = entrants.map((entrant) => ({ ...entrant, times: [], firsts: [] }));
  const sameAs = gate ? equal(wanted, bytes) : undefined;
  const due = wanted[0].run(bytes, { piece });
  for (let round = -WARM; round < rounds; round += 1) {
    for (const runner of shuffled(runners)) {
      globalThis.gc?.();
      const [start, worked] = [performance.now(), clock()];
      const { first, ms, rows, codes } = await runner.run(bytes, { piece });
      const total = ms ?? clock() - worked;
      if (rows !== due.rows || text(codes) !== text(due.codes))
        throw new Error(`${runner.name} counts other codes:\n${text(codes)}\n${text(due.codes)}`);
      if (round === -WARM) runner.cold = total;
      if (round >= 0) {
        runner.times.push(total);
        runner.firsts.push(first === undefined ? Number.NaN : first - start);
      }
      await new Promise((next) => setTimeout(next));
    }
  }
  program?.end();
  const results = runners.map(({ name, cold, times, firsts }) => ({
    ...{ name, cold, median: quantile(times, 0.5), first: quantile(firsts, 0.5) },
    iqr: [quantile(times, 0.25), quantile(times, 0.75)],
  }));
  const again = results.find(({ name }) => name === AGAIN);
  return {
    results: results.filter((result) => result !== again),
    sameAgain: Math.abs(again.median / results[0].median - 1),
    sha256: await sha256(bytes),
    size: bytes.length,
    rows: due.rows,
    findings: sameAs,
  };
}

const AGAIN = "the first once more";
/** Turns before the clock counts. */
const WARM = 2;

/** The same findings, with row, code and field, from everybody; how many. */
function equal(entrants, bytes) {
  const names = new Map();
  const numberOf = (name) => {
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name);
  };
  const told = (number) =>
    `row ${Math.floor(number / PLACES)}: ${[...names.keys()][number % PLACES]}`;
  let due;
  for (const { name, run } of entrants) {
    const { findings } = run(bytes, { limit: 2 ** 31 });
    const numbers = findings.map(
      ({ row, code, field }) => row * PLACES + numberOf(`${code} ${field}`),
    );
    const found = Float64Array.from(numbers).sort();
    due ??= found;
    const at = found.findIndex((number, place) => number !== due[place]);
    if (at >= 0 || found.length !== due.length)
      throw new Error(`${name} finds ${found.length}, not ${due.length}: ${told(found[at])}`);
  }
  return due.length;
}

/** More than there are codes with their fields. */
const PLACES = 4096;

const text = (counts) => JSON.stringify(Object.entries(counts).sort());

async function read(address) {
  if (globalThis.process?.versions?.node) {
    const { readFile } = await import("node:fs/promises");
    return new Uint8Array(await readFile(address));
  }
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The program waits for a line and answers with one. */
async function natively(path, file) {
  const { spawn } = await import("node:child_process");
  const { createInterface } = await import("node:readline");
  const child = spawn(path, [file], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name: "native",
    end: () => child.stdin.end(),
    async run() {
      child.stdin.write("\n");
      return JSON.parse((await answers.next()).value);
    },
  };
}
