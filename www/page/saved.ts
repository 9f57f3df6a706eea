// A claim as a text that can be kept, with what was put in: what is too large to be kept is named. What comes back is
// taken only as far as it is what it should be, whoever wrote it.

import type { Place } from "../form/kit.js";
import { isOfOwnIds } from "../form/own-ids-table.js";
import type { About, Item, Memory, Source, Store, Texts } from "../form/store.js";
import type { Field } from "../generated/lists.js";
import { FIELDS } from "../generated/names.js";

/** Bytes of a file up to which it is kept. */
const LARGEST = 256 * 1024;
/** Characters of a text up to which it is one that a person or a page has put there. */
const LONGEST = 4 * 1024 * 1024;

export interface SavedSource {
  about: About;
  /** A text, or a file’s bytes in base 64; neither where the file was too large. */
  text?: string;
  bytes?: string;
  name?: string;
}

export interface Saved {
  memory: Memory;
  sources: SavedSource[];
}

/** The files of a claim are read once they are put in: when a page is left, there is no time for it. */
export class Sources {
  #store: Store;
  #bytes = new WeakMap<File, string>();
  #read: Promise<unknown> = Promise.resolve();
  /** What is being taken up. */
  #coming: readonly SavedSource[] = [];

  constructor(store: Store) {
    this.#store = store;
    store.on(["items"], () => {
      this.#read = Promise.all(store.items.map(({ source }) => this.#readFile(source)));
    });
  }

  get saved(): Saved {
    const there = this.#store.items.map((one) => this.#of(one));
    return { memory: this.#store.memory, sources: [...this.#coming, ...there] };
  }

  /** When all that is there has been read. */
  get read(): Promise<unknown> {
    return this.#read;
  }

  /** Goes on with a claim. Resolves to the names of the files that have to be chosen again. */
  async takeUp({ memory, sources }: Saved): Promise<string[]> {
    const there: [Source, About][] = [];
    const lost: string[] = [];
    for (const { about, text, bytes, name } of sources) {
      const content = bytes === undefined ? undefined : bytesOf(bytes);
      if (text !== undefined) there.push([text, about]);
      else if (bytes !== undefined && content) {
        const file = new File([content], name ?? "");
        this.#bytes.set(file, bytes);
        there.push([file, about]);
      } else if (name) lost.push(name);
    }
    this.#coming = sources;
    await this.#store.restore(memory, there);
    if (this.#coming === sources) this.#coming = [];
    return lost;
  }

  #of({ source, about }: Item): SavedSource {
    if (typeof source === "string")
      return source.length > LARGEST ? { about, name: about.name ?? "" } : { about, text: source };
    const bytes = this.#bytes.get(source);
    return bytes === undefined ? { about, name: source.name } : { about, name: source.name, bytes };
  }

  async #readFile(source: Source): Promise<void> {
    if (typeof source === "string" || source.size > LARGEST || this.#bytes.has(source)) return;
    const bytes = await source.arrayBuffer().catch(() => undefined);
    if (bytes) this.#bytes.set(source, base64(new Uint8Array(bytes)));
  }
}

/** The same text for the same claim, wherever it is from. */
export const contentOf = (saved: Saved): string => JSON.stringify(savedIn(saved));

/** Is there anything but what is the same in all claims of the company? */
export function isWorth({ memory, sources }: Saved, same: Texts): boolean {
  const own = Object.entries(memory.claim).filter(([field, text]) => text !== same[field as Field]);
  return sources.some(({ about }) => !isOfOwnIds(about)) || own.length > 0;
}

/** What was kept, as far as it is in order. */
export function savedIn(value: unknown): Saved | undefined {
  const { memory, sources } = recordOf(value);
  if (typeof memory !== "object" || memory === null) return undefined;
  const { claim, others, emptied, dismissed, ticks, filed, isAsked } = recordOf(memory);
  return {
    memory: {
      claim: textsIn(claim),
      others: listOf(others) as Memory["others"],
      emptied: fieldsIn(emptied),
      dismissed: listOf(dismissed),
      ticks: listOf(ticks),
      filed: stringsIn(filed),
      isAsked: isAsked === true,
    },
    sources: Array.isArray(sources) ? sources.map(sourceIn) : [],
  };
}

/** Texts of fields that there are. */
export function textsIn(value: unknown): Texts {
  const given = stringsIn(value);
  const known = FIELDS.filter((field) => given[field]);
  return Object.fromEntries(known.map((field) => [field, given[field]]));
}

function sourceIn(value: unknown): SavedSource {
  const { about, ...others } = recordOf(value);
  const { columns } = recordOf(about);
  const { text, bytes, name } = stringsIn(others);
  return {
    about: {
      ...stringsIn(about),
      ...(columns ? { columns: stringsIn(columns) as NonNullable<About["columns"]> } : {}),
    },
    ...(text !== undefined && { text }),
    ...(bytes !== undefined && { bytes }),
    ...(name !== undefined && { name }),
  };
}

/** How the form was arranged. */
export function arrangement(place: Place): unknown {
  const { opened, unfolded, isAllShown, isFormOffered, branch, answers, advised, context } = place;
  const plain = { isAllShown, isFormOffered, branch, answers, advised, context };
  return { ...plain, opened: [...opened], unfolded: [...unfolded] };
}

export function arrange(place: Place, value: unknown): void {
  const kept = recordOf(value);
  if (Array.isArray(kept.opened)) place.opened = new Set(listOf(kept.opened)) as Place["opened"];
  place.unfolded = new Set(listOf(kept.unfolded));
  place.isAllShown = kept.isAllShown === true;
  place.isFormOffered = kept.isFormOffered === true;
  place.branch = ["tenant-domain", "subscription", "claimed", "partner-id"].find(
    (one) => one === kept.branch,
  ) as Place["branch"];
  place.answers = stringsIn(kept.answers);
  place.advised = stringsIn(kept.advised);
  place.context = stringsIn(kept.context);
}

/* What somebody else may have written */

export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
export const stringsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(recordOf(value)).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && entry[1].length <= LONGEST,
    ),
  );
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
const fieldsIn = (value: unknown) => FIELDS.filter((field) => listOf(value).includes(field));

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}
