// Reads XML as it comes, as far as the parts of a workbook need it: elements, attributes and text. It
// knows no document types, and so no entities that stand for more than a character.

import { ContainerError } from "./zip.js";

export interface XmlListener {
  /** Names are without their prefix. `attributes` are those of this tag as long as this runs. */
  opened(name: string, attributes: Attributes): void;
  closed(name: string): void;
  /** Text may come in pieces, and is to be decoded when all have come. */
  text(piece: string): void;
}

/** Longer than any tag; behind it, a part that is no XML would fill the memory. */
const MAX_TAG = 1 << 20;

/** Takes a text in pieces and tells a listener what is in it. */
export class XmlScanner {
  #listener: XmlListener;
  #rest = "";
  #depth = 0;
  /** The same for every tag: a sheet has millions. */
  #attributes = new Attributes();

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) {
        if (at < text.length && this.#depth > 0) this.#listener.text(text.slice(at));
        this.#rest = "";
        return;
      }
      if (start > at && this.#depth > 0) this.#listener.text(text.slice(at, start));
      const end = this.#tag(text, start);
      if (end < 0) {
        this.#rest = text.slice(start);
        if (this.#rest.length > MAX_TAG) throw new ContainerError("damaged", "a tag has no end");
        return;
      }
      at = end;
    }
  }

  /** All of it has come. */
  end(): void {
    if (this.#rest || this.#depth > 0) throw new ContainerError("damaged", "a part breaks off");
  }

  /** Where the tag ends that starts here; negative if it goes on in the next piece. */
  #tag(text: string, start: number): number {
    const mark = text.charCodeAt(start + 1);
    if (mark === BANG) return this.#declaration(text, start);
    if (mark === QUESTION) return after(text, "?>", start);
    if (mark === SLASH) {
      const end = text.indexOf(">", start);
      if (end < 0) return end;
      this.#depth -= 1;
      this.#listener.closed(nameIn(text, start + 2, nameEnd(text, start + 2, end)));
      return end + 1;
    }
    const end = tagEnd(text, start);
    if (end < 0) return end;
    const isEmpty = text.charCodeAt(end - 1) === SLASH;
    const last = isEmpty ? end - 1 : end;
    const behind = nameEnd(text, start + 1, last);
    const name = nameIn(text, start + 1, behind);
    this.#listener.opened(name, this.#attributes.of(text, behind, last));
    if (isEmpty) this.#listener.closed(name);
    else this.#depth += 1;
    return end + 1;
  }

  #declaration(text: string, start: number): number {
    // Without the first sign: it would end a script in a page.
    if (text.startsWith("!--", start + 1)) return after(text, "-->", start + 4);
    if (text.startsWith("![CDATA[", start + 1)) {
      const end = after(text, "]]>", start);
      // What is in it is no markup: it is decoded with the rest, so it is encoded here.
      if (end > 0) this.#listener.text(text.slice(start + 9, end - 3).replaceAll("&", "&amp;"));
      return end;
    }
    // It may be the beginning of one of these.
    if (text.length - start < "<![CDATA[".length) return -1;
    throw new ContainerError("damaged", "a part declares a document type");
  }
}

/** The attributes of a tag. Goes through them without making a text of each. */
export class Attributes {
  #text = "";
  #at = 0;
  #end = 0;
  #nameStart = 0;
  #nameEnd = 0;
  #valueStart = 0;
  #valueEnd = 0;

  /** Those between two places of a text. */
  of(text: string, start: number, end: number): this {
    this.#text = text;
    this.#at = start;
    this.#end = end;
    return this;
  }

  /** Goes to the next one; is there one? */
  next(): boolean {
    const text = this.#text;
    const end = this.#end;
    let at = this.#at;
    while (at < end && isSpace(text.charCodeAt(at))) at += 1;
    this.#nameStart = at;
    while (at < end && text.charCodeAt(at) !== EQUALS && !isSpace(text.charCodeAt(at))) at += 1;
    this.#nameEnd = at;
    while (at < end && !isQuote(text.charCodeAt(at))) at += 1;
    this.#valueStart = at + 1;
    const quote = text.charCodeAt(at);
    at += 1;
    while (at < end && text.charCodeAt(at) !== quote) at += 1;
    this.#valueEnd = at;
    this.#at = at + 1;
    return at < end;
  }

  get name(): string {
    return between(this.#text, this.#nameStart, this.#nameEnd);
  }

  /** As it stands there, not decoded. */
  get value(): string {
    return between(this.#text, this.#valueStart, this.#valueEnd);
  }

  /** Of its value; the place of the first one is 0. */
  codeAt(place: number): number {
    const at = this.#valueStart + place;
    return at < this.#valueEnd ? this.#text.charCodeAt(at) : Number.NaN;
  }

  /**
   * The decoded values of those that have these names, where they are there. A name is without a
   * prefix, but for one that begins with a colon.
   */
  read<Name extends string>(...names: Name[]): { [One in Name]?: string } {
    const found: { [One in Name]?: string } = {};
    while (this.next()) {
      const { name } = this;
      const one = names.find((wanted) =>
        wanted.startsWith(":") ? name.endsWith(wanted) : name === wanted,
      );
      if (one !== undefined) found[one] = decoded(this.value);
    }
    return found;
  }
}

/** Text with the characters that `&…;` stands for. */
export function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, character);
}

function character(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase() as keyof typeof NAMED];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const [BANG, SLASH, QUESTION] = [0x21, 0x2f, 0x3f];
const [SPACE, COLON, EQUALS] = [0x20, 0x3a, 0x3d];

const isSpace = (code: number): boolean => code <= SPACE;
const isQuote = (code: number): boolean => code === 34 || code === 39;

/** Engines keep texts of one character, so that the most frequent names and values take no memory. */
const between = (text: string, start: number, end: number): string =>
  end - start === 1 ? text.charAt(start) : text.slice(start, end);

function nameEnd(text: string, start: number, last: number): number {
  let at = start;
  while (at < last && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Without its prefix. */
function nameIn(text: string, start: number, end: number): string {
  for (let at = end - 2; at > start; at -= 1)
    if (text.charCodeAt(at) === COLON) return between(text, at + 1, end);
  return between(text, start, end);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The place of the `>`, which may stand in the value of an attribute, too. */
function tagEnd(text: string, start: number): number {
  let end = text.indexOf(">", start);
  if (end < 0) return end;
  let quote = nextQuote(text, start, end);
  while (quote >= 0) {
    const close = text.indexOf(text.charAt(quote), quote + 1);
    if (close < 0) return -1;
    if (close > end) end = text.indexOf(">", close);
    if (end < 0) return -1;
    quote = nextQuote(text, close + 1, end);
  }
  return end;
}

function nextQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (isQuote(text.charCodeAt(at))) return at;
  }
  return -1;
}
