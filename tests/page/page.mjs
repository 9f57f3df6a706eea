// What page tests share: the site on a server, everything noted that must not happen, and what a person does in more
// than one gesture.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test as base, expect as expectSoon } from "@playwright/test";
import { serve, site } from "../../scripts/serve.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { isProblem } from "../support/console.mjs";

/** What a busy machine takes long for is no fault. */
export const expect = expectSoon.configure({ timeout: 60_000 });

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
export const DOMAIN = "contoso.onmicrosoft.com";

/**
 * - `server`: the site, `{ url, close }`, one for each worker
 * - `seen`: what must not happen, as readable lines; a test that brings it about says so by `seen.expect(pattern)`
 * - `axe`: see there
 */
export const test = base.extend({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from here
    async ({}, use) => {
      const server = await serve(site);
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  seen: [
    async ({ context, server }, use) => {
      const seen = await watch(context, server.url);
      await use(seen);
      const { problems, expected } = seen;
      expect(problems.filter((text) => !expected.some((one) => one.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
  axe: async ({ page }, use) => use((options) => axe(page, options)),
});

/** Policy violations, console errors, uncaught errors and foreign requests. */
export async function watch(context, url) {
  const seen = { problems: [], requests: [], expected: [] };
  seen.expect = (pattern) => seen.expected.push(pattern);
  const note = (text) => seen.problems.push(text);
  await context.exposeFunction("noteViolation", (text) => note(`policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const where = `${event.sourceFile}:${event.lineNumber}`;
      window.noteViolation(`${event.effectiveDirective} ${event.blockedURI} ${where}`);
    });
  });
  context.on("console", (message) => {
    if (isProblem(message)) note(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => note(`error: ${error.error()}`));
  context.on("request", (request) => {
    seen.requests.push(request.url());
    const isOwn = [url, "blob:", "data:"].some((start) => request.url().startsWith(start));
    if (!isOwn) note(`foreign request: ${request.url()}`);
  });
  return seen;
}

/**
 * What axe finds or is not sure of, one readable line each; WCAG 2.2 AA and axe's best practices.
 * `known` are patterns of lines that somebody has looked at.
 */
async function axe(page, { selector, known = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in window)))
    await page.evaluate(await readFile(axeSource, "utf8"));
  const lines = await page.evaluate(async (context) => {
    // Colors that are still on their way to others are nobody's choice.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
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

/** The page's file. */
export const HOME = "index.html";

/** Opens the page, with what is behind its address, and waits until it can check. */
export async function open(page, address = "") {
  await page.goto(HOME + address);
  await ready(page);
}

/** It can check, and the view of its address is there. */
export const ready = (page) =>
  page.locator("html[data-state=ready] #page:not([aria-busy])").waitFor({ state: "attached" });

/** Pastes as a person does, into the box for anything or another control. */
export async function paste(page, text, control = page.getByLabel("Paste or drop anything")) {
  await control.evaluate((node, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    // Firefox gives an event that a script makes no content.
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
    node.focus();
    if (node.dispatchEvent(event)) document.execCommand("insertText", false, content);
  }, text);
}

/** Drops a file. */
export async function drop(page, target, name, text) {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text],
  );
  for (const type of ["dragenter", "dragover", "drop"])
    await target.dispatchEvent(type, { dataTransfer });
}

/** A file of the tests' samples. */
export const sampleFile = (name) => inRoot("tests", "samples", name);
export const sample = (name) => readFile(sampleFile(name), "utf8");
