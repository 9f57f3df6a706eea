// Changes that nothing can notice: `exclude_re` in .cargo/mutants.toml, each under a comment with the reason.
import { readFileSync } from "node:fs";
import { inRoot } from "../../scripts/tools.mjs";

/** The excused mutants' names with the reasons. With `all` mutants given, each excuse has to excuse one. */
export function excuses(mutants, all) {
  const excused = new Map();
  for (const { pattern, reason } of patterns()) {
    if (!reason) throw new Error(`an excuse without a reason: ${pattern}`);
    const names = mutants.map(({ name }) => name).filter((name) => new RegExp(pattern).test(name));
    if (all && !names.length) throw new Error(`an excuse for nothing: ${pattern}`);
    for (const name of names) excused.set(name, reason);
  }
  return excused;
}

function patterns() {
  const settings = readFileSync(inRoot(".cargo", "mutants.toml"), "utf8");
  const lines = settings.split("exclude_re = [\n")[1].split("\n]")[0].split("\n");
  let reason = "";
  const found = [];
  for (const line of lines.map((text) => text.trim())) {
    const pattern = line.match(/^'(.+)',?$/)?.[1];
    if (pattern) found.push({ pattern, reason });
    else reason = line.replace(/^# /, "");
  }
  return found;
}
