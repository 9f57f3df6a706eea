// Rows under work, checked in this process: what the tests of rows begin with.

import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

export const page = await imported(inRoot("tests", "support", "rows.ts"), {
  conditions: ["inline"],
});
const { Rows, checkFile, engine } = page;
await engine.init();

export const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
export const HEAD = "customerTenantId;customerDomain;product;activity;solutionArea;partnerId";
export const GOOD = `${TENANT};contoso.com;Teams;usage;microsoft-365;5357564`;
export const bytes = (text) => new TextEncoder().encode(text);
export const file = (...lines) => bytes(`${[HEAD, ...lines].join("\r\n")}\r\n`);

/** Rows that are checked here; `gates` hold a check back until they are called. */
export function newRows({ gates, settings = { locale: "en", ruleset: "2023-10" } } = {}) {
  const checks = [];
  const runs = {
    async check(evidence, task, on, signal) {
      checks.push(await task.file.text());
      const held = [];
      const found = (piece) => (gates ? held.push(piece) : on.found(piece));
      const pace = { stretch: 20, pause: () => {} };
      const sums = await checkFile(engine, evidence ?? {}, task, { ...on, found }, pace);
      if (gates) await new Promise((letGo) => gates.push(letGo));
      signal.throwIfAborted();
      for (const piece of held) on.found(piece);
      return sums;
    },
  };
  return { rows: new Rows({ engine, runs, settings: () => settings }), checks, settings };
}

/** Until nothing is under way. */
export async function settled(rows) {
  while (rows.isBusy) await turn();
}

export async function opened(content, options) {
  const all = newRows(options);
  all.rows.open("claims.csv", content);
  await settled(all.rows);
  return all;
}

export async function until(holds) {
  while (!holds()) await turn();
}

/** When all that was only waiting for its turn has had it. */
export const turn = () => new Promise((done) => setImmediate(done));
