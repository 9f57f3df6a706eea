// Edits of the filled form: the first messages, what an edit costs, and from a key to its painted message.
import { shuffled } from "../rounds.mjs";
import { watchKey } from "./watch.mjs";

const TENANT = "customerTenantId";
/** Pairs of edits for one look at the thread's time. */
const PAIRS = 20;
/** Keys on one page, of which the first find nothing compiled. */
const KEYS = 5;
const WARM = 3;

/** `[{ name, field, message, isShown }]`: is the message shown that everybody has to show first? */
export async function messages(place, all, wrong) {
  const seen = [];
  for (const entrant of all) {
    const { page, close } = await opened(place, entrant);
    for (const [field, text] of Object.entries(wrong)) {
      const control = page.locator(entrant.of(field)).first();
      await control.fill(text);
      await control.press("Tab");
      const { malformed: message } = place.form.fields.find(({ name }) => name === field);
      const shown = page.getByText(message).first();
      const isShown = await shown.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      seen.push({ name: entrant.name, field, message, isShown });
    }
    await close();
  }
  return seen;
}

/** `[{ name, ms }]`: what the page's thread works for one edit, in turns. */
export async function edits(place, entrants, samples) {
  const seen = [];
  for (let sample = 0; sample < Math.min(samples, 15); sample += 1)
    for (const entrant of shuffled(entrants)) {
      const { page, session, field, close } = await opened(place, entrant);
      const pairs = async (count) => {
        for (let pair = 0; pair < count; pair += 1)
          for (const key of ["Backspace", "6"]) await page.keyboard.press(key);
      };
      await session.send("Performance.enable", { timeDomain: "threadTicks" });
      const worked = async () => {
        const { metrics } = await session.send("Performance.getMetrics");
        return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
      };
      await field.focus();
      await page.keyboard.press("End");
      await pairs(WARM);
      const before = await worked();
      await pairs(PAIRS);
      seen.push({ name: entrant.name, ms: ((await worked()) - before) / (2 * PAIRS) });
      await close();
    }
  return seen;
}

/** `[{ name, slowdown, ms }]`: from the key that mends the tenant ID until its message is gone, in turns. */
export async function keys(place, entrants, slowdowns, samples) {
  const seen = [];
  const { malformed: message } = place.form.fields.find(({ name }) => name === TENANT);
  for (let done = 0; done < samples; done += KEYS)
    for (const slowdown of shuffled(slowdowns))
      for (const entrant of shuffled(entrants)) {
        const { page, session, field, close } = await opened(place, entrant);
        await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
        for (let key = -WARM; key < KEYS; key += 1) {
          await field.focus();
          await page.keyboard.press("End");
          await page.keyboard.press("Backspace");
          await field.blur();
          await page.getByText(message).first().waitFor();
          await field.focus();
          await page.keyboard.press("End");
          await page.evaluate(watchKey, [message, false]);
          await page.keyboard.press("6");
          const ms = await page.evaluate(() => globalThis.benchKey);
          if (ms === undefined) throw new Error(`${entrant.name}: the message does not go`);
          if (key >= 0) seen.push({ name: entrant.name, slowdown, ms });
        }
        await close();
      }
  return seen;
}

/** The filled form in a new profile. */
async function opened({ browser, url, form }, { path, form: view = "", isFilled, of }) {
  const context = await browser.newContext({ locale: "en", serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(`${url}${path}${isFilled ? "#filled" : view}`);
  const field = page.locator(of(TENANT)).first();
  await field.waitFor();
  if (!isFilled) await fill(page, form.filled);
  return { page, session, field, close: () => context.close() };
}

/**
 * The product's form shows its parts one after the other until all are asked for, and takes the solution
 * area from the product; what it does not show, nobody fills in.
 */
async function fill(page, filled) {
  await page.getByRole("button", { name: "Show all" }).click();
  const controls = { text: "input:visible", choice: "select:visible" };
  for (const [name, value] of Object.entries({ product: filled.product, ...filled })) {
    const field = page.locator(`[data-field=${name}]`).first();
    const answer = field.locator(
      `:is([value="${value}"], [data-key="${value}"]):is(input):visible`,
    );
    if ((await answer.count()) > 0) await answer.check();
    else if ((await field.locator(controls.choice).count()) > 0)
      await field.locator(controls.choice).first().selectOption(value);
    else if ((await field.locator(controls.text).count()) > 0)
      await field.locator(controls.text).first().fill(value);
  }
}
