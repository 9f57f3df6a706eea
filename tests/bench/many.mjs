// The page for many claims with 100,000 of them: how soon the first finding is on the screen, and how
// long the page is kept busy at a stretch, with a worker and where a policy forbids workers.
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { serve, site } from "../../scripts/serve.mjs";
import form from "../../www/text/en/form.js";
import many from "../../www/text/en/many.js";
import { findBrowser } from "../browser/browsers.mjs";
import { claimsFile } from "../support/claims.mjs";
import { folder } from "./places.mjs";
import { quantile, shuffled } from "./rounds.mjs";

const { first } = form;
const { empty } = many;
const ROWS = 100_000;
const MOST_RUNS = 10;
/** In ms: a machine that is busy takes so long at most. */
const LONGEST = 180_000;
/** In ms: until the first finding is shown, and how long the page may be busy at a stretch. */
const GOALS = { first: 100, longest: 50 };
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const PLACES = {
  "with a worker": {},
  "where no worker may run": {
    "Content-Security-Policy": `${STRICT}; connect-src 'self'; worker-src 'none'`,
  },
};

export async function measure({ samples = MOST_RUNS }) {
  const path = join(folder, "many.csv");
  await mkdir(folder, { recursive: true });
  await pipeline(Readable.from(claimsFile({ rows: ROWS })), createWriteStream(path));
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  const runs = Object.fromEntries(Object.keys(PLACES).map((place) => [place, []]));
  try {
    for (let run = 0; run < Math.min(samples, MOST_RUNS); run += 1) {
      for (const [place, headers] of shuffled(Object.entries(PLACES))) {
        runs[place].push(await checked(browser, path, headers));
      }
    }
  } finally {
    await browser.close();
    await rm(path, { force: true });
  }
  return report(runs);
}

/** One check of the file, from its choice to its last row. */
async function checked(browser, path, headers) {
  const server = await serve(site, { headers });
  const context = await browser.newContext({ locale: "en", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST);
    // The old address leads to the view for many claims.
    await page.goto(new URL("bulk.html", server.url).href);
    await page.getByRole("heading", { name: empty.title }).waitFor();
    // Whoever chooses a file takes longer than what is loaded meanwhile.
    await page.waitForTimeout(1000);
    await page.evaluate(watch);
    await page.getByLabel(first.choose, { exact: true }).setInputFiles(path);
    await page.locator('.grid:not([aria-busy="true"])').waitFor();
    return await page.evaluate(() => globalThis.benchSeen());
  } finally {
    await context.close();
    await server.close();
  }
}

/** Runs in the page: notes the choice, the first row that is painted, and tasks over 50 ms. */
function watch() {
  let chosen;
  let first;
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  const look = () => {
    if (!document.querySelector(".grid-body .grid-row")) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      first = performance.now() - chosen;
    };
    port2.postMessage(0);
  };
  const noted = ({ timeStamp }) => {
    chosen = timeStamp;
    look();
  };
  addEventListener("change", noted, { capture: true, once: true });
  globalThis.benchSeen = () => {
    long.push(...observer.takeRecords());
    const during = long.filter(({ startTime }) => startTime >= chosen);
    const longest = Math.max(0, ...during.map(({ duration }) => duration));
    return { first, longest, count: during.length, ms: performance.now() - chosen };
  };
}

function report(runs) {
  const all = Object.entries(runs).map(([place, list]) => {
    const of = (name, share) =>
      quantile(
        list.map((run) => run[name]),
        share,
      );
    return {
      place,
      first: of("first", 0.5),
      lateFirst: of("first", 1),
      longest: of("longest", 0.5),
      worst: of("longest", 1),
      count: of("count", 0.5),
      ms: of("ms", 0.5),
    };
  });
  const details = [
    `${ROWS.toLocaleString("en")} rows, ${runs[all[0].place].length} runs each; a task of 50 ms and less counts as 0`,
    "",
    "| the page for many claims | first finding painted, ms, median | latest | longest task, ms, median | longest of all | tasks over 50 ms | ms in all |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...all.map(({ place, ...figures }) => {
      const cells = Object.values(figures).map((figure) => figure.toFixed(0));
      return `| ${place} | ${cells.join(" | ")} |`;
    }),
  ].join("\n");
  const rows = all.flatMap(({ place, first, longest }) => [
    {
      what: `first of many findings painted, ${place}`,
      against: "100 ms",
      chromium: GOALS.first / first,
      goal: 1,
    },
    {
      what: `longest task while many claims are checked, ${place}`,
      against: "50 ms",
      chromium: GOALS.longest / Math.max(longest, GOALS.longest),
      goal: 1,
    },
  ]);
  return { details, rows };
}
