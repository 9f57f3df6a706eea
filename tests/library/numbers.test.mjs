// Numbers in workbooks, which are days, times, digits, or quantities by their format: as Excel shows them.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init, readAnything } from "cpor-preflight";
import { workbookOf } from "../support/zips.mjs";

before(() => init({ locales: ["en"] }));

/** Formats by their codes, or by the numbers of those that no file writes down; a stored number, and what it says. */
const NUMBERS = [
  ["General", "5", "5"],
  ["0.00", "46348", "46348"],
  ["00", "5", "05"],
  ["00", "1.5", "1.5"],
  ["[Red]0", "5", "5"],
  ['0 "days"', "5", "5"],
  ["0;d.m.", "5", "5"],
  // What stands behind a mark, or in quotes or brackets, is shown as it is.
  ...["0\\d", "0_d", "0*d", '"d"0', '"dd"0"yy"', "[$d]0", "[$dd-409]0", "[<=10]0"].map((code) => {
    return [code, "5", "5"];
  }),
  ["[Red]00", "5", "05"],
  ["[<=100]00;0", "5", "05"],
  // Digits are filled up where the format is nothing but zeros.
  ["#,#00", "5", "5"],
  ["00.0", "5", "5"],
  ["0000000000", "12345", "0000012345"],
  ["00", "12345", "12345"],
  ["00", "-5", "-5"],
  ["00", "x5", "x5"],
  ["00", "5x", "5x"],
  ["dd.mm.yyyy", "46348", "2026-11-22"],
  ["mmmm", "46348", "2026-11-22"],
  ["d/m/yy h:mm", "46348.5", "2026-11-22T12:00:00"],
  // A second that is not whole ends the day before.
  ["dd.mm.yyyy", "46347.999999", "2026-11-22"],
  ["dd.mm.yyyy", "0.5", "12:00:00"],
  ["dd.mm.yyyy", "0", "00:00:00"],
  ["dd.mm.yyyy", "-0.5", "-0.5"],
  ["dd.mm.yyyy", "1.5", "1900-01-01T12:00:00"],
  ["dd.mm.yyyy", "x", "x"],
  ["d", "46348", "2026-11-22"],
  ["yy", "46348", "2026-11-22"],
  ["YYYY", "46348", "2026-11-22"],
  ["GENERAL", "46348", "46348"],
  ["Standard", "46348", "2026-11-22"],
  ["dd.mm.yyyy", "1", "1900-01-01"],
  ["dd.mm.yyyy", "59", "1900-02-28"],
  ["dd.mm.yyyy", "60", "1900-02-29"],
  ["dd.mm.yyyy", "61", "1900-03-01"],
  ["dd.mm.yyyy", "2958465", "9999-12-31"],
  ["dd.mm.yyyy", "2958466", "2958466"],
  ["dd.mm.yyyy", "-1", "-1"],
  ["hh:mm", "0.75", "18:00:00"],
  ["[h]:mm", "0.75", "18:00:00"],
  // Thirty hours are no time of a day.
  ["[h]:mm", "1.25", "1.25"],
  ["ss", "0.5", "12:00:00"],
  ["hh:mm", "1", "1"],
  ["[hh]:mm", "1.25", "1.25"],
  ["[mm]:ss", "1.25", "1.25"],
  ["HH:MM", "0.000011574", "00:00:01"],
  ...[14, 17, 22, 27, 36, 50, 58].map((id) => [id, "46348", "2026-11-22"]),
  ...[18, 21, 45, 47].map((id) => [id, "0.75", "18:00:00"]),
  ...[13, 23, 26, 37, 44, 48, 49, 59].map((id) => [id, "0.75", "0.75"]),
  ["General", "1E+2", "100"],
  ["General", "-1.5e1", "-15"],
  ["General", "0.30000000000000004", "0.3"],
  ["General", "12345678901234567890", "12345678901234567890"],
  ["General", "1e-7", "1e-7"],
  ["General", "+5", "5"],
  ["General", "0007", "7"],
  ["General", "0", "0"],
  ["General", "1.50", "1.5"],
  ["General", "-0.5", "-0.5"],
  ["General", "1e-2", "0.01"],
  ["General", "12.5e1", "125"],
  ["General", "1.25e1", "12.5"],
  ["General", "0.1e3", "100"],
  ["General", "12.34e+2", "1234"],
  ["General", "-12e10", "-120000000000"],
  // What is no number stays what it is.
  ...["1.", ".5", "x5", "5x", "1e", "1e1234", "--5"].map((text) => ["General", text, text]),
];

test("a number is a day, a time, or digits, as its format says", async () => {
  const formats = NUMBERS.flatMap(([format], at) =>
    typeof format === "string"
      ? `<numFmt numFmtId="${200 + at}" formatCode="${format.replaceAll('"', "&quot;")}"/>`
      : [],
  );
  const styles = NUMBERS.map(([format], at) => {
    return `<xf numFmtId="${typeof format === "string" ? 200 + at : format}"/>`;
  });
  const content = `<styleSheet><numFmts>${formats.join("")}</numFmts><cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
  const rows = [
    ["Domain", "Product"],
    ...NUMBERS.map(([, value], style) => ["contoso.com", { style, value }]),
  ];
  const parts = [{ name: "xl/styles.xml", content }];
  const { claims } = await readAnything(workbookOf([{ name: "x", rows }], { parts }));
  const [, ...lines] = claims.trimEnd().split("\n");
  assert.deepEqual(
    lines.map((line, at) => [...NUMBERS[at].slice(0, 2), line.replace("contoso.com,", "")]),
    NUMBERS,
  );
});
