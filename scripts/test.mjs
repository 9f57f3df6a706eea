// Everything that must pass. A failing step fails the run, but the later ones still tell their part.
import { existsSync } from "node:fs";
import { ensureConsumers } from "../tests/package/tools.mjs";
import { build } from "./build.mjs";
import { checkSteps, ensureCheckTools } from "./check.mjs";
import { compareSizes } from "./size.mjs";
import {
  ensureBrowser,
  ensureDrivers,
  ensureWasmBindgen,
  filesUnder,
  findDriver,
  inRoot,
  run,
  runSteps,
  wasmTarget,
  wasmTestEnv,
} from "./tools.mjs";

const hasBoundaryTest = () => existsSync(inRoot("tests", "boundary.rs"));
const boundaryTest = ["test", "--target", wasmTarget, "--test", "boundary"];

await runSteps([
  ["tools: packages, Rust parts", ensureCheckTools],
  ["tools: wasm-bindgen", ensureWasmBindgen],
  ["tools: Chromium", ensureBrowser],
  ["tools: Firefox, WebKit, drivers", ensureDrivers],
  ...checkSteps,
  ["tests: core", () => run("cargo", ["test"])],
  ["build", build],
  ["tests: library", () => nodeTests("library")],
  ["tests: oracle", () => nodeTests("oracle")],
  ["tests: properties", () => nodeTests("properties")],
  ["tests: boundary in Node", boundaryInNode],
  ["tests: boundary in Chromium", boundaryInChromium],
  ["tests: page", () => nodeTests("browser")],
  ["tools: bundlers, packed package", ensureConsumers],
  ["tests: package", () => nodeTests("package")],
  ["size", compareSizes],
]);

async function nodeTests(folder) {
  const files = await filesUnder(inRoot("tests", folder));
  const tests = files.filter((path) => /^[^/]+\.test\.m?js$/.test(path));
  if (tests.length === 0) return "skipped";
  const options = ["--test", "--test-reporter=spec"];
  return run(process.execPath, [...options, ...tests.map((path) => inRoot("tests", folder, path))]);
}

async function boundaryInNode() {
  if (!hasBoundaryTest()) return "skipped";
  return run("cargo", boundaryTest, wasmTestEnv);
}

async function boundaryInChromium() {
  if (!hasBoundaryTest() || !findDriver()) return "skipped";
  return run("cargo", boundaryTest, {
    ...wasmTestEnv,
    CHROMEDRIVER: findDriver(),
    WASM_BINDGEN_USE_BROWSER: "1",
    WASM_BINDGEN_TEST_TIMEOUT: "60",
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: inRoot("tests", "webdriver.json"),
  });
}
