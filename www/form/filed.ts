// After filing: a status in Partner Center leads to last days, what to do, and texts to paste.

import type { AfterFiling, ClaimDeadline, PasteText } from "../lib/types.js";
import { filler, h, type Kid, say, show } from "./dom.js";
import { foldView } from "./fold.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";
import { calendarView } from "./next.js";
import { copyButton } from "./out.js";
import type { Filed } from "./store.js";

export function filedView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const { filed: said } = words;
  const { node, label, inside } = foldView(kit, "filed", "file", () => update());
  const asked = h("div.filed-asked");
  const drawAsked = filler(asked);
  const answer = h("div.filed-answer", { "aria-live": "polite" });
  const draw = filler(answer);
  let deadlines: ClaimDeadline[] = [];
  say(label, said.title);
  inside.append(asked, answer);
  kit.draws(["report", "view", "around"], () => {
    show(node, kit.judgement.state !== "empty");
    update();
  });
  return node;

  async function update(): Promise<void> {
    if (!node.open) return;
    await host.needsCore();
    if (host.signal.aborted) return;
    const { ruleset } = store.report;
    drawAsked([ruleset], questions);
    const { status } = store.filed;
    if (!status) return draw(null, () => null);
    const after = following(store.filed);
    deadlines = after.deadlines;
    draw(after, () => answered(after));
  }

  function following(filed: Filed): AfterFiling {
    const options = { locale: host.locale, ruleset: store.report.ruleset };
    return host.library.afterFiling({ ...store.claim, ...filed }, options);
  }

  function questions(): Kid {
    const { ruleset, lists } = host.described;
    const statuses = ruleset.statuses.map(({ id, label: name }) => [id, name] as const);
    // What Microsoft says when it sends a claim back, in the words of the answer.
    const reasons = lists.ReturnReason.map(
      (reason) => [reason, following({ status: "rejected", reason }).mend?.text ?? reason] as const,
    );
    const day = h("input.in", {
      ...{ type: "date", value: store.filed.on ?? "", "data-key": "filed-on" },
      input: () => store.file({ on: day.value }),
    }) as HTMLInputElement;
    return [
      menu("status", said.status, statuses),
      h("label.field", {}, h("span.label", {}, said.on), day),
      menu("reason", said.reason, reasons),
    ];
  }

  function menu(
    name: "status" | "reason",
    title: string,
    options: readonly (readonly [string, string])[],
  ): HTMLElement {
    const select = h(
      "select",
      { "data-key": `filed-${name}`, change: () => store.file({ [name]: select.value }) },
      h("option", { value: "" }, words.claim.choose),
      options.map(([value, text]) =>
        h("option", { value, selected: value === store.filed[name] }, text),
      ),
    ) as HTMLSelectElement;
    return h(
      "label.field",
      {},
      h("span.label", {}, title),
      h("div.sel.sel-f", {}, select, icon("down", "small") as Node),
    );
  }

  function answered({ next, mend, texts }: AfterFiling): Kid {
    return [
      h("p", {}, h("b", {}, next)),
      deadlines.length > 0 && [
        h(
          "ul.steps",
          {},
          deadlines.map(({ by, label: name, note, passed }) =>
            h(
              "li",
              {},
              h("span.when", {}, kit.day(by)),
              h(
                "span",
                {},
                name,
                passed && h("span.meaning.is-block", {}, ` ${said.passed}`),
                h("small", {}, note),
              ),
            ),
          ),
        ),
        calendarView(kit, "cpor-deadlines.ics", () => deadlines),
      ],
      mend && [
        h("p", {}, h("b", {}, said.mend)),
        h(
          "ul.points",
          {},
          mend.checks.map(({ label: name }) => h("li", {}, name)),
          mend.proof.map(({ label: name, text }) => h("li", {}, name, h("small", {}, text))),
        ),
      ],
      texts.map(paste),
    ];
  }

  function paste({ title, text }: PasteText): Kid {
    const area = h("textarea.in", {
      ...{ readonly: true, rows: "5", "aria-label": title, value: text },
    }) as HTMLTextAreaElement;
    const select = () => area.select();
    return h(
      "div.field",
      {},
      h("span.label", {}, title),
      area,
      h(
        "div.btns",
        {},
        copyButton(kit, "button.btn.btn-s", words.copy.copy, () => text, { what: title, select }),
      ),
    );
  }
}
