// A caller's program that must compile against the library's types, and lines that must not.

import * as entry from "cpor-preflight";
import {
  adviseActivity,
  advisePartnerId,
  afterFiling,
  type CheckId,
  type Claim,
  type Code,
  checkClaim,
  checkRecord,
  claimForm,
  classifyIdentifier,
  customerLetter,
  describe,
  diagnoseSubscription,
  type Field,
  findFields,
  type HeldEvidence,
  holdEvidence,
  init,
  LOCALES,
  type Locale,
  loadLocale,
  lookUpTenant,
  mergeEvidence,
  negotiateLocale,
  PreflightError,
  planClaims,
  proofChecklist,
  readAnything,
  readEvidence,
  readReply,
  rulesets,
  type TimelineStep,
  timeline,
  toCalendar,
  verifyRecord,
} from "cpor-preflight";
import { attach, claimFrom } from "cpor-preflight/attach";
import * as inlineEntry from "cpor-preflight/inline";
import { checkClaim as checkInline, init as initInline } from "cpor-preflight/inline";
import { type ClaimSchema, claimSchema } from "cpor-preflight/schema";
import { checkHandler, handleCheck, toNode } from "cpor-preflight/server";
import table from "cpor-preflight/skus";
import * as slimEntry from "cpor-preflight/slim";
import { init as initSlim } from "cpor-preflight/slim";
import german from "cpor-preflight/text/de";
import { startWorker } from "cpor-preflight/worker";

await init();
await init(() => new Request("core.wasm", { integrity: "sha384-x" }), { locales: [german, "en"] });
await initSlim(new ArrayBuffer(8), { locales: [german], skus: table });
await initSlim({ wasm: new ArrayBuffer(8), parts: ["check"], locales: ["en"] });
await initInline();
const form = document.createElement("form");
const attached = attach(form, {
  evidence: Promise.resolve({ partnerIds: [] }),
  fields: { partnerId: "mpn", solutionArea: () => "microsoft-365", product: form, activity: null },
  library: import("cpor-preflight"),
  place: (field, { severity }) =>
    field === "product" && severity === "informs" ? null : undefined,
});
attach(form, { library: entry });
attach(form, { library: inlineEntry, scope: "claim" });
attach(form, { library: slimEntry });
form.addEventListener("before-check", ({ detail: { claim } }) => {
  claim.userRole = "global-admin";
});
form.addEventListener("claim-checked", ({ detail }) => attached.report === detail);
form.addEventListener("claim-error", ({ detail: { code } }) => code === "wasm_integrity");
const schema: ClaimSchema = claimSchema({ evidence: { partnerIds: [] }, library: slimEntry });
schema["~standard"].types?.input.userRole satisfies Claim["userRole"];
toNode(checkHandler({ origins: "*", library: slimEntry, locale: "de" }));
await handleCheck(new Request("https://portal.example/"));
const posted: Claim = claimFrom(new URLSearchParams(), { product: (query) => query.get("sku") });
const { readEvidence: readInWorker, terminate } = await startWorker({ url: "worker.js" });
const rowsRead: number = (await readInWorker("[]", { onProgress: (done) => done })).rows;
terminate();
const inline: string = checkInline({}).verdict;
await init(new URL("core.wasm", "https://example.com/"), { locales: ["en"] });
await init({ parts: ["check", "skus"], locales: ["de-AT"] });
await init({ wasm: new Request("check.wasm"), parts: ["check"], skus: table });
// Options of before: they do nothing.
await init(undefined, {
  evidence: false,
  exports: false,
  batch: false,
  texts: "form",
  skus: false,
});
await startWorker({ exports: false, readers: new ArrayBuffer(8) });
await init(fetch("core.wasm")).catch((error: unknown) => {
  if (error instanceof PreflightError && error.code === "wasm_blocked_by_csp") throw error;
});
const tag: Locale = await loadLocale("de-AT");
const locale: Locale = negotiateLocale(navigator.languages);
const isOffered: boolean = LOCALES.includes(locale);

const { kind, evidence, rows, problems } = readEvidence(new Uint8Array(), {
  name: "graph-subscriptions.json",
  tenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  domain: undefined,
  locale,
  onProgress: (done, total) => console.log(done / total),
});
const places: (number | undefined)[] = problems.map(({ row }) => row);
const joined = mergeEvidence(evidence, { partnerIds: [{ id: "5357564", kind: "location" }] });
const {
  status,
  evidence: looked,
  text,
} = await lookUpTenant("contoso.com", {
  cloud: "us-gov",
  signal: AbortSignal.timeout(500),
  fetch,
});
const answered: boolean = status === "answered" && !text;
const together = mergeEvidence(joined, looked);
const endings: (string | undefined)[] = joined.subscriptions.map(({ endsOn }) => endsOn);

// Typed claims, whole or in part, and claims whose members are only known at run time.
const claim: Claim = { userRole: "global-admin", partnerId: "5357564", product: undefined };
const options = { ruleset: "2020-06", locale: navigator.language, today: "2026-11-22" };
const report = checkClaim(claim, joined, options);
const held: HeldEvidence = holdEvidence(joined);
held.add('{"partnerIds":[]}');
held.add({ partnerIds: [{ id: "5357564" }] });
checkClaim(claim, held, options);
held.release();
checkClaim({});
checkClaim({ mpnId: "5357564", activity: null }, null, null);
checkClaim(Object.fromEntries(new FormData()));
checkClaim(JSON.parse("{}") as unknown, JSON.parse("{}") as unknown);
const line: Record<string, string> = { activity: "Usage" };
checkClaim(line, {});

const verdict: "fix" | "confirm" | "ready" = report.verdict;
const texts: string[] = report.findings.map(({ what, why, next }) => `${what} ${why} ${next}`);
const codes: Code[] = report.findings.map(({ code }) => code);
const [finding] = report.findings;
const ending: string | undefined =
  finding?.code === "subscription-ending" ? finding.params.endsOn : undefined;
const domain: string | undefined = report.understood.customerDomain;
const steps: TimelineStep[] = timeline(claim, joined, { locale: "de" });

const diagnosis = diagnoseSubscription({ subscriptionId: "" }, joined, {
  ...options,
  answers: { channel: "csp", holder: null },
  customerLocale: "de",
});
const causes: Code[] = diagnosis.causes.filter((c) => c.status === "confirmed").map((c) => c.code);
const asks: string | undefined = diagnosis.nextQuestion?.options[0]?.label;
const letter: string | undefined = diagnosis.customerMessage?.text;

const { activity, nextQuestion } = adviseActivity({ seeksPayment: "yes" }, options);
const isPresales: boolean = activity === "presales" || nextQuestion === "contribution";
const { partnerId, ranking } = advisePartnerId(joined.partnerIds, { fastTrack: true });
const answers: (string | null)[] = ranking.flatMap(({ because }) => because.map((b) => b.answer));
const anything = await readAnything([new Blob(["x"]), "y"], { signal: AbortSignal.timeout(1000) });
const tenant: string | undefined = anything.fields.customerTenantId?.from.kind;
void tenant;
const written: string | undefined = customerLetter(report, claim)?.text;
const replied: ("yes" | "no" | null)[] = readReply(written, report).answers.map(
  (one) => one.answer,
);
void replied;
const changes: string | undefined = finding?.actions[0]?.changes?.customerDomain;
void changes;
const plan = planClaims(joined, { contributions: ["drives-usage"], workloads: ["Teams"] }, options);
const couldFile: [string | undefined, readonly CheckId[]][] = plan.claims.map(({ claim, open }) => [
  claim.subscriptionId ?? undefined,
  open,
]);
void couldFile;
const [found] = findFields("Tenant ID: …", { evidence: joined });
const place: [number, number] | undefined = found && [found.start, found.end];
void place;
const record = checkRecord(checkClaim(posted), posted, joined);
const isSame: boolean = verifyRecord(record, posted, joined).ok;
const until: string | undefined = afterFiling({ status: "rejected", on: "2026-11-02" }).deadlines[0]
  ?.by;
const ics: string = toCalendar(afterFiling({}).deadlines, {
  title: "Fabrikam",
  today: "2026-11-22",
});
const toFill: string[] = claimForm(posted).fields.map(({ label }) => label);
const earliest: (string | undefined)[] = proofChecklist(posted).map(({ from }) => from);
void [isSame, until, ics, toFill, earliest];
const isSure: boolean = classifyIdentifier("5357564", joined).confidence === "certain";
const dates: string[] = rulesets({ locale: "de" }).map(({ date }) => date);
const { fields, questions, labels } = describe({ locale: "en" });
const names: Field[] = fields.map(({ name }) => name);
const known: string[] = [labels.verdicts.fix.title, labels.outcomes["not-applicable"]];

console.log(
  answered,
  together,
  tag,
  isOffered,
  kind,
  rows,
  places,
  endings,
  verdict,
  texts,
  codes,
  ending,
);
console.log(
  domain,
  steps,
  isPresales,
  partnerId,
  answers,
  isSure,
  dates,
  names,
  known,
  questions,
  inline,
  posted,
  rowsRead,
);
console.log(causes, asks, letter);

// @ts-expect-error: a report has no such verdict
report.verdict === "approved";
// @ts-expect-error: only some findings have a day: it depends on the code
report.findings[0]?.params.endsOn;
// @ts-expect-error: a field may not have been understood
report.understood.customerDomain.length;
// @ts-expect-error: the claim has a closed list of activities
checkClaim({ activity: "sales" });
// @ts-expect-error: a claim has no such field
checkClaim({ activty: "usage" });
// @ts-expect-error: there is always a claim
checkClaim();
// @ts-expect-error: a form's data has to be made an object first
checkClaim(new FormData());
// @ts-expect-error: a subscription has a closed list of states
checkClaim({}, { subscriptions: [{ id: "", status: "fine" }] });
// @ts-expect-error: the day is a text
checkClaim({}, {}, { today: new Date() });
// @ts-expect-error: the question has a closed list of answers
diagnoseSubscription({}, {}, { answers: { listing: "yes" } });
// @ts-expect-error: the answer is yes or no
adviseActivity({ seeksPayment: true });
// @ts-expect-error: the answer is true or false
advisePartnerId([], { fastTrack: "yes" });
// @ts-expect-error: one part of evidence is nothing to join
mergeEvidence(joined);
// @ts-expect-error: a file has to be read first
readEvidence(new File([], "export.json"));
// @ts-expect-error: there is no such rule set option
rulesets({ ruleset: "2020-06" });
// @ts-expect-error: there is no such cloud
lookUpTenant("contoso.com", { cloud: "germany" });
// @ts-expect-error: a look-up is not there at once
lookUpTenant("contoso.com").evidence;
// @ts-expect-error: the list of languages is fixed
LOCALES.push("la");
// @ts-expect-error: the library has no such language
tag === "la";
// @ts-expect-error: loading is asynchronous
init().locales;
// @ts-expect-error: there is no such part
init({ parts: ["evidence"] });
// @ts-expect-error: this entry brings no wasm
initSlim();
// @ts-expect-error: it brings no language either
initSlim(new ArrayBuffer(8), { locales: [] });
// @ts-expect-error: a form answers for itself or for the claim
attach(form, { scope: "page" });
// @ts-expect-error: the claim has no such field
attach(form, { fields: { mpn: "partnerId" } });
// @ts-expect-error: the claim has no such field
claimSchema({ fields: ["mpn"] });
// @ts-expect-error: a form is needed
attach(document.querySelector("form"));
