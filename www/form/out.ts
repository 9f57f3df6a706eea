// What leaves the page by the person's own hand: to the clipboard, to a file, to paper.

import { h, say } from "./dom.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";

/** How long a button says that it has copied. */
const SAID_MS = 2_000;

/**
 * A button that copies a text and says so.
 *
 * @param what names it for those who do not see what stands beside it
 * @param select shows the text where the clipboard is out of reach
 */
export function copyButton(
  kit: Kit,
  name: string,
  label: string,
  text: () => string,
  { what = "", select = () => {}, onCopy = () => {} } = {},
): HTMLElement {
  const { words, host } = kit;
  const shown = h("span", {}, label);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const click = async () => {
    onCopy();
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      host.say(words.copy.failed);
      select();
      return;
    }
    say(shown, words.copy.copied);
    host.say(words.copy.copied);
    clearTimeout(timer);
    timer = setTimeout(() => say(shown, label), SAID_MS);
  };
  return h(
    name,
    { type: "button", click },
    icon("copy", "small") as Node,
    shown,
    what && h("span.vh", {}, ` ${what}`),
  );
}

/** Gives a text as a file. */
export function saveFile(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: address, download: name }) as HTMLAnchorElement;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAID_MS);
}
