// What the package is made of, and what it says of itself: the CycloneDX list is that of the lock files, maps
// name sources that are there, and nothing is claimed that is not known.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { shippedPackages } from "../../scripts/credits.mjs";
import { dist, filesUnder, inRoot } from "../../scripts/tools.mjs";

const files = await filesUnder(dist);
const manifest = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));

test("the CycloneDX list has every crate that is shipped, with the hash that cargo checks", () => {
  const { specVersion, components, metadata } = read("sbom.json");
  assert.equal(specVersion, "1.6");
  assert.equal(metadata.component.version, manifest.version);
  const lock = readFileSync(inRoot("Cargo.lock"), "utf8");
  const shipped = components.filter(({ scope }) => scope === "required");
  assert.deepEqual(
    shipped.map(({ name, version }) => `${name} ${version}`),
    shippedPackages().map(({ name, version }) => `${name} ${version}`),
  );
  for (const { name, version, hashes, licenses, purl } of shipped) {
    const entry = [
      `name = "${name}"`,
      `version = "${version}"`,
      'source = "registry+https://github.com/rust-lang/crates.io-index"',
      `checksum = "${hashes[0].content}"`,
    ].join("\n");
    assert.ok(lock.includes(entry), purl);
    assert.ok(licenses[0].expression, purl);
  }
});

test("it has every package that builds it, none of which is shipped", () => {
  const { components } = read("sbom.json");
  const excluded = new Set(
    components.filter(({ scope }) => scope === "excluded").map(({ purl }) => purl),
  );
  assert.equal(manifest.dependencies, undefined);
  for (const [name, version] of Object.entries(manifest.devDependencies))
    assert.ok(excluded.has(`pkg:npm/${name.replace("@", "%40")}@${version}`), name);
});

test("every reference of the list is to a component of it", () => {
  const { components, dependencies, metadata } = read("sbom.json");
  const refs = [metadata.component, ...components].map((one) => one["bom-ref"]);
  assert.equal(new Set(refs).size, refs.length);
  const named = dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]);
  assert.deepEqual(
    named.filter((ref) => !refs.includes(ref)),
    [],
  );
});

test("every map lies beside its script, and names sources of this repository with their text", () => {
  const scripts = files.filter((path) => /^[^/]+\.m?js$/.test(path));
  let count = 0;
  for (const path of scripts) {
    const [, name] =
      readFileSync(join(dist, path), "utf8").match(/^\/\/# sourceMappingURL=(\S+)$/m) ?? [];
    if (!name) continue;
    count += 1;
    assert.equal(name, `${path}.map`);
    const { sources, sourcesContent } = read(name);
    for (const [at, source] of sources.entries()) {
      const file = join(dist, dirname(path), source);
      assert.ok(file.startsWith(inRoot()) && existsSync(file), `${path}: ${source}`);
      assert.ok(sourcesContent[at].length > 0, source);
    }
  }
  assert.ok(count > 10, String(count));
  assert.equal(files.filter((path) => path.endsWith(".map")).length, count);
});

test("the manifest names no address that nobody knows", () => {
  for (const name of ["repository", "homepage", "bugs", "author"])
    assert.ok(!(name in manifest), name);
});

test("npm finds nothing in the manifest to correct before it publishes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "manifest-"));
  const path = join(folder, "package.json");
  await writeFile(path, JSON.stringify(manifest));
  // It looks whether the command is there.
  await mkdir(join(folder, "dist"));
  await writeFile(join(folder, "dist", "cli.js"), "");
  execFileSync("npm", ["pkg", "fix"], { cwd: folder, stdio: "ignore" });
  assert.deepEqual(JSON.parse(readFileSync(path, "utf8")), manifest);
  await rm(folder, { recursive: true });
});

function read(path) {
  return JSON.parse(readFileSync(join(dist, path), "utf8"));
}
