// What is known of each change, written down at once: a run that was broken off goes on where it stopped,
// as long as neither the core nor a test is another one.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { filesUnder, inRoot } from "../../scripts/tools.mjs";

/** The outcomes of an earlier run by the changes' names, and `keep(name, outcome)`, which adds one. */
export async function keptIn(path) {
  const head = `of ${await sources()}`;
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  // The last line has no end where it was being written.
  const [of, ...complete] = lines.slice(0, -1);
  const kept = of === head ? complete : [];
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${[head, ...kept].join("\n")}\n`);
  const both = kept.map((line) => line.match(/^([a-z ]+): (.*)$/s).slice(1));
  return {
    outcomes: new Map(both.map(([outcome, name]) => [name, outcome])),
    keep: (name, outcome) => appendFileSync(path, `${outcome}: ${name}\n`),
  };
}

/** One hash of all that is built and asked; this tool is neither. */
async function sources() {
  const hash = createHash("sha256");
  for (const folder of ["src", "tests"])
    for (const file of await filesUnder(inRoot(folder)))
      if (!file.startsWith("mutants/"))
        hash.update(`${folder}/${file}\n`).update(readFileSync(inRoot(folder, file)));
  return hash.digest("hex");
}
