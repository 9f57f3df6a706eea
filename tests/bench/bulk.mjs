// Many claims: a file of 100,000 rows, bytes in; out come the counts, the first thousand findings, and
// the annotated file. Everybody has to find the same, else nothing is measured.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot, run, targetDir } from "../../scripts/tools.mjs";
import { claimsFile } from "../support/claims.mjs";
import { bundled, chromium, folder, inNode, library } from "./places.mjs";
import { VOID } from "./rounds.mjs";

const ROWS = 100_000;
const OURS = "cpor-preflight";
const BEST = "uDSV + by hand";
const ZOD = "Papa Parse + zod";
const MIB = 2 ** 20;
/** What is raced: one file whole, by everybody, and more files and pieces by fewer. */
const RACES = [
  { set: "10 % faulty", faulty: 0.1, gate: true },
  { set: "10 % faulty", faulty: 0.1, piece: 64 * 1024, names: [OURS, BEST, ZOD] },
  { set: "10 % faulty", faulty: 0.1, piece: MIB, names: [OURS, BEST, ZOD] },
  { set: "0 % faulty", faulty: 0, gate: true, names: [OURS, BEST, ZOD] },
  { set: "100 % faulty", faulty: 1, gate: true, names: [OURS, BEST, ZOD] },
];
/** What the library is to reach against others in the first race. */
const GOALS = { [BEST]: 3, [ZOD]: 7, native: 1 / 1.5 };

export async function measure({ rounds = 11, brief = false } = {}) {
  const races = brief ? RACES.slice(0, 1) : RACES;
  const count = Math.min(rounds, 11);
  await run("cargo", ["build", "--quiet", "--release", "--example", "bulk"]);
  const native = join(targetDir, "release", "examples", "bulk");
  const path = await bundled("bulk.task.mjs", { external: ["node:*"] });
  const measured = [];
  // ajv compiles its schemas to functions, which the page's own policy forbids.
  const place = await chromium({ headers: { "Content-Security-Policy": "" } });
  try {
    for (const { faulty, ...race } of races) {
      const file = await written(faulty);
      const input = { ...race, rounds: count, skus: inRoot("src", "facts", "skus.csv"), file };
      const isWhole = race.piece === undefined;
      const node = { ...input, library: pathToFileURL(library.node).href };
      measured.push({
        ...race,
        place: "Node",
        ...(await inNode(path, isWhole ? { ...node, native } : node, GC)),
      });
      const page = { ...input, library: library.chromium, file: place.url(file) };
      const answer = await place.run(path, { ...page, skus: place.url(input.skus) });
      measured.push({ ...race, place: "Chromium", ...answer });
    }
  } finally {
    await place.close();
  }
  return report(measured, await memory(measured[0].results.map(({ name }) => name)));
}

/** What a contender is. */
function called(name) {
  if (name === "native") return "the same code as a native program";
  return name === BEST ? "uDSV, and all rules by hand" : `${name}, and the same rules by hand`;
}

const GC = ["--expose-gc"];

/** Writes the file for this share of faulty rows; the same one every time. */
async function written(faulty) {
  const path = join(folder, `claims-${faulty * 100}.csv`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, Buffer.concat([...claimsFile({ rows: ROWS, faulty })]));
  return path;
}

/** Peak memory of each in Node, beside what the process had before. */
async function memory(names) {
  const path = await bundled("memory.task.mjs", { platform: "node" });
  const peaks = {};
  const [skus, file] = [inRoot("src", "facts", "skus.csv"), await written(0.1)];
  for (const name of names.filter((name) => name !== "native")) {
    const input = { library: pathToFileURL(library.node).href, skus, file, name };
    const { before, peak } = await inNode(path, input);
    peaks[name] = (peak - before) / MIB;
  }
  return peaks;
}

function report(measured, peaks) {
  const voids = [];
  const lines = measured.flatMap(({ place, set, piece, results, sameAgain }) => {
    const what = `${set}${piece ? `, ${piece / 1024} KiB at once` : ""}`;
    if (sameAgain >= VOID)
      voids.push(`${place}, ${what}: ${(sameAgain * 100).toFixed(1)} % apart from itself`);
    const [{ median: own }] = results;
    return results.map(({ name, median, iqr, first, cold }) => {
      const times = [median, ...iqr, cold, first].map((ms) =>
        Number.isFinite(ms) ? ms.toFixed(0) : "–",
      );
      const peak = place === "Node" && !piece && set === RACES[0].set ? peaks[name] : undefined;
      const cells = [...times, (ROWS / median).toFixed(0), (median / own).toFixed(2)];
      return `| ${place} | ${what} | ${name} | ${cells.join(" | ")} | ${peak?.toFixed(0) ?? "–"} |`;
    });
  });
  const files = measured.filter(({ place, piece }) => place === "Node" && !piece);
  const details = [
    ...files.map(
      ({ set, sha256, size, rows, findings }) =>
        `- ${set}: ${rows} rows, ${(size / 1e6).toFixed(1)} MB, SHA-256 ${sha256}; all contenders find the same ${findings}`,
    ),
    "",
    "| place | file | contender | ms, median | lower quartile | upper quartile | first run | first finding | rows/ms | times ours | MiB more at its peak |",
    "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
  return { details, rows: rows(measured), voids };
}

function rows(measured) {
  const ratio = (place, name) => {
    const { results, sameAgain } = measured.find((one) => one.place === place);
    if (sameAgain >= VOID) return undefined;
    const median = (wanted) => results.find((one) => one.name === wanted)?.median;
    return median(name) && median(name) / median(OURS);
  };
  const [{ results }] = measured;
  return results.slice(1).map(({ name }) => ({
    what: `checking a file of ${ROWS.toLocaleString("en")} claims`,
    against: called(name),
    node: ratio("Node", name),
    chromium: ratio("Chromium", name),
    goal: GOALS[name],
  }));
}
