// Sends the page and the scripts of the package, and checks what the page sends.
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";

const TYPES = { js: "text/javascript", css: "text/css", wasm: "application/wasm" };

await init();
const page = await Deno.readTextFile("page.html");

Deno.serve({ port: Number(Deno.env.get("PORT")) }, async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/cpor-preflight/")) return file(pathname.split("/").pop());
  const html = request.method === "POST" ? await check(request) : page;
  return new Response(html, { headers: { "content-type": "text/html" } });
});

async function file(name) {
  const bytes = await Deno.readFile(`node_modules/cpor-preflight/dist/${name}`);
  return new Response(bytes, { headers: { "content-type": TYPES[name.split(".").pop()] } });
}

async function check(request) {
  const posted = await request.formData();
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  return `<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`;
}
