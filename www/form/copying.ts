// For the claim form: all that Partner Center asks for, in its order, to copy one by one.

import type { ClaimFormField, ClaimFormText } from "../lib/types.js";
import { filler, h, type Kid, say, show } from "./dom.js";
import { foldView } from "./fold.js";
import type { Kit } from "./kit.js";
import { copyButton } from "./out.js";

export function formTextView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const { node, label, inside } = foldView(kit, "form", "copy", () => update());
  const list = h("dl.copying");
  const draw = filler(list);
  let text: ClaimFormText | undefined;
  const all = copyButton(kit, "button.btn.btn-s", words.forForm.all, () => text?.text ?? "");
  say(label, words.forForm.title);
  inside.append(
    h(
      "div.btns",
      {},
      all,
      h(
        "a.btn.btn-s.btn-q",
        { href: host.described.ruleset.links.claims, rel: "external", target: "_blank" },
        words.forForm.open,
      ),
      h("button.btn.btn-s.btn-q", { type: "button", click: () => print() }, words.forForm.print),
    ),
    list,
  );
  kit.draws(["report", "view"], () => {
    const { state } = kit.judgement;
    show(node, !["empty", "missing"].includes(state));
    const isNext = state === "ready" || state === "microsoft";
    all.classList.toggle("btn-1", isNext);
    // Filing is what comes next: it is there without being asked for, once.
    if (isNext && !host.place.isFormOffered) {
      host.place.isFormOffered = true;
      host.place.unfolded.add("form");
      node.open = true;
    }
    update();
  });
  return node;

  async function update(): Promise<void> {
    if (!node.open) return;
    await host.needsCore();
    if (host.signal.aborted) return;
    const options = { locale: host.locale, ruleset: store.report.ruleset };
    text = host.library.claimForm(store.claim, options);
    const { fields } = text;
    draw(fields, () => fields.map(row));
  }

  function row({ field, label: name, value, note }: ClaimFormField): Kid {
    const isId = field !== undefined && /Id$/.test(field);
    return h(
      "div",
      {},
      h("dt", {}, name),
      h(
        "dd",
        {},
        value ? h(isId ? "bdi.mono" : "bdi", {}, value) : h("span.quiet", {}, words.forForm.blank),
        note && h("small", {}, note),
      ),
      value &&
        h(
          "dd",
          {},
          copyButton(kit, "button.btn.btn-s.btn-q", words.copy.copy, () => value, { what: name }),
        ),
    );
  }
}
