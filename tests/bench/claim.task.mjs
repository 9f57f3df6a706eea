// Runs where the library runs: see claim.mjs.
import skuCsv from "../../www/generated/skus.ts";
import catalogue from "../../www/generated/text-en.ts";
import { Words } from "../../www/lib/text.ts";
import ajvValidate from "./ajv-compiled.mjs";
import { peers } from "./peers.mjs";
import { race } from "./rounds.mjs";
import { judge, prepare, tidied } from "./rules.mjs";
import { zenPeer } from "./zen.mjs";

const PEERS = { ...peers(ajvValidate), "zen-engine-wasm": zenPeer() };

export default async function task(input) {
  const core = await import(input.library);
  await core.init();
  const contenders = contendersFor(core, input);
  const differences = equalityGate(core, input);
  if (differences.length > 0) return { differences, races: [] };
  const races = [];
  for (const [name, claims] of Object.entries(input.claims)) {
    for (const isFresh of [true, false]) {
      const what = `${name}, ${isFresh ? "new object" : "same object"}`;
      races.push({ name: what, ...(await race(contenders(claims, isFresh), input.options)) });
    }
  }
  return { differences, races };
}

/** Checks with the schema of a peer, and puts the findings into words as the library does. */
function peerCheck(isBad, known, words, today) {
  return (claim) => {
    const tidy = tidied(claim);
    const findings = judge(tidy, isBad(tidy), known, today);
    for (const finding of findings)
      Object.assign(finding, words.finding(finding.code, finding.params));
    return findings;
  };
}

function contendersFor(core, { evidence, today }) {
  const options = { ruleset: "2020-06", locale: "en", today };
  const held = core.holdEvidence(evidence);
  const known = prepare(evidence, skuCsv);
  const words = new Words(catalogue, core.rulesets({ locale: "en" })[0]);
  const checks = {
    [OURS]: (claim) => core.checkClaim(claim, held, options).findings,
    ...Object.fromEntries(
      Object.entries(PEERS).map(([name, isBad]) => [name, peerCheck(isBad, known, words, today)]),
    ),
  };
  const contenders = (claims, isFresh) => {
    const count = claims.length;
    return Object.entries(checks).map(([name, check]) => ({
      name,
      call: isFresh
        ? (n) => length(check({ ...claims[n % count] }))
        : (n) => length(check(claims[n % count])),
    }));
  };
  return contenders;
}

export const OURS = "cpor-preflight";

/** All yield the same codes at the same fields, or what follows is no comparison. */
function equalityGate(core, { scenarios, evidence, claims, today }) {
  const differences = [];
  const generated = Object.entries(claims).flatMap(([name, list]) =>
    list.map((claim, n) => ({ title: `${name} ${n}`, claim, evidence })),
  );
  const options = { ruleset: "2020-06", locale: "en", today };
  const words = new Words(catalogue, core.rulesets({ locale: "en" })[0]);
  const told = (findings) =>
    findings
      .map(({ code, fields, what, next }) => `${code} ${fields} ${what} ${next}`)
      .sort()
      .join("\n");
  const prepared = new Map();
  for (const { title, claim, evidence: own } of [...scenarios, ...generated]) {
    if (!prepared.has(own)) prepared.set(own, prepare(own, skuCsv));
    const expected = told(core.checkClaim(claim, own, options).findings);
    for (const [name, isBad] of Object.entries(PEERS)) {
      const actual = told(peerCheck(isBad, prepared.get(own), words, today)(claim));
      if (actual !== expected) differences.push({ title, name, expected, actual });
    }
  }
  return differences;
}

/** Messages are made when they are read. */
function length(findings) {
  let sum = 0;
  for (const { what, why, next } of findings) sum += what.length + why.length + next.length;
  return sum;
}
