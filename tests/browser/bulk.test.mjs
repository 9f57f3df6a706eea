// The page for many claims: a file comes in, is checked, corrected and taken along; it never leaves.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { checkBatch, checkClaim, init } from "cpor-preflight";
import de from "../../www/text/de/bulk.js";
import en from "../../www/text/en/bulk.js";
import rest from "../../www/text/en/rest.js";
import { gzipped, workbookOf, zipOf } from "../support/zips.mjs";
import { usePage } from "./harness.mjs";
import { drop, eventually, paste, person, sample, sampleFile, TENANT, TEXTS } from "./person.mjs";

const open = usePage();
const { page: common, fields, verdicts } = TEXTS.en;
const MANY = many(3000);

let opened;
let page;
let me;

before(async () => {
  await init();
  opened = await open({
    path: "/bulk.html",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width: 1280, height: 900 },
    prepare: withoutPicker,
  });
  ({ page } = opened);
  me = someone(page);
  await me.loaded();
});

test("a file that is dropped shows its layout and columns before anything is checked", async () => {
  const csv = "Claims of May;;;;\nTenant;Domäne;Sparte;Produkt;MPN-ID\n";
  const row = `${TENANT};contoso.com;microsoft-365;Teams;5357564\n`;
  await drop(page, me.source, "may.csv", `${csv}${row.repeat(3)}`);
  await me.layout.waitFor();
  assert.match(await me.layout.innerText(), /semicolon[\s\S]*UTF-8[\s\S]*Title rows[^\d]*1/);
  assert.equal(await me.column("Tenant").inputValue(), "customerTenantId");
  assert.equal(await me.column("MPN-ID").inputValue(), "partnerId");
  assert.equal(await me.column("Sparte").inputValue(), "");
  assert.match(await me.layout.innerText(), /microsoft-365/);
  assert.deepEqual(await me.named(en.layout.unmapped), ["Sparte"]);
  assert.ok((await me.named(en.layout.missing)).some((text) => text.startsWith("Solution area")));
  assert.ok(!(await me.totals.isVisible()));
});

test("the fields that a person chooses are used", async () => {
  await me.column("Sparte").selectOption("solutionArea");
  assert.ok(!(await me.layout.innerText()).includes(en.layout.unmapped));
  await me.run();
  const csv = `a,customerDomain,solutionArea,product,partnerId\n`;
  const row = `${TENANT},contoso.com,microsoft-365,Teams,5357564\n`;
  const expected = checkBatch(csv.replace("a", "customerTenantId") + row.repeat(3));
  assert.deepEqual(await me.verdicts(), expected.verdicts);
});

test("two columns cannot be the same field", async () => {
  await me.column("Domäne").selectOption("customerTenantId");
  assert.equal(await me.column("Tenant").inputValue(), "");
});

test("what is found is what Node finds, in a worker", async () => {
  await me.take(MANY, "many.csv");
  await me.run();
  await agrees();
  assert.equal(page.workers().length, 1);
});

test("the worker starts while a person looks at the columns", async () => {
  const other = await open({ path: "/bulk.html" });
  const someoneElse = someone(other.page);
  await someoneElse.loaded();
  await someoneElse.take(MANY, "many.csv");
  const workers = () => other.page.workers().length;
  assert.equal(await eventually(workers, Boolean), 1);
  await other.close();
});

test("where no worker can be had, the page checks the same", async () => {
  const other = await open({
    path: "/bulk.html",
    prepare: (fresh) => fresh.route("**/checker.mjs", (route) => route.abort()),
  });
  const someoneElse = someone(other.page);
  await someoneElse.loaded();
  await someoneElse.take(MANY, "many.csv");
  await someoneElse.run();
  await agrees(someoneElse);
  assert.equal(other.page.workers().length, 0);
  await other.close();
});

test("the list holds every finding and few rows of the document", async () => {
  const { findings } = checkBatch(MANY, {}, { limit: 1e9 });
  assert.equal(await me.list.getAttribute("aria-rowcount"), String(findings.length + 1));
  assert.ok((await me.drawn()) <= 60);
  const last = findings.at(-1);
  await me.list.focus();
  await page.keyboard.press("End");
  const shown = await me.active();
  assert.equal(shown.index, String(findings.length + 1));
  assert.ok(shown.text.startsWith(last.row.toLocaleString("en")), shown.text);
  assert.ok(shown.isVisible);
  assert.ok((await me.drawn()) <= 60);
});

test("arrows, pages, home and end move in the list, Enter opens the row", async () => {
  await page.keyboard.press("Home");
  assert.equal((await me.active()).index, "2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal((await me.active()).index, "4");
  await page.keyboard.press("ArrowUp");
  assert.equal((await me.active()).index, "3");
  await page.keyboard.press("PageDown");
  const { index, isVisible } = await me.active();
  assert.ok(Number(index) > 6 && isVisible, index);
  await page.keyboard.press("PageUp");
  assert.equal((await me.active()).index, "3");
  await page.keyboard.press("Enter");
  await me.heading(fill(en.row.title, { row: "1" })).waitFor();
  await page.getByRole("button", { name: en.row.back }).click();
  assert.ok(await me.list.evaluate((node) => node === document.activeElement));
});

test("filters show what they say", async () => {
  const { findings } = checkBatch(MANY, {}, { limit: 1e9 });
  const count = (passes) => findings.filter(passes).length.toLocaleString("en");
  const all = count(() => true);
  await me.filter(en.list.severity).selectOption("blocks");
  const severity = new Map(
    checkClaimsOf(MANY).flatMap((report) => report.findings.map((one) => [one.code, one.severity])),
  );
  await me.shows(
    count(({ code }) => severity.get(code) === "blocks"),
    all,
  );
  await me.filter(en.list.severity).selectOption("");
  await me.filter(en.list.field).selectOption("partnerId");
  await me.shows(
    count(({ field }) => field === "partnerId"),
    all,
  );
  await me.filter(en.list.code).selectOption("partner-id-malformed");
  await me.shows(
    count(({ code }) => code === "partner-id-malformed"),
    all,
  );
  await page.getByRole("button", { name: en.list.clear }).click();
  await goesTo();
  await page.getByText(`${all} findings shown`, { exact: true }).waitFor();
  // A bar of the chart is a filter, too.
  const bar = me.totals.getByRole("button", { pressed: false }).first();
  await bar.click();
  await me.totals.getByRole("button", { pressed: true }).click();
  await page.getByText(`${all} findings shown`, { exact: true }).waitFor();
});

test("a row shows all its cells and all that is said of it; it is corrected in the form and taken along", async () => {
  const text = `customerTenantId,customerDomain,solutionArea,activity,product,partnerId,note\r\n`;
  const good = `${TENANT},contoso.com,microsoft-365,usage,Teams,5357564,"keep ""this"" "\r\n`;
  const bad = `${TENANT}, contoso.com ,microsoft-365,usage,"Teams",53a,=1+1\r\n`;
  await me.take(text + good + bad + good, "three.csv");
  await me.run();
  await me.filter(en.list.code).selectOption("partner-id-malformed");
  await me.row(2).click();
  await me.heading(fill(en.row.title, { row: "2" })).waitFor();
  const view = page.locator(".row-view");
  const { findings } = checkClaim({
    ...{ customerTenantId: TENANT, customerDomain: "contoso.com", solutionArea: "microsoft-365" },
    ...{ activity: "usage", product: "Teams", partnerId: "53a" },
  });
  for (const { what, why, next, source } of findings) {
    for (const part of [what, why, next, source.section]) {
      assert.ok((await view.innerText()).includes(part), part);
    }
  }
  for (const cell of ["=1+1", "contoso.com", "53a"]) await view.getByText(cell).first().waitFor();
  await page.getByRole("button", { name: en.row.correct }).click();
  await me.claim.answer("partnerId", "5357564");
  await me.claim.answer("proofOfExecution", "ready");
  await view.getByRole("button", { name: en.row.keep }).first().click();
  await view.getByText(en.row.corrected).first().waitFor();
  assert.deepEqual(await me.verdicts(), { fix: 0, confirm: 3, ready: 0 });
  assert.ok(!(await me.bars()).some((bar) => bar.includes("character that is not a digit")));
  const corrected = [
    `${text.trimEnd()},proofOfExecution,verdict,codes`,
    `${good.trimEnd()},,confirm,`,
    `${TENANT}, contoso.com ,microsoft-365,usage,"Teams",5357564,=1+1,ready,confirm,`,
    `${good.trimEnd()},,confirm,`,
  ];
  const lines = (await me.download(en.downloads.annotated)).split("\r\n");
  assert.equal(lines.pop(), "");
  for (const [at, line] of lines.entries()) assert.ok(line.startsWith(corrected[at]), line);
});

test("what a person corrected is part of the next check", async () => {
  await page.getByRole("button", { name: en.row.back }).click();
  await me.run();
  assert.deepEqual(await me.verdicts(), { fix: 0, confirm: 3, ready: 0 });
  const { what } = TEXTS.en.batch.codes["duplicate-in-file"];
  await me.totals.getByText(what).waitFor();
});

test("answers in words are read as such, and stay as they are where nothing else is chosen", async () => {
  const text = `Mandanten-ID;Domäne;Lösungsbereich;Aktivität;Produkt;MPN-ID\n`;
  const row = `${TENANT};contoso.com;Microsoft 365;Nutzung;Teams;`;
  await me.take(`${text}${row}53a\n${row.replace("Nutzung", "Presales")}5357564\n`, "words.csv");
  await me.run();
  assert.deepEqual(await me.verdicts(), { fix: 2, confirm: 0, ready: 0 });
  await me.filter(en.list.code).selectOption("partner-id-malformed");
  await me.row(1).click();
  await me.heading(fill(en.row.title, { row: "1" })).waitFor();
  const view = page.locator(".row-view");
  await view.getByText("Nutzung").first().waitFor();
  await page.getByRole("button", { name: en.row.correct }).click();
  const chosen = view.locator("input:checked");
  await chosen.first().waitFor();
  assert.deepEqual(await chosen.evaluateAll((all) => all.map((one) => one.value)), [
    "microsoft-365",
    "usage",
  ]);
  await me.claim.answer("partnerId", "5357564");
  await view.getByRole("button", { name: en.row.keep }).first().click();
  await view.getByText(en.row.corrected).first().waitFor();
  assert.deepEqual(await me.verdicts(), { fix: 1, confirm: 1, ready: 0 });
  const [, line] = (await me.download(en.downloads.annotated)).split("\n");
  assert.ok(line.startsWith(`${row}5357564;confirm;`), line);
  await page.getByRole("button", { name: en.row.back }).click();
});

test("the file with the results is the file, byte for byte, and two columns more", async () => {
  await me.take(MANY, "many.csv");
  await me.run();
  const own = await me.download(en.downloads.annotated);
  assert.equal(own, Buffer.from(checkBatch(MANY).toCsv()).toString());
});

test("where a person can choose the place, the file is written there; who chooses none gets none", async () => {
  const other = await open({ path: "/bulk.html", prepare: withPicker });
  const someoneElse = someone(other.page);
  await someoneElse.loaded();
  await someoneElse.take(MANY, "many.csv");
  await someoneElse.run();
  const save = (name) => other.page.getByRole("button", { name, exact: true }).click();
  const saved = (name) =>
    other.page.evaluate(async (wanted) => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle(wanted)).getFile()).text();
    }, name);
  await save(en.downloads.annotated);
  await other.page.getByText(en.downloads.saved, { exact: true }).first().waitFor();
  assert.equal(
    await saved("many.2023-10.checked.csv"),
    Buffer.from(checkBatch(MANY).toCsv()).toString(),
  );
  await other.page.evaluate(() => {
    window.choosesNothing = true;
  });
  await save(en.downloads.json);
  await other.page.getByText(en.downloads.stopped, { exact: true }).first().waitFor();
  assert.equal(await saved("many.2023-10.findings.json").catch(() => "none"), "none");
  assert.deepEqual(other.problems(), []);
  await other.close();
});

test("guarded, no cell begins like a formula, and all else is as it was", async () => {
  const text = 'product,note,more\nTeams,=1+1,"=2"\n+49,-1,"@x ""y"""\n"\tz",a=1,"a""=""b"\n';
  await me.take(text, "formulas.csv");
  await me.run();
  const guard = page.getByRole("checkbox", { name: en.downloads.guard });
  await guard.check();
  const expected = `product,note,more,verdict,codes\nTeams,'=1+1,"'=2",V\n'+49,'-1,"'@x ""y""",V\n"'\tz",a=1,"a""=""b",V\n`;
  const plain = (csv) => csv.replace(/,(fix|confirm|ready),[a-z -]*$/gm, ",V");
  assert.equal(plain(await me.download(en.downloads.annotated)), expected);
  await guard.uncheck();
  assert.equal(
    plain(await me.download(en.downloads.annotated)),
    text.replace("more\n", "more,verdict,codes\n").replace(/(?<!codes)\n/g, ",V\n"),
  );
});

test("findings are taken along as CSV and as JSON", async () => {
  await me.take(MANY, "many.csv");
  await me.run();
  const { findings, verdicts: counted, rows } = checkBatch(MANY, {}, { limit: 1e9 });
  const json = JSON.parse(await me.download(en.downloads.json));
  assert.deepEqual(json.findings, findings);
  assert.deepEqual([json.verdicts, json.rows, json.file], [counted, rows, "many.csv"]);
  assert.equal(json.ruleset, "2023-10");
  const lines = (await me.download(en.downloads.findings)).trimEnd().split("\r\n");
  assert.equal(lines.length, findings.length + 1);
  assert.match(lines[0], /Row,Weight,Code,Column,What,Why,What to do,Source,Other row$/);
  assert.ok(lines[1].startsWith(`${findings[0].row},`), lines[1]);
  assert.match(lines[1], /2023-10: /);
});

test("each row goes by the rule set of its day, and the page and the files say which", async () => {
  const row = `${TENANT},microsoft-365,usage,Teams,5357564`;
  const days = `${row},2021-03-01\n${row},2024-03-01\n${row},2024-03-02\n`;
  const header = "customerTenantId,solutionArea,activity,product,partnerId,submittedOn\n";
  await me.take(header + days, "days.csv");
  await me.run();
  const editions = { "2020-06": 1, "2023-10": 2 };
  await me.totals
    .getByText("Checked by rule set 2020-06 (1 row) and 2023-10 (2 rows).", { exact: true })
    .waitFor();
  assert.deepEqual(JSON.parse(await me.download(en.downloads.json)).editions, editions);
  const weight = (number) =>
    me
      .row(number)
      .getByText(/Blocks|Note/)
      .first()
      .innerText();
  await me.filter(en.list.code).selectOption("domain-missing");
  await me.list.getByText(TEXTS.en.findings["domain-missing"].what).first().waitFor();
  assert.deepEqual([await weight(1), await weight(2)], ["Blocks the claim", "Note"]);
  await me.row(1).click();
  const view = page.locator(".row-view");
  await view.getByText(/by rule set 2020-06\.$/).waitFor();
  await page.getByRole("button", { name: en.row.correct }).click();
  await view.getByRole("group", { name: "MPN ID", exact: true }).waitFor();
  await page.getByRole("button", { name: en.row.drop }).first().click();
  await page.getByRole("button", { name: en.row.back }).click();
});

test("columns that hold one field, and those that none takes, are named", async () => {
  await me.take(`partnerId,mpnId,Note\n5357564,5357565,x\n`, "columns.csv");
  assert.deepEqual(await me.named(en.layout.unmapped), ["Note"]);
  await me.run();
  const conflict = TEXTS.en.batch.problems["columns-conflict"];
  await me.totals.getByText(fill(conflict, { columns: "“partnerId” and “mpnId”" })).waitFor();
});

for (const [place, prepare] of [
  ["in a worker", () => {}],
  ["in the page", (fresh) => fresh.route("**/checker.mjs", (route) => route.abort())],
]) {
  test(`a check ${place} can be cancelled; what was found stays, and it can begin again`, async () => {
    const other = await open({ path: "/bulk.html", prepare });
    const someoneElse = someone(other.page);
    await someoneElse.loaded();
    await dropRepeated(someoneElse, many(2000), 100);
    // Pressed from within: a fast machine would be done before a hand is there.
    await other.page.evaluate((cancel) => {
      const press = () => {
        const button = [...document.querySelectorAll(".run .wait button")];
        if (document.querySelector(".list-row"))
          button.find((one) => one.textContent === cancel).click();
        else setTimeout(press);
      };
      document.querySelector(".run .main").click();
      press();
    }, en.run.cancel);
    const said = other.page.locator(".run").getByText(/^Canceled after [\d,]+ rows\./);
    await said.waitFor();
    assert.notEqual((await said.innerText()).match(/[\d,]+/)[0], "200,000");
    assert.ok(await someoneElse.list.isVisible());
    await someoneElse.run();
    await other.page
      .locator(".run")
      .getByText(/^Checked: 200,000 rows/)
      .waitFor();
    await crossed(someoneElse);
    assert.deepEqual(
      other.problems().filter((line) => !/ERR_FAILED/.test(line)),
      [],
    );
    await other.close();
  });
}

test("a file that can no longer be read is told; what was found stays", async () => {
  const other = await open({
    path: "/bulk.html",
    async prepare(fresh) {
      await fresh.route("**/checker.mjs", (route) => route.abort());
      await fresh.addInitScript(() => {
        const { slice } = Blob.prototype;
        Blob.prototype.slice = function (from, to) {
          const lost = window.losesFileAt < to;
          return lost
            ? { arrayBuffer: () => Promise.reject(new Error()) }
            : slice.call(this, from, to);
        };
      });
    },
  });
  const someoneElse = someone(other.page);
  await someoneElse.loaded();
  await someoneElse.take(MANY, "many.csv");
  await other.page.evaluate(() => {
    window.losesFileAt = 200_000;
  });
  await other.page.getByRole("button", { name: en.layout.run }).click();
  await other.page
    .locator(".run")
    .getByText(/^The check stopped after [\d,]+ rows/)
    .waitFor();
  assert.ok(await someoneElse.list.isVisible());
  await other.page.evaluate(() => {
    window.losesFileAt = -1;
  });
  await someoneElse.list.focus();
  await other.page.keyboard.press("End");
  await other.page.keyboard.press("Enter");
  await other.page.getByText(en.row.unreadable).waitFor();
  await other.close();
});

test("exports count for every row", async () => {
  await me.take(await sample("claims.csv"), "claims.csv");
  await me.run();
  const before = await me.bars();
  await page
    .getByLabel(common.evidence.choose, { exact: true })
    .setInputFiles([sampleFile("partner-center-customers.csv")]);
  const now = await eventually(
    () => me.bars(),
    (bars) => bars.join() !== before.join(),
  );
  assert.notDeepEqual(now, before);
});

test("exports that are added in the form of a row count for every row, too", async () => {
  const before = await me.bars();
  await page.locator(".list-row").first().click();
  await page.getByRole("button", { name: en.row.correct }).click();
  const form = page.locator(".row-view");
  await form
    .getByLabel(common.evidence.choose, { exact: true })
    .setInputFiles([sampleFile("graph-subscriptions.json")]);
  await form.getByText("graph-subscriptions.json").first().waitFor();
  await form.getByLabel(common.evidence.whichTenant).selectOption("claim");
  await form.getByRole("button", { name: en.row.drop }).first().click();
  const now = await eventually(
    () => me.bars(),
    (bars) => bars.length > 0 && bars.join() !== before.join(),
  );
  assert.notDeepEqual(now, before);
  const names = await page.locator(".exports > li").allInnerTexts();
  assert.equal(names.length, 2);
});

test("another rule set checks again, and its date is seen", async () => {
  const rules = page.getByLabel(common.rulesets.label);
  await rules.selectOption("2023-10");
  await page.getByRole("link", { name: /October .*2023/ }).waitFor();
  await page.getByText(/^Checked: /).waitFor();
  await rules.selectOption("2020-06");
});

test("a check that begins while another one runs takes its place", async () => {
  await dropRepeated(me, MANY, 30);
  const starts = page.locator(".run .actions button");
  await starts.click();
  await page.locator(".list-row").first().waitFor();
  const rules = page.getByLabel(common.rulesets.label);
  for (const id of ["2023-10", "2020-06"]) await rules.selectOption(id);
  await page
    .locator(".run")
    .getByText(/^Checked: 90,000 rows/)
    .waitFor({ timeout: 30_000 });
  const expected = checkBatch(MANY);
  const counted = await me.verdicts();
  assert.deepEqual(counted.fix, expected.verdicts.fix * 30);
});

test("pasted rows are a file, too", async () => {
  const box = page.getByLabel(en.source.paste, { exact: true });
  await paste(page, box, "customerTenantId\tproduct\nx\tTeams\n");
  await page.getByText(en.source.pasted).waitFor();
  assert.match(await me.layout.innerText(), /tab/);
});

for (const [name, content, state] of [
  ["an empty file", "", "empty"],
  ["blanks alone", " \n \n", "empty"],
  ["a PDF", "%PDF-1.7\n1 0 obj", "not-text"],
  [
    "a workbook without claims",
    workbookOf([{ name: "x", rows: [["City"], ["Bonn"]] }]),
    "no-claims",
  ],
  ["a header alone", "customerTenantId;product\n", "header-only"],
]) {
  test(`${name} is told, not checked`, async () => {
    await me.take(content, "file.csv");
    await page.getByText(en.source.states[state]).waitFor();
    assert.ok(!(await me.layout.isVisible()));
    assert.ok(!(await page.getByRole("button", { name: en.layout.run }).isVisible()));
  });
}

for (const [name, content, problem] of [
  ["a workbook that breaks off", "PK\u0003\u0004\u0000\u0000", "container-damaged"],
  ["a ZIP file with a password", zipOf([{ name: "x", flags: 1 }]), "container-encrypted"],
  [
    "an old workbook",
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    "old-workbook",
  ],
]) {
  test(`${name} is told in words of its own`, async () => {
    await me.take(content, "file.xlsx");
    await page.getByText(rest.evidence.problems[problem]).waitFor();
    assert.ok(!(await me.layout.isVisible()));
  });
}

test("a workbook, also packed, is checked as its rows in CSV are, with and without a worker", async () => {
  const rows = [[]];
  for (const [, quoted, cell, end] of MANY.matchAll(/(?:"([^"]*)"|([^",\n]*))([,\n])/g)) {
    rows.at(-1).push(quoted ?? cell);
    if (end === "\n") rows.push([]);
  }
  const book = workbookOf([{ name: "Claims", rows }]);
  for (const prepare of [
    () => {},
    (fresh) => fresh.route("**/checker.mjs", (route) => route.abort()),
  ]) {
    const other = await open({ path: "/bulk.html", prepare });
    const who = someone(other.page);
    await who.loaded();
    for (const [name, content] of [
      ["claims.xlsx", book],
      ["claims.zip", zipOf([{ name: "claims.xlsx", content: book }])],
      ["claims.csv.gz", gzipped(MANY)],
    ]) {
      await who.take(content, name);
      await who.layout.waitFor();
      await who.run();
      await agrees(who);
    }
    await other.close();
  }
});

test("a text that is no table can be looked at, and not checked", async () => {
  await me.take("Dear Sir\nor Madam\n", "letter.txt");
  await page.getByText(en.layout.noColumns).waitFor();
  assert.ok(await page.getByRole("button", { name: en.layout.run }).isDisabled());
});

test("a cell as large as a file is told, and costs no row", async () => {
  const cell = "x".repeat(3 * 1024 * 1024);
  const text = `product,partnerId\nTeams,1\n"${cell}",2\nTeams,3\n`;
  await me.take(text, "huge.csv");
  await me.run();
  await page.getByText(/^Checked: 3 rows/).waitFor();
  assert.match(await me.totals.innerText(), /Rows longer than a megabyte/);
  assert.equal(
    await me.download(en.downloads.annotated),
    Buffer.from(checkBatch(text).toCsv()).toString(),
  );
});

test("UTF-16 and Windows-1252 are read, and said", async () => {
  const text = "Domäne;Produkt\nmünchen.de;Teams\n";
  await me.take(Buffer.from(`\ufeff${text}`, "utf16le"), "utf16.csv");
  await page.getByText(en.layout.encodings["utf-16le"]).waitFor();
  await me.run();
  assert.ok((await me.download(en.downloads.annotated)).startsWith("\ufeffDomäne;Produkt;verdict"));
  await me.take(Buffer.from(text, "latin1"), "old.csv");
  await page.getByText(en.layout.encodings["windows-1252"]).waitFor();
  await me.run();
  await me.row(1).first().click();
  await page.locator(".cells").getByText("münchen.de").waitFor();
});

test("columns are remembered only if the person asks, and forgotten again", async () => {
  const text = "Nummer,Ware\n5357564,Teams\n";
  await me.take(text, "one.csv");
  await me.column("Ware").selectOption("product");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  const keep = page.getByRole("checkbox", { name: en.layout.remember });
  await keep.check();
  await me.column("Nummer").selectOption("partnerId");
  await me.take("Nummer,Ware\n1,Exchange\n", "two.csv");
  await page.getByText(en.layout.recalled).waitFor();
  assert.equal(await me.column("Nummer").inputValue(), "partnerId");
  assert.equal(await me.column("Ware").inputValue(), "product");
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.doesNotMatch(kept, /5357564|Teams|Exchange/);
  await keep.uncheck();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("the template is read back with all its columns", async () => {
  const csv = await me.download(en.source.template, en.source.templateName);
  const { columns, verdicts: counted, rows } = checkBatch(csv);
  assert.ok(columns.every(({ field }) => field) && columns.length === Object.keys(fields).length);
  assert.deepEqual([rows, counted.fix], [1, 0]);
});

test("where the checks do not load, that is said, and another try helps", async () => {
  let isBroken = true;
  const failed = await open({
    path: "/bulk.html",
    prepare: (fresh) =>
      fresh.route("**/cpor_core_bg.wasm", (route) => (isBroken ? route.abort() : route.continue())),
  });
  await failed.page.getByText(common.result.failures.wasm_fetch_failed).waitFor();
  isBroken = false;
  await failed.page.getByRole("button", { name: common.common.retry }).click();
  await someone(failed.page).loaded();
  await failed.close();
});

test("in German, no English is left, and the work goes on", async () => {
  await me.take(MANY, "many.csv");
  await me.run();
  await page.getByLabel(common.language).selectOption("de");
  await page.getByText(/^Geprüft: 3\.000 Zeilen/).waitFor();
  await page.locator(".list-row").first().click();
  await page.locator(".row-view .verdict").waitFor();
  const text = (await page.locator("body").innerText()).split("\n");
  const left = leaves(en)
    .flatMap((one) => one.split(/\{\w+\}/))
    .map((one) => one.trim())
    .filter((one) => one.length > 5 && !leaves(de).join("\n").includes(one))
    .filter((one) => text.some((line) => (one.includes(" ") ? line.includes(one) : line === one)));
  assert.deepEqual(left, []);
  assert.equal(await page.title(), de.title);
  const template = await me.download(de.source.template, de.source.templateName);
  assert.ok(checkBatch(template).columns.every(({ field }) => field));
  await page.getByLabel(TEXTS.de.page.language).selectOption("en");
  await page.getByText(/^Checked: 3,000 rows/).waitFor();
});

test("both languages say the same, and kindly", () => {
  const banned = {
    en: /\b(please|sorry|invalid|valid|forbidden|illegal|oops|required)\b/i,
    de: /(?<!\p{L})(bitte|leider|(un)?gültig|verboten|unzulässig|erforderlich|Antrag)(e[mnrs]?)?(?!\p{L})/iu,
  };
  for (const [tag, words] of Object.entries({ en, de })) {
    for (const text of leaves(words)) {
      assert.doesNotMatch(text, banned[tag]);
      assert.doesNotMatch(text, /["']/);
    }
  }
  assert.deepEqual(paths(de), paths(en));
});

test("on a phone, nothing has to be scrolled sideways", async () => {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await page.locator(".list-row").first().click();
    await page.getByRole("button", { name: en.row.correct }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${width}: ${wide}`);
    await page.getByRole("button", { name: en.row.correct }).click();
    await page.getByRole("button", { name: en.row.keep }).first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.getByRole("button", { name: en.row.drop }).first().click();
    await page.getByRole("button", { name: en.row.back }).click();
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("form and file lead to each other", async () => {
  const other = await open({ path: "/?lang=en" });
  await person(other.page).loaded();
  await other.page.getByRole("link", { name: common.bulk }).click();
  await someone(other.page).loaded();
  await other.page.getByRole("link", { name: en.form }).click();
  await person(other.page).loaded();
  assert.deepEqual(other.problems(), []);
  await other.close();
});

test("the colours chosen on the form are those of this page, and the other way round", async () => {
  const { page: other, close } = await open({ colorScheme: "light" });
  const theme = () => other.evaluate(() => document.documentElement.dataset.theme);
  await person(other).loaded();
  await other.getByRole("button", { name: common.dark, exact: true }).click();
  await other.goto(new URL("bulk.html", other.url()).href);
  await someone(other).loaded();
  assert.equal(await theme(), "dark");
  await other.getByRole("button", { name: common.light, exact: true }).click();
  await other.goto(new URL("./", other.url()).href);
  await person(other).loaded();
  assert.equal(await theme(), "light");
  await close();
});

test("in all of this, nothing left the page, nothing was kept, and nothing complained", async () => {
  assert.deepEqual(opened.problems(), []);
  for (const url of opened.requests)
    assert.doesNotMatch(decodeURIComponent(url), /3f1c7a52|5357564/);
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
  assert.deepEqual(kept, [0, 0]);
});

/** A file of so many rows, the same every time, with faults of several kinds. */
function many(rows) {
  const lines = ["customerTenantId,customerDomain,solutionArea,activity,product,partnerId,note"];
  for (let i = 0; i < rows; i += 1) {
    const tenant = `3f1c7a52-9b0e-4d6a-8c27-${String(i % 2900).padStart(12, "0")}`;
    const cells = [
      i % 50 ? tenant : tenant.slice(0, 20),
      i % 40 ? `contoso${i}.com` : "gmail.com",
      i % 3 ? "microsoft-365" : "business-applications",
      i % 30 ? "usage" : "wrong",
      i % 7 ? "Teams" : "Dynamics 365 Finance",
      i % 20 ? "5357564" : "53a",
      i % 11 ? "" : `"note ${i}, with a comma\nand a line"`,
    ];
    lines.push(cells.join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** What is said of the claims of a file with fields for a header, as far as they fit in a line. */
function checkClaimsOf(csv) {
  const [header, ...lines] = csv.split("\n").slice(0, 300);
  const names = header.split(",");
  return lines.map((line) =>
    checkClaim(Object.fromEntries(line.split(",").map((cell, at) => [names[at], cell]))),
  );
}

/** Drops a file with all its rows that often; made in the page, because it is large. */
async function dropRepeated(who, csv, times) {
  const dataTransfer = await who.page.evaluateHandle(
    ([text, count]) => {
      const rows = text.slice(text.indexOf("\n") + 1);
      const transfer = new DataTransfer();
      const parts = [text, ...Array(count - 1).fill(rows)];
      transfer.items.add(new File(parts, "large.csv"));
      return transfer;
    },
    [csv, times],
  );
  await who.source.dispatchEvent("drop", { dataTransfer });
  await who.layout.waitFor();
}

async function goesTo() {
  const box = page.getByRole("textbox", { name: en.list.go });
  await box.fill("4000");
  await page.keyboard.press("Enter");
  assert.equal(
    await box.evaluate((node) => node.validationMessage),
    "The rows are numbered from 1 to 3,000.",
  );
  await box.fill("1234");
  await page.keyboard.press("Enter");
  await me.heading(fill(en.row.title, { row: "1,234" })).waitFor();
  await page.getByRole("button", { name: en.row.back }).click();
}

/** A list longer than any box can be is still crossed row by row. */
async function crossed({ page: shown, list, active, drawn }) {
  await shown.getByText(/^1,\d{3},\d{3} findings shown$/).waitFor();
  const last = Number(await list.getAttribute("aria-rowcount"));
  await list.focus();
  await shown.keyboard.press("End");
  for (let i = 0; i < 15; i += 1) await shown.keyboard.press("ArrowUp");
  assert.equal((await active()).index, String(last - 15));
  assert.ok((await active()).isVisible);
  await shown.keyboard.press("ArrowDown");
  assert.equal((await active()).index, String(last - 14));
  await list.evaluate((node) => node.scrollTo(0, node.scrollHeight / 2));
  await eventually(
    () => list.getByRole("row").nth(5).getAttribute("aria-rowindex"),
    (index) => Number(index) < last - 1000,
  );
  const middle = Number(await list.getByRole("row").nth(5).getAttribute("aria-rowindex"));
  assert.ok(Math.abs(middle / last - 0.5) < 0.01, `${middle} of ${last}`);
  assert.ok((await drawn()) <= 60);
}

async function agrees(who = me) {
  const expected = checkBatch(MANY);
  assert.deepEqual(await who.verdicts(), expected.verdicts);
  const counts = Object.values(expected.codes).sort((a, b) => b - a);
  const shown = (await who.bars()).map((bar) =>
    Number(bar.match(/([\d,]+) \(/)[1].replace(",", "")),
  );
  assert.deepEqual(shown, counts);
}

/** Somebody in front of the page for many claims. */
function someone(shown) {
  const card = (title) =>
    shown
      .locator("section")
      .filter({ has: shown.getByRole("heading", { name: title, exact: true, level: 2 }) });
  const list = shown.getByRole("grid", { name: en.list.title });
  const totals = card(en.totals.title);
  const layout = card(en.layout.title);
  return {
    ...{ page: shown, list, totals, layout },
    claim: person(shown),
    source: card(en.source.title),
    loaded: () => shown.getByRole("heading", { name: en.source.title, exact: true }).waitFor(),
    heading: (name) => shown.getByRole("heading", { name, exact: true }),
    column: (name) =>
      shown.getByRole("combobox", { name: fill(en.layout.fieldOf, { column: name }), exact: true }),
    filter: (name) => shown.getByRole("combobox", { name, exact: true }),
    drawn: () => list.getByRole("row").count(),
    row: (number) =>
      list.getByRole("row").filter({ has: shown.getByText(String(number), { exact: true }) }),
    async named(title) {
      const texts = layout.locator("div").filter({ has: shown.getByText(title, { exact: true }) });
      return texts.last().getByRole("listitem").allInnerTexts();
    },
    async take(content, name) {
      const chooser = shown.getByLabel(en.source.choose, { exact: true });
      await chooser.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
      await shown.locator(".file .state").getByText(name).waitFor();
      await eventually(
        () => shown.locator(".file .state").innerText(),
        (text) => !text.includes(en.source.reading),
      );
    },
    async run() {
      await shown.locator(".run .actions button").click();
      await shown.getByText(/^Checked: /).waitFor({ timeout: 30_000 });
    },
    async verdicts() {
      const counts = {};
      for (const [name, { title }] of Object.entries(verdicts)) {
        const text = await totals
          .getByRole("listitem")
          .filter({ hasText: title })
          .first()
          .innerText();
        counts[name] = Number(text.match(/([\d,]+) \(/)[1].replace(",", ""));
      }
      return counts;
    },
    bars: () => totals.locator(".found button").allInnerTexts(),
    async active() {
      return list.evaluate((node) => {
        const row = document.getElementById(node.getAttribute("aria-activedescendant"));
        const [own, frame] = [row, node].map((one) => one.getBoundingClientRect());
        return {
          index: row.getAttribute("aria-rowindex"),
          text: row.innerText,
          isVisible: own.top >= frame.top && own.bottom <= frame.bottom + 1,
        };
      });
    },
    shows: (count, all) =>
      shown.getByText(`${count} of ${all} findings shown`, { exact: true }).waitFor(),
    async download(button) {
      const coming = shown.waitForEvent("download");
      await shown.getByRole("button", { name: button, exact: true }).click();
      return (await readFile(await (await coming).path())).toString();
    },
  };
}

/** A picker for a place to save waits for a person. */
function withoutPicker(fresh) {
  return fresh.addInitScript(() => {
    delete window.showSaveFilePicker;
  });
}

/** One that answers at once: with a file that only this profile has. */
function withPicker(fresh) {
  return fresh.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      if (!navigator.userActivation.isActive) throw new DOMException("no press", "SecurityError");
      if (window.choosesNothing) throw new DOMException("nothing", "AbortError");
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
  });
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

function leaves(node) {
  return typeof node === "string" ? [node] : Object.values(node).flatMap(leaves);
}

function paths(node, path = "") {
  if (typeof node === "string") return [path];
  return Object.entries(node).flatMap(([key, value]) => paths(value, `${path}.${key}`));
}
