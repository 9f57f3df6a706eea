// The ways in which a name gets misspelled.

/** Each with a letter swapped, left out or doubled, and with another way to join its words. */
export function typosOf(name) {
  const letters = [...name];
  const each = (change) => letters.map((_, at) => letters.toSpliced(at, ...change(at)).join(""));
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const all = [
    ...each((at) => [2, letters[at + 1] ?? "", letters[at]]),
    ...each(() => [1]),
    ...each((at) => [0, letters[at]]),
    ...[kebab, kebab.replaceAll("-", "_"), camel, name.toUpperCase(), name.toLowerCase()],
  ];
  return [...new Set(all)].filter((typo) => typo && typo !== name);
}
