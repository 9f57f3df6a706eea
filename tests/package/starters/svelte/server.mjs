// Renders the app, and checks what it sends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";
import { createServer as createVite } from "vite";

await init();
const vite = await createVite({ server: { middlewareMode: true, hmr: false }, appType: "custom" });
const { render } = await vite.ssrLoadModule("/src/server.js");
const page = await readFile("index.html", "utf8");

createServer(async (request, response) => {
  if (request.method === "POST") return check(request, response);
  vite.middlewares(request, response, async () => {
    const html = await vite.transformIndexHtml(request.url, page);
    response.setHeader("content-type", "text/html");
    response.end(html.replace("<!--app-->", render()));
  });
}).listen(process.env.PORT);

async function check(request, response) {
  const posted = new URLSearchParams(await text(request));
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`);
}
