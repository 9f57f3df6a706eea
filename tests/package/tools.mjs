// The tools of portals, installed when they are first needed, and the packed package installed for
// them: what is tested is what would be published.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  ensurePackages,
  filesUnder,
  inRoot,
  isMain,
  QUIET,
  run,
  targetDir,
} from "../../scripts/tools.mjs";

const here = inRoot("tests", "package", "portals");

export const consumers = join(here, "src");
/** Where consumers are built to, each into a folder of its own. */
export const built = join(targetDir, "package");
export const tarball = join(built, "cpor-preflight.tgz");
const fromHere = createRequire(join(here, "package.json"));
/** A tool's path, and the tool itself. */
export const resolved = (name) => fromHere.resolve(name);
export const tool = (name) => import(pathToFileURL(resolved(name)).href);
export const bin = (name) => join(here, "node_modules", ".bin", name);

/** Installs what is missing or stale. */
export async function ensureConsumers() {
  // Not `npm ci`: it wants the binaries of all platforms in the lock file, and not all are there.
  await ensurePackages(here, ["install", "--no-save"]);
  const state = await ensurePacked();
  const stamp = join(built, "stamp");
  const isThere = [stamp, join(consumers, "node_modules", "cpor-preflight")].every(existsSync);
  if (isThere && readFileSync(stamp, "utf8") === state) return;
  await install(consumers);
  // A development server keeps what it has made of the package.
  await rm(join(consumers, "node_modules", ".vite"), { recursive: true, force: true });
  writeFileSync(stamp, state);
}

/** Packs the package where that is missing or stale. Resolves to what it holds, as a hash. */
export async function ensurePacked() {
  const state = await digest();
  const stamp = join(built, "packed");
  if (existsSync(tarball) && existsSync(stamp) && readFileSync(stamp, "utf8") === state)
    return state;
  // In a folder of its own: test files that run beside each other may both find it stale.
  await mkdir(built, { recursive: true });
  const folder = await mkdtemp(join(built, "pack-"));
  const { name, version } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  await run("npm", ["pack", "--silent", "--pack-destination", folder]);
  // Under one name for all versions.
  await rename(join(folder, `${name}-${version}.tgz`), tarball);
  await rm(folder, { recursive: true });
  writeFileSync(stamp, state);
  return state;
}

/** Installs the packed package into a folder that has or gets a package.json. */
export async function install(folder) {
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), "{}");
  await rm(join(folder, "node_modules", "cpor-preflight"), { recursive: true, force: true });
  await run("npm", [
    "install",
    "--prefix",
    folder,
    "--no-save",
    "--no-package-lock",
    ...QUIET,
    tarball,
  ]);
}

/** Of everything that is packed. */
async function digest() {
  const hash = createHash("sha256");
  const { files } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  const paths = await Promise.all(
    files.map(async (path) => {
      if (!statSync(inRoot(path)).isDirectory()) return [path];
      return (await filesUnder(inRoot(path))).map((name) => join(path, name));
    }),
  );
  for (const path of ["package.json", "README.md", ...paths.flat()])
    hash.update(await readFile(inRoot(path)));
  return hash.digest("hex");
}

if (isMain(import.meta.url)) await ensureConsumers();
