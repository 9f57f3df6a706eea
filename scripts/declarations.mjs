// The package's types, as TypeScript emits them: those of its entries, and of what these mention.
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { inRoot, nodeBin, run, targetDir } from "./tools.mjs";

const folder = join(targetDir, "declarations");

/** Where the declarations of a module of www lie until the next build. */
export const emitted = (entry) => join(folder, `${entry}.d.ts`);

/** The declarations by their paths in dist. `entries` are modules of www, such as `lib/library`. */
export async function declarations(entries) {
  await run(nodeBin("tsc"), [
    ...["--project", inRoot("www"), "--noEmit", "false", "--emitDeclarationOnly"],
    // The check of the types says what is wrong with them.
    ...["--outDir", folder, "--incremental", "--noCheck"],
  ]);
  const files = {};
  const open = entries.map((entry) => `${entry}.d.ts`);
  for (const path of open) {
    const text = await readFile(join(folder, path), "utf8");
    files[path] = text;
    for (const [, name] of text.matchAll(/(?:from|import\() ?"(\..+?)\.js"/g)) {
      const mentioned = posix.join(posix.dirname(path), `${name}.d.ts`);
      if (!open.includes(mentioned)) open.push(mentioned);
    }
  }
  return files;
}
