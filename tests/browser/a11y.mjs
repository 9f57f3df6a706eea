// Every state of every page and element in every look: light, dark, forced colours, both directions of
// writing, 320 and 1280 px. The last line has the sum.
//
//     npm run a11y [-- form elements …]
import { after, test } from "node:test";
import { usePage } from "./harness.mjs";
import { ALL_LOOKS, EXPLAINED, PAGES, walk } from "./matrix.mjs";

const open = usePage();
const wanted = process.argv.slice(2);
let [passed, failed] = [0, 0];

for (const name of Object.keys(PAGES).filter((one) => !wanted.length || wanted.includes(one))) {
  test(name, async () => {
    const { found, count, met } = await walk(open, name, () => ALL_LOOKS);
    const looks = new Set(found.map((line) => line.slice(0, line.indexOf(": ")))).size;
    passed += count - looks;
    failed += looks;
    for (const line of found) console.log(line);
    for (const one of EXPLAINED.filter(({ page }) => page === name)) {
      console.log(`${met.has(one) ? "explained" : "no longer there"}: ${one.line}: ${one.why}`);
    }
    console.log(`${name}: ${count - looks} passed, ${looks} failed`);
    if (found.length) throw new Error(`${found.length} findings`);
  });
}

after(() => {
  process.on("exit", () => console.log(`${passed} passed, ${failed} failed`));
});
