// Versions of the site on a server: a copy of it, which can become a newer one.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { site } from "../../scripts/serve.mjs";

/** How a version is written on the page. */
export const VERSION = /\d+\.\d+\.\d+ \([\da-f]{8}\)/;

/** Copies the site below a folder of its own. Resolves to that folder, the copy in it, its version, and what deletes it. */
export async function copyOfSite(place) {
  const folder = await mkdtemp(join(tmpdir(), "cpor-site-"));
  const www = join(folder, place);
  await cp(site, www, { recursive: true });
  const [version] = (await readFile(join(www, "offline.js"), "utf8")).match(VERSION);
  return { folder, www, version, remove: () => rm(folder, { recursive: true }) };
}

/** Appends bytes to a file of a copy. */
export async function append(www, name, more) {
  const path = join(www, name);
  await writeFile(path, Buffer.concat([await readFile(path), more]));
}

/** Makes a copy another version, which knows of these changes. */
export async function release(www, next, changed) {
  let worker = await readFile(join(www, "offline.js"), "utf8");
  worker = worker.replace(new RegExp(VERSION, "g"), next);
  for (const name of changed) {
    const bytes = await readFile(join(www, name));
    const hash = createHash("sha256").update(bytes).digest("base64");
    const before = new RegExp(`("${name}":"sha256-)[^"]+`);
    if (!before.test(worker)) throw new Error(`the service worker does not know ${name}`);
    worker = worker.replace(before, `$1${hash}`);
  }
  await writeFile(join(www, "offline.js"), worker);
}
