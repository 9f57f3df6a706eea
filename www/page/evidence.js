import { button, copyBox, h, lateDetails, plural, remember, uid } from "./dom.js";
import { withPart } from "./parts.js";

let canRead = false;

/**
 * The exports at hand: takes them in and reads them; what was recognised and the subscriptions found
 * are drawn by a part that may come later, as may the help on how to get an export.
 *
 * - `claimed()` tells tenant ID and domain of the claim; `assess(subscription)` its product and what
 *   the check says of it
 * - `using`, `failed` and `opened`: as for `mountCheck`
 */
export function mountEvidence(options) {
  const { lib, words, kinds, locale, state, claimed, changed, say, using, failed, opened } =
    options;
  const read = reader(lib, locale);
  const files = h("input", {
    id: uid(),
    type: "file",
    multiple: true,
    accept: ".json,.txt",
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
  const table = h("div");
  let current = [{}];
  let view;
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
    table,
  );
  if (canRead && state.exports.length) draw();
  else if (state.exports.length) whenReadable(() => [draw(), changed()]);
  return { node, addFiles, refresh, evidence };

  function evidence() {
    const exports = canRead ? state.exports : [];
    return exports.reduce((all, item) => lib.mergeEvidence(all, read(item).evidence), {});
  }

  function explain({ howTo }) {
    guide = howTo({ words, claimed, say, box });
    guide.refresh();
    return [...guide.nodes, box];
  }

  function over(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    node.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") addFiles(event.dataTransfer.files);
  }

  async function addFiles(chosen) {
    for (const file of [...chosen]) {
      const item = { name: file.name, data: new Uint8Array(await file.arrayBuffer()) };
      whenReadable(() => add(item));
    }
    files.value = "";
  }

  function addText() {
    const item = { name: "", data: text.value };
    if (text.value.trim()) whenReadable(() => add(item));
    text.value = "";
  }

  /** The readers come with the first export. */
  async function whenReadable(act) {
    try {
      await lib.loadReaders();
      canRead = true;
    } catch {
      return failed(() => whenReadable(act));
    }
    act();
  }

  function add(item) {
    const { kind, rows } = read(item);
    // Fixed now: if the claim's domain changes later, this answer is still about the one that was asked.
    if (kind === "openid-configuration") item.domain = claimed().domain ?? "";
    state.exports.push(item);
    draw();
    changed();
    say(`${kinds[kind]}: ${plural(locale, words.rows, rows)}`);
  }

  function draw() {
    using("exports", ({ drawExports }) => {
      view ??= drawExports({ ...options, read, list, table, focus: () => files.focus() });
      view.draw();
      view.refresh(...current);
    });
  }

  /** Takes all evidence there is, and the ID of the claim's subscription. */
  function refresh(...latest) {
    current = latest;
    guide?.refresh();
    view?.refresh(...current);
  }
}

/** Reads an export anew only when what was said about it has changed. */
function reader(lib, locale) {
  const known = new Map();
  return (item) => {
    const { name, data, tenant, domain } = item;
    const key = `${tenant}/${domain}`;
    if (known.get(item)?.key !== key) {
      const said = { name, tenantId: tenant || undefined, domain: domain || undefined, locale };
      known.set(item, { key, result: lib.readEvidence(data, said) });
    }
    return known.get(item).result;
  };
}
