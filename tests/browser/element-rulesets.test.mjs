// The rule set of the elements: named by the host, or that of the claim's day.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useHost } from "./host.mjs";
import { READY, textsUnder } from "./person.mjs";

const open = useHost();
const [before2020, after2023] = ["2020-06", "2023-10"].map((id) => textsUnder(id).en);
const heading = (node, { terms }) =>
  node.getByRole("heading", { name: terms.partnerId, exact: true, level: 2 });

test("without a rule set, that of the claim's day counts, and names follow", async () => {
  const { page, form, problems, close } = await open();
  await form.ready();
  await heading(form.node, after2023).waitFor();
  await form.node.evaluate((node, claim) => {
    node.value = { ...claim, submittedOn: "2021-03-01" };
  }, READY);
  await heading(form.node, before2020).waitFor();
  assert.equal(await form.node.evaluate((node) => node.report.ruleset), "2020-06");
  assert.deepEqual(await form.get("value"), { ...READY, submittedOn: "2021-03-01" });
  await form.node.evaluate((node) => {
    node.value = { ...node.value, submittedOn: "" };
  });
  await heading(form.node, after2023).waitFor();
  assert.equal(await form.node.evaluate((node) => node.report.ruleset), "2023-10");
  assert.equal(await page.locator("cpor-claim-form .notice").innerText(), "");
  assert.deepEqual(problems(), []);
  await close();
});

test("a day that is being typed changes nothing under the hands", async () => {
  const { page, form, close } = await open();
  await form.ready();
  await form.open();
  await form.node.getByText("More", { exact: true }).last().click();
  const day = form.node.getByLabel("Submitted on");
  await day.focus();
  await page.keyboard.type("03012021");
  assert.equal(await form.node.evaluate((node) => node.report.ruleset), "2020-06");
  assert.ok(await heading(form.node, after2023).isVisible());
  assert.ok(await day.evaluate((node) => node.matches(":focus")));
  await form.check.focus();
  await heading(form.node, before2020).waitFor();
  assert.equal(await day.inputValue(), "2021-03-01");
  assert.ok(await form.check.evaluate((node) => node.matches(":focus")));
  await close();
});

test("a rule set that the host names counts whatever the day, also as the newest one", async () => {
  const { form, close } = await open();
  await form.ready();
  for (const [named, shown, id] of [
    ["2020-06", before2020, "2020-06"],
    ["latest", after2023, "2023-10"],
  ]) {
    await form.node.evaluate((node, wanted) => {
      node.ruleset = wanted;
      node.value = { submittedOn: "2021-03-01" };
    }, named);
    await heading(form.node, shown).waitFor();
    assert.equal(await form.node.evaluate((node) => node.report.ruleset), id);
    assert.equal(await form.node.locator(".notice").innerText(), "");
  }
  await close();
});

test("a result speaks as the report that it is given", async () => {
  const { page, problems, close } = await open({ path: "alone.html" });
  const result = page.locator("cpor-claim-result");
  const label = ({ checks }) => result.locator("[data-check=activity]").getByText(checks.activity);
  await result.evaluate((node) => node.whenReady());
  await result.getByText(/^\d+ of \d+ checked$/).click();
  await label(after2023).waitFor();
  await result.evaluate((node) => {
    node.report = { ...node.report, ruleset: "2020-06" };
  });
  await label(before2020).waitFor({ state: "attached" });
  // One that is newer than this version is shown in the words that there are.
  await result.evaluate((node) => {
    node.report = { ...node.report, ruleset: "2099-01" };
  });
  await result.getByText("By the rules of 2099-01").waitFor();
  assert.deepEqual(problems(), []);
  await close();
});
