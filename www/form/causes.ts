// The causes of the subscription error: which are confirmed, what to ask next, and texts to send on.

import { LANGUAGE_NAMES } from "../generated/names.js";
import { fill, plural } from "../lib/fill.js";
import type { DiagnosedCause, Diagnosis, DiagnosisAnswers, DiagnosisStep } from "../lib/types.js";
import { buttons } from "./actions.js";
import { attribute, filler, h, type Kid, say, show } from "./dom.js";
import { foldView } from "./fold.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";
import { copyButton } from "./out.js";
import type { Texts } from "./store.js";

type Asked = keyof DiagnosisAnswers;

/** What the claim says where it is asked the same. */
const IN_CLAIM: Partial<Record<Asked, (answer: string) => Texts>> = {
  channel: (purchaseChannel) => ({ purchaseChannel }),
  holder: (answer) => {
    const said: Record<string, string> = {
      nobody: "no",
      "other-partner": "yes",
      unknown: "unknown",
    };
    return said[answer] ? { competingPartner: said[answer] } : {};
  },
};

export function causesView(kit: Kit): HTMLElement[] {
  const { store, words, host } = kit;
  const { place } = host;
  let customerLocale = host.locale;
  let changing: Asked | undefined;
  const conclusion = h("h2", { tabindex: "-1" });
  const state = h("section.verdict", {}, conclusion);
  const sure = h("div.findings");
  const asked = h("section.asked");
  const answered = h("section");
  const others = foldView(kit, "causes", "todo");
  const letter = foldView(kit, "causes-letter", "mail");
  const support = foldView(kit, "causes-support", "copy");
  const draws = {
    sure: filler(sure),
    asked: filler(asked),
    answered: filler(answered),
    others: filler(others.inside),
    letter: filler(letter.inside),
    support: filler(support.inside),
  };
  kit.draws(["claim", "items", "report"], draw);
  const folds = h("div", {}, others.node, letter.node, support.node);
  return [state, sure, asked, answered, folds];

  function diagnose(): Diagnosis {
    return host.library.diagnoseSubscription(store.claim, store.held ?? {}, {
      ...{ answers: place.answers, locale: host.locale, customerLocale },
      ...(store.ruleset && { ruleset: store.ruleset }),
    });
  }

  function draw(): Diagnosis {
    forgetChanged();
    const diagnosis = diagnose();
    const isSure = ({ status }: DiagnosedCause) => status === "confirmed";
    const confirmed = diagnosis.causes.filter(isSure);
    const rest = diagnosis.causes.filter((cause) => !isSure(cause));
    const { explained, unexplained } = { explained: "block", unexplained: "settle" } as const;
    const look = { explained, unexplained }[diagnosis.conclusion.state as "explained"] ?? "note";
    state.className = `verdict small is-${look}`;
    say(conclusion, diagnosis.conclusion.text);
    draws.sure([confirmed, store.report.findings], () => confirmed.map(cause));
    question(diagnosis);
    draws.answered(diagnosis.answered, () => answers(diagnosis));
    show(others.node, rest.length > 0);
    const forms = confirmed.length ? words.causes.others : words.causes.all;
    say(others.label, plural(host.locale, forms, rest.length));
    draws.others(rest, () => rest.map(line));
    const { customerMessage, supportRequest } = diagnosis;
    show(letter.node, Boolean(customerMessage));
    say(letter.label, words.causes.customer);
    draws.letter(customerMessage, () => customerMessage && [languages(), text(customerMessage)]);
    say(support.label, host.described.labels.support.title);
    draws.support(supportRequest, () => text(supportRequest));
    return diagnosis;
  }

  /** The claim has the last word: there, an answer may have been changed since. */
  function forgetChanged(): void {
    for (const [name, inClaim] of Object.entries(IN_CLAIM)) {
      const answer = place.answers[name as Asked];
      const [[field, value] = []] = answer ? Object.entries(inClaim(answer)) : [];
      const now = field && store.claim[field as keyof Texts];
      if (now && now !== value) delete place.answers[name as Asked];
    }
  }

  function cause({ code, title, text: why, next }: DiagnosedCause): Kid {
    const finding = store.report.findings.find((one) => one.code === code);
    return h(
      "section.sub.finding.is-block",
      { "data-code": code },
      icon("blocks") as Node,
      h(
        "div",
        {},
        h("h3", {}, title),
        h("p", {}, why),
        h("p", {}, next),
        finding && buttons(kit, finding, { isFirst: true }),
      ),
    );
  }

  function line({ status, title, text: why, next }: DiagnosedCause): Kid {
    const said = host.described.labels.causeStatuses[status];
    return h(
      "div.cause",
      { "data-status": status },
      h("h3", {}, title, h("small.quiet", {}, ` ${said}`)),
      h("p", {}, why),
      status !== "ruled-out" && h("p.quiet", {}, next),
    );
  }

  function question({ nextQuestion, answered: given }: Diagnosis): void {
    const described = host.described.questions.diagnosis;
    const again = described.find(({ id }) => id === changing);
    const current = again ? { ...again, exports: [] } : nextQuestion;
    show(asked, Boolean(current));
    const chosen = given.find(({ id }) => id === current?.id)?.answer;
    draws.asked([current, chosen], () => current && choices(current as DiagnosisStep, chosen));
  }

  function choices({ id, text: ask, options, exports }: DiagnosisStep, chosen?: string): Kid {
    const kinds = exports.map(({ label }) => label).join(", ");
    const files = h("input.vh", {
      ...{ type: "file", multiple: true, "data-key": "exports" },
      change: () => store.put([...(files.files ?? [])]).catch(() => host.say(words.intake.failed)),
    }) as HTMLInputElement;
    return [
      h("h2", { tabindex: "-1", id: "asked" }, ask),
      h(
        "div.choice",
        { role: "group", "aria-labelledby": "asked" },
        options.map(({ value, label }) => {
          const click = () => reply(id, value);
          const button = h(
            "button.answer",
            { type: "button", "data-key": `answer-${value}`, click },
            label,
            icon("open", "small") as Node,
          );
          if (chosen) attribute(button, "aria-pressed", String(chosen === value));
          return button;
        }),
      ),
      kinds &&
        h(
          "div.better",
          {},
          h("p.quiet", {}, fill(words.causes.better, { kinds })),
          h("label.btn.btn-s", {}, words.first.choose, files),
        ),
    ];
  }

  function reply(id: Asked, value: string): void {
    const before = new Set(confirmedIn(diagnose()));
    changing = undefined;
    Object.assign(place.answers, { [id]: value });
    store.apply(IN_CLAIM[id]?.(value) ?? {});
    const diagnosis = draw();
    const fresh = confirmedIn(diagnosis).filter((title) => !before.has(title));
    if (fresh.length) host.say(fresh.join(". "));
    const isDone = fresh.length > 0 || !diagnosis.nextQuestion;
    if (isDone) conclusion.focus();
    else asked.querySelector("h2")?.focus();
  }

  function answers({ answered: given }: Diagnosis): Kid {
    if (!given.length) return null;
    return [
      h("h2", {}, words.causes.answers),
      h(
        "dl.found",
        {},
        given.map(({ id, text: ask, label }) => {
          const click = () => {
            changing = id;
            draw();
            asked.querySelector("h2")?.focus();
          };
          const name = `${words.causes.change}: ${ask}`;
          const attributes = { type: "button", "aria-label": name, click };
          return h(
            "div",
            {},
            h("dt", {}, ask),
            h("dd", {}, label),
            h("dd", {}, h("button.btn.btn-s.btn-q", attributes, words.causes.change)),
          );
        }),
      ),
    ];
  }

  function languages(): Kid {
    const change = async () => {
      const tag = (menu as HTMLSelectElement).value;
      await host.needsLocale(tag).catch(() => {});
      customerLocale = tag;
      draw();
    };
    const menu = h(
      "select",
      { "aria-label": words.letter.language, "data-key": "causes-language", change },
      Object.entries(LANGUAGE_NAMES).map(([tag, name]) =>
        h("option", { value: tag, lang: tag, selected: tag === customerLocale }, name),
      ),
    );
    return h("div.sel.sel-f", {}, menu, icon("down", "small") as Node);
  }

  /** A text to send on. */
  function text({ text: value, locale }: { text: string; locale?: string }): Kid {
    const area = h("textarea.in", {
      ...{ readonly: true, rows: "9", "aria-label": words.letter.text, value },
      ...(locale && { lang: locale }),
    }) as HTMLTextAreaElement;
    const select = () => area.select();
    const copy = copyButton(kit, "button.btn.btn-s", words.copy.copy, () => value, { select });
    return [area, h("div.btns", {}, copy)];
  }
}

const confirmedIn = ({ causes }: Diagnosis): string[] =>
  causes.filter(({ status }) => status === "confirmed").map(({ title }) => title);
