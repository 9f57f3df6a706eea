// Which name was meant by one that is spelled another way.

/** What to say of it. */
export function hint(name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return meant ? `: ${meant} is meant` : "";
}

/** The name that is most like it, if any is like it. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((other) => ({ other, changes: changesBetween(plain(other), plain(name)) }))
    .filter(({ other, changes }) => changes <= (other.length > 3 ? 2 : 1))
    .sort((a, b) => a.changes - b.changes);
  return best?.other;
}

const plain = (text: string): string => text.replace(/[-_]/g, "").toLowerCase();

/** How many letters have to be changed, added, left out or swapped with the next. */
function changesBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number) => rows[row]?.[column] as number;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwapped ? at(i - 2, j - 2) + 1 : change;
      rows[i]?.push(Math.min(change, swap, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(a.length, b.length);
}
