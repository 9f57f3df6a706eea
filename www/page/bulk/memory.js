// Which column is which field, for the next file with the same header: kept on this device, and only
// if the person asks for it.

const KEY = "cpor-preflight-columns";
/** Headers that are remembered, the latest first. */
const MOST = 20;

/** The fields of these columns, if they were remembered. */
export function recalled(columns) {
  return kept().find(([header]) => header === headerOf(columns))?.[1];
}

/** Remembers the fields of these columns; without `fields`, forgets them. */
export function remember(columns, fields) {
  const header = headerOf(columns);
  const others = kept().filter(([other]) => other !== header);
  const all = fields ? [[header, fields], ...others].slice(0, MOST) : others;
  try {
    if (all.length) localStorage.setItem(KEY, JSON.stringify(all));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage can be switched off; the page works without.
  }
}

const headerOf = (columns) => JSON.stringify(columns.map(({ name }) => name));

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}
