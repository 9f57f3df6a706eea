// What the library answers beside checks: plans, the customer's letter, the time around filing, records. It
// comes with the core.

import * as calendars from "./calendar.js";
import type { CoreGlue } from "./core.js";
import type * as core from "./core-answers.js";
import * as filing from "./filing.js";
import type { EvidenceRef, Held } from "./held.js";
import type { Languages } from "./languages.js";
import * as letters from "./letter.js";
import type { WasmModule } from "./module.js";
import { optionOf, plain, plainOption, toJson } from "./plain.js";
import { plan } from "./plan.js";
import * as records from "./record.js";
import { type RegistryRuleset, rulesetNamed } from "./registry.js";
import type { Words } from "./text.js";
import type {
  AfterFiling,
  CheckRecord,
  ClaimFormText,
  CustomerLetter,
  Plan,
  ProofPoint,
  Reply,
  Report,
  Verification,
} from "./types.js";

/** What the engine has of what comes with the core. */
export interface Behind {
  module: WasmModule<CoreGlue>;
  held(): Held;
  /** The number of evidence that was read. */
  hold(evidenceRef: EvidenceRef): number;
  languages(): Languages;
  skus(): string | undefined;
  today(): string;
  /** The rule set that the options name, else the one in force on their day or the caller's. */
  rulesetOf(options: unknown): RegistryRuleset;
  wordsFor(options: unknown): Words;
  checkClaim(claim: unknown, evidence: unknown, options?: unknown): Report;
}

export class Around {
  #behind: Behind;
  /** Hashed once: it is half a megabyte, and nearly always the same. */
  #skus: { text?: string; hash?: string } = {};

  constructor(behind: Behind) {
    this.#behind = behind;
  }

  claimForm(claim: unknown, options: unknown): ClaimFormText {
    const [answer, typed, under] = this.#ask<core.ClaimForm>("claimForm", claim, options);
    return filing.claimForm(answer, typed, under);
  }

  proofChecklist(claim: unknown, options: unknown): ProofPoint[] {
    const [answer, typed, under] = this.#ask<core.ProofChecklist>("proofChecklist", claim, options);
    return filing.proofChecklist(answer, typed, under);
  }

  afterFiling(claim: unknown, options: unknown): AfterFiling {
    const [answer, typed, under] = this.#ask<core.AfterFiling>("afterFiling", claim, options);
    return filing.afterFiling(answer, typed, under);
  }

  toCalendar(steps: unknown, options: unknown): string {
    const { wordsFor, today } = this.#behind;
    const [title, id, day] = ["title", "id", "today"].map((name) => plainOption(options, name));
    const given = { title, id, today: calendars.isDay(day) ? day : today() };
    return calendars.calendar(plain(steps), given, wordsFor(options), this.#hash);
  }

  checkRecord(report: unknown, claim: unknown, evidence: unknown): CheckRecord {
    const { checkClaim, wordsFor } = this.#behind;
    const checked = this.#checked(claim, evidence);
    const given = (plain(report) ?? {}) as Report;
    const isReport = Array.isArray(given.checks) && Array.isArray(given.findings);
    const whole = isReport ? given : checkClaim(checked.claim, checked.known);
    const { locale, ruleset } = whole;
    return records.recordOf(whole, checked, this.#hash, wordsFor({ locale, ruleset }));
  }

  verifyRecord(record: unknown, claim: unknown, evidence: unknown, options: unknown): Verification {
    const { checkClaim, wordsFor } = this.#behind;
    const checked = this.#checked(claim, evidence);
    const words = wordsFor(options);
    const again = ({ ruleset, today }: { ruleset: string; today: string }) => {
      const asBefore = { ruleset, today, locale: words.tag };
      const report = checkClaim(checked.claim, checked.known, asBefore);
      return records.recordOf(report, checked, this.#hash, words);
    };
    return records.verified(record, again, this.#hash, words);
  }

  planClaims(evidence: unknown, context: unknown, options: unknown): Plan {
    const { module, held, today, wordsFor } = this.#behind;
    const { tag } = wordsFor(options);
    const input = toJson([context, options]);
    const evidenceRef = held().read(evidence);
    const number = held().numberOf(evidenceRef);
    const answer: core.Plan = JSON.parse(module.call("planClaims", input, today(), number));
    return plan(answer, wordsFor({ locale: tag, ruleset: answer.ruleset }));
  }

  customerLetter(report: unknown, claim: unknown, options: unknown): CustomerLetter | null {
    const { wordsFor, languages } = this.#behind;
    const { asked, values, ruleset } = this.#askedOfCustomer(report, claim);
    const { tag } = wordsFor(options);
    const locale = languages().worded(optionOf(options, "customerLocale"), tag);
    return letters.letter(asked, values, wordsFor({ locale, ruleset }));
  }

  readReply(text: unknown, report: unknown, options: unknown): Reply {
    const { module, held, wordsFor, languages } = this.#behind;
    const { asked, values, ruleset } = this.#askedOfCustomer(report, optionOf(options, "claim"));
    const ours = languages().tags.flatMap((locale) =>
      letters.sentences(asked, values, wordsFor({ locale, ruleset })),
    );
    const read = plain(text);
    const evidenceRef = held().read(optionOf(options, "evidence"));
    const given = [typeof read === "string" ? read : "", toJson(asked), toJson(ours)] as const;
    return JSON.parse(module.call("readReply", ...given, held().numberOf(evidenceRef)));
  }

  #askedOfCustomer(report: unknown, claim: unknown) {
    const { input, ...about } = letters.asking(report, claim);
    const asked: core.AskedQuestion[] = JSON.parse(
      this.#behind.module.call("questionsForCustomer", input),
    );
    return { ...about, asked };
  }

  /** The core's answer, the claim as it was entered, and what to put the answer into words with. */
  #ask<Answer extends { ruleset: string }>(
    name: "claimForm" | "proofChecklist" | "afterFiling",
    claim: unknown,
    options: unknown,
  ): [Answer, unknown, { words: Words; ruleset: ReturnType<typeof rulesetNamed> }] {
    const { module, today, wordsFor } = this.#behind;
    const input = toJson([claim, options]);
    const locale = plainOption(options, "locale");
    const answer: Answer = JSON.parse(module.call(name, input, today()));
    const ruleset = rulesetNamed(answer.ruleset);
    const [typed] = JSON.parse(input);
    return [answer, typed, { words: wordsFor({ locale, ruleset: ruleset.id }), ruleset }];
  }

  /** What a record is about, read once; `known` is what the check takes as evidence. */
  #checked(claim: unknown, evidence: unknown): records.Checked & { known: unknown } {
    const held = this.#behind.held();
    const evidenceRef = held.read(evidence);
    const isHeld = typeof evidenceRef === "number";
    const joined = JSON.parse(held.joinedTextOf(evidenceRef));
    const read = isHeld ? joined : JSON.parse(evidenceRef);
    const text = this.#behind.skus() ?? "";
    if (this.#skus.text !== text) this.#skus = { text, hash: this.#hash(text) };
    const { hash: skus = "" } = this.#skus;
    const known = isHeld ? evidence : read;
    return { claim: plain(claim), evidence: { value: read, joined, isHeld }, skus, known };
  }

  #hash = (text: string): string => this.#behind.module.call("sha256", text);
}
