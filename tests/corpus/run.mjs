// Holds any program to the corpus: `npm run corpus -- <command> [argument …]`; see held.mjs for what it is given.
import { corpusCases, held } from "./held.mjs";

const cases = await corpusCases();
const found = await held(cases, ...process.argv.slice(2));
for (const line of found) console.log(line);
console.log(`${cases.length} cases, ${found.length} answered otherwise`);
process.exitCode = found.length > 0 ? 1 : 0;
