// The list of sources: what it says of each, what it lets do, and that the largest holds nothing up.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { largeGraphExport } from "../support/exports.mjs";
import { gzipped, workbookOf, zipOf } from "../support/zips.mjs";
import { usePage, wrapExports } from "./harness.mjs";
import { eventually, listen, person, sample, sampleFile, TENANT, TEXTS } from "./person.mjs";

const open = usePage();
const { en, de } = TEXTS;
const words = en.page.evidence;
const READER = "**/reader.mjs";

let folder;
let largeFile;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "exports-"));
  largeFile = join(folder, "large.json");
  await writeFile(largeFile, largeGraphExport(50_000_000));
});

after(() => rm(folder, { recursive: true }));

const SAMPLES = {
  "graph-subscriptions.json": ["graph-subscriptions", "6 rows", "6 subscriptions"],
  "graph-subscribed-skus.json": ["graph-subscribed-skus", "2 rows", "2 subscriptions"],
  "openid-contoso.json": ["openid-configuration", "1 row"],
  "openid-not-found.json": ["openid-configuration", "1 row", "1 domain not found"],
  "partner-center-subscriptions.json": ["partner-center-subscriptions", "1 row", "1 subscription"],
  "partner-center-customers.csv": ["partner-center-customers", "2 rows", "2 tenants"],
  "dynamics-usage-report.csv": [
    ...["dynamics-usage-report", "As of Oct 1, 2026", "2 rows", "2 subscriptions"],
  ],
  "cpor-usage-report.csv": [
    ...["cpor-usage-report", "As of Oct 31, 2026", "1 row", "1 existing claim"],
  ],
};

test("all samples dropped at once: each one’s kind, day, tenant and counts", async () => {
  const { page, problems, axe, close } = await open();
  const me = person(page);
  await me.loaded();
  await dropAll(page, Object.keys(SAMPLES));
  const unknown = en.evidence.problems["tenant-unknown"];
  for (const [name, [kind, ...said]] of Object.entries(SAMPLES)) {
    const entry = source(page, name);
    await entry.getByText(en.evidence.kinds[kind], { exact: true }).waitFor();
    for (const text of said) await entry.getByText(text, { exact: true }).waitFor();
    const day = await entry.getByText(/^(File of|As of) /).count();
    assert.equal(day, 1, `${name} has its day`);
    const asked = await entry.getByLabel(words.whichTenant).count();
    assert.equal(asked, (await entry.getByText(unknown).count()) ? 1 : 0, name);
  }
  const tenant = `${words.fromTenant} ${TENANT}`;
  for (const name of ["graph-subscribed-skus.json", "cpor-usage-report.csv"]) {
    assert.ok(await source(page, name).getByText(tenant, { exact: true }).isVisible(), name);
  }
  assert.equal(await page.locator(".exports > li").count(), 8);
  await page.getByRole("table", { name: words.found }).waitFor();
  assert.deepEqual(await axe({ known: [/^unsure: .*obscured/] }), []);
  assert.deepEqual(problems(), []);
  await close();
});

test("files in a ZIP file and sheets of a workbook are sources of their own", async () => {
  const { page, problems, close } = await open();
  const me = person(page);
  await me.loaded();
  const names = ["graph-subscribed-skus.json", "openid-contoso.json"];
  const contents = await Promise.all(names.map((name) => sample(name)));
  const csv = (await sample("partner-center-customers.csv")).trim();
  const rows = csv.split(/\r?\n/).map((line) => line.split(","));
  const buffers = {
    "all.zip": zipOf(names.map((name, at) => ({ name, content: contents[at] }))),
    "book.xlsx": workbookOf([{ name: "Customers", rows }]),
    "subscriptions.json.gz": gzipped(await sample("graph-subscriptions.json")),
    "broken.zip": new TextEncoder().encode("PK\u0003\u0004"),
  };
  await page.getByLabel(words.choose, { exact: true }).setInputFiles(
    Object.entries(buffers).map(([name, bytes]) => ({
      ...{ name, mimeType: "application/zip", buffer: Buffer.from(bytes) },
    })),
  );
  for (const [name, kind] of [
    ["all.zip/graph-subscribed-skus.json", "graph-subscribed-skus"],
    ["all.zip/openid-contoso.json", "openid-configuration"],
    ["book.xlsx/Customers", "partner-center-customers"],
    ["subscriptions.json", "graph-subscriptions"],
  ])
    await source(page, name).getByText(en.evidence.kinds[kind], { exact: true }).waitFor();
  const broken = source(page, "broken.zip");
  await broken.getByText(en.evidence.problems["container-damaged"]).waitFor();
  assert.equal(await page.locator(".exports > li").count(), 5);
  assert.deepEqual(problems(), []);
  await close();
});

test("the own CSP list turns likely into certain, and no longer when it is taken away", async () => {
  const { page, close } = await open();
  const me = person(page);
  await me.loaded();
  const { likely, certain } = en.findings["subscription-csp"].what;
  await me.button(en.page.exampleNames.csp).click();
  await me.result.getByText(likely).waitFor();
  await me.useSubscription(3).focus();
  await me.chooseFiles("partner-center-subscriptions.json");
  await me.result.getByText(certain).waitFor();
  await page.getByRole("table").getByText(certain).waitFor();
  const focused = await me.useSubscription(3).evaluate((node) => node === document.activeElement);
  assert.ok(focused, "where only its row says something else, a button keeps the focus");
  const kind = en.evidence.kinds["partner-center-subscriptions"];
  const remove = `${en.page.common.remove}: ${kind} (partner-center-subscriptions.json)`;
  await me.button(remove).click();
  await me.result.getByText(likely).waitFor();
  assert.equal(await me.result.getByText(certain).count(), 0);
  await close();
});

test("where sources contradict each other, the list says in what", async () => {
  for (const [locale, texts] of Object.entries(TEXTS)) {
    const { page, close } = await open({ locale });
    await person(page, locale).loaded();
    const own = texts.page.evidence;
    const rows = JSON.parse(await sample("graph-subscriptions.json")).value;
    const other = JSON.stringify({ value: [{ ...rows[0], status: "Suspended" }] });
    const file = (name, text) => ({
      ...{ name, mimeType: "application/json", buffer: Buffer.from(text) },
    });
    await choose(page, file("one.json", JSON.stringify({ value: rows })), file("two.json", other));
    const told = page.getByRole("listitem").filter({ hasText: rows[0].id });
    await page.getByText(own.contradict, { exact: true }).waitFor();
    await told.getByText(texts.facts.status).waitFor();
    const kind = texts.evidence.kinds["graph-subscriptions"];
    const remove = `${texts.page.common.remove}: ${kind} (two.json)`;
    await page.getByRole("button", { name: remove }).click();
    await page.getByText(own.contradict, { exact: true }).waitFor({ state: "detached" });
    await close();
  }
});

test("while a large file is read, the page goes on; it can be cancelled, and the others stay", async () => {
  const { page, problems, close } = await open();
  const me = person(page);
  await me.loaded();
  const said = await listen(page);
  await me.chooseFiles("openid-contoso.json");
  await source(page, "openid-contoso.json").getByText("1 row", { exact: true }).waitFor();
  await choose(page, largeFile);
  const entry = source(page, "large.json");
  const progress = entry.getByRole("progressbar", { name: `${words.reading} large.json` });
  await progress.waitFor();
  await me.field("product").pressSequentially("Teams");
  assert.equal(await me.field("product").inputValue(), "Teams");
  assert.ok(await progress.isVisible(), "it is still being read");
  await entry.getByRole("button", { name: words.cancel }).click();
  await page.getByText(`${words.cancelled}: large.json`, { exact: true }).waitFor();
  assert.equal(await page.getByRole("progressbar").count(), 0);
  assert.ok(await source(page, "openid-contoso.json").isVisible());
  await eventually(said, (all) => all.join().includes(words.cancelled));
  assert.ok((await said()).join().includes(words.cancelled), "and it is said");

  const undo = me.button(en.page.undo);
  assert.ok(await undo.evaluate((node) => node === document.activeElement));
  const shares = await noteShares(page);
  await page.keyboard.press("Enter");
  await progress.waitFor();
  const rows = entry.getByText(/^\d\d,\d\d\d subscriptions$/);
  await rows.waitFor({ timeout: 60_000 });
  assert.ok(
    (await shares()).some((share) => share > 0 && share < 1),
    "it told how far it was",
  );
  assert.equal(await page.getByRole("progressbar").count(), 0);
  const table = page.getByRole("table", { name: words.found });
  await table.waitFor({ timeout: 60_000 });
  assert.equal(await table.getByRole("row").count(), 101, "the first hundred are shown");
  assert.deepEqual(problems(), []);
  await close();
});

test("a large file is read with the core that the page has: it is loaded once", async () => {
  const { page, requests, problems, close } = await open();
  await person(page).loaded();
  const text = largeGraphExport(400_000);
  const file = { name: "large.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await choose(page, file);
  await page.getByRole("table", { name: words.found }).waitFor();
  const loaded = (name) => requests.filter((url) => url.endsWith(`/${name}`)).length;
  assert.deepEqual([loaded("reader.mjs"), loaded("cpor_core_bg.wasm")], [1, 1]);
  assert.deepEqual(problems(), []);
  await close();
});

test("of what is joined again and again, the core keeps the last alone", async () => {
  const { page, close } = await open({
    prepare: (fresh) => wrapExports(fresh, noteHeld),
  });
  await person(page).loaded();
  const kept = () => page.evaluate(() => window.held.size);
  // What the person says, each export, all exports, and all of it.
  for (const [count, name] of [
    [4, "openid-contoso.json"],
    [5, "graph-subscriptions.json"],
    [6, "graph-subscribed-skus.json"],
  ]) {
    await choose(page, sampleFile(name));
    await source(page, name)
      .getByText(/^\d rows?$/)
      .waitFor();
    assert.equal(await eventually(kept, (held) => held === count), count, name);
  }
  await close();
});

for (const [what, prepare] of [
  ["the worker's script does not come", (page) => page.route(READER, (route) => route.abort())],
  ["the browser has no workers", (page) => page.addInitScript(() => delete window.Worker)],
  [
    "the host's policy forbids the worker",
    (page) =>
      page.route(
        (url) => url.pathname === "/",
        async (route) => {
          const response = await route.fetch();
          const headers = { ...response.headers() };
          headers["content-security-policy"] = headers["content-security-policy"]
            .replace("worker-src 'self'", "worker-src 'none'")
            .replace("trusted-types cpor-preflight", "trusted-types 'none'");
          await route.fulfill({ response, headers });
        },
      ),
  ],
]) {
  test(`a large file is read all the same where ${what}`, async () => {
    const { page, pageErrors, close } = await open({ prepare });
    const me = person(page);
    await me.loaded();
    const text = largeGraphExport(400_000);
    const name = "large.json";
    await choose(page, { name, mimeType: "application/json", buffer: Buffer.from(text) });
    await source(page, name)
      .getByText(/^\d+ subscriptions$/)
      .waitFor();
    await page.getByRole("table", { name: words.found }).waitFor();
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

test("a file that nobody knows says what is read here, and can be taken away and back", async () => {
  const { page, problems, axe, close } = await open({ locale: "de" });
  const me = person(page, "de");
  const { kinds, problems: texts } = de.evidence;
  const own = de.page.evidence;
  await me.loaded();
  await choose(page, { name: "brief.txt", mimeType: "text/plain", buffer: Buffer.from("Hallo") });
  const entry = source(page, "brief.txt");
  await entry.getByText(kinds.unknown, { exact: true }).waitFor();
  await entry.getByText(texts["not-recognised"]).waitFor();
  await entry.getByText(kinds["graph-subscriptions"]).waitFor();
  await me.chooseFiles("graph-subscribed-skus.json");
  await source(page, "graph-subscribed-skus.json").getByText("2 Abonnements").waitFor();
  await page.getByRole("button", { name: `${de.page.common.remove}: ${kinds.unknown}` }).click();
  await page.getByText(`${own.removed}: ${kinds.unknown} (brief.txt)`).waitFor();
  assert.deepEqual(await axe({ known: [/^unsure: .*obscured/] }), []);
  await page.keyboard.press("Enter");
  await entry.getByText(texts["not-recognised"]).waitFor();
  const names = await page.locator(".exports > li strong").allTextContents();
  assert.deepEqual(names, [kinds.unknown, kinds["graph-subscribed-skus"]], "where it was");
  assert.deepEqual(problems(), []);
  await close();
});

test("of a damaged file the rows are named: five, and the others when asked", async () => {
  const { page, close } = await open();
  const me = person(page);
  await me.loaded();
  const value = JSON.parse(await sample("graph-subscriptions.json")).value;
  const damaged = Array.from({ length: 8 }, (_, i) => ({ ...value[0], id: `${i}${value[0].id}` }));
  const text = JSON.stringify({ value: [...value, ...damaged] });
  await choose(page, {
    name: "damaged.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  const entry = source(page, "damaged.json");
  await entry.getByText("14 rows", { exact: true }).waitFor();
  assert.ok(await entry.getByText("6 subscriptions", { exact: true }).isVisible());
  await entry.getByText("Row 7:").first().waitFor();
  const last = entry.getByText("Row 14:").first();
  assert.ok(!(await last.isVisible()));
  await entry.getByText(/^and \d+ more$/).click();
  assert.ok(await last.isVisible());
  await close();
});

test("each source has its day: that of the file, or today for what was pasted", async () => {
  const { page, close } = await open({
    permissions: ["clipboard-read", "clipboard-write"],
    prepare: (fresh) => fresh.clock.setFixedTime("2026-11-22T12:00:00"),
  });
  const me = person(page);
  await me.loaded();
  await page.getByLabel(words.paste).fill(await sample("openid-contoso.json"));
  await me.button(words.add).click();
  await page.getByText("Pasted on Nov 22, 2026", { exact: true }).waitFor();
  await page.evaluate(
    ([name, text]) => {
      const files = new DataTransfer();
      const lastModified = new Date("2026-03-09T10:00:00").getTime();
      files.items.add(new File([text], name, { lastModified }));
      const input = document.querySelector("input[type=file]");
      input.files = files.files;
      input.dispatchEvent(new Event("change"));
    },
    ["skus.json", await sample("graph-subscribed-skus.json")],
  );
  const entry = source(page, "skus.json");
  await entry.getByText("File of Mar 9, 2026", { exact: true }).waitFor();
  await entry.getByText(`${words.fromTenant} ${TENANT}`, { exact: true }).waitFor();
  await close();
});

test("what was read outlives a switch of the language, and small files a reload", async () => {
  const { page, requests, close } = await open();
  const me = person(page);
  await me.loaded();
  const smaller = join(folder, "smaller", "large.json");
  await mkdir(join(folder, "smaller"));
  await writeFile(smaller, largeGraphExport(1_000_000));
  await choose(page, smaller, sampleFile("graph-subscribed-skus.json"));
  await source(page, "large.json")
    .getByText(/^\d,\d\d\d rows$/)
    .waitFor({ timeout: 60_000 });
  await page.getByText(/^and \d,\d\d\d more$/).waitFor({ timeout: 60_000 });
  const read = () => requests.filter((url) => url.endsWith("reader.mjs")).length;
  const before = read();
  assert.equal(before, 1);
  await page.getByLabel(en.page.language).selectOption("de");
  await person(page, "de").loaded();
  await source(page, "large.json")
    .getByText(/^\d.\d\d\d Zeilen$/)
    .waitFor();
  await page.getByRole("table", { name: de.page.evidence.found }).waitFor();
  assert.equal(read(), before, "nothing is read anew");
  await page.reload();
  await person(page, "de").button(de.page.restoreYes).click();
  await source(page, "graph-subscribed-skus.json").waitFor();
  await source(page, "graph-subscribed-skus.json").getByText("2 Abonnements").waitFor();
  assert.equal(await source(page, "large.json").count(), 0);
  await close();
});

/** Lets go several samples over the place for files at once. */
async function dropAll(page, names) {
  const files = await Promise.all(names.map(async (name) => [name, await sample(name)]));
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  const target = page.getByText(words.orDrop);
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
}

const choose = (page, ...files) => page.locator("input[type=file]").setInputFiles(files);

const source = (page, name) => page.locator(".exports > li:not(.gone)").filter({ hasText: name });

/** Notes what bars of progress show from now on; the answer tells it. */
async function noteShares(page) {
  await page.evaluate(() => {
    window.shares = [];
    const note = ({ target }) =>
      target.localName === "progress" && window.shares.push(target.value);
    new MutationObserver((records) => records.forEach(note)).observe(document.body, {
      ...{ attributeFilter: ["value"], subtree: true },
    });
  });
  return () => page.evaluate(() => window.shares);
}

/** In the page: notes the numbers under which the core holds evidence. */
function noteHeld(exports) {
  window.held ??= new Set();
  if (!exports.holdEvidence) return exports;
  const noting = (name, note) => ({
    [name](number, ...rest) {
      // Under 0 is what was not handed over, but only asked about.
      if (number) note(number);
      return exports[name](number, ...rest);
    },
  });
  const add = (number) => window.held.add(number);
  return {
    ...exports,
    ...noting("holdEvidence", add),
    ...noting("holdExport", add),
    ...noting("joinEvidence", add),
    ...noting("releaseEvidence", (number) => window.held.delete(number)),
  };
}
