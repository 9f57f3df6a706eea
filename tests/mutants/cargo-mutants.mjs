// What cargo-mutants does itself: it lists the changes, and builds the few alone that have no switch.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cargoMutants, root } from "../../scripts/tools.mjs";

const OUTCOMES = {
  CaughtMutant: "caught",
  MissedMutant: "missed",
  Timeout: "timed out",
  Unviable: "do not build",
};

/** Every change of the core, excused ones among them; the boundary files compile for wasm only. */
export function listed() {
  const { stdout } = said(["--list", "--json", "--no-config", "--exclude", "src/wasm*.rs"]);
  return JSON.parse(stdout);
}

/** Each mutant with its outcome. */
export function builtAlone(mutants, folder) {
  if (!mutants.length) return [];
  const byName = new Map(mutants.map((mutant) => [mutant.name, mutant]));
  const exactly = [...byName.keys()].map(
    (name) => `^${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`,
  );
  rmSync(join(folder, "mutants.out"), { force: true, recursive: true });
  const options = ["--output", folder, "--baseline", "skip", "--timeout", "300", "--no-shuffle"];
  // Patterns let every deleted field of a struct through: files keep most of these out.
  const files = [...new Set(mutants.map(({ file }) => file))];
  const only = [
    ...files.flatMap((file) => ["--file", file]),
    ...exactly.flatMap((name) => ["--re", name]),
  ];
  said([...options, ...only]);
  const { outcomes } = JSON.parse(
    readFileSync(join(folder, "mutants.out", "outcomes.json"), "utf8"),
  );
  return outcomes
    .filter(({ scenario }) => byName.has(scenario.Mutant?.name))
    .map(({ scenario, summary }) => [byName.get(scenario.Mutant.name), OUTCOMES[summary]]);
}

/** It ends with another code than 0 where a mutant is missed; where it cannot work, with 1 or more than 4. */
function said(args) {
  const { status, stdout, stderr } = spawnSync(cargoMutants, ["mutants", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (![0, 2, 3, 4].includes(status))
    throw new Error(`cargo mutants ended with ${status}\n${stderr}`);
  return { stdout };
}
