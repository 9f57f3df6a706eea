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

checkHandler({ origins: "https://portal.example", evidence: Promise.resolve(null) });
// @ts-expect-error: origins are texts
checkHandler({ origins: [1] });
// @ts-expect-error: a number of bytes
checkHandler({ limit: "1kb" });
// @ts-expect-error: there is no such option
checkHandler({ maxSize: 1000 });
