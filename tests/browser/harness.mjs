// What page tests share: the page on its own server, in Chromium, with everything noted that must
// not happen. One server and one browser serve a whole test file.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { site } from "../../scripts/tools.mjs";
import { isProblem } from "../support/console.mjs";
import { findBrowser, findShell } from "./browsers.mjs";

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/**
 * Call once at the top of a test file: starts server and browser before its tests, ends them after.
 * Returns `open(options)`, which gives a fresh page in a fresh profile.
 *
 * Options: `path` (default "/"), `dir` ("rtl"), and Playwright's context options, such as `locale`,
 * `colorScheme` ("dark"), `forcedColors` ("active"), `reducedMotion` ("reduce"), `viewport`,
 * `javaScriptEnabled`, `serviceWorkers`. `prepare(page)` runs before the page loads, for routes and
 * init scripts.
 */
export function usePage({ folder = site, headers } = {}) {
  let server;
  let browser;
  let started;
  // Hooks of a file do not wait for each other, and a file's own may open its page.
  const ready = () => {
    started ??= start();
    return started;
  };
  before(ready);
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  return async function open({ path = "/", dir, prepare, ...contextOptions } = {}) {
    await ready();
    const context = await browser.newContext({
      locale: "en",
      // A test of its own lets it be stored; the others see what comes from the server.
      serviceWorkers: "block",
      ...contextOptions,
    });
    // What a busy machine takes long for is no fault.
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const seen = await watch(context, page);
    await prepare?.(page);
    await page.goto(new URL(path, server.url).href);
    if (dir)
      await page.evaluate((value) => document.documentElement.setAttribute("dir", value), dir);
    return {
      page,
      origin: new URL(server.url).origin,
      ...seen,
      /** What must be empty after every test: see `problems` below. */
      problems: () => problems(seen, new URL(server.url).origin),
      axe: (options) => axe(page, options),
      close: () => context.close(),
    };
  };

  async function start() {
    server = await serve(folder, { headers });
    browser = await launch();
  }
}

/** The browser that pages are opened in. */
export const launch = () =>
  chromium.launch({
    executablePath: findShell() ?? findBrowser(),
    args: [
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** Policy violations, console errors, uncaught errors and foreign requests, as readable lines. */
function problems({ violations, consoleErrors, pageErrors, requests }, origin) {
  const foreign = requests.filter(
    (url) => !url.startsWith(`${origin}/`) && !url.startsWith("blob:"),
  );
  return [
    ...violations.map((text) => `policy: ${text}`),
    ...consoleErrors.map((text) => `console: ${text}`),
    ...pageErrors.map((text) => `error: ${text}`),
    ...foreign.map((url) => `foreign request: ${url}`),
  ];
}

/** Notes what happens on a page from now on. */
export async function watch(context, page) {
  const seen = { violations: [], consoleErrors: [], pageErrors: [], requests: [] };
  await context.exposeFunction("__noteViolation", (text) => seen.violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const where = `${event.sourceFile}:${event.lineNumber}`;
      window.__noteViolation(`${event.effectiveDirective} ${event.blockedURI} ${where}`);
    });
  });
  page.on("console", (message) => {
    if (isProblem(message)) seen.consoleErrors.push(message.text());
  });
  page.on("pageerror", (error) => seen.pageErrors.push(String(error)));
  context.on("request", (request) => seen.requests.push(request.url()));
  return seen;
}

/**
 * What axe finds or is not sure of, one readable line each; WCAG 2.2 AA and axe's best practices.
 * `known` are patterns of lines that somebody has looked at.
 */
async function axe(page, { selector, known = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(await readFile(axeSource, "utf8"));
  }
  const lines = await page.evaluate(async (context) => {
    const options = { preload: false, resultTypes: ["violations", "incomplete"] };
    const { violations, incomplete } = await window.axe.run(context ?? document, options);
    const told = (sure) => (rule) =>
      rule.nodes.map(({ target, any, all, none }) => {
        const [{ message } = {}] = [...any, ...all, ...none];
        return `${sure}${rule.id}: ${target.join(" ")}: ${message ?? rule.help}`;
      });
    return [...violations.flatMap(told("")), ...incomplete.flatMap(told("unsure: "))];
  }, selector);
  return lines.filter((line) => !known.some((pattern) => pattern.test(line)));
}

/**
 * Before a page loads: puts what `wrap(exports)` returns, a function that runs in the page, in place of
 * the exports of every wasm module.
 */
export async function wrapExports(page, wrap) {
  await page.addInitScript(`window.wrapExports = ${wrap}`);
  await page.addInitScript(() => {
    const { Instance, instantiate } = WebAssembly;
    const wrapped = ({ exports }) =>
      Object.create(Instance.prototype, { exports: { value: window.wrapExports(exports) } });
    WebAssembly.Instance = function wrapping(...given) {
      return wrapped(new Instance(...given));
    };
    WebAssembly.Instance.prototype = Instance.prototype;
    WebAssembly.instantiate = async (...given) => wrapped(await instantiate(...given));
  });
}
