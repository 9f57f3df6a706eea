// Below the claim: keeping it in this browser, passing it on by a link, starting anew.

import { fill } from "../lib/fill.js";
import { filler, h, type Kid, show } from "./dom.js";
import { icon } from "./icons.js";
import type { Kit, Words } from "./kit.js";
import { copyButton } from "./out.js";

export function keepView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const { keeper } = host;
  const said = h("p.small.quiet");
  const drawSaid = filler(said);
  const keep = h("button.btn.btn-s", { type: "button", "data-key": "keep", click: toggle });
  const drawKeep = filler(keep);
  const warning = h(
    "div.question",
    { hidden: true, role: "group", "aria-label": words.keep.link },
    h("p", {}, words.keep.linkWarning),
    h(
      "div.btns",
      {},
      copyButton(kit, "button.btn.btn-s", words.keep.copyLink, () => keeper.link),
      h("button.btn.btn-s.btn-q", { type: "button", click: () => warn(false) }, words.close),
    ),
  );
  const link = h(
    "button.btn.btn-s.btn-q",
    { type: "button", "data-key": "link", "aria-expanded": "false", click: () => warn(true) },
    words.keep.link,
  );
  const anew = h(
    "button.btn.btn-s.btn-q",
    { type: "button", "data-key": "anew", click: startAnew },
    words.keep.anew,
  );
  const all = h("a.btn.btn-s.btn-q", { href: "#kept", "data-key": "kept" }, words.keep.all);
  const node = h(
    "section.keep",
    { "aria-label": words.keep.region },
    h("div.btns", {}, keep, link, anew, all),
    said,
    warning,
  );
  kit.draws(["claim", "items", "view"], draw);
  return node;

  function draw(): void {
    const { draft, until } = keeper;
    const isEmpty = !store.items.length && !Object.keys(store.claim).length;
    for (const one of [keep, link, anew, said]) show(one, !isEmpty);
    show(all, keeper.drafts.length > 0 || keeper.profile !== undefined);
    show(node, !isEmpty || !all.hidden);
    drawKeep(
      Boolean(draft),
      (): Kid => [
        icon(draft ? "done" : "file", "small") as Node,
        draft ? words.keep.forget : words.keep.keep,
      ],
    );
    drawSaid([draft?.until, until], () =>
      fill(draft ? words.keep.kept : words.keep.until, { date: kit.day(draft?.until ?? until) }),
    );
  }

  function toggle(): void {
    const { draft } = keeper;
    if (draft) keeper.forget(draft.id);
    else if (!keeper.keep())
      host.tell({ kind: "keep", text: (all) => all.keep.blocked, isAlert: true });
    else host.say(words.keep.said);
    draw();
  }

  function warn(isShown: boolean): void {
    show(warning, isShown);
    link.setAttribute("aria-expanded", String(isShown));
    (isShown ? warning.querySelector("button") : link)?.focus();
  }

  async function startAnew(): Promise<void> {
    const wasKept = keeper.draft !== undefined;
    await keeper.startAnew();
    // What is kept can be opened again.
    const undo = [({ intake }: Words) => intake.undo, () => store.undo()] as const;
    const choices = wasKept ? [] : [undo];
    host.tell({ kind: "anew", text: (all) => all.keep.started, choices });
  }
}
