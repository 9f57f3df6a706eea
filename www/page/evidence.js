import { button, copy, copyBox, details, fill, h, plural, question, uid } from "./dom.js";

const GRAPH = "GET https://graph.microsoft.com/v1.0";
const SOURCES = {
  subscriptions: () => `${GRAPH}/directory/subscriptions`,
  skus: () => `${GRAPH}/subscribedSkus`,
  domain: ({ domain = "contoso.com" }) =>
    `https://login.microsoftonline.com/${domain}/v2.0/.well-known/openid-configuration`,
};
const MOST_ROWS = 100;
const MOST_NOTES = 5;

/**
 * The exports at hand: takes them in, says what was recognised, lists the subscriptions found.
 * `claimed()` tells tenant ID and domain of the claim; `assess(subscription)` its product and what
 * the check says of it.
 */
export function mountEvidence(options) {
  const { lib, words, kinds, locale, state, claimed, assess, use, changed, say } = options;
  const read = reader(lib, locale);
  const box = copyBox(words.copyByHand);
  const calls = Object.keys(SOURCES).map((source) => [source, h("code", { dir: "ltr" })]);
  const files = h("input", {
    id: uid(),
    type: "file",
    multiple: true,
    accept: ".json,.csv,.txt",
    change: () => addFiles(files.files),
  });
  const text = h("textarea", {
    id: uid(),
    rows: 2,
    spellcheck: "false",
    dir: "ltr",
    input: ({ inputType }) => inputType === "insertFromPaste" && addText(),
  });
  const list = h("ul.exports");
  const table = h("div");
  const syncs = new Map();
  let drawn = "";
  const node = h(
    "section.evidence",
    { dragover: over, dragleave: over, drop: over },
    h("h3", words.title),
    h("p.hint", words.hint),
    details(words.how, h("p", words.howText), h("ul", calls.map(howTo)), h("p", words.others), box),
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
  state.exports.forEach(draw);
  return { node, addFiles, refresh, evidence };

  function evidence() {
    return state.exports.reduce((all, item) => lib.mergeEvidence(all, read(item).evidence), {});
  }

  function howTo([source, code]) {
    const take = async () => (await copy(code.textContent, box)) && say(words.copied);
    const title = words.sources[source];
    const label = `${words.copy}: ${title}`;
    const copyThis = button(words.copy, take, { "aria-label": label });
    return h("li", h("p", title), h("p.call", code, copyThis));
  }

  function over(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    node.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") addFiles(event.dataTransfer.files);
  }

  async function addFiles(chosen) {
    for (const file of [...chosen]) {
      add({ name: file.name, data: new Uint8Array(await file.arrayBuffer()) });
    }
    files.value = "";
  }

  function addText() {
    if (text.value.trim()) add({ name: "", data: text.value });
    text.value = "";
  }

  function add(item) {
    const { kind, rows } = read(item);
    // Fixed now: if the claim's domain changes later, this answer is still about the one that was asked.
    if (kind === "openid-configuration") item.domain = claimed().domain ?? "";
    state.exports.push(item);
    draw(item);
    changed();
    say(`${kinds[kind]}: ${plural(locale, words.rows, rows)}`);
  }

  function draw(item) {
    const { kind, rows } = read(item);
    const name = kinds[kind];
    const notes = h("ul.notes");
    const remove = button(words.remove, removeThis, { "aria-label": `${words.remove}: ${name}` });
    const head = [h("strong", name), h("span", plural(locale, words.rows, rows)), item.name];
    const entry = h(
      "li",
      h("p.head", head, remove),
      asksForTenant(item) && tenantQuestion(item, answered),
      item.domain !== undefined &&
        ask(words.domainAsked, item.domain, (value) => answered({ domain: value })),
      notes,
    );
    list.append(entry);
    note();

    function answered(answer) {
      Object.assign(item, answer);
      note();
      changed();
    }

    function note() {
      const { evidence: found, problems } = read(item);
      const all = [...(found.subscriptions ?? []), ...(found.tenants ?? [])];
      const tenants = [...new Set(all.map(({ tenantId }) => tenantId).filter(Boolean))];
      const lines = [
        ...tenants.map((id) => h("li", words.fromTenant, " ", ltr(id))),
        ...problems.map(({ row, text: problem }) =>
          h("li.problem", row && `${fill(words.row, { n: row })} `, problem),
        ),
      ];
      notes.replaceChildren(...lines.slice(0, MOST_NOTES), rest("li", lines.length - MOST_NOTES));
    }

    function removeThis() {
      state.exports = state.exports.filter((other) => other !== item);
      syncs.delete(item);
      entry.remove();
      changed();
      say(words.removed);
      files.focus();
    }
  }

  function asksForTenant({ name, data }) {
    return lib
      .readEvidence(data, { name, locale })
      .problems.some(({ code }) => code === "tenant-unknown");
  }

  /** The export does not say whose it is, so the person does; the claim's tenant is never assumed. */
  function tenantQuestion(item, answered) {
    const other = ask(words.otherTenant, "", (value) => answered({ tenant: value.trim() }));
    const choices = ["unknown", "claim", "other"].map((value) =>
      h("option", { value }, words.tenants[value]),
    );
    const choose = ({ target }) =>
      answered({ tenant: { claim: claimed().tenantId, other: "" }[target.value] });
    const select = question(words.whichTenant, "select", { change: choose }, choices);
    syncs.set(item, () => {
      const { tenantId } = claimed();
      choices[1].disabled = !tenantId;
      choices[1].textContent = `${words.tenants.claim} (${tenantId ?? words.tenants.missing})`;
      // What was said stays said: when the claim's tenant ID changes, the export is still from the one of then.
      const own = item.tenant && item.tenant === tenantId;
      select.lastChild.value = item.tenant === undefined ? "unknown" : own ? "claim" : "other";
      other.hidden = item.tenant === undefined || own;
      other.lastChild.value = item.tenant ?? "";
    });
    return [select, other];
  }

  function refresh(all, current) {
    for (const [source, code] of calls) code.textContent = SOURCES[source](claimed());
    for (const sync of syncs.values()) sync();
    const found = all.subscriptions ?? [];
    const rows = found.slice(0, MOST_ROWS).map((one) => ({ ...one, ...assess(one) }));
    const now = JSON.stringify([rows, claimed().tenantId]);
    if (now !== drawn) {
      drawn = now;
      table.replaceChildren(
        ...(rows.length ? [subscriptions(rows), rest("p", found.length - MOST_ROWS)] : []),
      );
    }
    for (const choice of table.querySelectorAll("button")) {
      choice.setAttribute("aria-pressed", choice.value === current);
    }
  }

  // The roles keep it a table for screen readers where the narrow layout turns cells into blocks.
  function subscriptions(rows) {
    const titles = [words.subscription, words.status, words.check, words.use];
    const head = titles.map((title) => h("th", { scope: "col", role: "columnheader" }, title));
    return h(
      "table",
      { role: "table" },
      h("caption", words.found),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head)),
      h("tbody", { role: "rowgroup" }, rows.map(row)),
    );
  }

  function row({ id, product, status, tenantId, findings }) {
    const cell = (...kids) => h("td", { role: "cell" }, kids);
    const against = findings.map(({ severity, what }) =>
      h(`li.${severity}`, h("b", words.severities[severity]), " ", what),
    );
    const label = fill(words.useThis, { id: id.slice(-4) });
    return h(
      "tr",
      { role: "row" },
      cell(h("strong", product ?? words.noProduct), ltr(id), h("span.hint", whose(tenantId))),
      cell(words.statuses[status] ?? status),
      cell(against.length ? h("ul.notes", against) : h("span.hint", words.nothingAgainst)),
      cell(button(words.use, () => use(id), { value: id, "aria-label": label })),
    );
  }

  function whose(tenantId) {
    if (tenantId && tenantId === claimed().tenantId) return words.sameTenant;
    return [words.fromTenant, " ", tenantId ? ltr(tenantId) : words.tenants.unknown];
  }

  function rest(tag, n) {
    return n > 0 ? h(tag, fill(words.more, { n })) : "";
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

const ask = (label, value, answer) =>
  question(label, "input", {
    value,
    dir: "ltr",
    spellcheck: "false",
    autocapitalize: "off",
    change: (event) => answer(event.target.value),
  });

const ltr = (text) => h("bdi", { dir: "ltr" }, text);
