// A claim as it is entered, and what follows from it: texts, what is known, the report. Who shows something of it is
// told which slices changed.

import type { Activity, Field, SolutionArea } from "../generated/lists.js";
import type { Evidence, HeldEvidence, Report } from "../lib/types.js";
import type { Customers } from "./customers.js";
import { Entered } from "./entered.js";
import { type Question, questions } from "./fill.js";
import { Following, type NameOf } from "./following.js";
import type { Known } from "./known.js";
import type { Library } from "./library.js";
import type { Filed, Item, Texts } from "./put-in.js";
import { Shown } from "./shown.js";
import { Steps } from "./steps.js";
import { type Slice, Told } from "./told.js";

export interface Options {
  locale?: string;
  ruleset?: string | undefined;
  nameOf?: NameOf;
}

export class Draft {
  #library: Library;
  #following: Following;
  #told = new Told();
  #report: Report | undefined;
  #wanted: readonly string[] = [];
  #locale: string | undefined;
  #ruleset: string | undefined;
  protected readonly entered = new Entered();
  protected readonly shown: Shown;
  protected readonly steps: Steps;

  constructor(library: Library, options: Options = {}) {
    this.#library = library;
    this.#following = new Following(library, options.nameOf);
    this.shown = new Shown(library);
    this.steps = new Steps(this.entered, this.shown);
    this.#locale = options.locale;
    this.#ruleset = options.ruleset;
  }

  /* What is there */

  text(field: Field): string {
    return this.entered.text(field);
  }
  /** All texts that are not empty. */
  get claim(): Texts {
    return this.entered.claim;
  }
  get items(): readonly Item[] {
    return this.shown.items;
  }
  /** What all items show together. */
  get evidence(): Evidence {
    return this.shown.evidence;
  }
  /** The same, by customer. */
  get customers(): Customers {
    return this.shown.customers;
  }
  /** The same, as the core holds it. */
  get held(): HeldEvidence | undefined {
    return this.shown.held;
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
    return this.entered.isAsked;
  }
  /** Has a field been left, pasted into or chosen since it was typed into? */
  isLeft(field: Field): boolean {
    return this.entered.left.has(field);
  }
  /** Activities that are true beside the claim's own: each is a claim of its own. */
  get otherActivities(): readonly Activity[] {
    return this.entered.others;
  }
  /** The area that follows from the product, as it was when its field was left. */
  get area(): SolutionArea | "" {
    return this.#following.area;
  }
  /** Another number after every change of claim, items or view. */
  get version(): number {
    return this.#told.version;
  }
  /** The kinds of exports that something asks for. */
  get wanted(): readonly string[] {
    return this.#wanted;
  }
  /** The points of the proof of execution that are done. */
  get ticks(): ReadonlySet<string> {
    return this.entered.ticks;
  }
  /** What became of the claim. */
  get filed(): Filed {
    return this.entered.filed;
  }
  get canUndo(): boolean {
    return this.steps.areThere;
  }
  /** What could be several things, each with the fields that it could be for. */
  get questions(): Question[] {
    return questions(this.items, this.claim, this.entered.dismissed);
  }

  /** The check of what is there now; asked for once after each change. */
  get report(): Report {
    this.#report ??= this.checkUnder(this.#ruleset);
    return this.#report;
  }

  /** The same claim under another rule set. */
  checkUnder(ruleset: string | undefined): Report {
    const options = { locale: this.#locale, ruleset };
    return this.#library.checkClaim(this.claim, this.held ?? {}, options);
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

  protected touch(...slices: Slice[]): void {
    if (this.#told.touch(slices)) this.#report = undefined;
  }

  /* What a person does */

  /** A text that is being typed: what is wrong with it is said once its field is left. */
  type(field: Field, text: string): void {
    if (text === this.text(field)) return;
    this.touchTexts(this.entered.type(field, text));
  }

  /** A text that is whole: pasted, or chosen. */
  set(field: Field, text: string): void {
    this.type(field, text);
    this.leave(field);
  }

  /** The person went on to something else. */
  leave(field: Field): void {
    if (!this.isLeft(field)) {
      this.entered.left.add(field);
      this.touch("view");
    }
    this.fill();
  }

  /** Carries out the changes of an action. */
  apply(changes: Texts): void {
    this.step(() => {
      this.write(changes);
      this.entered.leave(changes);
      this.fill();
    });
  }

  /** Asks for the check: what is missing is named, too. */
  ask(): void {
    this.entered.isAsked = true;
    this.entered.leave(this.claim);
    this.touch("view");
  }

  /** Ticks an activity or takes its tick away. The first one is the claim's own. */
  toggleActivity(activity: Activity): void {
    const own = this.entered.toggle(activity);
    this.touch("view");
    this.set("activity", own);
  }

  /** Makes another of the ticked activities the claim's own. */
  chooseActivity(activity: Activity): void {
    this.entered.others = this.entered.activities.filter((one) => one !== activity);
    this.set("activity", activity);
  }

  /** Ticks a point of the proof of execution, or takes its tick away. */
  tick(point: string, isDone: boolean): void {
    this.entered.tick(point, isDone);
    this.touch("around");
  }

  /** Says what became of the claim. */
  file(said: Filed): void {
    this.entered.filed = { ...this.filed, ...said };
    this.touch("around");
  }

  /** Says which exports are wanted. */
  want(kinds: readonly string[]): void {
    this.#wanted = kinds;
    this.touch("view");
  }

  /** Says which field a text is for, or none. */
  answer(value: string, field: Field | undefined): void {
    this.entered.dismissed.add(value);
    if (field) this.apply({ [field]: value });
    else this.touch("items");
  }

  /** Takes back the last step: what has been typed over since stays. */
  undo(): void {
    const undone = this.steps.undo();
    if (!undone) return;
    this.touchTexts(undone.fields);
    this.hold(undone.items);
    this.touch("view", "around");
  }

  /** Another claim takes this one's place; what was put in stays. */
  open(claim: Texts): void {
    this.step(() => {
      this.touchTexts(this.entered.replace(claim));
      this.entered.isAsked = true;
    });
  }

  /* What a host does */

  /** Holds another claim: nothing is filled in, and there is nothing to take back. */
  load(claim: Texts, isAsked = false): void {
    this.steps.forget();
    this.entered.isAsked = isAsked;
    this.touchTexts(this.entered.replace(claim));
    this.entered.left = new Set(Object.keys(this.claim) as Field[]);
    this.touch("view");
  }

  /** Takes what the host knows already, beside what is put in. */
  bring(evidence: Evidence | undefined, known?: Known): void {
    this.shown.bring(evidence, known);
    this.touch("items");
  }

  /** On the way back to a page, WebKit empties what is not to be filled in automatically, right after it says so. */
  showAgain(): void {
    const fields = Object.keys(this.claim) as Field[];
    setTimeout(() => this.touch("view", ...fields.map((field) => `claim.${field}` as const)));
  }

  /** What the library knows is more than it was. */
  recheck(): void {
    this.touch("report");
  }

  /* By which words and rules */

  /** Another language. */
  wordIn(locale: string): void {
    this.#locale = locale;
    this.touch("report");
  }

  /** Another rule set; without one, the claim's day decides. */
  judgeBy(ruleset: string | undefined): void {
    this.#ruleset = ruleset;
    this.touch("report");
  }

  /* How */

  protected hold(items: readonly Item[]): void {
    this.shown.hold(items);
    this.touch("items");
  }

  protected write(texts: Texts): void {
    this.touchTexts(this.entered.write(texts));
  }

  protected touchTexts(fields: readonly Field[]): void {
    for (const field of fields) this.touch("claim", `claim.${field}`);
  }

  /** What follows from the rest and is not there yet. */
  protected fill(): void {
    const before = this.area;
    const putIn = { items: this.items, known: this.shown };
    const found = this.#following.texts(this.entered, putIn, this.#ruleset);
    if (this.area !== before) this.touch("view");
    this.write(found);
    this.entered.leave(found);
  }

  /** What the claim has of one item alone, as it is with others in its place. */
  protected without(item: Item, others: readonly Item[]): Texts {
    const putIn = { items: others, known: this.shown.merged(others) };
    return this.#following.without(item, putIn, this.entered);
  }

  /** Carries out a change that can be taken back. */
  protected step(change: () => void): void {
    if (this.steps.take(change)) this.touch("view");
  }
}
