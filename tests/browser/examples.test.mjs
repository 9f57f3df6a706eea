// The examples of functions that need a page: a form of one's own, and a worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { examplesOf, scriptOf } from "../support/examples.mjs";
import { usePage } from "./harness.mjs";

const open = usePage({ folder: inRoot("dist") });

for (const [entry, name] of [
  ["attach", "attach"],
  ["worker", "startWorker"],
]) {
  test(`the example of ${name} gives what it says`, async () => {
    const example = (await examplesOf(entry)).get(name);
    const { page, close } = await open({
      path: "/host.html",
      prepare: (page) =>
        page.route("**/host.html", (route) =>
          route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Host</title>" }),
        ),
    });
    const given = await page.evaluate(
      async ([module, script]) => {
        const entry = await import(module);
        const pairs = [];
        const same = (value, expected) => pairs.push([value, expected]);
        const AsyncFunction = (async () => {}).constructor;
        const names = [...Object.keys(entry), "same"];
        await new AsyncFunction(...names, script)(...Object.values(entry), same);
        return pairs;
      },
      [`/${entry}.js`, scriptOf(example)],
    );
    assert.ok(given.length > 0, "it says what it gives");
    for (const [value, expected] of given) assert.deepEqual(value, expected);
    await close();
  });
}
