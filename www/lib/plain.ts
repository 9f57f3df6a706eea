// What comes from outside, as plain values; nothing here throws.

/** Any object, as what has members. */
type Members = Record<string, unknown>;

export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    // A getter that throws, a cycle, a BigInt: read what can be read.
    return JSON.stringify(readable(value, [])) ?? "null";
  }
}

/**
 * Evidence as JSON, in which `UNREADABLE` stands for all that is there and cannot be read: what JSON
 * leaves out or calls null is not absent.
 */
export function evidenceJson(value: unknown): string {
  try {
    if (isPlain(value, 0)) return JSON.stringify(value) ?? "null";
  } catch {}
  return JSON.stringify(readable(value, [], true)) ?? "null";
}

/** Is it all as JSON has it, at any depth? So is nearly all evidence, and asking costs little. */
function isPlain(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object": {
      if (value === null) return true;
      if (depth > MAX_DEPTH) return false;
      if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
      const prototype = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) return false;
      for (const name in value) if (!isPlain((value as Members)[name], depth + 1)) return false;
      return true;
    }
    default:
      return false;
  }
}

/** Not a Map, a Promise or another object whose members JSON does not see. */
function isRecord(value: object): boolean {
  const tag = Object.prototype.toString.call(value);
  return (
    tag === "[object Object]" ||
    Array.isArray(value) ||
    typeof (value as Members).toJSON === "function"
  );
}

/** As a plain value, once it has been through JSON. */
export const plain = (value: unknown): unknown => JSON.parse(toJson(value));

export function optionOf(options: unknown, name: string): unknown {
  try {
    return (options as Members | null | undefined)?.[name] ?? undefined;
  } catch {
    return undefined;
  }
}

/** An option's value, where it is an object as JSON has it: a boxed text is a text. */
export function plainOption(options: unknown, name: string): unknown {
  const value = optionOf(options, name);
  return typeof value === "object" ? (plain(value) ?? undefined) : value;
}

/** An object or nothing, as far as JSON is concerned. */
export function isMap(value: unknown): boolean {
  try {
    return typeof (value ?? {}) === "object" ? !Array.isArray(value) : typeof value === "function";
  } catch {
    return false;
  }
}

/** Text or any kind of buffer as bytes; `undefined` for anything else. */
export function bytesOf(textOrBytes: unknown): Uint8Array | undefined {
  try {
    if (typeof textOrBytes === "string") return new TextEncoder().encode(textOrBytes);
    // By its name: a buffer of another window is of another class.
    const type = Object.prototype.toString.call(textOrBytes);
    if (type === "[object String]") return bytesOf(String.prototype.valueOf.call(textOrBytes));
    if (type === "[object ArrayBuffer]") return new Uint8Array(textOrBytes as ArrayBuffer);
    // What others may change meanwhile is copied.
    if (type === "[object SharedArrayBuffer]")
      return new Uint8Array(textOrBytes as SharedArrayBuffer).slice();
    if (!ArrayBuffer.isView(textOrBytes)) return undefined;
    const { buffer, byteOffset, byteLength } = textOrBytes;
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch {
    return undefined;
  }
}

/** Pieces of bytes in one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Stands for a value that cannot be read: no field of claim or evidence accepts it. */
export const UNREADABLE = [[]];
const MAX_DEPTH = 8;

/** The value in a boxed one, whatever it says of itself. */
function boxed(value: object, prototype: object): unknown {
  try {
    return prototype.valueOf.call(value);
  } catch {
    return undefined;
  }
}

/** @param around the objects that the value is in */
function readable(value: unknown, around: readonly object[], isEvidence = false): unknown {
  try {
    if (typeof value === "bigint") return String(value);
    const isNoNumber = typeof value === "number" && !Number.isFinite(value);
    const isNoValue = typeof value === "symbol" || typeof value === "function";
    if (isEvidence && (isNoValue || isNoNumber)) return UNREADABLE;
    // One named toJSON would be called.
    if (typeof value === "function") return undefined;
    if (typeof value !== "object" || value === null) return value;
    if (around.length > MAX_DEPTH || around.includes(value)) return UNREADABLE;
    const inside = [...around, value];
    // As JSON does: a Date is its text.
    const { toJSON } = value as Members;
    if (typeof toJSON === "function") {
      const text = readable(toJSON.call(value), inside, isEvidence);
      return isEvidence && text === null ? UNREADABLE : text;
    }
    for (const { prototype } of [String, Number, Boolean]) {
      const text = boxed(value, prototype);
      if (text !== undefined) return text;
    }
    // One member that throws leaves the others as they are.
    const member = (key: number | string): unknown => {
      try {
        return readable((value as Members)[key], inside, isEvidence);
      } catch {
        return UNREADABLE;
      }
    };
    if (Array.isArray(value)) return Array.from({ length: value.length }, (_, at) => member(at));
    if (isEvidence && !isRecord(value)) return UNREADABLE;
    const copy: Members = {};
    for (const key of Object.keys(value))
      Object.defineProperty(copy, key, { value: member(key), enumerable: true });
    return copy;
  } catch {
    return UNREADABLE;
  }
}
