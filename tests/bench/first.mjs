// Scripts that answer one claim, once, as something that loads alone: each contender with all it needs.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { folder, here } from "./places.mjs";

/** How each is made, in which file, and the package it needs for that. */
const PEERS = {
  "hand-written": { peer: "handWritten()", from: "./by-hand.mjs" },
  "zod 4": { peer: "zodPeer()", uses: "zod" },
  valibot: { peer: "valibotPeer()", uses: "valibot" },
  "ajv, compiled": { peer: "ajvPeer(ajvValidate)" },
  "ajv, in the browser": {
    peer: "ajvPeer(new Ajv({ allErrors: true }).compile(jsonSchema))",
  },
  arktype: { peer: "arktypePeer()", uses: "arktype" },
  yup: { peer: "yupPeer()", uses: "yup" },
};
const PACKAGES = ["zod", "valibot", "arktype", "yup"];

/**
 * Bundles a module for each peer: `[{ name, path, raw, br }]`, sizes in bytes. Its default function takes
 * `{ claim, evidence, today }` and answers with the findings in words.
 */
export async function firstAnswers() {
  const { build } = await import("esbuild");
  const ajv = await compiledAjv();
  return Promise.all(
    Object.entries(PEERS).map(async ([name, { peer, uses, from }], place) => {
      const outfile = join(folder, `first-${place}.mjs`);
      await build({
        ...{ bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error" },
        ...{ outfile, plugins: [ajv, without(PACKAGES.filter((one) => one !== uses))] },
        stdin: { contents: source(peer, from), resolveDir: here },
      });
      const bytes = await readFile(outfile);
      return { name, path: outfile, raw: bytes.length, br: brotliCompressSync(bytes).length };
    }),
  );
}

/** peers.mjs imports them all, and some do something when they are imported. */
const without = (packages) => ({
  name: "without other peers",
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${packages.join("|")})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = {};" }));
  },
});

function source(peer, from = "./peers.mjs") {
  const [made] = peer.split("(");
  const more = [
    peer.includes("ajvValidate") && 'import ajvValidate from "./ajv-compiled.mjs";',
    peer.includes("new Ajv") && 'import Ajv from "ajv"; import { jsonSchema } from "./peers.mjs";',
  ];
  return `
    import { REGISTRY } from "../../www/lib/registry.ts";
    import { answering } from "./answer.mjs";
    import { ${made} } from "${from}";
    ${more.filter(Boolean).join("\n")}
    export default ({ claim, evidence, today }) =>
      answering(${peer}, evidence, REGISTRY.rulesets[0], today)(claim);
    `;
}

/** ajv writes its check as a script, which then needs no `unsafe-eval`. */
export async function compiledAjv() {
  const require = createRequire(join(here, "package.json"));
  const { default: Ajv } = require("ajv");
  const { default: standalone } = require("ajv/dist/standalone");
  const { jsonSchema } = await import("./peers.mjs");
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true } });
  const contents = standalone(ajv, ajv.compile(jsonSchema));
  return {
    name: "compiled ajv",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /ajv-compiled\.mjs$/ }, ({ path }) => ({ path, namespace: "ajv" }));
      onLoad({ filter: /.*/, namespace: "ajv" }, () => ({ contents, resolveDir: here }));
    },
  };
}
