// The page's examples mean the same on every day and everywhere.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test, { mock } from "node:test";

import * as library from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { formLibrary } from "../support/form-library.mjs";

const { example } = await imported(inRoot("www", "page", "examples.js"));
const { Store } = await imported(inRoot("www", "form", "store.ts"));

await library.init();

const NAMES = ["graph-subscriptions.json", "graph-subscribed-skus.json", "openid-contoso.json"];
const samples = Object.fromEntries(
  NAMES.map((name) => [name, () => readFile(inRoot("www", "samples", name), "utf8")]),
);

/** The verdict, and what blocks or warns, for each example. */
const MEANINGS = {
  good: ["ready"],
  csp: ["confirm", "subscription-csp"],
  presales: ["fix", "activity-not-in-area"],
  swapped: ["fix", "tenant-id-wrong-kind", "domain-wrong-kind"],
  offer: ["fix", "subscription-id-wrong-kind"],
};
const CLOCKS = ["2027-01-01T00:30:00Z", "2028-02-29T12:00:00Z", "2031-10-31T23:30:00Z"];
const ZONES = ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"];

for (const zone of ZONES)
  for (const clock of CLOCKS)
    for (const [id, [verdict, ...blocks]] of Object.entries(MEANINGS))
      test(`the example “${id}” keeps its meaning at ${clock} in ${zone}`, async () => {
        const before = process.env.TZ;
        process.env.TZ = zone;
        mock.timers.enable({ apis: ["Date"], now: Date.parse(clock) });
        try {
          const { claim, sources } = await example(id, samples);
          const store = new Store(formLibrary(), { locale: "en" });
          await store.begin(claim, sources);
          const { report } = store;
          const found = report.findings.filter(({ severity }) => severity !== "informs");
          assert.deepEqual(
            [report.verdict, ...found.map(({ code }) => code)],
            [verdict, ...blocks],
          );
        } finally {
          mock.timers.reset();
          if (before === undefined) delete process.env.TZ;
          else process.env.TZ = before;
        }
      });

test("an example on the day of its samples has their days", async () => {
  mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-22T12:00:00Z") });
  try {
    const { sources } = await example("good", samples);
    assert.equal(sources[0][0], await samples[NAMES[0]]());
  } finally {
    mock.timers.reset();
  }
});
