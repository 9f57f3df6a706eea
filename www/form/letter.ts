// One letter to the customer for all that they can answer, and what they write back.

import type { CheckId, Field } from "../generated/lists.js";
import { LANGUAGE_NAMES } from "../generated/names.js";
import { fill, plural } from "../lib/fill.js";
import type { Reply } from "../lib/types.js";
import { checkOf } from "./cards.js";
import { filler, h, type Kid, say, show } from "./dom.js";
import { isWhole } from "./field.js";
import { foldView } from "./fold.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";
import { copyButton } from "./out.js";
import type { Texts } from "./store.js";

export function letterView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  let language = host.locale;
  const { node, label, inside, open } = foldView(kit, "letter", "mail", () => update());
  const letter = h("div.field");
  const draw = filler(letter);
  say(label, words.letter.title);
  inside.append(letter, replyView(kit));
  kit.openLetter = open;
  kit.draws(["report", "view"], () => {
    const { state, checks } = kit.judgement;
    const isOpen = checks.some(({ asks }) => asks === "customer" || asks === "purchasing");
    show(node, isOpen && state !== "empty");
    update();
  });
  return node;

  async function update(): Promise<void> {
    if (!node.open) return;
    await Promise.all([host.needsCore(), host.library.loadLocale(language)]);
    if (host.signal.aborted) return;
    const options = { locale: host.locale, customerLocale: language };
    const written = host.library.customerLetter(store.report, store.claim, {}, options);
    draw([written, language], () =>
      written ? message(written) : h("p", {}, words.letter.nothing),
    );
  }

  function message({ subject, text }: { subject: string; text: string }): Kid {
    const area = h("textarea.in", {
      ...{ readonly: true, rows: "9", "aria-label": words.letter.text, lang: language },
      ...{ value: text, "data-key": "letter" },
    }) as HTMLTextAreaElement;
    const change = () => {
      language = menu.value;
      update();
    };
    const menu = h(
      "select",
      { "data-key": "letter-language", "aria-label": words.letter.language, change },
      Object.entries(LANGUAGE_NAMES).map(([tag, name]) =>
        h("option", { value: tag, lang: tag, selected: tag === language }, name),
      ),
    ) as HTMLSelectElement;
    const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
    const select = () => area.select();
    const sent = () => {
      host.place.sent = { report: store.report, claim: store.claim };
    };
    return [
      h("div.sel.sel-f", {}, menu, icon("down", "small") as Node),
      area,
      h(
        "div.btns",
        {},
        copyButton(kit, "button.btn.btn-s", words.copy.copy, () => `${subject}\n\n${text}`, {
          ...{ what: words.letter.text, select, onCopy: sent },
        }),
        h("a.btn.btn-s.btn-q", { href: mail, click: sent }, words.letter.mail),
      ),
    ];
  }
}

/** Takes in what the customer wrote back: what is certain at once, the rest once the person says so. */
function replyView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const text = h("textarea.in", {
    ...{ rows: "4", id: "reply", "data-key": "reply", "aria-describedby": "reply-hint" },
    input: (event: InputEvent) => {
      if (isWhole(event)) take();
    },
  }) as HTMLTextAreaElement;
  const said = h("div.said");
  return h(
    "div.field",
    {},
    h("label.label", { for: "reply" }, words.letter.reply),
    h("p.hint", { id: "reply-hint" }, words.letter.replyHint),
    text,
    h(
      "div.btns",
      {},
      h("button.btn.btn-s", { type: "button", click: () => take() }, words.letter.takeReply),
    ),
    said,
  );

  async function take(): Promise<void> {
    if (!text.value.trim()) return text.focus();
    await host.needsCore();
    const { report, claim } = asked();
    const reply = host.library.readReply(text.value, report, { claim });
    const found: Texts = {};
    for (const { field, value, confidence } of reply.fields)
      if (confidence === "certain") found[field] ??= value;
    const count = Object.keys(found).length;
    store.apply(found);
    const open = [
      ...reply.fields
        .filter(({ confidence, field, value }) => {
          return confidence !== "certain" && !found[field] && store.text(field) !== value;
        })
        .map(meant),
      ...reply.answers.filter(({ answer, text }) => !answer && text).flatMap(unclear),
    ];
    const answers = answersOf(reply);
    const isNothing = !count && !open.length && !answers.length;
    const sentence = count
      ? plural(host.locale, words.letter.taken, count)
      : isNothing
        ? words.letter.notTaken
        : "";
    said.replaceChildren(
      ...[
        sentence && h("p", {}, sentence),
        ...open,
        ...(answers.length ? [h("p", {}, words.letter.others), h("ul.points", {}, answers)] : []),
      ].filter((one) => one !== ""),
    );
    host.say(sentence || words.letter.asks);
  }

  /** What the letter was about: its numbers are those of the questions that were open then. */
  function asked(): Pick<typeof store, "report" | "claim"> {
    const { sent } = host.place;
    const isOther = sent?.claim.customerTenantId !== store.claim.customerTenantId;
    if (sent && !isOther) return sent;
    host.place.sent = { report: store.report, claim: store.claim };
    return host.place.sent;
  }

  /** What may be meant: asked, and never taken unasked. */
  function meant({ field, value }: Reply["fields"][number]): HTMLElement {
    const isAnswer = kit.describedField(field).options.length > 0;
    const shown = isAnswer ? kit.option(field, value) : value;
    const said = fill(words.letter.meant, { field: kit.label(field) });
    return question(said, h(isAnswer ? "bdi" : "bdi.mono", {}, shown), {
      yes: { [field]: value },
      no: {},
    });
  }

  /** An answer of which it is not clear whether it is a yes. */
  function unclear({ checks, text: written }: Reply["answers"][number]): HTMLElement[] {
    if (!checks.includes("competing-claim")) return [];
    const field = "competingPartner";
    const said = fill(words.letter.unclear, { field: kit.label(field) });
    const quoted = h("q", {}, h("bdi", {}, written));
    return [question(said, quoted, { yes: { [field]: "yes" }, no: { [field]: "no" } })];
  }

  function question(
    template: string,
    shown: HTMLElement,
    answers: Record<"yes" | "no", Texts>,
  ): HTMLElement {
    const [before, after = ""] = template.split("{value}");
    const button = (answer: "yes" | "no") => {
      const click = () => {
        store.apply(answers[answer]);
        group.remove();
        text.focus({ preventScroll: true });
      };
      return h("button.btn.btn-s", { type: "button", click }, words.letter[answer]);
    };
    const group = h(
      "div.question",
      { role: "group" },
      h("p", {}, before ?? "", shown, after),
      h("div.btns", {}, button("yes"), button("no")),
    );
    return group;
  }

  /** What the customer says that no field takes: only an export shows it. */
  function answersOf({ answers, fields }: Reply): Kid[] {
    return answers
      .filter(({ checks }) => !fields.some(({ field }) => isAbout(field, checks)))
      .flatMap(({ checks, answer }) => {
        const asked = checks.map((id) => kit.checkLabel(id)).join(", ");
        return answer ? [h("li", {}, `${asked}: ${words.letter[answer]}`)] : [];
      });
  }
}

function isAbout(field: Field, checks: readonly CheckId[]): boolean {
  const check = checkOf(field);
  return check !== undefined && checks.includes(check);
}
