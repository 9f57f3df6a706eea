// Warnings for those who build a portal.

/** A window keeps the warnings that it has shown under this name. */
const WARNED = Symbol.for("cpor-preflight.warned");

/** Writes it to the console, once. */
export function warn(text: string): void {
  const kept = globalThis as { [WARNED]?: Set<string> };
  kept[WARNED] ??= new Set();
  if (kept[WARNED].has(text)) return;
  kept[WARNED].add(text);
  console.warn(`cpor-preflight: ${text}`);
}

/** A listener that disturbs nobody: what it throws is written to the console. */
export function heard<Given extends unknown[]>(
  name: string,
  listener: (...given: Given) => void,
): (...given: Given) => void {
  return (...given) => {
    try {
      listener(...given);
    } catch (error) {
      warn(`${name} throws: ${(error as Partial<Error> | undefined)?.message}`);
    }
  };
}
