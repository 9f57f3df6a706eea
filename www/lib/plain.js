// What comes from outside, as plain values; nothing here throws.

export function toJson(value) {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    // A getter that throws, a cycle, a BigInt: read what can be read.
    return JSON.stringify(readable(value, 0)) ?? "null";
  }
}

/** As a plain value, once it has been through JSON. */
export const plain = (value) => JSON.parse(toJson(value));

export function optionOf(options, name) {
  try {
    return options?.[name] ?? undefined;
  } catch {
    return undefined;
  }
}

/** An option's value, where it is an object as JSON has it: a boxed text is a text. */
export function plainOption(options, name) {
  const value = optionOf(options, name);
  return typeof value === "object" ? (plain(value) ?? undefined) : value;
}

/** An object or nothing, as far as JSON is concerned. */
export function isMap(value) {
  try {
    return typeof (value ?? {}) === "object" ? !Array.isArray(value) : typeof value === "function";
  } catch {
    return false;
  }
}

/** Text or any kind of buffer as bytes; `undefined` for anything else. */
export function bytesOf(textOrBytes) {
  try {
    if (typeof textOrBytes === "string") return new TextEncoder().encode(textOrBytes);
    // By its name: a buffer of another window is of another class.
    const type = Object.prototype.toString.call(textOrBytes);
    if (type === "[object ArrayBuffer]") return new Uint8Array(textOrBytes);
    // What others may change meanwhile is copied.
    if (type === "[object SharedArrayBuffer]") return new Uint8Array(textOrBytes).slice();
    if (!ArrayBuffer.isView(textOrBytes)) return undefined;
    const { buffer, byteOffset, byteLength } = textOrBytes;
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch {
    return undefined;
  }
}

/** Pieces of bytes in one. */
export function joined(pieces) {
  if (pieces.length === 1) return pieces[0];
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Stands for a value that cannot be read: no field of claim or evidence accepts it. */
const UNREADABLE = [[]];
const MAX_DEPTH = 8;

/** The value in a boxed one, whatever it says of itself. */
function boxed(value, prototype) {
  try {
    return prototype.valueOf.call(value);
  } catch {
    return undefined;
  }
}

function readable(value, depth) {
  try {
    if (typeof value === "bigint") return String(value);
    // A function is no value, and one named toJSON would be called.
    if (typeof value === "function") return undefined;
    if (typeof value !== "object" || value === null) return value;
    if (depth > MAX_DEPTH) return UNREADABLE;
    // As JSON does: a Date is its text.
    if (typeof value.toJSON === "function") return readable(value.toJSON(), depth + 1);
    for (const { prototype } of [String, Number, Boolean]) {
      const text = boxed(value, prototype);
      if (text !== undefined) return text;
    }
    if (Array.isArray(value)) return Array.from(value, (item) => readable(item, depth + 1));
    const copy = {};
    for (const key of Object.keys(value)) {
      let member = UNREADABLE;
      try {
        member = readable(value[key], depth + 1);
      } catch {}
      Object.defineProperty(copy, key, { value: member, enumerable: true });
    }
    return copy;
  } catch {
    return UNREADABLE;
  }
}
