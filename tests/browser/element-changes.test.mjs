// What a host changes about a form that is there, and what the form makes of values of any type.
import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, events, useHost } from "./host.mjs";
import { eventually, READY } from "./person.mjs";

const open = useHost();
const names = async (page) => (await entries(page)).map(([name]) => name);

test("what is submitted follows the name and the wish for findings, before it has loaded and after", async () => {
  const { page, form, problems, close } = await open();
  const set = (name, value) =>
    form.node.evaluate((node, [one, text]) => node.setAttribute(one, text), [name, value]);
  await page.evaluate(() => {
    const late = document.createElement("cpor-claim-form");
    late.setAttribute("loading", "focus");
    late.setAttribute("name", "a");
    late.id = "late";
    document.querySelector("#portal").append(late);
    late.setAttribute("value", '{"product":"Teams"}');
  });
  const late = page.locator("#late");
  const before = async () => (await entries(page)).filter(([name]) => /^[ab]\./.test(name));
  assert.deepEqual(await before(), [["a.product", "Teams"]]);
  await late.evaluate((node) => node.setAttribute("name", "b"));
  assert.deepEqual(await before(), [["b.product", "Teams"]]);
  const waits = late.getByRole("button");
  assert.equal(await waits.count(), 1);
  await late.evaluate((node) => node.remove());
  await form.ready();
  assert.ok((await names(page)).includes("claim.findings"));
  await form.node.evaluate((node) => {
    node.includeFindings = false;
  });
  assert.ok(!(await names(page)).includes("claim.findings"));
  await set("name", "other");
  assert.ok((await names(page)).every((name) => name.startsWith("other.")));
  await set("value", '{"product":"Yammer"}');
  const product = async () => Object.fromEntries(await entries(page))["other.product"];
  assert.equal(await eventually(product, (text) => text === "Yammer"), "Yammer");
  await form.node.evaluate((node) => node.removeAttribute("name"));
  assert.deepEqual(await names(page), []);
  assert.deepEqual(problems(), []);
  await close();
});

test("what changes while an element loads counts", async () => {
  const { page, form, problems, close } = await open();
  await form.ready();
  let held = 0;
  let release;
  const gate = new Promise((open) => {
    release = open;
  });
  await page.route(/\/(form|claim)-\w+\.js$/, async (route) => {
    held += 1;
    await gate;
    await route.continue();
  });
  await page.evaluate(() => {
    const late = document.createElement("cpor-claim-form");
    late.lang = "de";
    late.id = "late";
    document.querySelector("#portal").append(late);
  });
  const late = page.locator("#late");
  await eventually(
    () => held,
    (count) => count > 0,
  );
  await late.evaluate((node) => {
    node.lang = "en";
  });
  release();
  await late.getByText("Customer tenant ID").first().waitFor();
  assert.equal(await late.getByText("Mandanten-ID des Kunden").count(), 0);
  assert.deepEqual(problems(), []);
  await close();
});

test("of a value, texts and numbers are taken; an MPN ID is a Partner ID", async () => {
  const { form, close } = await open();
  await form.ready();
  const value = (given) =>
    form.node.evaluate((node, all) => {
      node.value = { ...all, activity: () => "usage", submittedOn: new Date() };
      return node.value;
    }, given);
  assert.deepEqual(await value({ product: "Teams", partnerId: 5357564, userRole: null }), {
    product: "Teams",
    partnerId: "5357564",
  });
  assert.deepEqual(await value({ mpnId: "5357565", customerDomain: { a: 1 }, product: ["x"] }), {
    partnerId: "5357565",
  });
  assert.deepEqual(await value({ mpnId: "", partnerId: "1", odd: "x" }), { partnerId: "1" });
  await close();
});

test("a form that is sent shows the card of its first fault, also where that is not shown", async () => {
  const { page, form, close } = await open();
  await form.node.evaluate((node) => node.setAttribute("steps", ""));
  await form.ready();
  const tenant = form.field("customerTenantId");
  await tenant.waitFor();
  await form.answer("customerTenantId", READY.customerTenantId);
  await form.node.getByRole("button", { name: "Next" }).first().click();
  await eventually(
    () => tenant.isVisible(),
    (isThere) => !isThere,
  );
  await form.node.evaluate((node) => node.fill({ customerTenantId: "x" }));
  await page.locator("#portal").evaluate((node) => {
    node.noValidate = true;
    node.addEventListener("submit", (event) => event.preventDefault());
    node.requestSubmit();
  });
  assert.ok(await eventually(() => tenant.isVisible(), Boolean));
  await close();
});

test("a change is told once no field of it is being typed into", async () => {
  const { page, form, close } = await open();
  await form.ready();
  await form.open();
  const heard = await events(form.node, "input", "change");
  const types = async () => (await heard()).map(([type]) => type);
  await form.field("partnerId").focus();
  await page.keyboard.type("5");
  await eventually(types, (all) => all.length === 1);
  await form.node.evaluate((node) => node.fill({ product: "Teams" }));
  assert.deepEqual(await types(), ["input", "input"]);
  await form.field("partnerId").blur();
  const all = await eventually(types, (one) => one.includes("change"));
  assert.deepEqual(all, ["input", "input", "change"]);
  await close();
});

test("the host leads to any field, and to the activity that is chosen", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  const isFocused = (name) =>
    form.node.evaluate((node, field) => {
      node.focusField(field);
      const active = node.shadowRoot.activeElement;
      return [active?.closest("[data-field]")?.dataset.field, active?.dataset.key];
    }, name);
  for (const name of ["customerTenantId", "customerDomain", "product", "partnerId", "userRole"])
    assert.equal((await isFocused(name))[0], name);
  for (const name of ["competingPartner", "proofOfExecution"])
    assert.equal((await isFocused(name))[0], name);
  assert.deepEqual(await isFocused("activity"), ["activity", "presales"]);
  await form.node.evaluate((node) => {
    node.value = { product: "Dynamics 365 Sales", activity: "usage" };
  });
  const chosen = await eventually(
    () => isFocused("activity"),
    ([, key]) => key === "usage",
  );
  assert.deepEqual(chosen, ["activity", "usage"]);
  assert.equal((await isFocused("no such field"))[0], "customerTenantId");
  assert.deepEqual(problems(), []);
  await close();
});

test("the host can leave the result out, and have it again", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  const seen = [];
  for (const withoutResult of [true, false]) {
    await form.node.evaluate((node, is) => {
      node.withoutResult = is;
    }, withoutResult);
    seen.push(
      await eventually(
        () => form.result.isVisible(),
        (is) => is !== withoutResult,
      ),
    );
  }
  assert.deepEqual(seen, [false, true]);
  assert.deepEqual(problems(), []);
  await close();
});

test("a verdict in the host’s words is said aloud, however long it is", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  const long = `${"Mend this before you file it. ".repeat(8)}`.trim();
  await form.node.evaluate((node, text) => {
    node.messages = {
      verdict: { empty: { title: "Nothing yet" }, fix: { one: text, other: text } },
    };
  }, long);
  await form.node.getByRole("heading", { name: "Nothing yet" }).waitFor();
  await form.check.click();
  const said = () => form.node.locator("[aria-live]").last().textContent();
  assert.equal(await eventually(said, (text) => text === long), long);
  assert.deepEqual(problems(), []);
  await close();
});

test("what is to be said at the same time is said together", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  await form.node.evaluate((node) =>
    node.addFiles([new File(["Partner ID: 5357564"], "id.txt", { type: "text/plain" })]),
  );
  const said = () => form.node.locator("[aria-live]").last().textContent();
  const text = await eventually(said, Boolean);
  assert.equal(text, "1 field filled in Still to fill in: 6");
  assert.deepEqual(problems(), []);
  await close();
});

test("products are offered by their names once somebody works with the form", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  await form.open();
  await form.field("product").pressSequentially("dynamics 365 fin");
  await form.node
    .getByRole("option", { name: /^Dynamics 365 Finance/ })
    .first()
    .click();
  assert.equal((await form.get("value")).product, "Dynamics 365 Finance");
  assert.deepEqual(problems(), []);
  await close();
});

test("a result speaks another language as soon as the host wants it", async () => {
  const { page, problems, close } = await open({ path: "alone.html" });
  const result = page.locator("cpor-claim-result");
  await result.getByText("Enter the customer tenant ID.").first().waitFor();
  await result.evaluate((node) => {
    node.lang = "de";
  });
  await result.getByText("Geben Sie die Mandanten-ID des Kunden ein.").first().waitFor();
  assert.equal(await result.getByText("Enter the customer tenant ID.").count(), 0);
  assert.deepEqual(problems(), []);
  await close();
});

test("in another language, the focus stays where it is, in a control of any kind", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  await form.open();
  for (const fold of await form.node.locator("details.more:not([data-guide]) > summary").all())
    await fold.click();
  const focused = () => form.node.evaluate((node) => node.shadowRoot.activeElement?.dataset.key);
  for (const [field, lang] of [
    ["userRole", "de"],
    ["submittedOn", "en"],
    ["partnerId", "de"],
  ]) {
    await form.node.locator(`[data-key=${field}]`).focus();
    await form.node.evaluate((node, tag) => {
      node.lang = tag;
    }, lang);
    const check = lang === "de" ? "Jetzt prüfen" : "Check it now";
    await form.node.getByRole("button", { name: check, exact: true }).waitFor();
    assert.equal(await eventually(focused, (key) => key === field), field);
  }
  assert.deepEqual(problems(), []);
  await close();
});

test("a finding leads to the guide that answers it, in its card", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  await form.check.click();
  for (const [name, card, kind] of [
    ["Which partner role?", "activity", "radio"],
    ["Which Partner ID?", "partner", "textbox"],
  ]) {
    const action = form.node.locator("[data-action=open-guide]", { hasText: name });
    await action.last().dispatchEvent("click");
    const guide = form.node.locator(`details[data-guide=${card}]`);
    await guide.locator("summary:focus").waitFor();
    await guide.getByRole(kind).first().waitFor();
  }
  assert.deepEqual(problems(), []);
  await close();
});

test("a result is judged by other rules where the person switches to them", async () => {
  const { page, problems, close } = await open({ path: "alone.html" });
  const result = page.locator("cpor-claim-result");
  await result.getByText("By the rules of October 2023").waitFor();
  await result.getByTitle("Switch to them").click();
  await result.getByText("By the rules of June 2020").waitFor();
  assert.equal(await result.evaluate((node) => node.report.ruleset), "2020-06");
  assert.deepEqual(problems(), []);
  await close();
});
