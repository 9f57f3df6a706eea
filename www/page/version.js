// Which version of the page this is, whether it also works without a network, and whether there is a
// newer one. Where no service worker can be had, the page is as it would be without this.
import { button, fill, h } from "./dom.js";

const WORKER = new URL("./offline.js", import.meta.url).href;
/** A page may be open for days: not more often than this, it is asked whether there is a newer one. */
const PAUSE = 60 * 60 * 1000;

/**
 * Tells the version in `line` and of a newer one in `news`. `words()` are the page's words of the
 * moment, `say` says something aloud; where the page is not served, it is a file from disk. The answer
 * draws it again, in another language.
 */
export function mountVersion({ line, news, isServed, words, say }) {
  let current = { version: VERSION };
  let state = isServed ? "plain" : "file";
  let newer;
  let checked = 0;
  draw();
  if (isServed) watch().catch(() => {});
  return { draw };

  function draw() {
    const texts = words().version;
    line.textContent = fill(texts[state], current);
    if (!newer) return news.replaceChildren();
    const text = fill(texts.newer, { ...newer, mine: current.version });
    news.replaceChildren(h("p", text), button(texts.load, load));
  }

  async function watch() {
    const { serviceWorker } = navigator;
    // Nobody is made to load twice who asked for little.
    if (!serviceWorker || navigator.connection?.saveData) return;
    const had = Boolean(serviceWorker.controller);
    // Another tab has taken the newer one, or this one has.
    serviceWorker.addEventListener("controllerchange", () => {
      if (newer?.isWanted) location.reload();
      else if (had) announce(serviceWorker.controller);
    });
    if (!had) await quiet();
    const registration = await serviceWorker.register(trusted(WORKER));
    const follow = async (worker) => {
      if (!worker) return;
      if (worker.state === "installed" && registration.active) await announce(worker);
      if (worker.state === "activated" && !had) await stored(worker);
    };
    const hear = (worker) => worker?.addEventListener("statechange", () => follow(worker));
    hear(registration.installing);
    registration.addEventListener("updatefound", () => hear(registration.installing));
    if (had) await stored(serviceWorker.controller);
    else await follow(registration.active);
    await follow(registration.waiting);
    const check = () => look(registration);
    addEventListener("online", check);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && Date.now() - checked > PAUSE) check();
    });
    if (had) await check();
  }

  async function look(registration) {
    checked = Date.now();
    const found = await registration.update().then(
      () => true,
      () => false,
    );
    if (state === "plain") return;
    state = found ? "stored" : "unchecked";
    draw();
  }

  async function stored(worker) {
    const { version, yours } = await versionOf(worker);
    current = { version: yours };
    state = "stored";
    draw();
    if (yours !== version) await announce(worker);
  }

  async function announce(worker) {
    const next = await versionOf(worker);
    if (next.version === current.version) return;
    newer = { ...next, worker };
    draw();
    say(news.firstChild.textContent);
  }

  function load() {
    newer.isWanted = true;
    if (newer.worker.state === "activated") location.reload();
    else newer.worker.postMessage("take over");
  }
}

/** Version and rule sets of a service worker, and as `yours` the version whose files this page gets. */
function versionOf(worker) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage("version", [port2]);
  });
}

/** The page's own parts come first. */
const quiet = () =>
  new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done, { timeout: 5000 }));

/** Under Trusted Types this policy lets one script be the service worker. */
function trusted(url) {
  if (typeof trustedTypes === "undefined") return url;
  const policy = trustedTypes.createPolicy("cpor-preflight-offline", {
    createScriptURL(asked) {
      if (asked !== WORKER) throw new TypeError("cpor-preflight: not the page's own script");
      return asked;
    },
  });
  return policy.createScriptURL(url);
}
