// A page and, on another origin, the package, as a content delivery network serves it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { checkHandler, toNode } from "cpor-preflight/server";
import sirv from "sirv";

const check = checkHandler({ prefix: "claim." });
const post = toNode(answer);
const files = sirv("node_modules/cpor-preflight");
const network = createServer((request, response) => {
  response.setHeader("access-control-allow-origin", "*");
  files(request, response);
});
await new Promise((done) => network.listen(0, done));
const { port } = network.address();
const html = await readFile("index.html", "utf8");
const page = html.replaceAll("https://cdn.example/cpor-preflight", `http://localhost:${port}`);

createServer((request, response) => {
  if (request.method === "POST") return post(request, response);
  response.setHeader("content-type", "text/html");
  response.end(page);
}).listen(process.env.PORT ?? 3000);

async function answer(request) {
  const response = await check(request);
  const { verdict, findings, detail } = await response.json();
  const answered = findings ? [verdict, findings[0]?.code ?? "nothing found"].join(": ") : detail;
  const html = `<!doctype html><output id="answer">${answered}</output>`;
  const status = findings ? 200 : response.status;
  return new Response(html, { status, headers: { "content-type": "text/html" } });
}
