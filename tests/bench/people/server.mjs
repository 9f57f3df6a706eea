// Serves folders as portals do: over HTTP/2, compressed by Brotli as well as it can be.
import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createSecureServer } from "node:http2";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * @param folders by the first part of their path
 * @param scratch where a certificate for an hour may lie
 * @returns `{ url, close }`
 */
export async function serveCompressed(folders, scratch) {
  const packed = new Map();
  const server = createSecureServer(await certificate(scratch));
  server.on("stream", async (stream, headers) => {
    stream.on("error", () => {});
    const path = new URL(headers[":path"], "https://localhost").pathname;
    const file = await compressed(packed, folders, path).catch(() => undefined);
    if (stream.destroyed) return;
    if (!file) {
      stream.respond({ ":status": 404 });
      stream.end();
      return;
    }
    const { type, bytes } = file;
    stream.respond({
      ...{ ":status": 200, "content-type": type, "content-encoding": "br" },
      ...{ "content-length": bytes.length, "cache-control": "no-cache" },
    });
    stream.end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const sessions = new Set();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
  });
  return {
    url: `https://localhost:${server.address().port}/`,
    close: () => {
      for (const session of sessions) session.destroy();
      return new Promise((done) => server.close(done));
    },
  };
}

async function compressed(packed, folders, path) {
  if (!packed.has(path)) {
    const [, first, ...rest] = normalize(path).split("/");
    const name = rest.join("/") || "index.html";
    const bytes = await readFile(join(folders[first], name));
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    packed.set(path, { type, bytes: await promisify(brotliCompress)(bytes, best) });
  }
  return packed.get(path);
}

/** Browsers speak HTTP/2 only with a certificate. */
async function certificate(scratch) {
  await mkdir(scratch, { recursive: true });
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(scratch, name));
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"];
  const files = ["-subj", "/CN=localhost", "-keyout", key, "-out", cert];
  await promisify(execFile)("openssl", [...args, ...files]).catch((error) => {
    throw new Error(`people needs openssl for a certificate: ${error.message}`);
  });
  return { key: await readFile(key), cert: await readFile(cert) };
}
