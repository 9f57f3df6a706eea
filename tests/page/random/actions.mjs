// What a person may do next, each with how often: `act` does it in a tab and says what it was; nothing where it cannot
// be done there and then.
import { expect, paste } from "../page.mjs";
import { KEEPING } from "./actions-kept.mjs";
import { PUTTING } from "./actions-put.mjs";
import { claimOf, steadyOf } from "./expected.mjs";
import { ANYWHERE, TEXTS_OF } from "./put.mjs";

/** Views that a person goes to. */
const VIEWS = ["", "#claim", "#error", "#guides", "#kept", "#many", "#plan"];
const KEYS = 3;
/** What is left alone when anything is pressed: what leads outside, and what the other actions do. */
const LEFT_ALONE = [
  "[data-action=look-up-domain]",
  "[data-key=ask], [data-key=all], [data-key=undo], [data-key=stop]",
  ".keep *, .intake *, .notices *, .asks *",
].join(", ");

const CLAIMING = [
  {
    name: "type",
    weight: 16,
    async act({ tab, random }) {
      await tab.toClaim();
      const field = random.of(Object.keys(TEXTS_OF));
      const control = tab.page.locator(`.claim [data-key=${field}]`);
      await unfold(control);
      if (!(await control.isVisible())) return undefined;
      const text = textFor(field, random);
      await control.fill("");
      if (field === "submittedOn") await control.fill(text);
      else if (text) {
        // The last keys are enough to be typing.
        await control.fill(text.slice(0, -KEYS));
        await control.press("End");
        await control.pressSequentially(text.slice(-KEYS));
      }
      const isLeft = !random.oneIn(5);
      if (isLeft) await control.press("Tab");
      // The list of products would lie over what comes next.
      else if (field === "product") await control.press("Escape");
      tab.typing = isLeft ? undefined : field;
      return `${field}: ${JSON.stringify(text)}${isLeft ? "" : ", and stays in it"}`;
    },
  },
  {
    name: "paste into a field",
    weight: 8,
    async act({ tab, random }) {
      await tab.toClaim();
      const field = random.of(Object.keys(TEXTS_OF).filter((name) => name !== "submittedOn"));
      const control = tab.page.locator(`.claim [data-key=${field}]`);
      await unfold(control);
      if (!(await control.isVisible())) return undefined;
      const text = textFor(field, random);
      await control.press("ControlOrMeta+a");
      await paste(tab.page, text, control);
      await control.press("Tab");
      return `${field}: ${JSON.stringify(text)}`;
    },
  },
  {
    name: "choose",
    weight: 16,
    async act({ tab, random }) {
      await tab.toClaim();
      const all = tab.page.locator(
        ".claim :is(input[type=radio], input[type=checkbox], select):visible",
      );
      const control = all.nth(random.below(await all.count()));
      const isMenu = (await control.evaluate(({ localName }) => localName)) === "select";
      if (isMenu) {
        const values = await control
          .locator("option")
          .evaluateAll((each) => each.map(({ value }) => value));
        const value = random.of(values);
        const field = await control.getAttribute("data-key");
        await control.selectOption(value);
        return `${field}: ${value || "nothing"}`;
      }
      const name = await control.evaluate(
        (node) =>
          `${node.closest("[data-field]").dataset.field}: ${node.dataset.key ?? node.value}`,
      );
      await control.click();
      return name;
    },
  },
  {
    name: "choose a product",
    weight: 5,
    async act({ tab, random }) {
      await tab.toClaim();
      const box = tab.page.locator(".claim [data-key=product]");
      await box.fill(random.of(["", "sales", "365", "power", "e5"]));
      const downs = 1 + random.below(4);
      for (let at = 0; at < downs; at += 1) await box.press("ArrowDown");
      await box.press("Enter");
      await box.press("Tab");
      return box.inputValue();
    },
  },
  {
    name: "ask for the check",
    weight: 6,
    async act({ tab }) {
      await tab.toClaim();
      const button = tab.page.locator("[data-key=ask]");
      if (!(await button.isVisible())) return undefined;
      await button.click();
      tab.isAsked = true;
      return "asked";
    },
  },
  {
    name: "mend",
    weight: 8,
    async act({ tab, random }) {
      await tab.toClaim();
      const all = tab.page.locator(
        ":is(.finding, .msg) button[data-action]:not([data-action=look-up-domain]):visible",
      );
      return press(tab, all, random);
    },
  },
  {
    name: "press anything",
    weight: 8,
    async act({ tab, random }) {
      const all = tab.page.locator(
        `#page :is(.two, .view) :is(button, summary, input[type=checkbox]):visible:not(${LEFT_ALONE})`,
      );
      if (!(await tab.page.locator(".claim, .view").count())) return undefined;
      if (await tab.page.locator("[data-key=keep-profile]").count()) return undefined;
      const pressed = await press(tab, all, random);
      await tab.toClaim();
      await tab.note();
      return pressed;
    },
  },
];

const AROUND = [
  {
    name: "language",
    weight: 5,
    async act({ tab }) {
      const menu = tab.page.locator("[data-key=language]");
      const other = (await menu.inputValue()) === "en" ? "de" : "en";
      await menu.selectOption(other);
      await expect(tab.page.locator("html")).toHaveAttribute("lang", other);
      return other;
    },
  },
  {
    name: "rules",
    weight: 5,
    async act({ tab, random }) {
      const menu = tab.page.locator("#rules");
      const chosen = random.of(["2020-06", "2023-10"]);
      await menu.selectOption(chosen);
      return chosen;
    },
  },
  {
    name: "colors",
    weight: 2,
    async act({ tab }) {
      await tab.page.locator("[data-key=theme]").click();
      return (await tab.look()).theme;
    },
  },
  {
    name: "another view",
    weight: 5,
    async act({ tab, random }) {
      const hash = random.of(VIEWS);
      await tab.page.evaluate((to) => {
        location.hash = to;
      }, hash);
      return hash || "first";
    },
  },
  {
    name: "back or forward",
    weight: 4,
    async act({ tab, random }) {
      const by = random.of([-1, -1, 1]);
      const isOwn = await tab.page.evaluate((steps) => {
        // Not out of the page.
        if (steps < 0 && navigation.currentEntry.index === 0) return false;
        history.go(steps);
        return true;
      }, by);
      return isOwn ? String(by) : undefined;
    },
  },
  {
    name: "reload",
    weight: 5,
    async act({ tab }) {
      await tab.toClaim();
      const before = await tab.look();
      const sources = tab.sourcesOf(before);
      await tab.page.reload();
      await tab.noteAgain(sources);
      await tab.toClaim();
      await expect
        .poll(async () => steadyOf(claimOf(await tab.look())))
        .toEqual(steadyOf(claimOf(before)));
      return `${sources.length} things`;
    },
  },
  {
    name: "another tab",
    weight: 3,
    async act({ world, tab, random }) {
      if (!world.hasRoom) {
        await world.closeTab(random.of(world.tabs));
        return "closed";
      }
      const { address, lang, rules, theme } = await tab.look();
      const query = new URLSearchParams(Object.entries(address).filter(([, value]) => value));
      const other = await world.openTab(`?${query}#claim`);
      const there = await other.look();
      expect([there.lang, there.rules, there.theme]).toEqual([lang, rules, theme]);
      return String(query);
    },
  },
  {
    name: "a newer version",
    weight: 1,
    async act({ world, tab }) {
      await expect(tab.page.locator(".foot")).toContainText(/offline/);
      return world.release();
    },
  },
  {
    name: "use the newer version",
    weight: 4,
    async act({ tab }) {
      const notice = tab.page.locator("[data-notice=newer] button").first();
      if (!(await notice.isVisible())) return undefined;
      await tab.toClaim();
      const before = await tab.look();
      const sources = tab.sourcesOf(before);
      const loaded = tab.page.waitForEvent("load");
      await notice.click();
      await loaded;
      await tab.noteAgain(sources);
      return before.foot.match(/\d+\.\d+\.\d+ \([\da-f]{8}\)/)?.[0];
    },
  },
];

export const ACTIONS = [...CLAIMING, ...PUTTING, ...AROUND, ...KEEPING];

/** Presses one of the buttons, and says which. */
export async function press(tab, all, random) {
  const count = await all.count();
  if (!count) return undefined;
  const one = all.nth(random.below(count));
  const name = await one.evaluate((node) =>
    [node.textContent, node.getAttribute("aria-label"), node.dataset.key].find(Boolean),
  );
  const isSayingTenant = (await one.getAttribute("data-action")) === "say-tenant";
  const before = isSayingTenant && (await tab.look());
  await one.click();
  if (before) await tab.sayTenant(before);
  return name?.trim() ?? "something";
}

function textFor(field, random) {
  if (field === "submittedOn") return random.oneIn(4) ? "" : random.of(TEXTS_OF[field]);
  return random.of(random.oneIn(4) ? ANYWHERE : TEXTS_OF[field]);
}

async function unfold(control) {
  await control.evaluate((node) => {
    const fold = node.closest("details");
    if (fold) fold.open = true;
  });
}
