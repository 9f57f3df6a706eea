// What a form says where the check could not be loaded: in the language of the page, else in English.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { noteFor } = await imported(inRoot("www", "lib", "notes.ts"));

test("the note is in the language of the page, or of its region, else in English", () => {
  for (const [tag, locale] of [
    ["de", "de"],
    ["de-AT", "de"],
    ["en-GB", "en"],
    ["xx-DE", "en"],
    ["", "en"],
    [undefined, "en"],
    ["toString", "en"],
  ])
    assert.equal(noteFor("internal", tag).locale, locale, tag);
  assert.match(noteFor("internal", "de").text, /geprüft/);
});

test("the note says what failed, and what is unknown is told as our own fault", () => {
  const texts = ["wasm_blocked_by_csp", "wasm_fetch_failed", "internal"].map(
    (code) => noteFor(code, "en").text,
  );
  assert.equal(new Set(texts).size, 3);
  assert.equal(noteFor("no such code", "en").text, texts[2]);
  for (const text of texts) assert.match(text, /^\S.*\. \S.*\. \S.*\.$/s);
});
