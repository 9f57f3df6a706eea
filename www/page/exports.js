import { button, copy, fill, h, plural } from "./dom.js";
import { ExportReader } from "./export-reader.js";
import { drawSources } from "./sources.js";
import { drawSubscriptions } from "./subscriptions.js";

const GRAPH = "GET https://graph.microsoft.com/v1.0";
const PARTNER_CENTER = "https://partner.microsoft.com/dashboard";
/** Whom to ask for what; a source without an address is described by its words alone. */
const SOURCES = {
  customer: {
    subscriptions: () => `${GRAPH}/directory/subscriptions`,
    skus: () => `${GRAPH}/subscribedSkus`,
    domain: ({ domain = "contoso.com" }) =>
      `https://login.microsoftonline.com/${domain}/v2.0/.well-known/openid-configuration`,
  },
  company: {
    csp: ({ tenantId = "{customer-tenant-id}" }) =>
      `GET https://api.partnercenter.microsoft.com/v1/customers/${tenantId}/subscriptions`,
    usage: () => `${PARTNER_CENTER}/insights/analytics/downloadshub`,
    customers: () => "",
    licensing: (_, { url }) => url,
  },
};

/** How to get an export; the calls follow the claim. `skuTable` is what the library says of its table. */
export function howTo({ words, dateLocale, skuTable, claimed, say, box }) {
  const calls = [];
  const day = new Intl.DateTimeFormat(dateLocale, { dateStyle: "long", timeZone: "UTC" });
  const table = { ...skuTable, date: day.format(new Date(skuTable.date)) };
  const nodes = Object.entries(SOURCES).flatMap(([whom, sources]) => [
    h("p", words.howText[whom]),
    h("ul.how", Object.entries(sources).map(entry)),
  ]);
  return { nodes, refresh };

  function entry([source, address]) {
    const code = h("code", { dir: "ltr" });
    const take = async () => (await copy(code.textContent, box)) && say(words.copied);
    const title = fill(words.sources[source], table);
    const label = `${words.copy}: ${title}`;
    calls.push([address, code]);
    const copyThis = button(words.copy, take, { "aria-label": label });
    return h("li", h("p", title), address({}, table) && h("p.call", code, copyThis));
  }

  function refresh() {
    for (const [address, code] of calls) code.textContent = address(claimed(), table);
  }
}

/**
 * Reads all exports, and draws them into `list`, what they contradict each other in into `conflicts`,
 * and the subscriptions found into `table`. `learn(exports)` takes the evidence of those that were read;
 * the other options are those of `mountEvidence`.
 */
export function mountSources(options) {
  const { engine, session, words, describe, locale, state, claimed, learn, say } = options;
  const { conflicts } = options;
  session.exportReader ??= new ExportReader(engine, session.workers);
  const { exportReader } = session;
  const sources = drawSources({
    ...options,
    reading: (item) => exportReader.reading(item),
    answered(item, answer) {
      Object.assign(item, answer);
      update();
    },
    cancel: (item) => exportReader.cancel(item),
    again(item) {
      exportReader.forget(item);
      update();
    },
    removed: update,
    back: update,
  });
  // Where there is no claim, there is none to use a subscription in.
  const drawTable = options.use ? drawSubscriptions(options) : () => {};
  return { update, refresh, read };

  /** Takes in what has changed in `state.exports` or beside them. */
  function update() {
    for (const item of state.exports) {
      exportReader.reading(item).onChange = (isFirst) => readOn(item, isFirst);
    }
    sources.draw();
    for (const item of state.exports) sources.update(item);
    learn(read());
  }

  /** The evidence of those that have been read. */
  function read() {
    return state.exports
      .map((item) => exportReader.reading(item).held)
      .filter((held) => held?.isHeld);
  }

  /** Takes the view of all evidence, and the ID of the claim's subscription. */
  function refresh(view, current) {
    sources.refresh();
    drawConflicts(view);
    drawTable(view, current);
  }

  function drawConflicts({ problems, problemCount }) {
    const { facts } = describe().labels;
    const lines = problems.map(({ part, id, field }) =>
      h("li.warns", fill(words.contradictions[part], { id, field: facts[field] })),
    );
    const more = problemCount - lines.length;
    if (more > 0) lines.push(h("li", fill(words.more, { n: more })));
    conflicts.replaceChildren(
      ...(lines.length ? [h("p", words.contradict), h("ul.notes", lines)] : []),
    );
  }

  /** The reading of an item has gone on, or has ended. */
  function readOn(item, isFirst) {
    sources.update(item);
    const reading = exportReader.reading(item);
    if (reading.busy) return;
    if (isFirst) say(announcement(reading));
    const { domain, asked } = item;
    if (reading.view?.kind === "openid-configuration" && domain === undefined && !asked) {
      // Fixed now: if the claim's domain changes later, this answer is still about the one that was asked.
      item.domain = claimed().domain ?? "";
      return update();
    }
    if (state.exports.includes(item)) learn(read());
  }

  function announcement({ failed, view }) {
    if (failed) return words[failed];
    const { kind, rows } = view;
    const kinds = describe().labels.exportKinds;
    return kind === "unknown" ? kinds[kind] : `${kinds[kind]}: ${plural(locale, words.rows, rows)}`;
  }
}
