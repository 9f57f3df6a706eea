// What the views of a form share.

import type { Rows } from "../batch/rows.js";
import type { Runs } from "../batch/runs.js";
import type { CheckId, Field } from "../generated/lists.js";
import { plural } from "../lib/fill.js";
import { dayFormat, monthFormat } from "../lib/formats.js";
import type {
  Action,
  Description,
  DiagnosisAnswers,
  Finding,
  Report,
  Ruleset,
} from "../lib/types.js";
import type { Plans } from "../plan/plans.js";
import type words from "../text/en/form.js";
import type { Branch } from "./branches.js";
import { applies, CARDS, type CardId, checkOf } from "./cards.js";
import { type Judgement, judge } from "./judgement.js";
import type { Library } from "./library.js";
import type { OwnId } from "./own-ids-table.js";
import type { Products } from "./products.js";
import type { Slice, Source, Store, Texts } from "./store.js";

export type Words = typeof words;

/** How the person has arranged the form: it outlives another language. */
export class Place {
  opened = new Set<CardId>(["customer"]);
  /** The cards that had all they need when they were drawn last. */
  complete = new Set<CardId>();
  isAllShown = false;
  isBoxShown = false;
  /** Was the text for the claim form unfolded by itself? */
  isFormOffered = false;
  /** The only card that is shown, where they come one at a time. */
  step: CardId | undefined;
  /** Names of what is unfolded. */
  unfolded = new Set<string>();
  /** So are these of what was put in. */
  items = new Set<number>();
  /** What the error is about that is being looked into, and what was answered about it. */
  branch: Branch | undefined;
  answers: DiagnosisAnswers = {};
  /** What was answered in the guide to the activity. */
  advised: Record<string, string> = {};
  /** What is known of whether the work is done as a FastTrack partner, and for which program. */
  context: Record<string, string> = {};
  /** Which of the guides was asked for. */
  guide: string | undefined;
  /** What the letter to the customer was about when it was taken along. */
  sent: { report: Report; claim: Texts } | undefined;
  /** The file of claims under work, where it is checked, and the row of it that is open as a claim. */
  rows?: Rows;
  runs?: Runs;
  plans?: Plans;
  row?: { row: number; before: Texts };
}

/** What a page has to say by itself, where the person is looking, until it is closed. */
export interface Notice {
  /** One of a kind is shown. */
  kind: string;
  /** What it says follows the page’s language. */
  text: (words: Words) => string;
  choices?: readonly (readonly [label: (words: Words) => string, act: () => void])[];
  /** Something did not work: it is read aloud at once. */
  isAlert?: boolean;
  /** It goes as soon as the person goes on. */
  isPassing?: boolean;
}

/** A claim that is kept in this browser. */
export interface Draft {
  id: string;
  /** The customer’s domain, or tenant ID. */
  customer: string;
  /** What the claim came to when it was last changed. */
  state: Judgement["state"];
  count: number;
  /** ISO dates: of the next step, if there is one; of the last change; and until when it is kept. */
  next: string;
  changed: string;
  until: string;
}

/** What is the same in all claims of a company. */
export interface Profile {
  userRole: string;
  ownTenantId: string;
  ids: readonly OwnId[];
}

/** What is kept in this browser, where a person says so. */
export interface Keeper {
  /** The claim in the form, if it is kept. */
  readonly draft: Draft | undefined;
  readonly drafts: readonly Draft[];
  /** Until when a claim is kept that is changed today: an ISO date. */
  readonly until: string;
  readonly profile: Profile | undefined;
  /** A link that carries the claim. */
  readonly link: string;
  /** Was it possible? */
  keep(): boolean;
  keepProfile(): boolean;
  forget(id: string): void;
  forgetProfile(): void;
  forgetAll(): void;
  /** Another claim takes its place in the form: what is kept of it stays as it is. */
  leave(): void;
  /** Goes on with a kept claim. */
  open(id: string): Promise<void>;
  startAnew(): Promise<void>;
}

/** What a host gives. */
export interface Host {
  store: Store;
  library: Library;
  words: Words;
  described: Description;
  rulesets: readonly Pick<Ruleset, "id" | "date">[];
  /** Checks by another rule set from now on. */
  judgeBy: (ruleset: string) => void;
  locale: string;
  /** How the visitor's own variant of the language writes days. */
  dateLocale: string;
  place: Place;
  products: () => Products | undefined;
  /** What needs the whole core waits for it. */
  needsCore: () => Promise<void>;
  /** So does what is in another language. */
  needsLocale: (tag: string) => Promise<unknown>;
  /** Something is about to be read; it could not be; it was. */
  onPut: () => void;
  onPutFailed: (sources: readonly Source[]) => void;
  onRead: () => void;
  /** Says something aloud. */
  say: (text: string) => void;
  /** Ends what the views listen to. */
  signal: AbortSignal;
  /** Addresses of the pages that this one leads to, by what they do. */
  pages: Partial<Record<"many" | "diagnosis" | "guides" | "plan" | "docs", string | undefined>>;
  /** Who is asked whose a domain is; nobody where the page may ask nobody. */
  lookUpHost: string | undefined;
  /** Goes to another view, by what stands behind `#` in its address. */
  go: (hash: string) => void;
  keeper: Keeper;
  /** Draws the view anew. */
  redraw: () => void;
  /** Says something where the person is looking. */
  tell: (notice: Notice) => void;
  /** Where the host has a button for it: asks for the check. */
  ask?: () => void;
  /** Is there no form, so that nothing can be gone to? */
  isAlone?: boolean;
  /** Is nothing said before the check is asked for? */
  isQuiet?: boolean;
  /** Can the host carry an action out? */
  offers?: (action: Action) => boolean;
  /** What the host says about a field, below its hint. */
  help?: (field: Field) => HTMLElement;
  /** Opens one of the guides. */
  openGuide?: (guide: NonNullable<Action["opens"]>) => void;
  /** What the host adds to a card. */
  beside?: (card: CardId) => HTMLElement | undefined;
}

export class Kit {
  readonly host: Host;
  #judged: { version: number; judgement: Judgement } | undefined;
  /** Goes to a field; opens the box; shows the letter: each view that can says so. */
  goTo: (field: Field) => void = () => {};
  openBox: () => void = () => {};
  openLetter: () => void = () => {};
  openProof: () => void = () => {};
  goToVerdict: () => void = () => {};
  /** What is dropped on the view, where it does not go into the claim. */
  take: ((sources: readonly Source[]) => void) | undefined;
  /** Asks for the check, and goes where it says what to do. */
  ask = (): void => {
    if (this.host.ask) this.host.ask();
    else {
      this.store.ask();
      this.goToVerdict();
    }
  };

  constructor(host: Host) {
    this.host = host;
  }

  get store(): Store {
    return this.host.store;
  }
  get words(): Words {
    return this.host.words;
  }

  /** Draws now, and whenever one of the slices changes. */
  draws(slices: readonly Slice[], draw: () => void): void {
    draw();
    const off = this.store.on(slices, draw);
    this.host.signal.addEventListener("abort", off);
  }

  fieldsOf(fields: readonly Field[]): Field[] {
    const { claim, isAsked, area } = this.store;
    return fields.filter((field) => applies(field, claim, area, isAsked));
  }

  /** What the claim comes to: worked out once after each change, whoever asks. */
  get judgement(): Judgement {
    const { report, version } = this.store;
    if (this.#judged?.version !== version)
      this.#judged = { version, judgement: this.#judge(report) };
    return this.#judged.judgement;
  }
  /** What another rule set comes to. */
  judgementUnder(ruleset: string): Judgement {
    return this.#judge(this.store.checkUnder(ruleset));
  }

  #judge(report: Report): Judgement {
    const { store } = this;
    if (this.host.isQuiet && !store.isAsked) return this.#unasked(report);
    return judge(report, {
      claim: store.claim,
      fields: this.fieldsOf(CARDS.flatMap(({ fields }) => fields)),
      isAsked: store.isAsked,
      isLeft: (field) => store.isLeft(field),
      codes: this.host.described.codes,
    });
  }

  checkLabel(id: CheckId): string {
    return this.host.described.checks.find((one) => one.id === id)?.label ?? id;
  }
  /** The field that a check asks the person about. */
  fieldOf(id: CheckId): Field | undefined {
    return CARDS.flatMap(({ fields }) => fields).find((field) => checkOf(field) === id);
  }
  /** What a field holds, as the person knows it. */
  answer(field: Field): string {
    const text = this.store.text(field);
    return text && this.option(field, text);
  }

  /** As long as nothing is to be said. */
  #unasked(report: Report): Judgement {
    const fields = this.fieldsOf(CARDS.flatMap((card) => card.fields));
    const nothing = { claim: {}, fields, isAsked: false, isLeft: () => false, codes: [] };
    const missing = fields.filter((field) => !this.store.text(field));
    return { ...judge({ ...report, findings: [], checks: [] }, nothing), missing };
  }

  label(field: Field): string {
    return this.describedField(field).shortLabel;
  }

  describedField(field: Field) {
    const found = this.host.described.fields.find(({ name }) => name === field);
    if (!found) throw new Error(field);
    return found;
  }

  /** What an answer is called; its name can depend on another answer. */
  option(field: Field, value: string, name: "label" | "shortLabel" = "shortLabel"): string {
    const option = this.describedField(field).options.find((one) => one.value === value);
    if (!option) return value;
    const by = option.by && this.store.text(option.by);
    return ((by && option.variants?.[by]) || option)[name];
  }

  day(iso: string): string {
    return dayFormat(this.host.dateLocale).format(new Date(iso));
  }
  month(iso: string): string {
    return monthFormat(this.host.dateLocale).format(new Date(iso));
  }

  /** What a verdict is called. */
  verdict({ state, count }: Pick<Judgement, "state" | "count">): string {
    const { verdict } = this.words;
    if (state === "empty") return verdict.empty.title;
    if (state === "ready") return verdict.ready;
    return plural(this.host.locale, verdict[state], count);
  }
}

/** How a state or finding looks: see `.is-…` in form.css. */
export type Look = "block" | "settle" | "note" | "done";
export const LOOK_OF: Record<Judgement["state"], Look> = {
  empty: "note",
  missing: "note",
  fix: "block",
  settle: "settle",
  microsoft: "done",
  ready: "done",
};

export const lookOf = ({ severity }: Finding): Look => (severity === "blocks" ? "block" : "settle");
/** The beginning of an ID: enough to know it again. */
export const short = (value: string): string =>
  /^[\da-f]{8}-[\da-f-]{27}$/i.test(value) ? `${value.slice(0, 8)}…` : value;
