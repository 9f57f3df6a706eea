import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";

export async function POST({ request }) {
  await init();
  const posted = await request.formData();
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  const html = `<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`;
  return new Response(html, { headers: { "content-type": "text/html" } });
}
