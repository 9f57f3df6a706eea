// What everybody needs to be able to use the page, in all its states.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { usePage } from "./harness.mjs";
import { eventually, person, READY, TENANT, TEXTS } from "./person.mjs";

const open = usePage();
const { page: words, verdicts, fields } = TEXTS.en;
const LOOKS = [
  ["light", "ltr"],
  ["light", "rtl"],
  ["dark", "ltr"],
  ["dark", "rtl"],
];

let opened;
let page;
let me;

before(async () => {
  // Tall enough that nothing lies under the edge of a part that scrolls: axe cannot see it there.
  opened = await open({ reducedMotion: "reduce", viewport: { width: 1280, height: 6000 } });
  ({ page } = opened);
  me = person(page);
  await me.loaded();
});

/** The page's states, each reached from the one before. */
const STATES = {
  empty: async () => {},
  typing: async () => {
    await me.field("customerTenantId").pressSequentially(TENANT.slice(0, 9));
  },
  errors: async () => {
    await me.check.click();
    assert.ok(await me.summary().isVisible());
  },
  outcome: async () => {
    await me.button(words.exampleNames.csp).click();
    await me.result.getByText(TEXTS.en.findings["subscription-csp"].what.likely).waitFor();
    await unfold();
  },
  ready: async () => {
    await me.button(words.clear).click();
    await me.answerAll(READY);
    await me.chooseFiles("openid-contoso.json");
    await me.addPartnerId(READY.partnerId);
    await me.check.click();
    await eventually(me.verdict, (title) => title === verdicts.ready.title);
    assert.equal(await me.verdict(), verdicts.ready.title);
    await unfold();
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing: ${state}`, async () => {
    await reach();
    await inAllLooks(opened);
  });
}

test("axe finds nothing: the checks could not be loaded", async () => {
  const failed = await open({
    viewport: { width: 1280, height: 6000 },
    reducedMotion: "reduce",
    prepare: (fresh) => fresh.route("**/*.wasm", (route) => route.abort()),
  });
  await person(failed.page).button(words.common.retry).waitFor();
  await inAllLooks(failed);
  await failed.close();
});

test("axe finds nothing: in German, on a phone", async () => {
  const phone = await open({ locale: "de-AT", viewport: { width: 360, height: 740 } });
  await person(phone.page, "de").loaded();
  // What lies under the bar at the foot of the window comes out from there by scrolling.
  assert.deepEqual(await phone.axe({ known: [/^unsure: .*obscured/] }), []);
  await phone.close();
});

test("in forced colours, nothing is lost: choices, states, focus", async () => {
  await page.mouse.move(0, 0);
  await page.emulateMedia({ forcedColors: "active" });
  // axe reads the text's fill colour, which Chromium reports as it was before it was forced.
  assert.deepEqual(await opened.axe({ known: [/color-contrast: \.main:/] }), []);
  const main = await me.check.evaluate((node) => {
    const { color, backgroundColor, borderTopStyle } = getComputedStyle(node);
    return { color, backgroundColor, borderTopStyle };
  });
  assert.notEqual(main.color, main.backgroundColor);
  assert.equal(main.borderTopStyle, "solid");
  await me.field("partnerId").fill("abc");
  await page.keyboard.press("Tab");
  const { borderTopStyle, borderTopWidth } = await me
    .field("partnerId")
    .evaluate((node) => getComputedStyle(node));
  assert.deepEqual([borderTopStyle, borderTopWidth], ["solid", "2px"]);
  await page.emulateMedia({ forcedColors: "none" });
});

test("errors have a sign and words beside their colour", async () => {
  const sign = await me.field("partnerId").evaluate((node) => {
    const [error] = node.getAttribute("aria-describedby").split(" ");
    return getComputedStyle(document.getElementById(error), "::before").content;
  });
  assert.match(sign, /!/);
  await me.answer("partnerId", READY.partnerId);
});

test("whatever can be pressed is large enough, on a desk and on a phone", async () => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(viewport);
    const small = await targets((width, height) => width < 24 || height < 24);
    assert.deepEqual(small, [], `${viewport.width} px`);
  }
  for (const name of [words.form.check, words.clear, words.common.copy, words.result.download]) {
    const { height } = await me.button(name).last().boundingBox();
    assert.ok(height >= 44, `${name}: ${height}`);
  }
});

test("at 320 px nothing has to be scrolled sideways, with wide spacing of text neither", async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  await me.button(words.exampleNames.csp).click();
  await me.result.getByText(TEXTS.en.findings["subscription-csp"].what.likely).waitFor();
  await unfold();
  assert.deepEqual(await beyondEdge(), []);
  const clippedBefore = await clipped();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(await beyondEdge(), []);
  assert.deepEqual(await clipped(), clippedBefore);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("right to left, the page is mirrored; IDs and domains are not", async () => {
  const x = async (locator) => (await locator.boundingBox()).x;
  const before = await x(me.result);
  await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  assert.ok((await x(me.result)) < before, "the result changes sides");
  for (const name of ["customerTenantId", "customerDomain", "subscriptionId", "partnerId"]) {
    const direction = await me.field(name).evaluate((node) => getComputedStyle(node).direction);
    assert.equal(direction, "ltr", name);
  }
  await me.answer("customerDomain", "https://contoso.com/");
  const read = page.getByText("contoso.com", { exact: true }).first();
  assert.equal(await read.evaluate((node) => getComputedStyle(node).direction), "ltr");
  await page.evaluate(() => document.documentElement.removeAttribute("dir"));
});

test("who asks for less motion gets none", async () => {
  const moving = () =>
    page.evaluate(() => {
      const lasting = (text) => text.split(", ").some((time) => Number.parseFloat(time) > 0);
      return [...document.querySelectorAll("*")].flatMap((node) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(node);
        const moves = lasting(transitionDuration) || lasting(animationDuration);
        return moves || scrollBehavior === "smooth" ? [node.outerHTML.slice(0, 80)] : [];
      });
    });
  assert.deepEqual(await moving(), []);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  assert.ok((await moving()).length > 0, "the test sees motion where there is some");
});

test("the page has one title, landmarks and headings in order", async () => {
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("banner").count(), 1);
  const levels = await page
    .getByRole("heading")
    .evaluateAll((all) => all.map((node) => Number(node.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  assert.ok(
    levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1),
    levels.join(),
  );
  assert.equal(await me.field("activity").getByRole("radio").count(), 3);
  assert.ok(await page.getByRole("radiogroup", { name: fields.activity.label }).isVisible());
});

test("all the while, nothing complained", () => assert.deepEqual(opened.problems(), []));

async function inAllLooks({ page: shown, axe }) {
  const told = [];
  for (const [colorScheme, dir] of LOOKS) {
    await shown.emulateMedia({ colorScheme });
    await shown.evaluate((value) => document.documentElement.setAttribute("dir", value), dir);
    for (const line of await axe()) told.push(`${colorScheme} ${dir}: ${line}`);
  }
  await shown.emulateMedia({ colorScheme: "light" });
  await shown.evaluate(() => document.documentElement.removeAttribute("dir"));
  assert.deepEqual(told, []);
}

/** Opens everything that can be unfolded. */
async function unfold() {
  await page.evaluate(() => {
    for (const node of document.querySelectorAll("details")) node.open = true;
  });
}

/** What can be pressed and has a size that `fault` finds fault with. A link inside a sentence may be small. */
async function targets(fault) {
  const all = await page.evaluate(() => {
    const pressed = "a[href], button, select, textarea, summary, input:not([type=file])";
    return [...document.querySelectorAll(pressed)]
      .filter((node) => node.checkVisibility())
      .map((node) => {
        const whole = node.type === "radio" ? node.closest("label") : node;
        const { width, height } = whole.getBoundingClientRect();
        return [whole.textContent.trim().slice(0, 40), width, height];
      });
  });
  return all.filter(([, width, height]) => fault(width, height));
}

/** What is wider than the window. */
function beyondEdge() {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
    const inner = [...document.querySelectorAll("main *, header *")].filter((node) => {
      const { right, width } = node.getBoundingClientRect();
      return node.checkVisibility() && width > 1 && right > innerWidth + 1;
    });
    return [...wide, ...inner.map((node) => node.outerHTML.slice(0, 80))];
  });
}

/** Texts that are cut off by the box they stand in. */
function clipped() {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, label, summary, h1, h2, h3, p, li, td")]
      .filter((node) => {
        const { overflow } = getComputedStyle(node);
        const cut =
          node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1;
        return overflow !== "visible" && node.clientWidth > 1 && cut;
      })
      .map((node) => node.textContent.slice(0, 60)),
  );
}
