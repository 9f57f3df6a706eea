// Asks the oracle about every enumerated claim and a million drawn ones; the last line has the sum.
//
//     npm run oracle [-- number of drawn claims [seed]]
import { init } from "cpor-preflight";
import { drawn, enumerated, everySku, Random } from "./cases.mjs";
import { compareAll } from "./compare.mjs";
import { SKUS } from "./reading.mjs";

const count = Number(process.argv[2] ?? 1_000_000);
const random = new Random(Number(process.argv[3] ?? 20261122));

await init();
const sums = [
  ["enumerated", enumerated()],
  ["every SKU", everySku(SKUS)],
  ["drawn", draw()],
].map(([name, cases]) => {
  const sum = compareAll(cases);
  console.log(`${name}: ${sum.passed} passed, ${sum.failed} failed`);
  const kinds = [...sum.kinds].sort(([, a], [, b]) => b.count - a.count).slice(0, 20);
  for (const [found, { count, example }] of kinds)
    console.log(`  ${count} × ${found}\n    ${JSON.stringify(example)}`);
  return sum;
});
const total = (outcome) => sums.reduce((sum, one) => sum + one[outcome], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;

function* draw() {
  for (let number = 0; number < count; number += 1) yield drawn(random);
}
