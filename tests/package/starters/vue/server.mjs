// Renders the app, and checks what it sends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { checkHandler, toNode } from "cpor-preflight/server";
import { createServer as createVite } from "vite";

const check = checkHandler({ prefix: "claim." });
const post = toNode(answer);
const vite = await createVite({ server: { middlewareMode: true, hmr: false }, appType: "custom" });
const { render } = await vite.ssrLoadModule("/src/server.js");
const html = await readFile("index.html", "utf8");
const page = html.replace("main.js", "hydrate.js");

createServer(async (request, response) => {
  if (request.method === "POST") return post(request, response);
  vite.middlewares(request, response, async () => {
    const shown = await vite.transformIndexHtml(request.url, page);
    response.setHeader("content-type", "text/html");
    response.end(shown.replace("<!--app-->", await render()));
  });
}).listen(process.env.PORT ?? 3000);

async function answer(request) {
  const response = await check(request);
  const { verdict, findings, detail } = await response.json();
  const answered = findings ? [verdict, findings[0]?.code ?? "nothing found"].join(": ") : detail;
  const html = `<!doctype html><output id="answer">${answered}</output>`;
  const status = findings ? 200 : response.status;
  return new Response(html, { status, headers: { "content-type": "text/html" } });
}
