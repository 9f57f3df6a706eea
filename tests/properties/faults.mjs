// For each property, by its name, a library that breaks it: what the property has to notice.
import { inspect } from "node:util";
import * as library from "cpor-preflight";
import { CLAIM } from "../oracle/cases.mjs";

const {
  adviseActivity,
  advisePartnerId,
  checkBatch,
  checkClaim,
  classifyIdentifier,
  compareEditions,
  diagnoseSubscription,
  mergeEvidence,
  planClaims,
  timeline,
} = library;

/** A check whose report is another one; `change` sees what it was asked, too. */
const reporting = (change) => ({
  checkClaim: (claim, evidence, options) =>
    change(checkClaim(claim, evidence, options), { claim, evidence, options }),
});

/** A check that reads what is not quite the claim. */
const reading = (change) => ({
  checkClaim: (claim, ...rest) =>
    checkClaim(claim && typeof claim === "object" ? change(claim) : claim, ...rest),
});

/** A check that does not understand texts of this form. */
const blindFor = (form) =>
  reading((claim) =>
    Object.fromEntries(
      Object.entries(claim).map(([field, value]) => [field, form.test(value) ? "?" : value]),
    ),
  );

/** A check whose outcomes hang on how much is known. */
const turning = (from, to, isTurned) =>
  reporting((report, { evidence }) => {
    const rows = Object.values(evidence ?? {}).flat().length;
    if (!isTurned(rows)) return report;
    const checks = report.checks.map((check) =>
      check.outcome === from ? { ...check, outcome: to } : check,
    );
    return { ...report, checks };
  });

/** A check whose findings are others. */
const finding = (change) =>
  reporting((report) => ({ ...report, findings: report.findings.flatMap(change) }));

/** A diagnosis that is another one. */
const diagnosing = (change) => ({
  diagnoseSubscription: (...given) => change(diagnoseSubscription(...given)),
});

export const FAULTS = {
  "any value of any type gets a report": reporting((report, { claim }) =>
    typeof claim === "number" ? { ...report, checks: [] } : report,
  ),
  "findings are sorted, each told once, and the verdict follows": reporting((report) => ({
    ...report,
    findings: [...report.findings].reverse(),
  })),
  "what decides has a basis, and what is open says who can answer it": reporting((report) => ({
    ...report,
    checks: report.checks.map(({ asks, ...check }) => check),
  })),
  "the order of keys and rows does not matter": reading((claim) =>
    Object.fromEntries(Object.entries(claim).slice(1)),
  ),
  "blanks around the values do not matter": blindFor(/\u200b$/),
  "the case of GUIDs does not matter": blindFor(/^[0-9A-F]{8}-.*[A-F]/),
  "hyphens of GUIDs do not matter": blindFor(/^[0-9a-f]{32}$/),
  "braces around GUIDs do not matter": blindFor(/^\{/),
  "every language tells the same": reporting((report, { options }) => ({
    ...report,
    findings: report.findings.slice(options.locale === "de" ? 1 : 0),
  })),
  "mending a field takes away only what it decides": reporting((report, { claim }) => ({
    ...report,
    findings: claim.activity === CLAIM.activity ? [] : report.findings,
  })),
  "the value of an identifier is read as itself": {
    classifyIdentifier(...given) {
      const { value, ...rest } = classifyIdentifier(...given);
      return { ...rest, value: value.slice(1) };
    },
  },
  "what was understood is read again as the same": reporting(({ understood, ...report }) => ({
    ...report,
    understood: { ...understood, customerTenantId: understood.subscriptionId },
  })),
  "what editions say otherwise is what two plain checks say otherwise": {
    compareEditions: (...given) =>
      compareEditions(...given).map((one) => ({ ...one, added: one.added.slice(1) })),
  },
  // The subscription to enter is the very one in place of which another is asked for.
  "what an action changes mends its finding, and nothing fails that passed before": finding(
    (one) => ({
      ...one,
      actions: one.actions.map((action) =>
        action.changes ? { ...action, changes: { submittedOn: "2026-11-20" } } : action,
      ),
    }),
  ),
  "no action puts another fault in place of the one that it mends": finding((one) => ({
    ...one,
    actions: one.actions.map((action) =>
      action.changes ? { ...action, changes: { activity: "x" } } : action,
    ),
  })),
  "whoever can mend a finding finds an action": finding((one) => ({ ...one, actions: [] })),
  "the first action changes something": finding((one) => ({
    ...one,
    actions: [{ id: "use-value", primary: true, changes: {} }],
  })),
  "at most one action of a finding is the first to offer, and two changes are none": finding(
    (one) => ({ ...one, actions: one.actions.map((action) => ({ ...action, primary: true })) }),
  ),
  "no two findings ask to change one field differently": finding((one) =>
    one.code === "subscription-trial"
      ? [
          one,
          { ...one, code: "subscription-id-missing", params: { match: "one", suggestion: "x" } },
        ]
      : [one],
  ),
  "one fact is told once": finding((one) =>
    one.code === "channel-not-eligible" ? [one, { ...one, code: "channel-unconfirmed" }] : [one],
  ),
  "nothing asks for an export that is loaded or cannot show what is open": finding((one) =>
    one.code === "subscription-unverified"
      ? [{ ...one, params: { ...one.params, ask: ["exports", ...one.params.ask] } }]
      : [one],
  ),
  "the diagnosis wants no export that is loaded or cannot show what is open": diagnosing(
    ({ nextQuestion, ...diagnosis }) => ({
      ...diagnosis,
      nextQuestion: nextQuestion && {
        ...nextQuestion,
        exports: [{ kind: "graph-subscriptions", label: "" }],
      },
    }),
  ),
  "without evidence nothing passes that only evidence shows": turning(
    "unknown",
    "pass",
    (rows) => rows === 0,
  ),
  "evidence about others leaves a pass a pass": turning("pass", "unknown", (rows) => rows > 3),
  "true evidence opens what passed only where it says otherwise": turning(
    "pass",
    "unknown",
    (rows) => rows > 3,
  ),
  "removing evidence never turns unknown or fail into a pass": turning(
    "unknown",
    "pass",
    (rows) => rows < 3,
  ),
  "removing any of what contradicts itself never turns unknown or fail into a pass": turning(
    "unknown",
    "pass",
    (rows) => rows < 3,
  ),
  "another source of the same day never turns a fail into a pass": turning(
    "fail",
    "pass",
    (rows) => rows > 4,
  ),
  "joining evidence is free of order, and twice is as once": {
    mergeEvidence: (one, other) => ({ ...one, ...other }),
  },
  "joined evidence is told the same as both together": {
    mergeEvidence: (one) => mergeEvidence(one, {}),
  },
  "making one value of evidence unreadable never turns unknown or fail into a pass": reporting(
    (report) => ({
      ...report,
      findings: report.findings.filter(({ code }) => code !== "evidence-malformed"),
    }),
  ),
  "adding an unreadable member makes nothing better, and is told": {
    mergeEvidence: (a, b) => {
      const { unread, ...rest } = mergeEvidence(a, b);
      const forget = (rows) => rows.map(({ unread, ...row }) => row);
      return Object.fromEntries(Object.entries(rest).map(([part, rows]) => [part, forget(rows)]));
    },
  },
  "a misspelled member makes nothing better, and is told": finding((one) =>
    one.code === "evidence-malformed" ? [] : [one],
  ),
  "a day as a Date and a number as a BigInt are read, whatever cannot be read beside them":
    reporting((report, { evidence }) => ({
      ...report,
      // Inspecting calls no getter.
      findings: report.findings.slice(/\dT00:00:00/.test(inspect(evidence, { depth: 5 })) ? 1 : 0),
    })),
  "a claim filled from the guides has the right activity and Partner ID": {
    adviseActivity: (...given) => {
      const advice = adviseActivity(...given);
      return { ...advice, activities: [...advice.activities, advice.ranking.at(-1).activity] };
    },
  },
  "the activity guide never ends nowhere, and says of each activity what its rank is": {
    adviseActivity: (...given) => ({ ...adviseActivity(...given), reconsider: null }),
  },
  "the Partner ID guide ranks every candidate and says what to do": {
    advisePartnerId: (...given) => {
      const advice = advisePartnerId(...given);
      return { ...advice, ranking: advice.ranking.slice(1) };
    },
  },
  "the diagnosis says what the report says, and its questions come to an end": diagnosing(
    ({ causes, ...diagnosis }) => ({
      ...diagnosis,
      causes: causes.map((cause) =>
        cause.status === "confirmed" ? { ...cause, status: "possible" } : cause,
      ),
    }),
  ),
  "the timeline is the report’s, in order, and files nothing that is blocked": {
    timeline: (...given) => timeline(...given).toReversed(),
  },
  "every claim of a plan gets the verdict that the plan says, alone and in its file": {
    // Its file comes without the domains, which some claims need.
    planClaims: (...given) => {
      const plan = planClaims(...given);
      return { ...plan, csv: plan.csv.replaceAll("contoso.com", "") };
    },
  },
  "every subscription is in the plan: once an activity, or once if it is another product’s": {
    planClaims: (...given) => {
      const plan = planClaims(...given);
      return { ...plan, excluded: plan.excluded.filter(({ code }) => code !== "subscription-csp") };
    },
  },
  "a file of claims gets the same answers whatever its columns, pieces and buffers": {
    openBatch: (evidence, { onRows, ...options }) => {
      // It keeps the buffer instead of what was in it.
      const kept = [];
      return {
        push: (bytes) => kept.push(bytes),
        end: () => {
          const batch = library.openBatch(evidence, { ...options, onRows });
          for (const bytes of kept) batch.push(bytes);
          return batch.end();
        },
      };
    },
  },
  "a file of claims gets the answers of each claim": {
    checkBatch(...given) {
      const file = checkBatch(...given);
      return { ...file, findings: file.findings.slice(1) };
    },
  },
  "a call inside another changes no answer, nor that of the next": (() => {
    // It keeps what it is asked about outside the call.
    let asked;
    return {
      checkClaim: (claim, evidence, options) => {
        asked = claim;
        const known = JSON.parse(JSON.stringify(evidence));
        return checkClaim(asked, known, options);
      },
    };
  })(),
};
