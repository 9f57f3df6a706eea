// Actions of the random use: a claim is kept, opened, forgotten, begun anew, or an example.
import { expect, ready } from "../page.mjs";
import { claimOf, steadyOf } from "./expected.mjs";

export const KEEPING = [
  {
    name: "keep or forget",
    weight: 4,
    async act({ world, tab }) {
      await tab.toClaim();
      const button = tab.page.locator("[data-key=keep]");
      if (!(await button.isVisible())) return undefined;
      const before = (await tab.look()).drafts.map(([id]) => id);
      await button.click();
      const { drafts } = await tab.look();
      const fresh = drafts.map(([id]) => id).filter((id) => !before.includes(id));
      if (fresh.length) {
        [tab.draft] = fresh;
        tab.held = undefined;
        return "kept";
      }
      world.forget([tab.draft]);
      return "forgotten";
    },
  },
  {
    name: "open what is kept",
    weight: 4,
    async act({ world, tab, random }) {
      const ids = [...world.drafts.keys()];
      if (!ids.length) return undefined;
      const id = random.of(ids);
      await tab.page.evaluate(() => {
        location.hash = "#kept";
      });
      await tab.page.locator(`[data-key=open-${id}]`).click();
      await tab.page.locator(".claim").waitFor();
      await ready(tab.page);
      await tab.quiet();
      tab.draft = id;
      tab.isAsked = false;
      const { claim, sources } = world.drafts.get(id);
      await tab.noteAgain(sources);
      await expect
        .poll(async () => steadyOf(filled(claimOf(await tab.look()))))
        .toEqual(steadyOf(filled(claim)));
      tab.held = undefined;
      return id;
    },
  },
  {
    name: "forget all",
    weight: 1,
    async act({ world, tab }) {
      if (!world.drafts.size) return undefined;
      await tab.page.evaluate(() => {
        location.hash = "#kept";
      });
      await tab.page.locator("#main > .btns button").click();
      world.forget([...world.drafts.keys()]);
      await tab.toClaim();
      return "forgotten";
    },
  },
  {
    name: "start anew",
    weight: 2,
    async act({ tab }) {
      await tab.toClaim();
      const button = tab.page.locator("[data-key=anew]");
      if (!(await button.isVisible())) return undefined;
      await button.click();
      tab.draft = undefined;
      tab.isAsked = false;
      await expect.poll(async () => filled(claimOf(await tab.look()))).toEqual({});
      return "empty";
    },
  },
  {
    name: "example",
    weight: 1,
    async act({ tab }) {
      await tab.page.evaluate(() => {
        location.hash = "#example";
      });
      await expect.poll(() => tab.page.evaluate(() => location.hash)).toBe("#claim");
      await tab.note();
      tab.draft = undefined;
      tab.isAsked = false;
      return "filled in";
    },
  },
];

const filled = (claim) =>
  Object.fromEntries(
    Object.entries(claim)
      .filter(([, text]) => text !== "")
      .sort(),
  );
