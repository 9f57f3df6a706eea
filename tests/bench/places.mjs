// Where tasks run: a new process of Node, and a page in headless Chromium. A task is a module whose
// default function takes an input and answers with plain data; both places get the same bundle.
import { fork } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { inRoot, targetDir } from "../../scripts/tools.mjs";
import { findBrowser } from "../browser/browsers.mjs";

export const here = inRoot("tests", "bench");
export const folder = join(targetDir, "bench");

/**
 * Bundles a script of this folder with all that it imports; answers with the path. `options` are
 * esbuild's, `name` tells bundles of one script apart.
 */
export async function bundled(script, { name = basename(script, ".mjs"), ...options } = {}) {
  const { build } = await import("esbuild");
  const outfile = join(folder, `${name}.mjs`);
  await build({
    ...{ bundle: true, format: "esm", target: "es2022", outfile, logLevel: "error" },
    entryPoints: [join(here, script)],
    ...options,
  });
  return outfile;
}

/** Runs a bundled task in a new process. */
export function inNode(path, input, flags = []) {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(import.meta.url), [path], { execArgv: flags });
    let answer;
    child.once("message", (message) => {
      answer = message;
    });
    child.once("error", fail);
    child.once("exit", (code) =>
      code === 0 ? done(answer) : fail(new Error(`${basename(path)} ended with ${code}`)),
    );
    child.send(input);
  });
}

/**
 * Opens headless Chromium: `open(path)` gives a new page (Playwright's) with a file of the project,
 * `run(path, input)` runs a bundled task on an empty one.
 *
 * @param headers more headers, as a policy
 */
export async function chromium({ headers = {} } = {}) {
  const { chromium: launcher } = await import("playwright-core");
  // An isolated page has a finer clock.
  const isolated = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  };
  const server = await serve(inRoot(), { headers: { ...isolated, ...headers } });
  const browser = await launcher.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--js-flags=--expose-gc"],
  });
  const url = (path) => new URL(pathFrom(path), server.url).href;
  const open = async (path) => {
    const page = await browser.newPage();
    await page.goto(url(path));
    return page;
  };
  return {
    version: browser.version(),
    browser,
    url,
    open,
    async run(path, input) {
      // A file on which no script runs.
      const page = await open(join(here, "package.json"));
      const [script, given] = [url(path), { ...input, library: url(input.library) }];
      const call = async ([from, task]) => (await import(from)).default(task);
      const answer = await page.evaluate(call, [script, given]);
      await page.close();
      return answer;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The library as each place loads it. */
export const library = {
  node: inRoot("dist", "inline.js"),
  chromium: inRoot("dist", "web.js"),
};

/** Runs a task in both places: `{ node, chromium }`. `input` is plain data. */
export async function inBoth(script, input, options) {
  const path = await bundled(script, options);
  const node = await inNode(path, { ...input, library: pathToFileURL(library.node).href });
  const place = await chromium();
  try {
    return { node, chromium: await place.run(path, { ...input, library: library.chromium }) };
  } finally {
    await place.close();
  }
}

/** What the figures are measured on. */
export async function machine() {
  const { chromium: launcher } = await import("playwright-core");
  const browser = await launcher.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  const version = browser.version();
  await browser.close();
  const { length, 0: first } = cpus();
  const { node, v8 } = process.versions;
  return `Node ${node} (V8 ${v8}), Chromium ${version}, ${length} × ${first.model.trim()}`;
}

/** How many processes wanted to work at once in the last minute, those of the measurement too. */
export const load = () => loadavg()[0];

/** Share of the machine that is busy with something else, over a second. */
export async function busyShare() {
  const spent = () =>
    cpus().reduce(
      ({ busy, all }, { times }) => {
        const sum = Object.values(times).reduce((a, b) => a + b);
        return { busy: busy + sum - times.idle, all: all + sum };
      },
      { busy: 0, all: 0 },
    );
  const before = spent();
  await new Promise((done) => setTimeout(done, 1000));
  const after = spent();
  return (after.busy - before.busy) / (after.all - before.all);
}

const pathFrom = (path) => path.slice(inRoot().length);

// The other half of `inNode`.
if (process.argv[1] === fileURLToPath(import.meta.url) && process.send) {
  process.once("message", async (input) => {
    const { default: task } = await import(pathToFileURL(process.argv[2]));
    process.send(await task(input), () => process.disconnect());
  });
}
