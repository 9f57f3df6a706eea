// The check in forms that somebody else has made, under a policy that allows next to nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";
import { eventually, TENANT } from "./person.mjs";

const openPage = usePage({ folder: inRoot("dist") });
const POLICY = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';
  form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'`.replace(
  /\s+/g,
  " ",
);
const WASM = "**/*.wasm";

const FORM = `
  <form id="claim" action="/sent" method="post">
    <label>Role <select name="userRole">
      <option value="">Choose</option><option value="global-admin">Global admin</option>
      <option value="other">Other</option></select></label>
    <p><label for="t">Tenant</label> <input id="t" name="customerTenantId" aria-describedby="t-hint">
      <span id="t-hint">A GUID.</span></p>
    <p><label for="d">Domain</label> <input id="d" name="customerDomain"></p>
    <fieldset><legend>Area</legend>
      <label><input type="radio" name="solutionArea" value="microsoft-365"> Microsoft 365</label>
      <label><input type="radio" name="solutionArea" value="business-applications"> Business</label>
    </fieldset>
    <label>Activity <input name="activity"></label>
    <label>Channel <input name="purchaseChannel"></label>
    <label>Product <input name="product"></label>
    <label>Partner <input name="partnerId"></label>
    <label>Order number <input name="orderNumber" required value="1"></label>
    <button>Send</button> <button name="draft" value="1" formnovalidate>Save</button>
    <button type="reset">Reset</button>
  </form>
  <section id="result" aria-label="Result"></section>`;

const GOOD = {
  customerTenantId: TENANT,
  customerDomain: "contoso.com",
  activity: "usage",
  product: "Teams",
  partnerId: "5357564",
};

const ATTACH = `
  import { attach, claimFrom } from "/attach.js";
  const form = document.querySelector("#claim");
  const result = document.querySelector("#result");
  Object.assign(window, { attach, claimFrom, form, result, events: [] });
  for (const type of ["before-check", "claim-report", "claim-checked", "claim-error"])
    form.addEventListener(type, (event) => events.push([type, event.detail]));
`;

/** As `eventually`, and it must come true. */
async function until(ask, wished) {
  const answer = await eventually(ask, wished);
  assert.ok(wished(answer), JSON.stringify(answer));
  return answer;
}

/** A host's page with its own script. */
async function open({ html = FORM, script = "window.me = attach(form);", prepare, csp } = {}) {
  const posts = [];
  const opened = await openPage({
    path: "/host.html",
    async prepare(page) {
      const headers = { "content-security-policy": csp ?? POLICY };
      const body = `<!doctype html><html lang="en"><title>Host</title><main><h1>Host</h1>${html}
        </main><script type="module" src="/host.js"></script>`;
      await page.route("**/host.html", (route) =>
        route.fulfill({ contentType: "text/html", headers, body }),
      );
      await page.route("**/host.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: ATTACH + script }),
      );
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      await page.route("**/sent", (route) => {
        posts.push(Object.fromEntries(new URLSearchParams(route.request().postData())));
        return route.fulfill({ contentType: "text/html", body: "<title>Sent</title>" });
      });
      await prepare?.(page);
    },
  });
  const { page } = opened;
  const field = (name) => page.locator(`[name="${name}"]`).first();
  return {
    ...opened,
    posts,
    field,
    send: page.getByRole("button", { name: "Send" }),
    fill: async (values) => {
      for (const [name, value] of Object.entries(values)) await field(name).fill(value);
    },
    good: async () => {
      await field("userRole").selectOption("global-admin");
      await page.getByLabel("Microsoft 365").check();
      for (const [name, value] of Object.entries(GOOD)) await field(name).fill(value);
    },
    codes: () => page.locator(".cpor-message").evaluateAll((all) => all.map((m) => m.dataset.code)),
    findings: () =>
      page.locator(".cpor-finding").evaluateAll((all) => all.map((item) => item.dataset.code)),
    events: (type) =>
      page.evaluate((name) => events.filter(([one]) => one === name).map(([, d]) => d), type),
    sent: () =>
      until(
        () => posts.length,
        (count) => count === 1,
      ),
    async close() {
      assert.deepEqual(opened.pageErrors, []);
      await opened.close();
    },
    focused: () => page.evaluate(() => document.activeElement.name ?? document.activeElement.id),
  };
}

test("without evidence, the check alone is loaded; the core comes with the evidence", async () => {
  const { page, field, requests, events, close } = await open();
  const loaded = () =>
    requests.flatMap((url) => url.match(/cpor_(\w+)_bg\.wasm$/)?.[1] ?? []).join();
  const reports = (count) =>
    until(
      () => events("claim-report"),
      ({ length }) => length >= count,
    );
  await field("product").fill("Teams");
  await field("product").press("Tab");
  await reports(1);
  assert.equal(loaded(), "check");
  await page.evaluate(() => me.setEvidence({ partnerIds: [] }));
  await until(loaded, (names) => names === "check,core");
  await close();
});

test("a value is judged when it is left, and the judgement goes while it is mended", async () => {
  const host = await open();
  const tenant = host.field("customerTenantId");
  await tenant.pressSequentially(TENANT.slice(0, 35));
  assert.deepEqual(await host.codes(), [], "nothing while it is typed");
  await tenant.press("Tab");
  await until(host.codes, (codes) => `${codes}` === "tenant-id-malformed");
  assert.equal(await tenant.getAttribute("aria-invalid"), "true");
  const [own, hint] = (await tenant.getAttribute("aria-describedby")).split(" ");
  assert.equal(hint, "t-hint", "the host’s own hint comes after the message");
  const text = await host.page.locator(`#${own}`).textContent();
  assert.match(text, /tenant ID/);
  assert.equal(await tenant.evaluate((input) => input.validationMessage !== ""), true);
  assert.deepEqual(await host.findings(), []);
  await tenant.press("End");
  await tenant.press(TENANT[35]);
  assert.deepEqual(await host.codes(), [], "gone with the last key");
  assert.equal(await tenant.getAttribute("aria-invalid"), null);
  assert.equal(await tenant.getAttribute("aria-describedby"), "t-hint");
  assert.equal(await tenant.evaluate((input) => input.validationMessage), "");
  assert.deepEqual(host.problems(), []);
  await host.close();
});

test("sending shows everything, goes to the first fault and sends nothing", async () => {
  const host = await open({ script: "window.me = attach(form, { result });" });
  let own = 0;
  await host.page.exposeFunction("own", () => {
    own += 1;
  });
  await host.page.evaluate(() => form.addEventListener("submit", () => window.own()));
  await host.send.click();
  const codes = await until(host.codes, (all) => all.length > 4);
  const expected = ["role-missing", "tenant-id-missing", "domain-missing", "solution-area-missing"];
  for (const code of expected) assert.ok(codes.includes(code), `${code} in ${codes}`);
  assert.equal(await host.focused(), "customerTenantId", "what is only open is no fault");
  assert.deepEqual(host.posts, []);
  assert.equal(own, 0, "the host’s own way of sending hears nothing of it");
  const status = host.page.getByRole("status");
  assert.equal(await status.textContent(), "Something blocks this claim");
  assert.deepEqual(await host.axe(), []);
  // Once more, now by way of the browser's own checks, which know of the faults.
  await host.field("product").focus();
  await host.send.click();
  assert.equal(await host.focused(), "customerTenantId");
  await host.good();
  await host.send.click();
  await host.sent();
  assert.equal(host.posts[0].partnerId, GOOD.partnerId);
  assert.deepEqual(host.problems(), []);
  await host.close();
});

test("a form that is sent before the check is there waits for it", async () => {
  let release;
  const held = new Promise((done) => {
    release = done;
  });
  const host = await open({
    prepare: (page) =>
      page.route(WASM, async (route) => {
        await held;
        await route.continue();
      }),
  });
  await host.good();
  await host.send.click();
  await host.send.click();
  assert.deepEqual(host.posts, []);
  release();
  await host.sent();
  assert.equal(host.posts.length, 1, "once, however often it was pressed");
  await host.close();
});

test("what is wrong with the claim, and not with the input, stands in the region", async () => {
  const host = await open({ script: "window.me = attach(form, { result });" });
  await host.good();
  await host.page.getByLabel("Business").check();
  await host.fill({ purchaseChannel: "csp" });
  await host.field("purchaseChannel").blur();
  await until(host.findings, (codes) => codes.includes("channel-not-eligible"));
  assert.ok(!(await host.codes()).includes("channel-not-eligible"));
  assert.equal(await host.field("purchaseChannel").getAttribute("aria-invalid"), null);
  await host.send.click();
  assert.equal(await host.focused(), "result", "the region is where the fault is");
  assert.deepEqual(host.posts, []);
  assert.deepEqual(await host.axe(), []);
  assert.deepEqual(host.problems(), []);
  await host.close();
});

test("without a region, one is added only for what blocks", async () => {
  const host = await open();
  await host.good();
  await host.page.getByLabel("Business").check();
  await host.fill({ product: "Dynamics 365 Sales", purchaseChannel: "unknown" });
  await host.field("purchaseChannel").blur();
  await until(
    () => host.events("claim-report"),
    (all) => all.length > 0,
  );
  assert.equal(await host.page.locator(".cpor-result").count(), 0);
  await host.fill({ purchaseChannel: "csp" });
  await host.send.click();
  await host.page.locator("form > .cpor-result .cpor-finding").first().waitFor();
  await host.fill({ purchaseChannel: "volume-licensing" });
  await host.field("purchaseChannel").blur();
  await host.page.locator(".cpor-result").waitFor({ state: "detached" });
  await host.send.click();
  await host.sent();
  await host.close();
});

test("detached, the form is what it was", async () => {
  const html = FORM.replace('name="customerDomain"', '$& aria-invalid="false"').replace(
    "</section>",
    "Nothing <b>yet</b>$&",
  );
  const host = await open({ html, script: "" });
  const state = () =>
    host.page.evaluate(() => ({
      html: document.querySelector("main").innerHTML,
      faults: [...form.elements].filter((control) => control.validity?.customError).length,
    }));
  const before = await state();
  await host.page.evaluate(() => attach(form, { result }).check());
  assert.ok((await host.codes()).length > 4);
  await host.page.evaluate(() => attach(form).detach());
  assert.deepEqual(await state(), before);
  await host.send.click();
  await host.sent();
  await host.close();
});

test("the host names the day, the rules, and the language; its region gets its own back", async () => {
  const html = FORM.replace('id="result"', '$& lang="fr"');
  const named = { today: "2022-05-01", ruleset: "2020-06", locale: "de" };
  const script = `window.me = attach(form, { result, ...${JSON.stringify(named)} });`;
  const host = await open({ html, script });
  await host.good();
  await host.page.getByLabel("Business").check();
  await host.fill({ product: "Dynamics 365 Sales", purchaseChannel: "csp" });
  const report = await host.page.evaluate(() => me.check());
  assert.deepEqual([report.today, report.ruleset], [named.today, named.ruleset]);
  const region = host.page.locator("#result");
  const line = region.getByRole("status");
  assert.equal(await line.textContent(), "Etwas blockiert diesen Anspruch");
  const finding = region.locator("[data-code=channel-not-eligible]");
  assert.equal(await finding.locator("strong").textContent(), "Blockiert den Anspruch:");
  assert.equal(await region.getAttribute("lang"), "de");
  await host.send.click();
  assert.equal(await host.focused(), "result");
  await host.field("partnerId").focus();
  assert.equal(await region.getAttribute("tabindex"), null, "only while it has the focus");
  await host.page.evaluate(() => me.detach());
  assert.equal(await region.getAttribute("lang"), "fr");
  await host.close();
});

test("where the host wants no region, what has no field to stand at keeps nothing from being sent", async () => {
  const host = await open({ script: "window.me = attach(form, { result: null });" });
  await host.good();
  await host.page.getByLabel("Business").check();
  await host.fill({ product: "Dynamics 365 Sales", purchaseChannel: "csp" });
  const { findings } = await host.page.evaluate(() => me.check());
  assert.ok(findings.some(({ code }) => code === "channel-not-eligible"));
  assert.equal(await host.page.locator(".cpor-result").count(), 0);
  await host.send.click();
  await host.sent();
  await host.close();
});

test("a signal detaches", async () => {
  const script = `const { signal } = Object.assign(window, { control: new AbortController() }).control;
    attach(form, { signal });`;
  const host = await open({ script });
  await host.page.evaluate(() => control.abort());
  await host.send.click();
  await host.sent();
  await host.close();
});

const FAILURES = {
  "is missing": ["wasm_fetch_failed", (route) => route.fulfill({ status: 404, body: "No" })],
  "is cut off": ["wasm_fetch_failed", (route) => route.abort("connectionreset")],
  "is of another build": ["wasm_integrity", (route) => route.fulfill({ body: "\0asm damaged" })],
  "is an error page": ["wasm_fetch_failed", (route) => route.fulfill({ body: "<p>No such page" })],
  "never comes": ["timed_out", () => {}],
};

for (const [what, [code, answer]] of Object.entries(FAILURES)) {
  test(`where the core ${what}, the form says so and is sent`, async () => {
    const host = await open({
      script: "window.me = attach(form, { timeout: 300 });",
      prepare: (page) => page.route(WASM, answer),
    });
    await host.good();
    await host.send.click();
    await host.sent();
    assert.equal(host.posts[0].partnerId, GOOD.partnerId);
    await host.close();
    if (code === "timed_out") return;
    const again = await open({ prepare: (page) => page.route(WASM, answer) });
    await again.field("product").focus();
    const [{ code: told }] = await until(
      () => again.events("claim-error"),
      (all) => all.length > 0,
    );
    assert.equal(told, code);
    const note = again.page.getByRole("status");
    assert.equal(await note.getAttribute("data-code"), code);
    assert.match(await note.textContent(), /hasn’t been checked.+You can still send it\.$/);
    assert.deepEqual(again.pageErrors, []);
    await again.send.click();
    await again.sent();
    await again.close();
  });
}

test("where the policy forbids WebAssembly, the form says so and is sent", async () => {
  const host = await open({ csp: POLICY.replace(" 'wasm-unsafe-eval'", "") });
  await host.field("product").focus();
  await host.page.getByRole("status").waitFor();
  const [{ code }] = await host.events("claim-error");
  assert.equal(code, "wasm_blocked_by_csp");
  await host.send.click();
  await host.sent();
  await host.close();
});

test("a server that does not know the type of the core is good enough", async () => {
  const host = await open({
    prepare: (page) =>
      page.route(WASM, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), "content-type": "text/plain" };
        await route.fulfill({ response, headers });
      }),
  });
  await host.send.click();
  await until(host.codes, (codes) => codes.length > 4);
  assert.deepEqual(host.problems(), []);
  await host.close();
});

test("messages go where the host says", async () => {
  const html = FORM.replace("</form>", '</form><div data-cpor-message="customerDomain"></div>');
  const host = await open({
    html,
    script: `window.mine = [];
      window.me = attach(form, { place(field, { code }) {
        if (field === "partnerId") return mine.push(code) && null;
        return field === "product" ? result : undefined;
      } });
      await me.check();`,
  });
  const where = async (code) => {
    const message = host.page.locator(`[data-code="${code}"]`);
    await message.first().waitFor();
    return message.evaluate(
      (node) =>
        node.parentElement.id ||
        Object.values(node.parentElement.dataset)[0] ||
        node.parentElement.localName,
    );
  };
  assert.equal(await where("domain-missing"), "customerDomain");
  assert.equal(await where("tenant-id-missing"), "p");
  assert.equal(await where("solution-area-missing"), "fieldset");
  assert.deepEqual(await host.page.evaluate(() => mine), ["partner-id-missing"]);
  const label = host.page.getByLabel("Activity", { exact: true });
  assert.equal(await label.count(), 1, "a message is no part of a label");
  await host.close();
});

test("fields are found by name, mark, mapping or function, wherever they are", async () => {
  const html = `
    <form id="claim" action="/sent" method="post">
      <input name="tid" data-cpor-field="customerTenantId">
      <div data-cpor-field="product"><span>Wrapped</span><input id="p"></div>
      <input name="elements" value="x"><input name="id"><input name="submit"><input name="action">
      <input name="parentNode"><input name="requestSubmit"><input name="form"><input name="lang">
      <input type="checkbox" name="proofOfExecution" value="ready" checked>
      <input type="checkbox" name="competingPartner" value="yes">
      <select name="activity" multiple><option>presales<option disabled selected>x<option selected>usage</select>
      <fieldset disabled><input name="submittedOn" value="2026-01-01"></fieldset>
      <input type="file" name="ownTenantId"><textarea name="subscriptionId">s</textarea>
      <button>Send</button>
    </form>
    <input form="claim" name="partnerId" value="1"><input name="customerDomain" value="not ours">
    <section id="result"></section>`;
  const host = await open({ html, script: "" });
  const claim = await host.page.evaluate(async () => {
    document.querySelector("#p").value = "Teams";
    const fields = {
      solutionArea: () => "microsoft-365",
      purchaseChannel: { control: form.querySelector("#p"), value: () => "csp" },
      subscriptionId: null,
      userRole: () => {
        throw new Error("the host’s own fault");
      },
    };
    window.onerror = () => true;
    window.me = attach(form, { fields, result });
    const report = await window.me.check();
    return [window.me.claim(), report.verdict];
  });
  assert.deepEqual(claim[0], {
    solutionArea: "microsoft-365",
    activity: "usage",
    purchaseChannel: "csp",
    customerTenantId: "",
    product: "Teams",
    partnerId: "1",
    proofOfExecution: "ready",
  });
  const partner = host.page.locator("[name=partnerId]");
  assert.equal(await partner.getAttribute("aria-invalid"), null);
  await partner.fill("12x");
  await partner.blur();
  await until(
    () => partner.getAttribute("aria-invalid"),
    (value) => value === "true",
  );
  await host.page.evaluate(() => {
    const late = document.createElement("input");
    late.name = "customerDomain";
    form.prepend(late);
  });
  const late = host.page.locator("form [name=customerDomain]");
  await late.fill("a..b");
  await late.blur();
  await until(
    () => late.getAttribute("aria-invalid"),
    (value) => value === "true",
  );
  const same = await host.page.evaluate(() => {
    const data = new FormData(form);
    data.set("customerTenantId", data.get("tid"));
    data.set("product", "Teams");
    const strip = ({ product, ...rest }) => rest;
    form.querySelector("#p").name = "product";
    return [strip(claimFrom(form)), strip(claimFrom(data))];
  });
  assert.deepEqual(same[0], same[1], "a form and its data hold the same claim");
  await host.close();
});

test("no name of a control gets in the way", async () => {
  const html = `
    <form id="claim" action="/sent" method="post">
      <label>Partner <input name="partnerId"></label>
      <label>Domain <input name="customerDomain"></label> <button>Send</button>
    </form>
    <section id="result"></section>`;
  const host = await open({
    html,
    script: `
      const names = new Set();
      for (let of = HTMLFormElement.prototype; of; of = Object.getPrototypeOf(of))
        for (const name of Object.getOwnPropertyNames(of)) names.add(name);
      for (const name of names) {
        const input = document.createElement("input");
        Object.assign(input, { type: "hidden", name, value: "x" });
        HTMLFormElement.prototype.append.call(form, input);
      }
      window.count = names.size;
      window.me = attach(form);`,
  });
  assert.ok((await host.page.evaluate(() => window.count)) > 200);
  assert.equal(await host.page.evaluate(() => typeof form.closest), "object");
  // No other script can ask such a form for anything either.
  const enter = (values) =>
    host.page.evaluate((all) => {
      for (const [name, value] of Object.entries(all))
        document.querySelector(`[name=${name}]`).value = value;
      for (const name of Object.keys(all))
        document
          .querySelector(`[name=${name}]`)
          .dispatchEvent(new Event("change", { bubbles: true }));
    }, values);
  const send = () => host.page.evaluate(() => document.querySelector("button").click());
  await enter({ partnerId: "12x", customerDomain: "a..b" });
  await send();
  assert.deepEqual(await until(host.codes, ({ length }) => length === 2), [
    "partner-id-malformed",
    "domain-malformed",
  ]);
  assert.equal(host.posts.length, 0);
  // A click beside the controls is one on the form itself.
  await host.page.evaluate(() =>
    Node.prototype.dispatchEvent.call(form, new MouseEvent("click", { bubbles: true })),
  );
  await host.page.evaluate(() => window.me.setEvidence({ partnerIds: [] }));
  await enter({ partnerId: "5357564", customerDomain: "contoso.com" });
  await until(host.codes, ({ length }) => length === 0);
  await send();
  await host.sent();
  assert.equal(host.posts[0].closest, "x");
  await host.close();
});

test("of several values for one field none is checked alone", async () => {
  const field = (...controls) => `<form id="claim" action="/sent">${controls.join("")}</form>`;
  const input = (value, more = "") => `<input name="partnerId" value="${value}" ${more}>`;
  const box = `<input type="checkbox" name="proofOfExecution" value="yes" checked>`;
  const unticked = `<input type="hidden" name="proofOfExecution" value="no">`;
  const several = `<select name="activity" multiple><option selected>usage<option selected>presales</select>`;
  const host = await open({ script: "", csp: "default-src 'self' 'wasm-unsafe-eval'" });
  const claims = await host.page.evaluate(
    (all) =>
      all.map((html) => {
        const template = new DOMParser().parseFromString(html, "text/html");
        const own = template.querySelector("form");
        return [claimFrom(own), claimFrom(new FormData(own))];
      }),
    [
      field(input("1"), input("2")),
      field(input("1"), input(" 1 ")),
      field(input(""), input("2")),
      field(input("1", "disabled"), input("2")),
      field(input("1"), `<input name="mpnId" value="2">`),
      field(input(""), `<input name="mpnId" value="2">`),
      field(several),
    ],
  );
  const both = ["1", "2"];
  assert.deepEqual(
    claims.map(([{ partnerId, activity = partnerId }]) => activity),
    [both, " 1 ", "2", "2", both, "2", ["usage", "presales"]],
  );
  for (const [form, data] of claims) assert.deepEqual(data, form);
  const ticked = await host.page.evaluate(
    (html) => claimFrom(new DOMParser().parseFromString(html, "text/html").forms[0]),
    field(unticked, box),
  );
  assert.deepEqual(ticked, { proofOfExecution: "yes" });
  await host.close();
});

test("what the host does with the browser’s own checks goes on", async () => {
  const host = await open();
  await host.good();
  await host.fill({ orderNumber: "" });
  await host.send.click();
  assert.equal(await host.focused(), "orderNumber", "the host’s own condition holds");
  assert.deepEqual(host.posts, []);
  await host.page.getByRole("button", { name: "Save" }).click();
  await host.sent();
  assert.equal(host.posts[0].draft, "1", "a button that asks for no check gets none");
  await host.close();
});

test("where nothing is to block, the form is sent as it is", async () => {
  const host = await open({ script: 'window.me = attach(form, { block: "never" });' });
  await host.fill({ customerTenantId: "x" });
  await host.field("customerTenantId").blur();
  await until(host.codes, (codes) => `${codes}` === "tenant-id-wrong-kind");
  await host.send.click();
  await host.sent();
  await host.close();
});

test("a finding is shown as early as the host wants", async () => {
  const blur = await open({ script: 'window.me = attach(form, { when: "blur" });' });
  await blur.field("customerTenantId").focus();
  await blur.field("product").focus();
  await until(blur.codes, (codes) => `${codes}` === "tenant-id-missing");
  await blur.close();
  const submit = await open({
    script: 'window.me = attach(form, { when: "submit", loading: "eager" });',
  });
  await submit.fill({ customerTenantId: "x" });
  await submit.field("product").focus();
  assert.deepEqual(await submit.events("before-check"), []);
  await submit.send.click();
  await until(submit.codes, (codes) => codes.includes("tenant-id-wrong-kind"));
  await submit.close();
});

test("the host can look at the claim before the check, change it or forbid it", async () => {
  const host = await open();
  await host.page.evaluate(() => {
    form.addEventListener("before-check", (event) => {
      event.detail.claim.userRole = "other";
      if (window.forbidden) event.preventDefault();
    });
    return me.check();
  });
  assert.ok((await host.findings()).includes("role-not-permitted"));
  assert.equal(await host.page.evaluate(() => me.report.verdict), "fix");
  const [report, ...more] = await host.events("claim-checked");
  assert.deepEqual([report.verdict, more], ["fix", []], "told once");
  const forbidden = await host.page.evaluate(() => {
    window.forbidden = true;
    return me.check();
  });
  assert.equal(forbidden, undefined);
  assert.deepEqual(await host.codes(), []);
  await host.send.click();
  await host.sent();
  await host.close();
});

test("evidence may come later, from a promise, or not at all", async () => {
  const script = `window.known = Promise.withResolvers();
    window.me = attach(form, { evidence: known.promise, result });`;
  const host = await open({ script });
  await host.good();
  await host.send.click();
  assert.deepEqual(host.posts, [], "it is waited for");
  const tenants = [{ tenantId: TENANT.replace(/^./, "0"), domains: ["contoso.com"], source: "x" }];
  await host.page.evaluate((arrived) => known.resolve(arrived), { tenants });
  await until(host.codes, (codes) => codes.includes("tenant-domain-mismatch"));
  assert.deepEqual(host.posts, []);
  await host.page.evaluate(() => me.setEvidence(Promise.reject(new Error("no")))).catch(() => {});
  await until(
    () => host.events("claim-error"),
    ([error]) => error?.code === "evidence_failed",
  );
  await host.page.evaluate(() => me.setEvidence({}));
  assert.ok(!(await host.codes()).includes("tenant-domain-mismatch"));
  await host.send.click();
  await host.sent();
  await host.close();
});

test("a reset form is as new, and its texts are in the form’s language", async () => {
  const host = await open({ html: FORM.replace("<form", '<form lang="de-AT"') });
  await host.page.evaluate(() => me.check());
  const first = host.page.locator(".cpor-message").first();
  assert.equal(await first.getAttribute("lang"), "de");
  await host.page.getByRole("button", { name: "Reset" }).click();
  assert.deepEqual(await host.codes(), []);
  await host.fill({ customerDomain: "contoso.com" });
  await host.field("customerDomain").blur();
  assert.deepEqual(await host.codes(), [], "nobody has touched the others since");
  await host.close();
});

test("two forms do not get in each other’s way", async () => {
  const html = `${FORM}<form id="other"><input name="partnerId"></form>`;
  const host = await open({
    html,
    script: `attach(form); window.other = attach(document.querySelector("#other"), { block: "never" });
      await other.check();`,
  });
  await until(host.codes, (codes) => codes.includes("partner-id-missing"));
  assert.equal(await host.page.locator("#claim .cpor-message").count(), 0);
  const ids = await host.page.evaluate(async () => {
    await attach(form).check();
    return [...document.querySelectorAll("[id]")].map(({ id }) => id);
  });
  assert.deepEqual([...new Set(ids)], ids);
  await host.close();
});

test("a press is not lost to the message that leaving a field brings", async () => {
  const host = await open({
    script:
      'window.me = attach(form, { loading: "eager" }); await me.check(); form.reset(); window.prepared = 1;',
  });
  await host.page.waitForFunction(() => window.prepared);
  await host.fill({ partnerId: "12x" });
  const { x, y } = await host.send.boundingBox();
  await host.page.mouse.move(x + 2, y + 2);
  await host.page.mouse.down();
  assert.deepEqual(await host.codes(), [], "the button stays where it is pressed");
  await host.page.mouse.up();
  await until(host.codes, (codes) => codes.length > 4);
  assert.equal((await host.events("claim-checked")).length, 2);
  await host.fill({ partnerId: "" });
  await host.page.mouse.click(1, 1);
  await until(host.codes, (codes) => codes.includes("partner-id-missing"));
  await host.close();
});

const TWO_FIELDS = `<form id="claim" action="/sent" method="post">
  <label>Tenant <input name="customerTenantId"></label> <label>Partner <input name="partnerId"></label>
  <button>Send</button></form><section id="result" aria-label="Result"></section>`;

test("a form answers for the fields that it has, and no others keep it from being sent", async () => {
  const host = await open({ html: TWO_FIELDS });
  await host.send.click();
  await until(host.codes, (codes) => codes.length > 0);
  assert.deepEqual(await host.codes(), ["tenant-id-missing", "partner-id-missing"]);
  assert.equal(await host.page.locator(".cpor-result").count(), 0, "nothing about other fields");
  await host.fill({ customerTenantId: TENANT, partnerId: GOOD.partnerId });
  await host.send.click();
  await host.sent();
  await host.close();
});

test("where the host wants the whole claim, the form lists what it has no fields for, and waits", async () => {
  for (const [options, isSent] of [
    ["{ result }", true],
    ["{ scope: 'claim' }", false],
  ]) {
    const host = await open({
      html: TWO_FIELDS,
      script: `window.me = attach(form, ${options}); await me.check();`,
    });
    await until(host.findings, (codes) => codes.includes("activity-missing"));
    await host.fill({ customerTenantId: TENANT, partnerId: GOOD.partnerId });
    await host.send.click();
    if (isSent) await host.sent();
    else assert.deepEqual(host.posts, []);
    await host.close();
  }
});

const LIBRARIES = {
  "the slim entry, with the check that it was given": `
    const library = import("/slim.js").then(async (slim) => {
      const { default: english } = await import("/text/en.js");
      await slim.init({ wasm: fetch("/cpor_check_bg.wasm"), parts: ["check"], locales: [english] });
      return slim;
    });`,
  "the entry that has everything in it": 'const library = import("/inline.js");',
  "an object with no more than the functions it needs": `
    const library = import("/web.js").then(({ init, negotiateLocale, describe, checkClaim }) => ({
      init: (source, { locales }) => init(source, { locales }), negotiateLocale, describe, checkClaim,
    }));`,
};

for (const [name, made] of Object.entries(LIBRARIES)) {
  test(`the library can be ${name}`, async () => {
    const host = await open({ script: `${made} window.me = attach(form, { library });` });
    await host.field("customerTenantId").fill("contoso.com");
    await host.field("customerTenantId").blur();
    await until(host.codes, (codes) => `${codes}` === "tenant-id-wrong-kind");
    assert.deepEqual(await host.events("claim-error"), []);
    await host.close();
  });
}
