// The box for anything: text that is pasted or typed, and files.

import { plural } from "../lib/fill.js";
import { h, show } from "./dom.js";
import type { Kit } from "./kit.js";

/** The box. `isFirst`: it is the page's first screen. */
export function boxView(kit: Kit, isFirst: boolean): HTMLElement {
  const { words } = kit;
  const text = h("textarea", {
    ...{ id: "any", "data-key": "any", "aria-describedby": "any-hint", rows: "3" },
    paste: (event: ClipboardEvent) => pasted(event),
    input: () => show(read, text.value.trim() !== ""),
    keydown: ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key === "Enter" && (ctrlKey || metaKey)) take();
    },
  }) as HTMLTextAreaElement;
  const read = h(
    "button.btn.btn-1",
    { type: "button", hidden: true, click: () => take() },
    words.first.read,
  );
  const files = h("input.vh", {
    ...{ type: "file", multiple: true, "data-key": "files" },
    change: () => {
      const chosen = [...(files.files ?? [])];
      files.value = "";
      if (chosen.length) put(kit, chosen);
    },
  }) as HTMLInputElement;
  return h(
    "div.box",
    {},
    h("label.ask", { for: "any" }, words.first.ask),
    h("p.hint", { id: "any-hint" }, words.first.hint),
    text,
    h(
      "div.bar",
      {},
      read,
      h(isFirst ? "label.btn.btn-1" : "label.btn", {}, words.first.choose, files),
      h("span.small.quiet", {}, words.first.stays),
    ),
  );

  function pasted(event: ClipboardEvent): void {
    const chosen = [...(event.clipboardData?.files ?? [])];
    const content = event.clipboardData?.getData("text/plain") ?? "";
    if (!chosen.length && (text.value || !content.trim())) return;
    event.preventDefault();
    put(kit, chosen.length ? chosen : [content]);
  }

  function take(): void {
    const content = text.value;
    text.value = "";
    show(read, false);
    if (content.trim()) put(kit, [content]);
  }
}

/** Puts things in, and says what became of them. */
export async function put(kit: Kit, sources: readonly (string | File)[]): Promise<void> {
  const { store, words, host } = kit;
  host.onPut();
  const before = Object.keys(store.claim).length;
  try {
    await store.put(sources);
    const count = Object.keys(store.claim).length - before;
    if (count > 0) host.say(plural(host.locale, words.said.filled, count));
  } catch {
    host.say(words.intake.failed);
    host.onPutFailed(sources);
  }
  host.onRead();
}
