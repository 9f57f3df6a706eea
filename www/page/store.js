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

/** What was kept, once. */
export function take() {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return JSON.parse(kept) ?? {};
}

/** A large file is not at hand at this moment: its reading would outlast the page. */
function asText({ data, ...item }) {
  if (typeof data === "string") return { ...item, data };
  if (data instanceof Blob) return [];
  const encoding = { 255: "utf-16le", 254: "utf-16be" }[data[0]] ?? "utf-8";
  return { ...item, data: new TextDecoder(encoding).decode(data) };
}
