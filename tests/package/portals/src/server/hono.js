import { checkHandler } from "cpor-preflight/server";
import { Hono } from "hono";

const check = checkHandler({ prefix: "claim." });

export const app = new Hono().all("/claims", ({ req }) => check(req.raw));
