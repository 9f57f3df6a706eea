// The page: what stands around its views, which view is shown, in which language, by which rules and in which colors.

import { isServed, lookUp } from "#place";
import { put } from "../form/box.js";
import { branchOf } from "../form/branches.js";
import { entitle } from "../form/dom.js";
import { failureView, loadingView } from "../form/frame.js";
import { Kit, type Notice, Place, type Words } from "../form/kit.js";
import type { Library } from "../form/library.js";
import { openWhatIsNext } from "../form/opening.js";
import { type Item, Store } from "../form/store.js";
import { formTexts } from "../generated/form-texts.js";
import type { Locale } from "../generated/lists.js";
import * as library from "../lib/library.js";
import { REGISTRY, rulesetOn } from "../lib/registry.js";
import { engine } from "../lib/shared.js";
import type { Description } from "../lib/types.js";
import { inserted } from "../lib/words.js";
import { address, replaceAddress, rulesetAsked, variantOf, withHash } from "./address.js";
import { carried } from "./carried.js";
import { Checks } from "./checks.js";
import { catchDrops } from "./dropping.js";
import { claimInLink, Keeping } from "./keeper.js";
import { negotiate } from "./language.js";
import { Notices } from "./notices.js";
import { back, linked, lost, missed, newer, unread } from "./page-notices.js";
import { keepInTab, keptInTab } from "./reload.js";
import { ROUTES, type Route, routeOf, type View } from "./routes.js";
import { textsIn } from "./saved.js";
import { type Late, Scripts } from "./scripts.js";
import { Surroundings } from "./surroundings.js";
import { Trail } from "./trail.js";

const LOOK_UP_HOST = "login.microsoftonline.com";

start();

function start(): void {
  const root = document.documentElement;
  const byId = (id: string) => document.getElementById(id) as HTMLElement;
  const [page, live] = [byId("page"), byId("live")];
  let locale: Locale = negotiate();
  const scripts = new Scripts();
  const checks = new Checks(scripts);
  const readAnything: typeof library.readAnything = async (input, options) =>
    (await scripts.loadLate()).readApart(input, options);
  const takeIn: Library["takeIn"] = async (...asked) =>
    (await scripts.loadLate()).takenIn(library, ...asked);
  const ours = { ...library, readAnything, takeIn };
  const store = new Store(ours, {
    ...{ locale, ruleset: rulesetAsked() },
    nameOf: (partNumber) => checks.products?.named(partNumber)?.name,
  });
  const place = new Place();
  const notices = new Notices(byId("notices"), () => words);
  const session = keptInTab();
  const trail = new Trail(session?.spots);
  const keeper = new Keeping({ store, kit: () => kit, changed: () => isReady && draw(), opened });
  let words: Words;
  /** With the core, it says more. */
  let described: { all: Description; hasCore: boolean } | undefined;
  let views = new AbortController();
  let kit: Kit | undefined;
  /** The language that was asked for last. */
  let asked = locale;
  let isReady = false;
  /** Why the checks did not come. */
  let failure: string | undefined;
  let route = routeOf(location.hash) ?? (ROUTES[""] as Route);
  /** The last of what was put in that has been shown. */
  let seen = 0;

  const around = new Surroundings({
    now: () => ({
      ...{ words, locale, ruleset: store.ruleset, isHome: route === ROUTES[""] },
      hasKept: keeper.drafts.length > 0 || keeper.profile !== undefined,
    }),
    speak: (tag) => speak(tag),
    judgeBy,
  });
  keepInTab(() => {
    const { saved, id, isWorth } = keeper;
    return isReady ? { saved, place, spots: trail.spots, id, isWorth } : undefined;
  });
  // Of a step through the history to another language, say, “hashchange” does not tell.
  addEventListener("popstate", () => arrive());
  addEventListener("pageshow", ({ persisted }) => persisted && store.showAgain());
  catchDrops((sources) => {
    if (kit?.take) kit.take(sources);
    else if (kit) put(kit, sources);
  });
  // What did not come is asked for again, and told, where it is waited for.
  checks.load(locale).catch(() => {});
  speak(locale).then(() => {
    if (!words) return;
    if (location.hash === "#example") fillExample();
    // What reads files comes once the page has nothing else to do.
    const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 500));
    whenIdle(() => needCore().catch(() => {}));
    const watch = ({ watchVersion }: Late) =>
      watchVersion({
        isServed,
        announce: (next, use) => tell(newer(next, use, () => locale)),
        tell: (...which) => around.tellVersion(...which),
      });
    scripts.loadLate().then(watch, () => {});
  });

  /* Language, rules, colors */

  /** Shows the page in a language; what was put in stays. */
  async function speak(tag: Locale): Promise<void> {
    asked = tag;
    try {
      const [{ default: said }] = await Promise.all([
        formTexts[tag](),
        isReady && engine.loadLocale(tag),
      ]);
      // Another choice may have overtaken this one.
      if (asked !== tag) return;
      words = said;
    } catch {
      // Without words of its own, the page is left with those that are painted.
      if (!words) {
        root.dataset.state = "failed";
        return;
      }
      around.draw();
      notices.show(missed(() => speak(tag)));
      return;
    }
    notices.close("missed");
    locale = tag;
    notices.reword();
    root.lang = tag;
    root.dataset.state ??= "words";
    described = undefined;
    const speaking = store.speak(tag);
    draw();
    if (!isReady) await begin();
    await speaking;
  }

  /** What checks a claim comes; then all of the page is there. */
  async function begin(): Promise<void> {
    failure = undefined;
    try {
      await checks.load(locale);
      await engine.loadLocale(locale);
    } catch (error) {
      failure = String((error as { code?: string }).code ?? "wasm_fetch_failed");
      root.dataset.state = "failed-checks";
      draw();
      return;
    }
    // Nothing is asked about a product before its field is there; a claim that is kept may have one.
    const naming = checks.loadNames().then(() => isReady && named());
    if (session || claimInLink(location.hash)) await naming;
    isReady = true;
    const resumed = resume();
    root.dataset.state = "ready";
    described = undefined;
    draw();
    trail.restore();
    const left = await resumed;
    seen = store.items.at(-1)?.id ?? 0;
    askAgain(left ?? []);
  }

  /** The products have names now: who is looking for one finds it. */
  function named(): void {
    if (store.text("product")) redraw();
    const active = document.activeElement;
    if (active?.getAttribute("data-key") === "product") active.dispatchEvent(new Event("input"));
  }

  function askAgain(names: readonly string[]): void {
    if (names.length) notices.show(lost(names, () => kit?.openBox()));
  }

  /** Goes on with the claim of this tab, or of a link. Resolves to the files that have to be chosen again. */
  async function resume(): Promise<string[] | undefined> {
    if (!session) await keeper.useProfile();
    else {
      session.arrange(place);
      const left = keeper.resume(session);
      if (claimInLink(location.hash) === undefined) {
        const isHome = route === ROUTES[""];
        tell(back(() => keeper.startAnew(), isHome ? () => go("#claim") : undefined));
        return left;
      }
      await left;
    }
    openLink();
  }

  /** Takes in the claim that a link carries. */
  async function openLink(): Promise<void> {
    const claim = claimInLink(location.hash);
    if (claim === undefined) return;
    replaceAddress(withHash("#claim"));
    if (claim) {
      keeper.leave();
      await store.begin(textsIn(claim));
      openWhatIsNext(place, judged());
    }
    show("#claim");
    tell(linked(Boolean(claim)));
  }

  /** Another claim is in the form. */
  function opened(left: readonly string[]): void {
    seen = store.items.at(-1)?.id ?? seen;
    place.branch = undefined;
    place.answers = {};
    place.isFormOffered = false;
    openWhatIsNext(place, judged());
    if (location.hash === "#claim") redraw();
    else go("#claim");
    askAgain(left);
  }

  async function needCore(): Promise<void> {
    await checks.loadCore(locale);
  }

  function descriptionNow(): Description {
    const { hasCore } = engine;
    if (described?.hasCore !== hasCore) {
      described = { all: engine.describe({ locale, ruleset: store.report.ruleset }), hasCore };
    }
    return described.all;
  }

  const judged = () => (kit ?? makeKit()).judgement;

  function judgeBy(id: string): void {
    // The one in force needs no name: another day may bring another one.
    const chosen = id === rulesetOn().id ? undefined : id;
    address({ ruleset: chosen });
    store.judgeBy(chosen);
    redraw();
  }

  /* What is shown */

  /** Draws all of it; what the person is in the middle of stays. */
  function draw(): void {
    const view = isReady || route.needs === "words" ? viewNow() : waiting;
    if (!view) {
      fetchView(route);
      return;
    }
    const restore = carried();
    views.abort();
    views = new AbortController();
    around.draw();
    kit = makeKit();
    entitle(route.title(kit.words));
    page.removeAttribute("aria-busy");
    page.replaceChildren(...([view(kit, withLate)].flat(9) as Node[]).filter(Boolean));
    document.body.classList.toggle("has-bar", page.querySelector(".vbar") !== null);
    restore();
  }

  /** See `WithLate`. */
  function withLate(use: (late: Late) => void): void {
    if (scripts.late) {
      use(scripts.late);
      return;
    }
    const { signal } = views;
    const ended = (act: () => void) => {
      if (signal.aborted) return;
      page.removeAttribute("aria-busy");
      act();
    };
    page.setAttribute("aria-busy", "true");
    scripts.loadLate().then(
      (late) => ended(() => use(late)),
      () => ended(() => notices.show(missed(redraw))),
    );
  }

  /** The view of the route, once all that it needs is there. */
  function viewNow(): View | undefined {
    const view = scripts.viewOf(route);
    return route.needs === "core" && !engine.hasCore ? undefined : view;
  }

  /** In place of a view that needs the checks. */
  function waiting({ words: said }: Kit): HTMLElement {
    if (failure === undefined) return loadingView(said);
    return failureView(said, failure, () => {
      failure = undefined;
      draw();
      begin();
    });
  }

  function redraw(): void {
    described = undefined;
    draw();
  }

  /** Brings what a view needs, then shows it, if the person has not gone on. */
  async function fetchView(wanted: Route): Promise<void> {
    page.setAttribute("aria-busy", "true");
    try {
      await Promise.all([scripts.load(wanted), wanted.needs === "core" && needCore()]);
    } catch {
      page.removeAttribute("aria-busy");
      if (route === wanted) notices.show(missed(() => fetchView(wanted)));
      return;
    }
    if (route !== wanted) return;
    draw();
    trail.restore();
  }

  function tell(notice: Notice): void {
    notices.show(notice);
    if (!notice.isAlert) aloud(notice.text(words));
  }

  function makeKit(): Kit {
    // Before the checks are there, only words are shown.
    const terms = isReady ? descriptionNow().labels.terms : undefined;
    const made = new Kit({
      ...{ store, place, locale, signal: views.signal, library: ours, keeper, judgeBy, go, redraw },
      words: terms ? (inserted(words, terms) as Words) : words,
      get described() {
        return descriptionNow();
      },
      rulesets: REGISTRY.rulesets.map(({ id, page: { date } }) => ({ id, date })),
      dateLocale: variantOf(locale),
      products: () => checks.products,
      say: aloud,
      tell: (notice) => notices.show(notice),
      needsCore: needCore,
      needsLocale: (tag) => engine.loadLocale(tag),
      onPut: () => {
        if (!route.takes) go("#claim");
      },
      onPutFailed: (sources) => {
        notices.show(unread(() => kit && put(kit, sources)));
      },
      onRead: arrange,
      pages: {
        ...{ many: "#many", diagnosis: "#error", guides: "#guides", plan: "#plan" },
        // The file from disk lies alone.
        docs: isServed ? "./" : undefined,
      },
      lookUpHost: lookUp ? LOOK_UP_HOST : undefined,
    });
    // What only the claim has is found there.
    const inClaim = (act: (there: Kit) => void) => {
      go("#claim");
      if (kit && kit !== made) act(kit);
    };
    made.goTo = (field) => inClaim((there) => there.goTo(field));
    made.openBox = () => inClaim((there) => there.openBox());
    made.openLetter = () => inClaim((there) => there.openLetter());
    made.openProof = () => inClaim((there) => there.openProof());
    return made;
  }

  /** Opens what needs the person, and folds what is complete. */
  function arrange(): void {
    described = undefined;
    place.isBoxShown = false;
    const last = store.items.at(-1);
    const isNew = last !== undefined && last.id > seen;
    const branch = isNew ? branchOf(last) : undefined;
    seen = last?.id ?? seen;
    if (route.takes) return;
    if (isReady) openWhatIsNext(place, judged());
    if (branch) place.branch = branch;
    // A file of claims opens as one, and an error on its branch.
    const next = branch ? "#error" : isNew && isFileOfClaims(last) ? "#many" : "#claim";
    if (next !== "#claim" && routeOf(next)) {
      replaceAddress(withHash(next));
      show(next);
    } else draw();
  }

  async function fillExample(): Promise<void> {
    try {
      await checks.load(locale);
      await checks.loadNames();
      const { exampleClaim } = await scripts.loadLate();
      const example = await exampleClaim();
      keeper.leave();
      await store.begin(...example);
    } catch {
      notices.show(missed(fillExample));
      return;
    }
    aloud(words.said.example);
    if (location.hash === "#example") replaceAddress(withHash("#claim"));
    show("#claim");
    arrange();
  }

  /* Ways */

  /** Goes to a view; back leads here again. */
  function go(hash: string): void {
    if (location.hash === hash) return;
    trail.push(withHash(hash));
    show(hash);
    scrollTo({ top: 0, behavior: "instant" });
  }

  /** The address is another one: by a link, or by a step through the history. */
  function arrive(): void {
    restate();
    if (location.hash === "#example") {
      fillExample();
      return;
    }
    if (claimInLink(location.hash) !== undefined && isReady) {
      openLink();
      return;
    }
    // A place in this view, where something leads to one.
    if (!routeOf(location.hash)) return;
    trail.leave();
    const isBack = trail.arrive();
    show(location.hash, isBack);
    if (!isBack) scrollTo({ top: 0, behavior: "instant" });
  }

  /** What was chosen since an entry of the history was made is in its address, too. */
  function restate(): void {
    address({
      ...{ ruleset: store.ruleset, theme: around.theme },
      ...(asked !== negotiate() && { lang: asked }),
    });
  }

  /** Shows the view of an address, and goes there, or back to where the person was. */
  function show(hash: string, isBack = false): void {
    const next = routeOf(hash) ?? route;
    if (next === route) return;
    route = next;
    draw();
    if (isBack) trail.restore();
    else byId("main")?.focus({ preventScroll: true });
  }

  function aloud(text: string): void {
    live.textContent = text;
  }
}

/** One claim can be read from a table, too: it opens as what it is. */
const isFileOfClaims = ({ parts }: Item): boolean =>
  parts.some(({ kind, rows }) => kind === "claims" && rows > 1);
