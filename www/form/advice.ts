// What the guides show: questions, and what fits.

import { fill } from "../lib/fill.js";
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import type { Kit, Look } from "./kit.js";

/** A question with each answer in sight. */
export function choices(
  id: string,
  text: string,
  options: readonly { value: string; label: string }[],
  chosen: string | undefined,
  choose: (value: string) => void,
): HTMLElement {
  const name = uid();
  return h(
    "fieldset.field",
    {},
    h("legend", {}, text),
    h(
      "div.choice",
      {},
      options.map(({ value, label }) =>
        h(
          "label",
          {},
          h("input", {
            ...{ type: "radio", name, value, checked: value === chosen },
            ...{ "data-key": `${id}-${value}`, change: () => choose(value) },
          }),
          h("span", {}, label),
        ),
      ),
    ),
  );
}

interface Ranked {
  name: string;
  fit: "fits" | "does-not-fit" | "depends";
  reasons: readonly string[];
  next?: string;
  /** Does the claim have it? */
  isUsed: boolean;
  use: () => void;
}

const LOOKS: Record<Ranked["fit"], [Look, "done" | "settle" | "blocks"]> = {
  fits: ["done", "done"],
  depends: ["settle", "settle"],
  "does-not-fit": ["note", "blocks"],
};

/** How something fits, why, and the button that puts it into the claim. */
export function ranked(kit: Kit, { name, fit, reasons, next, isUsed, use }: Ranked): HTMLElement {
  const { words } = kit;
  const [look, sign] = LOOKS[fit];
  const label = fill(words.guides.useThis, { name });
  const attributes = { type: "button", "aria-label": label, "data-key": `use-${name}`, click: use };
  const button = h("button.btn.btn-s", attributes, words.guides.use);
  const isOffered = fit !== "does-not-fit" && !isUsed;
  return h(
    `section.sub.finding.is-${look}`,
    { "data-fit": fit },
    icon(sign) as Node,
    h(
      "div",
      {},
      h("h4", {}, name, h("small.quiet", {}, ` ${words.guides.fits[fit]}`)),
      h(
        "ul.points",
        {},
        reasons.map((reason) => h("li", {}, reason)),
      ),
      next && h("p", {}, next),
      isUsed && h("p", {}, words.intake.used),
      isOffered && h("div.btns", {}, button),
    ),
  );
}
