// What must not grow: nodes, listeners and memory, while a person does something and takes it back, again and again.
import { paste } from "../page.mjs";

const WARM = 3;
const TIMES = 10;
/** Below so much each time, it is the browser’s: it keeps a node for what was typed, to take it back. */
const NOISE = { Nodes: 2, JSEventListeners: 1, JSHeapUsedSize: 50_000 };
/** Milliseconds after which nothing that was done waits any more. */
const PATIENCE = 5000;

/** Each ends where it began, on the claim. */
export const CYCLES = {
  "another language and back": async (page) => {
    for (const tag of ["de", "en"]) {
      await page.locator("[data-key=language]").selectOption(tag);
      await page.locator(`html[lang=${tag}]`).waitFor();
    }
  },
  "other rules and back": async (page) => {
    for (const id of ["2020-06", "2023-10"]) await page.locator("#rules").selectOption(id);
  },
  "through the views": async (page) => {
    for (const hash of ["#error", "#guides", "#kept", "#many", "#plan", "", "#claim"]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
    }
  },
  "a text put in and taken back": async (page) => {
    const chips = page.locator(".chips > li");
    const before = await chips.count();
    const more = page.locator("[data-key=more][aria-expanded=false]");
    if (await more.count()) await more.click();
    await paste(page, "Partner ID 5357564", page.locator("#any"));
    await chips.nth(before).waitFor();
    await page.locator("[data-key=undo]").click();
    await chips.nth(before).waitFor({ state: "detached" });
  },
  "a field filled in and emptied": async (page) => {
    const field = page.locator(".claim [data-key=ownTenantId]");
    await field.evaluate((node) => {
      node.closest("details").open = true;
    });
    for (const text of ["asdf", ""]) {
      await field.fill(text);
      await field.press("Tab");
    }
  },
};

/** What has grown by doing this again and again, as a line; nothing where nothing has. The page’s clock is a played one. */
export async function grown(page, cycle) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measured = async (times) => {
    for (let time = 0; time < times; time += 1) await cycle(page);
    // What waits for its time holds what it is about.
    await page.clock.runFor(PATIENCE);
    // What the first round frees may hold what only the next one can free.
    for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await measured(WARM);
  const after = await measured(TIMES);
  await session.detach();
  const more = Object.entries(NOISE).map(([name, noise]) => {
    return [name, (after.get(name) - before.get(name)) / TIMES, noise];
  });
  const hasGrown = more.filter(([, each, noise]) => each >= noise);
  return hasGrown.map(([name, each]) => `${each} ${name} each time`).join(", ");
}
