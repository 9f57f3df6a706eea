// All evidence on a claim: the person's IDs, what the host brings, and the exports that were read. The
// core holds it; what comes out of it is small, however large the exports are.

const NOTHING = {
  subscriptions: [],
  subscriptionCount: 0,
  partnerIds: [],
  problems: [],
  problemCount: 0,
};

export class HeldEvidence {
  /** All of it joined, as the core holds it; nothing until the core is loaded. */
  all;
  #engine;
  #others = {};
  #exports = { from: [] };
  #view = {};

  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * Joins what there is now. Has it changed?
   *
   * @param others plain evidence beside the exports, in parts
   * @param exports the evidence of each export, as the core holds it
   */
  update(others, exports) {
    if (!this.#engine.hasCore) return false;
    const isSame = [this.#holdOthers(others), this.#joinExports(exports)].every(Boolean);
    if (isSame && this.all?.isHeld) return false;
    const before = this.all;
    this.all = this.#joined([this.#others.held, this.#exports.held]);
    before?.release();
    return true;
  }

  /** What of it is shown, the subscriptions of a tenant first. See `evidenceView` in src/wasm.rs. */
  view(tenantId = "") {
    const { all } = this;
    if (this.#view.all !== all || this.#view.tenantId !== tenantId) {
      const content = all?.view(tenantId) ?? NOTHING;
      this.#view = { all, tenantId, content };
    }
    return this.#view.content;
  }

  #holdOthers([first, ...others]) {
    const key = JSON.stringify([first, ...others]);
    if (key === this.#others.key && this.#others.held.isHeld) return true;
    this.#others.held?.release();
    const held = this.#engine.holdEvidence(first);
    for (const part of others) held.add(part);
    this.#others = { key, held };
    return false;
  }

  /** Apart from the others, which change more often and are fewer. */
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
