// The two interviews beside the form: which activity, and which of the own IDs.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { usePage } from "./harness.mjs";
import { eventually, person, TEXTS } from "./person.mjs";

const open = usePage();
const { page: words, advice, fields, findings, names, options, questions, severities } = TEXTS.en;
const {
  solutionArea: AREA,
  purchaseChannel: CHANNEL,
  contribution: CONTRIBUTION,
  seeksPayment: PAYMENT,
} = questions.activity;

/** Answers, and the one activity that the rules have for them; none where there is no such one. */
const INTERVIEWS = [
  ["microsoft-365", null, "drives-usage", "yes", "usage"],
  ["microsoft-365", null, "influenced-purchase", "yes", null],
  ["business-applications", "volume-licensing", "influenced-purchase", "yes", "presales"],
  ["business-applications", "web-direct", "drives-usage", "no", "usage"],
  ["business-applications", "web-direct", "business-influencer", "no", "revenue-association"],
  ["business-applications", "csp", "influenced-purchase", "yes", null],
  ["business-applications", "other", "drives-usage", "yes", null],
];

let page;
let problems;
let me;

before(async () => {
  ({ page, problems } = await open());
  me = person(page);
  await me.loaded();
});

afterEach(() => me.button(words.clear).click());

for (const [area, channel, contribution, payment, expected] of INTERVIEWS) {
  const name = [area, channel, contribution, payment].filter(Boolean).join(", ");
  test(`which activity: ${name}: ${expected ?? "none"}`, async () => {
    const guide = await me.guide(words.activityGuide.title);
    await interview(guide, [
      [AREA, area],
      [CHANNEL, channel],
      [CONTRIBUTION, contribution],
      [PAYMENT, payment],
    ]);
    const fits = await fitting(guide);
    assert.deepEqual(fits, expected ? [options.activity[expected]] : []);
    for (const item of await guide.getByRole("list").first().getByRole("listitem").all()) {
      assert.notEqual((await item.textContent()).trim(), "", "every rank has its reasons");
    }
    if (!expected) return;
    await useActivity(guide, expected).click();
    const chosen = me.field("activity").getByRole("radio", { checked: true });
    assert.equal(await chosen.getAttribute("value"), expected);
    assert.ok(await chosen.evaluate((node) => node === document.activeElement));
    const taken = me.field("solutionArea").getByRole("radio", { checked: true });
    assert.equal(await taken.getAttribute("value"), area, "the answers go into the form, too");
    const told = (await me.findings()).filter((text) => text.startsWith(severities.blocks));
    assert.deepEqual(told, [], "the activity it names is never one that the check refuses");
  });
}

test("which activity: the guide starts from what the form already says", async () => {
  await me.answer("solutionArea", "microsoft-365");
  const guide = await me.guide(words.activityGuide.title);
  const known = asked(guide, AREA).getByRole("radio", { checked: true });
  assert.equal(await known.getAttribute("value"), "microsoft-365");
  assert.ok(await asked(guide, CONTRIBUTION).isVisible(), "and asks on from there");
  assert.ok(
    !(await asked(guide, CHANNEL).isVisible()),
    "not what Microsoft 365 does not depend on",
  );
  for (const activity of ["presales", "revenue-association"]) {
    assert.equal(await useActivity(guide, activity).count(), 0, `${activity} is not offered`);
  }
});

test("which activity: a changed answer changes the advice", async () => {
  const guide = await me.guide(words.activityGuide.title);
  await interview(guide, [
    [AREA, "business-applications"],
    [CHANNEL, "volume-licensing"],
    [CONTRIBUTION, "influenced-purchase"],
  ]);
  assert.ok((await useActivity(guide, "presales").count()) > 0);
  await reply(guide, CHANNEL, "csp");
  assert.equal(await useActivity(guide, "presales").count(), 0);
  const reason = advice.activity["channel-not-eligible"]
    .replace("{activity}", names.activity.presales)
    .replace("{channel}", options.purchaseChannel.csp);
  assert.ok(await guide.getByText(reason, { exact: true }).isVisible(), "and says why");
});

test("which ID: from what is not known yet of the ID, a link leads here", async () => {
  await me.answer("partnerId", "5357564");
  const finding = me.result.locator('[data-code="partner-id-unverified"]');
  await finding.getByRole("link", { name: words.partnerGuide.title }).click();
  await me.button(words.partnerGuide.add).waitFor();
  const focused = page.locator("summary:focus");
  assert.equal(await focused.innerText(), words.partnerGuide.title);
  await focused.click();
});

test("which ID: the location's that is enrolled, and it goes into the form", async () => {
  const guide = await me.guide(words.partnerGuide.title);
  await ownId(guide, 0, { id: "1234566", kind: "global-account", enrolled: "yes" });
  await me.button(words.partnerGuide.add).click();
  await ownId(guide, 1, { id: "5357564", kind: "location", enrolled: "yes" });
  await me.button(words.partnerGuide.add).click();
  await ownId(guide, 2, { id: "7654321", kind: "location", enrolled: "no" });
  assert.equal((await fitting(guide))[0], "5357564");
  assert.equal(await useId(guide, "1234566").count(), 0, "the global account's is not offered");
  await useId(guide, "5357564").click();
  assert.equal(await me.field("partnerId").inputValue(), "5357564");
  assert.ok(await me.field("partnerId").evaluate((node) => node === document.activeElement));
  assert.deepEqual(await me.findings(), [], "the check knows of it what the guide does");
});

test("which ID: what is said there counts in the check, whichever ID is claimed", async () => {
  const guide = await me.guide(words.partnerGuide.title);
  await ownId(guide, 0, { id: "1234566", kind: "global-account", enrolled: "no" });
  await me.answer("partnerId", "1234566");
  const expected = ["partner-id-global-account", "partner-id-not-enrolled"].map(
    (code) => `${severities.blocks}: ${findings[code].what}`,
  );
  assert.deepEqual((await me.findings()).toSorted(), expected.toSorted());
});

test("which ID: a FastTrack ID is for FastTrack work alone", async () => {
  const guide = await me.guide(words.partnerGuide.title);
  await ownId(guide, 0, {
    id: "7654321",
    kind: "location",
    enrolled: "yes",
    type: "FRP FastTrack",
  });
  await reply(guide, questions.partnerId.fastTrack, "no");
  assert.deepEqual(await fitting(guide), []);
  await reply(guide, questions.partnerId.fastTrack, "yes");
  assert.deepEqual(await fitting(guide), ["7654321"]);
});

test("which ID: a row can be taken away again", async () => {
  const guide = await me.guide(words.partnerGuide.title);
  await ownId(guide, 0, { id: "5357564", kind: "location", enrolled: "yes" });
  await me.button(words.partnerGuide.add).click();
  await ownId(guide, 1, { id: "7654321", kind: "location", enrolled: "yes" });
  assert.equal((await fitting(guide)).length, 2);
  await me.button(`${words.common.remove}: ${words.partnerGuide.id} 2`).click();
  assert.deepEqual(await fitting(guide), ["5357564"]);
  assert.equal(fields.partnerId.shortLabel, words.partnerGuide.id);
});

test("all the while, nothing complained", () => assert.deepEqual(problems(), []));

const asked = (guide, question) =>
  guide.getByRole("radiogroup", { name: question.text, exact: true });

const reply = (guide, question, value) =>
  asked(guide, question).getByRole("radio", { name: question.options[value], exact: true }).check();

/** Answers what is asked, in the order in which it is asked, as long as there is an answer. */
async function interview(guide, answers) {
  const open = [...answers];
  for (;;) {
    const shown = await Promise.all(open.map(([question]) => asked(guide, question).isVisible()));
    const place = shown.indexOf(true);
    if (place < 0) return;
    const [[question, value]] = open.splice(place, 1);
    if (value) await reply(guide, question, value);
  }
}

const useActivity = (guide, activity) =>
  guide.getByRole("button", { name: `${words.activityGuide.use}: ${options.activity[activity]}` });

const useId = (guide, id) =>
  guide.getByRole("button", { name: `${words.partnerGuide.use}: ${id}` });

/** Names of what the guide says fits, best first. */
async function fitting(guide) {
  const { ranking, fits } = words.common;
  await eventually(() => guide.getByRole("heading", { name: ranking }).count(), Boolean);
  const badges = guide.getByText(fits.fits, { exact: true });
  const heads = await badges.evaluateAll((all) =>
    all.map((badge) => badge.parentElement.firstElementChild.textContent),
  );
  return heads;
}

async function ownId(guide, place, { id, kind, enrolled, type = "" }) {
  const {
    id: label,
    kind: kindLabel,
    kinds,
    enrolled: enrolledLabel,
    enrolments,
  } = words.partnerGuide;
  const row = guide.getByRole("group", { name: `${label} ${place + 1}`, exact: true });
  await row.getByRole("textbox", { name: label, exact: true }).fill(id);
  await page.keyboard.press("Tab");
  await row.getByLabel(kindLabel, { exact: true }).selectOption({ label: kinds[kind] });
  await row
    .getByLabel(enrolledLabel, { exact: true })
    .selectOption({ label: enrolments[enrolled] });
  await row.getByLabel(words.partnerGuide.type).fill(type);
  await page.keyboard.press("Tab");
}
