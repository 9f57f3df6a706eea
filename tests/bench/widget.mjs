// The claim form as an element on a host page, new each time, from its script to what can be used:
// how long that takes, how long the page's thread is held up at most, and what moves meanwhile.
import { serve } from "../../scripts/serve.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { findBrowser } from "../browser/browsers.mjs";
import { quantile, shuffled } from "./rounds.mjs";

/** In ms: what each is to stay below. */
const GOALS = { ready: 100, after: 100, task: 50 };
const SLOWDOWNS = [1, 4];
const WHAT = {
  ready: "element: its script has come, to ready; the other files among it",
  after: "element: the last of its files has come, to ready",
  work: "element: what the page’s thread works for that",
  task: "element: the longest that the thread works at a stretch",
};

export async function measure({ samples = 30 }) {
  const { chromium } = await import("playwright-core");
  const server = await serve(inRoot());
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  const seen = { 1: [], 4: [] };
  try {
    for (let sample = 0; sample < samples; sample += 1) {
      for (const slowdown of shuffled(SLOWDOWNS)) {
        seen[slowdown].push(await start(browser, server.url, slowdown));
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return report(seen);
}

/** In a new profile: `ready`, `after`, `work` and `task` in ms, `moved` as the sum of layout shifts. */
async function start(browser, url, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(watch);
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await page.goto(new URL("tests/browser/hosts/plain.html", url).href);
  await page.waitForFunction(() => globalThis.benchWidget !== undefined);
  const trace = JSON.parse(await browser.stopTracing());
  const seen = await page.evaluate(() => globalThis.benchWidget);
  await context.close();
  return { ...seen, ...tasks(trace) };
}

/** Runs in the page: marks when the script had come and when what it shows has been painted. */
function watch() {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) moved += value;
  }).observe({ type: "layout-shift", buffered: true });
  addEventListener("claim-ready", () => {
    const now = performance.now();
    const entries = performance.getEntriesByType("resource");
    const { responseEnd } = entries.find(({ name }) => name.endsWith("/dist/define.js"));
    const last = Math.max(...entries.map((entry) => entry.responseEnd));
    performance.mark("bench-from", { startTime: responseEnd });
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark("bench-to");
        globalThis.benchWidget = { ready: now - responseEnd, after: now - last, moved };
      }),
    );
  });
}

/** What the thread itself worked, in ms: what others do on the machine is not in it. */
function tasks({ traceEvents }) {
  const { ts: to, pid, tid } = traceEvents.find(({ name }) => name === "bench-to");
  const { ts: from } = traceEvents.find(({ name }) => name === "bench-from");
  const times = traceEvents
    .filter((one) => one.pid === pid && one.tid === tid && one.ts > from && one.ts < to)
    .filter(({ name }) => name.endsWith("RunTask"))
    .map(({ tdur = 0 }) => tdur / 1000);
  return { work: times.reduce((a, b) => a + b, 0), task: Math.max(...times) };
}

function report(seen) {
  const lines = SLOWDOWNS.flatMap((slowdown) =>
    Object.keys(WHAT).map((key) => {
      const times = seen[slowdown].map((one) => one[key]);
      const cells = [0.5, 0.25, 0.75, 0.99].map((part) => quantile(times, part).toFixed(1));
      return `| ${slowdown} | ${WHAT[key]} | ${cells.join(" | ")} |`;
    }),
  );
  const moved = Math.max(...Object.values(seen).flatMap((all) => all.map((one) => one.moved)));
  const details = [
    "| Chromium, CPU ÷ | what | ms, median | lower quartile | upper quartile | p99 |",
    "|---:|---|---:|---:|---:|---:|",
    ...lines,
    "",
    `Layout shift, the most in ${seen[1].length + seen[4].length} starts: ${moved}`,
  ].join("\n");
  const rows = SLOWDOWNS.flatMap((slowdown) =>
    Object.keys(GOALS).map((key) => ({
      what: `${WHAT[key]}${slowdown > 1 ? `, CPU ÷ ${slowdown}` : ""}`,
      against: `${GOALS[key]} ms`,
      chromium:
        GOALS[key] /
        quantile(
          seen[slowdown].map((one) => one[key]),
          0.5,
        ),
      goal: slowdown > 1 ? undefined : 1,
    })),
  );
  return { details, rows };
}
