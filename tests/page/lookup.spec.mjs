// The look-up of a domain: asked first, one request with the domain and nothing else, and its answer is put in.
import { DOMAIN, expect, open, paste, sample, TENANT, test } from "./page.mjs";

const MICROSOFT = "https://login.microsoftonline.com/**";
const MAIL = `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`;
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Opens a claim, and asks for the look-up of its domain. */
async function ask(page, mail = MAIL) {
  await open(page);
  await paste(page, mail);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await page.getByText("To settle: 1").click();
  await button(page, "Look up the domain").click();
}

async function answer(page, status, body) {
  const headers = { "access-control-allow-origin": "*" };
  await page
    .context()
    .route(MICROSOFT, (route) =>
      route.fulfill({ status, headers, contentType: "application/json", body }),
    );
}

test("it asks first, and cancelling sends nothing", async ({ page, axe }) => {
  await ask(page);
  await expect(
    page.getByText(
      `${DOMAIN} goes to Microsoft (login.microsoftonline.com), and nothing else that you entered.`,
    ),
  ).toBeVisible();
  expect(await axe()).toEqual([]);
  await button(page, "Cancel").click();
  await expect(button(page, "Look up the domain")).toBeFocused();
});

test("confirmed, one request goes out, and its answer is evidence", { tag: "@firefox" }, async ({
  page,
  seen,
}) => {
  await answer(page, 200, await sample("openid-contoso.json"));
  await ask(page);
  await button(page, "Look it up").click();
  await expect(button(page, `Lookup of ${DOMAIN}`)).toBeVisible();
  const sent = seen.requests.filter((url) => url.includes("microsoftonline"));
  expect(sent.length).toBe(1);
  expect(sent[0]).toContain(DOMAIN);
  expect(sent[0]).not.toContain(TENANT);
  await page.locator("summary", { hasText: "checked" }).click();
  await expect(page.locator("[data-check=tenant-domain]")).toContainText("Fine");
  await button(page, `Remove: Lookup of ${DOMAIN}`).click();
  await expect(page.locator("[data-check=tenant-domain]")).toContainText("Open");
  seen.expect(/foreign request: https:\/\/login\.microsoftonline\.com/);
});

test("a domain of another tenant is a mismatch at once, with its mend", async ({ page, seen }) => {
  await answer(page, 200, await sample("openid-contoso.json"));
  await ask(page, `Tenant ID: 7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f\nDomain: ${DOMAIN}`);
  await button(page, "Look it up").click();
  await expect(page.locator("[data-code=tenant-domain-mismatch]")).toBeVisible();
  await page
    .getByRole("button", { name: /^Use “3f1c7a52/ })
    .first()
    .click();
  await expect(page.locator("[data-code=tenant-domain-mismatch]")).toHaveCount(0);
  seen.expect(/foreign request: https:\/\/login\.microsoftonline\.com/);
});

test("what does not come says why, and nothing is lost", async ({ page, seen }) => {
  await page.context().route(MICROSOFT, (route) => route.abort("connectionrefused"));
  await ask(page);
  await button(page, "Look it up").click();
  await expect(page.locator(".asks").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  seen.expect(/login\.microsoftonline\.com|ERR_CONNECTION_REFUSED/);
});
