// A built portal in Chromium, under a strict policy.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { built } from "./tools.mjs";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:";

/** `open` is of a server over all that is built; `prepare(page)` runs before the page loads. */
export async function openUnderPolicy(open, out, prepare) {
  const folder = out.slice(built.length).replaceAll("\\", "/");
  // Parcel writes a map of its scripts into the page; a strict policy names it by its hash.
  const html = await readFile(join(out, "index.html"), "utf8");
  const inline = Array.from(html.matchAll(/<script[^>]*>([^<]+)<\/script>/g), ([, text]) => {
    return ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  });
  const policy = POLICY.replace("script-src 'self'", `$&${inline.join("")}`);
  return open({
    path: `${folder}/index.html`,
    async prepare(page) {
      await prepare?.(page);
      await page.route("**/index.html", async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), "content-security-policy": policy };
        await route.fulfill({ response, headers });
      });
    },
  });
}
