// What a visitor has to load, in bytes: at first use and on demand; and what each entry of the package
// brings with it. Fails when a sum grows past the committed snapshot; the goals are only held against
// it. `npm run size -- --update` takes today's sizes as the new snapshot, `-- --parts` says what they
// consist of.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { posix } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, weighed } from "./build.mjs";
import { filesUnder, inRoot, isMain } from "./tools.mjs";
import { entryFiles, partsOf } from "./weigh.mjs";

const snapshot = inRoot("tests", "golden", "size.json");
/** With one language, and for each further one. */
const GOALS = { start: 30_000, language: 3_000 };
const tolerance = 1.02;

export async function compareSizes() {
  const sizes = await measure();
  print(sizes);
  const before = existsSync(snapshot)
    ? JSON.parse(await readFile(snapshot, "utf8"))
    : { totals: {} };
  const complaints = Object.entries(sizes.totals).flatMap(([name, { brotli }]) => {
    const was = before.totals[name]?.brotli;
    // Without a snapshot this compares with NaN, and so complains.
    if (brotli <= was * tolerance) return [];
    return `${name}: ${brotli} bytes (brotli), was ${was ?? "unknown"}: npm run size -- --update`;
  });
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
}

async function updateSizes() {
  const sizes = await measure();
  print(sizes);
  await writeFile(snapshot, `${JSON.stringify(sizes, null, 2)}\n`);
}

async function measure() {
  const first = await firstUse();
  const rest = ["built", "samples", "lib/wasm"].map(async (folder) =>
    (await filesUnder(inRoot("www", folder))).map((path) => `${folder}/${path}`),
  );
  // The page for portals is another page; scripts below lib are in the bundles.
  const isLoaded = (path) =>
    !path.startsWith("built/embed.") && (!path.startsWith("lib/") || path.endsWith(".wasm"));
  const all = (await Promise.all(rest)).flat().filter(isLoaded);
  const onDemand = all.filter((path) => !first.includes(path));
  const sizes = { totals: {}, files: {} };
  for (const [group, paths] of Object.entries({ "first use": first, "on demand": onDemand })) {
    const each = [];
    for (const path of paths) {
      const size = sizeOf(await readFile(inRoot("www", path)));
      sizes.files[path] = { group, ...size };
      each.push(size);
    }
    sizes.totals[group] = summed(each);
  }
  for (const [entry, groups] of Object.entries(await entryFiles())) {
    for (const [group, paths] of Object.entries(groups)) {
      const files = await Promise.all(paths.map((path) => readFile(inRoot("dist", path))));
      sizes.totals[`${entry} ${group}`] = summed(files.map(sizeOf));
    }
  }
  return sizes;
}

function summed(sizes) {
  const sum = (unit) => sizes.reduce((total, size) => total + size[unit], 0);
  return { raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
}

/**
 * The page with all that it names, what those scripts import at once, the check and the languages:
 * all that is loaded until the form can be filled in and is checked. A visitor loads one language; the
 * sum is of all, so that it hides none.
 */
async function firstUse() {
  const paths = new Set(["index.html", "lib/wasm/cpor_check_bg.wasm", ...(await languages())]);
  for (const path of paths) {
    if (!/\.(html|js)$/.test(path)) continue;
    const text = await readFile(inRoot("www", path), "utf8");
    const named = path.endsWith(".js")
      ? /\b(?:from|import)\s*"(\.[^"]+)"/g
      : /<(?:link|script)\b[^>]* (?:href|src)="([^"]+)"/g;
    for (const [, name] of text.matchAll(named)) paths.add(posix.join(posix.dirname(path), name));
  }
  return [...paths].sort();
}

async function languages() {
  const sources = await filesUnder(inRoot("www", "page", "text"));
  return sources.map((name) => `built/${name}`);
}

function sizeOf(bytes) {
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }).length,
  };
}

function print({ totals, files }) {
  const row = (name, { raw, gzip, brotli }) =>
    console.log(name.padEnd(36) + [raw, gzip, brotli].map((n) => String(n).padStart(9)).join(""));
  row("bytes", { raw: "raw", gzip: "gzip", brotli: "brotli" });
  for (const [group, total] of Object.entries(totals)) {
    for (const [path, size] of Object.entries(files)) if (size.group === group) row(path, size);
    row(`= ${group}`, total);
  }
  const size = (path) => files[`built/${path}.js`].brotli;
  const tags = Object.keys(files).flatMap((path) => path.match(/^built\/(\w\w)\.js$/)?.[1] ?? []);
  for (const tag of tags) {
    const others = tags.filter((other) => other !== tag);
    const start = others.reduce((sum, other) => sum - size(other), totals["first use"].brotli);
    const afterForm = ["report.js", "late.css", "registry-rest.js", `${tag}-findings.js`];
    const finding = afterForm.reduce((sum, path) => sum + files[`built/${path}`].brotli, start);
    console.log(
      `  in ${tag}: ${start} until the form can be filled in and is checked (goal ${GOALS.start}), ` +
        `${finding} until the first finding is shown; ${size(tag)} of it the language (goal ${GOALS.language})`,
    );
  }
}

if (isMain(import.meta.url)) {
  await build();
  if (process.argv.includes("--parts")) console.log((await partsOf(weighed)).join("\n"));
  await (process.argv.includes("--update") ? updateSizes() : compareSizes()).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
