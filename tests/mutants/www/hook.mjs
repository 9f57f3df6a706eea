// In each process of a test: writes down at its end which mutants were reached, also in the browsers that it opened,
// and tells these which mutant is active.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";

const { MUTANTS_REACHED: folder, MUTANTS_BROWSER: isBrowser } = process.env;
const active = process.env.__STRYKER_ACTIVE_MUTANT__;

/** What takes longer will not come, in ms: the tests' own limits are those of a busy machine. */
const PATIENCE = 6000;

const reached = new Set();
if (folder)
  process.on("exit", () => {
    const own = Object.keys(globalThis.__stryker__?.mutantCoverage?.static ?? {});
    const all = [...reached, ...own];
    mkdirSync(folder, { recursive: true });
    if (all.length) writeFileSync(join(folder, `${process.pid}-${threadId}`), all.join("\n"));
  });
if (isBrowser) await followBrowsers();

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
    await context.addInitScript(activate, active);
    context.setDefaultTimeout(PATIENCE);
    context.setDefaultTimeout = () => {};
  }
  if (!folder) return;
  await context.exposeFunction("mutantsReached", (ids) => {
    for (const id of ids) reached.add(id);
  });
  await context.addInitScript(count);
  context.on("request", (request) => {
    const ids = new URL(request.url()).searchParams?.get("reached");
    for (const id of ids?.split(",") ?? []) reached.add(id);
  });
}

function activate(id) {
  globalThis.__stryker__ = { activeMutant: id };
}

function count() {
  const told = new Set();
  const tell = globalThis.mutantsReached;
  const note = (_, id) => {
    if (!told.has(id)) {
      told.add(id);
      tell([id]);
    }
    return true;
  };
  const counts = new Proxy({}, { set: note });
  globalThis.__stryker__ = { mutantCoverage: { static: counts, perTest: {} } };
}
