// A static file server that sends the page's own strict policy as headers.
import { createServer } from "node:http";

export { site } from "./tools.mjs";

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

const COMMON = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy": contentSecurityPolicy,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Serves a folder; port 0 takes a free one. Resolves to { url, close }. */
export async function serve(folder, { port = 0, host = "127.0.0.1", headers = {} } = {}) {
  // Only now: this file is read before the packages are installed.
  const { default: sirv } = await import("sirv");
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    response.setHeaders(new Map(Object.entries({ ...COMMON, ...headers })));
    if (["GET", "HEAD"].includes(request.method)) {
      files(request, response, () => refuse(response, 404, "Not found"));
    } else {
      response.setHeader("Allow", "GET, HEAD");
      refuse(response, 405, "Method not allowed");
    }
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

function refuse(response, status, message) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${message}\n`);
}
