// The evidence that the core holds, and the handles that callers have for it.

import type { CoreGlue } from "./core.js";
import type { WasmModule } from "./module.js";
import { evidenceJson } from "./plain.js";
import type { HeldEvidence } from "./types.js";

/** Under this number the core holds the evidence that was last passed as a plain object. */
const PLAIN = 0;
const ALL_ROWS = 2 ** 32 - 1;

/** Held evidence, as our own pages know it. */
export interface Handle extends HeldEvidence {
  readonly isHeld: boolean;
  slices(rows: number): Generator<string, void>;
}

/** What one instance of the core holds. A fresh instance holds nothing, and has an object of its own. */
export class Held {
  #core: WasmModule<CoreGlue>;
  /** The numbers under which evidence is held, by their handles. */
  #numbers = new WeakMap<object, number>();
  #lastNumber: number = PLAIN;
  /** The text of what is held under `PLAIN`: the same object may have changed since. */
  #plainText: string | undefined;
  /** Whoever only drops a handle frees the core's memory too. */
  #dropped =
    globalThis.FinalizationRegistry && new FinalizationRegistry<() => void>((release) => release());
  #isOver = false;
  #today: () => string;

  /**
   * @param core the module
   * @param today says the caller's day, after which no statement holds
   */
  constructor(core: WasmModule<CoreGlue>, today: () => string) {
    this.#core = core;
    this.#today = today;
  }

  /** Its instance is gone: its handles stand for evidence that cannot be read. */
  end(): void {
    this.#isOver = true;
  }

  /**
   * Hands evidence over.
   *
   * @param evidence as a value, or its JSON as text
   */
  add(evidence: unknown): Handle {
    const text = partText(evidence);
    const number = this.#newNumber();
    this.#core.call("holdEvidence", number, text, this.#today());
    return this.#handle(number);
  }

  /** Evidence as the number under which it is held, or as JSON. Runs getters of the caller's. */
  read(evidence: unknown): EvidenceRef {
    return this.#numbers.get(evidence as object) ?? evidenceJson(evidence);
  }

  /** Evidence as JSON, also what is held. */
  textOf(evidence: unknown): string {
    const evidenceRef = this.read(evidence);
    return typeof evidenceRef === "number" ? this.joinedTextOf(evidenceRef) : evidenceRef;
  }

  /** As JSON, as the core joined it. */
  joinedTextOf(evidenceRef: EvidenceRef): string {
    return this.#core.call("evidenceSlice", this.numberOf(evidenceRef), 0, ALL_ROWS) || "{}";
  }

  /** The number of evidence that was read; the core gets what it does not hold. */
  numberOf(evidenceRef: EvidenceRef): number {
    if (typeof evidenceRef === "number") return evidenceRef;
    if (evidenceRef !== this.#plainText) {
      this.#plainText = undefined;
      this.#core.call("releaseEvidence", PLAIN);
      this.#core.call("holdEvidence", PLAIN, evidenceRef, this.#today());
      this.#plainText = evidenceRef;
    }
    return PLAIN;
  }

  #newNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }

  #handle(number: number): Handle {
    const core = this.#core;
    const today = this.#today;
    const isThere = (): boolean => !this.#isOver && this.#numbers.has(held);
    const held: Handle = Object.freeze({
      /** Not released, and in the instance of the core that answers now. */
      get isHeld() {
        return isThere();
      },
      add: (part: unknown) => {
        const text = partText(part);
        if (isThere()) core.call("holdEvidence", number, text, today());
      },
      release: () => {
        if (isThere()) core.call("releaseEvidence", number);
        this.#numbers.delete(held);
      },
      /** All of it as JSON texts of so many rows each, for another instance of the core. */
      *slices(rows: number) {
        for (let start = 0; isThere(); start += rows) {
          const slice = core.call("evidenceSlice", number, start, rows);
          if (!slice) return;
          yield slice;
        }
      },
      // Where it is not known as held, it is no evidence that can be read.
      toJSON: () => "held evidence",
    });
    this.#numbers.set(held, number);
    this.#dropped?.register(held, this.#releaseOf(number));
    return held;
  }

  /** Apart from the handle: a function made beside it would keep it from being collected. */
  #releaseOf(number: number): () => void {
    return () => {
      if (!this.#isOver) this.#core.call("releaseEvidence", number);
    };
  }
}

/** The number under which evidence is held, or its JSON. */
export type EvidenceRef = number | string;

const partText = (part: unknown): string => (typeof part === "string" ? part : evidenceJson(part));
