// What a partner enters is confidential: it stays in the page, and it stays text.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { usePage } from "./harness.mjs";
import { drop, person, READY, sample, subscription, TENANT, TEXTS } from "./person.mjs";

const open = usePage();
const { page: words, fields, options } = TEXTS.en;

const ATTACKS = [
  '<img src=x onerror="window.attacked=1">',
  "<script>window.attacked=1</script>",
  "javascript:window.attacked=1",
  '"><svg onload=window.attacked=1>',
  "{{constructor.constructor('window.attacked=1')()}}",
  "constructor",
  "__proto__",
];

let page;
let problems;
let requests;
let origin;
let me;

before(async () => {
  ({ page, problems, requests, origin } = await open({
    permissions: ["clipboard-read", "clipboard-write"],
  }));
  me = person(page);
  await me.loaded();
});

test("a whole check asks nobody but the page's own server, and tells it nothing", async () => {
  await journey(me, async () => {
    await me.button(words.lookUp.button).click();
    await me.button(words.lookUp.no).click();
    await me.button(words.lookUp.button).click();
  });
  assert.ok(requests.length > 0);
  assert.deepEqual(foreign(requests, origin), []);
  tellNothing(requests);
});

test("with a look-up that was confirmed, Microsoft is told the domain, once, and nothing else", async () => {
  const answer = await sample("openid-contoso.json");
  const host = "https://login.microsoftonline.com/";
  const asked = [];
  const other = await open({
    permissions: ["clipboard-read", "clipboard-write"],
    prepare: async (fresh) => {
      await fresh.context().addCookies([{ name: "session", value: "secret", url: host }]);
      await fresh.route(`${host}**`, (route) => {
        asked.push(route.request());
        const headers = { "access-control-allow-origin": "*" };
        return route.fulfill({ contentType: "application/json", headers, body: answer });
      });
    },
  });
  const someone = person(other.page);
  await someone.loaded();
  await journey(someone, async () => {
    await someone.button(words.lookUp.button).click();
    await someone.button(words.lookUp.yes).click();
    await other.page.getByText(words.lookUp.fits).waitFor();
  });
  const url = `${host}contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration`;
  assert.deepEqual(foreign(other.requests, other.origin), [url]);
  tellNothing(other.requests.filter((request) => request !== url));
  assert.equal(asked.length, 1);
  assert.equal(asked[0].method(), "GET");
  assert.equal(asked[0].postData(), null);
  const headers = await asked[0].allHeaders();
  assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  assert.doesNotMatch(JSON.stringify(headers), SECRETS);
  assert.deepEqual(other.problems(), [`foreign request: ${url}`]);
  await other.close();
});

test("while the page is open, nothing of it is kept in the browser", async () => {
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    address: location.search + location.hash,
  }));
  const { address, ...stores } = kept;
  assert.deepEqual(stores, {
    local: 0,
    session: 0,
    cookies: "",
    databases: 0,
    caches: 0,
    workers: 0,
  });
  assert.doesNotMatch(address, /3f1c7a52|contoso/);
});

test("past the reload that it is for, nothing is kept either", async () => {
  await page.reload();
  await me.loaded();
  const stores = () => page.evaluate(() => [localStorage.length, sessionStorage.length]);
  assert.deepEqual(await stores(), [0, 0]);
  await me.button(words.restoreNo).click();
  await page.reload();
  await me.loaded();
  assert.ok(!(await me.button(words.restoreYes).isVisible()), "forgotten is forgotten");
  assert.deepEqual(await page.context().cookies(), []);
});

test("script in a field is text to the page", async () => {
  for (const attack of ATTACKS) {
    for (const name of Object.keys(fields)) {
      if (options[name] || name === "submittedOn") continue;
      await me.answer(name, attack);
    }
    await me.check.click();
    assert.equal(await me.field("product").inputValue(), attack);
    await untouched(attack);
  }
  await page.getByText(words.result.claim, { exact: true }).click();
  const shown = me.result.getByText(ATTACKS.at(-1), { exact: true });
  assert.ok((await shown.count()) > 0, "it is shown as what it is");
});

test("script in an export is text to the page", async () => {
  for (const attack of ATTACKS) {
    const subscriptions = {
      "@odata.context": attack,
      value: [
        {
          id: subscription(1),
          skuId: attack,
          skuPartNumber: attack,
          status: attack,
          ownerTenantId: attack,
          serviceStatus: [{ servicePlanName: attack, provisioningStatus: attack }],
        },
        { id: attack, skuPartNumber: attack, status: "Enabled" },
      ],
    };
    const files = {
      [`${attack.replaceAll("/", "")}.json`]: JSON.stringify(subscriptions),
      "customers.csv": `Microsoft ID,Company name,Primary domain name\n${TENANT},"${attack.replaceAll('"', '""')}",${attack}`,
      "broken.json": `{"value": [{"id": "${attack}`,
      "plain.txt": attack,
    };
    for (const [name, text] of Object.entries(files)) {
      await drop(page, page.getByText(words.evidence.orDrop), name, text);
    }
    await page.getByText("plain.txt").first().waitFor();
    await untouched(attack);
    await me.button(words.clear).click();
  }
});

test("an export too broken or too large to read is told, not choked on", async () => {
  const chooser = page.getByLabel(words.evidence.choose, { exact: true });
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256));
  await chooser.setInputFiles({
    name: "bytes.bin",
    mimeType: "application/octet-stream",
    buffer: bytes,
  });
  await page.getByRole("listitem").filter({ hasText: "bytes.bin" }).waitFor();
  const value = Array.from({ length: 2000 }, (_, i) => ({
    id: `0b6f4c1e-2d83-47aa-9f10-${String(i).padStart(12, "0")}`,
    skuId: "1e1a282c-9c54-43a2-9310-98ef728faace",
    skuPartNumber: "DYN365_ENTERPRISE_SALES",
    status: "Enabled",
    serviceStatus: [],
  }));
  const many = Buffer.from(JSON.stringify({ value }));
  await chooser.setInputFiles({ name: "many.json", mimeType: "application/json", buffer: many });
  await page.getByText("2,000 rows").waitFor();
  const table = page.getByRole("table", { name: words.evidence.found });
  await table.waitFor();
  const rows = await table.getByRole("row").count();
  assert.ok(rows > 1 && rows <= 200, `${rows} rows`);
});

test("the sample of an export is read as it is, whatever its name", async () => {
  await me.button(words.clear).click();
  const text = await sample("openid-contoso.json");
  await drop(page, page.getByText(words.evidence.orDrop), "<b>.html", text);
  await page.getByText("<b>.html").waitFor();
  await untouched("<b>");
});

test("in all of this, no policy was violated and nothing complained", () => {
  assert.deepEqual(problems(), []);
});

/** Everything that a person does for a claim, with `lookUp` as soon as the domain is there. */
async function journey(who, lookUp) {
  const { page: shown } = who;
  await who.answerAll({ ...READY, subscriptionId: subscription(1) });
  await lookUp();
  await who.chooseFiles(
    "graph-subscriptions.json",
    "graph-subscribed-skus.json",
    "openid-contoso.json",
  );
  await who.sayTenant();
  await who.useSubscription(2).click();
  await who.addPartnerId("5357564");
  await who.check.click();
  await who.result.getByRole("button", { name: words.common.copy, exact: true }).click();
  await who.button(words.exampleNames.csp).click();
  await shown.getByText(words.exampleFilled, { exact: true }).waitFor();
  await shown.getByLabel(words.language).selectOption("de");
  await person(shown, "de").loaded();
  await shown.getByLabel(TEXTS.de.page.language).selectOption("en");
  await who.loaded();
}

const SECRETS = /3f1c7a52|0b6f4c1e|onmicrosoft|5357564|secret/i;

function tellNothing(urls) {
  for (const url of urls) assert.doesNotMatch(decodeURIComponent(url), SECRETS);
}

const foreign = (urls, own) =>
  urls.filter((url) => !url.startsWith(`${own}/`) && !url.startsWith("blob:"));

/** Nothing of the text has become part of the page's structure, and none of it ran. */
async function untouched(attack) {
  const found = await page.evaluate(() => ({
    ran: window.attacked ?? Object.prototype.attacked,
    elements: document.querySelectorAll("img, svg, main script, b:has(*), [onerror], [onload]")
      .length,
    links: [...document.links].filter(({ protocol }) => !protocol.startsWith("http")).length,
  }));
  assert.deepEqual(found, { ran: undefined, elements: 0, links: 0 }, attack);
}
