// What cargo-mutants does itself: it lists the changes.
import { spawnSync } from "node:child_process";
import { cargoInstall, cargoTool, firstLine, root } from "../../scripts/tools.mjs";

const command = cargoTool("cargo-mutants");

export async function ensureCargoMutants() {
  const version = "27.1.0";
  if (firstLine(command, ["mutants", "--version"]) === `cargo-mutants ${version}`) return;
  await cargoInstall("cargo-mutants", version);
}

/** Every change of the core, excused ones among them; the boundary files compile for wasm only. */
export function listed() {
  const args = [
    "mutants",
    "--list",
    "--json",
    "--no-config",
    "--exclude",
    "src/wasm*.rs",
    "--exclude",
    "src/build.rs",
  ];
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`cargo mutants ended with ${status}\n${stderr}`);
  return JSON.parse(stdout);
}
