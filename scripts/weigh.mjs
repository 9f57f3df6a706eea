// What the sizes consist of: what each entry of the package brings with it, and what takes the room in
// the check and in the page's script (`npm run size -- --parts`).
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { promisify } from "node:util";
import { inRoot, nodeBin } from "./tools.mjs";

/**
 * Each entry of the package as a browser gets it: `at once`, the files that its script imports, which
 * are in use before anything is called; `later`, all else that they can ask for. Paths in dist.
 */
export async function entryFiles() {
  const { exports } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  const entries = {};
  for (const [name, target] of Object.entries(exports)) {
    const [, path] = target.default?.match(/^\.\/dist\/([^*]+\.js)$/) ?? [];
    if (!path) continue;
    const atOnce = await reached([path], AT_ONCE);
    const all = await reached([...atOnce], ANY);
    const later = all.filter((file) => !atOnce.includes(file));
    entries[name] = { "at once": atOnce, later };
  }
  return entries;
}

/** The files that a file of dist asks for by a relative name, as paths in dist. */
export async function namedBy(path, named = ANY) {
  if (!path.endsWith(".js")) return [];
  const text = await readFile(inRoot("dist", path), "utf8");
  return [...text.matchAll(named)].map(([, script, file]) =>
    posix.join(posix.dirname(path), script ?? file),
  );
}

/** Lines that say which functions and sources take the room, the largest first. */
export async function partsOf({ wasm, optimised, page }) {
  return [
    "raw bytes of the check's functions, by the part of the core they are of",
    ...table(await functionsOf(wasm, optimised)),
    "raw bytes of the page's script, by source",
    ...table(sourcesOf(JSON.parse(await readFile(page, "utf8")))),
  ];
}

const AT_ONCE = /\b(?:from|import)\s*"(\.[^"]+)"/g;
const ANY = /\b(?:(?:from|import)\s*\(?\s*"(\.[^"]+)"|new URL\("(\.[^"]+)",\s*import\.meta\.url)/g;

/** The files and those they name, and so on, sorted. */
async function reached(paths, named) {
  const all = new Set(paths);
  for (const path of all) for (const other of await namedBy(path, named)) all.add(other);
  return [...all].sort();
}

/** Asks the optimiser for the size of each function, under the name it has in Rust. */
async function functionsOf(wasm, optimised) {
  const command = [optimised, "--func-metrics", wasm, "-o", `${wasm}.weighed`];
  const { stdout } = await promisify(execFile)(nodeBin("wasm-opt"), command, {
    maxBuffer: 64 * 1024 * 1024,
  });
  const sizes = new Map();
  // The metrics come before and after the other passes; only the last of a name counts.
  for (const [, name, bytes] of stdout.matchAll(/^func: (.*)\n \[binary-bytes\] : (\d+)/gm)) {
    sizes.set(name, Number(bytes));
  }
  const parts = {};
  for (const [name, bytes] of sizes) parts[partOf(name)] = (parts[partOf(name)] ?? 0) + bytes;
  const [, data] = stdout.match(/\[memory-data\]\s*: (\d+)/) ?? [];
  return { ...parts, "texts and tables": Number(data ?? 0) };
}

/** What is called at one place alone is built into its caller: the exported `check` has most rules in it. */
function partOf(name) {
  const plain = name.replace(/\[\w+\]/g, "");
  const [, own] = plain.match(/\bcpor_preflight::(\w+)/) ?? [];
  if (own) return own;
  if (/dlmalloc|__r(ust|dl)_\w*alloc/.test(plain)) return "memory";
  return /^\w+$/.test(plain) ? `the exported ${plain}` : "Rust’s own";
}

function sourcesOf({ outputs }) {
  const [, { inputs }] = Object.entries(outputs).find(([path]) => path.endsWith("/app.js"));
  return Object.fromEntries(
    Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]),
  );
}

function table(parts) {
  const all = Object.entries(parts).sort(([, a], [, b]) => b - a);
  const total = (rows) => rows.reduce((sum, [, bytes]) => sum + bytes, 0);
  const sum = total(all);
  const isSmall = ([, bytes]) => bytes < sum / 200;
  const rest = ["each less than half a percent", total(all.filter(isSmall))];
  return [...all.filter((row) => !isSmall(row)), rest].map(([name, bytes]) => {
    const share = `${((100 * bytes) / sum).toFixed(1)} %`;
    return name.padEnd(36) + String(bytes).padStart(9) + share.padStart(9);
  });
}
