// What a browser brings back by itself, after a reload and on the way back to a page: of the element
// as much as of a plain field beside it. Each browser by its own driver; on reload, of Chromium,
// Firefox and WebKit only Firefox brings anything back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { STRICT } from "./host.mjs";
import { TEXTS } from "./person.mjs";
import { BROWSERS, missing, startBrowser } from "./webdriver.mjs";

const TAB = "\uE004";
const { label } = TEXTS.en.fields.customerDomain;
let url;
let server;
before(async () => {
  server = await serve(inRoot(), { headers: { "Content-Security-Policy": STRICT } });
  url = new URL("tests/browser/hosts/restored.html", server.url).href;
});
after(() => server.close());

const WAYS = {
  // As a person reloads: Firefox's driver brings nothing back. WebKit's gets stuck on a script in a
  // page that goes away.
  async "a reload"(browser) {
    if (browser.name === "webkit") return browser.reload();
    await browser.run(() => {
      window.isLeft = true;
      setTimeout(() => location.reload());
    });
    await browser.until(() => !window.isLeft);
  },
  async "the way back"(browser) {
    await browser.go(url.replace("restored", "late"));
    await browser.back();
  },
};

for (const name of BROWSERS) {
  describe(name, { skip: missing(name) }, () => {
    let browser;
    before(async () => {
      browser = await startBrowser(name);
    });
    after(() => browser?.close());

    for (const [way, go] of Object.entries(WAYS)) {
      test(`W5: after ${way}, the element has what a plain field has`, async () => {
        await browser.go(url);
        const [own, domain] = await browser.until(fields, label);
        await browser.keys(own, `4711${TAB}`);
        await browser.keys(domain, `contoso.com${TAB}`);
        await go(browser);
        const [plain, typed, sent] = await browser.until(values, label);
        const isBack = plain === "4711";
        assert.deepEqual([typed, sent], isBack ? ["contoso.com", "contoso.com"] : ["", ""]);
        assert.equal(isBack, way === "the way back" || name === "firefox");
      });
    }
  });
}

/* In the page */

/** The plain field and the element's, once it is ready. */
function fields(text) {
  const form = document.querySelector("cpor-claim-form");
  if (form?.state !== "ready") return undefined;
  const labels = [...form.shadowRoot.querySelectorAll("label")];
  const { control } = labels.find((node) => node.firstChild?.textContent.trim() === text);
  return [document.querySelector("#own"), control];
}

/** What stands in the plain field and in the element's, and what that would submit, once these two agree. */
function values(text) {
  const form = document.querySelector("cpor-claim-form");
  if (form?.state !== "ready") return undefined;
  const labels = [...form.shadowRoot.querySelectorAll("label")];
  const { control } = labels.find((node) => node.firstChild?.textContent.trim() === text);
  const own = document.querySelector("#own").value;
  const sent = new FormData(form.form).get("claim.customerDomain");
  return control.value === sent ? [own, control.value, sent] : undefined;
}
