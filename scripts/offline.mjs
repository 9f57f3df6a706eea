// The site without a network: its service worker, with the version and the hashes of the files that it
// keeps.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { generated, inRoot, site } from "./tools.mjs";

/** The page for portals is for people who write pages: it stays where the network is. */
const OTHERS = /^(bulk\.|embed\.|package\/)/;

/** The script of the service worker that keeps these files of the site: contents by path. */
export async function serviceWorker(files) {
  const kept = Object.entries(files).filter(([path]) => !OTHERS.test(path));
  const hashes = kept.map(([path, content]) => {
    const hash = createHash("sha256").update(content).digest("base64");
    return [path === "index.html" ? "" : path, `sha256-${hash}`];
  });
  const content = createHash("sha256").update(JSON.stringify(hashes)).digest("hex").slice(0, 8);
  const { REGISTRY } = await import(`${pathToFileURL(join(generated, "registry.js"))}?${content}`);
  const constants = {
    FILES: Object.fromEntries(hashes),
    RULES: REGISTRY.rulesets.map(({ id }) => id).join(", "),
    VERSION: `${await packageVersion()} (${content})`,
  };
  const define = Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]);
  const built = await bundle(site, [inRoot("www", "page", "offline.js")], {
    ...{ format: "iife", define: Object.fromEntries(define) },
  });
  return built.files["offline.js"];
}

/** For esbuild: what scripts call VERSION. */
export const versionDefined = async () => ({ VERSION: JSON.stringify(await packageVersion()) });

export async function packageVersion() {
  return JSON.parse(await readFile(inRoot("package.json"), "utf8")).version;
}
