import { LOCALES } from "../lib/locales.ts";
import { inserted } from "../lib/words.ts";
import { h, lateDetails, remember, same, uid } from "./dom.js";
import { mountEvidence } from "./evidence.js";
import { labelUnder } from "./field.js";
import { mountForm } from "./form.js";
import { mountResult } from "./result.js";

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Mounts the form with guides, exports and result into two roots and lets them work together.
 *
 * - `engine`: the library's, or undefined where the check could not be loaded: then the form is a
 *   worksheet, and `failure` and `retry` say why and what to do
 * - `checkClaim`: asked in place of the engine's, where given
 * - `session`: a `Session`; `state`: see `emptyState`; `words`: the page's words
 * - `described`: the library's `describe()` of the rule set in use; `describe()` gives it anew: with the
 *   core, more words come
 * - `ruleset`: the one to check by; without one, that of the claim's day. `onEdition(id)` is called where
 *   this is another one than `described`, not before a day that is being typed is left
 * - `using(name, act)`: does something with a part of the page once it is loaded; `failed(again)` says
 *   that something did not load, and offers another try
 * - `say(text)` announces a text in time, `onVerdict(text, headline)` gets every verdict, `onAsked()`
 *   is called when the person asks for it
 * - `hostEvidence()`: plain evidence that the host brings, if any; call `update()` of the answer when it
 *   changes
 * - `onReport(report, seen)` gets every report with what of it is shown, `onBusy(busy)` hears of waits
 * - `lookUp`: `{ host, cloud, fetch }` where domains may be looked up (see `lookUpTenant` of the library;
 *   `{}` for Microsoft's global directory); by default they may not
 * - `withoutDiagnosis`: there is no place for that guide
 * - `onErrors(count)`, `actions` (more buttons), `help` and `feedback` as for the form
 */
export function mountCheck(formRoot, resultRoot, options) {
  const { engine, session, described, state, locale, dateLocale, ruleset, say } = options;
  const { using, failed, describe, onVerdict } = options;
  const { checkClaim = (...asked) => engine.checkClaim(...asked) } = options;
  const { parts, opened } = session;
  const { fields, labels } = described;
  const words = inserted(options.words, labels.terms);
  const { decides, undo, undone } = words;
  const common = { ...words.common, decides, undo, undone, severities: labels.severities };
  const names = new Map(fields.map(({ name, options: all }) => [name, labelsOf(all)]));
  const inUse = { locale, ruleset };
  /** What guides advise is not about a day. */
  const guided = { locale, ruleset: described.ruleset?.id };
  let report;
  /** What was shown last, as far as it decides what is shown. */
  let shown;
  let isStopped = false;
  let isLoadingCore = false;
  let wantsSkus = false;
  let form;
  let lookUp;
  const result = mountResult(resultRoot, {
    ...{ labels, checks: described.checks, using, session, say },
    links: described.ruleset?.links,
    words: { ...common, ...words.result },
    locale: dateLocale,
    claim: filed,
    field: (name) => form.field(name),
    more(code) {
      if (code === "partner-id-unverified") return toGuide(partners, words.partnerGuide.title);
      return code === "subscription-unverified"
        ? toGuide(diagnosis, words.diagnosis.title)
        : undefined;
    },
    claimForm: engine && claimForm,
    retry: options.retry,
  });
  const exports =
    engine &&
    mountEvidence({
      ...{ engine, session, locale, dateLocale, state, claimed, assess, say, using },
      words: { ...common, ...words.evidence },
      describe,
      others,
      changed,
      use(subscriptionId) {
        form.fill({ subscriptionId });
        say(words.evidence.used);
      },
    });
  const lookUpNode =
    engine &&
    options.lookUp &&
    h("div.lookup", {
      ...{ role: "group", "aria-label": words.lookUp.button, tabindex: "-1" },
      hidden: true,
    });
  const activity = guide("activityGuide", ({ activityGuide }, guideWords) =>
    activityGuide({
      words: guideWords,
      questions: describe().questions.activity,
      names: names.get("activity"),
      state,
      advise: (answers) => engine.adviseActivity(answers, guided),
      seed: () => answered(state.claim),
      use(chosen, answers) {
        form.fill({ ...answered(answers), activity: chosen });
        form.field("activity").focus();
      },
    }),
  );
  const partners = guide("partnerGuide", ({ partnerGuide }, guideWords) =>
    partnerGuide({
      words: guideWords,
      questions: describe().questions.partnerId,
      state,
      changed: exports?.update,
      advise({ fastTrack, program }) {
        const { solutionArea, activity: chosen } = state.claim;
        const context = {
          ...{ solutionArea, activity: chosen },
          fastTrack: YES_NO[fastTrack],
          program: program || undefined,
        };
        return engine.advisePartnerId(exports.view().partnerIds, context, guided);
      },
      use(partnerId) {
        form.fill({ partnerId });
        form.field("partnerId").focus();
      },
    }),
  );
  const diagnosis = options.withoutDiagnosis
    ? undefined
    : guide(
        "diagnosis",
        ({ diagnosisGuide }, guideWords) =>
          diagnosisGuide({
            ...{ state, exports, claimed, say, opened, failed, locale, dateLocale },
            skuTable: described.skuTable,
            ...{ locales: LOCALES, loadLocale: (tag) => engine.loadLocale(tag) },
            explained: (act) => parts.with("exports", act),
            words: guideWords,
            evidence: words.evidence,
            questions: describe().questions.diagnosis,
            statuses: describe().labels.causeStatuses,
            support: labels.support,
            fill: (values) => form.fill(values),
            diagnose: (answers, customerLocale) =>
              engine.diagnoseSubscription(state.claim, exports.all(), {
                ...inUse,
                ...{ answers, customerLocale },
              }),
          }),
        "diagnosis",
        "h2",
      );
  diagnosis?.node.classList.add("diagnosis");
  form = mountForm(formRoot, {
    ...{ fields, check, state, locale, onReport },
    words: { ...common, ...words.form },
    after: {
      ...{ customerDomain: lookUpNode, activity: activity?.node },
      ...{ subscriptionId: exports?.node, partnerId: partners?.node },
    },
    actions: options.actions,
    help: options.help,
    feedback: options.feedback,
    onErrors: options.onErrors,
    onLeft: followEdition,
    onSubmit(ok) {
      if (!ok) return;
      result.show();
      options.onAsked();
    },
  });
  form.refresh();
  const { addFiles, update } = exports ?? {};
  const stop = () => {
    isStopped = true;
    lookUp?.stop();
  };
  return { form, result, busy, diagnosis: diagnosis?.node, addFiles, update, stop };

  function check(claim) {
    if (!engine) return null;
    const asksForSkus = claim.product || claim.subscriptionId || state.exports.length;
    if (asksForSkus && !wantsSkus) loadSkus();
    return checkClaim(claim, evidenceNow(), inUse);
  }

  /** All evidence, once the core is loaded, which holds it; the first evidence asks for the core. */
  function evidenceNow() {
    const hasEvidence = options.hostEvidence?.() || candidates(state).length;
    if (!engine.hasCore && hasEvidence) loadCore();
    return exports.all();
  }

  async function loadCore() {
    if (isLoadingCore) return;
    isLoadingCore = true;
    await busy(engine.load("core")).then(exports.update, () => failed(loadCore));
    isLoadingCore = false;
  }

  function loadSkus() {
    wantsSkus = true;
    busy(engine.load("skus")).then(changed, () => failed(loadSkus));
  }

  /** Evidence beside the exports, in parts: the person's IDs, and what the host brings. */
  function others() {
    return [{ partnerIds: candidates(state) }, options.hostEvidence?.()].filter(Boolean);
  }

  /** There is other evidence now. */
  function changed() {
    shown = undefined;
    // It can arrive before there is a form, or when another one has taken its place.
    if (form?.node.isConnected) form.refresh();
  }

  function onReport(next, seen) {
    options.onReport?.(next, seen);
    report = next;
    // The form is in the middle of showing it.
    if (isOtherEdition()) setTimeout(followEdition);
    const now = decisive(next, seen);
    if (same(now, shown)) return;
    shown = now;
    if (!engine) return result.fail(options.failure);
    onVerdict(result.update(report, seen), result.headline());
    exports.refresh(state.claim.subscriptionId);
    activity.refresh();
    partners.refresh();
    diagnosis?.refresh();
    if (lookUpNode && (lookUp || report.understood.customerDomain)) refreshLookUp();
  }

  function isOtherEdition() {
    return Boolean(report) && report.ruleset !== described.ruleset.id;
  }

  function followEdition() {
    if (isStopped || !isOtherEdition()) return;
    if (!form.field("submittedOn").control.matches(":focus")) options.onEdition?.(report.ruleset);
  }

  /** A report follows from the claim and the evidence (see `changed`); beside it, what of it is seen. */
  function decisive(next, { shown: seen, waiting, asked }) {
    const brief = (findings) => findings.map(({ code, fields: named }) => [code, ...named]);
    return [{ ...state.claim }, next?.today, asked, brief(seen), brief(waiting)];
  }

  /** Where its part does not load, nothing is offered: an answer can still be pasted. */
  function refreshLookUp() {
    const coming = parts.with("lookup", ({ mountLookUp }) => {
      lookUp ??= mountLookUp(lookUpNode, {
        ...{ engine, session, locale, dateLocale, state, say, failed, lookUp: options.lookUp },
        field: form.field("customerDomain").node,
        words: { ...common, ...words.lookUp },
        add: exports.add,
        paste: exports.paste,
      });
      lookUp.refresh(report, (domain) => Boolean(exports.all()?.knowsDomain(domain)));
    });
    coming?.catch(() => {});
  }

  /** A guide as a field to link to. */
  function toGuide(guided, label) {
    if (!guided) return undefined;
    const { node } = guided;
    node.id ||= uid();
    return {
      label,
      target: `#${node.id}`,
      focus() {
        if (!node.open) node.firstChild.click();
        node.firstChild.focus();
      },
    };
  }

  /** What the check finds of a subscription, were it the claim's, with the product that it is of. */
  function assess(subscription) {
    const { id, skuId, skuPartNumber, productName } = subscription;
    const { solutionArea = "business-applications" } = answered(state.claim);
    const product = skuPartNumber ?? skuId ?? productName;
    const claim = { ...state.claim, subscriptionId: id, product, solutionArea };
    const { findings, understood } = checkClaim(claim, evidenceNow(), inUse);
    return {
      product: understood.product ?? product,
      findings: findings.filter(
        ({ code, fields: named }) =>
          named.includes("subscriptionId") && code !== "subscription-unverified",
      ),
    };
  }

  function claimed() {
    const { customerTenantId = "", customerDomain } = report?.understood ?? {};
    return { tenantId: GUID.exec(customerTenantId)?.[0], domain: customerDomain };
  }

  /** The claim as it would be filed: what was read where something was, else what was typed. */
  function filed() {
    return fields.map(({ name, shortLabel: label, options: all }) => {
      const value = report?.understood[name] ?? state.claim[name] ?? "";
      return [name, label, labelsOf(all, state.claim)[value] ?? value, value];
    });
  }

  /** All that the claim form asks for; the report says by which rule set. */
  async function claimForm(of) {
    await engine.load("core");
    return engine.around.claimForm(state.claim, { locale, ruleset: of?.ruleset ?? ruleset });
  }

  /** A guide in its disclosure, there when it is first opened; without the checks there is none. */
  function guide(name, make, part = "guides", headline = "span") {
    if (!engine) return undefined;
    const guideWords = { ...common, ...words[name] };
    let made;
    const content = (loaded) => {
      made = make(loaded, guideWords);
      made.refresh();
      return made.nodes;
    };
    const arrive = () => parts.with(part, content);
    const open = () => (engine.hasCore ? arrive() : engine.load("core").then(arrive));
    const node = lateDetails(h(headline, guideWords.title), guideWords, open);
    return { node: remember(opened, name, node), refresh: () => made?.refresh() };
  }

  function busy(promise) {
    // Shorter waits go unsaid: a note that flickers helps nobody.
    options.onBusy?.(true);
    const waiting = setTimeout(() => result.busy(true), 400);
    return promise.finally(() => {
      clearTimeout(waiting);
      options.onBusy?.(false);
      result.busy(false);
    });
  }
}

// Without a prototype: a text field may hold "constructor".
export const labelsOf = (options, claim = {}) =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(options.map((option) => [option.value, labelUnder(option, claim)])),
  );

/** The answers that claim and activity guide share. */
export const answered = ({ solutionArea, purchaseChannel }) => ({
  ...(solutionArea && { solutionArea }),
  ...(purchaseChannel && { purchaseChannel }),
});

/** The person's IDs count as evidence, too. */
export const candidates = ({ partnerIds }) =>
  partnerIds
    .filter(({ id }) => id?.trim())
    .map(({ id, kind, enrolled, partnerType }) => ({
      id: id.trim(),
      kind: kind || undefined,
      enrolled: YES_NO[enrolled],
      partnerType: partnerType?.trim() || undefined,
    }));

export const YES_NO = { yes: true, no: false };
