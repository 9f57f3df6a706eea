import { sValidator } from "@hono/standard-validator";
import { claimSchema } from "cpor-preflight/schema";
import { Hono } from "hono";

export const app = new Hono().post("/claims", sValidator("json", claimSchema()), (context) => {
  const claim = context.req.valid("json");
  return context.json({ filedFor: claim.customerTenantId });
});
