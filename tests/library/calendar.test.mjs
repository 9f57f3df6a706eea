// Timelines and deadlines as calendars, held to RFC 5545 by a reader that is written here and by one of others:
// lines of at most 75 octets that end with CRLF, whole days with an end that no longer counts, texts with
// marks before what has a meaning.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { afterFiling, init, timeline, toCalendar } from "cpor-preflight";
import ICAL from "ical.js";

const TODAY = "2026-11-22";
const CLAIM = {
  customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  partnerId: "5357564",
  product: "Dynamics 365 Sales",
  submittedOn: "2026-11-20",
};

before(() => init());

/** The entries of a calendar, by a reading of the text as the standard describes it. */
function read(text) {
  if (text === "") return [];
  assert.ok(text.endsWith("\r\n"));
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) {
    assert.doesNotMatch(line, /[\r\n]/);
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
    assert.ok(!line.includes("\uFFFD"), line);
  }
  const lines = text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  assert.deepEqual([lines[0], lines.at(-1)], ["BEGIN:VCALENDAR", "END:VCALENDAR"]);
  const entries = [];
  let entry;
  for (const line of lines.slice(1, -1)) {
    const [, name, value] = /^([^:;]+)(?:;[^:]*)?:(.*)$/s.exec(line);
    if (line === "BEGIN:VEVENT") entry = {};
    else if (line === "END:VEVENT") entries.push(entry);
    else if (entry)
      entry[name] = value.replace(/\\([\\;,nN])/g, (_, mark) => (/n/i.test(mark) ? "\n" : mark));
  }
  assert.deepEqual(byOthers(text), entries);
  return entries;
}

/** The same by ical.js. */
function byOthers(text) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return events.map((event) => {
    const { startDate, endDate } = new ICAL.Event(event);
    assert.ok(startDate.isDate && endDate.isDate);
    const shown = event.getAllProperties().map((property) => {
      const value = property.getFirstValue();
      const text = typeof value === "string" ? value : value.toICALString();
      return [property.name.toUpperCase(), text];
    });
    return Object.fromEntries(shown);
  });
}

test("the timeline’s days are whole days, and the end is the day after the last one", () => {
  const steps = timeline(CLAIM, {}, { ruleset: "2023-10", today: TODAY, locale: "en" });
  const text = toCalendar(steps, { title: "Fabrikam", today: TODAY });
  assert.match(
    text,
    /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/cpor-preflight\/\/[^\r]+\r\n/,
  );
  assert.deepEqual(
    read(text).map(({ SUMMARY, DTSTART, DTEND, DTSTAMP }) => [SUMMARY, DTSTART, DTEND, DTSTAMP]),
    [
      ["Fabrikam: Submit the claim", "20261120", "20261121", "20261122T000000Z"],
      ["Fabrikam: Microsoft notifies the customer", "20261120", "20261121", "20261122T000000Z"],
      ["Fabrikam: Start of review", "20261120", "20261128", "20261122T000000Z"],
      ["Fabrikam: Review by Microsoft", "20261120", "20261218", "20261122T000000Z"],
      ["Fabrikam: Watch the comments", "20261120", "20261121", "20261122T000000Z"],
    ],
  );
  assert.equal(text.match(/DTSTART;VALUE=DATE:/g).length, 5);
});

test("a deadline is its last day, also at the end of a month and a year", () => {
  const { deadlines } = afterFiling(
    { status: "rejected", on: "2026-12-01" },
    { today: "2026-12-01" },
  );
  const [entry] = read(toCalendar(deadlines, { today: TODAY }));
  assert.deepEqual([entry.DTSTART, entry.DTEND], ["20261231", "20270101"]);
  assert.equal(entry.SUMMARY, "CPOR: Last day to dispute the rejection");
  assert.match(entry.DESCRIPTION, /within 30 days/);
});

test("nothing of the claim gets in but the title", () => {
  const steps = timeline(CLAIM, {}, { today: TODAY });
  const text = toCalendar(steps, { title: "Project 7", today: TODAY }).replaceAll("\r\n ", "");
  for (const value of [CLAIM.customerTenantId, CLAIM.partnerId, CLAIM.product])
    assert.ok(!text.includes(value), value);
});

test("marks, line breaks, and letters of several octets survive", () => {
  const titles = [
    "Müller; Söhne, Co. \\ KG: „Süd“",
    "a\nb\r\nc\u2028d",
    "漢字かな交じり文".repeat(30),
    "👩‍👩‍👧‍👦".repeat(40),
    `${"x".repeat(66)}ö`,
    "BEGIN:VEVENT\r\nUID:1",
    "\u0000\u0007tab\tstays",
  ];
  for (const title of titles) {
    const steps = [{ step: "dispute", by: TODAY, label: title, note: title }];
    const [{ SUMMARY, DESCRIPTION }, ...others] = read(toCalendar(steps, { title, today: TODAY }));
    const shown = title
      .replace(/\r\n?|\u2028/g, "\n")
      .replaceAll("\u0000", "")
      .replaceAll("\u0007", "")
      .trim();
    assert.deepEqual([SUMMARY, DESCRIPTION], [`${shown}: ${shown}`, shown]);
    assert.deepEqual(others, []);
  }
});

test("blanks around a step’s name are none of it, and a label of blanks is none", () => {
  const of = (step) => read(toCalendar([{ by: TODAY, ...step }], { today: TODAY }));
  const [{ SUMMARY }] = of({ step: "dispute" });
  for (const step of [{ step: " dispute\n" }, { step: "dispute", label: "  " }])
    assert.deepEqual(
      of(step).map((entry) => entry.SUMMARY),
      [SUMMARY],
    );
});

test("an entry keeps its name, and no other claim’s entry has it", () => {
  const of = (days, options) =>
    read(
      toCalendar(
        [
          { step: "dispute", by: days },
          { step: "answer", by: days },
        ],
        options,
      ),
    ).map(({ UID }) => UID);
  const first = of("2026-12-20", { title: "One", today: TODAY });
  assert.deepEqual(of("2026-12-20", { title: "One", today: "2026-11-25", locale: "de" }), first);
  assert.equal(new Set(first).size, 2);
  const others = [
    of("2026-12-20", { title: "Two", today: TODAY }),
    of("2026-12-21", { title: "One", today: TODAY }),
  ];
  for (const uid of others.flat()) assert.ok(!first.includes(uid), uid);
  // Whoever says which claim it is keeps the entries when the days move.
  const named = of("2026-12-20", { id: "42", title: "One" });
  assert.deepEqual(of("2026-12-31", { id: "42", title: "Another" }), named);
  assert.doesNotMatch(named[0], /42-/);
});

test("what has no day is left out, and any value of any type has a calendar", () => {
  const days = [
    { step: "answer" },
    { step: "answer", by: "soon" },
    { step: "answer", by: "2026-02-30" },
  ];
  for (const steps of [days, undefined, null, 7, "x", [7, null, {}], {}])
    assert.deepEqual(read(toCalendar(steps, steps)), []);
  const [entry] = read(toCalendar([{ step: "dispute", from: "2026-12-20", by: "2026-12-10" }]));
  assert.deepEqual([entry.DTSTART, entry.DTEND], ["20261220", "20261221"]);
  const twice = read(
    toCalendar([
      { step: "answer", by: TODAY },
      { step: "answer", by: TODAY },
    ]),
  );
  assert.equal(new Set(twice.map(({ UID }) => UID)).size, 2);
});

test("the last day of the last year with four digits is a day, too", () => {
  const text = toCalendar([
    { step: "answer", by: "9999-12-31" },
    { step: "dispute", from: "9999-12-30", by: "9999-12-31" },
    { step: "review", by: "9999-12-30" },
  ]);
  assert.doesNotMatch(text.replace(/^UID.*$/gm, ""), /[+]|\d{9}(?!Z)/);
  assert.deepEqual(
    read(text).map(({ DTSTART, DTEND }) => [DTSTART, DTEND]),
    [
      ["99991231", undefined],
      ["99991230", undefined],
      ["99991230", "99991231"],
    ],
  );
  const late = afterFiling({ status: "submitted", on: "9999-12-20" }, { today: "9999-12-25" });
  for (const { by } of late.deadlines) assert.match(by, /^\d{4}-\d\d-\d\d$/);
});
