// How long the page does not answer while it reads a large export and plans with it: every task of 50 ms and more.
// `node tests/bench/load/large.mjs [subscriptions] [slowdown]` prints them; the build has to be there.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { serve, site } from "../../../scripts/serve.mjs";
import { findBrowser, findShell } from "../../browser/browsers.mjs";

const [subscriptions = 60_000, slowdown = 1] = process.argv.slice(2).map(Number);
const COLUMNS = [
  ...["PGAMpnID", "SubscriptionId", "SubscriptionStartDate", "SubscriptionEndDate"],
  ...["SubscriptionStatus", "Month", "SKU", "SKUId", "SalesModel", "CustomerName"],
  ...["CustomerTenantId", "AvailableSeats", "AssignedSeats"],
];

// Chromium reads it itself: a file that the driver makes in the page is a long task of the driver's.
const folder = await mkdtemp(join(tmpdir(), "large-"));
const file = join(folder, "export.csv");
await writeFile(file, exported());
const server = await serve(site);
const browser = await chromium.launch({
  executablePath: findShell() ?? findBrowser(),
  args: ["--no-sandbox"],
});
try {
  for (const view of ["#claim", "#plan"]) console.log(`${view}: ${await tasksIn(view)}`);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}

async function tasksIn(view) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(server.url + view);
  await page.locator("html[data-state=ready] #page:not([aria-busy])").waitFor();
  await page.waitForLoadState("networkidle");
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(Math.round(duration));
    }).observe({ type: "longtask" });
  });
  const began = Date.now();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.locator(".chips > li").first().waitFor({ timeout: 120_000 });
  if (view === "#plan") await page.locator(".act-bar:not([hidden])").waitFor({ timeout: 120_000 });
  const taken = Date.now() - began;
  // A task is told of after it has ended.
  await page.evaluate(async () => {
    for (const _ of "123") await new Promise((done) => requestAnimationFrame(done));
  });
  const tasks = await page.evaluate(() => window.tasks);
  await context.close();
  return `${taken} ms, tasks of 50 ms and more: ${tasks.join(", ") || "none"}`;
}

/** A Dynamics 365 usage report: a subscription a row, four of each customer. */
function exported() {
  const id = (at) => `0b6f4c1e-2d83-47aa-9f10-${String(at).padStart(12, "0")}`;
  const rows = Array.from({ length: subscriptions }, (_, at) =>
    [
      ...["4391507", id(at), "2025-11-03", "2027-11-03", "Active", "2026-10-01"],
      ...["DYN365_ENTERPRISE_SALES", "1e1a282c-9c54-43a2-9310-98ef728faace", "Volume Licensing"],
      ...[`Customer ${at >> 2}`, id(at >> 2), "40", "36"],
    ].join(),
  );
  return [COLUMNS.join(), ...rows, ""].join("\n");
}
