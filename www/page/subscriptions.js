import { button, drawing, fill, h, ltr } from "./dom.js";

/** Milliseconds for which subscriptions are assessed at a stretch. */
const STRETCH = 20;

/**
 * Draws the subscriptions found into `table`, those of the claim's tenant first. `assess` returns what
 * the check finds of one, were it the claim's; `use(id)` puts it into the claim.
 */
export function drawSubscriptions({ words, dateLocale, claimed, assess, use, table }) {
  const amounts = new Intl.NumberFormat(dateLocale);
  const drawRows = drawing(table);
  let latest;
  /** What draws the cells of each row. */
  let cells = [];
  return refresh;

  /** Takes the view of the evidence, and the ID of the claim's subscription. */
  async function refresh({ subscriptions, subscriptionCount }, current) {
    const turn = {};
    latest = turn;
    press(current);
    const rows = [];
    let started = performance.now();
    for (const one of subscriptions) {
      if (performance.now() - started > STRETCH) {
        await new Promise((done) => setTimeout(done));
        if (latest !== turn || !table.isConnected) return;
        started = performance.now();
      }
      rows.push({ ...one, ...assess(one) });
    }
    const more = subscriptionCount - rows.length;
    drawRows([rows.map(({ id }) => id), more], () => {
      cells = [];
      return [
        ...(rows.length ? [subscriptionTable(rows)] : []),
        more > 0 ? h("p", fill(words.more, { n: amounts.format(more) })) : "",
      ];
    });
    for (const [at, row] of rows.entries()) show(row, cells[at]);
    press(current);
  }

  function press(current) {
    for (const choice of table.querySelectorAll("button")) {
      const pressed = String(choice.value === current);
      if (choice.getAttribute("aria-pressed") !== pressed)
        choice.setAttribute("aria-pressed", pressed);
    }
  }

  // The roles keep it a table for screen readers where the narrow layout turns cells into blocks.
  function subscriptionTable(rows) {
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

  function row({ id }) {
    const label = fill(words.useThis, { id: id.slice(-4) });
    const choice = button(words.use, () => use(id), { value: id, "aria-label": label });
    const nodes = ["", "", "", choice].map((kid) => h("td", { role: "cell" }, kid));
    cells.push(nodes.slice(0, 3).map(drawing));
    return h("tr", { role: "row" }, nodes);
  }

  /** What stands in the cells of a row, but for its button, which keeps the focus. */
  function show({ id, product, status, tenantId, findings }, [drawName, drawStatus, drawFindings]) {
    drawName([product, tenantId, claimed().tenantId], () => [
      h("strong", product ?? words.noProduct),
      ltr(id),
      h("span.hint", whose(tenantId)),
    ]);
    drawStatus([status], () => [words.statuses[status] ?? status]);
    drawFindings(findings, () => [
      findings.length ? h("ul.notes", findings.map(note)) : h("span.hint", words.nothingAgainst),
    ]);
  }

  function note({ severity, what }) {
    return h(`li.${severity}`, h("b", words.severities[severity]), ": ", what);
  }

  function whose(tenantId) {
    if (tenantId && tenantId === claimed().tenantId) return words.sameTenant;
    return [words.fromTenant, " ", tenantId ? ltr(tenantId) : words.tenants.unknown];
  }
}
