// What a person put in, and what follows from it: the only state of a form. Who shows something of it is told
// which slices changed. It needs no document.

import type { Activity, Field, SolutionArea } from "../generated/lists.js";
import type { Evidence, HeldEvidence, Report } from "../lib/types.js";
import { activitiesIn, areaOf, isKnownProduct } from "./area.js";
import { filling, type Question, questions } from "./fill.js";
import type { Library } from "./library.js";
import type { About, Filed, Item, Source, Step, Texts } from "./put-in.js";
import { Readings } from "./readings.js";
import { Shown } from "./shown.js";
import { Told } from "./told.js";

export type * from "./put-in.js";

/**
 * `claim`: a text; `claim.<field>`: that text; `items`: what was put in, or is being read; `report`: the
 * answer of the check; `view`: what is asked, left, wanted or can be taken back; `around`: the proof's ticks and
 * what became of the claim; `reading`: how far the reading is.
 */
export type Slice = "claim" | `claim.${Field}` | "items" | "report" | "view" | "around" | "reading";

type NameOf = (partNumber: string) => string | undefined;
interface Options {
  locale?: string;
  ruleset?: string | undefined;
  /** What people call the product of a part number. */
  nameOf?: NameOf;
}

/** What a form remembers of a claim beside what was put in. */
export interface Memory {
  claim: Texts;
  others: readonly Activity[];
  emptied: readonly Field[];
  dismissed: readonly string[];
  ticks: readonly string[];
  filed: Filed;
  isAsked: boolean;
}

export class Store {
  #library: Library;
  #nameOf: NameOf | undefined;
  #claim: Texts = {};
  #shown: Shown;
  #readings: Readings;
  #told = new Told<Slice>();
  /** The last correction of each item. */
  #corrections = new Map<number, object>();
  #report: Report | undefined;
  #steps: Step[] = [];
  /** Fields that the person has emptied: nothing fills them again. */
  #emptied = new Set<Field>();
  #left = new Set<Field>();
  #dismissed = new Set<string>();
  #others: readonly Activity[] = [];
  #wanted: readonly string[] = [];
  #isAsked = false;
  #area: SolutionArea | "" = "";
  #productOfArea = "";
  #version = 0;
  /** Another number whenever another claim takes this one's place. */
  #turn = 0;
  #ticks: ReadonlySet<string> = new Set();
  #filed: Filed = {};
  #locale: string | undefined;
  #ruleset: string | undefined;

  constructor(library: Library, options: Options = {}) {
    this.#library = library;
    this.#shown = new Shown(library);
    this.#readings = new Readings(library, () => this.#touch("reading"));
    this.#locale = options.locale;
    this.#ruleset = options.ruleset;
    this.#nameOf = options.nameOf;
  }

  /* What is there */

  text(field: Field): string {
    return this.#claim[field] ?? "";
  }
  /** All texts that are not empty. */
  get claim(): Texts {
    return this.#claim;
  }
  get items(): readonly Item[] {
    return this.#shown.items;
  }
  /** What all items show together. */
  get evidence(): Evidence {
    return this.#shown.evidence;
  }
  /** The same, as the core holds it. */
  get held(): HeldEvidence | undefined {
    return this.#shown.held;
  }
  /** How many things are being read. */
  get reading(): number {
    return this.#readings.count;
  }
  /** How much of it is read, from 0 to 1, where that is known. */
  get progress(): number | undefined {
    return this.#readings.progress;
  }
  get locale(): string | undefined {
    return this.#locale;
  }
  /** The rule set that was chosen; without one, the claim's day decides. */
  get ruleset(): string | undefined {
    return this.#ruleset;
  }
  /** Was the check asked for? */
  get isAsked(): boolean {
    return this.#isAsked;
  }
  /** Has a field been left, pasted into or chosen since it was typed into? */
  isLeft(field: Field): boolean {
    return this.#left.has(field);
  }
  /** Activities that are true beside the claim's own: each is a claim of its own. */
  get otherActivities(): readonly Activity[] {
    return this.#others;
  }
  /** The area that follows from the product, as it was when its field was left. */
  get area(): SolutionArea | "" {
    return this.#area;
  }
  /** Another number after every change of claim, items or view. */
  get version(): number {
    return this.#version;
  }
  /** The kinds of exports that something asks for. */
  get wanted(): readonly string[] {
    return this.#wanted;
  }
  /** The points of the proof of execution that are done. */
  get ticks(): ReadonlySet<string> {
    return this.#ticks;
  }
  /** What became of the claim. */
  get filed(): Filed {
    return this.#filed;
  }
  get canUndo(): boolean {
    return this.#steps.length > 0;
  }
  /** What could be several things, each with the fields that it could be for. */
  get questions(): Question[] {
    return questions(this.items, this.#claim, this.#dismissed);
  }

  /** The check of what is there now; asked for once after each change. */
  get report(): Report {
    this.#report ??= this.checkUnder(this.#ruleset);
    return this.#report;
  }

  /** The same claim under another rule set. */
  checkUnder(ruleset: string | undefined): Report {
    const options = { locale: this.#locale, ruleset };
    return this.#library.checkClaim(this.#claim, this.held ?? {}, options);
  }

  /* Who is told */

  /** Calls a listener once for all that changes at a time, where one of its slices did. Returns what ends that. */
  on(slices: readonly Slice[], listener: (changed: ReadonlySet<Slice>) => void): () => void {
    return this.#told.on(slices, listener);
  }

  /** When everybody has been told of what changed until now. */
  get settled(): Promise<void> {
    return this.#told.settled;
  }

  #touch(...slices: Slice[]): void {
    const isBeside = (slice: Slice) => slice === "reading" || slice === "around";
    if (!slices.every(isBeside)) this.#version += 1;
    const isJudged = slices.some((slice) => slice !== "view" && !isBeside(slice));
    if (isJudged) this.#report = undefined;
    this.#told.touch(isJudged ? [...slices, "report"] : slices);
  }

  /* What a person does */

  /** A text that is being typed: what is wrong with it is said once its field is left. */
  type(field: Field, text: string): void {
    if (text === this.text(field)) return;
    this.#left.delete(field);
    if (text) this.#emptied.delete(field);
    else this.#emptied.add(field);
    this.#write({ [field]: text });
  }

  /** A text that is whole: pasted, or chosen. */
  set(field: Field, text: string): void {
    this.type(field, text);
    this.leave(field);
  }

  /** The person went on to something else. */
  leave(field: Field): void {
    if (!this.#left.has(field)) {
      this.#left.add(field);
      this.#touch("view");
    }
    this.#fill();
  }

  /** Carries out the changes of an action. */
  apply(changes: Texts): void {
    this.#step(() => {
      this.#write(changes);
      for (const field of Object.keys(changes) as Field[]) this.#left.add(field);
      this.#fill();
    });
  }

  /** Asks for the check: what is missing is named, too. */
  ask(): void {
    this.#isAsked = true;
    for (const field of Object.keys(this.#claim) as Field[]) this.#left.add(field);
    this.#touch("view");
  }

  /** Ticks an activity or takes its tick away. The first one is the claim's own. */
  toggleActivity(activity: Activity): void {
    const own = this.text("activity") as Activity | "";
    const all = [...(own ? [own] : []), ...this.#others];
    const next = all.includes(activity)
      ? all.filter((one) => one !== activity)
      : [...all, activity];
    this.#others = next.slice(1);
    this.#touch("view");
    this.set("activity", next[0] ?? "");
  }

  /** Makes another of the ticked activities the claim's own. */
  chooseActivity(activity: Activity): void {
    const own = this.text("activity") as Activity | "";
    this.#others = [...(own ? [own] : []), ...this.#others].filter((one) => one !== activity);
    this.set("activity", activity);
  }

  /** Ticks a point of the proof of execution, or takes its tick away. */
  tick(point: string, isDone: boolean): void {
    const rest = [...this.#ticks].filter((one) => one !== point);
    this.#ticks = new Set(isDone ? [...rest, point] : rest);
    this.#touch("around");
  }

  /** Says what became of the claim. */
  file(said: Filed): void {
    this.#filed = { ...this.#filed, ...said };
    this.#touch("around");
  }

  /** Says which exports are wanted. */
  want(kinds: readonly string[]): void {
    this.#wanted = kinds;
    this.#touch("view");
  }

  /* What is put in */

  /**
   * Reads things and takes from them what the claim does not have. Resolves to what they were.
   *
   * @throws what the last one that could not be read failed with; the others are there all the same
   */
  async put(sources: readonly Source[], about: About = {}): Promise<Item[]> {
    const { items: added, failure } = await this.#readings.all(sources, about, this.#locale);
    if (added.length)
      this.#step(() => {
        this.#wanted = [];
        // What takes longer to read than what came after it stays before it.
        this.#hold([...this.items, ...added].sort((a, b) => a.id - b.id));
        this.#fill();
      });
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
    this.#step(() => {
      const changes = this.#without(item, rest);
      this.#hold(rest);
      this.#write(changes);
    });
  }

  /** What the claim has of one item alone, as it is with others in its place. */
  #without(item: Item, others: readonly Item[]): Texts {
    const own = this.#filling({}, [item], item.evidence);
    const still = this.#filling({}, others, this.#shown.merged(others));
    const gone = (Object.keys(own) as Field[]).filter(
      (field) => own[field] === this.text(field) && still[field] !== own[field],
    );
    const changes: Texts = Object.fromEntries(gone.map((field) => [field, still[field] ?? ""]));
    // The area followed from the product.
    const isFollowing = this.#area !== "" && this.text("solutionArea") === this.#area;
    if (changes.product === "" && isFollowing) changes.solutionArea = "";
    return changes;
  }

  /** What things leave one choice of, with products as people call them. */
  #filling(claim: Texts, items: readonly Item[], evidence: Evidence): Texts {
    const found = filling(claim, items, evidence, this.#library);
    const name = (found.product && this.#nameOf?.(found.product)) ?? "";
    if (name && isKnownProduct(this.#library, name)) found.product = name;
    return found;
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
    const correction = {};
    this.#corrections.set(item.id, correction);
    const again = { ...(await this.#read(source, about)), id: item.id };
    const before = this.items.find((one) => one.id === item.id);
    // It is gone, or has been corrected once more.
    if (!before || this.#corrections.get(item.id) !== correction) return;
    const all = this.items.map((one) => (one === before ? again : one));
    this.#step(() => {
      const changes = this.#without(before, all);
      this.#hold(all);
      this.#write(changes);
      this.#fill();
    });
  }

  /** Says which field a text is for, or none. */
  answer(value: string, field: Field | undefined): void {
    this.#dismissed.add(value);
    if (field) this.apply({ [field]: value });
    else this.#touch("items");
  }

  /** Takes back the last step: what has been typed over since stays. */
  undo(): void {
    const step = this.#steps.pop();
    if (!step) return;
    const fields = (Object.keys(step.after) as Field[]).filter(
      (field) => step.after[field] === this.text(field),
    );
    this.#write(Object.fromEntries(fields.map((field) => [field, step.before[field] ?? ""])));
    if (this.#others === step.othersAfter) this.#others = step.others;
    const [next, ...others] = this.#others;
    if (next && !this.text("activity")) {
      this.#others = others;
      this.#write({ activity: next });
    }
    const removed = step.items.filter((item) => !step.itemsAfter.includes(item));
    const kept = this.items.filter(
      (item) => step.items.includes(item) || !step.itemsAfter.includes(item),
    );
    this.#hold([...kept, ...removed].sort((a, b) => a.id - b.id));
    // Another claim's ticks are none of this one's.
    if (!this.#ticks.size) this.#ticks = step.ticks;
    if (!this.#filed.status) this.#filed = step.filed;
    this.#touch("view", "around");
  }

  /** Begins anew with a claim and what belongs to it; `undo` brings back what was there. */
  async begin(claim: Texts, sources: readonly [Source, About][] = []): Promise<void> {
    const turn = this.#newTurn();
    this.#readings.forget();
    const items: Item[] = [];
    for (const [source, about] of sources) items.push(await this.#read(source, about));
    if (turn !== this.#turn) return;
    this.#step(() => {
      const empty = Object.keys(this.#claim).map((field) => [field, ""]);
      this.#emptied.clear();
      this.#others = [];
      this.#isAsked = false;
      this.#ticks = new Set();
      this.#filed = {};
      this.#write({ ...Object.fromEntries(empty), ...claim });
      for (const field of Object.keys(claim) as Field[]) this.#left.add(field);
      this.#hold(items);
      this.#fill();
    });
  }

  /** Another claim takes this one's place; what was put in stays. */
  open(claim: Texts): void {
    this.#step(() => {
      const empty = Object.keys(this.#claim).map((field) => [field, ""]);
      this.#emptied.clear();
      this.#others = [];
      this.#write({ ...Object.fromEntries(empty), ...claim });
      for (const field of Object.keys(claim) as Field[]) this.#left.add(field);
      this.#isAsked = true;
    });
  }

  /* To go on later */

  /** What the form remembers beside what was put in: see `restore`. */
  get memory(): Memory {
    return {
      claim: this.#claim,
      others: this.#others,
      emptied: [...this.#emptied],
      dismissed: [...this.#dismissed],
      ticks: [...this.#ticks],
      filed: this.#filed,
      isAsked: this.#isAsked,
    };
  }

  /** Goes on with a claim: its texts are there at once, what was put in once it has been read. */
  async restore(memory: Memory, sources: readonly [Source, About][]): Promise<void> {
    const turn = this.#newTurn();
    const empty = Object.keys(this.#claim).map((field) => [field, ""]);
    this.#emptied = new Set(memory.emptied);
    // Nobody is typing any more.
    this.#left = new Set(Object.keys(memory.claim) as Field[]);
    this.#dismissed = new Set(memory.dismissed);
    this.#others = memory.others;
    this.#ticks = new Set(memory.ticks);
    this.#filed = memory.filed;
    this.#isAsked = memory.isAsked;
    this.#steps = [];
    this.#hold([]);
    this.#write({ ...Object.fromEntries(empty), ...memory.claim });
    this.#touch("claim", "view");
    this.#fill();
    const items: Item[] = [];
    const ids = this.#readings.newIds(sources.length);
    for (const [at, [source, about]] of sources.entries()) {
      // What cannot be read any more is left out; the rest is worth having.
      const item = await this.#read(source, about).catch(() => undefined);
      if (item) items.push({ ...item, id: ids[at] as number });
    }
    if (!items.length || turn !== this.#turn) return;
    this.#hold([...items, ...this.items]);
    this.#fill();
  }

  #newTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /* What a host does */

  /** Holds another claim: nothing is filled in, and there is nothing to take back. */
  load(claim: Texts, isAsked = false): void {
    const before = Object.fromEntries(Object.keys(this.#claim).map((field) => [field, ""]));
    this.#emptied.clear();
    this.#others = [];
    this.#steps = [];
    this.#isAsked = isAsked;
    this.#write({ ...before, ...claim });
    this.#left = new Set(Object.keys(this.#claim) as Field[]);
    this.#touch("view");
  }

  /** Takes what the host knows already, beside what is put in. */
  bring(evidence: Evidence | undefined, held?: HeldEvidence): void {
    this.#shown.bring(evidence, held);
    this.#touch("items");
  }

  /** On the way back to a page, WebKit empties what is not to be filled in automatically, right after it says so. */
  showAgain(): void {
    const fields = Object.keys(this.#claim) as Field[];
    setTimeout(() => this.#touch("view", ...fields.map((field) => `claim.${field}` as const)));
  }

  /** What the library knows is more than it was. */
  recheck(): void {
    this.#touch("report");
  }

  /* By which words and rules */

  /** Another language: what was read is worded anew, too. */
  async speak(locale: string): Promise<void> {
    this.#locale = locale;
    this.#touch("report");
    const again = await Promise.all(
      this.items.map(async (item) => {
        const read = await this.#read(item.source, item.about);
        return [item, { ...read, id: item.id }] as const;
      }),
    );
    if (!again.length || locale !== this.#locale) return;
    // What has been put in or taken out meanwhile stays so.
    const worded = new Map(again);
    this.#hold(this.items.map((item) => worded.get(item) ?? item));
  }

  /** Another rule set; without one, the claim's day decides. */
  judgeBy(ruleset: string | undefined): void {
    this.#ruleset = ruleset;
    this.#touch("report");
  }

  /* How */

  #read(source: Source, about: About): Promise<Item> {
    return this.#readings.one(source, about, this.#locale);
  }

  #hold(items: readonly Item[]): void {
    this.#shown.hold(items);
    this.#touch("items");
  }

  #write(texts: Texts): void {
    for (const [name, text = ""] of Object.entries(texts)) {
      const field = name as Field;
      if (text === this.text(field)) continue;
      const { [field]: _, ...others } = this.#claim;
      this.#claim = text ? { ...others, [field]: text } : others;
      this.#touch("claim", `claim.${field}`);
    }
  }

  /** What follows from the rest and is not there yet. */
  #fill(): void {
    const found = this.#filling(this.#claim, this.items, this.evidence);
    for (const field of this.#emptied) delete found[field];
    const product = found.product ?? this.text("product");
    if (product !== this.#productOfArea) {
      this.#area = areaOf(this.#library, product);
      this.#productOfArea = product;
      this.#touch("view");
    }
    const area = this.#area;
    if (area) found.solutionArea = area;
    const isFree = !this.text("activity") && !this.#emptied.has("activity");
    if (area && isFree) {
      // What goes without saying need not be asked.
      const [first, ...others] = activitiesIn(this.#library, area, this.#ruleset);
      if (first && !others.length) found.activity = first;
    }
    this.#write(found);
    for (const field of Object.keys(found) as Field[]) this.#left.add(field);
  }

  #step(change: () => void): void {
    const [claim, items, others] = [this.#claim, this.items, this.#others];
    const [ticks, filed] = [this.#ticks, this.#filed];
    change();
    const fields = [...new Set([...Object.keys(claim), ...Object.keys(this.#claim)])] as Field[];
    const changed = fields.filter((field) => claim[field] !== this.#claim[field]);
    const of = (texts: Texts) =>
      Object.fromEntries(changed.map((field) => [field, texts[field] ?? ""]));
    if (!changed.length && items === this.items) return;
    this.#steps.push({
      ...{ before: of(claim), after: of(this.#claim) },
      ...{ items, itemsAfter: this.items, others, othersAfter: this.#others, ticks, filed },
    });
    this.#touch("view");
  }
}
