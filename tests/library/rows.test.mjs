// The rows of a file under work, without a document: what is found of them, what is to be done, what was edited, and
// that an answer to a question of before never takes the place of a newer one.

import assert from "node:assert/strict";
import test from "node:test";
import { checkBatch, init } from "cpor-preflight";
import {
  bytes,
  file,
  GOOD,
  HEAD,
  newRows,
  opened,
  page,
  settled,
  TENANT,
  turn,
  until,
} from "../support/working-rows.mjs";

const { Rows, engine, sampleSources } = page;
await init();

const states = (rows) => rows.order().map((row) => [rows.table.number(row), rows.state(row)]);
const todos = (rows) => rows.todos.map(({ rows: n, action, label }) => [n, action?.id, label]);

test("rows are counted as the spreadsheet does, and what blocks comes first", async () => {
  const text = `Claims of November\r\n\r\n${HEAD}\r\n${GOOD}\r\n;;;;;\r\n${GOOD.replace("usage", "presales")}\r\n`;
  const { rows } = await opened(bytes(text));
  assert.deepEqual(states(rows), [
    [6, "fix"],
    [4, "settle"],
  ]);
  assert.deepEqual(rows.counts, { fix: 1, settle: 1, microsoft: 0, ready: 0, all: 2 });
});

test("lines within quotes and blank ones count as they do in a spreadsheet", async () => {
  const quoted = GOOD.replace("contoso.com", '"contoso.com\r\nand more"');
  const inch = GOOD.replace("Teams", 'Teams 5" and "more');
  const text = `\ufeff${HEAD}\n${quoted}\n\n${inch}\n\n\n${GOOD}`;
  const { rows } = await opened(bytes(text));
  assert.deepEqual(
    rows
      .order()
      .map((row) => rows.table.number(row))
      .sort(),
    [2, 4, 7],
  );
});

test("Excel’s line for its separator is none of its rows", async () => {
  const { rows } = await opened(bytes(`sep=;\r\n${HEAD}\r\n${GOOD}\r\n`));
  assert.equal(rows.table.number(1), 2);
});

test("the state of each row is that of the check of its claim", async () => {
  const lines = [GOOD, GOOD.replace("usage", "presales"), GOOD.replace(TENANT, "x"), ";;;usage;;"];
  const { rows } = await opened(file(...lines));
  const batch = checkBatch(file(...lines), {}, { ruleset: "2023-10", locale: "en" });
  assert.equal(rows.counts.fix, batch.verdicts.fix);
  assert.equal(rows.counts.fix, 3);
});

test("what mends the same in many rows is done in all of them as one step, and taken back as one", async () => {
  const { rows, checks } = newRows();
  const [, , [claims]] = sampleSources(new Date(2026, 10, 30));
  const evidence = await sampleEvidence();
  Object.assign(rows, {});
  const own = newRows({ settings: { locale: "en", ruleset: "2023-10", evidence } });
  own.rows.open("claims.csv", bytes(claims));
  await settled(own.rows);
  assert.deepEqual(own.rows.counts.fix, 19);
  const { microsoft, ready } = own.rows.counts;
  assert.ok(microsoft + ready > 100);
  assert.equal(own.rows.order({ state: "file" }).length, microsoft + ready);
  const [swap] = own.rows.todos;
  // A label that is another one in each row is none of all.
  assert.deepEqual(
    own.rows.todos.slice(0, 4).map(({ rows: n, label, what }) => [n, label ?? what]),
    [
      [10, "Swap with “Subscription ID”"],
      [5, "Use “5357564”"],
      [2, "The customer tenant ID is too short: a GUID has 32 hexadecimal digits."],
      [1, "Use “margies.com”"],
    ],
  );
  assert.deepEqual([swap.rows, swap.action.id], [10, "swap-fields"]);
  assert.equal(await own.rows.mendAll(swap.key), 10);
  await settled(own.rows);
  assert.equal(own.rows.counts.fix, 9);
  own.rows.undo();
  await settled(own.rows);
  assert.equal(own.rows.counts.fix, 19);
  assert.equal(await own.rows.table.file().text(), claims, "byte for byte");
  assert.equal(checks.length, 0);
});

/** As the core holds what is known of the sample's customers. */
async function sampleEvidence() {
  const held = engine.holdEvidence({});
  for (const [source, about] of sampleSources(new Date(2026, 10, 30)).slice(0, 2))
    held.add(JSON.stringify((await engine.readAnything(source, about)).evidence));
  return held;
}

test("an edit counts at once, and what shows only across rows follows", async () => {
  const { rows, checks } = await opened(file(GOOD, GOOD.replace("Teams", "Exchange Online")));
  assert.equal(rows.across(2), undefined);
  rows.edit([[2, { product: "Teams" }]]);
  assert.equal(rows.text(2, "product"), "Teams");
  await settled(rows);
  assert.deepEqual(rows.across(2), { code: "duplicate-in-file", otherRow: 1 });
  assert.equal(rows.judged(2).todo.across, "duplicate-in-file");
  assert.equal(checks.length, 2);
  rows.undo();
  await settled(rows);
  assert.equal(rows.across(2), undefined);
  assert.equal(rows.canUndo, false);
});

test("only the edited cells of a file change, in its own separator and quotes", async () => {
  const line = `"${TENANT}";contoso.com;"Te""ams";usage;microsoft-365;5357564`;
  const { rows } = await opened(file(line, GOOD));
  rows.edit([[1, { partnerId: "12;34" }]]);
  const text = await rows.table.file().text();
  assert.equal(text, `${HEAD}\r\n${line.replace("5357564", '"12;34"')}\r\n${GOOD}\r\n`);
});

test("a field without a column gets one", async () => {
  const { rows } = await opened(file(GOOD, GOOD));
  rows.edit([[1, { userRole: "incentives-admin" }]]);
  await settled(rows);
  const [head, first, second] = (await rows.table.file().text()).split("\r\n");
  assert.deepEqual([head, first, second], [`${HEAD};userRole`, `${GOOD};incentives-admin`, GOOD]);
  assert.equal(rows.claim(1).userRole, "incentives-admin");
});

test("the person says what a column is, and no other one is it then", async () => {
  const { rows } = await opened(
    bytes(`Kunde;Produkt;Domain\r\ncontoso.com;Teams;fabrikam.com\r\n`),
  );
  const at = rows.table.columns.indexOf("customerDomain");
  rows.choose(at === 0 ? 2 : 0, "customerDomain");
  await settled(rows);
  assert.equal(rows.table.columns.filter((field) => field === "customerDomain").length, 1);
  assert.equal(rows.claim(1).customerDomain, at === 0 ? "fabrikam.com" : "contoso.com");
});

test("the answer for a file of before never takes the place of a newer one", async () => {
  const gates = [];
  const { rows } = newRows({ gates });
  rows.open("old.csv", file(GOOD.replace(TENANT, "x"), GOOD));
  await until(() => gates.length === 1);
  rows.open("new.csv", file(GOOD));
  await until(() => gates.length === 2);
  gates[1]();
  await settled(rows);
  gates[0]();
  await turn();
  assert.deepEqual([rows.table.name, rows.length, rows.counts.fix], ["new.csv", 1, 0]);
});

test("the answer for cells of before is dropped, and the check begins anew", async () => {
  const gates = [];
  const { rows, checks } = newRows({ gates });
  rows.open("claims.csv", file(GOOD, GOOD.replace("Teams", "Exchange Online")));
  await until(() => gates.length === 1);
  gates[0]();
  await settled(rows);
  rows.edit([[2, { product: "Teams" }]]);
  await until(() => gates.length === 2);
  rows.edit([[2, { product: "SharePoint Online" }]]);
  gates[1]();
  await until(() => gates.length === 3);
  assert.notEqual(rows.checked, rows.generation, "no answer is of what is shown");
  assert.equal(rows.across(2), undefined, "the duplicate of before is told of nowhere");
  gates[2]();
  await settled(rows);
  assert.equal(rows.checked, rows.generation);
  assert.match(checks[2], /SharePoint Online/);
});

test("other rules and evidence check again, the same ones do not", async () => {
  const { rows, checks, settings } = await opened(file(GOOD));
  rows.refresh();
  await settled(rows);
  assert.equal(checks.length, 1);
  settings.ruleset = "2020-06";
  rows.refresh();
  await settled(rows);
  assert.equal(checks.length, 2);
  assert.equal(rows.judged(1).report.ruleset, "2020-06");
});

test("a check that fails is told, and what was found stays", async () => {
  const { rows } = newRows();
  rows.open("claims.csv", file(GOOD));
  await settled(rows);
  const broken = new Rows({
    engine,
    runs: { check: () => Promise.reject(new Error("gone")) },
    settings: () => ({ locale: "en" }),
  });
  broken.open("claims.csv", file(GOOD));
  await settled(broken);
  assert.deepEqual([broken.phase, broken.canEdit, rows.phase], ["broken", false, "done"]);
});

test("filters show what they say", async () => {
  const { rows } = await opened(
    file(GOOD, GOOD.replace("usage", "presales"), GOOD.replace("Teams", "Yammer")),
  );
  assert.deepEqual(rows.order({ state: "fix" }), [2]);
  assert.deepEqual(rows.order({ text: "YAMMER" }), [3]);
  const [{ key }] = rows.todos;
  assert.deepEqual(rows.order({ todo: key }), [2]);
  assert.equal(todos(rows)[0][0], 1);
  const [one, two, three] = [
    ["5357564", "x"],
    [TENANT, "x"],
    [TENANT, "y"],
  ].map((change) => GOOD.replace(...change));
  const { rows: more } = await opened(file(one, two, three));
  assert.deepEqual(
    todos(more).map(([n]) => n),
    [2, 1],
    "what most rows have is first",
  );
});

test("a filter leaves the rows of a state, of what is to be done, or with a text in any cell", async () => {
  const wrong = GOOD.replace(TENANT, "x");
  const { rows } = await opened(
    file(GOOD, wrong, ";;;;;", GOOD.replace("Teams", "Exchange Online"), wrong),
  );
  assert.deepEqual(rows.order(), [2, 5, 1, 4]);
  assert.deepEqual(rows.order({ state: "fix" }), [2, 5]);
  assert.deepEqual(rows.order({ state: "settle" }), [1, 4]);
  assert.deepEqual(rows.order({ state: "file" }), []);
  const [{ key, rows: count }] = rows.todos;
  assert.deepEqual([rows.order({ todo: key }), count, rows.todo(key)], [[2, 5], 2, rows.todos[0]]);
  assert.equal(rows.todo("no such thing"), undefined);
  assert.deepEqual(rows.order({ text: " EXCHANGE on " }), [4]);
  assert.deepEqual(rows.order({ text: "exchange", state: "fix" }), []);
  assert.deepEqual(rows.order({ text: "nowhere" }), []);
  assert.deepEqual(rows.order({ text: " " }), [2, 5, 1, 4]);
  assert.deepEqual([rows.counts.fix, rows.counts.settle, rows.counts.all], [2, 2, 4]);
});

test("a row that is corrected counts as what it is now, before the file is checked again", async () => {
  const gates = [];
  const { rows } = newRows({ gates });
  const wrong = GOOD.replace(TENANT, "x");
  rows.open("claims.csv", file(wrong, wrong, GOOD));
  while (!gates.length) await turn();
  gates.shift()();
  await settled(rows);
  const [{ key }] = rows.todos;
  assert.deepEqual([rows.todo(key).rows, rows.counts.fix], [2, 2]);
  rows.edit([[1, { customerTenantId: TENANT }]]);
  assert.deepEqual([rows.todo(key).rows, rows.counts.fix, rows.state(1)], [1, 1, "settle"]);
  rows.edit([[2, { customerTenantId: TENANT }]]);
  assert.deepEqual([rows.todo(key), rows.counts.fix], [undefined, 0]);
  rows.undo();
  assert.deepEqual([rows.todo(key).rows, rows.counts.fix], [1, 1]);
  while (rows.isBusy) {
    gates.shift()?.();
    await turn();
  }
  assert.deepEqual([rows.todo(key).rows, rows.counts.fix], [1, 1]);
});

test("a second row for the same claim names the first, until it is corrected", async () => {
  const id = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
  const line = `${TENANT};contoso.com;Dynamics 365 Sales;usage;business-applications;5357564;${id}`;
  const content = `${HEAD};subscriptionId\r\n${line}\r\n${GOOD};\r\n${line}\r\n`;
  const { rows } = await opened(bytes(content));
  const across = () =>
    rows.todos.filter(({ across: code }) => code).map((todo) => [todo.across, todo.rows]);
  assert.deepEqual(across(), [["duplicate-in-file", 1]]);
  assert.deepEqual(
    [1, 2, 3].map((row) => rows.across(row)?.otherRow),
    [undefined, undefined, 1],
  );
  rows.edit([[3, { subscriptionId: id.replace("01", "02") }]]);
  await settled(rows);
  assert.deepEqual([across(), rows.across(3)], [[], undefined]);
  rows.undo();
  await settled(rows);
  assert.deepEqual(across(), [["duplicate-in-file", 1]]);
});

test("a file in Windows-1252 stays one, and a letter that it has not becomes a question mark", async () => {
  const name = GOOD.replace("Teams", "Größe");
  const content = Buffer.from([HEAD, name, GOOD, ""].join("\r\n"), "latin1");
  const { rows } = await opened(new Uint8Array(content));
  assert.equal(rows.table.text(1, "product"), "Größe");
  rows.edit([[2, { product: "Süß; 5 Ω" }]]);
  await settled(rows);
  const out = Buffer.from(await rows.table.file().arrayBuffer());
  const [, first, second] = out.toString("latin1").split("\r\n");
  assert.equal(first, name);
  assert.equal(second, GOOD.replace("Teams", '"Süß; 5 ?"'));
});

test("what a file has no column for gets one, for all rows", async () => {
  const { rows } = await opened(file(GOOD, GOOD));
  rows.edit([[2, { userRole: "incentives-admin", submittedOn: "2026-11-20" }]]);
  await settled(rows);
  const out = await rows.table.file().text();
  assert.deepEqual(out.split("\r\n"), [
    `${HEAD};userRole;submittedOn`,
    GOOD,
    `${GOOD};incentives-admin;2026-11-20`,
    "",
  ]);
  assert.deepEqual(
    [rows.table.text(2, "userRole"), rows.table.text(1, "userRole")],
    ["incentives-admin", ""],
  );
  rows.undo();
  await settled(rows);
  assert.equal(rows.table.text(2, "userRole"), "");
});

test("where nothing was corrected, nothing is taken back", async () => {
  const { rows, checks } = await opened(file(GOOD));
  rows.undo();
  await settled(rows);
  assert.deepEqual([rows.canUndo, checks.length, rows.length], [false, 1, 1]);
  assert.equal(newRows().rows.text(1, "product"), "");
});

test("the line with the names has a number, too, whatever is above it or in it", async () => {
  const text = `\ufeff"customer\nTenantId"${HEAD.slice("customerTenantId".length)}\n${GOOD}\n`;
  for (const [content, numbers] of [
    [`Claims\r\n\r\n${HEAD}\r\n${GOOD}\r\n`, [3, 4]],
    [`${HEAD}\n${GOOD}`, [1, 2]],
    [text, [1, 2]],
  ]) {
    const { rows } = await opened(bytes(content));
    assert.deepEqual(
      [0, 1].map((row) => rows.table.number(row)),
      numbers,
    );
  }
});

test("in a long file, findings belong to their rows, whichever piece they came with", async () => {
  const id = (at) => `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e${String(at).padStart(4, "0")}`;
  const lines = Array.from({ length: 1500 }, (_, at) => {
    const line = `${TENANT};contoso.com;Dynamics 365 Sales;usage;business-applications;5357564`;
    return `${at % 500 === 400 ? line.replace("5357564", "x") : line};${id(at === 1400 ? 900 : at)}`;
  });
  const { rows } = await opened(bytes([`${HEAD};subscriptionId`, ...lines, ""].join("\n")));
  assert.deepEqual(rows.order({ state: "fix" }), [401, 901, 1401]);
  assert.deepEqual(rows.across(1401), { code: "duplicate-in-file", otherRow: 901 });
  assert.equal(rows.judged(401).findings[0].code, "partner-id-malformed");
  assert.equal(rows.table.text(1401, "subscriptionId"), id(900));
  assert.equal(rows.table.number(1401), 1402);
});
