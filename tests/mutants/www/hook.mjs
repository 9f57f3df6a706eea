// In each process of a test: notes which mutants each test reaches, also in the processes and browsers that it opens,
// and tells these browsers which mutant is active.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { isMainThread, threadId } from "node:worker_threads";

const require = createRequire(import.meta.url);

const { MUTANTS_REACHED: folder, MUTANTS_BROWSER: isBrowser, MUTANTS_FILE: file } = process.env;
const active = process.env.__STRYKER_ACTIVE_MUTANT__;
/** What takes longer will not come, in ms: the tests' own limits are those of a busy machine. */
const PATIENCE = 6000;
/** The process that has the tests, not one that a test has started. */
const isOwn = isMainThread && process.argv[1] === file;

/** By test what it reaches in browsers and other processes, and its time; outside of all, under no name. */
const tests = new Map();
/** The test that runs, and the tests inside it. */
const running = [];

/** The place of the test of the page that runs, such as `many.spec.mjs:74`. */
function pageTest() {
  if (!process.env.TEST_WORKER_INDEX) return undefined;
  try {
    const { file: path, line } = require("@playwright/test").test.info();
    return `${basename(path)}:${line}`;
  } catch {
    // Between two of them.
    return undefined;
  }
}

if (folder) {
  mkdirSync(folder, { recursive: true });
  globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} }, noted: new Set() };
  if (isOwn) await followTests();
  process.on("exit", () => {
    const { static: outside, perTest } = globalThis.__stryker__.mutantCoverage;
    note(Object.keys(outside));
    for (const [name, counts] of Object.entries(perTest)) note(Object.keys(counts), name);
    if (isOwn) gather();
    const all = [...tests].map(([test, { ms, ids }]) => ({ test, ms, reached: [...ids] }));
    const name = isOwn ? "tests.json" : `${process.pid}-${threadId}.json`;
    writeFileSync(join(folder, name), JSON.stringify(all));
  });
}
if (isBrowser) await followBrowsers();

function note(ids, name = running[0]?.name ?? pageTest() ?? "") {
  const entry = entryOf(name);
  for (const id of ids) entry.ids.add(id);
  if (name === pageTest()) entry.ms = Math.round(performance.now() - entry.start);
}

function entryOf(name) {
  if (!tests.has(name)) tests.set(name, { ms: 0, ids: new Set(), start: performance.now() });
  return tests.get(name);
}

async function followTests() {
  const { afterEach, beforeEach } = await import("node:test");
  beforeEach(({ name }) => {
    running.push({ name, start: performance.now() });
    if (running.length > 1) return;
    globalThis.__stryker__.currentTestId = name;
    globalThis.__stryker__.noted = new Set();
  });
  afterEach(() => {
    if (running.length === 1) {
      gather();
      entryOf(running[0].name).ms += Math.round(performance.now() - running[0].start);
      globalThis.__stryker__.currentTestId = undefined;
      globalThis.__stryker__.noted = new Set();
    }
    running.pop();
  });
}

/** Takes what processes that have ended have reached. */
function gather() {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    for (const { reached } of JSON.parse(readFileSync(path, "utf8"))) note(reached);
    rmSync(path);
  }
}

async function followBrowsers() {
  const { chromium } = await import("playwright-core");
  const type = Object.getPrototypeOf(chromium);
  wrap(type, "launch", async (browser) => {
    const own = Object.getPrototypeOf(browser);
    if (!own.newContext.isFollowed) wrap(own, "newContext", follow);
  });
  wrap(type, "launchPersistentContext", follow);
}

function wrap(object, name, then) {
  const method = object[name];
  object[name] = async function (...given) {
    const result = await method.apply(this, given);
    await then(result);
    return result;
  };
  object[name].isFollowed = true;
}

async function follow(context) {
  if (active) {
    await context.addInitScript((id) => {
      globalThis.__stryker__ = { activeMutant: id };
    }, active);
    context.setDefaultTimeout(PATIENCE);
    context.setDefaultTimeout = () => {};
  }
  if (!folder) return;
  await context.exposeFunction("mutantsReached", (ids) => note(ids));
  await context.addInitScript(() => {
    const tell = window.mutantsReached;
    const reached = [];
    // One by one, they would be most of what a test waits for.
    const set = (_, id) => {
      if (!reached.length) queueMicrotask(() => tell(reached.splice(0)));
      reached.push(id);
      return true;
    };
    const counts = new Proxy({}, { set });
    globalThis.__stryker__ = { mutantCoverage: { static: counts, perTest: {} }, noted: new Set() };
  });
  // From workers: see in-worker.js.
  context.on("request", (request) => {
    const ids = new URL(request.url()).searchParams.get("reached");
    if (ids) note(ids.split(","));
  });
}
