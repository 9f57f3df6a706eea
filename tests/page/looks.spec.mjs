// How the page holds in narrow windows, with wide spacing, mirrored, and by what a person has asked the system for.
import { DOMAIN, expect, open, paste, TENANT, test } from "./page.mjs";

const MAIL = `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`;

/** Each view, and how it is filled. */
const VIEWS = {
  "the first screen": (page) => open(page),
  "the claim": async (page) => {
    await open(page);
    await paste(page, MAIL, page.locator("#any"));
    await page.locator("[data-key=all]").click();
    await page.locator("[data-key=ask]").click();
  },
  "the example": async (page) => {
    await open(page, "#example");
    await expect(page.locator("#verdict.is-done")).toBeVisible();
  },
  "the choice of an error": (page) => open(page, "#error"),
  "an error of the subscription": async (page) => {
    await open(page, "#error");
    await page.locator("[data-key=branch-subscription]").click();
    await page.locator("[data-key=answer-not-listed]").click();
  },
  "an error of the domain": async (page) => {
    await open(page, "#error");
    await page.locator("[data-key=branch-tenant-domain]").click();
    await page.locator("[data-key=customerTenantId]").fill(DOMAIN);
    await page.locator("[data-key=customerDomain]").fill(TENANT);
    await page.keyboard.press("Tab");
    await expect(page.locator(".finding").first()).toBeVisible();
  },
  guides: async (page) => {
    await open(page, "#guides");
    await page.locator("[data-guide=activity] input").first().check();
    await page.locator("[data-key=own-id-0]").fill("5357564");
    await page.keyboard.press("Tab");
    await expect(page.locator("[data-guide=partner-id] .finding")).toBeVisible();
  },
  "what is kept": async (page) => {
    await open(page);
    await paste(page, MAIL, page.locator("#any"));
    await page.locator("[data-key=keep]").click();
    await page.locator("[data-key=kept]").click();
    await expect(page.locator(".work li")).toHaveCount(1);
  },
};

for (const locale of ["en-US", "de-DE"])
  test.describe(locale, () => {
    test.use({ locale, viewport: { width: 320, height: 640 } });

    for (const [name, show] of Object.entries(VIEWS))
      test(`${name}: at 320 px nothing is scrolled sideways, with wide spacing neither`, async ({
        page,
        axe,
      }) => {
        await show(page);
        expect(await widerThan(page, 320)).toEqual([]);
        expect(await small(page)).toEqual([]);
        expect(await axe()).toEqual([]);
        // As people set it who need more space (WCAG 1.4.12).
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
          );
          document.adoptedStyleSheets.push(sheet);
        });
        expect(await widerThan(page, 320)).toEqual([]);
      });
  });

for (const [name, show] of Object.entries(VIEWS)) {
  test.describe(name, () => {
    test.use({ colorScheme: "dark", viewport: { width: 1280, height: 800 } });

    test(`${name}: dark, forced and mirrored, axe finds nothing`, async ({ page, axe }) => {
      await show(page);
      expect(await axe()).toEqual([]);
      await page.emulateMedia({ forcedColors: "active" });
      await frames(page);
      expect(await axe()).toEqual([]);
      await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
      await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
      await frames(page);
      expect(await axe()).toEqual([]);
      const toTheLeft = await page.locator("[data-key=theme]").boundingBox();
      expect(toTheLeft.x).toBeLessThan(640);
      for (const one of await page.locator("[data-key=customerTenantId], .mono:is(input)").all())
        expect(await one.evaluate((node) => getComputedStyle(node).direction)).toBe("ltr");
    });
  });

  test(`${name}: one title, landmarks, and headings in order`, async ({ page }) => {
    await show(page);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("main").count()).toBe(1);
    expect(await page.title()).not.toBe("");
    const levels = await page
      .locator("main :is(h1, h2, h3, h4)")
      .evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1])),
      );
    const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 1) + 1);
    expect(jumps, levels.join(" ")).toEqual([]);
  });
}

test("who asks for less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#example");
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .map(String),
  );
  expect(moving).toEqual([]);
});

/** Colors are others in the frames after they have been chosen. */
const frames = (page) =>
  page.evaluate(async () => {
    for (const _ of "123") await new Promise((done) => requestAnimationFrame(done));
  });

/** What is drawn beyond a width, and is no list that scrolls by itself. */
function widerThan(page, width) {
  return page.evaluate((most) => {
    const shown = [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility());
    const wide = shown.filter((node) => node.getBoundingClientRect().right > most + 0.5);
    return document.documentElement.scrollWidth > most
      ? wide.map((node) => node.outerHTML.slice(0, 100))
      : [];
  }, width);
}

/** What can be pressed and is smaller than 24 px, if it is no link in a text. */
function small(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("button, select, summary, input, label.btn")];
    const shown = all.filter(
      (node) => node.checkVisibility() && !node.matches(".vh, .link, label > input, .privacy > *"),
    );
    return shown
      .filter((node) => node.getBoundingClientRect().height < 24)
      .map((node) => node.outerHTML.slice(0, 100));
  });
}
