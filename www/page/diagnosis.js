import { LANGUAGE_NAMES } from "../generated/names.ts";
import {
  button,
  copy,
  copyBox,
  details,
  h,
  lateDetails,
  question,
  remember,
  same,
  uid,
} from "./dom.js";

/** What the form says where it asks the same. */
const IN_FORM = {
  channel: (answer) => ({ purchaseChannel: answer }),
  holder: (answer) => {
    const competingPartner = { nobody: "no", "other-partner": "yes", unknown: "unknown" }[answer];
    return competingPartner && { competingPartner };
  },
};

/**
 * "Partner Center showed me an error": asks one question after the other and shows for every cause
 * its status; then texts to send on.
 *
 * - `diagnose(answers, customerLocale)` is the library's; `questions` are all that it may ask
 * - `state`: as for the form; of it, `state.diagnosis` is `{ answers, customerLocale? }`
 * - `fill(values)` fills the form
 * - `exports` takes exports in (see `mountEvidence`); `claimed`, `say`, `opened`, `failed` as there;
 *   `explained(act)` has the part that explains how to get one, with `skuTable` and `dateLocale`
 */
export function diagnosisGuide(options) {
  const { diagnose, questions, statuses, support, words, evidence, locales, locale } = options;
  const { state, fill, exports, say, opened, failed, loadLocale } = options;
  const { explained } = options;
  const box = copyBox(words.copyByHand);
  const input = h("input.id", {
    ...{ id: uid(), dir: "ltr", spellcheck: "false", autocapitalize: "off" },
    change: () => fill({ subscriptionId: input.value }),
    input: ({ inputType }) =>
      inputType === "insertFromPaste" && fill({ subscriptionId: input.value }),
  });
  const conclusion = h("h3", { tabindex: "-1" });
  const confirmed = h("ol.causes");
  const legend = h("h3", { id: uid(), tabindex: "-1" });
  const lead = h("p.over");
  const choices = h("div.choices");
  const asked = h("section.asked", { "aria-labelledby": legend.id }, lead, legend, choices);
  const better = exportBox();
  const answers = h("ul.answers");
  const answered = h("section", h("h3", words.answers), answers);
  const rest = h("section", h("h3"), h("ol.causes"));
  const letter = textBox("letter", words.customer, words.customerCopied, languageChoice());
  const request = textBox("supportRequest", support.title, words.copied);
  const drawn = {};
  let changing;
  let confirmedCodes = new Set();
  asked.append(better.node);
  load(state.diagnosis.customerLocale);
  return {
    refresh,
    nodes: [
      h("p", words.intro),
      h("div.field", h("label", { for: input.id }, words.identifier), input),
      conclusion,
      confirmed,
      asked,
      answered,
      rest,
      letter.node,
      request.node,
      box,
    ],
  };

  function refresh() {
    const given = state.diagnosis.answers;
    for (const [id, inForm] of Object.entries(IN_FORM)) {
      // The form has the last word: there, it may have been changed since.
      const [[name, value] = []] = Object.entries((given[id] && inForm(given[id])) ?? {});
      if (name && state.claim[name] && state.claim[name] !== value) delete given[id];
    }
    const typed = state.typed.subscriptionId ?? "";
    if (input.value !== typed && input !== input.getRootNode().activeElement) input.value = typed;
    const diagnosis = diagnose(given, state.diagnosis.customerLocale ?? locale);
    const isSure = ({ status }) => status === "confirmed";
    const sure = diagnosis.causes.filter(isSure);
    const others = diagnosis.causes.filter((cause) => !isSure(cause));
    conclusion.textContent = diagnosis.conclusion.text;
    once("sure", sure, () => confirmed.replaceChildren(...sure.map(cause)));
    once("others", others, () => rest.lastChild.replaceChildren(...others.map(cause)));
    rest.firstChild.textContent = sure.length ? words.otherCauses : words.causes;
    rest.hidden = !others.length;
    ask(diagnosis);
    once("answered", diagnosis.answered, () =>
      answers.replaceChildren(...diagnosis.answered.map(answer)),
    );
    answered.hidden = !diagnosis.answered.length;
    letter.show(diagnosis.customerMessage);
    request.show(diagnosis.supportRequest);
    const fresh = sure.filter(({ code }) => !confirmedCodes.has(code));
    confirmedCodes = new Set(sure.map(({ code }) => code));
    if (fresh.length) say(fresh.map(({ title }) => `${statuses.confirmed}: ${title}.`).join(" "));
    return diagnosis;
  }

  /** Draws a part only when what it shows has changed: what has the focus stays. */
  function once(name, content, draw) {
    if (same(content, drawn[name])) return;
    drawn[name] = content;
    draw();
  }

  function cause({ title, status, text, next }) {
    return h(
      `li.${status}`,
      h("p.head", h("strong", title), h("b.status", statuses[status])),
      h("p", text),
      status !== "ruled-out" && h("p.next", next),
    );
  }

  function ask({ nextQuestion, answered: given, causes }) {
    const current = changing ? questions.find(({ id }) => id === changing) : nextQuestion;
    asked.hidden = !current;
    if (!current) return;
    const { id, text, options: all, exports: kinds = [] } = current;
    const chosen = given.find((one) => one.id === id)?.answer;
    const isMore = causes.some(({ status }) => status === "confirmed");
    lead.textContent = isMore ? words.more : words.next;
    once("asked", [id, chosen, locale], () => {
      legend.textContent = text;
      choices.replaceChildren(
        ...all.map(({ value, label }) =>
          button(label, () => reply(id, value), {
            "aria-pressed": chosen === undefined ? undefined : String(chosen === value),
          }),
        ),
      );
    });
    better.show(kinds);
  }

  function reply(id, value) {
    const before = confirmedCodes;
    changing = undefined;
    state.diagnosis.answers[id] = value;
    const inForm = IN_FORM[id]?.(value);
    if (inForm) fill(inForm);
    const { nextQuestion } = refresh();
    const concludes = !nextQuestion || [...confirmedCodes].some((code) => !before.has(code));
    (concludes ? conclusion : legend).focus();
  }

  function answer({ id, text, label }) {
    const change = () => {
      changing = id;
      refresh();
      legend.focus();
    };
    return h(
      "li.head",
      h("span", text, " ", h("strong", label)),
      button(words.change, change, { "aria-label": `${words.change}: ${text}` }),
    );
  }

  /** Exports can be given right here; the form's list has them. */
  function exportBox() {
    const list = h("p.hint");
    const take = () => {
      if (text.value.trim()) exports.add({ name: "", data: text.value });
      text.value = "";
    };
    const pasted = question(evidence.paste, "textarea", {
      rows: 2,
      dir: "ltr",
      spellcheck: "false",
      input: ({ inputType }) => inputType === "insertFromPaste" && take(),
    });
    const text = pasted.lastChild;
    let guide;
    const explain = ({ howTo }) => {
      guide = howTo({ ...options, words: { ...words, ...evidence }, box });
      guide.refresh();
      return guide.nodes;
    };
    const how = lateDetails(evidence.how, words, () => explained(explain));
    const node = details(words.exports);
    node.lastChild.append(
      list,
      h("p", button(evidence.choose, exports.choose)),
      pasted,
      h("p", button(evidence.add, take)),
      remember(opened, "diagnosisHow", how),
    );
    return {
      node: remember(opened, "diagnosisExport", node),
      show(kinds) {
        node.hidden = !kinds.length;
        list.textContent = kinds.map(({ label }) => label).join(", ");
        guide?.refresh();
      },
    };
  }

  /** A text to copy, in its disclosure. */
  function textBox(name, title, copied, ...tools) {
    const text = h("pre.letter", { tabindex: "0", role: "group", "aria-label": title });
    const take = async () => (await copy(text.textContent, box)) && say(copied);
    const label = `${words.copy}: ${title}`;
    const node = details(title);
    node.lastChild.append(
      ...tools,
      text,
      h("p", button(words.copy, take, { "aria-label": label })),
    );
    return {
      node: remember(opened, name, node),
      show(message) {
        node.hidden = !message;
        if (!message) return;
        text.textContent = message.text;
        if (message.locale) text.lang = message.locale;
      },
    };
  }

  function languageChoice() {
    const choices = locales.map((tag) =>
      h("option", { value: tag, lang: tag }, LANGUAGE_NAMES[tag]),
    );
    const change = ({ target }) => load(target.value);
    const node = question(words.customerLanguage, "select", { change }, choices);
    node.lastChild.value = state.diagnosis.customerLocale ?? locale;
    return node;
  }

  /** The customer's language may not be the page's. */
  async function load(tag) {
    if (!tag) return;
    try {
      await loadLocale(tag);
      state.diagnosis.customerLocale = tag;
      refresh();
    } catch {
      failed(() => load(tag));
    }
  }
}
