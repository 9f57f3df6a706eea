// Asks the oracle and the product about every enumerated claim, every SKU, every scenario, the bench's
// claims and a million drawn ones; the last line has the sum. A disagreement is printed with the claim,
// the evidence and both answers, the shortest first.
//
//     npm run oracle [-- number of drawn claims [seed]]
import * as library from "cpor-preflight";
import { asking, optioned } from "./asking.mjs";
import { enumerated, everySku } from "./cases.mjs";
import { compareAll, disagreements, ofProduct } from "./compare.mjs";
import { drawn, Random } from "./drawing.mjs";
import { faults, handCases } from "./hand.mjs";
import { judge } from "./oracle.mjs";
import { SKUS } from "./products.mjs";
import { benchCases, scenarioCases } from "./scenarios.mjs";

const count = Number(process.argv[2] ?? 1_000_000);
const random = new Random(Number(process.argv[3] ?? 20261122));
const BENCH = 1_000;

await library.init();
const ask = asking(library);
const sums = [
  ["written by hand", byHand()],
  ["scenarios", compare(scenarioCases(library))],
  ["bench", compare(benchCases(library, BENCH))],
  ["enumerated", compare(optioned(enumerated()))],
  ["every SKU", compare(optioned(everySku(SKUS)))],
  ["drawn", compare(optioned(draw()))],
];
for (const [name, { passed, failed, text }] of sums) {
  console.log(`${name}: ${passed} passed, ${failed} failed`);
  if (text) console.log(text);
}
const total = (outcome) => sums.reduce((sum, [, one]) => sum + one[outcome], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;

function compare(cases) {
  const sum = compareAll(cases, ask, judge);
  return { ...sum, text: disagreements(sum.kinds, ask, judge) };
}

function byHand() {
  const wrong = [];
  for (const one of handCases()) {
    const { ruleset, today } = one;
    const found = faults(
      ofProduct(library.checkClaim(one.claim, one.evidence, { ruleset, today })),
      one,
    );
    if (found.length > 0) wrong.push(`${one.file}, ${one.name}:\n  ${found.join("\n  ")}`);
  }
  const failed = wrong.length;
  return { passed: handCases().length - failed, failed, text: wrong.join("\n") };
}

function* draw() {
  for (let number = 0; number < count; number += 1) yield drawn(random, { withDamage: true });
}
