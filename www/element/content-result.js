import { labelsOf } from "../page/check.js";
import { h } from "../page/dom.js";
import { mountResult } from "../page/result.js";
import { followed } from "./follow.js";

/** What `<cpor-claim-result>` shows. */
export function resultContent(element, { body, live, session, using }) {
  const form = followed(element, () => draw());
  let context;
  let result;
  let report = null;
  return {
    show,
    get report() {
      return report;
    },
    get claim() {
      return claimNow();
    },
    toText: () => session.parts.with("handoff", (part) => result.asText(part)),
    connected(signal) {
      form.connect(signal);
      let fold;
      addEventListener(
        "beforeprint",
        () => {
          fold = result.unfold();
        },
        { signal },
      );
      addEventListener("afterprint", () => fold?.(), { signal });
    },
    changed(changes) {
      if (changes.has("for")) form.changed();
      else draw();
    },
  };

  function show(next) {
    context = next;
    const { words, described, dateLocale, retry } = context;
    const { fields, labels, checks } = described;
    const { decides } = words;
    const root = h("div.result", { role: "group" });
    body.replaceChildren(root, h("slot", { name: "result-footer" }));
    result = mountResult(root, {
      words: { ...words.common, decides, severities: labels.severities, ...words.result },
      ...{ labels, checks, session, using, retry },
      locale: dateLocale,
      say: live.say,
      claim: () => fields.map(row),
      field: linked,
    });
    draw();
  }

  function draw() {
    if (context.failure) return result.fail(context.failure.code);
    const { checkClaim, locale, ruleset } = context;
    const given = element.valueOf("report");
    const claim = element.valueOf("claim");
    const named = form();
    if (given) report = given;
    else if (named) ({ report } = named);
    else report = checkClaim(claim ?? {}, element.evidence, { locale, ruleset });
    if (!report) return;
    live.verdict(result.update(report, { shown: report.findings, waiting: [] }));
    element.dispatch("claim-report", { detail: report });
  }

  function claimNow() {
    return form()?.value ?? element.valueOf("claim") ?? {};
  }

  function row({ name, shortLabel: label, options }) {
    const value = report?.understood[name] ?? claimNow()[name] ?? "";
    return [name, label, labelsOf(options, claimNow())[value] ?? value, value];
  }

  /** A link to the field of the form that the result belongs to. */
  function linked(name) {
    const target = form();
    const { label } = context.described.fields.find((field) => field.name === name) ?? {};
    return (
      target && label && { label, target: `#${target.id}`, focus: () => target.focusField(name) }
    );
  }
}
