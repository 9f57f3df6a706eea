// The suites with commands of their own, and how long each may take.

/**
 * `[{ name, minutes, run(call, more), small }]`: `small` are the arguments by which it does a tenth; without
 * them it has no small size.
 */
export const SUITES = [
  suite("test", 60, undefined),
  suite("oracle", 40, ["100000"]),
  suite("properties", 60, undefined),
  suite("interleaved", 40, ["5"]),
  suite("fuzz", 90, ["--minutes=1"]),
  suite("attack", 30, []),
  suite("digest", 20, ["1000"]),
  suite("random", 40, ["--minutes=2"]),
  suite("a11y", 40, []),
  suite("starters", 60, ["vite-react"]),
  // Not for its figures: contenders have to find the same.
  suite("bench", 60, ["claim"], ["--anyway", "--rounds=1", "--samples=1"]),
  suite("coverage", 30, undefined),
  suite("mutants", 480, undefined),
  suite("mutants:www", 480, undefined, ["--minutes=360"]),
  suite("reproduce", 60, undefined),
  suite("audit", 10, []),
  suite("credits", 5, []),
];

/** @param always arguments, whatever the size */
function suite(name, minutes, small, always = []) {
  const run = (call, more) => call("npm", ["run", "--silent", name, "--", ...always, ...more]);
  return { name, minutes, small, run };
}
