import { labelsOf } from "../page/check.js";
import { h } from "../page/dom.js";
import { withPart } from "../page/parts.js";
import { mountResult } from "../page/result.js";
import { followed } from "./follow.js";

/** What `<cpor-claim-result>` shows. */
export function resultContent(element, { body, live, using }) {
  const opened = new Set();
  const form = followed(element, () => draw());
  let core;
  let result;
  let report = null;
  return {
    show,
    get report() {
      return report;
    },
    get claim() {
      return claimed();
    },
    toText: () => withPart("handoff", (part) => result.asText(part)),
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
    core = next;
    const { words, described, dateLocale, retry } = core;
    const { fields, labels } = described;
    const { decides } = words;
    const root = h("div.result", { role: "group" });
    body.replaceChildren(root, h("slot", { name: "result-footer" }));
    result = mountResult(root, {
      words: { ...words.common, decides, severities: labels.severities, ...words.result },
      ...{ labels, using, opened, retry },
      describe: () => described,
      locale: dateLocale,
      say: live.say,
      claim: () => fields.map(row),
      field: linked,
    });
    draw();
  }

  function draw() {
    if (core.failure) return result.fail(core.failure.code);
    const { lib, locale, ruleset } = core;
    const given = element.valueOf("report");
    const claim = element.valueOf("claim");
    const follows = form();
    if (given) report = given;
    else if (follows) ({ report } = follows);
    else report = lib.checkClaim(claim ?? {}, element.evidence, { locale, ruleset });
    if (!report) return;
    live.verdict(result.update(report, { shown: report.findings, waiting: [] }));
    element.tell("claim-report", { detail: report });
  }

  function claimed() {
    return form()?.value ?? element.valueOf("claim") ?? {};
  }

  function row({ name, shortLabel: label, options }) {
    const value = report?.understood[name] ?? claimed()[name] ?? "";
    return [name, label, labelsOf(options, claimed())[value] ?? value, value];
  }

  /** A link to the field of the form that the result belongs to. */
  function linked(name) {
    const target = form();
    const { label } = core.described.fields.find((field) => field.name === name) ?? {};
    return (
      target && label && { label, target: `#${target.id}`, focus: () => target.focusField(name) }
    );
  }
}
