import { h } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Words } from "../form/kit.js";
import type { ClaimError } from "../lib/events.js";

/** In place of a verdict: why there is none, what is possible all the same, and another try. */
export function failureView(
  words: Words,
  { message }: ClaimError,
  retry: () => unknown,
  more = "",
): HTMLElement {
  return h(
    "div.verdict.is-settle",
    {},
    h("h2", {}, icon("settle") as Node, words.failed),
    h("p", {}, message),
    more && h("p", {}, more),
    h("button.btn", { type: "button", "data-key": "retry", click: () => retry() }, words.retry),
  );
}
