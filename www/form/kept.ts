// What is kept in this browser: claims as a worklist, and what is the same in all of them.

import { fill } from "../lib/fill.js";
import { h, type Kid } from "./dom.js";
import { menuField, textField } from "./field.js";
import { icon } from "./icons.js";
import { type Draft, type Kit, LOOK_OF } from "./kit.js";
import { LOOK_ICONS } from "./verdict.js";

export function keptView(kit: Kit): Kid {
  const { words, host } = kit;
  const { keeper } = host;
  const { drafts, profile } = keeper;
  const isAny = drafts.length > 0 || profile !== undefined;
  return h(
    "main.wrap.narrow.view",
    { id: "main", tabindex: "-1" },
    h("h1", {}, words.kept.title),
    h("p.quiet", {}, words.kept.intro),
    drafts.length
      ? h(
          "ul.work",
          {},
          drafts.map((draft) => h("li", {}, row(draft))),
        )
      : h("p", {}, words.kept.none),
    company(),
    isAny && h("div.btns", {}, h("button.btn", { type: "button", click: all }, words.kept.all)),
  );

  function row({ id, customer, state, count, next, until }: Draft): Kid {
    const look = LOOK_OF[state];
    const name = customer || words.claim.title;
    return [
      h(`span.mark.is-${look}`, {}, icon(LOOK_ICONS[look]) as Node),
      h(
        "div",
        {},
        h(
          "button.link",
          { type: "button", "data-key": `open-${id}`, click: () => keeper.open(id) },
          h("bdi", {}, name),
        ),
        h("p", {}, kit.verdict({ state, count })),
        h(
          "p.small.quiet",
          {},
          next && `${fill(words.kept.next, { date: kit.day(next) })} `,
          fill(words.kept.until, { date: kit.day(until) }),
        ),
      ),
      h(
        "button.btn.btn-i",
        {
          ...{ type: "button", "aria-label": fill(words.kept.forget, { name }) },
          click: () => keeper.forget(id),
        },
        icon("close", "small") as Node,
      ),
    ];
  }

  function company(): HTMLElement {
    const fields = [menuField(kit, "userRole"), textField(kit, "ownTenantId")];
    const ids = profile?.ids.map(({ id }) => id).join(", ");
    const keep = () => {
      if (!keeper.keepProfile())
        host.tell({ kind: "keep", text: ({ keep }) => keep.blocked, isAlert: true });
      else host.say(words.keep.said);
    };
    return h(
      "section.stack",
      {},
      h("h2", {}, words.kept.company),
      h("p.quiet", {}, words.kept.companyText),
      h(
        "div.facts",
        {},
        fields.map(({ node }) => node),
      ),
      h(
        "p",
        {},
        ids ? fill(words.kept.ids, { ids }) : "",
        " ",
        h("a", { href: host.pages.guides, click: toGuide }, words.kept.toIds),
      ),
      h(
        "div.btns",
        {},
        h(
          "button.btn.btn-s",
          { type: "button", "data-key": "keep-profile", click: keep },
          profile ? words.kept.keepChanges : words.keep.keep,
        ),
        profile &&
          h(
            "button.btn.btn-s.btn-q",
            { type: "button", click: () => keeper.forgetProfile() },
            words.keep.forget,
          ),
      ),
    );
  }

  function toGuide(): void {
    host.place.guide = "partner-id-guide";
  }

  function all(): void {
    keeper.forgetAll();
    host.say(words.kept.gone);
  }
}
