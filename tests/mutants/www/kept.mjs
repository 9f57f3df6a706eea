// What is known of units and mutants, written down at once in lines of JSON.
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { filesUnder, inRoot } from "../../../scripts/tools.mjs";

/**
 * `tests`, a hash of all tests; `lines(name)` of a list, and `keep(name, line)`, which adds one. Where a source is another
 * one, nothing is known.
 */
export async function kept(folder) {
  const head = join(folder, "sources.txt");
  const sources = await hashOf("src", "www", "scripts");
  const path = (name) => join(folder, `${name}.jsonl`);
  if (!existsSync(head) || readFileSync(head, "utf8") !== sources) {
    rmSync(folder, { force: true, recursive: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(head, sources);
  }
  return {
    tests: await hashOf("tests"),
    /** The last line has no end where it was being written. */
    lines: (name) =>
      existsSync(path(name))
        ? readFileSync(path(name), "utf8")
            .split("\n")
            .slice(0, -1)
            .map((line) => JSON.parse(line))
        : [],
    keep: (name, line) => appendFileSync(path(name), `${JSON.stringify(line)}\n`),
  };
}

/** One hash of all that is built or asked; this tool is neither. */
async function hashOf(...folders) {
  const hash = createHash("sha256");
  for (const folder of folders)
    for (const file of await filesUnder(inRoot(folder)))
      if (!/^(mutants|generated)\/|\.md$/.test(file))
        hash.update(`${folder}/${file}\n`).update(readFileSync(inRoot(folder, file)));
  return hash.digest("hex");
}
