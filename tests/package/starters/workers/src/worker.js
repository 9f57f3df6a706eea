import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";
import page from "./page.html";

export default {
  async fetch(request) {
    const html = request.method === "POST" ? await check(request) : page;
    return new Response(html, { headers: { "content-type": "text/html" } });
  },
};

async function check(request) {
  await init();
  const posted = await request.formData();
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  return `<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`;
}
