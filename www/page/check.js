import { inserted } from "../lib/words.js";
import { h, lateDetails, remember, uid } from "./dom.js";
import { mountEvidence } from "./evidence.js";
import { labelUnder } from "./field.js";
import { mountForm } from "./form.js";
import { withPart } from "./parts.js";
import { mountResult } from "./result.js";

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Mounts the form with guides, exports and result into two roots and lets them work together.
 *
 * - `lib`: the library, or undefined where it could not be loaded: then the form is a worksheet, and
 *   `failure` and `retry` say why and what to do
 * - `described`: the library's `describe()` under `ruleset`; `describe()` gives it anew, once more texts
 *   are there; `state`: see `emptyState`; `words`: the page's words, asked for anew where they may have
 *   become more
 * - `using(name, act)`: does something with a part of the page once it has come; `failed(again)` says
 *   that something did not load, and offers another try; `opened`: a set that keeps which disclosures
 *   are open
 * - `say(text)` is said aloud in time, `onVerdict(text, headline)` hears every verdict, `onAsked()`
 *   that the person asked for it
 * - `known()`: evidence that is there without exports, if any; call `update()` of the answer when it
 *   changes
 * - `onReport(report, seen)` hears every report with what of it is shown, `onBusy(busy)` of waits
 * - `keepParts` as for `mountEvidence`
 * - `lookUp`: `{ host, cloud, fetch }` where domains may be looked up (see `lookUpTenant` of the library;
 *   `{}` for Microsoft's global directory); by default they may not
 * - `withoutDiagnosis`: there is no place for that guide
 * - `onErrors(count)`, `actions` (more buttons), `help` and `feedback` as for the form
 */
export function mountCheck(formRoot, resultRoot, options) {
  const { lib, described, state, locale, dateLocale, ruleset, say, onVerdict } = options;
  const { using, failed, opened, describe } = options;
  const { fields, labels } = described;
  const said = () => inserted(options.words, labels.terms);
  const words = said();
  const allOf = (...names) => {
    const all = said();
    const { decides, undo, undone } = all;
    const common = { ...all.common, decides, undo, undone, severities: labels.severities };
    return Object.assign(common, ...names.map((name) => all[name]));
  };
  const names = new Map(fields.map(({ name, options: all }) => [name, labelsOf(all)]));
  const core = { locale, ruleset };
  let report;
  let drawn;
  let skus;
  let evidence;
  let form;
  let lookUp;
  let telling;
  let isTold = false;
  const result = mountResult(resultRoot, {
    get words() {
      return allOf("result");
    },
    describe: lib ? describe : () => described,
    ...{ labels, using, opened, say },
    locale: dateLocale,
    claim: filed,
    field: (name) => form.field(name),
    more: (code) => (code === "subscription-unverified" ? toDiagnosis() : undefined),
    retry: options.retry,
  });
  const exports =
    lib &&
    mountEvidence({
      ...{ lib, locale, dateLocale, state, claimed, assess, say, using, opened, busy },
      keepParts: options.keepParts,
      get words() {
        return allOf("evidence");
      },
      labels: () => describe().labels,
      get skuTable() {
        return describe().skuTable;
      },
      own,
      changed,
      use(subscriptionId) {
        form.fill({ subscriptionId });
        say(said().evidence.used);
      },
    });
  const lookUpNode =
    lib &&
    options.lookUp &&
    h("div.lookup", {
      ...{ role: "group", "aria-label": words.lookUp.button, tabindex: "-1" },
      hidden: true,
    });
  const activity = guide("activityGuide", ({ activityGuide }, own) =>
    activityGuide({
      words: own,
      questions: describe().questions.activity,
      names: names.get("activity"),
      state,
      advise: (answers) => lib.adviseActivity(answers, core),
      seed: () => answered(state.claim),
      use(chosen, answers) {
        form.fill({ ...answered(answers), activity: chosen });
        form.field("activity").focus();
      },
    }),
  );
  const partners = guide("partnerGuide", ({ partnerGuide }, own) =>
    partnerGuide({
      words: own,
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
        return lib.advisePartnerId(exports.known().view.partnerIds, context, core);
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
        ({ diagnosisGuide }, own) =>
          diagnosisGuide({
            ...{ state, exports, claimed, say, opened, failed, locale, dateLocale },
            skuTable: describe().skuTable,
            ...{ locales: lib.locales, loadLocale: lib.loadLocale },
            explained: (act) => withPart("exports", act),
            words: own,
            evidence: said().evidence,
            questions: describe().questions.diagnosis,
            statuses: describe().labels.causeStatuses,
            support: labels.support,
            fill: (values) => form.fill(values),
            diagnose: (answers, customerLocale) =>
              lib.diagnoseSubscription(state.claim, exports.known().evidence, {
                ...core,
                ...{ answers, customerLocale },
              }),
          }),
        "diagnosis",
        "h2",
      );
  diagnosis?.node.classList.add("diagnosis");
  form = mountForm(formRoot, {
    ...{ fields, check, state, locale, onReport, isUnsaid },
    words: allOf("form"),
    after: {
      ...{ customerDomain: lookUpNode, activity: activity?.node },
      ...{ subscriptionId: exports?.node, partnerId: partners?.node },
    },
    actions: options.actions,
    help: options.help,
    feedback: options.feedback,
    onErrors: options.onErrors,
    onSubmit(ok) {
      if (!ok) return;
      result.show();
      options.onAsked();
    },
  });
  form.refresh();
  const { addFiles, update } = exports ?? {};
  const stop = () => lookUp?.stop();
  return { form, result, busy, diagnosis: diagnosis?.node, addFiles, update, stop };

  function check(claim) {
    if (!lib) return null;
    const asksForSkus = claim.product || claim.subscriptionId || state.exports.length;
    if (asksForSkus && !skus) loadSkus();
    return lib.checkClaim(claim, evidenceNow(), core);
  }

  /** What is known, once the core is there that takes it; with the first evidence, it is sent for. */
  function evidenceNow() {
    if (lib.hasEvidence()) return exports.known().evidence;
    if (!evidence && (options.known?.() || candidates(state).length)) loadEvidence();
    return undefined;
  }

  function loadEvidence() {
    evidence = busy(lib.loadEvidence()).then(exports.update, () => {
      evidence = undefined;
      failed(loadEvidence);
    });
  }

  function loadSkus() {
    skus = busy(lib.loadSkus()).then(changed, () => failed(loadSkus));
  }

  /** What is known without exports: of the own IDs, and what the host brings. */
  function own() {
    const ids = { partnerIds: candidates(state) };
    const known = options.known?.();
    return known && lib.hasEvidence() ? lib.mergeEvidence(known, ids) : ids;
  }

  /** Something else is known now. */
  function changed() {
    drawn = undefined;
    // What is known can arrive before there is a form, or when another has taken its place.
    if (form?.node.isConnected) form.refresh();
  }

  function onReport(next, seen) {
    options.onReport?.(next, seen);
    const now = JSON.stringify([next, seen.waiting, seen.asked, state.claim]);
    if (now === drawn) return;
    drawn = now;
    report = next;
    if (!lib) return result.fail(options.failure);
    if (!isSaid(next)) tell();
    onVerdict(result.update(report, seen), result.headline());
    exports.refresh(state.claim.subscriptionId);
    activity.refresh();
    partners.refresh();
    diagnosis?.refresh();
    if (lookUpNode && (lookUp || report.understood.customerDomain)) refreshLookUp();
  }

  /** What is said of a claim comes right after the form: then it is said. */
  function tell() {
    telling ??= Promise.resolve(withPart("report", () => {})).then(
      () => {
        isTold = true;
        changed();
      },
      () => {
        telling = undefined;
        failed(tell);
      },
    );
    return telling;
  }

  /** Has the form to wait for what these findings say? */
  function isUnsaid(findings) {
    if (isTold || findings.every(({ what }) => what)) return false;
    busy(tell());
    return true;
  }

  /** Where its part does not load, nothing is offered: an answer can still be pasted. */
  function refreshLookUp() {
    const coming = withPart("lookup", ({ mountLookUp }) => {
      lookUp ??= mountLookUp(lookUpNode, {
        ...{ lib, locale, dateLocale, state, say, failed, lookUp: options.lookUp },
        field: form.field("customerDomain").node,
        words: allOf("lookUp"),
        add: exports.add,
        paste: exports.paste,
      });
      lookUp.refresh(report, exports.known().view.domains);
    });
    coming?.catch(() => {});
  }

  /** As a field to link to. */
  function toDiagnosis() {
    if (!diagnosis) return undefined;
    const { node } = diagnosis;
    node.id ||= uid();
    return {
      label: words.diagnosis.title,
      target: `#${node.id}`,
      focus() {
        if (!node.open) node.firstChild.click();
        node.firstChild.focus();
      },
    };
  }

  /** What the check says of a subscription, were it the claim's, with its own product. */
  function assess(subscription) {
    const { id, skuId, skuPartNumber, productName } = subscription;
    const { solutionArea = "business-applications" } = answered(state.claim);
    const product = skuPartNumber ?? skuId ?? productName;
    const claim = { ...state.claim, subscriptionId: id, product, solutionArea };
    const { findings, understood } = lib.checkClaim(claim, evidenceNow(), core);
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

  /** A guide in its disclosure, there when it is first opened; without the checks there is none. */
  function guide(name, make, part = "guides", headline = "span") {
    if (!lib) return undefined;
    const own = allOf(name);
    let made;
    const content = (arrived) => {
      made = make(arrived, allOf(name));
      made.refresh();
      return made.nodes;
    };
    const arrive = () => withPart(part, content);
    const open = () => (lib.hasEvidence() ? arrive() : lib.loadEvidence().then(arrive));
    const node = lateDetails(h(headline, own.title), own, open);
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

/** Are all words of a report there? */
const isSaid = ({ findings, timeline }) =>
  findings.every(({ what }) => what) && timeline.every(({ label }) => label);

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

/** The own IDs count as evidence, too. */
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
