// Only on the way out, only for this tab: a reload can offer what was typed, and while the page is
// open nothing is stored.
const KEY = "cpor-preflight";

export function keep(theme, state) {
  const save = (content) => sessionStorage.setItem(KEY, JSON.stringify({ theme, state: content }));
  try {
    save(state && { ...state, exports: state.exports.map(asText) });
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

function asText({ data, ...item }) {
  if (typeof data === "string") return { ...item, data };
  const encoding = data[0] === 0xff ? "utf-16le" : "utf-8";
  return { ...item, data: new TextDecoder(encoding).decode(data) };
}
