// Days as a calendar that every program for calendars reads: RFC 5545.

import { VERSION } from "../generated/version.js";
import type { Words } from "./text.js";

/** What is the same for all entries, as it was given. */
interface Given {
  title: unknown;
  id: unknown;
  today: string;
}

interface Entry {
  step: string;
  from: string | undefined;
  by: string | undefined;
  label: string;
  note: string;
}

const MAX_OCTETS = 75;
const DAY_MS = 86_400_000;
const encoder = new TextEncoder();

/**
 * A calendar with a whole-day entry for each step that has a day. A step of several days lasts from its
 * first to its last one; none of them makes a person busy. Empty where no step has a day, because a
 * calendar has at least one entry.
 */
export function calendar(
  steps: unknown,
  { title, id, today }: Given,
  words: Words,
  hash: (text: string) => string,
): string {
  const entries = entriesOf(steps, words).filter(({ from, by }) => from || by);
  if (entries.length === 0) return "";
  const name = textOf(title) || "CPOR";
  const stamp = `${digits(today)}T000000Z`;
  // Whoever names the claim gets the same entries again when their days move.
  const days = entries.map(({ step, from, by }) => [step, from, by]);
  const key = hash(JSON.stringify(textOf(id) || [name, days])).slice(0, 16);
  const count = new Map<string, number>();
  const events = entries.flatMap(({ step, from, by, label, note }) => {
    const [first, last] = [from ?? by, by ?? from] as [string, string];
    const times = (count.get(step) ?? 0) + 1;
    count.set(step, times);
    const again = times > 1 ? `-${times}` : "";
    return [
      "BEGIN:VEVENT",
      `UID:${key}-${step.replace(/[^\w-]/g, "")}${again}@cpor-preflight`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${digits(first)}`,
      ...endOf(last < first ? first : last),
      `SUMMARY:${escaped(`${name}: ${label}`)}`,
      ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//cpor-preflight//cpor-preflight ${VERSION}//${words.tag.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Is it a day of the calendar, as `2026-11-22`? */
export function isDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The steps that can be read; what has no words of its own gets the catalogue's. */
function entriesOf(steps: unknown, { catalogue }: Words): Entry[] {
  const texts = { ...catalogue.filing.deadlines, ...catalogue.timeline };
  return (Array.isArray(steps) ? steps : []).flatMap((row: Partial<Record<string, unknown>>) => {
    const step = textOf(row?.step);
    const [from, by] = [row?.from, row?.by].map((day) => (isDay(day) ? day : undefined));
    const known = Object.hasOwn(texts, step) ? texts[step as keyof typeof texts].label : step;
    const label = textOf(row?.label) || known;
    return step && label ? [{ step, from, by, label, note: textOf(row?.note) }] : [];
  });
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const digits = (day: string): string => day.replaceAll("-", "");

/**
 * The end is the day after the last one. Days have years of four digits; without an end, an entry is a
 * whole day.
 */
function endOf(last: string): string[] {
  const end = new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString().slice(0, -14);
  return isDay(end) ? [`DTEND;VALUE=DATE:${digits(end)}`] : [];
}

/** As a value of the type TEXT: without control characters, and with marks before what has a meaning. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?|\n|\u2028|\u2029/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** In lines of at most 75 octets, none of which ends within a character. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
