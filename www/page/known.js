// What is known beside the claim: the person's own IDs, what the host brings, and all exports that were
// read. The core holds it; what comes out of it is small, however large the exports are.

const NOTHING = {
  subscriptions: [],
  subscriptionCount: 0,
  partnerIds: [],
  problems: [],
  problemCount: 0,
};

export class Known {
  /** All of it, as the core holds it; nothing until the core is loaded. */
  evidence;
  #engine;
  #own = {};
  #exports = { from: [] };
  #view = {};

  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * Joins what is known now. Has it changed?
   *
   * @param own plain evidence beside the exports, in parts
   * @param exports the evidence of each export, as the core holds it
   */
  update(own, exports) {
    if (!this.#engine.has("core")) return false;
    const isSame = [this.#holdOwn(own), this.#joinExports(exports)].every(Boolean);
    if (isSame && this.evidence?.isHeld) return false;
    const before = this.evidence;
    this.evidence = this.#joined([this.#own.held, this.#exports.held]);
    before?.release();
    return true;
  }

  /** What of it is shown, the subscriptions of a tenant first. See `evidenceView` in src/wasm.rs. */
  view(tenantId = "") {
    const { evidence } = this;
    if (this.#view.evidence !== evidence || this.#view.tenantId !== tenantId) {
      const content = evidence?.view(tenantId) ?? NOTHING;
      this.#view = { evidence, tenantId, content };
    }
    return this.#view.content;
  }

  #holdOwn([first, ...others]) {
    const key = JSON.stringify([first, ...others]);
    if (key === this.#own.key && this.#own.held.isHeld) return true;
    this.#own.held?.release();
    const held = this.#engine.holdEvidence(first);
    for (const part of others) held.add(part);
    this.#own = { key, held };
    return false;
  }

  /** Apart from the person's own IDs, which change more often and are fewer. */
  #joinExports(from) {
    const before = this.#exports;
    const isSame =
      from.length === before.from.length && from.every((one, i) => one === before.from[i]);
    if (isSame && (before.held?.isHeld ?? true)) return true;
    before.held?.release();
    this.#exports = { from, held: from.length ? this.#joined(from) : undefined };
    return false;
  }

  #joined(handles) {
    return this.#engine.joinEvidence(handles.filter(Boolean));
  }
}
