// What a person sees of a text.
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Without blanks around it and characters of no width. */
export const seen = (text) => `${text}`.replace(INVISIBLE, "").trim();

/** In lower case, with single blanks. */
export const squeezed = (text) => seen(text).toLowerCase().replace(/\s+/g, " ");

/** In lower case, without blanks. */
export const bare = (text) => squeezed(text).replaceAll(" ", "");
