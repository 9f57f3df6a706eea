import { fileURLToPath } from "node:url";

// Only because this portal has its packages in the folders above it.
const root = fileURLToPath(new URL("../..", import.meta.url));

export default { distDir: "node_modules/.next", turbopack: { root } };
