// Which file of the package a tool or runtime gets, by the conditions that it resolves with.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { ensurePacked, install } from "./tools.mjs";

/** As wrangler, Deno, Bun, Node, webpack for workers, and tools for browsers ask. */
const GETS = {
  "workerd worker browser": "workerd.js",
  "deno node": "inline.js",
  "bun node": "inline.js",
  node: "inline.js",
  worker: "inline.js",
  browser: "web.js",
  "": "web.js",
};
let portal;

before(async () => {
  await ensurePacked();
  portal = await mkdtemp(join(tmpdir(), "conditions-"));
  await install(portal);
});

after(() => rm(portal, { recursive: true, force: true }));

for (const [conditions, file] of Object.entries(GETS)) {
  test(`${conditions || "no condition"}: ${file}`, async () => {
    assert.equal(await resolved("cpor-preflight", conditions), file);
  });
}

test("workerd never compiles from bytes, whichever entry has or is the wasm", async () => {
  const inWorkerd = (entry) => resolved(`cpor-preflight/${entry}`, "workerd worker browser");
  assert.equal(await inWorkerd("inline"), "workerd.js");
  assert.equal(await inWorkerd("wasm"), "workerd-core.js");
  assert.equal(await inWorkerd("wasm/check"), "workerd-check.js");
});

async function resolved(entry, conditions) {
  const { metafile } = await build({
    stdin: { contents: `import ${JSON.stringify(entry)};`, resolveDir: portal },
    conditions: ["module", ...conditions.split(" ").filter(Boolean)],
    ...{ bundle: true, write: false, metafile: true, platform: "neutral", format: "esm" },
    external: ["*.wasm"],
  });
  const { imports } = metafile.inputs["<stdin>"];
  return basename(imports[0].path);
}
