import { originOf } from "../lib/lookup.ts";
import { button, fill, h, same } from "./dom.js";

/**
 * The look-up of the claim's domain, in `node` below its field: asks first, can be stopped, and adds
 * the answer to the exports.
 *
 * - `lookUp`: `{ host, cloud, fetch }` as for the library's `lookUpTenant`
 * - `field`: the field's node: typing in it stops what runs
 * - `add(item)`: adds an export; `paste()` goes to where one can be pasted
 * - `engine`, `session`, `say` and `failed`: as for `mountCheck`
 */
export function mountLookUp(node, hooks) {
  const { engine, session, words, locale, dateLocale, lookUp, state, field, say, failed } = hooks;
  const { agreedHosts: agreed } = session;
  const host = originOf(lookUp.host, lookUp.cloud)?.replace(/^.*\/\//, "");
  const date = new Intl.DateTimeFormat(dateLocale, { dateStyle: "long", timeZone: "UTC" });
  let domain;
  let drawn;
  let running;
  let onEscape;
  node.addEventListener("keydown", ({ key }) => key === "Escape" && onEscape?.());
  field.addEventListener("input", stop);
  return { refresh, stop };

  /** Takes the report; of a domain of which something is known there is nothing to look up. */
  function refresh({ understood, findings, checks }, knowsDomain) {
    const read = understood.customerDomain;
    if (read !== domain) stop();
    domain = read;
    const mine = state.exports.find(({ asked }) => asked && asked === domain);
    const fits = checks.some(({ id, outcome }) => id === "tenant-domain" && outcome === "pass");
    const isUseful = !findings.some(({ code }) => code === "domain-is-mail-provider");
    const isOpen = domain && isUseful && !mine && !knowsDomain(domain);
    const now = [domain, mine?.asOf, fits, isOpen];
    if (same(now, drawn)) return;
    drawn = now;
    node.hidden = !isOpen && !mine;
    if (mine) done(mine.asOf, fits);
    else offer();
  }

  function offer() {
    draw(button(words.button, ask));
  }

  function ask() {
    if (!domain) return;
    // What reads an answer comes while the person decides; a failure does not need it.
    engine.load("core").catch(() => {});
    if (agreed.has(host)) return run();
    const text = fill(words.asks, { domain, host });
    const always = h("input", { type: "checkbox", keydown: submitNothing });
    const yes = () => {
      if (always.checked) agreed.add(host);
      run();
    };
    const no = () => {
      offer();
      node.firstChild.focus();
    };
    draw(
      h("p", text),
      h("p.tools", button(words.yes, yes), button(words.no, no)),
      h("label", always, words.always),
    );
    onEscape = no;
    // The button that was pressed is gone. Not to the next one: a key held down would press that, too.
    node.focus();
    say(text);
  }

  async function run() {
    const mine = new AbortController();
    const asked = domain;
    running = mine;
    const text = fill(words.busy, { domain });
    draw(h("p", text), h("p.tools", button(words.stop, stop)));
    onEscape = stop;
    say(text);
    const options = { ...lookUp, locale, signal: mine.signal };
    const result = await engine.lookUpTenant(asked, options).catch(() => undefined);
    if (running !== mine) return;
    running = undefined;
    if (result?.status === "answered") {
      const { url, answer, asOf } = result;
      hooks.add({ name: url, data: answer, asOf, asked });
      done(asOf);
    } else if (result) fail(result);
    else {
      offer();
      failed(ask);
    }
  }

  function fail({ reason, text, url }) {
    const address = url && h("a", { href: url, target: "_blank", rel: "external noreferrer" }, url);
    draw(
      // Said by itself: beside a new verdict, there would be no room for so much.
      h("p.warns", { role: "alert", "data-reason": reason }, text),
      address && h("p", h("bdi", { dir: "ltr" }, address)),
      h("p.tools", button(words.retry, run), button(words.paste, hooks.paste)),
    );
  }

  function done(asOf, fits) {
    const text = fill(words.done, { date: date.format(new Date(asOf)) });
    draw(h("p.hint", text, fits && ` ${words.fits}`));
  }

  function stop() {
    if (!running) return;
    running.abort();
    running = undefined;
    offer();
    say(words.stopped);
  }

  /** The focus stays in here if it was. */
  function draw(...kids) {
    const had = node.contains(node.getRootNode().activeElement);
    node.replaceChildren(...kids.filter(Boolean));
    onEscape = undefined;
    if (had) node.focus({ preventScroll: true });
  }
}

/** Enter in a box to tick would submit the form. */
function submitNothing(event) {
  if (event.key === "Enter") event.preventDefault();
}
