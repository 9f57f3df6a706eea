import {
  button,
  colon,
  copy,
  copyBox,
  details,
  draw,
  fill,
  h,
  jump,
  plural,
  remember,
} from "./dom.js";

const OUTCOMES = ["fail", "unknown", "pass", "not-applicable"];

/**
 * Mounts the result into `root`. `labels` are the library's words for verdicts, severities and
 * outcomes; `claim()` the rows [field, label, text, value] as they would be filed; `field(name)`
 * the form's field to link to, `more(code)` a further place to go on from a finding, if any; `using`
 * and `opened`: as for `mountCheck`.
 */
export function mountResult(root, options) {
  const { words, labels, checks, locale, field, more, claim, say, retry, using, opened } = options;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const title = h("h2", { tabindex: "-1" });
  const text = h("p");
  const counts = h("p.counts");
  const wait = h("p", { hidden: true }, words.busy);
  const verdict = h("div");
  const findings = h("ul.findings");
  const [timeline, checkList, filed] = ["timeline", "checks", "claim"].map((key) =>
    remember(opened, key, details(words[key])),
  );
  const box = copyBox(words.copyByHand);
  const footer = h("p.hint", words.decides);
  let report;
  verdict.append(h("p.over", words.result), title, text, counts, wait);
  root.setAttribute("aria-label", words.result);
  root.replaceChildren(
    verdict,
    findings,
    timeline,
    checkList,
    filed,
    h(
      "p.tools",
      button(words.copy, () => using("handoff", copyAll)),
      button(words.print, () => print()),
      button(words.download, () => using("handoff", download)),
    ),
    box,
    footer,
  );
  return {
    update,
    fail,
    busy,
    unfold,
    headline: () => title.textContent,
    focus: () => title.focus(),
    show: () => root.scrollIntoView({ block: "nearest" }),
    asText,
  };

  /** Shows a report, or only that nobody has asked for one; the answer is what to say about it aloud. */
  function update(next, { shown, waiting, asked = true }) {
    report = next;
    const blocked = shown.some(({ severity }) => severity === "blocks");
    const open = !asked || (waiting.length > 0 && !blocked);
    const unanswered = new Set(waiting.flatMap(({ fields }) => fields)).size;
    const yet = asked
      ? { title: words.open, text: plural(locale, words.openText, unanswered) }
      : { title: words.unasked, text: words.unaskedText };
    headline(open ? "open" : report.verdict, open ? yet : labels.verdicts[report.verdict]);
    for (const part of [timeline, checkList]) part.hidden = !asked;
    counts.textContent = Object.entries(labels.severities)
      .map(([severity, label]) => [label, shown.filter((one) => one.severity === severity).length])
      .filter(([, count]) => count)
      .map((pair) => pair.join(": "))
      .join(" · ");
    draw(findings, shown, () => shown.map(card));
    const sorted = OUTCOMES.flatMap((wanted) =>
      report.checks.filter(({ outcome }) => outcome === wanted),
    );
    draw(checkList.lastChild, sorted, () => [h("ul.checks", sorted.map(line))]);
    const steps = report.timeline;
    draw(timeline.lastChild, steps, () => [h("ol.timeline", steps.map(step))]);
    showClaim();
    const today = dates.format(new Date(report.today));
    footer.textContent = `${words.decides} ${fill(words.checked, { ...report, today })}`;
    return shown.length || !open ? `${title.textContent}. ${counts.textContent}` : "";
  }

  /** Without the checks the form is a worksheet: it can be filled in, copied and printed. */
  function fail(code) {
    const { [code]: reason = words.failures.internal } = words.failures;
    headline("failed", { title: words.failed, text: `${reason} ${words.worksheet}` });
    counts.replaceChildren(button(words.retry, retry, { class: "main" }));
    for (const part of [findings, timeline, checkList]) part.hidden = true;
    showClaim();
  }

  function headline(state, said) {
    verdict.className = `verdict ${state}`;
    title.textContent = said.title;
    text.textContent = said.text;
  }

  function showClaim() {
    const rows = claim().map(([, label, value]) => [label, value]);
    draw(filed.lastChild, rows, () => [h("dl", rows.map(filedRow))]);
  }

  function filedRow([label, value]) {
    return h("div", h("dt", label), h("dd", value ? h("bdi", value) : "–"));
  }

  function line({ id, outcome }) {
    const said = labels.outcomes[outcome];
    return h(`li.${outcome}`, h("span", checks[id]), colon(), " ", h("b", said));
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

  function busy(on) {
    wait.hidden = !on;
    root.ariaBusy = on ? "true" : null;
  }

  /** Opens what is folded, for paper; the answer folds it again. */
  function unfold() {
    const folded = [timeline, checkList, filed].filter((part) => !part.open);
    for (const part of folded) part.open = true;
    return () => {
      for (const part of folded) part.open = false;
    };
  }

  function asText({ handoff }) {
    return handoff({ words, labels, report, claim: claim() });
  }

  async function copyAll({ handoff }) {
    if (await copy(asText({ handoff }), box)) say(words.copied);
  }

  function download({ json }) {
    const file = new Blob([json(report, claim())], { type: "application/json" });
    const link = h("a", { download: "cpor-preflight.json", href: URL.createObjectURL(file) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say(words.downloaded);
  }
}
