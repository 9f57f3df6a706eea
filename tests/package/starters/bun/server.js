// Sends the page, whose scripts Bun bundles, and checks what the page sends.
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";
import page from "./index.html";

await init();
Bun.serve({ port: process.env.PORT, routes: { "/": page, "/check": { POST: check } } });

async function check(request) {
  const posted = await request.formData();
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  const html = `<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`;
  return new Response(html, { headers: { "content-type": "text/html" } });
}
