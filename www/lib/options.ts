// The names of the options of the library's functions.

import { LANGUAGE_TAG, type Names, warnOfOptions } from "./misspelled.js";
import { REGISTRY } from "./registry.js";
import type {
  AnythingOptions,
  BatchOptions,
  CalendarOptions,
  CheckOptions,
  DiagnosisOptions,
  FindOptions,
  InitOptions,
  LetterOptions,
  LocaleOption,
  LookUpOptions,
  OpenBatchOptions,
  ReadOptions,
  ReplyOptions,
  RulesetOption,
} from "./types.js";

const RULESETS = [...REGISTRY.rulesets.map(({ id }) => id), "latest"];

const LOCALE = { locale: LANGUAGE_TAG } satisfies Names<LocaleOption>;
const WORDED = { ...LOCALE, ruleset: RULESETS } satisfies Names<RulesetOption & LocaleOption>;
const CHECK = { ...WORDED, today: null } satisfies Names<CheckOptions>;
const READ = {
  ...{ ...LOCALE, name: null, tenantId: null, domain: null, asOf: null, columns: null },
  onProgress: null,
} satisfies Names<ReadOptions>;
const FIND = { evidence: null } satisfies Names<FindOptions>;
const BATCH = {
  ...{ ...CHECK, columns: null, limit: null, answersInWords: null, guardFormulas: null },
} satisfies Names<BatchOptions>;

/** By the functions that take them. */
const OPTIONS = {
  init: {
    ...{ wasm: null, locales: null, skus: null, evidence: null, exports: null, batch: null },
    ...{ messages: null, texts: null, parts: ["core", "check", "skus"] },
  } satisfies Names<InitOptions>,
  checkClaim: CHECK,
  compareEditions: CHECK,
  timeline: CHECK,
  claimForm: CHECK,
  proofChecklist: CHECK,
  afterFiling: CHECK,
  planClaims: CHECK,
  diagnoseSubscription: {
    ...{ ...CHECK, answers: null, customerLocale: LANGUAGE_TAG },
  } satisfies Names<DiagnosisOptions>,
  adviseActivity: WORDED,
  describe: WORDED,
  advisePartnerId: LOCALE,
  verifyRecord: LOCALE,
  rulesets: LOCALE,
  compareRulesets: LOCALE,
  customerLetter: { ...LOCALE, customerLocale: LANGUAGE_TAG } satisfies Names<LetterOptions>,
  findFields: FIND,
  readReply: { ...FIND, claim: null } satisfies Names<ReplyOptions>,
  toCalendar: { ...LOCALE, title: null, id: null, today: null } satisfies Names<CalendarOptions>,
  readEvidence: READ,
  readAnything: { ...READ, signal: null } satisfies Names<AnythingOptions>,
  lookUpTenant: {
    ...{ ...LOCALE, fetch: null, host: null, cloud: null, signal: null, timeoutMs: null },
    fresh: null,
  } satisfies Names<LookUpOptions>,
  checkBatch: BATCH,
  openBatch: { ...BATCH, onRows: null, onCsv: null } satisfies Names<OpenBatchOptions>,
};

/** Warns where a function is given an option that it does not have. */
export function warnOf(name: keyof typeof OPTIONS, options: unknown): void {
  warnOfOptions(name, OPTIONS[name], options);
}
