// What the elements use of the pages' kit, with its types: the pages are JavaScript still.

import type { Field, Locale } from "../generated/lists.js";
import type { Engine } from "../lib/engine.js";
import type { ClaimError } from "../lib/events.js";
import type {
  ActivityAdvice,
  ActivityAnswers,
  Claim,
  DescribedQuestion,
  Description,
  Finding,
  NamedOption,
  PartialEvidence,
  PartnerAccount,
  PartnerIdAdvice,
  Report,
} from "../lib/types.js";
import * as check from "../page/check.js";
import * as dom from "../page/dom.js";
import * as form from "../page/form.js";
import * as guides from "../page/guides.js";
import * as live from "../page/live.js";
import { PARTS, Parts as PageParts } from "../page/parts.js";
import * as report from "../page/report.js";
import * as result from "../page/result.js";
import { Session as PageSession } from "../page/session.js";
import { Workers } from "../page/workers.js";
import * as sheet from "../page/worksheet.js";
import type pageWords from "../text/en/page.js";

/** English is the model: a test holds the other languages to it. */
export type PageWords = typeof pageWords;
type Words = Record<string, unknown>;
type Kid = Node | string | number | boolean | null | undefined | readonly Kid[];
type Attributes = Readonly<Record<string, unknown>>;

/** Texts of a claim by the names of its fields. */
export type Texts = Partial<Record<string, string>>;

/** The form's store. */
export interface FormState {
  claim: Texts;
  typed: Texts;
  checked: boolean;
  exports: unknown;
  partnerIds: unknown;
  answers: unknown;
  diagnosis: unknown;
}

export interface FormField {
  node: Element;
  control: HTMLElement;
  focus(): void;
}

export interface MountedForm {
  node: HTMLFormElement;
  field(name: string | undefined): FormField | undefined;
  fill(values: Texts): unknown;
  load(claim: Texts): void;
  refresh(): void;
  sumUp(): unknown;
}

export interface MountedResult {
  asText(part: unknown): Promise<string>;
  update(report: Report, rest: { shown: Finding[]; waiting: Finding[] }): string;
  fail(code: string): void;
  unfold(): () => void;
}

export interface MountedCheck {
  form: MountedForm;
  result: MountedResult;
  diagnosis?: Node;
  addFiles?(files: readonly File[]): unknown;
  update?(): void;
  stop(): void;
}

export interface Guide {
  nodes: Node[];
  refresh(): void;
}

export interface Live {
  say(...texts: string[]): void;
  hush(): void;
  verdict(text: string): void;
  repeat(): void;
}

export interface Parts {
  with<Out>(name: string, act: (part: unknown) => Out): Out | Promise<Out>;
}

export interface Session {
  parts: Parts;
}

/** What everything that is shown is made of. */
export interface Context {
  locale: Locale;
  dateLocale: string;
  words: PageWords;
  ruleset: string | undefined;
  described: Description;
  failure?: ClaimError;
  engine?: Engine;
  checkClaim?: CheckClaim;
  describe?: () => Description;
}

export type CheckClaim = (claim: unknown, evidence?: unknown, options?: unknown) => Report;

/** A context, what loads all anew, and what does so under another rule set. */
export interface Shown extends Context {
  retry(): Promise<void>;
  onEdition(id: string): void;
}

export const h = dom.h as unknown as {
  <Tag extends keyof HTMLElementTagNameMap>(
    name: Tag,
    ...kids: (Kid | Attributes)[]
  ): HTMLElementTagNameMap[Tag];
  (name: string, ...kids: (Kid | Attributes)[]): HTMLElement;
};
export const keepFocus = dom.keepFocus as (node: Element) => () => void;
export const button: (label: string, click: () => unknown) => HTMLButtonElement = dom.button;
export const emptyState = form.emptyState as () => FormState;
export const speaker: (region: HTMLElement) => Live = live.speaker;
export const labelsOf: (options: readonly NamedOption[], claim?: object) => Record<string, string> =
  check.labelsOf;
export const answered = check.answered as unknown as (
  answers: Claim | ActivityAnswers | Texts,
) => object;
export const candidates = check.candidates as (state: FormState) => PartnerAccount[];
export const YES_NO: Partial<Record<string, boolean>> = check.YES_NO;
export const mountCheck = check.mountCheck as unknown as (
  formRoot: Element,
  resultRoot: Element,
  options: object,
) => MountedCheck;
export const mountResult = result.mountResult as unknown as (
  root: Element,
  options: object,
) => MountedResult;
export const worksheet = sheet.worksheet as unknown as (
  catalogue: unknown,
  ruleset: string | undefined,
) => Description;

interface GuideOptions {
  words: Words;
  state: FormState;
}

export const activityGuide = guides.activityGuide as unknown as (
  options: GuideOptions & {
    questions: DescribedQuestion<string>[];
    names: Record<string, string>;
    advise: (answers: ActivityAnswers) => ActivityAdvice;
    seed: () => object;
    use: (activity: string, answers: ActivityAnswers) => void;
  },
) => Guide;
export const partnerGuide = guides.partnerGuide as unknown as (
  options: GuideOptions & {
    questions: DescribedQuestion<string>[];
    changed: () => void;
    advise: (answers: { fastTrack: string; program: string }) => PartnerIdAdvice;
    use: (partnerId: string) => void;
  },
) => Guide;

/** The workers of a page: there can be one of these on it. */
export const newWorkers = (): unknown => new Workers();

/** What an element keeps as long as it is there. */
export function newSession(workers: unknown): Session {
  const parts = new PageParts(PARTS);
  parts.give("report", report);
  return new PageSession({ parts, workers }) as unknown as Session;
}

/** What the classes' bases have of the manifest's attributes. */
export interface HostAttributes {
  messages: Messages | null;
  ruleset: string;
  theme: string;
  headingLevel: number;
  mock: string;
  htmlFor: string;
  feedback: string;
  lookUp: boolean;
  withoutResult: boolean;
  includeFindings: boolean;
  evidence: PartialEvidence | null;
  claim: Claim | null;
}

/** Texts of the host's, by their names in the catalogues. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

/** A finding as an event names it, without any value of the claim. */
export type Named = Pick<Finding, "code" | "kind" | "severity"> & { fields: Field[] };
