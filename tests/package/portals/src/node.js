// A program for Node that its bundler puts into one file.
import { checkClaim, init } from "cpor-preflight";
import { asked } from "./asked.js";

init().then(() => console.log(JSON.stringify(checkClaim(...asked))));
