// Writes what was reviewed anew: `npm run goldens`. Read the difference before it is kept.
import { run } from "./tools.mjs";

const UPDATE = { UPDATE: "1" };

await run("cargo", ["test", "--test", "golden", "--test", "scenarios"], UPDATE);
const views = ["around", "claim", "filing", "parts", "verdict"].map((name) => `views-${name}`);
const tests = ["a11y-matrix", "element-alone", ...views].map(
  (name) => `tests/browser/${name}.test.mjs`,
);
await run(process.execPath, ["--test", ...tests], UPDATE);
