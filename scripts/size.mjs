// What a visitor has to load, in bytes; fails when it grows past the committed snapshot or the limit.
// `npm run size -- --update` takes today's sizes as the new snapshot.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { filesUnder, inRoot, isMain } from "./tools.mjs";

const snapshot = inRoot("tests", "golden", "size.json");
const firstUse = "first use";
const limit = 45_000;
const tolerance = 1.02;

export async function compareSizes() {
  const sizes = await measure();
  print(sizes);
  const complaints = [];
  if (sizes.totals[firstUse].brotli > limit) {
    complaints.push(`${firstUse} is over its limit of ${limit} bytes (brotli)`);
  }
  const before = existsSync(snapshot)
    ? JSON.parse(await readFile(snapshot, "utf8"))
    : { totals: {} };
  for (const [name, { brotli }] of Object.entries(sizes.totals)) {
    const allowed = before.totals[name]?.brotli * tolerance;
    // A total without a snapshot compares with NaN, and so complains.
    if (!(brotli <= allowed)) {
      const was = before.totals[name]?.brotli ?? "unknown";
      complaints.push(
        `${name} grew to ${brotli} bytes (brotli), was ${was}: npm run size -- --update`,
      );
    }
  }
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
}

async function updateSizes() {
  const sizes = await measure();
  print(sizes);
  await writeFile(snapshot, `${JSON.stringify(sizes, null, 2)}\n`);
}

async function measure() {
  const sizes = { totals: { [firstUse]: zero(), "on demand": zero() }, files: {} };
  for (const path of await filesUnder(inRoot("www"))) {
    const group = groupOf(path);
    if (!group) continue;
    const size = sizeOf(await readFile(inRoot("www", path)));
    sizes.files[path] = { group, ...size };
    for (const unit of Object.keys(size)) sizes.totals[group][unit] += size[unit];
  }
  return sizes;
}

/** Every file that the page loads belongs to a group; what only Node or a type checker reads does not. */
function groupOf(path) {
  if (/\.(d\.ts|md|stamp)$/.test(path) || path === "lib/node.js") return undefined;
  return path === "lib/skus.js" || path.startsWith("samples/") ? "on demand" : firstUse;
}

const zero = () => ({ raw: 0, gzip: 0, brotli: 0 });

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
}

if (isMain(import.meta.url)) {
  await build();
  await (process.argv.includes("--update") ? updateSizes() : compareSizes()).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
