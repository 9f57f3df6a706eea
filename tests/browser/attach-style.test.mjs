// attach.css: what attach shows, on light and dark pages and in forced colors, and nothing else of the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";

const openPage = usePage({ folder: inRoot("dist") });
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";
const FORM = `<form id="claim">
  <label>Tenant <input name="customerTenantId" value="contoso.com"></label>
  <label>Role <select name="userRole"><option value="other">Other</option></select></label>
  <label>Partner ID <input name="partnerId" value="12"></label>
  <p id="own">Text of the host’s</p> <label>Other <input id="other" aria-invalid="true"></label>
  <button>Send</button></form> <div id="result"></div>`;
const SCRIPT = `import { attach } from "/attach.js";
  attach(document.querySelector("form"), { result: document.querySelector("#result"), locale: "en" })
    .check().then(() => { document.title = "Checked"; });`;

async function open({ scheme = "light", style = "", css = true, ...options } = {}) {
  const sheet = css ? '<link rel="stylesheet" href="/attach.css">' : "";
  const own = `:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText } ${style}`;
  const host = await openPage({
    ...{ path: "/host.html", colorScheme: scheme, ...options },
    async prepare(page) {
      const serve = (path, contentType, body, headers = {}) =>
        page.route(`**${path}`, (route) => route.fulfill({ contentType, headers, body }));
      const head = `<!doctype html><html lang="en"><title>Host</title><link rel="stylesheet" href="/own.css">${sheet}`;
      const html = `${head}<main><h1>Host</h1>${FORM}</main><script type="module" src="/host.js"></script>`;
      await serve("/host.html", "text/html", html, { "content-security-policy": POLICY });
      await serve("/own.css", "text/css", own);
      await serve("/host.js", "text/javascript", SCRIPT);
      await serve("/favicon.ico", "image/x-icon", "");
    },
  });
  await host.page.waitForFunction(() => document.title === "Checked");
  return host;
}

const styleOf = (page, selector, ...names) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, all) => {
      const style = getComputedStyle(element);
      return all.map((name) => style.getPropertyValue(name));
    }, names);

for (const [name, options] of [
  ["a light page", { scheme: "light" }],
  ["a dark page", { scheme: "dark" }],
  ["forced colors", { forcedColors: "active" }],
]) {
  test(`${name}: axe finds nothing, and each severity has its color`, async () => {
    const host = await open(options);
    const { page } = host;
    assert.deepEqual(await host.axe(), []);
    const severities = await page
      .locator(".cpor-message, .cpor-finding")
      .evaluateAll((all) => [...new Set(all.map(({ dataset }) => dataset.severity))]);
    assert.deepEqual(severities.sort(), ["blocks", "informs", "warns"]);
    const colors = [];
    for (const severity of severities)
      colors.push(
        `${await styleOf(page, `[data-severity=${severity}]`, "border-inline-start-color", "background-color")}`,
      );
    assert.equal(new Set(colors).size, options.forcedColors ? 1 : 3, colors.join(" "));
    assert.deepEqual(host.problems(), []);
    await host.close();
  });
}

test("nothing but what attach shows has another look than without the sheet", async () => {
  const looks = [];
  for (const css of [true, false]) {
    const host = await open({ css });
    looks.push(
      await host.page.evaluate(() =>
        ["body", "form", "label", "#own", "#other", "button", "select"].map((selector) => {
          const style = getComputedStyle(document.querySelector(selector));
          const skipped = /size|inset|width|height|origin|perspective|^(top|left|right|bottom)$/;
          return [...style]
            .filter((name) => !skipped.test(name))
            .map((name) => `${name}: ${style.getPropertyValue(name)}`)
            .join("; ");
        }),
      ),
    );
    await host.close();
  }
  assert.deepEqual(looks[0], looks[1]);
});

test("a faulty control has the color of what blocks; custom properties change both", async () => {
  const host = await open({ style: "form { --cpor-red: #010203; --cpor-radius: 3px }" });
  const { page } = host;
  assert.deepEqual(await styleOf(page, "[name=customerTenantId]", "border-top-color"), [
    "rgb(1, 2, 3)",
  ]);
  assert.deepEqual(
    await styleOf(page, "form [data-severity=blocks]", "border-left-color", "border-radius"),
    ["rgb(1, 2, 3)", "3px"],
  );
  await host.close();
});
