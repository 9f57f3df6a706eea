// What the proof of execution must show for this claim, to tick off.

import { fill } from "../lib/fill.js";
import type { ProofPoint } from "../lib/types.js";
import { attribute, filler, h, type Kid, say, show } from "./dom.js";
import { foldView, unfolding } from "./fold.js";
import type { Kit } from "./kit.js";

export function proofView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const { node, label, inside, open } = foldView(kit, "proof", "done", () => update());
  const list = h("ul.ticks");
  const count = h("span.quiet.small");
  const draw = filler(list);
  let points: ProofPoint[] = [];
  say(label, words.proof.title);
  label.after(count);
  inside.append(list);
  kit.openProof = open;
  kit.draws(["report", "view", "around"], () => {
    show(node, kit.judgement.state !== "empty");
    update();
  });
  return node;

  async function update(): Promise<void> {
    if (!node.open) return;
    await host.needsCore();
    if (host.signal.aborted) return;
    const options = { locale: host.locale, ruleset: store.report.ruleset };
    points = host.library.proofChecklist(store.claim, options);
    draw([points], () => points.map(point));
    const done = points.filter(({ id }) => store.ticks.has(id)).length;
    say(count, fill(words.proof.count, { done, n: points.length }));
    for (const { id } of points) {
      const box = list.querySelector<HTMLInputElement>(`[data-key="tick-${id}"]`);
      if (box) box.checked = store.ticks.has(id);
    }
  }

  function point({ id, label: name, text, why, due, source }: ProofPoint): Kid {
    const box = h("input", {
      ...{ type: "checkbox", "data-key": `tick-${id}` },
      change: () => store.tick(id, box.checked),
    }) as HTMLInputElement;
    const panel = h(
      "div.behind",
      {},
      h("p", {}, why),
      h("p.small", {}, `${words.findings.source} `, sourceLink(source)),
    );
    const until = due && h("small", {}, fill(words.proof.due, { day: kit.day(due) }));
    return h(
      "li",
      {},
      h("label", {}, box, h("span", {}, h("b", {}, name), h("small", {}, text), until)),
      unfolding(`${words.findings.why}: ${name}`, panel),
      panel,
    );
  }
}

/** A place in Microsoft's documentation, which is in English. */
export function sourceLink(source: { url: string; section: string; title?: string }): HTMLElement {
  const { url, section, title } = source;
  const link = h("a", { href: url, rel: "external", target: "_blank", lang: "en" });
  attribute(link, "dir", "ltr");
  link.textContent = section || title || url;
  return link;
}
