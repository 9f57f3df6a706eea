import { button, copyBox, h, lateDetails, remember, uid } from "./dom.js";
import { Known } from "./known.js";

/**
 * The exports at hand. This takes them in; what reads, joins and shows them is a part that is loaded
 * with the first of them, as may be the help on how to get one.
 *
 * An item of `state.exports` is `{ name, data, asOf, tenant?, domain?, asked? }`: its text, bytes or
 * File; the day it is from where it does not say; whose it is and which domain was looked up, in the
 * person's words; whether that was looked up from here, so that its name says which.
 *
 * - `claimed()` returns tenant ID and domain of the claim; `assess(subscription)` its product and what
 *   the check finds of it; `own()` is evidence beside that of the exports, in parts
 * - `describe()` is the library's
 * - `changed()` is called when something else is known
 * - `use(id)` puts a subscription into the claim; without it, none are shown
 * - `engine`, `using` and `session`: as for `mountCheck`
 *
 * The answer: `add(...items)` and `addFiles(files)` take in more, `paste()` goes to where one can be
 * pasted, `choose()` lets files be chosen; `evidence()` is all that is known, as the core holds it, and
 * `view()` what of it is shown (see `Known`); `update()` is to be called when `own()` has changed,
 * `refresh(subscriptionId)` when the claim has.
 */
export function mountEvidence(options) {
  const { engine, session, words, state, claimed, own, changed, using } = options;
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
  session.known ??= new Known(engine);
  const { known, opened } = session;
  let current;
  let sources;
  let guide;
  const how = lateDetails(words.how, words, () => session.parts.with("exports", explain));
  const node = h(
    "section.evidence",
    { dragover: drag, dragleave: drag, drop: drag },
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
  update();
  return {
    ...{ node, add, addFiles, update, refresh, evidence, view },
    choose: () => files.click(),
    paste: () => text.focus(),
  };

  function explain({ howTo }) {
    guide = howTo({ ...options, skuTable: options.describe().skuTable, box });
    guide.refresh();
    return [...guide.nodes, box];
  }

  function drag(event) {
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

  /** Without exports, what is known is the person's own and the host's. */
  function update() {
    if (!sources && !state.exports.length) return learn([]);
    using("exports", ({ mountSources }) => {
      sources ??= mountSources({ ...options, list, conflicts, table, learn });
      sources.update();
    });
  }

  /** Takes the evidence of the exports that have been read, as the core holds it. */
  function learn(exports) {
    if (known.update(own(), exports)) changed();
  }

  function evidence() {
    // The core may have come for another reason, or may have had to start anew.
    if (!known.evidence?.isHeld) known.update(own(), sources?.read() ?? []);
    return known.evidence;
  }

  function view() {
    evidence();
    return known.view(claimed().tenantId);
  }

  function refresh(subscriptionId) {
    current = subscriptionId;
    guide?.refresh();
    sources?.refresh(view(), current);
  }
}

/** The visitor's day, as ISO date. */
export function day(time = Date.now()) {
  const date = new Date(time);
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
