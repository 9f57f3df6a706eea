// The evidence that the core holds, and the handles that callers have for it.

import { evidenceJson } from "./plain.js";

/** Under this number the core holds the evidence that was last passed as a plain object. */
const PLAIN = 0;
/** Nothing is ever held under this number. */
const UNHELD = 2 ** 32 - 1;
const ALL_ROWS = 2 ** 32 - 1;

/** What one instance of the core holds. A fresh instance holds nothing, and has an object of its own. */
export class Held {
  #core;
  /** The numbers under which evidence is held, by their handles. */
  #numbers = new WeakMap();
  #lastNumber = PLAIN;
  /** The text of what is held under `PLAIN`: the same object may have changed since. */
  #plainText;
  /** Whoever only drops a handle frees the core's memory too. */
  #dropped = globalThis.FinalizationRegistry && new FinalizationRegistry((release) => release());
  #isOver = false;
  #today;

  /**
   * @param core the module; none as long as there is only the check of a claim without evidence
   * @param today says the caller's day, after which no statement holds
   */
  constructor(core, today) {
    this.#core = core;
    this.#today = today;
  }

  /** Its instance is gone: its handles stand for evidence that cannot be read. */
  end() {
    this.#isOver = true;
  }

  /**
   * Hands evidence over.
   *
   * @param evidence as a value, or its JSON as text
   */
  add(evidence) {
    const text = partText(evidence);
    const number = this.#newNumber();
    this.#core.call("holdEvidence", number, text, this.#today());
    return this.#handle(number);
  }

  /**
   * Reads an export; its evidence stays.
   *
   * @param input what the core's readers take
   */
  addExport(input) {
    const number = this.#newNumber();
    const view = JSON.parse(this.#core.call("holdExport", number, ...input, this.#today()));
    return { ...view, held: this.#handle(number) };
  }

  /**
   * Joins several held evidences; these stay as they are. One that is no longer held is evidence that
   * cannot be read, and so is the join.
   */
  join(handles) {
    const numbers = handles.map((held) => this.#numbers.get(held) ?? UNHELD);
    const number = this.#newNumber();
    this.#core.call("joinEvidence", number, Uint32Array.from(numbers));
    return this.#handle(number);
  }

  /** Evidence as the number under which it is held, or as JSON. Runs getters of the caller's. */
  read(evidence) {
    return this.#numbers.get(evidence) ?? evidenceJson(evidence);
  }

  /** Evidence as JSON, also what is held. */
  textOf(evidence) {
    const known = this.read(evidence);
    if (typeof known !== "number") return known;
    return this.#core.call("evidenceSlice", known, 0, ALL_ROWS) || "{}";
  }

  /** The number of evidence that was read; the core gets what it does not hold. */
  numberOf(known) {
    if (typeof known === "number") return known;
    if (known !== this.#plainText) {
      this.#plainText = undefined;
      this.#core.call("releaseEvidence", PLAIN);
      this.#core.call("holdEvidence", PLAIN, known, this.#today());
      this.#plainText = known;
    }
    return PLAIN;
  }

  #newNumber() {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }

  #handle(number) {
    const core = this.#core;
    const today = this.#today;
    const isThere = () => !this.#isOver && this.#numbers.has(held);
    const held = Object.freeze({
      /** Not released, and in the instance of the core that answers now. */
      get isHeld() {
        return isThere();
      },
      add: (part) => {
        const text = partText(part);
        if (isThere()) core.call("holdEvidence", number, text, today());
      },
      release: () => {
        if (isThere()) core.call("releaseEvidence", number);
        this.#numbers.delete(held);
      },
      /** What of it is shown: see `evidenceView` in src/wasm. */
      view: (tenantId = "") =>
        isThere() ? JSON.parse(core.call("evidenceView", number, tenantId)) : undefined,
      /** Does it name this domain, as the check has read it? */
      knowsDomain: (domain) => isThere() && core.call("knowsDomain", number, domain),
      /** All of it as JSON texts of so many rows each, for another instance of the core. */
      *slices(rows) {
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
  #releaseOf(number) {
    return () => {
      if (!this.#isOver) this.#core.call("releaseEvidence", number);
    };
  }
}

const partText = (part) => (typeof part === "string" ? part : evidenceJson(part));
