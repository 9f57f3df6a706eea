// From nothing to the first verdict: a new process of Node, a new page in Chromium, and on the page the
// time from a key to the painted message.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { serve } from "../../scripts/serve.mjs";
import { site } from "../../scripts/tools.mjs";
import { findBrowser, findShell } from "../browser/browsers.mjs";
import { commonEvidence, generatedClaims, TODAY } from "./claims.mjs";
import { firstAnswers } from "./first.mjs";
import { here, library } from "./places.mjs";
import { quantile, shuffled } from "./rounds.mjs";

/** In ms: what each is to stay below. */
const GOALS = { page: 50, key: 16.7 };
const OURS = "cpor-preflight, init()";
const BARE = "comes or goes on a page with one field";

export async function measure({ samples = 30 }) {
  const node = await inNode(samples);
  const page = await inChromium(samples);
  return report(node, page);
}

/** Each sample is a process; of what it takes, that of an empty one is taken off. */
async function inNode(samples) {
  const core = await import(library.node);
  await core.init();
  const evidence = await commonEvidence(core);
  const [claim] = generatedClaims(1)["1 fault"];
  const peers = await firstAnswers();
  const contenders = [
    { name: "nothing" },
    { name: OURS, isLibrary: true, path: library.node },
    ...peers.filter(({ name }) => name !== "ajv, in the browser"),
  ].map((one) => ({ ...one, times: [] }));
  for (let sample = 0; sample < samples; sample += 1) {
    for (const { path, isLibrary, times } of shuffled(contenders)) {
      const input = { claim, evidence, today: TODAY, isLibrary };
      const from = path && pathToFileURL(path).href;
      const { stdout } = await promisify(execFile)(process.execPath, [
        join(here, "cold.task.mjs"),
        JSON.stringify({ ...input, from }),
      ]);
      times.push(Number(stdout));
    }
  }
  const [{ times: bare }] = contenders;
  return contenders.slice(1).map(({ name, raw, br, times }) => {
    const over = times.map((ms) => ms - quantile(bare, 0.5));
    return { name, raw, br, ...summed(over) };
  });
}

async function inChromium(samples) {
  const { chromium } = await import("playwright-core");
  const server = await serve(site);
  const browser = await chromium.launch({
    // With a window, it loads pages of its own address bar while the page starts.
    executablePath: findShell() ?? findBrowser(),
    args: ["--no-sandbox"],
  });
  try {
    const starts = { 1: [], 4: [] };
    let files = [];
    for (let sample = 0; sample < samples; sample += 1) {
      for (const slowdown of shuffled([1, 4])) {
        const { page, close, moved } = await opened(browser, server.url, slowdown);
        starts[slowdown].push(await page.evaluate(() => globalThis.benchReady));
        files = moved;
        await close();
      }
    }
    const keys = { 1: await keyTimes(browser, server.url, 1, samples) };
    keys[4] = await keyTimes(browser, server.url, 4, samples);
    const bare = {
      1: await bareTimes(browser, 1, samples),
      4: await bareTimes(browser, 4, samples),
    };
    return { starts, keys, bare, bytes: await bytesOf(files) };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The first of the page's fields that is typed into. */
const TENANT_FIELD = '#form input[type="text"]';

/** A new page in a new profile, once it is ready, with what had been asked for until then. */
async function opened(browser, url, slowdown) {
  const context = await browser.newContext({ locale: "en", serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(noteReady);
  const paths = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  await page.goto(url);
  await page.waitForFunction(() => globalThis.benchReady !== undefined);
  // What is asked for later is not needed to start.
  const moved = await page.evaluate(() => globalThis.benchFiles);
  return { page, moved: ["/index.html", ...moved], close: () => context.close() };
}

/** Runs in the page: the ms from when its script had come, to when the page was ready. */
function noteReady() {
  new MutationObserver((_, observer) => {
    if (document.documentElement.dataset.state !== "ready") return;
    observer.disconnect();
    const now = performance.now();
    const entries = performance.getEntriesByType("resource");
    const script = entries.find(({ name }) => name.endsWith("/app.js"));
    globalThis.benchFiles = entries.map(({ name }) => new URL(name).pathname);
    globalThis.benchReady = now - script.responseEnd;
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-state"] });
}

/**
 * In a filled form, a digit of the tenant ID is taken away, and its field left: that brings a message;
 * the digit again takes it away. From each of these keys to the end of the frame that shows it.
 */
async function keyTimes(browser, url, slowdown, samples) {
  const { page, close } = await opened(browser, url, slowdown);
  await page.locator("#examples button").first().click();
  const field = page.locator(TENANT_FIELD).first();
  await page.waitForFunction((selector) => document.querySelector(selector)?.value, TENANT_FIELD);
  await page.evaluate(notePaints, TENANT_FIELD);
  const typed = await field.inputValue();
  const comes = [];
  const goes = [];
  const waiting = async (key, list) => {
    await page.evaluate(() => globalThis.benchNext());
    await page.keyboard.press(key);
    const painted = await page.evaluate(() => globalThis.benchPainted);
    // Where a key brought and took nothing, there is nothing to measure.
    if (painted) list.push(painted);
  };
  for (let sample = 0; sample < samples + 3; sample += 1) {
    await field.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(50);
    await waiting("Tab", comes);
    await field.focus();
    await page.keyboard.press("End");
    await page.waitForTimeout(50);
    await waiting(typed.at(-1), goes);
    await page.waitForTimeout(50);
  }
  await close();
  // The first ones find nothing compiled, which a start has been measured for.
  const some = Object.entries({ comes: comes.slice(3), goes: goes.slice(3) });
  return Object.fromEntries(some.filter(([, list]) => list.length > 0));
}

/** The same on a page with nothing but a field and its message: less than that no page can have. */
async function bareTimes(browser, slowdown, samples) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.setContent('<input value="1234" aria-invalid="false"><p></p>');
  await page.evaluate(() => {
    const [field, message] = [document.querySelector("input"), document.querySelector("p")];
    field.addEventListener("input", () => {
      const isShort = field.value.length < 4;
      message.textContent = isShort ? "Four digits" : "";
      field.ariaInvalid = String(isShort);
    });
  });
  await page.evaluate(notePaints, "input");
  const times = [];
  for (let sample = 0; sample < samples + 3; sample += 1) {
    for (const key of ["Backspace", "4"]) {
      await page.locator("input").focus();
      await page.keyboard.press("End");
      await page.waitForTimeout(50);
      await page.evaluate(() => globalThis.benchNext());
      await page.keyboard.press(key);
      times.push(await page.evaluate(() => globalThis.benchPainted));
      await page.waitForTimeout(50);
    }
  }
  await page.close();
  return times.slice(6);
}

/** Runs in the page: from a key until the message is there or gone, laid out, and painted. */
function notePaints(selector) {
  // The form can be made anew meanwhile, with other nodes.
  const isInvalid = () => document.querySelector(selector).ariaInvalid === "true";
  globalThis.benchNext = () => {
    const before = isInvalid();
    globalThis.benchPainted = new Promise((done) => {
      addEventListener(
        "keydown",
        ({ timeStamp }) => {
          let frames = 0;
          const look = () => {
            frames += 1;
            if (frames > 120) return done(undefined);
            if (isInvalid() === before) return requestAnimationFrame(look);
            const work = performance.now() - timeStamp;
            const { port1, port2 } = new MessageChannel();
            // Comes when the frame is done.
            port1.onmessage = () => done({ frames, work, ms: performance.now() - timeStamp });
            port2.postMessage(0);
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  };
}

async function bytesOf(paths) {
  const files = [...new Set(paths)].map((path) => readFile(join(site, path)));
  const all = await Promise.all(files);
  const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);
  return {
    count: all.length,
    raw: sum(all.map(({ length }) => length)),
    br: sum(all.map((bytes) => brotliCompressSync(bytes).length)),
  };
}

const summed = (times) => ({
  median: quantile(times, 0.5),
  iqr: [quantile(times, 0.25), quantile(times, 0.75)],
  p99: quantile(times, 0.99),
});

function report(node, { starts, keys, bare, bytes }) {
  const kb = (size) => (size === undefined ? "–" : (size / 1000).toFixed(1));
  const cells = ({ median, iqr, p99 }) =>
    [median, ...iqr, p99].map((ms) => ms.toFixed(1)).join(" | ");
  const lines = node.map(
    (one) =>
      `| Node, over a bare process | ${one.name} | ${cells(one)} | ${kb(one.raw)} | ${kb(one.br)} |`,
  );
  for (const slowdown of [1, 4]) {
    const start = cells(summed(starts[slowdown]));
    const size = `${kb(bytes.raw)} | ${kb(bytes.br)}`;
    lines.push(`| Chromium, CPU ÷ ${slowdown} | the page, script to ready | ${start} | ${size} |`);
    const listed = Object.entries({ ...keys[slowdown], [BARE]: bare[slowdown] });
    for (const [name, list] of listed) {
      const inFirst = list.filter(({ frames }) => frames === 1).length / list.length;
      const what = `key until the message ${name}, painted (${(inFirst * 100).toFixed(0)} % in the first frame)`;
      const painted = cells(summed(list.map(({ ms }) => ms)));
      lines.push(`| Chromium, CPU ÷ ${slowdown} | ${what} | ${painted} | – | – |`);
    }
  }
  const details = [
    "| place | what | ms, median | lower quartile | upper quartile | p99 | KB | KB, Brotli |",
    "|---|---|---:|---:|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
  return { details, rows: rows(node, starts, keys, bare) };
}

function rows(node, starts, keys, bare) {
  const of = (name) => node.find((one) => one.name === name).median;
  const slow = Object.values(keys[4]).flatMap((list) => list.map(({ ms }) => ms));
  const bareMs = quantile(
    bare[4].map(({ ms }) => ms),
    0.5,
  );
  const start = { what: "new Node process to the first verdict" };
  return [
    ...["zod 4", "valibot", "ajv, compiled", "arktype", "yup", "hand-written"].map((peer) => ({
      ...start,
      ...{ against: `${peer}, as a bundle`, node: of(peer) / of(OURS) },
    })),
    ...[1, 4].map((slowdown) => ({
      what: `page, script to ready${slowdown > 1 ? `, CPU ÷ ${slowdown}` : ""}`,
      against: `${GOALS.page} ms`,
      chromium: GOALS.page / quantile(starts[slowdown], 0.5),
      goal: slowdown > 1 ? undefined : 1,
    })),
    {
      what: "key to painted message, CPU ÷ 4",
      against: `a frame, ${GOALS.key} ms`,
      chromium: slow.length > 0 ? GOALS.key / quantile(slow, 0.5) : undefined,
      goal: 1,
    },
    {
      what: "key to painted message, CPU ÷ 4",
      against: `a page with one field and its message, ${bareMs.toFixed(1)} ms`,
      chromium: slow.length > 0 ? bareMs / quantile(slow, 0.5) : undefined,
    },
  ];
}
