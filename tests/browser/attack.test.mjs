// What somebody could do to the pages on purpose: script and formulas in every field, option, cell and
// file name, other letters in a domain, a storage that is full or switched off, a clock anywhere.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import bulk from "../../www/text/en/bulk.js";
import { usePage } from "./harness.mjs";
import { eventually, person, READY, sample, TENANT, TEXTS, textsUnder } from "./person.mjs";

const open = usePage();
const { page: words, fields, options } = TEXTS.en;
const MARKUP = `"><img src=x onerror="window.attacked=1"><script>window.attacked=1</script><u>x</u>`;
/** What none of the pages has, and what could run. */
const FOREIGN = `img, script:not([src]), iframe, object, [onerror], [onload], u, a[href^="javascript:" i]`;

let opened;
let page;
let me;

before(async () => {
  opened = await open();
  ({ page } = opened);
  page.on("dialog", () => assert.fail("a dialog"));
  me = person(page);
  await me.loaded();
});

test("markup in every field is text in every finding, and the document has the same elements", async () => {
  const filled = async (text) => {
    for (const name of Object.keys(fields)) {
      if (!options[name] && name !== "submittedOn") await me.answer(name, text);
    }
    await me.check.click();
    await me.result.getByText(text.slice(0, 20)).first().waitFor({ state: "attached" });
    return elements(page);
  };
  // It is read as the same, so that it has the same findings.
  const harmless = await filled(MARKUP.replaceAll("<", "‹").replaceAll(">", "›"));
  assert.deepEqual(await filled(MARKUP), harmless);
  await untouched(page);
});

test("markup in every cell of every export is text", async () => {
  for (const name of [
    "cpor-usage-report.csv",
    "dynamics-usage-report.csv",
    "partner-center-customers.csv",
    "sku-reference.csv",
  ]) {
    await take(name, inEveryCell(await sample(name)));
  }
  for (const name of [
    "graph-subscriptions.json",
    "graph-subscribed-skus.json",
    "openid-contoso.json",
    "openid-not-found.json",
    "partner-center-subscriptions.json",
  ]) {
    const value = JSON.parse(await sample(name));
    await take(name, JSON.stringify(inEveryText(value, false)));
    await take(name, JSON.stringify(inEveryText(value, true)));
  }
  await untouched(page);
});

test("markup as a file’s name is text", async () => {
  await take(`${MARKUP.replaceAll("/", "")}.json`, "{}");
  await untouched(page);
  await me.button(words.clear).click();
});

test("markup in every option, field and export of an element is text", async () => {
  const other = await open({ path: "/embed.html" });
  await other.page.evaluate(async (markup) => {
    const form = document.querySelector("#claim");
    await form.whenReady();
    const names = [...form.constructor.observedAttributes].filter((name) => name !== "name");
    for (const name of names) {
      const before = form.getAttribute(name);
      form.setAttribute(name, markup);
      await form.whenReady();
      if (before === null) form.removeAttribute(name);
      else form.setAttribute(name, before);
    }
    form.value = Object.fromEntries(
      ["product", "customerTenantId", "customerDomain", "partnerId", "subscriptionId", markup].map(
        (name) => [name, markup],
      ),
    );
    form.checkValidity();
    for (const result of document.querySelectorAll("cpor-claim-result")) {
      result.setAttribute("claim", JSON.stringify({ product: markup, [markup]: markup }));
      await result.whenReady();
    }
  }, MARKUP);
  await untouched(other.page);
  assert.deepEqual(other.violations, []);
  assert.deepEqual(other.pageErrors, []);
  await other.close();
});

test("markup and formulas in a file of claims: text on the page, no formula in what is taken along", async () => {
  const other = await open({
    path: "/bulk.html",
    acceptDownloads: true,
    prepare: (fresh) => fresh.addInitScript(() => delete window.showSaveFilePicker),
  });
  const { page: shown } = other;
  await shown.getByRole("heading", { name: bulk.source.title, exact: true }).waitFor();
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const formulas = ["=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", MARKUP];
  const names = ["customerTenantId", "product", "partnerId", "userRole", MARKUP, "=1+1"];
  const rows = formulas.map((text) => names.map(() => cell(text)).join(","));
  const csv = [names.map(cell).join(","), ...rows, ""].join("\n");
  await shown.getByLabel(bulk.source.choose, { exact: true }).setInputFiles({
    ...{ name: `${MARKUP.replaceAll("/", "")}.csv`, mimeType: "text/csv" },
    buffer: Buffer.from(csv),
  });
  await shown.locator(".layout").waitFor();
  await shown.locator(".run .actions button").click();
  await shown.getByText(/^Checked: /).waitFor();
  await shown.locator(".list-row").first().click();
  await shown.locator(".row-view .verdict").waitFor();
  await shown.getByRole("button", { name: bulk.row.correct }).click();
  await untouched(shown);
  await shown.getByLabel(bulk.downloads.guard, { exact: true }).check();
  for (const button of [bulk.downloads.annotated, bulk.downloads.findings]) {
    const coming = shown.waitForEvent("download");
    await shown.getByRole("button", { name: button, exact: true }).click();
    const text = (await readFile(await (await coming).path())).toString();
    assert.ok(text.length > 100);
    const cells = text.replace(/^\ufeff/, "").split(/(?:^|[,\n])"?/);
    assert.deepEqual(
      cells.filter((one) => /^[=+@\t]|^-\d/.test(one)),
      [],
      button,
    );
  }
  assert.deepEqual(other.problems(), []);
  await other.close();
});

test("a domain in letters that look like others is shown as what it is", async () => {
  await me.answer("customerDomain", "соntoso.com");
  await me.check.click();
  const read = page.getByText(/^xn--[a-z0-9-]+\.com$/).first();
  await read.waitFor();
  assert.equal(await read.evaluate((node) => getComputedStyle(node).direction), "ltr");
  await me.answer("customerDomain", "\u202emoc.osotnoc");
  await me.check.click();
  const text = await me.result.innerText();
  assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/, "no sign that turns the line around");
  await me.answer("customerDomain", "");
});

test("with a storage that is full, or switched off, the pages work, and say nothing of it", async () => {
  for (const spoil of [
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
    () => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("off", "SecurityError");
          },
        });
      }
    },
  ]) {
    for (const path of ["/", "/bulk.html"]) {
      const other = await open({ path, prepare: (fresh) => fresh.addInitScript(spoil) });
      if (path === "/") {
        const someone = person(other.page);
        await someone.loaded();
        await someone.answerAll(READY);
        await someone.check.click();
        assert.equal(await someone.verdict(), TEXTS.en.verdicts.confirm.title);
      } else {
        await other.page.getByRole("heading", { name: bulk.source.title, exact: true }).waitFor();
        const buffer = Buffer.from(`customerTenantId,Sparte\n${TENANT},x\n`);
        const file = { name: "claims.csv", mimeType: "text/csv", buffer };
        await other.page.getByLabel(bulk.source.choose, { exact: true }).setInputFiles(file);
        await other.page.locator(".layout").waitFor();
        await other.page.locator(".run .actions button").click();
        await other.page.getByText(/^Checked: /).waitFor();
      }
      // Leaving is when something would be stored.
      await other.page.reload();
      assert.deepEqual(other.pageErrors, [], `${path} ${spoil}`);
      await other.close();
    }
  }
});

test("timeline and rule set go by the person’s own day, in any zone and year", async () => {
  for (const [timezoneId, at, day, ruleset] of [
    ["Pacific/Kiritimati", "2026-11-22T10:00:00Z", "2026-11-23", "2023-10"],
    ["Pacific/Pago_Pago", "2026-11-22T10:30:00Z", "2026-11-21", "2023-10"],
    ["Africa/Cairo", "2026-04-23T22:30:00Z", "2026-04-24", "2023-10"],
    ["Pacific/Kiritimati", "2023-10-09T10:00:00Z", "2023-10-10", "2023-10"],
    ["Pacific/Pago_Pago", "2023-10-10T10:30:00Z", "2023-10-09", "2020-06"],
    ["UTC", "1970-01-01T00:00:00Z", "1970-01-01", "2020-06"],
    ["UTC", "9998-12-31T12:00:00Z", "9998-12-31", "2023-10"],
  ]) {
    const other = await open({
      timezoneId,
      prepare: (fresh) => fresh.clock.setFixedTime(new Date(at)),
    });
    const someone = person(other.page, "en", textsUnder(ruleset));
    await someone.loaded();
    await someone.answerAll(READY);
    await someone.check.click();
    const title = await eventually(someone.verdict, (text) => text !== words.result.open);
    assert.equal(title, TEXTS.en.verdicts.confirm.title, `${timezoneId} ${day}`);
    const year = day.slice(0, 4);
    assert.ok((await someone.result.innerText()).includes(year), `${timezoneId} ${day}`);
    assert.deepEqual(other.pageErrors, []);
    await other.close();
  }
});

test("in all of this, no policy was violated and nothing complained", () => {
  assert.deepEqual(opened.problems(), []);
});

async function take(name, text) {
  const chooser = page.getByLabel(words.evidence.choose, { exact: true });
  const file = { name, mimeType: "text/plain", buffer: Buffer.from(text) };
  await chooser.setInputFiles(file);
  await page.getByText(name, { exact: true }).first().waitFor();
}

const inEveryCell = (csv) => {
  const [header, row = ""] = csv.split(/\r?\n/);
  const cells = header.split(",").map(() => `"${MARKUP.replaceAll('"', '""')}"`);
  return [header, row, cells.join(","), ""].join("\r\n");
};

/** All texts, or only those that are no IDs, so that the rows are read. */
function inEveryText(value, keepsIds, name = "") {
  if (Array.isArray(value)) return value.map((item) => inEveryText(item, keepsIds));
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value);
    return Object.fromEntries(members.map(([key, one]) => [key, inEveryText(one, keepsIds, key)]));
  }
  return typeof value !== "string" || (keepsIds && /id$|issuer/i.test(name)) ? value : MARKUP;
}

const elements = (shown) => shown.evaluate(() => document.querySelectorAll("main *").length);

/** Nothing has become part of the document's structure, also inside the elements, and nothing ran. */
async function untouched(shown) {
  const found = await shown.evaluate((foreign) => {
    const within = (root) => [
      ...root.querySelectorAll(foreign),
      ...[...root.querySelectorAll("*")].flatMap((node) =>
        node.shadowRoot ? within(node.shadowRoot) : [],
      ),
    ];
    return {
      ran: window.attacked,
      foreign: within(document.body).map((node) => node.outerHTML.slice(0, 80)),
    };
  }, FOREIGN);
  assert.deepEqual(found, { ran: undefined, foreign: [] });
}
