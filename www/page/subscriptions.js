import { button, draw, fill, h, ltr } from "./dom.js";
import { ofTenantFirst } from "./reading.js";

/** Milliseconds for which subscriptions are assessed at a stretch. */
const STRETCH = 20;

/**
 * Draws the subscriptions found into `table`, those of the claim's tenant first. `assess` is what
 * the check says of one, were it the claim's; `use(id)` puts it into the claim.
 */
export function drawSubscriptions({ words, dateLocale, claimed, assess, use, table }) {
  const amounts = new Intl.NumberFormat(dateLocale);
  let latest;
  return refresh;

  /** Takes the view of the evidence, and the ID of the claim's subscription. */
  async function refresh({ subscriptions, subscriptionCount }, current) {
    const turn = {};
    latest = turn;
    press(current);
    const rows = [];
    let started = performance.now();
    for (const one of ofTenantFirst(subscriptions, claimed().tenantId)) {
      if (performance.now() - started > STRETCH) {
        await new Promise((done) => setTimeout(done));
        if (latest !== turn || !table.isConnected) return;
        started = performance.now();
      }
      rows.push({ ...one, ...assess(one) });
    }
    const more = subscriptionCount - rows.length;
    draw(table, [rows, claimed().tenantId, more], () => [
      ...(rows.length ? [subscriptionTable(rows)] : []),
      more > 0 ? h("p", fill(words.more, { n: amounts.format(more) })) : "",
    ]);
    press(current);
  }

  function press(current) {
    for (const choice of table.querySelectorAll("button")) {
      choice.setAttribute("aria-pressed", choice.value === current);
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

  function row({ id, product, status, tenantId, findings }) {
    const cell = (...kids) => h("td", { role: "cell" }, kids);
    const against = findings.map(({ severity, what }) =>
      h(`li.${severity}`, h("b", words.severities[severity]), ": ", what),
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
}
