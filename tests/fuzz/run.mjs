// Fuzzes the functions that take input from outside, side by side; the last line has the sum. Those of the
// core are asked natively; what opens containers is the built library.
//
//     npm run fuzz [-- --minutes=10] [--seed=1] [--only=claims]
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { build } from "../../scripts/build.mjs";
import { inRoot, run } from "../../scripts/tools.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "20261122" },
    only: { type: "string" },
  },
});
const NATIVE = ["exports", "batches", "identifiers", "texts", "claims"];
const targets = values.only ? [values.only] : [...NATIVE, "containers"];
const seconds = Math.round(Number(values.minutes) * 60);
const command = ["test", "--release", "--test", "fuzz"];

if (targets.some((target) => NATIVE.includes(target))) await run("cargo", [...command, "--no-run"]);
if (targets.includes("containers")) await build();
const failed = (await Promise.all(targets.map(fuzz))).filter((code) => code !== 0).length;
console.log(`${targets.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** What takes minutes longer than it should, hangs. */
function fuzz(target) {
  const env = { ...process.env, FUZZ_SECONDS: String(seconds), FUZZ_SEED: values.seed };
  const options = { cwd: inRoot(), env, stdio: ["ignore", "pipe", "inherit"] };
  const child = NATIVE.includes(target)
    ? spawn("cargo", [...command, "--quiet", "--", "--nocapture", target], options)
    : spawn(process.execPath, [inRoot("tests", "fuzz", `${target}.mjs`)], options);
  const watch = setTimeout(
    () => {
      console.log(`fuzz ${target}: hangs`);
      child.kill();
    },
    (seconds + 180) * 1000,
  );
  child.stdout.on("data", (text) => process.stdout.write(text));
  return new Promise((done) => {
    child.once("exit", (code) => {
      clearTimeout(watch);
      done(code);
    });
  });
}
