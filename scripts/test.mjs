// Everything that must pass: the steps of `npm run check`, and all tests. A failing step fails the run, but the others still tell their part. What
// needs the cores least beside each other runs at once: cargo, scripts, and the browsers' installation.
import { ensureBrowser, ensureDrivers, findDrivers } from "../tests/browser/browsers.mjs";
import { missing, startDisplay } from "../tests/browser/webdriver.mjs";
import { ensureConsumers } from "../tests/package/tools.mjs";
import { build } from "./build.mjs";
import { ensureCheckTools, MAY_SKIP, rustSteps, scriptSteps } from "./check.mjs";
import {
  ensureWasmBindgen,
  filesUnder,
  inRoot,
  nodeBin,
  run,
  runSteps,
  wasmTarget,
  wasmTestEnv,
} from "./tools.mjs";

const boundaryTest = ["test", "--target", wasmTarget, "--test", "boundary"];
/** By which variable wasm-bindgen's test runner is told of a driver; WebKit's speaks as Safari's does. */
const DRIVERS = { chromium: "CHROMEDRIVER", firefox: "GECKODRIVER", webkit: "SAFARIDRIVER" };
const PAGE_TESTS = inRoot("tests", "page", "playwright.config.mjs");
/** The folders of tests that need nothing but the built library. */
const LIBRARY_TESTS = "library, oracle, corpus, ledger, properties, interleaved, mutants".split(
  ", ",
);
/** Claims that every runtime is asked about; `npm run digest` asks about more. */
const ALIKE = 500;
/** The three that are least alike; `npm run starters` runs all. */
const STARTERS = ["vite-react", "next", "workers"];

if (process.env.UPDATE)
  throw new Error("npm test compares with goldens; npm run goldens writes them");

await runSteps(
  [
    ["tools: packages, Rust parts", ensureCheckTools],
    [
      [...rustSteps, ["tests: core", () => run("cargo", ["test"])]],
      [
        ["tools: wasm-bindgen", ensureWasmBindgen],
        ["build", build],
        ...scriptSteps,
        [`tests: ${LIBRARY_TESTS.join(", ")}`, () => nodeTests(...LIBRARY_TESTS)],
        ["tools: bundlers, packed package", ensureConsumers],
      ],
      [
        ["tools: Chromium", ensureBrowser],
        ["tools: Firefox, WebKit, drivers", ensureDrivers],
      ],
    ],
    [
      [
        ["tests: browsers", () => nodeTests("browser")],
        ["tests: page", () => run(nodeBin("playwright"), ["test", "--config", PAGE_TESTS])],
      ],
    ],
    [
      [
        ["tests: package, documents", () => nodeTests("package", "docs")],
        ["tests: starters", () => run("node", ["tests/package/starters/run.mjs", ...STARTERS])],
      ],
      [
        ["tests: boundary in Node", () => run("cargo", boundaryTest, wasmTestEnv)],
        ...Object.keys(DRIVERS).map((name) => [
          `tests: boundary in ${name}`,
          () => boundaryIn(name),
        ]),
        ["tests: alike everywhere", () => run("node", ["tests/digest/run.mjs", String(ALIKE)])],
      ],
    ],
    ["size", () => run(nodeBin("size-limit"), [])],
  ],
  MAY_SKIP,
);

/** Two files at a time: one alone does not keep two cores busy. */
async function nodeTests(...folders) {
  const found = folders.map((folder) => filesUnder(inRoot("tests", folder)));
  const tests = (await Promise.all(found)).flatMap((files, at) =>
    files
      .filter((path) => /^[^/]+\.test\.m?js$/.test(path))
      .map((path) => inRoot("tests", folders[at], path)),
  );
  // Node goes by the files' names, and its limit is for a whole file: what hangs ends after three
  // minutes, where the longest takes one.
  const limits = ["--test-concurrency=2", "--test-timeout=300000"];
  const options = ["--test", "--test-reporter=spec", ...limits];
  return run(process.execPath, [...options, ...tests]);
}

async function boundaryIn(name) {
  const why = missing(name);
  if (why) return { skipped: why };
  const { driver, display } = findDrivers()[name];
  const needsDisplay = name === "webkit" && !process.env.DISPLAY;
  const shown = needsDisplay ? await startDisplay(display) : undefined;
  const others = Object.values(DRIVERS).map((variable) => [variable, undefined]);
  try {
    await run("cargo", boundaryTest, {
      ...wasmTestEnv,
      ...Object.fromEntries(others),
      [DRIVERS[name]]: driver,
      ...(shown && { DISPLAY: shown.name }),
      WASM_BINDGEN_USE_BROWSER: "1",
      WASM_BINDGEN_TEST_TIMEOUT: "60",
      ...(name === "chromium" && {
        WASM_BINDGEN_TEST_WEBDRIVER_JSON: inRoot("tests", "webdriver.json"),
      }),
    });
  } finally {
    shown?.end();
  }
}
