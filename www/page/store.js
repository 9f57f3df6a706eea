// Only on the way out, only for this tab: a reload can offer what was typed, and while the page is
// open nothing is stored.
const KEY = "cpor-preflight";

export function keep(theme, state) {
  const save = (content) => sessionStorage.setItem(KEY, JSON.stringify({ theme, state: content }));
  try {
    save(state && { ...state, exports: state.exports.flatMap(asText) });
  } catch {
    // Exports can be larger than the tab's storage; what was typed is not.
    save({ ...state, exports: [] });
  }
}

/** Shows the page in the colours chosen on the one before, and leaves those it has to the next. */
export function followTheme({ dataset }) {
  const theme = attempt(() => kept().theme);
  if (theme) dataset.theme = theme;
  addEventListener("pagehide", () => {
    const keepBoth = (all) => sessionStorage.setItem(KEY, JSON.stringify(all));
    if (dataset.theme) attempt(() => keepBoth({ ...kept(), theme: dataset.theme }));
  });
}

/** Storage can be switched off; the page works without. */
export function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

const kept = () => JSON.parse(sessionStorage.getItem(KEY)) ?? {};

/** What was kept, once. */
export function take() {
  const all = kept();
  sessionStorage.removeItem(KEY);
  return all;
}

/** A large file is not at hand at this moment: its reading would outlast the page. */
function asText({ data, ...item }) {
  if (typeof data === "string") return { ...item, data };
  if (data instanceof Blob) return [];
  const encoding = { 255: "utf-16le", 254: "utf-16be" }[data[0]] ?? "utf-8";
  return { ...item, data: new TextDecoder(encoding).decode(data) };
}
