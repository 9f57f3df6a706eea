// Renders the app, and checks what it sends: as it is built, or else by Vite while developing.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";

await init();
const isBuilt = process.env.NODE_ENV === "production";
const { files, page, render } = await (isBuilt ? built() : developed());

createServer((request, response) => {
  if (request.method === "POST") return check(request, response);
  files(request, response, async () => {
    const html = await page(request.url);
    response.setHeader("content-type", "text/html");
    response.end(html.replace("<!--app-->", render()));
  });
}).listen(process.env.PORT);

async function built() {
  const { default: sirv } = await import("sirv");
  const { render } = await import("./dist/server/server.js");
  const html = await readFile("dist/client/index.html", "utf8");
  return { files: sirv("dist/client", { extensions: [] }), page: () => html, render };
}

async function developed() {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({
    server: { middlewareMode: true, hmr: false },
    appType: "custom",
  });
  const { render } = await vite.ssrLoadModule("/src/server.jsx");
  const html = await readFile("index.html", "utf8");
  return { files: vite.middlewares, page: (url) => vite.transformIndexHtml(url, html), render };
}

async function check(request, response) {
  const posted = new URLSearchParams(await text(request));
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`);
}
