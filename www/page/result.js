import { button, copy, copyBox, details, h, pageLinks, plural, remember } from "./dom.js";

/**
 * Mounts the result into `root`. What it has beyond its headline is a part that comes right after the
 * form: see report.js.
 *
 * - `labels` and `checks`: the library's; `links`: those of the rule set, if it is known
 * - `claim()`: the rows [field, label, text, value] as they would be filed
 * - `claimForm(report)`: a promise of what the library's `claimForm` says of it, if the library is there
 * - `field(name)`: the form's field to link to, `more(code)` a further place to go on from a finding,
 *   if any
 * - `using` and `session`: as for `mountCheck`
 */
export function mountResult(root, options) {
  const { words, labels, links, claim, say, retry, using, session } = options;
  const title = h("h2", { tabindex: "-1" });
  const text = h("p");
  const counts = h("p.counts");
  const wait = h("p", { hidden: true }, words.busy);
  const verdict = h("div");
  const findings = h("ul.findings");
  const [timeline, checkList, filed] = ["timeline", "checks", "claim"].map((key) =>
    remember(session.opened, key, details(words[key])),
  );
  const box = copyBox(words.copyByHand);
  const footer = h("p.hint", words.decides);
  let report;
  let rest;
  verdict.append(h("p.over", words.result), title, text, counts, wait);
  root.setAttribute("aria-label", words.result);
  root.replaceChildren(
    verdict,
    findings,
    timeline,
    checkList,
    filed,
    h("p.links", links && pageLinks(links, words)),
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
      ? { title: words.open, text: plural(options.locale, words.openText, unanswered) }
      : { title: words.unasked, text: words.unaskedText };
    headline(open ? "open" : report.verdict, open ? yet : labels.verdicts[report.verdict]);
    for (const part of [timeline, checkList]) part.hidden = !asked;
    counts.textContent = Object.entries(labels.severities)
      .map(([severity, label]) => [label, shown.filter((one) => one.severity === severity).length])
      .filter(([, count]) => count)
      .map((pair) => pair.join(": "))
      .join(" · ");
    drawRest((drawn) => {
      // Of several that waited for it, the last one counts.
      if (report !== next) return;
      drawn.update(report, shown);
      drawn.showClaim(claim());
    });
    return shown.length || !open ? `${title.textContent}. ${counts.textContent}` : "";
  }

  /** Without the checks the form is a worksheet: it can be filled in, copied and printed. */
  function fail(code) {
    const { [code]: reason = words.failures.internal } = words.failures;
    headline("failed", { title: words.failed, text: `${reason} ${words.worksheet}` });
    counts.replaceChildren(button(words.retry, retry, { class: "main" }));
    for (const part of [findings, timeline, checkList]) part.hidden = true;
    drawRest((drawn) => drawn.showClaim(claim()));
  }

  function headline(state, texts) {
    verdict.className = `verdict ${state}`;
    title.textContent = texts.title;
    text.textContent = texts.text;
  }

  function drawRest(act) {
    using("report", ({ mountReport }) => {
      const nodes = { findings, timeline, checkList, filed, footer };
      rest ??= mountReport(nodes, options);
      act(rest);
    });
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

  async function asText({ handoff }) {
    // Without the core, it is the claim alone.
    const form = await options.claimForm?.(report).catch(() => undefined);
    return handoff({ words, labels, report, claim: claim(), form });
  }

  async function copyAll({ handoff }) {
    if (await copy(await asText({ handoff }), box)) say(words.copied);
  }

  function download({ json }) {
    const file = new Blob([json(report, claim())], { type: "application/json" });
    const link = h("a", { download: "cpor-preflight.json", href: URL.createObjectURL(file) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say(words.downloaded);
  }
}
