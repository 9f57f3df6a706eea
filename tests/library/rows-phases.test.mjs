// What becomes of rows while they are checked: what is there at each moment, and after each thing that can happen then.

import assert from "node:assert/strict";
import test from "node:test";
import {
  file,
  GOOD,
  HEAD,
  newRows,
  opened,
  page,
  settled,
  TENANT,
  turn,
} from "../support/working-rows.mjs";

const { Rows, checkFile, engine } = page;
const WRONG = GOOD.replace(TENANT, "x");
const SETTINGS = { locale: "en", ruleset: "2023-10" };

/** What a view shows of rows. */
const seen = (rows) => ({
  ...{ phase: rows.phase, length: rows.length, isBusy: rows.isBusy, name: rows.table?.name },
  ...{ canEdit: rows.canEdit, canUndo: rows.canUndo, counts: Object.values(rows.counts).join() },
  ...{ todos: rows.todos.map(({ rows: count }) => count).join(), sums: rows.sums?.rows },
});
const NOTHING = {
  ...{ phase: "none", length: 0, isBusy: false, name: undefined, canEdit: false, canUndo: false },
  ...{ counts: "0,0,0,0,0", todos: "", sums: undefined },
};

/** Rows whose checks are what a test makes of them: `asked` has what each was asked, and how it ends. */
function handmade(settings = SETTINGS) {
  const asked = [];
  const runs = {
    check: (evidence, task, on, signal) =>
      new Promise((done, fail) => {
        signal.addEventListener("abort", () => fail(signal.reason));
        asked.push({ evidence, task, on, signal, done, fail });
      }),
  };
  return { rows: new Rows({ engine, runs, settings: () => settings }), asked, settings };
}

/** What a check finds, piece by piece, and its sums. */
async function foundIn({ task, evidence }) {
  const pieces = [];
  const pace = { stretch: 20, pause: () => {} };
  const sums = await checkFile(
    engine,
    evidence ?? {},
    task,
    { found: (one) => pieces.push(one) },
    pace,
  );
  return { pieces, sums };
}

test("before a file and after it there is nothing, and nothing can be done", async () => {
  const { rows } = newRows();
  let heard = 0;
  rows.on(() => {
    heard += 1;
  });
  const tryAll = async () => {
    rows.edit([[1, { product: "x" }]]);
    rows.choose(0, "product");
    rows.refresh();
    rows.undo();
    rows.cancel();
    assert.equal(await rows.mendAll("ready"), 0);
    await turn();
    assert.deepEqual(seen(rows), NOTHING);
    assert.deepEqual([rows.order(), rows.text(1, "product"), rows.claim(1)], [[], "", {}]);
  };
  await tryAll();
  rows.open("claims.csv", file(WRONG, GOOD, GOOD));
  await settled(rows);
  rows.edit([[2, { product: "Exchange Online" }]]);
  await settled(rows);
  assert.deepEqual(seen(rows), {
    ...{
      phase: "done",
      length: 3,
      isBusy: false,
      name: "claims.csv",
      canEdit: true,
      canUndo: true,
    },
    ...{ counts: "1,2,0,0,3", todos: "1,2", sums: 3 },
  });
  heard = 0;
  rows.close();
  await turn();
  assert.equal(heard, 1);
  assert.equal(rows.across(3), undefined);
  await tryAll();
});

test("rows come while a file is checked, and can be edited once all are there", async () => {
  const { rows, asked } = handmade();
  const heard = [];
  rows.on(() => heard.push([rows.phase, rows.length, rows.done, rows.isBusy]));
  rows.open("claims.csv", file(WRONG, GOOD));
  await turn();
  assert.deepEqual(asked[0].task.columns, HEAD.split(";"));
  assert.deepEqual([asked[0].task.ruleset, asked[0].task.wants], ["2023-10", "found"]);
  const { pieces, sums } = await foundIn(asked[0]);
  asked[0].on.progress(7);
  await turn();
  asked[0].on.found(pieces[0]);
  await turn();
  assert.deepEqual(heard, [
    ["checking", 0, 0, true],
    ["checking", 0, 7, true],
    ["checking", 2, 7, true],
  ]);
  assert.deepEqual(rows.order(), [1, 2]);
  assert.deepEqual([rows.state(1), rows.state(2), rows.sums], ["fix", "settle", undefined]);
  rows.edit([[1, { customerTenantId: TENANT }]]);
  assert.deepEqual([rows.text(1, "customerTenantId"), rows.canUndo], ["x", false]);
  asked[0].done(sums);
  await settled(rows);
  assert.deepEqual([rows.phase, rows.canEdit, rows.sums, rows.isBusy], ["done", true, sums, false]);
  rows.edit([[1, { customerTenantId: TENANT }]]);
  assert.deepEqual([rows.text(1, "customerTenantId"), rows.canUndo], [TENANT, true]);
});

test("who cancels keeps what was read until then, and can begin again", async () => {
  const { rows, asked } = handmade();
  rows.open("claims.csv", file(WRONG, GOOD, GOOD));
  const { pieces, sums } = await foundIn(asked[0]);
  const [{ verdicts, places, across }] = pieces;
  asked[0].on.found({ verdicts: verdicts.slice(0, 2), places: places.slice(0, 2), across });
  rows.cancel();
  assert.equal(asked[0].signal.aborted, true);
  await settled(rows);
  const due = {
    ...{ length: 2, isBusy: false, name: "claims.csv" },
    counts: "1,1,0,0,2",
    todos: "1,1",
  };
  const none = { canEdit: false, canUndo: false, sums: undefined };
  assert.deepEqual(seen(rows), { phase: "cancelled", ...due, ...none });
  rows.refresh();
  assert.equal(asked.length, 2);
  assert.equal(rows.isBusy, true);
  asked[1].on.found(pieces[0]);
  assert.equal(rows.length, 2);
  asked[1].done(sums);
  await settled(rows);
  assert.deepEqual(
    [rows.phase, rows.length, rows.order(), rows.table.number(3)],
    ["done", 3, [1, 2, 3], 4],
  );
  rows.edit([[3, { product: "Yammer" }]]);
  assert.equal(
    await rows.table.file().text(),
    [HEAD, WRONG, GOOD, GOOD.replace("Teams", "Yammer"), ""].join("\r\n"),
  );
});

test("a check that breaks says so, and the next one is another one", async () => {
  const { rows, asked } = handmade();
  rows.open("claims.csv", file(WRONG));
  asked[0].fail(new Error("gone"));
  await settled(rows);
  assert.deepEqual([rows.phase, rows.isBusy, rows.length], ["broken", false, 0]);
  rows.refresh();
  assert.equal(asked.length, 2);
  const { pieces, sums } = await foundIn(asked[1]);
  asked[1].on.found(pieces[0]);
  asked[1].done(sums);
  await settled(rows);
  assert.deepEqual([rows.phase, rows.length, rows.state(1)], ["done", 1, "fix"]);
});

test("what comes of a check that was given up is not heard", async () => {
  for (const giveUp of [
    (rows) => rows.open("b.csv", file(GOOD)),
    (rows) => rows.close(),
    (rows) => rows.choose(0, "customerTenantId"),
  ]) {
    const { rows, asked } = handmade();
    rows.open("a.csv", file(WRONG, WRONG));
    const { pieces, sums } = await foundIn(asked[0]);
    giveUp(rows);
    assert.equal(asked[0].signal.aborted, true);
    await turn();
    const { phase } = rows;
    asked[0].on.found(pieces[0]);
    asked[0].on.progress(9);
    asked[0].done(sums);
    await turn();
    assert.deepEqual([rows.phase, rows.length, rows.done, rows.sums], [phase, 0, 0, undefined]);
    if (!asked[1]) continue;
    const next = await foundIn(asked[1]);
    asked[1].on.found(next.pieces[0]);
    asked[1].done(next.sums);
    await settled(rows);
    assert.deepEqual([rows.phase, rows.length], ["done", next.sums.rows]);
  }
});

test("while rows are checked anew, those of before are shown; then the new ones", async () => {
  const { rows, asked, settings } = handmade({ ...SETTINGS });
  const answer = async (at) => {
    const { pieces, sums } = await foundIn(asked[at]);
    for (const piece of pieces) asked[at].on.found(piece);
    asked[at].done(sums);
    await settled(rows);
  };
  rows.open("claims.csv", file(GOOD));
  await answer(0);
  const { basis } = rows;
  for (const [change, due] of [
    [{ ruleset: "2020-06" }, true],
    [{}, false],
    [{ locale: "de" }, true],
    [{ evidence: engine.holdEvidence({ partnerIds: [] }) }, true],
    [{}, false],
  ]) {
    Object.assign(settings, change);
    const { length } = asked;
    const before = rows.judged(1);
    const last = rows.basis;
    rows.refresh();
    assert.equal(asked.length, due ? length + 1 : length, JSON.stringify(change));
    assert.deepEqual([rows.phase, rows.length, rows.basis], ["done", 1, last]);
    if (!due) continue;
    assert.deepEqual(
      [asked.at(-1).evidence, asked.at(-1).task.ruleset],
      [settings.evidence, settings.ruleset],
    );
    await answer(length);
    assert.notEqual(rows.basis, last);
    assert.notEqual(rows.judged(1), before);
    const { locale, ruleset } = rows.judged(1).report;
    assert.deepEqual([locale, ruleset], [settings.locale, settings.ruleset]);
  }
  assert.notEqual(rows.basis, basis);
  // An edit leaves the rows where they are.
  const { basis: same } = rows;
  rows.edit([[1, { product: "Yammer" }]]);
  await answer(asked.length - 1);
  assert.equal(rows.basis, same);
});

test("an edit of what is so already is none, and several of one row are one step", async () => {
  const { rows, checks } = await opened(file(GOOD, GOOD));
  rows.edit([[1, { product: "Teams" }]]);
  rows.edit([]);
  rows.edit([[1, {}]]);
  await settled(rows);
  assert.deepEqual([rows.canUndo, checks.length, rows.table.isEdited], [false, 1, false]);
  rows.edit([
    [1, { product: "Yammer" }],
    [2, { product: "Teams", activity: "presales" }],
    [1, { partnerId: "5357565" }],
  ]);
  assert.deepEqual(
    [rows.text(1, "product"), rows.text(1, "partnerId"), rows.text(2, "activity")],
    ["Yammer", "5357565", "presales"],
  );
  rows.edit([[1, { product: undefined }]]);
  assert.equal(rows.text(1, "product"), "");
  rows.undo();
  assert.equal(rows.text(1, "product"), "Yammer");
  // Back to what it was is no edit any more.
  rows.edit([
    [1, { product: "Teams", partnerId: "5357564" }],
    [2, { activity: "usage" }],
  ]);
  assert.equal(rows.table.isEdited, false);
  rows.undo();
  rows.undo();
  assert.deepEqual([rows.canUndo, rows.table.isEdited], [false, false]);
  await settled(rows);
  assert.equal(await rows.table.file().text(), new TextDecoder().decode(file(GOOD, GOOD)));
});

test("many rows are judged in stretches, between which the page has its turn and others hear of it", async (t) => {
  // A row takes a millisecond: the first 120 of a file come at once, then a dozen at a time.
  let now = 0;
  t.mock.method(performance, "now", () => {
    now += 1;
    return now;
  });
  const { rows, asked } = handmade();
  const lines = Array.from({ length: 1000 }, (_, at) => GOOD.replace("contoso", `contoso${at}`));
  rows.open("claims.csv", file(...lines));
  const { pieces, sums } = await foundIn(asked[0]);
  for (const piece of pieces) asked[0].on.found(piece);
  const judged = () => rows.todos.reduce((sum, one) => sum + one.rows, 0);
  const steps = [];
  rows.on(() => steps.push(judged()));
  asked[0].done(sums);
  let [most, last] = [0, 0];
  let first;
  while (!first || rows.isBusy) {
    await turn();
    const count = judged();
    first ??= count || undefined;
    if (last) most = Math.max(most, count - last);
    last = count;
  }
  t.mock.restoreAll();
  assert.equal(last, 1000);
  assert.ok(first >= 100 && first <= 200, `${first} at once`);
  assert.ok(most <= 40, `${most} in a stretch`);
  assert.ok(steps.length >= 3 && steps.length <= 8, `${steps}`);
  assert.equal(steps.at(-1), 1000);
});

test("after an edit only its own row is judged again", async () => {
  const lines = Array.from({ length: 300 }, (_, at) => GOOD.replace("contoso", `contoso${at}`));
  let asked = 0;
  const counting = new Proxy(engine, {
    get: (of, name) => (name === "checkClaim" ? counted : of[name]),
  });
  const counted = (...given) => {
    asked += 1;
    return engine.checkClaim(...given);
  };
  const check = (evidence, task, on) =>
    checkFile(engine, evidence ?? {}, task, on, { stretch: 20, pause: () => {} });
  const runs = { check };
  const own = new Rows({ engine: counting, runs, settings: () => SETTINGS });
  own.open("claims.csv", file(...lines));
  await settled(own);
  assert.ok(asked >= 300 && asked <= 310, `${asked}`);
  asked = 0;
  own.edit([[7, { product: "Yammer" }]]);
  await settled(own);
  assert.ok(asked >= 1 && asked <= 3, `${asked}`);
});

test("what is to be mended in all rows is not, where the file is another one by then", async (t) => {
  const lines = Array.from({ length: 60 }, () => GOOD.replace("microsoft-365", ""));
  const { rows } = await opened(file(...lines));
  const [{ key, rows: count, action }] = rows.todos;
  assert.deepEqual([count, action.isMend], [60, true]);
  let now = 0;
  t.mock.method(performance, "now", () => {
    now += 1;
    return now;
  });
  const mending = rows.mendAll(key);
  rows.edit([[1, { product: "Yammer" }]]);
  assert.equal(await mending, 0);
  assert.equal(rows.text(2, "solutionArea"), "");
  t.mock.restoreAll();
  assert.equal(await rows.mendAll(key), 60);
  assert.equal(rows.text(2, "solutionArea"), "microsoft-365");
  assert.equal(await rows.mendAll("no such thing"), 0);
});
