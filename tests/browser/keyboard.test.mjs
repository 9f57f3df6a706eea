// The whole way by keyboard alone: no pointer, no focus by script.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { usePage } from "./harness.mjs";
import { eventually, person, sample, subscription, TENANT, TEXTS } from "./person.mjs";

const open = usePage();
const { page: words, fields, findings, names, options, questions, verdicts } = TEXTS.en;

let page;
let problems;
let me;

before(async () => {
  ({ page, problems } = await open({
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width: 360, height: 640 },
  }));
  me = person(page);
  await me.loaded();
});

test("the first steps are the page's own tools", async () => {
  await press("Tab");
  assert.equal((await focus()).name, words.language);
  await press("Tab");
  assert.equal((await focus()).name, words.dark);
});

test("the form can be filled in", async () => {
  await choose("userRole", "incentives-admin");
  await type("customerTenantId", "contoso.com");
  await type("customerDomain", "contoso");
  await choose("solutionArea", "microsoft-365");
  await choose("activity", "presales");
  await type("product", "Teams");
  assert.deepEqual(await me.errors(), ["customerTenantId"]);
  assert.ok((await me.findings()).some((text) => text.includes(names.activity.presales)));
});

test("Enter in a text field checks the claim, and the focus is on the summary", async () => {
  await press("Enter");
  assert.equal((await focus()).name, "There are 2 problems in the form");
  assert.ok(!(await focus()).hidden);
});

test("a link of the summary leads to its field by Enter", async () => {
  await press("Tab");
  assert.equal((await focus()).name, said("tenant-id-wrong-kind").replace("{kind}", "a domain"));
  await press("Enter");
  assert.equal((await focus()).name, fields.customerTenantId.label);
  await press("ControlOrMeta+A");
  await page.keyboard.type(TENANT);
  await press("Tab");
  assert.deepEqual(await me.errors(), ["partnerId"]);
});

test("the guide to the activity answers, fills in and gives the focus back", async () => {
  await tabTo(words.activityGuide.title);
  await press("Enter");
  await tabTo(questions.activity.solutionArea.options["microsoft-365"]);
  await tabTo(questions.activity.contribution.options["influenced-purchase"]);
  await press("Space");
  await press("ArrowDown");
  const use = `${words.activityGuide.use}: ${options.activity.usage}`;
  await tabTo(use);
  await press("Enter");
  assert.equal(
    (await focus()).name,
    "Use or consume (until 2023: Usage)",
    "as it is called in its area",
  );
  assert.deepEqual(await me.errors(), ["partnerId"]);
});

test("an export can be pasted, and a subscription of it used", async () => {
  const text = await sample("graph-subscriptions.json");
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await tabTo(words.evidence.paste);
  await press("ControlOrMeta+V");
  await page.getByText("6 rows", { exact: true }).waitFor();
  const use = words.evidence.useThis.replace("{id}", "5a01");
  await tabTo(use);
  await press("Space");
  assert.equal(await me.field("subscriptionId").inputValue(), subscription(1));
  assert.equal((await focus()).name, use, "the focus stays where the person is");
});

test("the guide to the own ID answers by Enter without a check", async () => {
  await tabTo(words.partnerGuide.title);
  await press("Enter");
  await tabTo(words.partnerGuide.id);
  await page.keyboard.type("5357564");
  await press("Enter");
  assert.equal((await focus()).name, words.partnerGuide.id, "no check, no jump");
  await tabTo(words.partnerGuide.kind);
  await page.keyboard.type(words.partnerGuide.kinds.location);
  await tabTo(words.partnerGuide.enrolled);
  await page.keyboard.type(words.partnerGuide.enrolments.yes);
  await tabTo(`${words.partnerGuide.use}: 5357564`);
  await press("Enter");
  assert.equal((await focus()).name, fields.partnerId.label);
  assert.equal(await me.field("partnerId").inputValue(), "5357564");
  assert.deepEqual(await me.errors(), []);
});

test("the second check has a verdict, and the way on leads through the result", async () => {
  await tabTo(words.form.check);
  await press("Enter");
  assert.equal(await me.summary().count(), 0);
  await eventually(me.verdict, (title) => title === verdicts.confirm.title);
  assert.equal(await me.verdict(), verdicts.confirm.title);
  await tabTo(words.result.timeline);
  await press("Enter");
  assert.ok(await me.result.getByText(TEXTS.en.timeline.review.label).isVisible());
  await tabTo(words.result.download);
});

for (const viewport of [
  { width: 360, height: 640 },
  { width: 1280, height: 720 },
]) {
  test(`at ${viewport.width} px, the focus is always in sight, ringed, and goes on`, async () => {
    await page.setViewportSize(viewport);
    await page.reload();
    await me.loaded();
    const faults = [];
    const names = [];
    let lastTop = 0;
    for (let i = 0; i < 200; i += 1) {
      await press("Tab");
      const stop = await focus();
      if (!stop) break;
      names.push(stop.name);
      if (stop.hidden) faults.push(`hidden: ${stop.name}`);
      if (!stop.ring) faults.push(`no ring: ${stop.name}: ${stop.ringed}`);
      if (stop.inForm && stop.top < lastTop - 1) faults.push(`goes up: ${stop.name}`);
      if (stop.inForm) lastTop = stop.top;
    }
    assert.deepEqual(faults, []);
    assert.ok(names.length > 20 && names.length < 200, `${names.length} stops`);
    for (const { label } of [fields.customerTenantId, fields.product, fields.submittedOn]) {
      assert.ok(names.includes(label), label);
    }
    assert.ok(names.includes(words.result.download), "through to the end of the page");
    await press("Shift+Tab");
    const back = [];
    for (let i = 0; i < 5; i += 1) {
      back.push((await focus())?.name);
      await press("Shift+Tab");
    }
    assert.ok(back.includes(words.result.download), `and back: ${back}`);
  });
}

test("all the while, nothing complained", () => assert.deepEqual(problems(), []));

const press = (keys) => page.keyboard.press(keys);

const said = (code) => findings[code].what;

/** Goes on by Tab until a control has the name. */
async function tabTo(name) {
  const seen = [];
  for (let i = 0; i < 120; i += 1) {
    const stop = await focus();
    if (stop?.name === name) return;
    seen.push(stop?.name);
    await press("Tab");
  }
  assert.fail(`no way to “${name}” by Tab, only to ${seen.join(" · ")}`);
}

async function choose(name, value) {
  const labels = options[name];
  await tabTo(Object.values(labels)[0]);
  await press("Space");
  for (let i = Object.keys(labels).indexOf(value); i > 0; i -= 1) await press("ArrowDown");
  const chosen = me.field(name).getByRole("radio", { checked: true });
  assert.equal(await chosen.getAttribute("value"), value);
}

async function type(name, text) {
  await tabTo(fields[name].label);
  await page.keyboard.type(text);
}

/** Where the keyboard is: the name, whether something hides it, whether it has a ring; nothing at the page's end. */
function focus() {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const labelled = document.getElementById(node.getAttribute("aria-labelledby"));
    const label = node.labels?.[0];
    const parts = [...(label?.childNodes ?? [])].filter((part) => !part.contains(node));
    const text = parts.map((part) => part.textContent).join("");
    const name =
      node.getAttribute("aria-label") ?? labelled?.textContent ?? (text || node.textContent);
    // A file input shows itself as its label.
    const shown = node.type === "file" ? label : node;
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const at = document.elementFromPoint(
      middle(left, right, innerWidth),
      middle(top, bottom, innerHeight),
    );
    const inside = top < innerHeight && bottom > 0;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
    const wide = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    // On the calendar sign inside a date field, the browser draws a ring of its own.
    const foreign = node.type === "date" && !node.matches(":focus-visible");
    return {
      name: name.trim(),
      hidden: !inside || !at || !(shown.contains(at) || label?.contains(at) || at.contains(shown)),
      ring: foreign || (wide && contrast(outlineColor, ground(shown)) >= 3),
      ringed: `${outlineStyle} ${outlineWidth} ${outlineColor} on ${ground(shown)}`,
      inForm: Boolean(node.closest("form")),
      top: top + scrollY,
    };

    /** The first colour behind the ring: of the element itself where the ring is drawn inside it. */
    function ground(from) {
      const inner = Number.parseFloat(getComputedStyle(from).outlineOffset) < 0;
      for (let behind = inner ? from : from.parentElement; behind; behind = behind.parentElement) {
        const { backgroundColor } = getComputedStyle(behind);
        if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    }

    function contrast(one, other) {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    }

    function luminance(color) {
      const parts = color.match(/[\d.]+/g).slice(0, 3);
      const [r, g, b] = parts.map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
  });
}
