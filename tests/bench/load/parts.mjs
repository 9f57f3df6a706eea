// What a first load of the page consists of: its files by part, and its scripts by module, the largest first.
// `node tests/bench/load/parts.mjs [modules]` prints them; the build has to be there.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { bundle } from "../../../scripts/bundle.mjs";
import { versionDefined } from "../../../scripts/offline.mjs";
import { inRoot, site } from "../../../scripts/tools.mjs";

const most = Number(process.argv[2] ?? 40);
const html = await readFile(join(site, "index.html"), "utf8");
const named = [...html.matchAll(/<(?:link|script)\b[^>]* (?:href|src)="([^"]+)"/g)];
const files = ["index.html", ...named.map(([, name]) => name)];
const PARTS = { wasm: /\.wasm$/, styles: /\.css$/, words: /^(claim|form)-/, scripts: /\.js$/ };

const sums = {};
for (const file of new Set(files)) {
  const [part = "page"] = Object.entries(PARTS).find(([, names]) => names.test(file)) ?? [];
  sums[part] = (sums[part] ?? 0) + brotliCompressSync(await readFile(join(site, file))).length;
}
const all = Object.values(sums).reduce((sum, size) => sum + size, 0);
for (const [part, size] of Object.entries({ ...sums, all })) print(size, part);

const { metafile } = await bundle(
  site,
  {
    ...{ index: inRoot("www", "page", "index.ts"), late: inRoot("www", "page", "late.ts") },
    ...{ many: inRoot("www", "page", "view-many.ts"), plan: inRoot("www", "page", "view-plan.ts") },
  },
  { splitting: true, define: await versionDefined() },
);
const outputs = Object.entries(metafile.outputs);
const [, index] = outputs.find(([path]) => basename(path) === "index.js");
const atOnce = index.imports.filter(({ kind }) => kind === "import-statement");
const loaded = [index, ...atOnce.map(({ path }) => metafile.outputs[path])];
const modules = loaded.flatMap(({ inputs }) => Object.entries(inputs));
console.log("\nbytes of each module, minified");
modules
  .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
  .slice(0, most)
  .forEach(([module, { bytesInOutput }]) => {
    print(bytesInOutput, module);
  });

function print(size, what) {
  console.log(`${String(size).padStart(7)} ${what}`);
}
