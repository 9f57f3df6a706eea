// What a form shows where the check could not be loaded, and with it none of the library's texts.

import type { Locale } from "../generated/lists.js";
import { NOTES } from "../generated/notes.js";

interface Note {
  notChecked: string;
  sendIt: string;
  reasons: Record<string, string>;
}

/** The note for a failure, in the language of a tag or else in English. */
export function noteFor(code: string, tag: string | undefined): { locale: Locale; text: string } {
  const tags = [tag ?? "", tag?.split("-")[0] ?? "", "en"];
  const locale = tags.find((one) => Object.hasOwn(NOTES, one)) as Locale;
  const { notChecked, sendIt, reasons } = NOTES[locale] as Note;
  return { locale, text: `${notChecked} ${reasons[code] ?? reasons.internal} ${sendIt}` };
}
