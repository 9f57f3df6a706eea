import { fill } from "../dom.js";
import { CODES, FIELDS } from "./numbers.js";

/**
 * Names and texts of findings and columns, by the numbers of codes and fields. `words` are the bulk
 * page's, `described` is the library's `describe()`.
 */
export function findingTexts({ work, words, described }) {
  const { labels, fields, codes, checks } = described;
  const checkLabels = new Map(checks.map(({ id, label }) => [id, label]));
  const byCode = new Map(codes.map((one) => [one.code, one]));
  return { severityOf, checkOf, labelOf, textsOf, acrossRows, exampleOf };

  function severityOf(code) {
    return byCode.get(CODES[code])?.severity ?? "warns";
  }

  function checkOf(code) {
    return checkLabels.get(byCode.get(CODES[code])?.check) ?? words.row.acrossRows;
  }

  /** Under its column's name, if it has one; `field` is a number + 1. */
  function labelOf(field) {
    const name = FIELDS[field - 1];
    if (!name) return words.list.wholeRow;
    const column = work.columns.indexOf(name);
    const label = fields.find((one) => one.name === name).shortLabel;
    return work.layout?.columns[column]?.name.trim() || fill(words.list.noColumn, { field: label });
  }

  /** A finding in full. */
  async function textsOf({ row, code, field, otherRow }) {
    const name = CODES[code];
    const across = labels.crossRow[name];
    if (across) {
      const other = fill(words.list.otherRow, { row: otherRow });
      return { ...across, what: `${across.what} ${other}`, severity: "warns", source: "" };
    }
    const report = await work.report(row);
    const same = report.findings.filter((one) => one.code === name);
    const isAtField = ({ fields: named }) => named[0] === FIELDS[field - 1];
    const finding = same.find(isAtField) ?? same[0];
    const { ruleset, section } = finding.source;
    return { ...finding, source: `${ruleset}: ${section}` };
  }

  function acrossRows(row) {
    return work.findings
      .of(row)
      .map((number) => work.findings.at(number))
      .filter(({ code }) => CODES[code] in labels.crossRow)
      .map(({ code, otherRow }) => ({ ...labels.crossRow[CODES[code]], otherRow }));
  }

  /** The text of a finding in the first row that has it. */
  async function exampleOf(code) {
    const across = labels.crossRow[code];
    if (across) return { text: across.what };
    const first = work.findings.first(CODES.indexOf(code));
    const { what } = await textsOf(work.findings.at(first));
    return { text: what, isExample: byCode.get(code).params.length > 0 };
  }
}
