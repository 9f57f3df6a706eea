import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { contentSecurityPolicy, serve } from "../../scripts/serve.mjs";

let folder;
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  await mkdir(join(folder, "www", "lib"), { recursive: true });
  await mkdir(join(folder, "www-private"));
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "www-private", "secret.txt"), "secret");
  await writeFile(join(folder, "www", "index.html"), "<title>page</title>");
  await writeFile(join(folder, "www", "lib", "a b.wasm"), "wasm");
  await writeFile(join(folder, "www", "worker.mjs"), "");
  server = await serve(join(folder, "www"));
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("a folder answers with its index, under the strict policy", async () => {
  const { status, headers, body } = await get("/?q=1");
  assert.deepEqual([status, body], [200, "<title>page</title>"]);
  assert.match(headers["content-type"], /^text\/html; ?charset=utf-8$/);
  assert.equal(headers["content-security-policy"], contentSecurityPolicy);
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["referrer-policy"], "no-referrer");
});

test("wasm has the type that streaming compilation asks for", async () => {
  const { headers, body } = await get("/lib/a%20b.wasm");
  assert.deepEqual([headers["content-type"], body], ["application/wasm", "wasm"]);
});

test("a module that is a worker has the type that browsers ask for", async () => {
  assert.match((await get("/worker.mjs")).headers["content-type"], /^text\/javascript/);
});

test("an unchanged file is not sent again", async () => {
  const { headers } = await get("/");
  const { status, body } = await get("/", { headers: { "If-None-Match": headers.etag } });
  assert.deepEqual([headers["cache-control"], status, body], ["no-cache", 304, ""]);
});

test("nothing outside the folder is served", async () => {
  for (const path of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/lib/%2e%2e/%2e%2e/secret.txt",
    "/../www-private/secret.txt",
    "/..%5csecret.txt",
    "/index.html%00.txt",
    "/%",
    "/missing",
    "/lib",
    "//secret.txt",
  ]) {
    const { status, body } = await get(path);
    assert.ok(status === 400 || status === 404, `${path}: ${status}`);
    assert.doesNotMatch(body, /secret/, path);
  }
});

test("only reading is allowed, and HEAD sends no body", async () => {
  assert.equal((await get("/", { method: "POST" })).status, 405);
  const { status, body } = await get("/", { method: "HEAD" });
  assert.deepEqual([status, body], [200, ""]);
});

/** Like fetch, but sends the path as it is written, dots and all. */
function get(path, options = {}) {
  const { port } = new URL(server.url);
  return new Promise((done, fail) => {
    request({ host: "127.0.0.1", port, path, ...options }, async (response) => {
      const chunks = await response.toArray();
      const body = Buffer.concat(chunks).toString();
      done({ status: response.statusCode, headers: response.headers, body });
    })
      .on("error", fail)
      .end();
  });
}
