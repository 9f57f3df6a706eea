// One answer in five runtimes: 10,000 drawn claims are checked natively, in Node, Chromium, Firefox and
// WebKit. What is compared with the native core is all but the texts, which are put together in
// JavaScript: of these, the reports are compared whole, in both languages.
//
//     npm run digest [-- number of claims [seed]]
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "../../scripts/build.mjs";
import { serve } from "../../scripts/serve.mjs";
import { inRoot, run, targetDir } from "../../scripts/tools.mjs";
import { ensureBrowser, ensureDrivers } from "../browser/browsers.mjs";
import { BROWSERS, missing, startBrowser } from "../browser/webdriver.mjs";
import { drawn, Random, TODAY } from "../oracle/cases.mjs";

const count = Number(process.argv[2] ?? 10_000);
const random = new Random(Number(process.argv[3] ?? 20261122));
/** A driver's answer has to come in one piece, and soon. */
const AT_ONCE = 1000;

await build();
await ensureBrowser();
await ensureDrivers();

const claims = Array.from({ length: count }, () => drawn(random));
const native = await natively();
const results = await Promise.all([
  inNode().then((answers) => ["Node", answers]),
  ...BROWSERS.map((name) => {
    const why = missing(name);
    return why ? [name, undefined, why] : inBrowser(name);
  }),
]);
console.log(`\n${count} claims, all but the texts:\nnative: ${hash(native)}`);
let failed = 0;
const [[, node]] = results;
for (const [name, answers, why] of results) {
  if (!answers) {
    console.log(`${name}: skipped, ${why}`);
    continue;
  }
  const plain = answers.map(({ told }) => told);
  const whole = answers.map(({ texts }) => texts);
  const differs = plain.findIndex((line, at) => line !== native[at]);
  const isSame = differs < 0 && hash(whole) === hash(node.map(({ texts }) => texts));
  if (!isSame) failed += 1;
  console.log(`${name}: ${hash(plain)}, with the texts ${hash(whole)}`);
  if (differs >= 0) {
    console.log(`  ${JSON.stringify(claims[differs])}\n  ${plain[differs]}\n  ${native[differs]}`);
  }
}
const skipped = results.filter(([, answers]) => !answers).length;
const passed = results.length - skipped - failed;
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
// One that is missing is no agreement.
process.exitCode = failed || skipped ? 1 : 0;

function hash(lines) {
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}

async function natively() {
  const folder = join(targetDir, "digest");
  await mkdir(folder, { recursive: true });
  const lines = claims.map(({ claim, evidence, ruleset }) =>
    [claim, evidence, { ruleset }].map((part) => JSON.stringify(part ?? null)).join("\t"),
  );
  await writeFile(join(folder, "claims.tsv"), `${lines.join("\n")}\n`);
  // For few claims, what `cargo test` has built is there sooner.
  const profile = count > AT_ONCE ? ["--release"] : [];
  const test = ["test", ...profile, "--test", "digest", "--", "--ignored"];
  await run("cargo", test, { DIGEST_FOLDER: folder });
  return (await readFile(join(folder, "native.txt"), "utf8")).split("\n").slice(0, -1);
}

async function inNode() {
  return answersOf(pathToFileURL(inRoot("dist", "inline.js")).href, claims, TODAY);
}

async function inBrowser(name) {
  const server = await serve(inRoot("dist"));
  const browser = await startBrowser(name);
  try {
    // A page of the right origin on which nothing else runs: one that there is not.
    await browser.go(`${server.url}nothing`);
    const answers = [];
    for (let at = 0; at < claims.length; at += AT_ONCE) {
      const some = claims.slice(at, at + AT_ONCE);
      answers.push(...(await browser.run(answersOf, `${server.url}web.js`, some, TODAY)));
    }
    return [`${name} ${browser.version}`, answers];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in Node and, sent over as text, in browsers: it may use nothing from outside. */
async function answersOf(library, some, today) {
  const { init, checkClaim } = await import(library);
  await init();
  const parameters = (params) =>
    Object.entries(params)
      .map(([name, value]) => `${name}=${value}`)
      .join("&");
  return some.map(({ claim, evidence, ruleset }) => {
    const [english, german] = ["en", "de"].map((locale) =>
      checkClaim(claim, evidence, { ruleset, locale, today }),
    );
    const { checks, findings, understood, timeline, verdict } = english;
    const parts = [
      checks.map(({ id, outcome }) => `${id}=${outcome}`),
      findings.map(
        ({ code, severity, fields, params }) =>
          `${code} ${severity} ${fields} ${parameters(params)}`,
      ),
      Object.entries(understood).map((pair) => pair.join("=")),
      timeline.map(({ step, from = "", by = "" }) => `${step} ${from} ${by}`),
    ];
    const lists = parts.map((part) => part.join(";")).join("|");
    return {
      told: `${english.ruleset} ${english.today} ${verdict}|${lists}`,
      texts: JSON.stringify([english, german]),
    };
  });
}
