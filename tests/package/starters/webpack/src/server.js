// Sends the page and what is built, and checks what the page sends.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";
import sirv from "sirv";

init().then(() => {
  const files = sirv("public");
  createServer((request, response) => {
    // Who leaves in the middle of sending gets no answer.
    if (request.method === "POST") check(request, response).catch(() => response.destroy());
    else files(request, response);
  }).listen(process.env.PORT);
});

async function check(request, response) {
  const posted = new URLSearchParams(await text(request));
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><output id="answer">${verdict}: ${findings[0].code}</output>`);
}
