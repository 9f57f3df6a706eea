// The states of all pages and elements, and the looks in which each is tried: what `npm run a11y` and
// the tests go through.

import bulk from "../../www/text/en/bulk.js";
import { person, READY, sample, TEXTS } from "./person.mjs";

const { page: words, findings, verdicts } = TEXTS.en;

export const SCHEMES = ["light", "dark", "forced"];
export const DIRECTIONS = ["ltr", "rtl"];
export const WIDTHS = [320, 1280];

/** The result's links to Partner Center, and what it was checked by. */
const UNDER_THE_EDGE =
  /^unsure: color-contrast: .*(\.hint|\.links.*|a\[rel="external"\]:nth-child\(\d\)): .* partially obscured by another element$/;

/**
 * What axe is not sure of, and somebody has looked at: of which rule, in which states, and why it is
 * no fault. Anything else counts.
 */
export const EXPLAINED = [
  {
    page: "form",
    states: ["ready", "all unfolded"],
    line: UNDER_THE_EDGE,
    why: "the result scrolls by itself, and its last lines lie under its edge",
  },
  {
    page: "form",
    states: ["ready", "all unfolded"],
    line: /^unsure: color-contrast: #bar: .* partially overlaps other elements$/,
    why: "the bar at the foot of a small window lies over the form, and has a background of its own",
  },
  {
    page: "bulk",
    states: ["a row", "unfolded"],
    line: UNDER_THE_EDGE,
    why: "the result scrolls by itself, and its last lines lie under its edge",
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
  form: {
    path: "/",
    ready: (page) => person(page).loaded(),
    states: {
      empty: () => {},
      typing: (page) => person(page).field("customerTenantId").pressSequentially("3f1c7"),
      errors: async (page) => {
        await person(page).check.click();
        await person(page).summary().waitFor();
      },
      example: async (page) => {
        await person(page).button(words.exampleNames.csp).click();
        await person(page)
          .result.getByText(findings["subscription-csp"].what.likely)
          .first()
          .waitFor();
      },
      unfolded: (page) => unfold(page),
      exports: async (page) => {
        await person(page).chooseFiles("graph-subscriptions.json", "partner-center-customers.csv");
        await page.getByRole("table", { name: words.evidence.found }).first().waitFor();
      },
      cleared: (page) => person(page).button(words.clear).click(),
      ready: async (page) => {
        const me = person(page);
        await me.answerAll(READY);
        await me.chooseFiles("openid-contoso.json");
        await me.addPartnerId(READY.partnerId);
        await me.check.click();
        await me.result.getByText(verdicts.ready.title).first().waitFor();
      },
      "all unfolded": (page) => unfold(page),
    },
  },
  bulk: {
    path: "/bulk.html",
    ready: (page) => page.getByRole("heading", { name: bulk.source.title, exact: true }).waitFor(),
    states: {
      empty: () => {},
      "not a table": (page) => take(page, "Dear Sir\nor Madam\n"),
      columns: async (page) => take(page, await sample("claims.csv")),
      checked: async (page) => {
        await page.locator(".run .actions button").click();
        await page.getByText(/^Checked: /).waitFor();
      },
      filtered: (page) =>
        page.getByRole("combobox", { name: bulk.list.severity }).selectOption("blocks"),
      "a row": async (page) => {
        await page.locator(".list-row").first().click();
        await page.locator(".row-view .verdict").waitFor();
      },
      "a row in the form": async (page) => {
        await page.getByRole("button", { name: bulk.row.correct }).click();
        await page.getByRole("button", { name: bulk.row.keep }).first().waitFor();
      },
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
    ready: (page) => person(page).button(words.common.retry).waitFor(),
    states: { "not loaded": () => {} },
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

async function take(page, text) {
  const file = { name: "claims.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel(bulk.source.choose, { exact: true }).setInputFiles(file);
  await page.locator(".layout").waitFor();
}

const element = (page, act) => page.locator("#claim").evaluate(act, READY);
