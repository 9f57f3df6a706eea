import { button, copy, fill, h, plural, question } from "./dom.js";

const GRAPH = "GET https://graph.microsoft.com/v1.0";
const SOURCES = {
  subscriptions: () => `${GRAPH}/directory/subscriptions`,
  skus: () => `${GRAPH}/subscribedSkus`,
  domain: ({ domain = "contoso.com" }) =>
    `https://login.microsoftonline.com/${domain}/v2.0/.well-known/openid-configuration`,
};
const MOST_ROWS = 100;
const MOST_NOTES = 5;

/** How to get an export; the calls follow the claim. */
export function howTo({ words, claimed, say, box }) {
  const calls = Object.keys(SOURCES).map((source) => [source, h("code", { dir: "ltr" })]);
  return { nodes: [h("p", words.howText), h("ul", ...calls.map(entry))], refresh };

  function entry([source, code]) {
    const take = async () => (await copy(code.textContent, box)) && say(words.copied);
    const title = words.sources[source];
    const label = `${words.copy}: ${title}`;
    const copyThis = button(words.copy, take, { "aria-label": label });
    return h("li", h("p", title), h("p.call", code, copyThis));
  }

  function refresh() {
    for (const [source, code] of calls) code.textContent = SOURCES[source](claimed());
  }
}

/**
 * Draws the exports into `list` and the subscriptions found into `table`. `read(item)` is what an
 * export says; `focus()` goes back to where the next one can be added.
 */
export function drawExports(options) {
  const { lib, words, kinds, locale, state, claimed, assess, use, changed, say } = options;
  const { read, list, table, focus } = options;
  const syncs = new Map();
  const entries = new Map();
  let drawn = "";
  return { draw, refresh };

  /** Adds what is new. */
  function draw() {
    for (const item of state.exports) {
      if (entries.has(item)) continue;
      entries.set(item, entry(item));
      list.append(entries.get(item));
    }
  }

  function entry(item) {
    const { kind, rows } = read(item);
    const name = kinds[kind];
    const notes = h("ul.notes");
    const remove = button(words.remove, removeThis, { "aria-label": `${words.remove}: ${name}` });
    const head = [h("strong", name), h("span", plural(locale, words.rows, rows)), item.name];
    const node = h(
      "li",
      h("p.head", head, remove),
      asksForTenant(item) && tenantQuestion(item, answered),
      item.domain !== undefined &&
        ask(words.domainAsked, item.domain, (value) => answered({ domain: value })),
      notes,
    );
    note();
    return node;

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
      node.remove();
      changed();
      say(words.removed);
      focus();
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

const ask = (label, value, answer) =>
  question(label, "input", {
    value,
    dir: "ltr",
    spellcheck: "false",
    autocapitalize: "off",
    change: (event) => answer(event.target.value),
  });

const ltr = (text) => h("bdi", { dir: "ltr" }, text);
