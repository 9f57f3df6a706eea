// A small static file server that sends the page's own strict policy as headers.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** Forbids everything that the page does not need; `npm test` runs under it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self' https://login.microsoftonline.com",
  "img-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types cpor-preflight cpor-preflight-offline",
].join("; ");

/** Serves a folder; port 0 takes a free one. Resolves to { url, close }. */
export async function serve(folder, { port = 0, host = "127.0.0.1", headers = {} } = {}) {
  const allHeaders = { ...commonHeaders, ...headers };
  const server = createServer((request, response) => {
    answer(folder, request).then(({ status, headers, body }) => {
      response.writeHead(status, { ...allHeaders, ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    });
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, host, done));
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

const commonHeaders = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy": contentSecurityPolicy,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

async function answer(folder, request) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return text(405, "Method not allowed", { Allow: "GET, HEAD" });
  }
  const path = fileFor(folder, request.url);
  if (!path) return text(400, "Bad request");
  try {
    const { mtimeMs, size } = await stat(path);
    const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
    if (request.headers["if-none-match"] === etag) return { status: 304, headers: { ETag: etag } };
    const body = await readFile(path);
    const type = types[extname(path)] ?? "application/octet-stream";
    return { status: 200, headers: { "Content-Type": type, ETag: etag }, body };
  } catch {
    return text(404, "Not found");
  }
}

/** The file that a request names, or undefined when it names none inside the folder. */
function fileFor(folder, target) {
  try {
    const decoded = decodeURIComponent(target.replace(/[?#].*$/s, ""));
    if (decoded.includes("\0")) return undefined;
    const path = normalize(join(folder, decoded.endsWith("/") ? `${decoded}index.html` : decoded));
    return path.startsWith(normalize(folder + sep)) ? path : undefined;
  } catch {
    return undefined;
  }
}

function text(status, message, headers = {}) {
  return {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", ...headers },
    body: `${message}\n`,
  };
}
