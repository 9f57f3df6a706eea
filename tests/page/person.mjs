// A person in front of the page: what they do is counted, and what they see is found by its words.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { DOMAIN, expect, open, paste, sampleFile, TENANT } from "./page.mjs";

export const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
export const OTHER = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
export const MAIL = `Hi,\n\nTenant ID: ${TENANT}\nDomain: ${DOMAIN}\nSubscription ID: ${SALES}\n\nRegards`;

export const verdict = (page) => page.locator("#verdict-title");
export const rail = (page) => page.getByRole("complementary");
export const button = (scope, name) => scope.getByRole("button", { name, exact: true });
export const field = (page, name) => page.getByRole("textbox", { name, exact: true });
export const radio = (page, group, name) =>
  page.getByRole("radiogroup", { name: group }).getByLabel(name, { exact: true });
/** A part that unfolds, by what stands on it. */
export const fold = (page, name) => page.locator("summary").filter({ hasText: name });

/** Somebody whose actions are counted: a click, a choice, a text typed and left, a paste, a drop. */
export function person(page) {
  let count = 0;
  const counted =
    (act) =>
    async (...given) => {
      count += 1;
      await act(...given);
    };
  return {
    get count() {
      return count;
    },
    click: counted((target) => target.click()),
    check: counted((target) => target.check()),
    choose: counted((target, label) => target.selectOption({ label })),
    type: counted(async (text, end = "Tab") => {
      await page.keyboard.type(text);
      await page.keyboard.press(end);
    }),
    paste: counted((text) => paste(page, text)),
    drop: counted((target, ...names) => dropFiles(page, target, names)),
  };
}

/** Drops files of the tests' samples, all at once. */
export async function dropFiles(page, target, names) {
  const files = names.map(async (name) => {
    return { name: basename(name), text: await readFile(sampleFile(name), "utf8") };
  });
  await dropOnto(page, target, await Promise.all(files));
}

/** Drops files, each `{ name, text }`, all at once. */
export async function dropOnto(page, target, files) {
  const dataTransfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, text } of all) data.items.add(new File([text], name));
    return data;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"])
    await target.dispatchEvent(type, { dataTransfer });
}

/** What the claim's states are reached by, from the first screen. */
export const STATES = {
  async empty(page) {
    await open(page, "#claim");
    await expect(verdict(page)).toHaveText("Nothing to check yet");
  },
  async half(page) {
    await open(page);
    await paste(page, MAIL);
    await expect(verdict(page)).toHaveText("Still to fill in: 6");
  },
  async blocked(page) {
    await open(page, "#claim");
    await field(page, "Customer tenant ID").fill("contoso.com");
    await field(page, "Customer domain").fill(TENANT);
    await page.keyboard.press("Tab");
    await expect(verdict(page)).toHaveText("Fix 1 thing");
  },
  async missing(page) {
    await open(page, "#claim");
    await field(page, "Customer tenant ID").fill(TENANT);
    await page.keyboard.press("Tab");
    await button(page, "Check it now").click();
    await expect(verdict(page)).toHaveText("Fix 3 things");
  },
  async settle(page) {
    await open(page);
    await paste(page, MAIL);
    await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
    await dropFiles(page, page.locator("#main"), [
      "graph-subscriptions.json",
      "partner-profile.csv",
    ]);
    await button(page, `It’s from ${DOMAIN}, 3f1c7a52…`).click();
    await expect(button(page, `Export: 6 subscriptions of ${DOMAIN}`)).toBeVisible();
    await button(page, "Show all").click();
    await page.getByLabel("Advised them before they bought it").check();
    await page.getByLabel("Purchase channel").selectOption({ label: "Volume Licensing" });
    await page.getByLabel("Your role").selectOption({ label: "Incentives admin" });
    await radio(page, "Proof of execution", "Ready").check();
    await radio(page, "Competing partner", "Not known").check();
    await button(page, "Show less").click();
    await expect(verdict(page)).toHaveText("Settle 4 points first");
  },
  async ready(page) {
    await open(page);
    await page.getByRole("link", { name: "Try an example" }).click();
    await expect(verdict(page)).toHaveText("File it");
  },
  /** All that unfolds is unfolded. */
  async unfolded(page) {
    await STATES.settle(page);
    for (const name of await page.locator("details[data-fold]:not([hidden])").all())
      await name.locator("summary").first().click();
    for (const one of await page.locator(".finding .unfold").all()) await one.click();
    await page.locator(".meter > summary").click();
    await page.getByLabel("Status in Partner Center").selectOption({ label: "Rejected" });
    await page
      .getByLabel("Since")
      .fill(await page.evaluate(() => new Date().toISOString().slice(0, 10)));
    await expect(page.getByLabel("Reasons for the dispute", { exact: true })).toBeVisible();
  },
};

/** How many words of a part are in sight. */
export const wordsIn = (locator) =>
  locator.evaluate((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let text = "";
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      const isSeen = parent.checkVisibility() && !parent.closest(".vh, option, textarea");
      if (isSeen) text += ` ${textContent}`;
    }
    return text.trim().split(/\s+/).filter(Boolean).length;
  });
