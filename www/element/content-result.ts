import type { Claim, DescribedField, Report } from "../lib/types.js";
import type { CporElement } from "./base.js";
import { followed } from "./follow.js";
import type { Frame } from "./frame.js";
import { h, labelsOf, type MountedResult, mountResult, type Shown } from "./kit.js";

export type ResultContent = ReturnType<typeof resultContent>;

/** What `<cpor-claim-result>` shows. */
export function resultContent(element: CporElement, { body, live, session, using }: Frame) {
  const form = followed(element, () => draw());
  let context: Shown;
  let result: MountedResult;
  let report: Report | null = null;
  return {
    show,
    get report(): Report | null {
      return report;
    },
    get claim(): Claim {
      return claimNow();
    },
    toText: async (): Promise<string> =>
      session.parts.with("handoff", (part) => result.asText(part)),
    connected(signal: AbortSignal): void {
      form.connect(signal);
      let fold: (() => void) | undefined;
      addEventListener(
        "beforeprint",
        () => {
          fold = result.unfold();
        },
        { signal },
      );
      addEventListener("afterprint", () => fold?.(), { signal });
    },
    changed(changes: ReadonlySet<string>): void {
      if (changes.has("for")) form.changed();
      else draw();
    },
  };

  function show(next: Shown): void {
    context = next;
    const { words, described, dateLocale, retry } = context;
    const { fields, labels, checks } = described;
    const { decides } = words;
    const root = h("div.result", { role: "group" });
    body.replaceChildren(root, h("slot", { name: "result-footer" }));
    result = mountResult(root, {
      words: { ...words.common, decides, severities: labels.severities, ...words.result },
      ...{ labels, checks, session, using, retry },
      links: described.ruleset?.links,
      locale: dateLocale,
      say: live.say,
      claim: () => fields.map(row),
      field: linked,
    });
    draw();
  }

  function draw(): void {
    if (context.failure) {
      result.fail(context.failure.code);
      return;
    }
    const { checkClaim, locale, ruleset } = context;
    const given = element.valueOf("report") as Report | undefined;
    const claim = element.valueOf("claim");
    const named = form();
    if (given) report = given;
    else if (named) ({ report } = named);
    else if (checkClaim) report = checkClaim(claim ?? {}, element.evidence, { locale, ruleset });
    if (!report) return;
    live.verdict(result.update(report, { shown: report.findings, waiting: [] }));
    element.dispatch("claim-report", { detail: report });
    if (report.ruleset !== context.described.ruleset.id) context.onEdition(report.ruleset);
  }

  function claimNow(): Claim {
    return form()?.value ?? (element.valueOf("claim") as Claim | undefined) ?? {};
  }

  function row({ name, shortLabel: label, options }: DescribedField): string[] {
    const value = report?.understood[name] ?? claimNow()[name] ?? "";
    return [name, label, labelsOf(options, claimNow())[value] ?? value, value];
  }

  /** A link to the field of the form that the result belongs to. */
  function linked(name: string) {
    const target = form();
    const { label } = context.described.fields.find((field) => field.name === name) ?? {
      label: "",
    };
    return (
      target && label && { label, target: `#${target.id}`, focus: () => target.focusField(name) }
    );
  }
}
