import { button, copyBox, h, lateDetails, remember, uid } from "./dom.js";
import { withPart } from "./parts.js";

/**
 * The exports at hand. This takes them in; what reads, joins and shows them is a part that comes
 * with the first of them, as may the help on how to get one.
 *
 * An item of `state.exports` is `{ name, data, asOf, tenant?, domain?, asked? }`: its text, bytes or
 * File; the day it is from where it does not say; whose it is and which domain was looked up, in the
 * person's words; whether that was looked up from here, so that its name says which.
 *
 * - `claimed()` tells tenant ID and domain of the claim; `assess(subscription)` its product and what
 *   the check says of it; `own()` is evidence beside that of the exports
 * - `labels()` are the library's, once the part is there
 * - `changed()` hears that something else is known now
 * - `use(id)` puts a subscription into the claim; without it, none are shown
 * - `keepParts`: what is known is wanted as it came, too: `known()` then has it as `parts`
 * - `using` and `opened`: as for `mountCheck`
 *
 * The answer: `add(...items)` and `addFiles(files)` take in more, `paste()` goes to where one can be
 * pasted, `choose()` lets files be chosen, `known()` is `{ evidence, view }` (see
 * `join` in reading.js), `update()` says that `own()` has changed, `refresh(subscriptionId)` that
 * the claim has.
 */
export function mountEvidence(options) {
  const { words, state, own, changed, using, opened } = options;
  const files = h("input", {
    id: uid(),
    type: "file",
    multiple: true,
    accept: ".json,.csv,.txt,.tsv",
    change: () => addFiles(files.files),
  });
  const text = h("textarea", {
    id: uid(),
    rows: 2,
    spellcheck: "false",
    dir: "ltr",
    input: ({ inputType }) => inputType === "insertFromPaste" && addText(),
  });
  const box = copyBox(words.copyByHand);
  const list = h("ul.exports");
  const conflicts = h("div.conflicts");
  const table = h("div");
  let known = alone();
  let current;
  let sources;
  let guide;
  const how = lateDetails(words.how, words, () => withPart("exports", explain));
  const node = h(
    "section.evidence",
    { dragover: over, dragleave: over, drop: over },
    h("h3", words.title),
    h("p.hint", words.hint),
    remember(opened, "how", how),
    h(
      "div.drop",
      h("p", files, h("label.button", { for: files.id }, words.choose), h("span", words.orDrop)),
      h("label", { for: text.id }, words.paste),
      text,
      button(words.add, addText),
    ),
    list,
    conflicts,
    table,
  );
  if (state.exports.length) update();
  return {
    ...{ node, add, addFiles, update, refresh },
    choose: () => files.click(),
    paste: () => text.focus(),
    known: () => known,
  };

  function explain({ howTo }) {
    guide = howTo({ ...options, box });
    guide.refresh();
    return [...guide.nodes, box];
  }

  function over(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    node.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") addFiles(event.dataTransfer.files);
  }

  function addFiles(chosen) {
    add(
      ...[...chosen].map((file) => ({ name: file.name, data: file, asOf: day(file.lastModified) })),
    );
    files.value = "";
  }

  function addText() {
    if (text.value.trim()) add({ name: "", data: text.value });
    text.value = "";
  }

  function add(...items) {
    for (const item of items) item.asOf ??= day();
    state.exports.push(...items);
    update();
  }

  function update() {
    if (!sources) hold(alone());
    if (!sources && !state.exports.length) return;
    using("exports", ({ mountSources }) => {
      const { exportKinds: kinds, exportProblems: problems, facts } = options.labels();
      sources ??= mountSources({
        ...{ ...options, kinds, problems, facts },
        ...{ list, conflicts, table, hold },
      });
      sources.update();
    });
  }

  function hold(joined) {
    known = joined;
    changed();
  }

  /** Without exports, what is known is the own. */
  function alone() {
    const evidence = own();
    const none = {
      subscriptions: [],
      subscriptionCount: 0,
      domains: [],
      problems: [],
      problemCount: 0,
    };
    return { evidence, view: { ...evidence, ...none } };
  }

  function refresh(subscriptionId) {
    current = subscriptionId;
    guide?.refresh();
    sources?.refresh(known.view, current);
  }
}

/** The visitor's day, as ISO date. */
export function day(time = Date.now()) {
  const date = new Date(time);
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
