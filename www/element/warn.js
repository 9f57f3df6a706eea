// Warnings for those who build a portal.

/** A window keeps the warnings that it has shown under this name. */
const WARNED = Symbol.for("cpor-preflight.warned");

/** Writes it to the console, once. */
export function warn(text) {
  globalThis[WARNED] ??= new Set();
  if (globalThis[WARNED].has(text)) return;
  globalThis[WARNED].add(text);
  console.warn(`cpor-preflight: ${text}`);
}
