import assert from "node:assert/strict";
import { test } from "node:test";

/** A test that goes on after a failure and reports all of them together; options of the test may precede `body`. */
export function survey(name, ...rest) {
  const body = rest.pop();
  test(name, ...rest, async () => {
    const failures = new Set();
    await body((failure) => failures.add(failure));
    if (failures.size === 0) return;
    const shown = [...failures].slice(0, 60).map((failure) => failure.slice(0, 600));
    assert.fail(`${failures.size} to mend:\n  ${shown.join("\n  ")}`);
  });
}
