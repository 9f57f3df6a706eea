// Elements that belong to a form follow the one that they name, and what the host has in the form's slots stays its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useHost } from "./host.mjs";
import { eventually } from "./person.mjs";

const open = useHost();

test("a result follows the form that it names, whichever that is by then", async () => {
  const { page, form, problems, close } = await open({ path: "together.html" });
  const result = page.locator("cpor-claim-result");
  const isWrong = () =>
    result.evaluate(({ report }) =>
      report?.findings.some(({ code }) => code === "partner-id-malformed"),
    );
  const becomes = async (due, why) =>
    assert.equal(await eventually(isWrong, (wrong) => wrong === due), due, why);
  const fill = (id, partnerId) =>
    page.locator(`#${id}`).evaluate((node, text) => node.fill({ partnerId: text }), partnerId);
  await form.ready();
  await becomes(false, "an empty form");
  await fill("claim", "x");
  await becomes(true, "what is filled in");
  await page.evaluate(() => {
    const second = Object.assign(document.createElement("cpor-claim-form"), { id: "second" });
    second.value = { partnerId: "5357564" };
    document.querySelector("main").append(second);
    document.querySelector("cpor-claim-result").htmlFor = "second";
  });
  await becomes(false, "another form");
  await fill("claim", "y");
  await page.locator("#claim").evaluate((node) => node.check());
  assert.equal(await isWrong(), false, "the first form is none of its any more");
  await fill("second", "z");
  await becomes(true, "what is filled in there");
  await result.evaluate((node) => {
    window.kept = node;
    node.remove();
  });
  await fill("second", "5357564");
  await page.evaluate(() => document.body.append(window.kept));
  await becomes(false, "what changed while it was away");
  await result.evaluate((node) => {
    node.htmlFor = "nowhere";
    node.claim = { partnerId: "x" };
  });
  await becomes(true, "its own claim, without a form");
  assert.deepEqual(problems(), []);
  await close();
});

test("a result that comes before the form’s definition follows it, too", async () => {
  const { page, close } = await open({ path: "late.html" });
  await page.evaluate(async () => {
    const made = (name, values) => Object.assign(document.createElement(name), values);
    const form = made("cpor-claim-form", { id: "late" });
    form.value = { partnerId: "x" };
    document.body.append(made("cpor-claim-result", { htmlFor: "late" }), form);
    await import("/dist/define.js");
  });
  const codes = () =>
    page.evaluate(() =>
      document.querySelector("cpor-claim-result").report?.findings.map(({ code }) => code),
    );
  const due = "partner-id-malformed";
  assert.ok((await eventually(codes, (all) => all?.includes(due))).includes(due));
  await close();
});

test("events in slots are the host’s own, and those of fields inside are the form’s", async () => {
  const { page, form, problems, close } = await open();
  await form.ready();
  await form.node.evaluate((node) => {
    const own = document.createElement("span");
    own.slot = "result-footer";
    own.append(Object.assign(document.createElement("input"), { id: "own", ariaLabel: "Own" }));
    node.append(own);
    window.heard = [];
    for (const type of ["input", "change"])
      document.addEventListener(type, ({ target }) =>
        window.heard.push(`${type} ${target.id || target.localName}`),
      );
  });
  const heard = () => page.evaluate(() => window.heard.splice(0));
  await page.locator("#own").fill("x");
  await page.locator("#own").blur();
  assert.deepEqual(await heard(), ["input own", "change own"]);
  await form.answer("partnerId", "1");
  const name = await form.node.evaluate((node) => node.id || node.localName);
  assert.deepEqual(await heard(), [`input ${name}`, `change ${name}`]);
  assert.deepEqual(problems(), []);
  await close();
});
