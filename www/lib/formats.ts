// How a language writes numbers, days and lists. Each is made once: browsers take half a millisecond for it.

/** A number’s category, by which its word is chosen. */
export const pluralRules = once((locale) => new Intl.PluralRules(locale));
export const numberFormat = once((locale) => new Intl.NumberFormat(locale));
/** A day, written out; it is given as midnight in UTC. */
export const dayFormat = once(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
);
/** A month and its year; it is given as a day of it. */
export const monthFormat = once(
  (locale) => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }),
);
/** “a, b, and c”. */
export const listFormat = once((locale) => new Intl.ListFormat(locale));

function once<Format>(make: (locale: string | undefined) => Format) {
  const made = new Map<string | undefined, Format>();
  return (locale: string | undefined): Format => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}
