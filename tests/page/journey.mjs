// All that the page does where nobody can be asked: as one file, and as the site without a network.
import { DOMAIN, expect, paste, ready, sampleFile, TENANT } from "./page.mjs";
import { button, fold, rail } from "./person.mjs";

const heading = (page, name) => page.getByRole("heading", { name });

/** Letter and reply, proof, a calendar file, exports, a plan, many claims, and claims that are kept. */
export async function goesThroughAll(page, address) {
  const open = async (hash) => {
    await page.goto("about:blank");
    await page.goto(address + hash);
    await ready(page);
  };
  await open("");
  await paste(page, `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`);
  await expect(heading(page, `Claim for ${DOMAIN}`)).toBeVisible();
  await fold(page, "Ask the customer").click();
  await expect(page.getByRole("textbox", { name: "Message", exact: true })).toHaveValue(/^Hello/);
  await paste(page, "1. yes\n2. no", page.getByLabel("Paste the reply"));
  await expect(rail(page).getByText("1 answer is in the claim.")).toBeVisible();
  await button(page, "Keep on this device").click();
  await expect(page.getByText(/^Kept in this browser until /)).toBeVisible();

  await open("#example");
  await expect(page.locator("#verdict-title")).toHaveText("File it");
  await fold(page, "What happens next").click();
  const coming = page.waitForEvent("download");
  await button(page, "Add to calendar").click();
  expect((await coming).suggestedFilename()).toMatch(/\.ics$/);

  await open("#kept");
  await button(page, DOMAIN).click();
  await expect(heading(page, `Claim for ${DOMAIN}`)).toBeVisible();

  await open("#plan");
  await page
    .getByLabel("Choose files")
    .setInputFiles([
      sampleFile("graph-subscriptions.json"),
      sampleFile("graph-subscribed-skus.json"),
    ]);
  await expect(page.locator("#plan-title")).toHaveText(/^\d+ possible claims?$/);

  await open("#many");
  await button(page, "Try 200 claims").click();
  await expect(page.locator("#many-title")).toHaveText("Fix 19 of 200 claims first");
  await button(page, "Apply to all 5: Correct “Partner ID”").click();
  await expect(page.locator("#many-title")).toHaveText("Fix 14 of 200 claims first");
}
