// The page in random use: whatever a person does, in whatever order, what it shows is what the library says of it.
// `npm run random` does the same for longer.
import { test as base, expect, paste } from "./page.mjs";
import { MAIL } from "./person.mjs";
import { broken } from "./random/invariants.mjs";
import { takeStep } from "./random/steps.mjs";
import { World } from "./random/world.mjs";

const SEED = 20261130;
const STEPS = 60;

// The steps say what was done.
base.use({ trace: "off" });

const test = base.extend({
  world: async ({ browser }, use) => {
    const world = await World.open(browser);
    await use(world);
    await world.close();
  },
});

test("after each of sixty random steps, the verdict is checkClaim’s, and nothing else is wrong", async ({
  world,
}) => {
  test.slow();
  for (let number = 1; number <= STEPS; number += 1) await takeStep(world, SEED, number);
});

test("a tab has loaded all of one version, and all of another one when it takes that", async ({
  world,
}) => {
  const [tab] = world.tabs;
  const [own, ...others] = tab.versions;
  expect([own.startsWith("0."), others]).toEqual([true, []]);
  const next = await world.release();
  await tab.page.reload();
  const notice = tab.page.locator("[data-notice=newer]");
  await notice.getByRole("button", { name: "Use it" }).click();
  await expect(tab.page.locator(".foot")).toContainText(next);
  expect([...tab.versions]).toEqual([next]);
});

/** What a page would do wrong, by the invariant that tells. Each runs in the page. */
const FAULTS = {
  "no error, no violation, no request to others": () => console.error("wrong"),
  "language, rules and colors are those of the address": () => {
    document.documentElement.lang = "de";
  },
  "no ID is there twice": () => {
    document.querySelector("h1").id = "main";
  },
  "what is kept is what its tab held last": () => {
    const memory = { claim: { product: "Teams" } };
    localStorage.setItem("x draft y", JSON.stringify({ memory }));
  },
  "the way to what is kept is there while something is": () => {
    document.querySelector(".foot a").dataset.key = "foot-kept";
  },
  "the verdict is that of checkClaim": () => {
    document.querySelector("#verdict-title").textContent = "File it";
  },
  "each check has its outcome, and the meter counts them": () => {
    document.querySelector("li[data-check]").className = "is-block";
  },
  "each finding is one of checkClaim’s, in the page’s language": () => {
    document.querySelector(".finding h3").textContent = "Something else.";
  },
  "a field is marked where something blocks it": () => {
    document.querySelector("[data-key=customerDomain]").setAttribute("aria-invalid", "true");
  },
};
for (const [name, fault] of Object.entries(FAULTS))
  test(`it would be told: ${name}`, async ({ world }) => {
    const [tab] = world.tabs;
    await paste(tab.page, MAIL);
    await tab.note([{ source: MAIL, about: {} }]);
    await tab.page.locator("[data-key=ask]").click();
    tab.isAsked = true;
    expect(await broken(world, tab)).toEqual([]);
    await tab.page.evaluate(fault);
    await expect.poll(async () => (await broken(world, tab)).join()).toContain(`tab 1: ${name}`);
  });
