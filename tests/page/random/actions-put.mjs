// Actions of the random use: things are put in, asked about, corrected, removed and taken back.
import { paste } from "../page.mjs";
import { dropOnto } from "../person.mjs";
import { FILES, TEXTS } from "./put.mjs";

export const PUTTING = [
  {
    name: "paste",
    weight: 8,
    async act({ tab, random }) {
      if (random.oneIn(4)) await toFirst(tab);
      else {
        await tab.toClaim();
        const more = tab.page.locator("[data-key=more][aria-expanded=false]");
        if (await more.count()) await more.click();
      }
      const text = random.of(TEXTS);
      const box = tab.page.locator("#any");
      await box.fill("");
      await paste(tab.page, text, box);
      await tab.note([{ source: text, about: {} }]);
      return JSON.stringify(text);
    },
  },
  {
    name: "drop",
    weight: 10,
    async act({ tab, random }) {
      if (random.oneIn(4)) await toFirst(tab);
      else await tab.toClaim();
      const files = random.oneIn(3) ? [random.of(FILES), random.of(FILES)] : [random.of(FILES)];
      await dropOnto(tab.page, tab.page.locator("#main"), files);
      await tab.note(files.map((source) => ({ source, about: {} })));
      return files.map(({ name }) => name).join(", ");
    },
  },
  {
    name: "answer a question",
    weight: 8,
    async act({ tab, random }) {
      await tab.toClaim();
      const all = tab.page.locator(".questions button:visible");
      const count = await all.count();
      if (!count) return undefined;
      const before = await tab.look();
      const isOfTenant = count === 1;
      const one = all.nth(random.below(count));
      const name = await one.textContent();
      await one.click();
      if (isOfTenant) await tab.sayTenant(before, 1);
      return name;
    },
  },
  {
    name: "remove",
    weight: 4,
    async act({ tab, random }) {
      await tab.toClaim();
      const all = tab.page.locator(".chip > button:last-child");
      const count = await all.count();
      if (!count) return undefined;
      const one = all.nth(random.below(count));
      const name = await one.getAttribute("aria-label");
      await one.click();
      return name;
    },
  },
  {
    name: "correct",
    weight: 3,
    async act({ tab, random }) {
      await tab.toClaim();
      const { chips } = await tab.look();
      const texts = chips.filter((id) => typeof tab.sources.get(id)?.source === "string");
      if (!texts.length) return undefined;
      const id = random.of(texts);
      const toggle = tab.page.locator(`[aria-controls=item-${id}]`);
      if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
      const text = random.of(TEXTS);
      const panel = tab.page.locator(`#item-${id}`);
      await panel.locator("textarea").fill(text);
      await panel.locator("textarea ~ .btns button").click();
      tab.sources.set(id, { ...tab.sources.get(id), source: text, isChanged: true });
      return JSON.stringify(text);
    },
  },
  {
    name: "use what was read",
    weight: 2,
    async act({ tab, random }) {
      await tab.toClaim();
      const closed = tab.page.locator(".chip > [aria-expanded=false]");
      if (await closed.count()) await closed.first().click();
      const all = tab.page.locator(".found button:visible");
      const count = await all.count();
      if (!count) return undefined;
      const one = all.nth(random.below(count));
      const name = await one.locator("xpath=ancestor::dl/div[1]").textContent();
      await one.click();
      return name;
    },
  },
  {
    name: "undo",
    weight: 6,
    async act({ tab }) {
      await tab.toClaim();
      const undo = tab.page.locator("[data-key=undo]");
      if (!(await undo.isVisible())) return undefined;
      await undo.click();
      tab.undo();
      return "undone";
    },
  },
];

async function toFirst(tab) {
  await tab.page.evaluate(() => {
    location.hash = "";
  });
  await tab.page.locator(".start #any").waitFor();
}
