// How long one check takes, in Node and in headless Chromium, as a Markdown table.
// `npm run bench -- --rounds=30 --ms=100`: rounds per case, and how long each round lasts at least.
// Run it alone on the machine: the first line says what else was going on.
import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { serve } from "./serve.mjs";
import { ensureBrowser, filesUnder, findBrowser, inRoot } from "./tools.mjs";

const option = (name, otherwise) =>
  Number(process.argv.find((text) => text.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);

const goodClaim = {
  userRole: "incentives-admin",
  customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  customerDomain: "contoso.onmicrosoft.com",
  solutionArea: "business-applications",
  activity: "presales",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  subscriptionId: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};
const badClaim = {
  userRole: "other",
  customerTenantId: "contoso.com",
  customerDomain: goodClaim.customerTenantId,
  solutionArea: "microsoft-365",
  activity: "presales",
  purchaseChannel: "csp",
  product: "Teams",
  subscriptionId: "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
  partnerId: "12ab",
  competingPartner: "yes",
  proofOfExecution: "missing",
};

await build();
await ensureBrowser();
const [load] = loadavg();
const warning = load > 0.5 ? ": the machine is busy, do not trust these figures" : "";
console.log(`\nload before: ${load.toFixed(2)}${warning}`);

const samples = [];
for (const name of await filesUnder(inRoot("tests", "samples"))) {
  if (name === "README.md" || name === "claims.csv") continue;
  samples.push({ name, text: await readFile(inRoot("tests", "samples", name), "utf8") });
}
const task = { goodClaim, badClaim, samples, rounds: option("rounds", 30), ms: option("ms", 100) };

const inNode = await measure({ ...task, library: pathToFileURL(inRoot("dist", "node.js")).href });
const { version, result: inChromium } = await measureInChromium();

console.log(`${cpus()[0].model}, Node ${process.version}, Chromium ${version}`);
console.log(`${task.rounds} interleaved rounds of ${task.ms} ms; p99 is of batches of 100 calls\n`);
console.log("| µs per call | Node median | Node p99 | Chromium median | Chromium p99 |");
console.log("| --- | ---: | ---: | ---: | ---: |");
inNode.cases.forEach(({ name, median, p99 }, index) => {
  const chromium = inChromium.cases[index];
  const cells = [median, p99, chromium.median, chromium.p99].map((value) => value.toFixed(1));
  console.log(`| ${name} | ${cells.join(" | ")} |`);
});
for (const [name, { sameAgain }] of Object.entries({ Node: inNode, Chromium: inChromium })) {
  const verdict = sameAgain < 0.03 ? "fine" : "3 % or more: the run is void";
  console.log(`\nA/A check in ${name}: ${(sameAgain * 100).toFixed(1)} % apart (${verdict})`);
}

async function measureInChromium() {
  const { chromium } = await import("playwright-core");
  // An isolated page has a finer clock.
  const isolated = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  };
  const server = await serve(inRoot("www"), { headers: isolated });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    // A page of the right origin on which nothing else runs.
    await page.goto(`${server.url}lib/preflight.js`);
    const result = await page.evaluate(measure, {
      ...task,
      library: `${server.url}lib/web.js`,
    });
    return { version: browser.version(), result };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in Node and, sent over as text, in the browser: it may use nothing from outside. */
async function measure({ library, goodClaim, badClaim, samples, rounds, ms }) {
  const { init, checkClaim, readEvidence, mergeEvidence } = await import(library);
  await init();

  const tenantId = goodClaim.customerTenantId;
  const evidence = samples
    .map(({ name, text }) => readEvidence(text, { name, tenantId }).evidence)
    .reduce((all, part) => mergeEvidence(all, part), {});
  const options = { ruleset: "2020-06", locale: "en", today: "2026-11-22" };

  // Each call makes its claim anew, as a form does; `typed` is the claim after another keystroke.
  const product = goodClaim.product;
  const typed = (n) => ({ ...goodClaim, product: product.slice(0, 1 + (n % product.length)) });
  const cases = [
    ["good claim", () => checkClaim({ ...goodClaim }, undefined, options)],
    ["good claim, with evidence", () => checkClaim({ ...goodClaim }, evidence, options)],
    ["bad claim", () => checkClaim({ ...badClaim }, undefined, options)],
    ["bad claim, with evidence", () => checkClaim({ ...badClaim }, evidence, options)],
    ["keystroke in the product", (n) => checkClaim(typed(n), undefined, options)],
    ["keystroke in the product, with evidence", (n) => checkClaim(typed(n), evidence, options)],
  ].map(([name, call]) => ({ name, call, medians: [], batches: [] }));
  const again = { ...cases[0], medians: [], batches: [] };
  const contestants = [...cases, again];

  let findings = 0; // Kept and returned, so that no call can be optimised away.
  const batch = (call) => {
    const start = performance.now();
    for (let n = 0; n < 100; n += 1) findings += call(n).findings.length;
    return ((performance.now() - start) * 1000) / 100;
  };
  const sorted = (values) => values.toSorted((a, b) => a - b);
  const quantile = (values, share) => sorted(values)[Math.floor((values.length - 1) * share)];

  for (const { call } of contestants) for (let n = 0; n < 100; n += 1) batch(call);
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants.toSorted(() => Math.random() - 0.5)) {
      const times = [];
      const end = performance.now() + ms;
      while (performance.now() < end) times.push(batch(contestant.call));
      contestant.medians.push(quantile(times, 0.5));
      contestant.batches.push(...times);
    }
  }

  const median = ({ medians }) => quantile(medians, 0.5);
  return {
    cases: cases.map((one) => ({
      name: one.name,
      median: median(one),
      p99: quantile(one.batches, 0.99),
    })),
    sameAgain: Math.abs(median(again) / median(cases[0]) - 1),
    findings,
  };
}
