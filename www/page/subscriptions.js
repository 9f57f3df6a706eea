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
    draw(table, [rows.map(({ id }) => id), more], () => [
      ...(rows.length ? [subscriptionTable(rows)] : []),
      more > 0 ? h("p", fill(words.more, { n: amounts.format(more) })) : "",
    ]);
    for (const [at, cells] of [...table.querySelectorAll("tbody > tr")].entries()) {
      show(rows[at], cells.children);
    }
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
    const cells = ["", "", "", choice].map((kid) => h("td", { role: "cell" }, kid));
    return h("tr", { role: "row" }, cells);
  }

  /** What stands in the cells of a row, but for its button, which keeps the focus. */
  function show({ id, product, status, tenantId, findings }, [named, state, against]) {
    draw(named, [product, tenantId, claimed().tenantId], () => [
      h("strong", product ?? words.noProduct),
      ltr(id),
      h("span.hint", whose(tenantId)),
    ]);
    draw(state, [status], () => [words.statuses[status] ?? status]);
    draw(against, findings, () => [
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
