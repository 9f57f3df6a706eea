// The page as a person meets it: controls by their labels, answers by what they say. The words
// come from the catalogues, so that a test breaks when the page says something else, not when a
// text is improved.

import { readFile } from "node:fs/promises";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { LOCALES } = await imported(inRoot("www", "generated", "names.ts"));
const { inserted, wordsUnder } = await imported(inRoot("www", "lib", "words.ts"));

/** What library and page say, by language. */
const LANGUAGES = await Promise.all(
  LOCALES.map(async (tag) => {
    const [said, page] = await Promise.all([
      imported(inRoot("www", "generated", `text-${tag}.ts`)),
      import(`../../www/text/${tag}/page.js`),
    ]);
    return [tag, said.default, page.default];
  }),
);

/** What page and library say under a rule set, with the labels as the form shows them. */
export function textsUnder(ruleset) {
  const texts = (catalogue, page) => {
    const { words, both } = wordsUnder(ruleset, catalogue);
    const fields = Object.entries(words.fields).map(([name, field]) => [
      name,
      { ...field, shortLabel: field.label, label: both.fields[name] },
    ]);
    const { usage, ...activity } = both.options.activity;
    return {
      ...words,
      fields: Object.fromEntries(fields),
      names: words.options,
      options: { ...both.options, activity: { ...activity, usage: usage.other } },
      page: inserted(page, words.terms),
    };
  };
  return Object.fromEntries(LANGUAGES.map(([tag, said, page]) => [tag, texts(said, page)]));
}

/** Under the rule set in force today, which the pages go by where none is chosen. */
export const TEXTS = textsUnder("2023-10");
export const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
export const OTHER_TENANT = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
export const subscription = (number) => `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0${number}`;
export const sampleFile = (name) => inRoot("tests", "samples", name);
export const sample = (name) => readFile(sampleFile(name), "utf8");

/** The day on which the samples say what they say: some of them end. */
export const TODAY = "2026-11-22";

/** A Microsoft 365 claim that nothing speaks against, once the evidence is there. */
export const READY = {
  userRole: "incentives-admin",
  customerTenantId: TENANT,
  customerDomain: "contoso.onmicrosoft.com",
  solutionArea: "microsoft-365",
  activity: "usage",
  product: "Teams",
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};

/** Somebody in front of the page in the given language. */
export function person(page, locale = "en", all = TEXTS) {
  const texts = all[locale];
  const words = texts.page;
  const result = page.getByRole("region", { name: words.result.result, exact: true });
  const check = page.getByRole("button", { name: words.form.check, exact: true });
  return {
    page,
    result,
    check,
    field,
    answer,
    answerAll,
    described,
    errors,
    guide,
    loaded: async () => {
      await check.waitFor();
      // Of an element's page there is nothing to wait for.
      await page.locator("html:not([data-state]), html[data-rest]").waitFor({ state: "attached" });
    },
    button: (name) => page.getByRole("button", { name, exact: true }),
    verdict: () => result.getByRole("heading", { level: 2 }).innerText(),
    findings: () => result.getByRole("heading", { level: 3 }).allTextContents(),
    summary: () => page.getByRole("group", { name: problemCount }),
    useSubscription: (number) =>
      page.getByRole("button", {
        name: words.evidence.useThis.replace("{id}", subscription(number).slice(-4)),
        exact: true,
      }),
    chooseFiles: (...names) =>
      page.getByLabel(words.evidence.choose, { exact: true }).setInputFiles(names.map(sampleFile)),
    /** Says that the exports which do not name their tenant are from the claim's. */
    sayTenant: (tenant = TENANT) =>
      page
        .getByLabel(words.evidence.whichTenant)
        .selectOption({ label: `${words.evidence.tenants.claim} (${tenant})` }),
    addPartnerId,
  };

  /** A field of the claim: a text box or a group of radio buttons. */
  function field(name) {
    const { label } = texts.fields[name];
    const role = texts.options[name] ? "radiogroup" : "textbox";
    // The guide to the ID asks for IDs under the same name, below the field.
    return page.getByRole(role, { name: label, exact: true }).first();
  }

  /** Chooses an option, or types a text and leaves the field. */
  async function answer(name, value) {
    const label = texts.options[name]?.[value];
    // What an answer is called can depend on another one.
    if (label) return field(name).locator(`input[value="${value}"]`).check();
    await field(name).fill(value);
    await page.keyboard.press("Tab");
  }

  async function answerAll(claim) {
    for (const [name, value] of Object.entries(claim)) await answer(name, value);
  }

  /** What a screen reader says of a field beside its name, in its order. */
  async function described(name) {
    return field(name).evaluate((node) => {
      const ids = (node.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
      return ids.map((id) => node.getRootNode().getElementById(id).textContent);
    });
  }

  /** Names of all fields that are marked as wrong. */
  async function errors() {
    const names = Object.keys(texts.fields);
    const wrong = names.map((name) => field(name).getAttribute("aria-invalid"));
    return (await Promise.all(wrong)).flatMap((state, i) => (state === "true" ? names[i] : []));
  }

  async function addPartnerId(id) {
    const { title, id: label, kind, kinds, enrolled, enrolments } = words.partnerGuide;
    const opened = await guide(title);
    await opened.getByRole("textbox", { name: label, exact: true }).fill(id);
    await page.keyboard.press("Tab");
    await opened.getByLabel(kind, { exact: true }).selectOption({ label: kinds.location });
    await opened.getByLabel(enrolled, { exact: true }).selectOption({ label: enrolments.yes });
  }

  /** Opens a guide and answers with what is in it. */
  async function guide(title) {
    // A finding may have a link of the same name.
    const head = page.locator("summary").getByText(title, { exact: true });
    const whole = page.getByRole("group").filter({ has: head }).last();
    const isOpen = () => whole.evaluate((node) => node.open);
    if (!(await isOpen())) await head.click();
    // What it needs may have to be loaded first.
    await eventually(isOpen, Boolean);
    return whole;
  }
}

/** A text like "There are 3 problems in the form", in either language. */
const problemCount = new RegExp(
  Object.values(TEXTS)
    .flatMap(({ page }) => Object.values(page.form.problems))
    .map((text) => `^${text.replace("{n}", "\\d+")}$`)
    .join("|"),
);

/** Notes everything that the page says aloud from now on; the answer tells it. */
export async function listen(page) {
  await page.evaluate(() => {
    window.said = [];
    const region = document.querySelector("[aria-live]");
    new MutationObserver(() => {
      if (region.textContent) window.said.push(region.textContent);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => window.said);
}

/** Waits until a question has the wished answer; the last answer otherwise. */
export async function eventually(ask, wished, seconds = 15) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (wished(answer) || Date.now() > until) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Lets go files over a place of the page, as after dragging them there. */
export async function drop(page, target, name, text) {
  const dataTransfer = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], file));
      return transfer;
    },
    [name, text],
  );
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
}

/** Puts a text on the clipboard and pastes it into a control; needs the permission for it. */
export async function paste(page, control, text) {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await control.focus();
  await page.keyboard.press("ControlOrMeta+V");
}
