// How a claim form can be shown: with a box for anything, in little room, one card at a time; and what it costs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { wrapExports } from "./harness.mjs";
import { useHost } from "./host.mjs";
import { eventually, READY, sampleFile, TENANT } from "./person.mjs";

const open = useHost();

const set = (form, name, value = "") =>
  form.node.evaluate((node, given) => node.setAttribute(...given), [name, value]);

test("intake: what is put into the box fills the claim, and can be taken out and back", async () => {
  const { page, form, problems, close } = await open();
  await form.ready();
  const box = form.node.getByRole("textbox", { name: "Paste or drop anything" });
  assert.ok(!(await box.isVisible()), "by default there is none");
  await set(form, "intake");
  await box.fill(`Tenant ID: ${TENANT}\nDomain: contoso.onmicrosoft.com`);
  await page.evaluate(() => {
    window.heard = [];
    for (const type of ["input", "change"])
      addEventListener(type, ({ target }) => window.heard.push([type, target.id]));
  });
  await form.node.getByRole("button", { name: "Read it" }).click();
  await form.node.getByRole("heading", { name: "Claim for contoso.onmicrosoft.com" }).waitFor();
  const filled = { customerTenantId: TENANT, customerDomain: "contoso.onmicrosoft.com" };
  assert.deepEqual(await form.get("value"), filled);
  assert.deepEqual(await page.evaluate(() => window.heard), [
    ["input", "claim"],
    ["change", "claim"],
  ]);
  await form.node.getByRole("button", { name: /^Remove: Text/ }).click();
  assert.deepEqual(await form.get("value"), {});
  await form.node.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await form.get("value"), filled);
  assert.deepEqual(problems(), []);
  await close();
});

test("without intake, the box comes when a finding asks for an export, and with files of the host", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
  const files = form.node.getByLabel("Choose files");
  assert.ok(!(await files.isVisible()));
  await form.result.getByRole("button", { name: "Load your partner profile" }).click();
  await form.node.getByText(/^What would help: /).waitFor();
  await files.setInputFiles(sampleFile("partner-profile.csv"));
  const chip = form.node.getByRole("button", { name: /^Export: \d+ Partner IDs/ });
  await chip.waitFor();
  assert.deepEqual(await form.get("value"), READY, "what is there stays");
  await form.node.evaluate((node) => node.addFiles([new File(["{}"], "x.json")]));
  assert.equal(await form.node.locator("[part~=chip]").count(), 2);
  assert.deepEqual(problems(), []);
  await close();
});

test("steps: one card at a time, on and back, and a finding leads to its card", async () => {
  const { form, problems, close } = await open();
  await set(form, "steps");
  await form.ready();
  const cards = () => form.node.getByRole("heading", { level: 3 }).allInnerTexts();
  const go = (name) => form.node.getByRole("button", { name, exact: true }).click();
  const shown = async () =>
    (await form.node.locator("[part~=group-title]:visible").allInnerTexts()).join();
  assert.equal(await shown(), "Customer 1 of 5");
  await form.field("customerTenantId").fill(TENANT);
  await go("Next: Product");
  assert.equal(await shown(), "Product 2 of 5");
  const isFocused = (name) =>
    form.field(name).evaluate((node) => node === node.getRootNode().activeElement);
  assert.ok(await isFocused("product"));
  for (const name of ["Next: Activity", "Next: Partner ID", "Next: Proof and competition"])
    await go(name);
  assert.equal(await shown(), "Proof and competition 5 of 5");
  await go("Back: Partner ID");
  assert.equal(await shown(), "Partner ID 4 of 5");
  await form.check.click();
  await form.result.getByRole("button", { name: "Enter the Partner ID.", exact: true }).click();
  assert.ok(await isFocused("partnerId"));
  await form.node.evaluate((node) => node.focusField("customerDomain"));
  assert.equal(await shown(), "Customer 1 of 5");
  assert.ok((await cards()).length > 0);
  await form.node.evaluate((node) => node.removeAttribute("steps"));
  const all = await eventually(shown, (text) => text.includes("Product"));
  assert.equal(all, "Customer,Product,Activity,Partner ID,Proof and competition");
  assert.deepEqual(problems(), []);
  await close();
});

test("density: compact takes a fifth less room in a sidebar, and targets stay large enough", async () => {
  const { form, close } = await open({ viewport: { width: 352, height: 800 } });
  await form.ready();
  const height = () =>
    form.node.evaluate(({ shadowRoot }) => shadowRoot.querySelector("form").offsetHeight);
  const before = await height();
  await set(form, "density", "compact");
  const after = await height();
  assert.ok(after < before * 0.8, `${before} → ${after}`);
  const least = await form.node.evaluate(({ shadowRoot }) =>
    Math.min(
      ...[...shadowRoot.querySelectorAll("button, .in")]
        .map((node) => node.getBoundingClientRect().height)
        .filter(Boolean),
    ),
  );
  assert.ok(least >= 24, String(least));
  await close();
});

test("each key that is typed checks the claim once, where it changes nothing that was found", async () => {
  const { page, form, close } = await open({
    prepare: (fresh) =>
      wrapExports(fresh, (exports) => {
        const wrapped = { ...exports };
        window.checks = 0;
        wrapped.check = (...given) => {
          window.checks += 1;
          return exports.check(...given);
        };
        return wrapped;
      }),
  });
  await form.ready();
  for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
  await form.field("partnerId").focus();
  // Where something else is found, the other rule set is asked, too.
  await page.keyboard.type("1");
  await page.evaluate(() => {
    window.checks = 0;
  });
  await page.keyboard.type("23");
  assert.equal(await page.evaluate(() => window.checks), 2);
  await close();
});

const STATES = {
  empty: async () => {},
  intake: (form) => set(form, "intake"),
  steps: (form) => set(form, "steps"),
  compact: (form) => set(form, "density", "compact"),
  checked: async (form) => {
    await form.answer("customerTenantId", "abc");
    await form.check.click();
  },
  unfolded: async (form) => {
    for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
    await form.node.evaluate(({ shadowRoot }) => {
      for (const details of shadowRoot.querySelectorAll("details")) details.open = true;
    });
    await form.node.getByRole("radio", { name: "We influenced the purchase" }).waitFor();
  },
};

for (const width of [320, 1280]) {
  for (const dir of ["ltr", "rtl"]) {
    test(`F38, W33: axe finds nothing in new states, ${width} px, ${dir}, in both themes`, async () => {
      const { page, form, axe, problems, close } = await open({
        viewport: { width, height: 900 },
        reducedMotion: "reduce",
        dir,
      });
      await form.ready();
      const found = [];
      for (const [state, reach] of Object.entries(STATES)) {
        for (const name of ["intake", "steps", "density"])
          await form.node.evaluate((node, own) => node.removeAttribute(own), name);
        await reach(form);
        for (const theme of ["light", "dark"]) {
          await set(form, "theme", theme);
          for (const line of await axe()) found.push(`${state} ${theme}: ${line}`);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${state}: ${wide}`);
      }
      assert.deepEqual(found, []);
      assert.deepEqual(problems(), []);
      await close();
    });
  }
}
