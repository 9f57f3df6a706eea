// What takes a handler, by its real types.
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { checkHandler, handleCheck, type ProblemDetails, toNode } from "cpor-preflight/server";
import { Hono } from "hono";

createServer(toNode(handleCheck));
createSecureServer({ allowHTTP1: true }, toNode(checkHandler({ limit: 1000 })));
new Hono().post("/", ({ req }) => handleCheck(req.raw));
const response = await checkHandler({
  evidence: async ({ partnerId }, { headers }) =>
    headers.has("authorization") && partnerId ? { partnerIds: [{ id: partnerId }] } : null,
})(new Request("https://portal.example/"));
const { code }: ProblemDetails = await response.json();
code satisfies "body-malformed" | string;

// @ts-expect-error: a list of origins, or all
checkHandler({ origins: "https://portal.example" });
// @ts-expect-error: there is no such option
checkHandler({ maxSize: 1000 });
