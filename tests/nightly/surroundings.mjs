// The tests that need no browser, where a developer's machine never has them.
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesUnder, inRoot } from "../../scripts/tools.mjs";
import { Skipped } from "./within.mjs";

const FOLDERS = ["library", "oracle", "corpus"];
const MINUTES = 20;
const NODES = [20, 22, 24];
/** The last seconds of a leap day, and of a year, and the hour that a clock is put forward. */
const DAYS = ["2028-02-29T23:59:40Z", "2026-12-31T23:59:40Z", "2032-03-28T00:59:40Z"];
const PLACES = [
  { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
  { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" },
  { TZ: "Asia/Kolkata", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
];
const LOAD = 8;
const NOBODY = 65_534;

/** @param folder where something may be written */
export function surroundings(folder) {
  const here = (name, change) => ({
    ...{ name, minutes: MINUTES, small: [] },
    run: async (call) => call(process.execPath, await tests(), await change()),
  });
  return [
    ...NODES.map((version) => ({
      ...{ name: `node-${version}`, minutes: MINUTES, small: [] },
      run: async (call) => {
        const path = await nodeOf(version, folder, call);
        const env = { PATH: `${join(path, "..")}${delimiter}${process.env.PATH}` };
        await call(path, await tests(), { env });
      },
    })),
    ...DAYS.map((day) =>
      here(`day-${day.slice(0, 10)}`, () => {
        const script = pathToFileURL(inRoot("tests", "nightly", "day.mjs"));
        return { env: { NIGHTLY_DAY: day, NODE_OPTIONS: `--import=${script}` } };
      }),
    ),
    ...PLACES.map((env) => here(`zone-${env.TZ.split("/")[1]}`, () => ({ env }))),
    here("no-home", () => ({ env: { HOME: undefined, USERPROFILE: undefined } })),
    { name: "read-only", minutes: MINUTES, small: [], run: readOnly },
    { name: "load-8", minutes: 2 * MINUTES, small: [], run: underLoad },
  ];
}

/** What Node is given to run them. */
async function tests(root = inRoot()) {
  const found = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await filesUnder(join(root, "tests", folder)))
        .filter((path) => /^[^/]+\.test\.mjs$/.test(path))
        .map((path) => join(root, "tests", folder, path)),
    ),
  );
  return ["--test", "--test-reporter=spec", "--test-concurrency=2", ...found.flat()];
}

/** The path of Node in a version, which comes from the registry if it is not this one. */
async function nodeOf(version, folder, call) {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const home = join(folder, `node-${version}`);
  const path = join(home, "node_modules", name, "bin", "node");
  if (!existsSync(path)) {
    mkdirSync(home, { recursive: true });
    const install = ["install", "--prefix", home, "--no-save", `${name}@${version}`];
    await call("npm", install).catch(() => {});
  }
  if (!existsSync(path)) throw new Skipped(`Node ${version} could not be had`);
  return path;
}

/** As nobody, in a copy that nobody may write to, in a folder with blanks and umlauts, without a home. */
async function readOnly(call) {
  if (process.getuid?.() !== 0) throw new Skipped("only root can become somebody else");
  const base = mkdtempSync(join(tmpdir(), "nightly-"));
  const copy = join(base, "Prüfung für Ämter");
  const scratch = join(base, "scratch");
  try {
    copyTo(copy);
    mkdirSync(scratch);
    chmodSync(base, 0o755);
    chmodSync(scratch, 0o777);
    execFileSync("chmod", ["-R", "a-w,a+rX", copy]);
    await call(process.execPath, await tests(copy), {
      ...{ cwd: copy, uid: NOBODY, gid: NOBODY },
      env: { HOME: undefined, TMPDIR: scratch, CARGO_TARGET_DIR: scratch },
    });
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** What git knows, and what is built. */
function copyTo(copy) {
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const options = { cwd: inRoot(), encoding: "utf8", maxBuffer: 2 ** 26 };
  for (const path of execFileSync("git", listed, options).split("\0"))
    if (path && existsSync(inRoot(path))) cpSync(inRoot(path), join(copy, path));
  for (const path of ["dist", join("www", "generated")])
    cpSync(inRoot(path), join(copy, path), { recursive: true });
  symlinkSync(inRoot("node_modules"), join(copy, "node_modules"));
}

/** Beside others who want the cores. */
async function underLoad(call) {
  const busy = Array.from({ length: LOAD }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
  );
  try {
    await call(process.execPath, await tests());
  } finally {
    for (const one of busy) one.kill();
  }
}
