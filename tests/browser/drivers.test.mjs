// A partner’s way through the page in Chromium, Firefox and WebKit, each by its own driver: the page on its server, and
// the page in one file, opened from disk by a browser that has no network. What is expected is written by hand.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { inRoot, site } from "../../scripts/tools.mjs";
import { driven } from "./driven.mjs";
import { sample, TENANT } from "./person.mjs";
import { BROWSERS, missing, startBrowser } from "./webdriver.mjs";

const DOMAIN = "contoso.onmicrosoft.com";
const FILE = pathToFileURL(inRoot("dist", "cpor-preflight.html")).href;

let server;
before(async () => {
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
    // Chosen, whatever the machine speaks.
    await browser.go(`${address()}?lang=en`);
    me = driven(browser);
    await me.ready();
    await browser.run(watch);
  });
  after(() => browser?.close());

  test("what is typed into the box fills the claim", async () => {
    await me.type("Paste or drop anything", `Tenant ID: ${TENANT} Domain: ${DOMAIN}`);
    await me.press("Read it");
    await me.heading(`Claim for ${DOMAIN}`);
    await me.heading("Still to fill in: 6");
  });

  test("an export is dropped, another one is chosen", async () => {
    await me.drop("partner-profile.csv", await sample("partner-profile.csv"));
    await me.shows("Export: 2 Partner IDs");
  });

  test("the check names what is missing", async () => {
    await me.press("Check it now");
    await browser.until(() => /^Fix/.test(document.querySelector("#verdict-title").innerText));
  });

  test("a reload keeps it", async () => {
    await clean();
    await browser.reload();
    await me.ready();
    await browser.run(watch);
    await me.heading(`Claim for ${DOMAIN}`);
    await me.shows("Export: 2 Partner IDs");
  });

  test("the example is green", async () => {
    await me.follow("cpor-preflight");
    await me.follow("Try an example");
    await me.heading("File it");
  });

  test("an error of Partner Center is looked into", async () => {
    await me.follow("cpor-preflight");
    await me.follow("Partner Center showed me an error");
    await me.press("Domain and tenant don’t match");
    await me.shows("Nothing speaks against it here.");
  });

  test("both languages and both rule sets are there", async () => {
    await me.choose("Language", "Deutsch");
    await me.heading("Partner Center zeigt einen Fehler");
    await me.choose("Regeln vom", "Juni 2020");
    await browser.until(() => location.search.includes("ruleset=2020-06"));
  });

  test("it says which version this is", async () => {
    await me.shows(options.offline ? ", als Datei" : ", läuft auch offline");
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
}

/** Notes what a policy refuses, and what fails. */
function watch() {
  const noted = { refused: [], failed: [] };
  window.noted = noted;
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    noted.refused.push(`${effectiveDirective} ${blockedURI}`),
  );
  addEventListener("error", ({ message }) => noted.failed.push(message));
  addEventListener("unhandledrejection", ({ reason }) => noted.failed.push(String(reason)));
}
