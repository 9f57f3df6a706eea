// The handler on servers: the files that server.md shows, in Hono, as a worker's module, and in Deno.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { checkClaim, init } from "cpor-preflight";
import { nodeBin } from "../../scripts/tools.mjs";
import { bin, consumers, ensureConsumers } from "./tools.mjs";

const folder = join(consumers, "server");
const claim = { partnerId: "5357564", product: "Teams" };
let expected;

before(async () => {
  await Promise.all([ensureConsumers(), init()]);
  expected = checkClaim(claim, {}, { locale: "de" });
});

const posted = (fields) => ({
  method: "POST",
  body: new URLSearchParams(fields),
  headers: { "accept-language": "de" },
});
const imported = (name) => import(pathToFileURL(join(folder, name)).href);

test("types: servers take the handler and the listener", async () => {
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022"];
  const kinds = ["--module", "nodenext", "--lib", "es2022,dom,dom.iterable", "--types", "node"];
  // The declarations of others are theirs to check.
  const options = [...strict, ...kinds, "--skipLibCheck", "--ignoreConfig"];
  const compiled = promisify(execFile)(nodeBin("tsc"), [...options, "types.ts"], { cwd: folder });
  const { stdout } = await compiled.catch((error) => error);
  assert.equal(stdout, "");
});

test("Hono: a route answers with the report", async () => {
  const { app } = await imported("hono.js");
  const fields = Object.entries(claim).map(([name, value]) => [`claim.${name}`, value]);
  const response = await app.request("/claims", posted(Object.fromEntries(fields)));
  assert.deepEqual([response.status, await response.json()], [422, expected]);
  assert.equal((await app.request("/claims", { method: "HEAD" })).status, 405);
});

test("a worker's module answers with the report, at its path and for its origin", async () => {
  const { default: worker } = await imported("worker.js");
  const ask = (path, options) =>
    worker.fetch(new Request(`https://worker.example${path}`, options), {});
  const response = await ask("/claims", posted(claim));
  assert.deepEqual([response.status, await response.json()], [422, expected]);
  assert.equal((await ask("/", posted(claim))).status, 404);
});

test("Deno: a server answers with the report", async () => {
  const env = { ...process.env, DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0", NO_COLOR: "1" };
  const args = ["run", "--allow-net", "--allow-env", "--allow-read", "--no-check", "deno.js"];
  const stdio = ["ignore", "pipe", "pipe"];
  // A group of its own: the command starts the program, and does not end it.
  const server = spawn(bin("deno"), args, { cwd: folder, env, stdio, detached: true });
  try {
    const url = await addressOf(server);
    const response = await fetch(url, posted(claim));
    assert.deepEqual([response.status, await response.json()], [422, expected]);
    assert.equal((await fetch(url, { method: "HEAD" })).status, 405);
  } finally {
    process.kill(-server.pid);
  }
});

/** Where a server is, once it says so. */
async function addressOf({ stdout, stderr }) {
  let said = "";
  const hear = (piece) => {
    said += piece;
  };
  stdout.on("data", hear);
  stderr.on("data", hear);
  for (;;) {
    const [, address] = said.match(/(http:\/\/[\d.]+:\d+)/) ?? [];
    if (address) return address;
    await Promise.race([once(stdout, "data"), once(stderr, "data")]);
  }
}
