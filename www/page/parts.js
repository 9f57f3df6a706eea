/** What form and result can do without at first; each comes when it is used, or when there is time. */
export const PARTS = {
  handoff: () => import("./handoff.js"),
  guides: () => import("./guides.js"),
  exports: () => import("./exports.js"),
  lookup: () => import("./lookup.js"),
};
const SOON = ["handoff", "guides", "exports", "lookup"];
const here = new Map();
let failures = 0;
let loadTexts = () => undefined;

/** Does something with a part: at once where it is here, else the answer is a promise. */
export function withPart(name, act) {
  return here.has(name) ? act(here.get(name)) : load(name).then(act);
}

/** Makes known a part that only this place has. */
export function addPart(name, load) {
  PARTS[name] = load;
}

/** A part that is here from the start. */
export function givePart(name, part) {
  here.set(name, part);
}

/** Makes known how the texts are loaded that a part needs, by its name. */
export function partsNeed(load) {
  loadTexts = load;
}

/** Once the page has been painted, what is likely to be used next is loaded. */
export function loadSoon() {
  if (navigator.connection?.saveData) return;
  const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  // What fails now is loaded, and complained about, when it is used.
  whenIdle(() => Promise.allSettled(SOON.map(load)));
}

async function load(name) {
  // Whoever asks goes on first: to ask the network takes as long as to draw a dozen fields.
  await new Promise((go) => setTimeout(go));
  const [module] = await Promise.all([loaded(name, PARTS[name]), loadTexts(name)]);
  here.set(name, module);
  return module;
}

/** A browser may remember that a module failed; under another address it asks for it anew. */
export function loaded(name, load) {
  return load().catch(() => {
    failures += 1;
    const { href } = new URL(`${name}.js?${failures}`, import.meta.url);
    return import(/* @vite-ignore */ /* webpackIgnore: true */ href);
  });
}
