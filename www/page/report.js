import { colon, drawing, fill, h, jump } from "./dom.js";

const OUTCOMES = ["fail", "unknown", "pass", "not-applicable"];
/** Does it matter who acts on a finding, or that nobody but us says so? */
const isWeighty = (severity, authority) => severity !== "informs" || authority === "inferred";

/**
 * What a result has beyond its headline, drawn into `nodes`: the findings, what is folded below them,
 * and the footer. The options are those of `mountResult`.
 */
export function mountReport(nodes, { words, labels, checks, locale, field, more }) {
  const { findings, timeline, checkList, filed, footer } = nodes;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const names = Object.fromEntries(checks.map(({ id, label }) => [id, label]));
  const [drawFindings, drawChecks, drawSteps, drawClaim] = [
    findings,
    checkList.lastChild,
    timeline.lastChild,
    filed.lastChild,
  ].map(drawing);
  return { update, showClaim };

  function update(report, shown) {
    drawFindings(shown, () => shown.map(card));
    const sorted = OUTCOMES.flatMap((wanted) =>
      report.checks.filter(({ outcome }) => outcome === wanted),
    );
    drawChecks(sorted, () => [h("ul.checks", sorted.map(line))]);
    const steps = report.timeline;
    drawSteps(steps, () => [h("ol.timeline", steps.map(step))]);
    const today = dates.format(new Date(report.today));
    footer.textContent = `${words.decides} ${fill(words.checked, { ...report, today })}`;
  }

  /** The rows of the claim as for `mountResult`. */
  function showClaim(claim) {
    const rows = claim.map(([, label, value]) => [label, value]);
    drawClaim(rows, () => [h("dl", rows.map(filedRow))]);
  }

  function filedRow([label, value]) {
    return h("div", h("dt", label), h("dd", value ? h("bdi", value) : "–"));
  }

  function line({ id, outcome, basis, asks, params }) {
    const rests = words.basesOf[id]?.[basis] ?? words.bases[basis] ?? words.asked[asks];
    const asOf = params && dates.format(new Date(params.asOf));
    const note = asOf ? fill(words.asOf, { rests, asOf }) : rests;
    return h(
      `li.${outcome}`,
      h("span", names[id]),
      colon(),
      " ",
      h("b", labels.outcomes[outcome]),
      note && [h("span.hide", ","), " ", h("small", note)],
    );
  }

  function card({ code, severity, what, why, next, fields, authority, source, sources = [] }) {
    const links = [...fields.map(field), more?.(code)].filter(Boolean);
    return h(
      `li.finding.${severity}`,
      { "data-code": code },
      h("h3", h("span.label", labels.severities[severity]), colon(), " ", what),
      isWeighty(severity, authority) && h("p.hint", words.authorities[authority]),
      h("p", why),
      h("p.next", next),
      h(
        "p.links",
        links.map((one) => jump(one)),
        [source, ...sources].map(place),
      ),
    );
  }

  function place(source) {
    return h(
      "a",
      { href: source.url, rel: "external" },
      fill(words.source, source),
      " ",
      // A heading of the source, in the source's language.
      h("span", { lang: "en" }, source.section),
    );
  }

  function step({ label, from, by, note }) {
    const range = (from || by) && dates.formatRange(new Date(from ?? by), new Date(by ?? from));
    return h("li", h("strong", label), range && h("span.date", range), h("span", note));
  }
}
