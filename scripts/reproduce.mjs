// Builds the package twice, each time from nothing and in a folder of its own, and compares what is published:
// `npm run reproduce`. Takes minutes, because the core is compiled anew.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesUnder, inRoot, targetDir } from "./tools.mjs";

const names = ["one", "the-other-of-the-two"];
const base = mkdtempSync(join(tmpdir(), "reproduce-"));
try {
  // Both copies first: a build takes minutes, in which somebody may go on working.
  const [one, other] = names.map(copied).map(built);
  const differ = await differing(one, other);
  for (const path of differ) console.log(`differs: ${path}`);
  console.log(`${(await filesUnder(one)).length} files, ${differ.length} differ`);
  process.exitCode = differ.length ? 1 : 0;
} finally {
  rmSync(base, { recursive: true, force: true });
}

/** The sources in a folder of their own. */
function copied(name) {
  const folder = join(base, name);
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const paths = execFileSync("git", listed, {
    cwd: inRoot(),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  for (const path of paths.split("\0").filter((one) => one && existsSync(inRoot(one))))
    cpSync(inRoot(path), join(folder, path));
  return folder;
}

/** Builds what is in the folder; the path of the package in it. */
function built(folder) {
  // The tools are the same; what they write is not shared.
  const target = join(folder, "target");
  mkdirSync(target);
  symlinkSync(join(targetDir, "tools"), join(target, "tools"));
  const env = { ...process.env, CARGO_TARGET_DIR: target };
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    ...{ cwd: folder, env, stdio: "inherit" },
  });
  if (status !== 0) throw new Error(`The build in ${folder} ended with ${status}`);
  return join(folder, "dist");
}

/** The paths of what is not the same in both. */
async function differing(one, other) {
  const all = await Promise.all([one, other].map(filesUnder));
  const hash = (folder, path) => {
    if (!all[folder === one ? 0 : 1].includes(path)) return "";
    return createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex");
  };
  return [...new Set(all.flat())].filter((path) => hash(one, path) !== hash(other, path));
}
