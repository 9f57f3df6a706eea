// For each property, by its name, a library that breaks it: what the property has to notice.
import * as library from "cpor-preflight";
import { CLAIM } from "../oracle/cases.mjs";

const { adviseActivity, checkBatch, checkClaim, classifyIdentifier, mergeEvidence } = library;

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

export const FAULTS = {
  "any value of any type gets a report": reporting((report, { claim }) =>
    typeof claim === "number" ? { ...report, checks: [] } : report,
  ),
  "findings are sorted, each told once, and the verdict follows": reporting((report) => ({
    ...report,
    findings: [...report.findings].reverse(),
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
  "without evidence nothing passes that only evidence shows": turning(
    "unknown",
    "pass",
    (rows) => rows === 0,
  ),
  "true evidence beside it leaves a pass a pass": turning("pass", "unknown", (rows) => rows > 3),
  "adding true evidence never turns a pass into unknown": turning(
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
  "mending a field takes away only what it decides": reporting((report, { claim }) => ({
    ...report,
    findings: claim.activity === CLAIM.activity ? [] : report.findings,
  })),
  "a claim filled from the guides has the right activity and Partner ID": {
    adviseActivity: (...given) => {
      const advice = adviseActivity(...given);
      return { ...advice, activity: advice.ranking.at(-1).activity };
    },
  },
  "joining evidence is free of order, and twice is as once": {
    mergeEvidence: (one, other) => ({ ...one, ...other }),
  },
  "joined evidence is told the same as both together": {
    mergeEvidence: (one) => mergeEvidence(one, {}),
  },
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
};
