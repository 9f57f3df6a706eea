// Defines all elements; for hosts that have nothing else to say.

import { defineAll } from "./element.js";

export * from "./element.js";

defineAll();
