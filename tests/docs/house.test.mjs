// Habits that nothing else holds: the fixed top level, the Rust that is promised, lints by name, and that
// CI checks what `npm run check` checks.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { test } from "node:test";
import { inRoot, root } from "../../scripts/tools.mjs";
import { repositoryFiles } from "./markdown.mjs";

const TOP = [
  "Cargo.toml",
  "LICENSE",
  "README.md",
  "package.json",
  "scripts",
  "src",
  "tests",
  "www",
];
const manifest = await readFile(inRoot("Cargo.toml"), "utf8");
const [, rust] = manifest.match(/^rust-version = "(.+)"$/m);

test("the top level has its fixed names; beside them lie lock files and dot-files", () => {
  const names = new Set(repositoryFiles().map((path) => path.split("/")[0]));
  const others = [...names].filter(
    (name) => !TOP.includes(name) && !name.startsWith(".") && !/lock(\.json)?$/.test(name),
  );
  assert.deepEqual(others, []);
  for (const name of TOP) assert.ok(names.has(name), name);
});

test("no dependency asks for a newer Rust than Cargo.toml, and the edition for no older one", () => {
  const args = ["metadata", "--locked", "--format-version=1"];
  const options = {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  };
  const { packages } = JSON.parse(execFileSync("cargo", args, options));
  const number = (version) =>
    version.split(".").reduce((sum, part, at) => sum + part / 1000 ** at, 0);
  const newer = packages.filter(({ rust_version: asked }) => asked && number(asked) > number(rust));
  assert.deepEqual(
    newer.map(({ name, rust_version: asked }) => `${name} ${asked}`),
    [],
  );
  assert.match(manifest, /^edition = "2024"$/m);
  assert.ok(number(rust) >= number("1.85"), "edition 2024 came with Rust 1.85");
});

test("lints fail by their names: a newer Rust brings new ones, which fail nothing", async () => {
  const groups =
    /^"?(warnings|unused|future.incompatible|nonstandard.style|all|style|complexity|perf|suspicious|pedantic|nursery|restriction)"? *=/m;
  const [, lints] = manifest.match(/^(\[lints\.rust\][\s\S]*?)^# The check of many/m);
  assert.doesNotMatch(lints, groups);
  assert.match(lints, /^correctness = \{ level = "warn", priority = -1 \}$/m);
  assert.match(lints, /^incompatible_msrv = "deny"$/m);
  for (const path of repositoryFiles("scripts", ".ci", ".cargo")) {
    assert.doesNotMatch(
      await readFile(inRoot(path), "utf8"),
      /-D ?warnings|deny\(warnings\)/,
      path,
    );
  }
});

test("CI runs npm test, which has all steps of npm run check", async () => {
  assert.match(await readFile(inRoot(".ci", "run"), "utf8"), /^npm test$/m);
  const script = await readFile(inRoot("scripts", "test.mjs"), "utf8");
  assert.match(script, /\.\.\.rustSteps/);
  assert.match(script, /\.\.\.scriptSteps/);
});

test("the hook before a commit can be switched on", async () => {
  const path = inRoot("scripts", "hooks", "pre-commit");
  assert.match(await readFile(path, "utf8"), /^#!\/bin\/sh\n[\s\S]*check\.mjs --quick\n$/);
  if (process.platform !== "win32") assert.ok((await stat(path)).mode & 0o100, "executable");
});
