// Defines all elements under their usual names.

import { defineAll } from "./element.js";

export * from "./element.js";

defineAll();
