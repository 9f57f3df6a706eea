import { colon, draw, fill, h, jump } from "./dom.js";

const OUTCOMES = ["fail", "unknown", "pass", "not-applicable"];

/**
 * What a result has beyond its headline, drawn into `nodes`: the findings, what is folded below them,
 * and the footer. `words`, `labels` and `checks` are the page's and the library's in full, the rest is
 * as for `mountResult`.
 */
export function mountReport(nodes, { words, labels, checks, locale, field, more }) {
  const { findings, timeline, checkList, filed, footer } = nodes;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const names = Object.fromEntries(checks.map(({ id, label }) => [id, label]));
  return { update, showClaim };

  function update(report, shown) {
    draw(findings, shown, () => shown.map(card));
    const sorted = OUTCOMES.flatMap((wanted) =>
      report.checks.filter(({ outcome }) => outcome === wanted),
    );
    draw(checkList.lastChild, sorted, () => [h("ul.checks", sorted.map(line))]);
    const steps = report.timeline;
    draw(timeline.lastChild, steps, () => [h("ol.timeline", steps.map(step))]);
    const today = dates.format(new Date(report.today));
    footer.textContent = `${words.decides} ${fill(words.checked, { ...report, today })}`;
  }

  /** The rows of the claim as for `mountResult`. */
  function showClaim(claim) {
    const rows = claim.map(([, label, value]) => [label, value]);
    draw(filed.lastChild, rows, () => [h("dl", rows.map(filedRow))]);
  }

  function filedRow([label, value]) {
    return h("div", h("dt", label), h("dd", value ? h("bdi", value) : "–"));
  }

  function line({ id, outcome }) {
    const said = labels.outcomes[outcome];
    return h(`li.${outcome}`, h("span", names[id]), colon(), " ", h("b", said));
  }

  function card({ code, severity, what, why, next, fields, source }) {
    const links = [...fields.map(field), more?.(code)].filter(Boolean);
    return h(
      `li.finding.${severity}`,
      { "data-code": code },
      h("h3", h("span.label", labels.severities[severity]), colon(), " ", what),
      h("p", why),
      h("p.next", next),
      h(
        "p.links",
        links.map((one) => jump(one)),
        h(
          "a",
          { href: source.url, rel: "external" },
          fill(words.source, source),
          " ",
          // A heading of the source, in the source's language.
          h("span", { lang: "en" }, source.section),
        ),
      ),
    );
  }

  function step({ label, from, by, note }) {
    const range = (from || by) && dates.formatRange(new Date(from ?? by), new Date(by ?? from));
    return h("li", h("strong", label), range && h("span.date", range), h("span", note));
  }
}
