// One field of a filled form becomes another: what does that change?
import { measure as measureClaims } from "./claim.mjs";

export const measure = (options) => measureClaims(options, "keystroke");
