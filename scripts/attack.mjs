// Tries everything that somebody could do on purpose, in Node and Chromium; the last line has the sum.
import { spawnSync } from "node:child_process";
import { inRoot, run } from "./tools.mjs";

const files = ["tests/library/attack.test.mjs", "tests/browser/attack.test.mjs"];
const { stdout, status } = spawnSync(
  process.execPath,
  ["--test", "--test-reporter=tap", ...files.map((file) => inRoot(file))],
  { cwd: inRoot(), encoding: "utf8", maxBuffer: 1 << 28 },
);
const count = (what) => Number(stdout.match(new RegExp(`^# ${what} (\\d+)`, "m"))?.[1] ?? 0);
console.log(stdout);
await run(process.execPath, [inRoot("tests", "library", "attack-figures.mjs")]);
console.log(`${count("pass")} passed, ${count("fail")} failed`);
process.exitCode = status ?? 1;
