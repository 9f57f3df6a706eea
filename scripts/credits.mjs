// What is shipped inside the wasm, with its licence, from Cargo.lock and the packages' own words: what
// the build writes to dist/THIRD-PARTY.md. The scripts have nothing of others in them but the glue.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoot, wasmTarget } from "./tools.mjs";

/** Every package whose code can be in the wasm: `{ name, version, license, repository }`, by name. */
export function shippedPackages() {
  const lines = cargo([
    ...["tree", "--locked", "--edges", "normal,no-proc-macro", "--target", wasmTarget],
    ...["--prefix", "none", "--no-dedupe", "--format", "{p}\t{l}\t{r}"],
  ]).split("\n");
  const packages = lines.filter(Boolean).map((line) => {
    const [name, license, repository] = line.split("\t");
    return [name.split(" ")[0], { version: name.split(" ")[1].slice(1), license, repository }];
  });
  packages.sort(([a], [b]) => (a < b ? -1 : 1));
  const { "cpor-preflight": own, ...others } = Object.fromEntries(packages);
  return Object.entries(others).map(([name, about]) => ({ name, ...about }));
}

/** The file that credits them. */
export function credits() {
  const packages = shippedPackages();
  const rows = packages.map(
    ({ name, version, license, repository }) =>
      `| [${name}](${repository}) | ${version} | ${license.replaceAll("/", " OR ").replace(/ +/g, " ")} |`,
  );
  return `# Third-party code

The WebAssembly modules of this package contain code of these packages and of Rust’s standard library
(https://github.com/rust-lang/rust, MIT OR Apache-2.0). Where there is a choice, MIT or the Unlicense is
used. The scripts contain the glue that wasm-bindgen writes, and nothing else of others.

| package | version | licence |
|---|---|---|
${rows.join("\n")}

${[...texts(packages)].map(([text, names]) => `## ${names.join(", ")}\n\n${text}`).join("\n\n")}
`;
}

/** The licences' texts, each with the packages that have it. */
function texts(packages) {
  const metadata = [
    "metadata",
    "--locked",
    "--format-version=1",
    `--filter-platform=${wasmTarget}`,
  ];
  const all = JSON.parse(cargo(metadata)).packages;
  const found = new Map();
  for (const { name, version } of packages) {
    const one = all.find((other) => other.name === name && other.version === version);
    const folder = dirname(one.manifest_path);
    const files = readdirSync(folder).filter((file) => /^(UN)?LICEN[CS]E/i.test(file));
    const file = files.find((other) => /MIT/i.test(other)) ?? files.sort()[0];
    const text = file ? readFileSync(join(folder, file), "utf8").replaceAll("\r", "").trim() : "";
    if (text) found.set(text, [...(found.get(text) ?? []), name]);
  }
  return found;
}

function cargo(args) {
  const { status, stdout, stderr } = spawnSync("cargo", args, { cwd: inRoot(), encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
