// Renders the app, and checks what it sends: as it is built, or else by Vite while developing.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { checkHandler, toNode } from "cpor-preflight/server";

const check = checkHandler({ prefix: "claim." });
const post = toNode(answer);
const isBuilt = process.env.NODE_ENV === "production";
const { files, page, render } = await (isBuilt ? built() : developed());

createServer((request, response) => {
  if (request.method === "POST") return post(request, response);
  files(request, response, async () => {
    const html = await page(request.url);
    response.setHeader("content-type", "text/html");
    response.end(html.replace("<!--app-->", render()));
  });
}).listen(process.env.PORT ?? 3000);

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

async function answer(request) {
  const response = await check(request);
  const { verdict, findings, detail } = await response.json();
  const answered = findings ? [verdict, findings[0]?.code ?? "nothing found"].join(": ") : detail;
  const html = `<!doctype html><output id="answer">${answered}</output>`;
  const status = findings ? 200 : response.status;
  return new Response(html, { status, headers: { "content-type": "text/html" } });
}
