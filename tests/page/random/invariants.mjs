// What holds after every step of the random use, whatever was done: each says what is wrong, or nothing.
import { claimOf, outcomesOf, reportOf, stateOf, verdictIn } from "./expected.mjs";

const LOOKS = { pass: "is-done", unknown: "is-note", fail: "is-block" };

/** Of the world alone, or of a tab, what it shows, and the report of that where there is one. */
export const INVARIANTS = {
  "no error, no violation, no request to others": ({ world }) => world.problems.join("\n"),

  "a tab has loaded one version": ({ tab }) =>
    tab.versions.size > 1 ? [...tab.versions].join(", ") : "",

  "language, rules and colors are those of the address": ({ shown, world }) => {
    const { lang, language, rules, theme, address } = shown;
    const wanted = { lang: address.lang ?? "en", ruleset: address.ruleset ?? world.edition };
    const own = { lang, language, rules, theme };
    const expected = {
      ...{ lang: wanted.lang, language: wanted.lang },
      ...{ rules: wanted.ruleset, theme: address.theme ?? "system" },
    };
    return different(own, expected);
  },

  "no ID is there twice": ({ shown }) => shown.twice.join(", "),

  "what is kept is what its tab held last": ({ shown, world }) =>
    different(
      sorted(Object.fromEntries(shown.drafts)),
      sorted(Object.fromEntries([...world.drafts].map(([id, { claim }]) => [id, claim]))),
    ),

  "the way to what is kept is there while something is": ({ shown }) =>
    shown.hasKept === shown.drafts.length > 0 ? "" : `${shown.drafts.length} kept`,

  "the verdict is that of checkClaim": ({ tab, shown, report }) => {
    if (!report) return "";
    const claim = claimOf(shown);
    const { state, count } = verdictIn(shown.verdict, shown.lang);
    if (!tab.isAsked && ["missing", "empty"].includes(state)) return "";
    const expected = stateOf(report, claim);
    if (state !== expected) return `“${shown.verdict}” instead of ${expected}`;
    const blocking = report.findings.filter(({ severity }) => severity === "blocks").length;
    if (state === "fix" && count > blocking) return `${count} of ${blocking} to fix`;
    const unseen = outcomesOf(report, claim).filter(([, outcome]) => outcome === "unknown").length;
    return state === "microsoft" && count !== unseen ? `${count} instead of ${unseen} unseen` : "";
  },

  "each check has its outcome, and the meter counts them": ({ shown, report }) => {
    if (!report) return "";
    const all = outcomesOf(report, claimOf(shown));
    const expected = all.map(([id, outcome]) => `${id} ${LOOKS[outcome]}`);
    const answered = all.filter(([, outcome]) => outcome !== "unknown").length;
    const wrong = different(
      shown.checks.map((check) => check.join(" ")),
      expected,
    );
    if (wrong) return wrong;
    const numbers = shown.meter.match(/\d+/g)?.map(Number);
    return different(numbers, [answered, all.length]);
  },

  "each finding is one of checkClaim’s, in the page’s language": ({ shown, report }) => {
    if (!report) return "";
    const known = report.findings.map(({ what }) => what);
    return shown.findings.filter((text) => !known.includes(text)).join("\n");
  },

  "a field is marked where something blocks it": ({ shown, report }) => {
    if (!report) return "";
    const blocked = report.findings
      .filter(({ severity }) => severity === "blocks")
      .map(({ fields: [field] }) => field);
    return shown.invalid.filter((field) => !blocked.includes(field)).join(", ");
  },
};

/** What does not hold in a tab, one line each. */
export async function broken(world, tab) {
  await tab.quiet();
  const shown = await tab.look();
  const isTyping = tab.typing !== undefined && shown.focus === tab.typing;
  const report = shown.isClaim && !isTyping ? await reportOf(tab, shown) : undefined;
  return Object.entries(INVARIANTS).flatMap(([name, holds]) => {
    const wrong = holds({ world, tab, shown, report });
    return wrong ? [`${tab.name}: ${name}: ${wrong}`] : [];
  });
}

const sorted = (record) =>
  Object.fromEntries(
    Object.entries(record)
      .sort()
      .map(([key, value]) => [key, typeof value === "object" ? sorted(value) : value]),
  );

function different(own, expected) {
  const [is, wanted] = [own, expected].map((one) => JSON.stringify(one));
  return is === wanted ? "" : `${is} instead of ${wanted}`;
}
