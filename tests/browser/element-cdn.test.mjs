// The elements from another origin than the page's, as from a delivery network: with CORS, under a
// policy that names that origin and nothing else, and on a page that is isolated from others.
import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";
import { element, entries } from "./host.mjs";
import { READY, sample } from "./person.mjs";

const elsewhere = await serve(inRoot("dist"), {
  headers: {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "",
  },
});
after(() => elsewhere.close());
const { origin } = new URL(elsewhere.url);

// Pages that are really there: to one that a test makes up, Chromium denies what is on this machine.
const folder = await mkdtemp(join(tmpdir(), "cpor-host-"));
const host = await readFile(inRoot("tests", "browser", "hosts", "plain.html"), "utf8");
const tag = '<script type="module" src="../../../dist/define.js"></script>';
const byImport = '<script type="module" src="own.js"></script>';
const hosted = (html) => html.replaceAll("../../../dist", origin);
await writeFile(join(folder, "tag.html"), hosted(host));
await writeFile(join(folder, "import.html"), hosted(host.replace(tag, byImport)));
await writeFile(
  join(folder, "own.js"),
  `import { defineAll } from "${origin}/element.js";
import { checkClaim, init } from "${origin}/web.js";
defineAll();
await init();
document.body.dataset.verdict = checkClaim({}).verdict;
`,
);
await writeFile(join(folder, "plain.css"), "");

const policy = [
  "default-src 'none'",
  `script-src 'self' ${origin} 'wasm-unsafe-eval'`,
  `style-src 'self' ${origin}`,
  `connect-src ${origin}`,
].join("; ");
const ISOLATED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const HOSTS = {
  "a page": usePage({ folder, headers: { "Content-Security-Policy": policy } }),
  "an isolated page": usePage({
    folder,
    headers: { "Content-Security-Policy": policy, ...ISOLATED },
  }),
};

for (const [name, open] of Object.entries(HOSTS)) {
  for (const path of ["tag.html", "import.html"]) {
    test(`W26: ${name} (${path}) has the elements from another origin, whole`, async () => {
      const shown = await open({ path });
      const { page, requests } = shown;
      const isolated = await page.evaluate(() => window.crossOriginIsolated);
      assert.equal(isolated, name === "an isolated page");
      await page.evaluate(() => customElements.whenDefined("cpor-claim-form"));
      const form = element(page.locator("cpor-claim-form"));
      assert.equal(await form.ready(), "ready");
      for (const [field, value] of Object.entries(READY)) await form.answer(field, value);
      // Brings the core and the readers.
      await form.node.evaluate((node) => {
        node.intake = true;
      });
      await form.node.getByLabel("Choose files").setInputFiles({
        name: "openid.json",
        mimeType: "application/json",
        buffer: Buffer.from((await sample("openid-contoso.json")).padEnd(300_000)),
      });
      await form.node.getByRole("button", { name: /^Export: 1 tenant/ }).waitFor();
      await form.check.click();
      assert.equal(await form.verdict(), "Settle 2 points first");
      assert.equal(Object.fromEntries(await entries(page))["claim.product"], READY.product);
      if (path === "import.html") await page.locator("body[data-verdict=fix]").waitFor();
      const foreign = requests.filter((url) => !url.startsWith(shown.origin));
      assert.ok(foreign.length > 5);
      assert.ok(foreign.every((url) => url.startsWith(`${origin}/`)));
      assert.deepEqual(
        shown.problems().filter((line) => !line.startsWith(`foreign request: ${origin}/`)),
        [],
      );
      await shown.close();
    });
  }
}
