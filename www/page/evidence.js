import { button, copyBox, day, h, lateDetails, remember, uid } from "./dom.js";
import { HeldEvidence } from "./held-evidence.js";

/** Files that have others in them. */
const PACKED = /\.(zip|gz|xlsx|xlsm)$/i;

/**
 * The exports at hand. This takes them in; what reads, joins and shows them is a part that is loaded
 * with the first of them, as may be the help on how to get one.
 *
 * An item of `state.exports` is `{ name, data, asOf, tenant?, domain?, asked? }`: its text, bytes or
 * File; the day it is from where it does not say; whose it is and which domain was looked up, in the
 * person's words; whether that was looked up from here, so that its name says which. One that could not be
 * opened has a `fault`, the code of a problem.
 *
 * - `claimed()` returns tenant ID and domain of the claim; `assess(subscription)` its product and what
 *   the check finds of it; `others()` is evidence beside that of the exports, in parts
 * - `describe()` is the library's
 * - `changed()` is called when there is other evidence
 * - `use(id)` puts a subscription into the claim; without it, none are shown
 * - `engine`, `using` and `session`: as for `mountCheck`
 *
 * The answer: `add(...items)` and `addFiles(files)` take in more, `paste()` goes to where one can be
 * pasted, `choose()` lets files be chosen; `all()` is all evidence as the core holds it, and `view()`
 * what of it is shown (see `HeldEvidence`); `update()` is to be called when `others()` has changed,
 * `refresh(subscriptionId)` when the claim has.
 */
export function mountEvidence(options) {
  const { engine, session, words, state, claimed, others, changed, using } = options;
  const files = h("input", {
    id: uid(),
    type: "file",
    multiple: true,
    accept: ".json,.csv,.txt,.tsv,.xlsx,.xlsm,.zip,.gz",
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
  session.evidence ??= new HeldEvidence(engine);
  const { evidence, opened } = session;
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
    ...{ node, add, addFiles, update, refresh, all, view },
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
    // Where another computer wrote it, its clock may be ahead.
    const asOf = ({ lastModified }) => day(Math.min(lastModified, Date.now()));
    const items = [...chosen].map((file) => ({ name: file.name, data: file, asOf: asOf(file) }));
    files.value = "";
    const isPacked = ({ name }) => PACKED.test(name);
    add(...items.filter((item) => !isPacked(item)));
    for (const item of items.filter(isPacked))
      using("packed", async ({ unpacked }) => add(...(await unpacked(item))));
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

  /** Without exports, there is what the person has entered and what the host brings. */
  function update() {
    if (!sources && !state.exports.length) return learn([]);
    using("exports", ({ mountSources }) => {
      sources ??= mountSources({ ...options, list, conflicts, table, learn });
      sources.update();
    });
  }

  /** Takes the evidence of the exports that have been read, as the core holds it. */
  function learn(exports) {
    if (evidence.update(others(), exports)) changed();
  }

  function all() {
    // The core may have been loaded for another reason, or may have had to start anew.
    if (!evidence.all?.isHeld) evidence.update(others(), sources?.read() ?? []);
    return evidence.all;
  }

  function view() {
    all();
    return evidence.view(claimed().tenantId);
  }

  function refresh(subscriptionId) {
    current = subscriptionId;
    guide?.refresh();
    sources?.refresh(view(), current);
  }
}
