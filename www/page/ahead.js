// Runs while the page's script is still on its way, and asks for the words that it is going to ask for.

import { LANGUAGES, negotiate } from "./frame.js";

// What does not come is asked for again, and missed, there.
LANGUAGES[negotiate()].load().catch(() => {});
