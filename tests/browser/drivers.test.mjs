// A partner's whole way through the page in Chromium, Firefox and WebKit, each by its own driver: the
// page on its server, and the page in one file, opened from disk by a browser that has no network.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { checkBatch, checkClaim, init, mergeEvidence, readEvidence } from "cpor-preflight";
import { serve } from "../../scripts/serve.mjs";
import { inRoot, site } from "../../scripts/tools.mjs";
import many from "../../www/text/en/bulk.js";
import { driven } from "./driven.mjs";
import { sample, subscription, TENANT, TEXTS } from "./person.mjs";
import { BROWSERS, missing, startBrowser } from "./webdriver.mjs";

const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: `{${TENANT.toUpperCase()}}`,
  customerDomain: "https://Contoso.onmicrosoft.com/about",
  solutionArea: "business-applications",
  activity: "presales",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};
const FILE = pathToFileURL(inRoot("dist", "cpor-preflight.html")).href;
/** More than is read beside the typing. */
const ROWS = 2000;

let server;
before(async () => {
  await init();
  server = await serve(site);
});
after(() => server.close());

for (const name of BROWSERS) {
  const skip = missing(name);
  if (skip) console.log(`skipped: ${skip}`);
  const places = {
    "the page on its server": [() => server.url, { offline: false }],
    "the file from disk, without a network": [() => FILE, { offline: true }],
  };
  for (const [place, [address, options]] of Object.entries(places)) {
    describe(`${name}: ${place}`, { skip }, () => way(name, address, options));
  }
}

function way(name, address, options) {
  let browser;
  let me;

  before(async () => {
    browser = await startBrowser(name, options);
    console.log(`${name} ${browser.version}`);
    await browser.go(address());
    me = driven(browser);
    // Chosen, whatever the machine speaks.
    await me.ready();
    await browser.run(watch);
  });
  after(() => browser?.close());

  test("the rule set and its date are in view", async () => {
    // As a person writes it, once the form has been painted.
    const link = await browser.until(() => {
      const shown = document.querySelector("#rules a");
      return shown.innerText.includes("October 10, 2023") && shown;
    });
    assert.ok(await browser.run((it) => it.checkVisibility(), link));
  });

  test("the claim is typed, and the exports come by drop and by choice", async () => {
    await me.answerAll(CLAIM);
    const file = "graph-subscriptions.json";
    await me.drop(me.words.evidence.orDrop, file, await sample(file));
    await me.sayTenant();
    await me.useSubscription(1);
    await me.chooseFile(me.sampleFile("graph-subscribed-skus.json"));
    await me.shows("2 rows");
  });

  test("the answer of the look-up is pasted", async () => {
    await me.paste(await sample("openid-contoso.json"));
    await me.shows("1 row");
  });

  test("the guides advise, and the own ID counts", async () => {
    const { activityGuide, common } = me.words;
    const whole = await me.open(activityGuide.title);
    const { options } = TEXTS.en.questions.activity.contribution;
    await me.pick(whole, options["influenced-purchase"]);
    await me.shows(common.ranking);
    await me.addPartnerId("5357564");
  });

  test("the verdict is the library’s", async () => {
    await me.press(me.words.form.check);
    const report = await fromLibrary({ ...CLAIM, subscriptionId: subscription(1) });
    const { verdicts, severities } = TEXTS.en;
    assert.equal(await me.verdict(), verdicts[report.verdict].title);
    assert.deepEqual(
      await me.findings(),
      report.findings.map(({ severity, what }) => `${severities[severity]}: ${what}`),
    );
  });

  test("a large export is read, by a worker where one can", async () => {
    await me.drop(me.words.evidence.orDrop, "many.json", largeExport());
    await me.shows("2,000 rows");
    await workersAnswered();
  });

  test("an error of Partner Center is diagnosed, an example fills the form", async () => {
    const whole = await me.open(me.words.diagnosis.title);
    assert.ok((await browser.run((it) => it.innerText, whole)).length > 300);
    await me.press(me.words.exampleNames.csp);
    await me.shows(me.words.exampleFilled);
  });

  test("many claims are checked as in Node, on the page for them", async () => {
    await clean();
    await me.follow(me.words.bulk);
    await browser.until((title) => document.title === title, many.title);
    await me.ready();
    await browser.run(watch);
    const csv = await sample("claims.csv");
    await me.drop(many.source.orDrop, "claims.csv", csv);
    await browser.press(() => document.querySelector(".run .actions button"));
    await browser.until(() => /^Checked: /m.test(document.getElementById("bulk").innerText));
    const titles = Object.values(TEXTS.en.verdicts).map(({ title }) => title);
    const counts = await browser.run(countsOf, titles);
    assert.deepEqual(counts, Object.values(checkBatch(csv).verdicts));
    await workersAnswered();
    await clean();
    await me.follow(many.form);
    await browser.until((title) => document.title === title, me.words.title);
    await me.ready();
    await browser.run(watch);
  });

  test("both languages and both rule sets are there", async () => {
    await me.choose(me.words.language, "Deutsch");
    await browser.until((title) => document.title.includes(title), TEXTS.de.page.title);
    const german = driven(browser, "de");
    await german.press(german.words.form.check);
    const titles = Object.values(TEXTS.de.verdicts).map(({ title }) => title);
    assert.ok(titles.includes(await german.verdict()));
    await browser.run(() => {
      const rules = document.querySelector("#rules select");
      rules.value = "2023-10";
      rules.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await browser.until(() => /2023/.test(document.querySelector("#rules a").innerText));
  });

  test("it says which version this is", async () => {
    const words = TEXTS.de.page.version[options.offline ? "file" : "stored"];
    const [, end] = words.split("{version}");
    await browser.until((text) => document.getElementById("version").innerText.endsWith(text), end);
  });

  test("nothing was refused, nothing went wrong, and from disk nothing was asked for", clean);

  /** Nothing was refused, failed or came from elsewhere since the page was opened. */
  async function clean() {
    const { refused, failed, loaded } = await browser.run(() => ({
      ...window.noted,
      loaded: performance
        .getEntriesByType("resource")
        .map((entry) => entry.name)
        .filter((url) => !url.startsWith("blob:")),
    }));
    assert.deepEqual({ refused, failed }, { refused: [], failed: [] });
    const foreign = loaded.filter((url) => options.offline || !url.startsWith(server.url));
    assert.deepEqual(foreign, []);
  }

  async function workersAnswered() {
    const answered = (await browser.run(() => window.heard)) > 0;
    // Of a worker that is from no server, WebKit's cannot read files: the page does its work.
    assert.equal(answered, !(name === "webkit" && options.offline));
  }
}

/** Notes what a policy refuses, what fails, and how often a worker answers. */
function watch() {
  const noted = { refused: [], failed: [] };
  window.noted = noted;
  window.heard = 0;
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    noted.refused.push(`${effectiveDirective} ${blockedURI}`),
  );
  addEventListener("error", ({ message }) => noted.failed.push(message));
  addEventListener("unhandledrejection", ({ reason }) => noted.failed.push(String(reason)));
  Object.defineProperty(Worker.prototype, "onmessage", {
    set(hear) {
      this.addEventListener("message", (event) => {
        if (!event.data.ready) window.heard += 1;
        hear(event);
      });
    },
  });
}

/** How many rows have each verdict, as the page says. */
function countsOf(titles) {
  const items = [...document.querySelectorAll("#bulk li")].map((item) => item.innerText);
  return titles.map((title) =>
    Number(items.find((text) => text.includes(title)).match(/([\d,]+) \(/)[1]),
  );
}

function largeExport() {
  const value = Array.from({ length: ROWS }, (_, i) => ({
    id: `0b6f4c1e-2d83-47aa-9f10-${String(i).padStart(12, "0")}`,
    skuId: "1e1a282c-9c54-43a2-9310-98ef728faace",
    skuPartNumber: "DYN365_ENTERPRISE_SALES",
    status: "Enabled",
    serviceStatus: [],
  }));
  return JSON.stringify({ value }).padEnd(300_000);
}

/** The library's own report for what the partner has put into the page. */
async function fromLibrary(claim) {
  const exports = [
    ["graph-subscriptions.json", { tenantId: TENANT }],
    ["graph-subscribed-skus.json"],
    ["openid-contoso.json", { domain: "contoso.onmicrosoft.com" }],
  ];
  let evidence = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };
  for (const [name, said] of exports) {
    const { evidence: found } = readEvidence(await sample(name), { name, ...said });
    evidence = mergeEvidence(evidence, found);
  }
  return checkClaim(claim, evidence);
}
