import { handleCheck } from "cpor-preflight/server";

Deno.serve(handleCheck);
