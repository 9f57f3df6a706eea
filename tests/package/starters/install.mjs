// Starters are run in copies under target, with the packages that each lists and the packed one.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { inRoot, QUIET, run, targetDir } from "../../../scripts/tools.mjs";
import { ensurePacked, tarball } from "../tools.mjs";

const sources = inRoot("tests", "package", "starters");
const copies = join(targetDir, "starters");
/** For tools that ask for a newer Node than the one that runs this. */
const NODE = { version: "24.15.0", package: `node-${process.platform}-${process.arch}` };

/** No tool tells its makers that it was used, or asks them where it is. */
const QUIET_TOOLS = {
  ASTRO_TELEMETRY_DISABLED: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  NEXT_TELEMETRY_DISABLED: "1",
  NG_CLI_ANALYTICS: "false",
  WRANGLER_SEND_METRICS: "false",
};

/** A starter that is ready to be run: its folder, and the environment for its scripts. */
export async function installed(name, { node, builds }) {
  const folder = join(copies, name);
  await mkdir(folder, { recursive: true });
  const kept = ["node_modules", "stamp"];
  for (const entry of await readdir(folder)) {
    if (!kept.includes(entry)) await rm(join(folder, entry), { recursive: true });
  }
  await cp(join(sources, name), folder, {
    recursive: true,
    filter: (path) => !path.endsWith("node_modules"),
  });
  const manifest = await readFile(join(folder, "package.json"));
  const state = createHash("sha256")
    .update(manifest)
    .update(await ensurePacked())
    .digest("hex");
  const stamp = join(folder, "stamp");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== state) {
    // Tools keep what they made of an earlier package there.
    const made = [".vite", ".cache", ".astro", "cpor-preflight"];
    for (const path of made)
      await rm(join(folder, "node_modules", path), { recursive: true, force: true });
    await npmInstall(folder, tarball);
    if (builds) {
      await run("npm", ["rebuild", builds, "--prefix", folder, "--ignore-scripts=false", ...QUIET]);
    }
    await writeFile(stamp, state);
  }
  return { folder, env: { ...process.env, ...QUIET_TOOLS, ...(await withNode(node)) } };
}

/** A Node that is new enough, first on the path. */
async function withNode(wanted) {
  if (!wanted || atLeast(process.versions.node, wanted)) return {};
  const folder = join(copies, NODE.package);
  const bin = join(folder, "node_modules", NODE.package, "bin");
  if (!existsSync(bin)) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), "{}");
    await npmInstall(folder, `${NODE.package}@${NODE.version}`);
  }
  return { PATH: `${bin}${delimiter}${process.env.PATH}` };
}

const npmInstall = (folder, what) =>
  run("npm", [
    ...["install", "--prefix", folder, "--no-save", "--no-package-lock", "--ignore-scripts"],
    ...["--prefer-offline", ...QUIET, what],
  ]);

function atLeast(version, wanted) {
  const [here, there] = [version, wanted].map((text) => text.split(".").map(Number));
  const at = here.findIndex((part, i) => part !== (there[i] ?? 0));
  return at < 0 || here[at] > (there[at] ?? 0);
}
