// Asks tests about a mutant.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeBin, targetDir } from "../../../scripts/tools.mjs";

/** Tests that a mutant makes so many times slower, and so much in ms, hang. */
const SLOWER = 3;
const LONGER = 30_000;
/** What is asked at once takes no longer than this, in ms, and comes of one suite. */
const TOGETHER = 10_000;
/** What a test of the page may take beside, in ms, and where it is not known how long it takes. */
const PATIENCE = 8000;
const TIMEOUT = 60_000;
/** What starting a process takes, in ms. */
const STARTING = 1000;

const [hook, reporter] = ["./hook.mjs", "./first-failure.mjs"].map((path) =>
  import.meta.resolve(path),
);

/** It stands in the copy, as the tests that it names do. */
export const playwrightConfig = (copy) =>
  join(copy, "tests", "mutants", "www", "playwright.config.mjs");

/** Asks tests, and knows which of them pass without a mutant. */
export class Asking {
  #copy;
  #budget;
  /** Those that were seen to pass alone. */
  #sound = new Set();
  #unsound = new Set();

  /** @param budget for how long tests are asked about one mutant, in ms */
  constructor(copy, budget) {
    this.#copy = copy;
    this.#budget = budget;
  }

  /**
   * What the units that reach a mutant say of it: "caught", "timed out", "missed", "not reached", or "unsettled" where
   * the time was up before all of them were asked. Those that reach most of its file in the shortest time come first.
   *
   * @param sameFile the ids of all mutants in its file
   */
  async outcome(mutant, units, sameFile) {
    const reaching = units.filter(
      (unit) => unit.reached.has(mutant.id) && !this.#unsound.has(idOf(unit)),
    );
    if (!reaching.length) return "not reached";
    const env = { __STRYKER_ACTIVE_MUTANT__: mutant.id };
    const until = performance.now() + this.#budget;
    for (const batch of batches(reaching, sameFile)) {
      if (performance.now() > until) return "unsettled";
      const timeout = sumOf(batch) * SLOWER + LONGER;
      const { outcome, failed } = await ran(this.#copy, batch, { env, timeout });
      const noticing = failed.length ? batch.filter(({ test }) => failed.includes(test)) : batch;
      if (outcome !== "passed" && (await this.#pass(noticing))) return outcome;
    }
    return "missed";
  }

  /** Whether what has noticed something passes alone without a mutant. */
  async #pass(units) {
    const unknown = units.filter((unit) => !this.#sound.has(idOf(unit)));
    if (!unknown.length) return true;
    const { outcome } = await ran(this.#copy, unknown, {
      env: {},
      timeout: sumOf(unknown) * SLOWER + LONGER,
    });
    const into = outcome === "passed" ? this.#sound : this.#unsound;
    for (const unit of unknown) into.add(idOf(unit));
    return outcome === "passed";
  }
}

/** Runs units of one file, or of the page: "passed", "caught", or "timed out", and the names of tests that `failed`. */
export async function ran(copy, units, { env, timeout }) {
  const [{ suite, key }] = units;
  tellWorkers(copy, env);
  const names = units.flatMap(({ test }) =>
    test ? [`--test-name-pattern=^${escaped(test)}$`] : [],
  );
  const [command, args] =
    suite === "page"
      ? [nodeBin("playwright"), ["test", "--config", playwrightConfig(copy), ...units.map(place)]]
      : [process.execPath, [...names, `--test-reporter=${reporter}`, join(copy, key)]];
  const child = spawn(command, args, {
    ...{ cwd: copy, detached: true, stdio: ["ignore", "ignore", "pipe"] },
    env: {
      ...process.env,
      ...{ CARGO_TARGET_DIR: targetDir, NODE_OPTIONS: `--import=${hook}` },
      ...(suite === "library" ? {} : { MUTANTS_BROWSER: "1" }),
      ...(suite === "page" ? { MUTANTS_TIMEOUT: String(longest(units) * SLOWER + PATIENCE) } : {}),
      ...env,
    },
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((done) => {
    const timer = setTimeout(() => {
      done({ outcome: "timed out", failed: [] });
      process.kill(-child.pid, "SIGKILL");
    }, timeout);
    child.once("exit", (code) => {
      clearTimeout(timer);
      const failed = [...said.matchAll(/^failed: (.*)$/gm)].map(([, test]) => test);
      done({ outcome: code === 0 ? "passed" : "caught", failed });
    });
  });
}

/** Units in the order in which they are asked, those of one file, or of the page, together while they are short. */
function batches(units, sameFile) {
  const gain = ({ reached, ms }) =>
    sameFile.filter((id) => reached.has(id)).length / (ms + STARTING);
  const ordered = units.map((unit) => [gain(unit), unit]).sort(([a], [b]) => b - a);
  const all = [];
  for (const [, unit] of ordered) {
    const fits = all.find(
      (batch) => groupOf(batch[0]) === groupOf(unit) && sumOf(batch) + unit.ms < TOGETHER,
    );
    if (fits) fits.push(unit);
    else all.push([unit]);
  }
  return all;
}

/** Workers ask beside their script: see in-worker.js. */
function tellWorkers(copy, { __STRYKER_ACTIVE_MUTANT__: active = null, MUTANTS_REACHED: folder }) {
  const told = JSON.stringify({ active, isCounted: Boolean(folder) });
  for (const folder of ["dist", "www/generated/site", "www/generated/site/package"]) {
    mkdirSync(join(copy, folder), { recursive: true });
    writeFileSync(join(copy, folder, "mutant.json"), told);
  }
}

const longest = (units) => Math.max(...units.map(({ ms = TIMEOUT }) => ms));
const sumOf = (units) => units.reduce((sum, { ms = 0 }) => sum + ms, 0);
const groupOf = ({ suite, key }) => (suite === "page" ? suite : key);
const idOf = ({ key, test }) => `${key} ${test}`;
/** As Playwright takes it: a pattern of the file, and the line of a test. */
const place = ({ key, test }) => {
  const file = `${escaped(key.replace("tests/page/", "/"))}$`;
  return test ? `${file}:${test.split(":")[1]}` : file;
};
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
