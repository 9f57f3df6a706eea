// The one engine of a script and all its pieces: the library's functions, pages and elements share it.

import { sources } from "#sources";
import { Engine } from "./engine.js";

export const engine = new Engine(sources);
