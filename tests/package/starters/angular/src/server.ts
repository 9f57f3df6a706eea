// Renders the app, and checks what it sends.
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from "@angular/ssr/node";
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";
import sirv from "sirv";

const engine = new AngularNodeAppEngine({ allowedHosts: ["localhost"] });

export const reqHandler = createNodeRequestHandler(async (request, response, next) => {
  const rendered = await engine.handle(request);
  if (rendered) await writeResponseToNodeResponse(rendered, response);
  else next();
});

if (isMainModule(import.meta.url)) {
  const files = sirv(`${import.meta.dirname}/../browser`);
  createServer(async (request, response) => {
    if (request.method === "POST") {
      response.setHeader("content-type", "text/html");
      response.end(await check(request));
    } else {
      files(request, response, () => reqHandler(request, response, () => response.end()));
    }
  }).listen(process.env.PORT);
}

async function check(request: IncomingMessage) {
  await init();
  const posted = new URLSearchParams(await text(request));
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  return `<!doctype html><output id="answer">${verdict}: ${findings[0]?.code}</output>`;
}
