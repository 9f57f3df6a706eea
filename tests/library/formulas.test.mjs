// No cell of an annotated file starts a formula where that is asked for, and nothing else of the file changes.
import assert from "node:assert/strict";
import test from "node:test";
import { checkBatch, init, openBatch } from "cpor-preflight";

const TODAY = "2026-11-22";
await init();

test("with guardFormulas no cell starts a formula where a lone CR ends the lines, either", () => {
  const file = Buffer.from("Product;activity\r=1;+1\r-1;@x\r");
  const text = Buffer.from(
    checkBatch(file, {}, { today: TODAY, guardFormulas: true }).toCsv(),
  ).toString();
  assert.match(text, /\r'=1;'\+1;[^\r]*\r'-1;'@x;/);
});

test("with guardFormulas no cell starts a formula, whatever marks, quotes, and pieces there are", () => {
  const odd = ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '"=1"', "'=1", " =1", "a=1", "-", ""];
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const lines = odd.map((text) => [quoted(text), quoted(`a${text}`), quoted(text)].join(";"));
  // Quotes with nothing in them, and cells without quotes.
  const others = ['""=1;a;"=1"x', "=1;-1;+1", "@x;;=x"];
  for (const mark of ["", "\ufeff"])
    for (const size of [1, 2, 3, 7, 1e6]) {
      const file = Buffer.from(
        `${mark}=Product;product;-x\r\n${[...lines, ...others].join("\n")}\n`,
      );
      const pieces = [];
      const options = { today: TODAY, onCsv: (bytes) => pieces.push(bytes), guardFormulas: true };
      const run = openBatch({}, options);
      for (let at = 0; at < file.length; at += size) run.push(file.subarray(at, at + size));
      run.end();
      const text = Buffer.concat(pieces).toString();
      assert.equal(text, Buffer.from(checkBatch(file, {}, options).toCsv()).toString());
      const cells = cellsIn(text.replace(/^\ufeff/, ""));
      assert.deepEqual(
        cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell)),
        [],
      );
      // Nothing else has changed.
      const given = cellsIn(file.toString().replace(/^\ufeff/, ""));
      assert.deepEqual(
        cells.map((row) => row.slice(0, 3)),
        given.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))),
      );
      const plain = checkBatch(file, {}, { today: TODAY }).toCsv();
      const kept = cellsIn(
        Buffer.from(plain)
          .toString()
          .replace(/^\ufeff/, ""),
      );
      assert.deepEqual(
        kept.map((row) => row.slice(0, 3)),
        given,
      );
    }
});

/** The cells of a file with semicolons, letter by letter. */
function cellsIn(text) {
  const rows = [[""]];
  let isQuoted = false;
  const add = (letter) => {
    rows.at(-1).push(`${rows.at(-1).pop()}${letter}`);
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const isEmpty = rows.at(-1).at(-1) === "" && /[\n\r;]|^$/.test(text[at - 1] ?? "");
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      add(letter);
      at += 1;
    } else if (letter === '"' && (isQuoted || isEmpty)) isQuoted = !isQuoted;
    else if (!isQuoted && letter === ";") rows.at(-1).push("");
    else if (!isQuoted && letter === "\n") rows.push([""]);
    else if (isQuoted || letter !== "\r") add(letter);
  }
  return rows.slice(0, -1);
}
