// What portals that are being built should hear of.

const told = new Set();

/** Says it on the console, once. */
export function warn(text) {
  if (told.has(text)) return;
  told.add(text);
  console.warn(`cpor-preflight: ${text}`);
}
