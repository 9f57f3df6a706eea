// Whose code is in the package, and under which licence.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { credits, shippedPackages } from "../../scripts/credits.mjs";
import { inRoot } from "../../scripts/tools.mjs";

test("every package that is shipped is credited, as Cargo.lock has it, and may be used", async () => {
  const lock = await readFile(inRoot("Cargo.lock"), "utf8");
  const { dependencies } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  assert.equal(dependencies, undefined, "the scripts bring nothing of others");
  const packages = shippedPackages();
  assert.ok(packages.length > 10);
  for (const { name, version, license } of packages) {
    assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"`), name);
    assert.match(license, /\b(MIT|Apache-2\.0|Unlicense)\b/, name);
  }
  const manifest = await readFile(inRoot("Cargo.toml"), "utf8");
  const [, , , , own, onWasm] = manifest.split(/^\[.*\]$/m);
  for (const name of `${own}${onWasm}`.match(/^[\w-]+(?= =)/gm)) {
    assert.ok(
      packages.some((one) => one.name === name),
      name,
    );
  }
  assert.equal(await readFile(inRoot("dist", "THIRD-PARTY.md"), "utf8"), credits());
});
