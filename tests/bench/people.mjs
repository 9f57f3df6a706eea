// What a person feels: one claim form of thirteen fields, hand-written, in four form libraries, and the
// product's page and element, from an empty cache to the first answer, and from a key to its painted
// message. Everybody has to show the same message first, or nothing is measured.
import { join } from "node:path";
import { findShell } from "../browser/browsers.mjs";
import { contenders } from "./people/contenders.mjs";
import { definition, WRONG } from "./people/definition.mjs";
import { edits, keys, messages } from "./people/edits.mjs";
import { problemsOf, report } from "./people/report.mjs";
import { serveCompressed } from "./people/server.mjs";
import { watchStart } from "./people/watch.mjs";
import { folder, library } from "./places.mjs";
import { shuffled } from "./rounds.mjs";

/** As Chromium's own tools emulate them: latency in ms, bytes a second. */
const NETWORKS = {
  "no limit": undefined,
  "Fast 4G": { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 },
  "Slow 4G": { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 },
};
const MOBILE = ["Fast 4G", "Slow 4G"];
const ALL = { networks: Object.keys(NETWORKS), slowdowns: [1, 4] };
const LONGEST = 60_000;
export const AGAIN = "the page once more";

export async function measure({ samples = 15, brief = false }) {
  const conditions = brief ? { networks: MOBILE, slowdowns: [4] } : ALL;
  const core = await import(library.node);
  await core.init();
  const form = definition(core);
  const scratch = join(folder, "people");
  const { all, folders } = await contenders(form, scratch);
  const server = await serveCompressed(folders, scratch);
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: findShell(),
    args: ["--no-sandbox", "--ignore-certificate-errors"],
  });
  try {
    const place = { browser, url: server.url, form };
    const said = await messages(place, all, WRONG);
    const problems = problemsOf(said);
    if (problems.length > 0) return { details: "", rows: [], problems };
    const entrants = [...all, { ...all[0], name: AGAIN }];
    const starts = await startsOf(place, entrants, conditions, samples);
    const edited = await edits(place, entrants, samples);
    const pressed = await keys(place, entrants, ALL.slowdowns, samples);
    return report({ names: entrants.map(({ name }) => name), starts, edited, pressed, samples });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** `[{ name, network, slowdown, …figures }]`, in turns. */
async function startsOf(place, entrants, { networks, slowdowns }, samples) {
  const seen = [];
  for (let sample = 0; sample < samples; sample += 1)
    for (const network of shuffled(networks))
      for (const slowdown of shuffled(slowdowns))
        for (const entrant of shuffled(entrants)) {
          const figures = await start(place, entrant, NETWORKS[network], slowdown);
          seen.push({ name: entrant.name, network, slowdown, ...figures });
        }
  return seen;
}

/** One start in a new profile, and what it holds in the heap then. */
async function start({ browser, url }, { name, path, first }, network, slowdown) {
  const context = await browser.newContext({ locale: "en", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    if (network)
      await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(watchStart, first);
    await page.goto(url + path, { waitUntil: "commit", timeout: LONGEST });
    const isDone = () => globalThis.benchStart;
    await page.waitForFunction(isDone, undefined, { timeout: LONGEST, polling: 200 }).catch(() => {
      throw new Error(`${name} does not answer what is put into its first input`);
    });
    const figures = await page.evaluate(isDone);
    if (slowdown > 1 || network) return figures;
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
    return { ...figures, heap: usedSize + backingStorageSize };
  } finally {
    await context.close();
  }
}
