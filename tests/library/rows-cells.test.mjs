// A file of claims cell by cell: what each line of it is read as, what it is after an edit, where each row lies, and that
// nothing else of the file changes.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { bytes, file, GOOD, HEAD, opened, settled } from "../support/working-rows.mjs";

const { quoted, separatorIn } = await imported(inRoot("www", "batch", "cells.ts"));
const { Found } = await imported(inRoot("www", "batch", "found.ts"));

const NAMES = "product;activity;partnerId";
const AT = [0, 1, 2];
/** The file as it goes out, with the mark that it may begin with. */
const textOf = async (rows) => Buffer.from(await rows.table.file().arrayBuffer()).toString();

test("a line is read as cells as a spreadsheet reads it", async () => {
  for (const [line, ...cells] of [
    ["a;b;c", "a", "b", "c"],
    [";b;", "", "b", ""],
    ["a", "a", "", ""],
    ["a;b;c;d", "a", "b", "c"],
    [" a ; b;c ", " a ", " b", "c "],
    ['"a;b";c;d', "a;b", "c", "d"],
    ['"a""b";"""";x', 'a"b', '"', "x"],
    ['"";"";x', "", "", "x"],
    ['a"b;c"d;"e', 'a"b', 'c"d', "e\r\n"],
    ['"a"b;"c" ;d', "ab", "c ", "d"],
    ['"a\r\nb";"\n";c', "a\r\nb", "\n", "c"],
    ['"a;b', "a;b\r\n", "", ""],
    ["ä;\ufeffb;„c“", "ä", "\ufeffb", "„c“"],
  ]) {
    const { rows } = await opened(bytes(`${NAMES}\r\n${line}\r\n`));
    assert.deepEqual(
      AT.map((column) => rows.table.cell(1, column)),
      cells,
      line,
    );
  }
});

test("what is edited of a line is quoted where it has to be, and the rest of it stays", async () => {
  const line = '"a";b ;"c;""d"""';
  for (const [given, edits, due] of [
    [line, { product: "x" }, 'x;b ;"c;""d"""'],
    [line, { activity: "x" }, '"a";x;"c;""d"""'],
    [line, { partnerId: "x" }, '"a";b ;x'],
    [line, { product: "x;y", partnerId: 'say "z"' }, '"x;y";b ;"say ""z"""'],
    [line, { activity: "x\ny" }, '"a";"x\ny";"c;""d"""'],
    [line, { activity: "x\ry" }, '"a";"x\ry";"c;""d"""'],
    [line, { activity: "x,y z" }, '"a";x,y z;"c;""d"""'],
    [line, { activity: "" }, '"a";;"c;""d"""'],
    ["a", { partnerId: "x" }, "a;;x"],
    ["a", { activity: "y", partnerId: "x" }, "a;y;x"],
    ["a", { userRole: "x" }, "a;;;x"],
    ["a;b;c;d", { partnerId: "x" }, "a;b;x;d"],
  ]) {
    for (const [before, behind] of [
      ["", ""],
      ["m;n;o\r\n\r\n", "\r\n\r\np;q;r\r\n"],
    ]) {
      const head = edits.userRole ? `${NAMES};userRole` : NAMES;
      const { rows } = await opened(bytes(`${NAMES}\r\n${before}${given}${behind}`));
      const at = before ? 2 : 1;
      rows.edit([[at, edits]]);
      assert.equal(await textOf(rows), `${head}\r\n${before}${due}${behind}`, due);
      for (const [field, text] of Object.entries(edits)) assert.equal(rows.text(at, field), text);
      await settled(rows);
      rows.undo();
      await settled(rows);
      assert.equal(rows.table.isEdited, false);
    }
  }
});

test("edits of before and behind each other are put where their rows were in the file", async () => {
  const { rows } = await opened(file(GOOD, GOOD, GOOD));
  const longer = (line) => line.replace("contoso.com", "a-much-longer-name.example");
  for (const row of [3, 1]) {
    rows.edit([[row, { customerDomain: "a-much-longer-name.example" }]]);
    await settled(rows);
  }
  assert.equal(await textOf(rows), [HEAD, longer(GOOD), GOOD, longer(GOOD), ""].join("\r\n"));
  rows.edit([[2, { customerDomain: "x.com" }]]);
  await settled(rows);
  const short = GOOD.replace("contoso.com", "x.com");
  assert.equal(await textOf(rows), [HEAD, longer(GOOD), short, longer(GOOD), ""].join("\r\n"));
  assert.deepEqual(
    [1, 2, 3].map((row) => rows.text(row, "customerDomain").length),
    [26, 5, 26],
  );
  for (let times = 0; times < 3; times += 1) rows.undo();
  await settled(rows);
  assert.equal(await textOf(rows), [HEAD, GOOD, GOOD, GOOD, ""].join("\r\n"));
});

test("columns that come with edits stand behind the names, wherever and however these end", async () => {
  const head = "product;partnerId";
  for (const [start, end] of [
    [head, "\nTeams;1"],
    [head, "\r\n\r\nTeams;1"],
    [`Claims\n\n${head}`, "\n\n\nTeams;1"],
    [`\ufeff${head}`, "\rTeams;1"],
  ]) {
    const { rows } = await opened(bytes(`${start}${end}\r\n`));
    rows.edit([[1, { userRole: "x", submittedOn: "y" }]]);
    assert.equal(await textOf(rows), `${start};userRole;submittedOn${end};x;y\r\n`);
    assert.deepEqual(rows.table.fields, ["product", "partnerId", "userRole", "submittedOn"]);
  }
});

test("two columns for one field say what they say together, and are edited together", async () => {
  const head = "customerDomain;product;customerDomain";
  const { rows } = await opened(
    bytes(
      [head, "a.com;Teams;a.com", "a.com;Teams;b.com", "a.com;Teams; ", ";Teams;b.com", ""].join(
        "\n",
      ),
    ),
  );
  const domains = () => [1, 2, 3, 4].map((row) => rows.text(row, "customerDomain"));
  assert.deepEqual(domains(), ["a.com", "", "a.com", "b.com"]);
  rows.edit([[2, { customerDomain: "c.com" }]]);
  assert.deepEqual(domains(), ["a.com", "c.com", "a.com", "b.com"]);
  assert.match(await textOf(rows), /\nc\.com;Teams;c\.com\n/);
});

test("each row has the number that a spreadsheet gives it", async () => {
  const line = "Teams;usage;1";
  for (const [content, ...numbers] of [
    [`${NAMES}\n${line}\n${line}\n`, 1, 2, 3],
    [`${NAMES}\r${line}\r${line}\r`, 1, 2, 3],
    [`${NAMES}\r\n\r\n${line}\r\n\r\n\r\n${line}`, 2, 3, 6],
    [`${NAMES}\n"Te\nams";u;1\n${line}\n`, 1, 2, 3],
    [`${NAMES}\n"Te""\n""ams";u;1\n${line}\n`, 1, 2, 3],
    [`${NAMES}\nx;"Te\r\n\r\nams";1\n${line}\n`, 1, 2, 3],
    [`${NAMES}\nTe"ams;u";1\n${line}\n`, 1, 2, 3],
    [`${NAMES}\nTe"ams;u;1\nTe"ams;u;1\n`, 1, 2, 3],
    [`${NAMES}\n"Te"a"ms;u";1\n${line}\n`, 1, 2, 3],
    [`x\n\n${NAMES}\n${line}\n${line}\n`, 3, 4, 5],
    [`\ufeff${NAMES}\n${line}\n${line}\n`, 1, 2, 3],
    [`sep=;\n${NAMES}\n${line}\n${line}\n`, 1, 2, 3],
    [`"sep=;"\n${NAMES}\n${line}\n${line}\n`, 1, 2, 3],
    [`SEP=;\n${NAMES}\n${line}\n${line}\n`, 1, 2, 3],
    [`xsep=;\n${NAMES}\n${line}\n${line}\n`, 2, 3, 4],
  ]) {
    const { rows } = await opened(bytes(content));
    assert.deepEqual(
      [0, 1, 2].map((row) => rows.table.number(row)),
      numbers,
      content,
    );
    // Whichever row is asked for first.
    const { rows: others } = await opened(bytes(content));
    assert.equal(others.table.number(2), numbers[2], content);
  }
});

test("cells are separated as numbers of the language leave it, and quoted only where they have to be", () => {
  for (const [locale, separator] of [
    ["en", ","],
    ["en-GB", ","],
    ["de", ";"],
    ["de-CH", ","],
    ["fr", ";"],
    ["ja", ","],
  ])
    assert.equal(separatorIn(locale), separator, locale);
  for (const [text, separator, cell] of [
    ["a", ";", "a"],
    ["a,b", ";", "a,b"],
    ["a;b", ";", '"a;b"'],
    ['"', ";", '""""'],
    ["a\nb", ",", '"a\nb"'],
    ["a\rb", ",", '"a\rb"'],
    ["", ",", ""],
  ])
    assert.equal(quoted(text, separator), cell);
});

test("what was found of many rows is that of each, however they came together", () => {
  const verdict = (row) => row % 5;
  for (const sizes of [
    [1, 65_535, 65_536, 3, 0, 140_000],
    [65_536, 1],
    [65_535, 2],
  ]) {
    const found = new Found();
    let first = 1;
    for (const size of sizes) {
      const rows = Array.from({ length: size }, (_, at) => first + at);
      const across = rows.filter((row) => row % 60_000 === 0).flatMap((row) => [row, 7, row - 1]);
      found.append({
        verdicts: Uint8Array.from(rows, verdict),
        places: Float64Array.from(rows, (row) => row * 10),
        across: Uint32Array.from(across),
      });
      first += size;
    }
    const { rows } = found;
    assert.equal(rows, first - 1);
    for (let row = 1; row <= rows; row += 1) {
      if (found.verdict(row) !== verdict(row)) assert.fail(`verdict of ${row}`);
      const [start, end] = found.place(row);
      if (start !== row * 10 || end !== (row < rows ? (row + 1) * 10 : undefined))
        assert.fail(`place of ${row}`);
    }
    const due = [60_000, 120_000, 180_000, 240_000].filter((row) => row <= rows);
    assert.deepEqual(
      [...found.across()],
      due.map((row) => [row, 7, row - 1]),
    );
  }
});
