// Tries every property on 100,000 cases each; the last line has the sum.
//
//     npm run properties [-- cases each [seed]]
import { init } from "cpor-preflight";
import { PROPERTIES } from "./properties.mjs";
import { tried } from "./tried.mjs";

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 20261122);

await init();
let failed = 0;
for (const [name, property] of Object.entries(PROPERTIES)) {
  const faults = tried(property, count, seed);
  failed += faults.length > 0 ? 1 : 0;
  console.log(`${faults.length === 0 ? "held" : "BROKEN"} in ${count} cases: ${name}`);
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
}
console.log(`${Object.keys(PROPERTIES).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
