// The claim form as a control of the host's form. The numbers are those of the checklist for widgets.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { typosOf } from "../support/typos.mjs";
import { entries, useHost } from "./host.mjs";
import { eventually, READY, TENANT, TEXTS } from "./person.mjs";

const open = useHost();
const { findings, fields } = TEXTS.en;

test("W1: it may be made before or after its definition; what was set before stays set", async () => {
  const { page, problems, close } = await open({ path: "late.html" });
  await page.evaluate(() => {
    const early = document.querySelector("#early");
    early.value = { product: "Teams" };
    early.headingLevel = 4;
    return import("/dist/define.js");
  });
  const early = await page.locator("#early").evaluate(async (form) => {
    await form.whenReady();
    return [form.value, form.headingLevel, form.getAttribute("heading-level")];
  });
  assert.deepEqual(early, [{ product: "Teams" }, 4, "4"]);
  const made = await page.evaluate(async () => {
    const form = document.createElement("cpor-claim-form");
    form.value = { partnerId: "5357564" };
    document.body.append(form);
    await form.whenReady();
    return [form.value, form.shadowRoot.querySelectorAll("[part~=group]").length];
  });
  assert.deepEqual(made, [{ partnerId: "5357564" }, 5]);
  assert.deepEqual(problems(), []);
  await close();
});

test("W2: it has what every control of a form has", async () => {
  const { page, form, close } = await open();
  await form.ready();
  const told = await form.node.evaluate((node) => ({
    associated: node.constructor.formAssociated,
    name: node.name,
    form: node.form.id,
    labels: [...node.labels].map((label) => label.textContent),
    inForm: [...node.form.elements].includes(node),
    valid: node.validity.valid,
    missing: node.validity.valueMissing,
    message: node.validationMessage,
    willValidate: node.willValidate,
    checks: node.checkValidity(),
    type: node.type,
  }));
  assert.deepEqual(told, {
    associated: true,
    name: "claim",
    form: "portal",
    labels: ["The claim"],
    inForm: true,
    valid: false,
    missing: true,
    message: findings["tenant-id-missing"].what,
    willValidate: true,
    checks: false,
    type: "cpor-claim-form",
  });
  assert.equal(await form.messages.count(), 0, "asking shows nothing");
  const own = await form.node.evaluate((node) => {
    node.setCustomValidity("Not today.");
    const message = node.validationMessage;
    node.setCustomValidity("");
    return [message, node.validity.customError];
  });
  assert.deepEqual(own, ["Not today.", false]);
  await page.getByText("The claim", { exact: true }).click();
  const focused = await form
    .field("customerTenantId")
    .evaluate((node) => node === node.getRootNode().activeElement);
  assert.ok(focused, "a press on its label goes to the first field");
  await close();
});

test("W3: every field is submitted under its name; findings when asked for; disabled or unnamed, nothing", async () => {
  const { page, form, close } = await open();
  await form.ready();
  for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
  const sent = Object.fromEntries(await entries(page));
  for (const name of Object.keys(fields))
    assert.equal(sent[`claim.${name}`], READY[name] ?? "", name);
  const told = JSON.parse(sent["claim.findings"]);
  assert.equal(told.verdict, "confirm");
  assert.ok(told.findings.every(({ code, what }) => code && what === undefined));
  await form.node.evaluate((node) => {
    node.includeFindings = false;
  });
  assert.ok(!(await entries(page)).some(([name]) => name === "claim.findings"));
  await form.node.evaluate((node) => {
    node.includeFindings = true;
  });
  assert.deepEqual(Object.fromEntries(await entries(page)), sent, "at once, and with all fields");
  await form.node.evaluate((node) => {
    node.disabled = true;
  });
  assert.deepEqual(await entries(page), []);
  assert.ok(await form.check.isDisabled());
  assert.ok(await form.field("product").isDisabled());
  await form.node.evaluate((node) => {
    node.disabled = false;
    node.removeAttribute("name");
  });
  assert.deepEqual(await entries(page), []);
  await close();
});

test("W4: the browser goes to the first faulty field, and every finding is shown then", async () => {
  const { page, form, problems, close } = await open();
  await form.ready();
  await form.answer("userRole", "other");
  const shown = await form.messages.count();
  assert.equal(await form.node.evaluate((node) => node.checkValidity()), false);
  assert.equal(await form.messages.count(), shown, "asking shows nothing more");
  await page.getByRole("button", { name: "Send" }).click();
  const focused = () =>
    form.field("customerTenantId").evaluate((node) => node === node.getRootNode().activeElement);
  assert.ok(await eventually(focused, Boolean));
  assert.ok((await form.messages.count()) > 3);
  assert.ok(await form.matches(":state(user-invalid)"));
  await form.field("product").focus();
  assert.equal(await form.node.evaluate((node) => node.reportValidity()), false);
  assert.ok(await eventually(focused, Boolean));
  assert.ok(!page.url().includes("?"), "nothing was sent");
  assert.deepEqual(problems(), []);
  await close();
});

test("W4: Enter in a field checks the claim and sends nothing", async () => {
  const { page, form, close } = await open();
  await form.ready();
  const sent = await form.node.evaluateHandle((node) => {
    const seen = [];
    node.form.addEventListener("submit", () => seen.push("submit"));
    return seen;
  });
  await form.open();
  await form.field("partnerId").fill("5357564");
  await page.keyboard.press("Enter");
  assert.match(await form.verdict(), /^Fix \d+ things$/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "claim");
  assert.deepEqual(await sent.jsonValue(), []);
  await close();
});

test("W5: a reset goes back to the attribute and forgets the findings", async () => {
  const { form, close } = await open();
  await form.ready();
  await form.node.evaluate((node) => node.setAttribute("value", '{"product":"Teams"}'));
  await form.answer("partnerId", "abc");
  assert.equal(await form.messages.count(), 1);
  await form.node.evaluate((node) => node.form.reset());
  assert.deepEqual(await form.get("value"), { product: "Teams" });
  assert.equal(await form.field("product").inputValue(), "Teams");
  assert.equal(await form.messages.count(), 0);
  assert.ok(!(await form.matches(":state(user-invalid)")));
  await close();
});

test("W5: with its fieldset it is disabled, and it moves between forms", async () => {
  const { page, form, close } = await open();
  await form.ready();
  await form.answer("product", "Teams");
  const moved = await page.evaluate(() => {
    const node = document.querySelector("#claim");
    const set = document.createElement("fieldset");
    set.disabled = true;
    const other = document.createElement("form");
    other.id = "other";
    document.body.append(other);
    other.append(set);
    set.append(node);
    const within = [node.form.id, node.willValidate, node.matches(":disabled")];
    set.disabled = false;
    return [...within, node.willValidate, node.value.product];
  });
  assert.deepEqual(moved, ["other", false, true, true, "Teams"]);
  assert.deepEqual(Object.fromEntries(await entries(page, "#other"))["claim.product"], "Teams");
  // With novalidate, the form's "submit" is what shows the findings: of the form that it is in now.
  const submit = (id) =>
    page.evaluate((other) => {
      const target = document.getElementById(other);
      target.noValidate = true;
      target.addEventListener("submit", (event) => event.preventDefault());
      target.requestSubmit();
    }, id);
  await submit("portal");
  assert.equal(await form.messages.count(), 0);
  await submit("other");
  await form.messages.first().waitFor();
  await close();
});

test("W5: what was typed is there again on the way back, and the findings of a check", async () => {
  const { page, form, close } = await open();
  await form.ready();
  await form.answer("customerTenantId", TENANT);
  const goAndComeBack = async () => {
    await page.goto(page.url().replace("plain", "late"));
    await page.goBack();
    await form.ready();
    assert.equal(
      await eventually(() => form.field("customerTenantId").inputValue(), Boolean),
      TENANT,
    );
  };
  await goAndComeBack();
  assert.equal(await form.messages.count(), 0, "as long as nobody asked for a check");
  await form.check.click();
  await form.messages.first().waitFor();
  await goAndComeBack();
  await form.messages.first().waitFor();
  await close();
});

test("W6: form= works from outside the form", async () => {
  const { page, form, close } = await open();
  await form.ready();
  const told = await page.evaluate(() => {
    const node = document.querySelector("#claim");
    document.body.append(node);
    const alone = node.form;
    node.setAttribute("form", "portal");
    return [alone, node.form.id];
  });
  assert.deepEqual(told, [null, "portal"]);
  await form.answer("product", "Teams");
  assert.equal(Object.fromEntries(await entries(page))["claim.product"], "Teams");
  await close();
});

test("W7: states follow what is known and what is shown; attributes stay the host's", async () => {
  const { form, close } = await open();
  const attributes = () => form.node.evaluate((node) => node.getAttributeNames());
  const before = await attributes();
  await form.ready();
  const states = async () => {
    const all = ["ready", "failed", "valid", "invalid", "user-invalid", "checking"];
    const are = await Promise.all(all.map((name) => form.matches(`:state(${name})`)));
    return all.filter((_, i) => are[i]);
  };
  assert.deepEqual(await states(), ["ready", "invalid"]);
  await form.answer("partnerId", "abc");
  assert.deepEqual(await states(), ["ready", "invalid", "user-invalid"]);
  for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
  assert.deepEqual(await eventually(states, (list) => list.includes("valid")), ["ready", "valid"]);
  assert.deepEqual(await attributes(), before);
  await close();
});

test("W21: a claim that is there already changes nothing, as where a framework gives back what is typed", async () => {
  const { form, close } = await open();
  await form.ready();
  await form.answer("partnerId", "abc");
  await form.field("product").fill("Team");
  const message = form.messages;
  assert.equal(await message.count(), 1);
  await form.node.evaluate((node) => {
    node.value = { product: "Team", customerDomain: "", partnerId: "abc" };
  });
  await form.field("product").pressSequentially("s");
  assert.deepEqual(await form.get("value"), { partnerId: "abc", product: "Teams" });
  assert.equal(await message.count(), 1);
  await form.node.evaluate((node) => {
    node.value = { product: "Intune" };
  });
  assert.equal(await message.count(), 0);
  await close();
});

test("W8: the host hears input, change, and each check; it can object to one", async () => {
  const { page, form, problems, close } = await open({
    prepare: (fresh) =>
      fresh.addInitScript(() => {
        window.heard = [];
        for (const type of ["claim-ready", "before-check", "claim-checked", "input", "change"]) {
          addEventListener(type, ({ target, detail }) =>
            window.heard.push([type, target.id, detail?.verdict ?? null]),
          );
        }
      }),
  });
  await form.ready();
  const heard = () => page.evaluate(() => window.heard.splice(0));
  assert.deepEqual(await heard(), [["claim-ready", "claim", null]]);
  await form.open();
  await form.field("product").pressSequentially("Te");
  assert.deepEqual(await heard(), [
    ["input", "claim", null],
    ["input", "claim", null],
  ]);
  await form.field("product").blur();
  assert.deepEqual(await heard(), [["change", "claim", null]]);
  await form.check.click();
  assert.deepEqual(await heard(), [
    ["before-check", "claim", null],
    ["claim-checked", "claim", "fix"],
  ]);
  await form.node.evaluate((node) => {
    node.addEventListener("before-check", (event) => event.preventDefault(), { once: true });
  });
  assert.equal(await form.node.evaluate((node) => node.check()), null);
  assert.deepEqual(await heard(), [["before-check", "claim", null]]);
  const report = await form.node.evaluate((node) => node.check());
  assert.equal(report.verdict, "fix");
  await form.node.evaluate((node) => node.fill({ product: "Dynamics" }));
  assert.deepEqual((await heard()).at(-1), ["change", "claim", null]);
  assert.deepEqual(problems(), []);
  await close();
});

test("F39: each finding that appears is told once, with no value of the claim", async () => {
  const { page, form, close } = await open();
  await form.ready();
  await page.evaluate(() => {
    window.shown = [];
    addEventListener("finding-shown", ({ detail }) => window.shown.push(detail));
  });
  const shown = () => page.evaluate(() => window.shown.splice(0));
  await form.answer("partnerId", "53a57564");
  const first = await shown();
  assert.deepEqual(
    first.filter(({ kind }) => kind === "field"),
    [{ code: "partner-id-malformed", kind: "field", severity: "blocks", fields: ["partnerId"] }],
  );
  await form.answer("product", "Teams");
  const next = await shown();
  assert.ok(!next.some(({ code }) => code === "partner-id-malformed"), "once");
  await form.answer("partnerId", "5357564");
  await shown();
  await form.answer("partnerId", "53a57564");
  const again = await shown();
  assert.ok(
    again.some(({ code }) => code === "partner-id-malformed"),
    "again, as it had gone",
  );
  assert.doesNotMatch(JSON.stringify([next, again]), /53|Teams/);
  await close();
});

test("W9: what is complex can also be an attribute; a wrong name is told, once, with the right one", async () => {
  const { page, consoleErrors, close } = await open({ path: "late.html" });
  const told = await page.evaluate(async () => {
    const { CporClaimForm } = await import("/dist/define.js");
    const form = document.createElement("cpor-claim-form");
    form.setAttribute("value", '{"product":"Teams"}');
    form.setAttribute("evidence", '{"partnerIds":[{"id":"5357564"}]}');
    form.setAttribute("messages", '{"claim":{"check":"Look at it"}}');
    for (const name of [
      "locale",
      "include-finding",
      "heading_level",
      "look-ups",
      "data-x",
      "aria-label",
    ]) {
      form.setAttribute(name, "x");
    }
    document.body.append(form, form.cloneNode());
    await form.whenReady();
    const button = form.shadowRoot.querySelector("[part~=check-button]").textContent;
    return [form instanceof CporClaimForm, form.value, form.evidence, button];
  });
  assert.deepEqual(told, [
    true,
    { product: "Teams" },
    { partnerIds: [{ id: "5357564" }] },
    "Look at it",
  ]);
  const warned = [
    ["locale", "lang"],
    ["include-finding", "include-findings"],
    ["heading_level", "heading-level"],
    ["look-ups", "look-up"],
  ].map(
    ([was, is]) => `cpor-preflight: <cpor-claim-form> has no attribute ${was}: ${is} is meant.`,
  );
  assert.deepEqual(consoleErrors, warned);
  await close();
});

test("W9: every attribute that is misspelled, and every value, is told with the right one", async () => {
  const { page, consoleErrors, close } = await open({ path: "late.html" });
  const manifest = JSON.parse(await readFile(inRoot("dist", "custom-elements.json"), "utf8"));
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(({ tagName, attributes }) => ({
      ...{ tagName, names: attributes.map(({ name }) => name) },
      // As a server writes the property.
      written: attributes.map(({ name, fieldName = name }) => fieldName.toLowerCase()),
    }));
  assert.ok(elements.length > 2);
  const native = ["lang", "form", "name", "title", "dir", "id", "is"];
  const wrong = elements.flatMap(({ tagName, names, written }) =>
    names.flatMap((name) =>
      typosOf(name)
        .map((typo) => typo.toLowerCase())
        .filter((typo) => /^[a-z]/.test(typo) && !/^(on|ng|[vx]-)/.test(typo))
        .filter((typo) => ![...names, ...written, ...native].includes(typo))
        .map((typo) => ({ tagName, typo, name })),
    ),
  );
  await page.evaluate(async (all) => {
    await import("/dist/define.js");
    for (const { tagName, typo } of all) {
      const element = document.createElement(tagName);
      element.setAttribute(typo, "");
      element.setAttribute("loading", "focus");
      document.body.append(element);
      element.remove();
    }
    const element = document.createElement("cpor-claim-form");
    for (const [name, value] of Object.entries({
      theme: "drak",
      density: "copmact",
      loading: "Focus",
    }))
      element.setAttribute(name, value);
    document.body.append(element);
  }, wrong);
  const told = new Map(
    consoleErrors.map(
      (text) => text.match(/^cpor-preflight: (.+): (\S+) is meant\.$/)?.slice(1) ?? [text],
    ),
  );
  for (const { tagName, typo } of wrong) {
    const meant = wrong.filter((one) => one.tagName === tagName && one.typo === typo);
    const said = told.get(`<${tagName}> has no attribute ${typo}`);
    assert.ok(
      meant.some(({ name }) => name === said),
      `${tagName} ${typo}: ${said}`,
    );
  }
  assert.deepEqual(consoleErrors.slice(-3), [
    "cpor-preflight: theme of <cpor-claim-form> can’t be drak: dark is meant.",
    "cpor-preflight: density of <cpor-claim-form> can’t be copmact: compact is meant.",
    "cpor-preflight: loading of <cpor-claim-form> can’t be Focus: focus is meant.",
  ]);
  await close();
});

test("an attribute is understood as a server writes a property, until the property is set", async () => {
  const { page, consoleErrors, close } = await open({ path: "late.html" });
  const [rendered, set, attributes] = await page.evaluate(async () => {
    await import("/dist/define.js");
    const [form, result] = ["form", "result"].map((name) =>
      document.createElement(`cpor-claim-${name}`),
    );
    form.setAttribute("headinglevel", "3");
    for (const name of ["lookup", "includefindings", "withoutresult"]) form.setAttribute(name, "");
    result.setAttribute("htmlfor", "x");
    document.body.append(form, result);
    const told = () => {
      const { headingLevel, lookUp, includeFindings, withoutResult } = form;
      return [headingLevel, lookUp, includeFindings, withoutResult, result.htmlFor];
    };
    const before = told();
    form.headingLevel = 4;
    form.lookUp = form.includeFindings = form.withoutResult = false;
    result.htmlFor = "y";
    return [before, told(), [...form.getAttributeNames(), ...result.getAttributeNames()]];
  });
  assert.deepEqual(rendered, [3, true, true, true, "x"]);
  assert.deepEqual(set, [4, false, false, false, "y"]);
  assert.deepEqual(attributes, ["heading-level", "for"]);
  assert.deepEqual(consoleErrors, []);
  await close();
});

test("what is no JSON is told, but for what a property has taken the place of by then", async () => {
  const { page, consoleErrors, close } = await open({ path: "late.html" });
  const values = await page.evaluate(async () => {
    await import("/dist/define.js");
    const forms = ["{", "[object Object]", '{"product":"Teams"}'].map((text) => {
      const form = document.createElement("cpor-claim-form");
      form.setAttribute("value", text);
      document.body.append(form);
      return form;
    });
    forms[1].value = '{"product":"Word"}';
    const result = document.createElement("cpor-claim-result");
    result.setAttribute("claim", "[object Object]");
    result.claim = { product: "Excel" };
    document.body.append(result);
    await Promise.all([...forms, result].map((one) => one.whenReady()));
    return [...forms.map(({ value }) => value.product), result.claim.product];
  });
  assert.deepEqual(values, [undefined, "Word", "Teams", "Excel"]);
  assert.deepEqual(consoleErrors, ['cpor-preflight: value="…" of <cpor-claim-form> is no JSON.']);
  await close();
});

test("W10: calls made before it is ready wait, in their order", async () => {
  const { page, close } = await open({ path: "late.html" });
  const told = await page.evaluate(async () => {
    await import("/dist/define.js");
    const form = document.createElement("cpor-claim-form");
    const order = [];
    const calls = [
      form.fill({ partnerId: "5357564" }).then(() => order.push("fill")),
      form.check().then((report) => order.push(report.verdict)),
      form.fill({ partnerId: "" }).then(() => order.push("again")),
      form.toText().then((text) => order.push(text.includes("Check") || text.length > 100)),
    ];
    document.body.append(form);
    await Promise.all(calls);
    await form.whenReady();
    return [order, form.state, form.value];
  });
  assert.deepEqual(told, [["fill", "fix", "again", true], "ready", {}]);
  await close();
});
