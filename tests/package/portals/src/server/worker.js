import { checkHandler } from "cpor-preflight/server";

export default { fetch: checkHandler({ path: "/claims", origins: ["https://portal.example"] }) };
