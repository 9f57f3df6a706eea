// How the library is loaded, and what every function takes.

import type { Code, Field, Locale } from "../../generated/lists.js";
import type { Claim, ParamsByCode } from "../../generated/records.js";
import type { Evidence } from "../core-types.js";
import type { HeldEvidence } from "./evidence.js";

/* All other functions are synchronous, and throw until `init` has resolved. */

/**
 * The wasm: its address, a request for it (with `integrity`, its hash is checked), the answer to one,
 * its bytes, or compiled; or a promise of one, or a function that gives one when it is needed.
 */
export type Source = Wasm | PromiseLike<Wasm> | (() => Wasm | PromiseLike<Wasm>);

type Wasm = string | URL | Request | Response | ArrayBuffer | ArrayBufferView | CompiledWasm;

/** To TypeScript, any object is a module: options with a typing error must not be taken for one. */
type CompiledWasm = WebAssembly.Module & { readonly [Option in keyof InitOptions]?: never };

/** What to load. */
export interface InitOptions {
  /** The wasm of the core, or with `parts: ["check"]` of the check; by default from beside the library. */
  wasm?: Maybe<Source>;
  /** Languages, by tag or as `cpor-preflight/text/…` exports them; all by default. */
  locales?: readonly (LocaleTag | Catalogue)[] | undefined;
  /**
   * The host’s own words, by language: they count before ours in every answer, attached form, and element.
   *
   * @example
   * { en: { findings: { "domain-missing": { next: "Enter the domain from the order form." } } } }
   */
  messages?: Readonly<Partial<Record<LocaleTag, OwnWords>>> | undefined;
  /**
   * - `core`, the default: everything
   * - `check`: the check of a claim without evidence. Until the core is there, functions that are given
   *   evidence and all others that need the core throw, and `describe` and `rulesets` leave out
   *   `questions`, statuses, contradictions, the labels of exports, causes and many claims, and lists that
   *   only other functions need
   * - `skus`: the SKU table, which the core always brings along
   */
  parts?: readonly Part[] | undefined;
  /** The text of another SKU table, as `cpor-preflight/skus` exports it. */
  skus?: string | DeprecatedOption;
  /** @deprecated Does nothing: see `parts`. */
  evidence?: DeprecatedOption;
  /** @deprecated Does nothing: the core has the readers of exports. */
  exports?: DeprecatedOption;
  /** @deprecated Does nothing: the core has the check of many claims. */
  batch?: DeprecatedOption;
  /** @deprecated Does nothing: see `parts`. */
  texts?: string | undefined;
}

/** What a host says in its own words; what it leaves out stays as it is. A text can insert what ours does, such as `{domain}`. */
export interface OwnWords {
  /** What findings say, by code. */
  readonly findings?: Partial<Record<Code, Partial<Record<"what" | "why" | "next", string>>>>;
  /** Labels and hints of fields. */
  readonly fields?: Partial<Record<Field, Partial<Record<"label" | "hint", string>>>>;
  /** Labels of options, by field and value. */
  readonly options?: Partial<Record<Field, Readonly<Record<string, string>>>>;
}

/** What `init` can load. */
export type Part = "core" | "check" | "skus";

/** `true` and `false` do nothing any more. */
type DeprecatedOption = boolean | undefined;

/** The words of a language. */
export interface Catalogue {
  readonly tag: Locale;
}

/**
 * Why loading failed: the page's Content-Security-Policy does not allow WebAssembly, a file did not
 * arrive, it arrived with another hash than the request says, the environment has no WebAssembly, the worker
 * could not be started (see `cpor-preflight/worker`), or something else.
 */
export type LoadFailure =
  | "wasm_blocked_by_csp"
  | "wasm_fetch_failed"
  | "wasm_integrity"
  | "wasm_unsupported"
  | "worker_failed"
  | "internal";

/** Any BCP 47 tag: it falls back by its prefix, then to English. */
export type LocaleTag = Locale | (string & {});

/** The names of all parameters of findings. */
export type ParamName = { [Name in Code]: keyof ParamsByCode[Name] & string }[Code];

/* Input */

/** Absent, `undefined` and `null` all mean: not given. */
export type Maybe<T> = T | null | undefined;

/**
 * A value of a known type, or one whose members are only known at run time: `unknown`, `any`, or a
 * type with an index signature such as `Record<string, string>` or that of
 * `Object.fromEntries(new FormData(form))`. Literals are held to the known type.
 */
export type Input<Known, T> = Known | (unknown extends T ? T : string extends keyof T ? T : never);

/** Evidence of which any part may be absent. */
export type PartialEvidence = {
  [Part in keyof Evidence]?: Maybe<readonly NonNullable<Evidence[Part]>[number][]>;
};

export interface RulesetOption {
  /**
   * ID of a rule set, or `latest`. Without one, the rule set in force on the claim's day applies; an
   * unknown one is a finding, too.
   */
  ruleset?: Maybe<string>;
}

export interface LocaleOption {
  /** Language of the texts. */
  locale?: Maybe<LocaleTag>;
}

export interface CheckOptions extends RulesetOption, LocaleOption {
  /** ISO date of the day to check for; the caller's local date by default. */
  today?: Maybe<string>;
}

/** What `findFields` knows beside the text. */
export interface FindOptions<E = unknown> {
  /** IDs that occur in it are told apart. */
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>;
}

/** What `readReply` knows beside the reply. */
export interface ReplyOptions<C = unknown, E = unknown> extends FindOptions<E> {
  /** The claim that the letter was about: what the reply quotes of it is told apart. */
  claim?: Maybe<Input<Claim, C>>;
}
