// A page and, on another origin, the package, as a content delivery network serves it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";
import sirv from "sirv";

await init();
const files = sirv("node_modules/cpor-preflight");
const network = createServer((request, response) => {
  response.setHeader("access-control-allow-origin", "*");
  files(request, response);
});
await new Promise((done) => network.listen(0, done));
const { port } = network.address();
const html = await readFile("index.html", "utf8");
const page = html.replaceAll("https://cdn.example/cpor-preflight", `http://localhost:${port}`);

createServer(async (request, response) => {
  response.setHeader("content-type", "text/html");
  response.end(request.method === "POST" ? await check(request) : page);
}).listen(process.env.PORT);

async function check(request) {
  const posted = new URLSearchParams(await text(request));
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  return `<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`;
}
