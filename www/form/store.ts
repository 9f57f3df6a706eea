// What a person put in, and what follows from it: the only state of a form. It needs no document.

import { Draft, type Options } from "./draft.js";
import type { Memory } from "./entered.js";
import type { Library } from "./library.js";
import type { About, Item, Source, Texts } from "./put-in.js";
import { Readings } from "./readings.js";
import { inOrder } from "./steps.js";

export type { Memory } from "./entered.js";
export type * from "./put-in.js";
export type { Slice } from "./told.js";

/** A draft, into which things are put that have to be read. */
export class Store extends Draft {
  #readings: Readings;
  /** Another number whenever another claim takes this one's place. */
  #turn = 0;

  constructor(library: Library, options: Options = {}) {
    super(library, options);
    this.#readings = new Readings(library, () => this.touch("reading"));
  }

  /** How many things are being read. */
  get reading(): number {
    return this.#readings.count;
  }
  /** How much of it is read, from 0 to 1, where that is known. */
  get progress(): number | undefined {
    return this.#readings.progress;
  }

  /* What is put in */

  /**
   * Reads things and takes from them what the claim does not have. Resolves to what they were.
   *
   * @throws what the last one that could not be read failed with; the others are there all the same
   */
  async put(sources: readonly Source[], about: About = {}): Promise<Item[]> {
    const { items: added, failure } = await this.#readings.all(sources, about, this.locale);
    if (added.length) {
      // What takes longer to read than what came after it stays before it.
      const all = () => inOrder([...this.items, ...added]);
      const turn = this.#turn;
      const joining = this.shown.join(all());
      if (joining) await this.#readings.until(joining);
      // The claim that they are of is not there any more.
      if (turn !== this.#turn) return [];
      this.step(() => {
        this.want([]);
        this.hold(all());
        this.fill();
      });
    }
    if (failure) throw failure;
    return added;
  }

  /** Stops all that is being read. */
  stop(): void {
    this.#readings.stop();
  }

  /** Takes something out, with what it alone had filled in. */
  remove(id: number): void {
    const item = this.items.find((one) => one.id === id);
    if (!item) return;
    const rest = this.items.filter((one) => one !== item);
    this.step(() => {
      const changes = this.without(item, rest);
      this.hold(rest);
      this.write(changes);
    });
  }

  /** Says which tenant something came from. */
  async sayTenant(id: number, tenantId: string): Promise<void> {
    const item = this.items.find((one) => one.id === id);
    if (item) await this.#replace(item, item.source, { ...item.about, tenantId });
  }

  /** Reads something anew, as the person has corrected it. */
  async reread(id: number, source: Source): Promise<void> {
    const item = this.items.find((one) => one.id === id);
    if (item) await this.#replace(item, source, item.about);
  }

  async #replace(item: Item, source: Source, about: About): Promise<void> {
    const allWith = (again: Item) => this.items.map((one) => (one.id === item.id ? again : one));
    const again = await this.#readings.again(item, source, about, {
      locale: this.locale,
      join: (read) => this.shown.join(allWith(read)),
    });
    const before = this.items.find((one) => one.id === item.id);
    // It is gone, or has been corrected once more.
    if (!before || !again) return;
    const all = allWith(again);
    this.step(() => {
      const changes = this.without(before, all);
      this.hold(all);
      this.write(changes);
      this.fill();
    });
  }

  /** Begins anew with a claim and what belongs to it; `undo` brings back what was there. */
  async begin(claim: Texts, sources: readonly [Source, About][] = []): Promise<void> {
    const turn = this.#newTurn();
    this.#readings.forget();
    const items: Item[] = [];
    for (const [source, about] of sources)
      items.push(await this.#readings.one(source, about, this.locale));
    await this.shown.join(items);
    if (turn !== this.#turn) return;
    this.step(() => {
      Object.assign(this.entered, { isAsked: false, ticks: new Set(), filed: {} });
      this.touchTexts(this.entered.replace(claim));
      this.hold(items);
      this.fill();
    });
  }

  /* To go on later */

  /** What the form remembers beside what was put in: see `restore`. */
  get memory(): Memory {
    return this.entered.memory;
  }

  /** Goes on with a claim: its texts are there at once, what was put in once it has been read. */
  async restore(memory: Memory, sources: readonly [Source, About][]): Promise<void> {
    const turn = this.#newTurn();
    this.steps.forget();
    this.hold([]);
    this.touchTexts(this.entered.remember(memory));
    this.touch("claim", "view");
    this.fill();
    const items = await this.#readings.restored(sources, this.locale);
    await this.shown.join([...items, ...this.items]);
    if (!items.length || turn !== this.#turn) return;
    this.hold([...items, ...this.items]);
    this.fill();
  }

  #newTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /** Another language: what was read is worded anew, too. */
  async speak(locale: string): Promise<void> {
    this.wordIn(locale);
    const again = await Promise.all(
      this.items.map(async (item) => {
        const read = await this.#readings.one(item.source, item.about, this.locale);
        return [item, { ...read, id: item.id }] as const;
      }),
    );
    // What has been put in or taken out meanwhile stays so.
    const worded = new Map(again);
    const all = () => this.items.map((item) => worded.get(item) ?? item);
    await this.shown.join(all());
    if (again.length && locale === this.locale) this.hold(all());
  }
}
