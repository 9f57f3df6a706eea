// The states of all pages and elements, and the looks in which each is tried: what `npm run a11y` and
// the tests go through.

import { READY } from "./person.mjs";

export const SCHEMES = ["light", "dark", "forced"];
export const DIRECTIONS = ["ltr", "rtl"];
export const WIDTHS = [320, 1280];

/**
 * What axe is not sure of, and somebody has looked at: of which rule, in which states, and why it is
 * no fault. Anything else counts.
 */
export const EXPLAINED = [
  {
    page: "page",
    states: ["the plan", "unfolded"],
    line: /^unsure: color-contrast: .* (partially obscured|overlapped) by another element$|partially overlaps other elements$/,
    why: "the bar at the foot of the window and the sheet of one claim lie over the page, which scrolls, and have a background of their own",
  },
  {
    page: "elements",
    states: ["unfolded"],
    line: /^unsure: color-contrast: li:nth-child\(\d+\) > code: .* partially obscured by another element$/,
    why: "the list of events scrolls, and its lines lie under its edge",
  },
  {
    page: "elements",
    states: ["empty", "german", "unfolded"],
    line: /^unsure: color-contrast: .* partially (obscured by another element|overlaps other elements)$/,
    why: "the bar of events at the foot of the window lies over the page, which scrolls, and has a background of its own",
  },
];

/** Each page with its states, each reached from the one before. */
export const PAGES = {
  page: {
    path: "/",
    ready: (page) => page.locator("html[data-state=ready]").waitFor({ state: "attached" }),
    states: {
      first: () => {},
      "an empty claim": (page) => page.locator("[data-key=door-steps]").click(),
      typing: (page) => page.locator("[data-key=customerTenantId]").pressSequentially("3f1c7"),
      asked: (page) => page.locator("[data-key=ask]").click(),
      "all shown": (page) => page.locator("[data-key=all]").click(),
      "a link": (page) => page.locator("[data-key=link]").click(),
      kept: async (page) => {
        await page.locator("[data-key=keep]").click();
        await page.locator("[data-key=kept]").click();
        await page.locator(".work li").waitFor();
      },
      "an error": (page) => visit(page, "#error", ".doors"),
      "an error of the tenant": async (page) => {
        await page.locator("[data-key=branch-tenant-domain]").click();
        await page.locator(".finding").first().waitFor();
      },
      "an error of the subscription": async (page) => {
        await page.locator("[data-key=another]").click();
        await page.locator("[data-key=branch-subscription]").click();
        await page.locator(".answer").first().waitFor();
      },
      answered: (page) => page.locator("[data-key=answer-not-listed]").click(),
      guides: async (page) => {
        await visit(page, "#guides", "[data-guide]");
        await page.locator("[data-guide=activity] input").first().check();
      },
      "the example": async (page) => {
        await visit(page, "#example", "#verdict.is-done");
      },
      "many claims": (page) => visit(page, "#many", "main h1"),
      "the plan": (page) => visit(page, "#plan", "main h1"),
      unfolded: (page) => unfold(page),
    },
  },
  elements: {
    path: "/embed.html",
    ready: (page) => element(page, (node) => node.whenReady()),
    states: {
      empty: () => {},
      errors: (page) => element(page, (node) => node.reportValidity()),
      filled: (page) =>
        element(page, async (node, claim) => {
          node.value = claim;
          await node.whenReady();
        }),
      wrong: (page) =>
        element(page, async (node) => {
          node.value = { ...node.value, partnerId: "abc", customerDomain: "a..b" };
          node.reportValidity();
        }),
      disabled: (page) =>
        element(page, (node) => {
          node.disabled = true;
        }),
      "read only": (page) =>
        element(page, (node) => {
          node.disabled = false;
          node.readOnly = true;
        }),
      german: async (page) => {
        await element(page, (node) => {
          node.readOnly = false;
        });
        await page.getByLabel("Language of the elements").selectOption("de");
        await element(page, (node) => node.whenReady());
      },
      unfolded: (page) => unfold(page),
    },
  },
  failed: {
    path: "/",
    prepare: (page) => page.route("**/*.wasm", (route) => route.abort()),
    ready: (page) => page.locator("[data-state=failed-checks]").waitFor({ state: "attached" }),
    states: { "not loaded": (page) => page.locator("[data-key=door-steps]").click() },
  },
};

/** Shows a page in one of the looks. */
export async function look(page, { scheme, direction, width }) {
  await page.setViewportSize({ width, height: 900 });
  const forced = scheme === "forced";
  await page.emulateMedia({
    ...{ colorScheme: forced ? "light" : scheme, forcedColors: forced ? "active" : "none" },
    reducedMotion: "reduce",
  });
  await page.evaluate((dir) => document.documentElement.setAttribute("dir", dir), direction);
  await page.mouse.move(0, 0);
  // What follows the page's size is drawn in the frame after the one in which it is told.
  await page.evaluate(async () => {
    for (const _ of "123") await new Promise((done) => requestAnimationFrame(done));
  });
}

/**
 * Goes through a page's states, in every look each; `visit(state)` comes once for each state. Answers
 * with what axe finds, one line each, how many times it has looked, and which of `EXPLAINED` it met.
 */
export async function walk(open, name, looks, visit = () => {}) {
  const { path, prepare, ready, states } = PAGES[name];
  const opened = await open({ path, prepare, viewport: { width: 1280, height: 900 } });
  const { page, axe, close } = opened;
  await ready(page);
  const found = [];
  const met = new Set();
  let count = 0;
  for (const [state, reach] of Object.entries(states)) {
    await look(page, { scheme: "light", direction: "ltr", width: 1280 });
    await reach(page);
    await visit(state, page);
    for (const one of looks(state)) {
      await look(page, one);
      const { scheme, direction, width } = one;
      for (const line of await axe()) {
        const explained = explanation(name, state, line);
        if (explained) met.add(explained);
        else found.push(`${name}, ${state}, ${scheme} ${direction} ${width}: ${line}`);
      }
      count += 1;
    }
  }
  await close();
  return { found, count, met };
}

const explanation = (name, state, text) =>
  EXPLAINED.find(
    ({ page, states, line }) => page === name && states.includes(state) && line.test(text),
  );

/** Every look there is. */
export const ALL_LOOKS = SCHEMES.flatMap((scheme) =>
  DIRECTIONS.flatMap((direction) => WIDTHS.map((width) => ({ scheme, direction, width }))),
);

/** Goes to a view of the page. */
async function visit(page, hash, shown) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator(shown).first().waitFor();
}

/** Opens everything that can be unfolded. */
function unfold(page) {
  return page.evaluate(() => {
    const within = (root) => {
      for (const node of root.querySelectorAll("details")) node.open = true;
      for (const node of root.querySelectorAll("*")) if (node.shadowRoot) within(node.shadowRoot);
    };
    within(document);
  });
}

const element = (page, act) => page.locator("#claim").evaluate(act, READY);
