// A tab of the random use: what it shows, and what was put into it.
import { expect, ready } from "../page.mjs";
import { ofUnknownTenant } from "./expected.mjs";

export class Tab {
  /** What was put in, by the number of its chip: `{ source, about }`; nothing where the page has put it in by itself. */
  sources = new Map();
  /** Was the check asked for? */
  isAsked = false;
  /** The field that is being typed into. */
  typing;
  /** Under which ID the claim is kept. */
  draft;
  /** The versions of what has been loaded since the page was opened. */
  versions = new Set();

  constructor(page, name, url) {
    this.page = page;
    this.name = name;
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        this.versions.clear();
    });
    page.on("response", (response) => {
      const version = response.headers()["x-version"];
      if (version && response.url().startsWith(url)) this.versions.add(version);
    });
  }

  /** Waits until the page has an answer, with every field in sight where a claim is shown. */
  async quiet() {
    await ready(this.page);
    await this.page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
    const folded = this.page.locator(".claim:has(.card:not(.open)) [data-key=all]");
    if (await folded.count()) await folded.click();
  }

  /** What the page shows. */
  look() {
    return this.page.evaluate(looked);
  }

  /** Opens the claim, where another view is shown or on its way. */
  async toClaim() {
    // What was put in may lead to another view once it is read.
    await expect(async () => {
      await this.page.evaluate(() => {
        if (location.hash !== "#claim") location.hash = "#claim";
      });
      await this.quiet();
      await expect(this.page.locator(".claim")).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
  }

  /** Notes what was put in as the chips that are new. */
  async note(sources) {
    await this.toClaim();
    const { chips } = await this.look();
    const fresh = chips.filter((id) => !this.sources.has(id));
    // What is put in comes last.
    const before = fresh.length - (sources?.length ?? 0);
    fresh.forEach((id, at) => {
      this.sources.set(id, sources?.[at - before]);
    });
  }

  /** The person has said of what was put in which tenant it is from, up to so many. */
  async sayTenant(shown, most) {
    for (const id of (await ofUnknownTenant(this, shown)).slice(0, most)) {
      const { source, about } = this.sources.get(id);
      const tenantId = shown.claim.customerTenantId;
      this.sources.set(id, { source, about: { ...about, tenantId }, isChanged: true });
    }
  }

  /** A step was taken back: whether it was one of those that changed something, is not known. */
  undo() {
    for (const [id, one] of this.sources) if (one?.isChanged) this.sources.set(id, undefined);
  }

  /** What was put in, in the order of its chips. */
  sourcesOf({ chips }) {
    return chips.map((id) => this.sources.get(id));
  }

  /** Another tab has changed the claim, which this one follows: in which order things are there now is not known. */
  follow() {
    this.sources.clear();
    this.isAsked = false;
  }

  /** The page has read all of it anew, and numbers it from the start. */
  async noteAgain(sources) {
    await this.toClaim();
    await this.page.waitForFunction(
      (count) => document.querySelectorAll(".chips > li").length === count,
      sources.length,
    );
    const { chips } = await this.look();
    this.sources = new Map(chips.map((id, at) => [id, sources[at]]));
  }
}

/** Runs in the page. */
function looked() {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const own = (node) => {
    const copy = node.cloneNode(true);
    for (const hidden of copy.querySelectorAll(".vh")) hidden.remove();
    return copy.textContent.trim();
  };
  const fields = {};
  for (const node of all(".claim [data-field]")) {
    const { field } = node.dataset;
    const checked = all("input:checked", node).map((one) => one.dataset.key ?? one.value);
    const control = node.querySelector("select, input:not([type=radio], [type=checkbox])");
    fields[field] = control ? control.value : (checked[0] ?? "");
    if (field === "activity") fields.ticked = checked;
  }
  const { ticked = [], ...claim } = fields;
  const query = new URLSearchParams(location.search);
  const { lang, dataset } = document.documentElement;
  const ids = all("[id]").map(({ id }) => id);
  return {
    isClaim: document.querySelector(".claim") !== null,
    ...{ claim, ticked, lang, theme: dataset.theme ?? "system" },
    several: text("[data-field=activity] .several .hint"),
    verdict: text("#verdict-title"),
    meter: text(".meter b"),
    checks: all("li[data-check]").map(({ dataset: { check }, className }) => [check, className]),
    findings: all(".finding h3").map(own),
    invalid: all(".claim [aria-invalid=true]").map(
      (node) => node.closest("[data-field]").dataset.field,
    ),
    chips: all(".chips .chip > [aria-controls]").map((node) =>
      Number(node.getAttribute("aria-controls").slice("item-".length)),
    ),
    focus: document.activeElement?.closest("[data-field]")?.dataset.field,
    address: Object.fromEntries(
      ["lang", "ruleset", "theme"].map((name) => [name, query.get(name)]),
    ),
    language: document.querySelector("[data-key=language]")?.value,
    rules: document.querySelector("#rules")?.value,
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    hasKept: document.querySelector("[data-key=foot-kept]") !== null,
    drafts: Object.entries(localStorage).flatMap(([key, value]) => {
      const [, id] = / draft (\w+)$/.exec(key) ?? [];
      return id ? [[id, JSON.parse(value).memory.claim]] : [];
    }),
    foot: text(".foot"),
  };
}
