import { isLarge, sizeOf, work } from "./desk.js";
import { button, copy, fill, h, plural } from "./dom.js";
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

/** How to get an export; the calls follow the claim. `skuTable` is the library's word on its own. */
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
 * What has been read of an item, for as long as there is the item: a switch of the language or an
 * undo reads nothing anew. `{ key, size, busy, done, total, failed, result, evidence, stop, heard }`
 */
const readings = new WeakMap();
/** By the state of a form, what was joined last, and from what. */
const joins = new WeakMap();
/** Milliseconds for which evidence is handed over at a stretch. */
const STRETCH = 20;

/**
 * Reads all exports, joins them, and draws them into `list`, what they contradict each other in into
 * `conflicts`, and the subscriptions found into `table`. `own()` is evidence beside that of the
 * exports; `hold(joined)` hears what is known: `{ evidence, view }`, see `join` in reading.js.
 */
export function mountSources(options) {
  const { lib, words, kinds, facts, locale, state, claimed, own, hold, say, busy } = options;
  const { conflicts } = options;
  const sources = drawSources({
    ...options,
    answered(item, answer) {
      Object.assign(item, answer);
      update();
    },
    cancel: (item) => readings.get(item)?.busy && readings.get(item).stop(),
    again(item) {
      readings.delete(item);
      update();
    },
    removed: update,
    back: update,
  });
  // Where there is no claim, there is none to use a subscription in.
  const drawTable = options.use ? drawSubscriptions(options) : () => {};
  let joining;
  return { update, refresh };

  /** Takes in what has changed in `state.exports` or in `own()`. */
  function update() {
    for (const item of state.exports) readingOf(item).heard = heard;
    sources.draw(readingOf);
    for (const item of state.exports) sources.update(item);
    joinAll();
  }

  /** Takes the view of what is known, and the ID of the claim's subscription. */
  function refresh(view, current) {
    sources.refresh();
    drawConflicts(view);
    drawTable(view, current);
    const { tenantId } = claimed();
    if (view.subscriptionCount > view.subscriptions.length && view.tenantId !== tenantId)
      joinAll(true);
  }

  function drawConflicts({ problems, problemCount }) {
    const lines = problems.map(({ part, id, field }) =>
      h("li.warns", fill(words.contradictions[part], { id, field: facts[field] })),
    );
    const more = problemCount - lines.length;
    if (more > 0) lines.push(h("li", fill(words.more, { n: more })));
    conflicts.replaceChildren(
      ...(lines.length ? [h("p", words.contradict), h("ul.notes", lines)] : []),
    );
  }

  function readingOf(item) {
    const said = {
      name: item.name,
      tenantId: item.tenant || undefined,
      domain: item.domain || undefined,
      asOf: item.asOf,
      locale,
    };
    const key = JSON.stringify([item.tenant, item.domain]);
    const before = readings.get(item);
    if (before?.key === key) return before;
    before?.stop();
    const control = new AbortController();
    const { signal } = control;
    const size = sizeOf(item.data);
    const reading = {
      ...before,
      key,
      size,
      busy: true,
      failed: "",
      stop: () => control.abort(),
    };
    const progress = (done, total) => {
      Object.assign(reading, { done, total });
      reading.heard(item, reading);
    };
    readings.set(item, reading);
    atHand(item, size)
      .then((data) => work(lib, locale, "read", { data, said }, { size, signal, progress }))
      .then(({ evidence, summary }) => Object.assign(reading, { evidence, result: summary }))
      .catch(({ code }) => {
        // With a name for a code, it is the library that did not load.
        reading.failed = typeof code === "string" ? "partFailed" : "unreadable";
      })
      .then(() => {
        reading.busy = false;
        // Cancelled, it is read anew should it come back.
        if (!signal.aborted) reading.heard(item, reading, !before);
        else if (readings.get(item) === reading) readings.delete(item);
      });
    return reading;
  }

  function heard(item, reading, isNew) {
    sources.update(item);
    if (reading.busy) return;
    if (isNew) say(told(reading));
    const { domain, asked } = item;
    if (reading.result?.kind === "openid-configuration" && domain === undefined && !asked) {
      // Fixed now: if the claim's domain changes later, this answer is still about the one that was asked.
      item.domain = claimed().domain ?? "";
      return update();
    }
    if (state.exports.includes(item)) joinAll();
  }

  function told({ failed, result }) {
    if (failed) return words[failed];
    const { kind, rows } = result;
    return kind === "unknown" ? kinds[kind] : `${kinds[kind]}: ${plural(locale, words.rows, rows)}`;
  }

  /** Joins what has been read; with `anew`, also where nothing but the claim's tenant has changed. */
  async function joinAll(anew) {
    joining?.abort();
    joining = new AbortController();
    const { signal } = joining;
    const { tenantId } = claimed();
    const read = state.exports
      .map((item) => readings.get(item))
      .filter(({ evidence } = {}) => evidence);
    // Every join goes through all there is so far: the largest comes last.
    read.sort((a, b) => a.size - b.size);
    const parts = read.map(({ evidence }) => evidence);
    const size = read.reduce((sum, one) => sum + one.size, 0);
    const from = [JSON.stringify(own()), ...parts];
    const last = joins.get(state) ?? {};
    const isSame =
      from.length === last.from?.length && from.every((one, i) => one === last.from[i]);
    if (isSame && !anew) return hold(last.joined);
    try {
      const input = { parts: [own(), ...parts], tenantId };
      const coming = work(lib, locale, "join", input, { size, signal });
      const { view, ...joined } = await busy(coming.then(held));
      if (signal.aborted) return joined.evidence.release();
      const now = { ...joined, view: { ...view, tenantId } };
      joins.set(state, { from, joined: now });
      hold(now);
      last.joined?.evidence.release();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Hands the evidence to the checks, once and for all; much of it slice by slice. */
  async function held({ evidence, slices = [], view }) {
    const handle = lib.holdEvidence(evidence ?? {});
    let started = performance.now();
    for (const slice of slices) {
      handle.add(slice);
      if (performance.now() - started > STRETCH) {
        await new Promise((done) => setTimeout(done));
        started = performance.now();
      }
    }
    return {
      evidence: handle,
      view,
      ...(options.keepParts && { parts: [evidence ?? {}, ...slices] }),
    };
  }
}

/** A small file is kept as bytes, so that a reload of the page can bring it back. */
async function atHand(item, size) {
  if (item.data instanceof Blob && !isLarge(size)) {
    item.data = new Uint8Array(await item.data.arrayBuffer());
  }
  return item.data;
}
