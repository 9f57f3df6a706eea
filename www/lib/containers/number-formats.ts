// How Excel shows numbers, as far as it changes what they say: days, times and leading zeros.

/** What a number stands for. */
export type NumberKind = "number" | "day" | "time" | { zeros: number };

/** Formats that have no code in the file. source: ECMA-376, part 1, 18.8.30 (numFmt) */
const BUILT_IN_DAYS = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
];
const BUILT_IN_TIMES = [
  [18, 21],
  [45, 47],
];

export function builtInKind(id: number): NumberKind {
  const isIn = (ranges: number[][]) =>
    ranges.some(([first = 0, last = 0]) => first <= id && id <= last);
  if (isIn(BUILT_IN_DAYS)) return "day";
  return isIn(BUILT_IN_TIMES) ? "time" : "number";
}

export function kindOfCode(code: string): NumberKind {
  // What comes behind a semicolon is for negative numbers, zero and text.
  const [first = ""] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .split(";");
  if (/^0{2,}$/.test(first)) return { zeros: first.length };
  if (/general/i.test(first)) return "number";
  if (/[yd]/i.test(first)) return "day";
  if (/[hs]/i.test(first)) return "time";
  return /m/i.test(first) ? "day" : "number";
}

/** A number as it stands in the file, as people would write it. */
export function numberText(stored: string, kind: NumberKind, is1904: boolean): string {
  const text = plainNumber(stored);
  if (kind === "number") return text;
  if (typeof kind === "object") return /^\d+$/.test(text) ? text.padStart(kind.zeros, "0") : text;
  const value = Number(stored);
  const isDay = value >= 0 && value < MAX_DAY;
  if (!isDay || (kind === "time" && value >= 1)) return text;
  const seconds = Math.round((value % 1) * SECONDS_OF_A_DAY);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (kind === "time" || value < 1) return time;
  const day = Math.floor(value) + (seconds === SECONDS_OF_A_DAY ? 1 : 0);
  // Excel counts a 29th of February 1900, so that days before it are one nearer to its first.
  if (!is1904 && day === 60) return "1900-02-29";
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day > 60 ? 30 : 31);
  const date = new Date(epoch + day * SECONDS_OF_A_DAY * 1000).toISOString().slice(0, 10);
  return seconds % SECONDS_OF_A_DAY ? `${date}T${time}` : date;
}

/** Without an exponent, and without the digits that only a binary fraction has. */
function plainNumber(stored: string): string {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(stored);
  if (!parts) return stored;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  const places = fraction.length - Number(exponent);
  // Integers are expanded digit by digit: as a number, a long one would lose its last digits.
  if (places <= 0 && places > -MAX_ZEROS)
    return (
      (sign === "-" ? "-" : "") + (whole + fraction).replace(/^0+(?=\d)/, "") + "0".repeat(-places)
    );
  const number = Number(Number(stored).toPrecision(15));
  return String(number).includes("e") ? stored : String(number);
}

const SECONDS_OF_A_DAY = 86_400;
/** 9999-12-31, the last day of Excel's. */
const MAX_DAY = 2_958_466;
const MAX_ZEROS = 310;
