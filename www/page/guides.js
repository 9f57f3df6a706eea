import { button, h, question, radios } from "./dom.js";

/** Asks what decides the activity, one question after the other; `seed()` are the answers that the claim has. */
export function activityGuide({ advise, questions, words, names, state, seed, use }) {
  const asked = h("div");
  const ranked = h("div");
  const groups = {};
  return { nodes: [h("p", words.intro), asked, ranked], refresh };

  function refresh() {
    const answers = { ...seed(), ...state.answers };
    const { nextQuestion, ranking, reconsider } = advise(answers);
    for (const { id, text, options } of questions) {
      const wanted = Boolean(answers[id]) || id === nextQuestion;
      if (wanted && !groups[id]) {
        groups[id] = radios({ legend: text, options, choose: (value) => answer(id, value) });
        asked.append(groups[id]);
      }
      if (!groups[id]) continue;
      groups[id].hidden = !wanted;
      for (const input of groups[id].querySelectorAll("input")) {
        input.checked = input.value === answers[id];
      }
    }
    const items = ranking.map((entry) => ({ ...entry, name: names[entry.activity] }));
    const answered = Object.keys(answers).length > 0;
    ranked.replaceChildren(
      ...(answered ? rankingList(words, items, ({ activity }) => use(activity, answers)) : []),
      ...(reconsider ? [h("p.next", reconsider.text)] : []),
    );
  }

  function answer(id, value) {
    state.answers[id] = value;
    refresh();
  }
}

/** The partner's IDs, and which of them fits the claim; `changed()` is called after every change. */
export function partnerGuide({ advise, questions, words, state, use, changed }) {
  const rows = h("div");
  const ranked = h("div");
  const context = questions.map(({ id, text, options }) => {
    const value = state.answers[id];
    const choose = (chosen) => {
      state.answers[id] = chosen;
      refresh();
    };
    return options.length
      ? radios({ legend: text, options, value, choose })
      : ask("input", text, value, choose);
  });
  const add = button(words.add, () => {
    state.partnerIds.push({});
    draw();
    rows.lastChild.querySelector("input").focus();
  });
  draw();
  return { nodes: [h("p", words.intro), rows, add, h("div", context), ranked], refresh };

  function refresh() {
    const { ranking, next } = advise(state.answers);
    const items = ranking.map((entry) => ({ ...entry, name: entry.id }));
    ranked.replaceChildren(
      ...(items.length ? rankingList(words, items, ({ id }) => use(id)) : []),
      h("p.next", items.length > 0 && next),
    );
  }

  function draw() {
    rows.replaceChildren(
      ...state.partnerIds.map((candidate, i) => {
        const set = (key) => (value) => {
          candidate[key] = value;
          changed();
        };
        const name = `${words.id} ${i + 1}`;
        const remove = () => {
          state.partnerIds.splice(i, 1);
          draw();
          changed();
          rows.querySelector("input").focus();
        };
        return h(
          "fieldset.own",
          h("legend", name),
          ask("input", words.id, candidate.id, set("id"), { inputmode: "numeric", dir: "ltr" }),
          choice(words.kind, words.kinds, candidate.kind, set("kind")),
          choice(words.enrolled, words.enrolments, candidate.enrolled, set("enrolled")),
          ask("input", words.type, candidate.partnerType, set("partnerType")),
          i > 0 && button(words.remove, remove, { "aria-label": `${words.remove}: ${name}` }),
        );
      }),
    );
  }
}

function rankingList(words, ranking, use) {
  const items = ranking.map((entry) => {
    const { name, fit, because, next } = entry;
    const reasons = because.map(({ text }) => h("li", text));
    const choose = () => use(entry);
    return h(
      "li",
      h(
        "p.head",
        h("strong", name),
        h(`span.fit.${fit}`, words.fits[fit]),
        fit !== "does-not-fit" &&
          button(words.use, choose, { "aria-label": `${words.use}: ${name}` }),
      ),
      h("ul.notes", reasons),
      next && h("p.next", next),
    );
  });
  return [h("h3", words.ranking), h("ol.ranking", items)];
}

const ask = (name, label, value, set, attributes) =>
  question(label, name, {
    spellcheck: "false",
    ...attributes,
    value: value ?? "",
    change: (event) => set(event.target.value),
  });

function choice(label, options, value, set) {
  const items = Object.entries(options).map(([key, text]) => h("option", { value: key }, text));
  const node = question(label, "select", { change: (event) => set(event.target.value) }, items);
  node.lastChild.value = value ?? "";
  return node;
}
