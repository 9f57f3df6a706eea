// The elements under strangers' conditions: failures, styles, places, copies, policies. The numbers
// are those of the checklist for widgets.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { element, entries, STRICT, TRUSTED, useHost } from "./host.mjs";
import { eventually, READY, TENANT } from "./person.mjs";

const open = useHost();
const openPlaces = useHost({ policy: `${TRUSTED}; frame-src 'self'` });
/** The words of form and result, by what they were built from. */
const WORDS = /\/dist\/form-\w+\.js$/;

test("W13: what the host puts into slots is there, and help belongs to its field", async () => {
  const { form, close } = await open();
  await form.node.evaluate((node) => {
    for (const slot of [
      "label",
      "hint",
      "before",
      "after",
      "actions",
      "result-footer",
      "help-product",
    ]) {
      const own = document.createElement("p");
      own.slot = slot;
      own.textContent = `Own ${slot}`;
      node.append(own);
    }
  });
  await form.ready();
  await form.open();
  for (const slot of [
    "label",
    "hint",
    "before",
    "after",
    "actions",
    "result-footer",
    "help-product",
  ]) {
    assert.ok(await form.node.getByText(`Own ${slot}`).isVisible(), slot);
  }
  const described = await form
    .field("product")
    .evaluate((node) => node.getAttribute("aria-describedby"));
  assert.match(described, /-help/);
  await close();
});

test("W13: every text can be the host's", async () => {
  const { form, close } = await open({ path: "plain.html" });
  await form.ready();
  await form.node.evaluate((node) => {
    node.messages = {
      claim: { check: "Own check" },
      cards: { customer: "Own group" },
      fields: { product: { label: "Own label" }, partnerId: { hint: "Own hint" } },
      options: { userRole: { other: "Own option" } },
      verdict: { fix: { one: "Own verdict", other: "Own verdict" } },
      findings: { "partner-id-unusual-length": { what: "Own finding of {length} digits" } },
      checks: { role: "Own name of a check" },
    };
  });
  await form.node.getByRole("button", { name: "Own check" }).waitFor();
  await form.open();
  const seen = async (text) => (await form.node.getByText(text, { exact: true }).count()) > 0;
  for (const text of ["Own group", "Own label", "Own hint", "Own option"])
    assert.ok(await seen(text), text);
  await form.node.evaluate((node) => node.fill({ partnerId: "12" }));
  await form.node.getByRole("button", { name: "Own check" }).click();
  assert.equal(await form.verdict(), "Own verdict");
  for (const text of ["Own finding of 2 digits", "Own name of a check"])
    await form.node.getByText(text).first().waitFor({ state: "attached" });
  await close();
});

test("W28: a text under a name that no text has is told, once", async () => {
  const { page, form, close } = await open();
  const told = [];
  page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
  await form.ready();
  for (let round = 0; round < 2; round += 1) {
    await form.node.evaluate((node, check) => {
      node.messages = { claim: { check, chekc: "x" }, findings: { "role-missing": { what: "y" } } };
    }, `Check ${round}`);
    await form.node.getByRole("button", { name: `Check ${round}` }).waitFor();
  }
  // The catalogue with all names is loaded only for that.
  await eventually(
    () => told.length,
    (count) => count > 0,
  );
  assert.equal(told.length, 1);
  assert.match(told[0], /messages of <cpor-claim-form> has claim\.chekc/);
  await close();
});

test("W15: custom properties reach the inside, the font is the host's, themes can be forced", async () => {
  const { page, form, close } = await open();
  await form.ready();
  const style = (selector, property) =>
    form.node.evaluate(
      (node, [inner, name]) => getComputedStyle(node.shadowRoot.querySelector(inner))[name],
      [selector, property],
    );
  assert.match(await style(".cpor", "fontFamily"), /Georgia/);
  const light = await style(".cpor", "backgroundColor");
  await form.node.evaluate((node) => {
    node.theme = "dark";
  });
  const dark = await style(".cpor", "backgroundColor");
  assert.notEqual(dark, light);
  await page.emulateMedia({ colorScheme: "dark" });
  await form.node.evaluate((node) => {
    node.theme = "light";
  });
  assert.equal(await style(".cpor", "backgroundColor"), light);
  await form.node.evaluate((node) => {
    node.removeAttribute("theme");
  });
  assert.equal(await style(".cpor", "backgroundColor"), dark, "the host page's scheme");
  const manifest = JSON.parse(await readFile(inRoot("dist", "custom-elements.json"), "utf8"));
  const { cssProperties } = manifest.modules[0].declarations[0];
  assert.ok(cssProperties.length >= 30, String(cssProperties.length));
  const sheet = await form.node.evaluate(({ shadowRoot }) =>
    shadowRoot.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules])
      .map(({ cssText }) => cssText)
      .join("\n"),
  );
  for (const { name } of cssProperties)
    assert.ok(sheet.includes(`var(${name},`), `${name} has a fallback`);
  await form.node.evaluate((node) => {
    node.style.setProperty("--cpor-accent", "rgb(1, 2, 3)");
    node.style.setProperty("--cpor-radius", "2px");
    node.style.setProperty("--cpor-font-size", "10px");
  });
  const accent = () => style("[part~=check-button]", "backgroundColor");
  assert.equal(await eventually(accent, (color) => color === "rgb(1, 2, 3)"), "rgb(1, 2, 3)");
  assert.equal(await style("[part~=verdict]", "borderTopLeftRadius"), "3px");
  assert.equal(await style(".cpor", "fontSize"), "9.375px");
  assert.equal(await style(".columns", "rowGap"), "15px", "spaces follow the size of text");
  await close();
});

/** Also where there is nothing to be seen. */
const openAll = ({ form }) =>
  form.node.evaluate(({ shadowRoot }) => shadowRoot.querySelector("[data-key=all]").click());

test("W16: a hostile style of the host changes nothing inside, nor does ours outside", async () => {
  const kind = await open();
  await kind.form.ready();
  await openAll(kind);
  const hostile = await open({ path: "hostile.html" });
  await hostile.form.ready();
  await openAll(hostile);
  const look = ({ form }) =>
    form.node.evaluate((node) => {
      const names = [
        "display",
        "color",
        "letterSpacing",
        "textTransform",
        "whiteSpace",
        "textAlign",
        "position",
      ];
      const boxes = [
        ".cpor",
        "[part~=field]",
        "[data-key=customerDomain]",
        "[part~=check-button]",
        "[part~=choice]",
        "[part~=hint]",
        "legend",
      ];
      return boxes.map((selector) => {
        const style = getComputedStyle(node.shadowRoot.querySelector(selector));
        return [selector, ...names.map((name) => style[name])];
      });
    });
  assert.deepEqual(await look(hostile), await look(kind));
  const outside = await hostile.page.evaluate(
    () => getComputedStyle(document.querySelector("#below")).color,
  );
  assert.equal(outside, "rgb(255, 0, 255)");
  await kind.close();
  await hostile.close();
});

test("W17: in a dialog, a popover, a frame and another shadow root; two on a page share one core", async () => {
  const { page, requests, problems, close } = await openPlaces({ path: "places.html" });
  await page.evaluate(async () => {
    const root = document.querySelector("#host").attachShadow({ mode: "open" });
    const outer = document.createElement("form");
    outer.append(
      Object.assign(document.createElement("cpor-claim-form"), { id: "inner", name: "deep" }),
    );
    root.append(outer);
    document.querySelector("#dialog").showModal();
    document.querySelector("#popover").showPopover();
    const all = [...document.querySelectorAll("cpor-claim-form"), root.querySelector("#inner")];
    await Promise.all(all.map((form) => form.whenReady()));
  });
  const inDialog = element(page.locator("#in-dialog"));
  await inDialog.answer("partnerId", "abc");
  assert.equal(await inDialog.node.locator("[part~=message]").count(), 1);
  await page.evaluate(() => {
    document.querySelector("#dialog").close();
    document.querySelector("#popover").showPopover();
  });
  for (const id of ["in-popover", "inner", "one"]) {
    const form = element(page.locator(`#${id}`));
    await openAll({ form });
    await form.field("product").fill("Teams");
    assert.deepEqual(await form.get("value"), { product: "Teams" }, id);
    await page.evaluate(() => document.querySelector("#popover").hidePopover());
  }
  const deep = await page.locator("#inner").evaluate((node) => [...new FormData(node.form)].length);
  assert.ok(deep > 10, "it belongs to the form in its own tree");
  const framed = element(page.frameLocator("#frame").locator("cpor-claim-form"));
  await framed.answer("product", "Teams");
  // What goes without saying need not be asked.
  assert.deepEqual(await framed.get("value"), {
    ...{ product: "Teams", solutionArea: "microsoft-365", activity: "usage" },
  });
  const two = element(page.locator("#two"), "de");
  await two.open();
  assert.ok(await two.field("product").isVisible(), "in a language of its own");
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll("cpor-claim-form")].map(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll("[id]")].map(({ id }) => id),
    ),
  );
  for (const own of ids) assert.equal(new Set(own).size, own.length);
  const cores = requests.filter((url) => url.endsWith("cpor_check_bg.wasm"));
  assert.equal(cores.length, 2, "one for the page, one for the frame");
  assert.deepEqual(problems(), []);
  await close();
});

test("W18: a second copy and another version step back with one warning each; other names are possible", async () => {
  const { page, form, consoleErrors, pageErrors, close } = await open({
    prepare: (fresh) =>
      fresh.route("**/other/**", async (route) => {
        const path = new URL(route.request().url()).pathname.replace(/^\/other/, "");
        if (!path.endsWith(".js"))
          return route.continue({ url: route.request().url().replace("/other/", "/dist/") });
        const text = await readFile(inRoot("dist", path.slice(1)), "utf8");
        await route.fulfill({
          contentType: "text/javascript",
          body: text.replaceAll("0.1.0", "9.9.9"),
        });
      }),
  });
  await form.ready();
  const told = await page.evaluate(async () => {
    await import("/dist/define.js");
    await import("/dist/define.js?again");
    const before = customElements.get("cpor-claim-form");
    const other = await import("/other/define.js");
    const kept = customElements.get("cpor-claim-form") === before;
    other.define("other-form");
    other.define("other-form");
    other.defineAll("second");
    const form = document.createElement("other-form");
    document.body.append(form);
    await form.whenReady();
    return [
      kept,
      form.state,
      form.constructor.version,
      Boolean(customElements.get("second-claim-result")),
    ];
  });
  assert.deepEqual(told, [true, "ready", "9.9.9", true]);
  assert.equal(consoleErrors.length, 8, consoleErrors.join("\n"));
  for (const [at, version] of [
    [0, "0.1.0"],
    [4, "9.9.9"],
  ])
    assert.equal(
      consoleErrors[at],
      `cpor-preflight: <cpor-claim-form> is defined already (0.1.0); the copy loaded later (${version}) is not used.`,
    );
  assert.deepEqual(pageErrors, []);
  await close();
});

test("W18: importing the classes defines nothing", async () => {
  const { page, close } = await open({ path: "late.html" });
  const told = await page.evaluate(async () => {
    await import("/dist/element.js");
    return customElements.get("cpor-claim-form") === undefined;
  });
  assert.ok(told);
  await close();
});

test("W19: without a document, the classes exist and do nothing", async () => {
  const classes = await import("../../dist/element.js");
  await import("../../dist/define.js");
  for (const name of [
    "CporClaimForm",
    "CporActivityGuide",
    "CporPartnerIdGuide",
    "CporClaimResult",
  ]) {
    assert.ok(new classes[name](), name);
  }
});

/** The host page with something inside its claim form. */
const within = (html) => async (page) =>
  page.route("**/plain.html", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</cpor-claim-form>", `${html}$&`);
    await route.fulfill({ response, body });
  });

test("W19: a placeholder from the server, in a declarative shadow root, gives way to the element", async () => {
  const template = '<template shadowrootmode="open"><p>The pre-check loads</p></template>';
  const { page, form, problems, close } = await open({ prepare: within(template) });
  await form.ready();
  await form.answer("product", "Teams");
  assert.equal(await page.getByText("The pre-check loads").count(), 0);
  assert.equal(Object.fromEntries(await entries(page))["claim.product"], "Teams");
  assert.deepEqual(problems(), []);
  await close();
});

const OWN_FIELDS = `<p>The pre-check did not run; our server checks the claim.</p>
<label>Tenant <input name="claim.customerTenantId"></label>
<label><input type="radio" name="claim.competingPartner" value="no"> Nobody competes</label>`;
/** Where no script comes, and where none runs. */
const WITHOUT = {
  "JavaScript is off": { javaScriptEnabled: false },
  "its script does not arrive": { broken: true },
};
for (const [name, { broken, ...options }] of Object.entries(WITHOUT)) {
  test(`F35: where ${name}, fields inside the element are there and are posted`, async () => {
    const { page, pageErrors, close } = await open({
      ...options,
      prepare: async (fresh) => {
        await within(OWN_FIELDS)(fresh);
        if (broken) await fresh.route("**/define.js", (route) => route.abort());
      },
    });
    assert.ok(await page.getByText("our server checks the claim").isVisible());
    await page.getByLabel("Tenant").fill(TENANT);
    await page.getByLabel("Nobody competes").check();
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForURL(/claim\.customerTenantId=/);
    const sent = Object.fromEntries(new URL(page.url()).searchParams);
    assert.deepEqual(sent, {
      "claim.customerTenantId": TENANT,
      "claim.competingPartner": "no",
    });
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

test("F35, W19: what was typed before the element came is in it, and is submitted once", async () => {
  let arrive;
  const arrived = new Promise((done) => {
    arrive = done;
  });
  const { page, form, problems, close } = await open({
    prepare: async (fresh) => {
      await within(OWN_FIELDS)(fresh);
      await fresh.route(WORDS, async (route) => {
        await arrived;
        await route.continue();
      });
      await fresh.addInitScript(() => {
        // As somebody who is faster than the connection.
        document.addEventListener("DOMContentLoaded", () => {
          document.querySelector("[name='claim.customerTenantId']").value = "3f1c7";
          document.querySelector("[name='claim.competingPartner']").checked = true;
        });
      });
    },
  });
  assert.equal(Object.fromEntries(await entries(page))["claim.customerTenantId"], "3f1c7");
  arrive();
  await form.ready();
  assert.equal(await page.getByText("our server checks the claim").isVisible(), false);
  assert.equal(await form.field("customerTenantId").inputValue(), "3f1c7");
  const sent = (await entries(page)).filter(([name, value]) => value && !/findings/.test(name));
  assert.deepEqual(sent, [
    ["claim.customerTenantId", "3f1c7"],
    ["claim.competingPartner", "no"],
  ]);
  assert.deepEqual(problems(), []);
  await close();
});

test("F10: with feedback=submit, no finding is said before the check", async () => {
  const { form, close } = await open();
  await form.node.evaluate((node) => {
    node.feedback = "submit";
  });
  await form.ready();
  const message = form.node.locator("[part~=message]");
  await form.answer("partnerId", "abc");
  await form.answer("customerDomain", "a..b");
  assert.equal(await message.count(), 0);
  assert.equal(await form.field("partnerId").getAttribute("aria-invalid"), null);
  assert.equal(await form.matches(":state(user-invalid)"), false);
  assert.equal(await form.verdict(), "Not checked yet");
  assert.deepEqual(await form.findings(), []);
  await form.check.click();
  assert.match(await form.verdict(), /^Fix \d+ things$/);
  await message.first().waitFor();
  assert.equal(await form.field("partnerId").getAttribute("aria-invalid"), "true");
  const before = await message.count();
  await form.answer("partnerId", "5357564");
  assert.equal(
    await eventually(
      () => message.count(),
      (count) => count < before,
    ),
    before - 1,
  );
  await close();
});

for (const [path, width] of [
  ["plain.html", 360],
  ["plain.html", 1280],
  ["alone.html", 360],
  ["alone.html", 1280],
]) {
  test(`W19: nothing moves while it loads: ${path}, ${width} px`, async () => {
    const { page, close } = await open({
      path,
      viewport: { width, height: 800 },
      prepare: (fresh) =>
        fresh.addInitScript(() => {
          window.shifts = [];
          window.note = (entries) => {
            for (const { value, sources } of entries)
              window.shifts.push([
                value,
                ...sources.map(({ node }) => node?.outerHTML?.slice(0, 60)),
              ]);
          };
          window.observer = new PerformanceObserver((list) => window.note(list.getEntries()));
          window.observer.observe({ type: "layout-shift", buffered: true });
        }),
    });
    const shifts = await page.evaluate(async () => {
      const all = [...document.querySelectorAll(":defined")].filter((node) => node.whenReady);
      await Promise.all(all.map((node) => node.whenReady()));
      // The frame that shows it has ended when the next one begins.
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      window.note(window.observer.takeRecords());
      return window.shifts;
    });
    assert.deepEqual(shifts, []);
    await close();
  });
}

const POLICIES = {
  "a nonce":
    "default-src 'none'; script-src 'nonce-abc' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'",
  "strict-dynamic":
    "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'",
  "our own list": STRICT,
};
for (const [name, policy] of Object.entries(POLICIES)) {
  test(`W22: it runs under a policy with ${name}, and violates nothing`, async () => {
    const { form, problems, close } = await open({
      prepare: (fresh) =>
        fresh.route("**/plain.html", async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace("<script ", '<script nonce="abc" ');
          const headers = { ...response.headers(), "content-security-policy": policy };
          await route.fulfill({ response, body, headers });
        }),
    });
    assert.equal(await form.ready(), "ready");
    for (const [field, value] of Object.entries(READY)) await form.answer(field, value);
    await form.check.click();
    assert.equal(await form.verdict(), "Settle 2 points first");
    assert.deepEqual(problems(), []);
    await close();
  });
}

test("W23: with Trusted Types and no policy of one's own, everything works", async () => {
  const { page, form, problems, close } = await open({
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await form.node.evaluate((node) => {
    node.intake = true;
  });
  await form.ready();
  await form.open();
  await form.node.getByText("Which partner role?", { exact: true }).click();
  await form.node.getByText("Which Partner ID?", { exact: true }).click();
  await form.node
    .getByLabel("Choose files")
    .setInputFiles(inRoot("tests", "samples", "openid-contoso.json"));
  await form.node.getByRole("button", { name: /^Export: 1 tenant/ }).waitFor();
  await form.check.click();
  await form.result.getByRole("button", { name: "Copy the result" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  assert.ok(await eventually(copied, Boolean));
  assert.deepEqual(problems(), []);
  await close();
});

test("W25: it asks for its own files only, and stores nothing", async () => {
  const { page, form, requests, origin, close } = await open({
    prepare: (fresh) =>
      fresh.route(
        (url) => !/^\/(dist|tests\/browser\/hosts)\//.test(url.pathname),
        (route) => route.abort(),
      ),
  });
  await form.ready();
  for (const [field, value] of Object.entries(READY)) await form.answer(field, value);
  await form.check.click();
  assert.equal(await form.verdict(), "Settle 2 points first");
  assert.ok(requests.every((url) => url.startsWith(`${origin}/dist/`) || url.includes("/hosts/")));
  const kept = await page.evaluate(async () => [
    document.cookie,
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
  ]);
  assert.deepEqual(kept, ["", 0, 0, 0]);
  await close();
});

test("W25: only with look-up, and only on a press of its buttons, a domain leaves the page", async () => {
  const { page, form, requests, origin, close } = await open({
    prepare: (fresh) => fresh.route(/microsoftonline/, (route) => route.abort()),
  });
  await form.ready();
  for (const [field, value] of Object.entries(READY)) await form.answer(field, value);
  const button = form.result.getByRole("button", { name: "Look up the domain" });
  assert.equal(await button.count(), 0, "off by default");
  await form.node.evaluate((node) => {
    node.lookUp = true;
  });
  await button.click();
  await form.node.getByText(/goes to Microsoft \(login\.microsoftonline\.com\)/).waitFor();
  assert.equal(await form.field("customerDomain").inputValue(), "contoso.onmicrosoft.com");
  assert.deepEqual(
    requests.filter((url) => !url.startsWith(origin)),
    [],
  );
  await page.close();
  await close();
});
