// XML of workbooks as their many writers have it, whole and cut in two at any place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { XmlScanner, decoded } = await imported(inRoot("www", "lib", "containers", "xml.ts"));

/** What a listener hears of pieces: a tag with its attributes, `/` with its end, and texts, joined. */
function heardOf(...pieces) {
  const all = [];
  const scanner = new XmlScanner({
    opened(name, attributes) {
      const found = [];
      while (attributes.next()) found.push(`${attributes.name}=${attributes.value}`);
      all.push([name, ...found].join(" "));
    },
    closed: (name) => all.push(`/${name}`),
    text(piece) {
      if (all.at(-1)?.startsWith("“")) all.push(`“${all.pop().slice(1, -1)}${piece}”`);
      else all.push(`“${piece}”`);
    },
  });
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return all;
}

const DOCUMENTS = [
  ["<a>x</a>", ["a", "“x”", "/a"]],
  ["<a/>", ["a", "/a"]],
  ["<a />", ["a", "/a"]],
  ["<a></a >\n", ["a", "/a"]],
  ["<x:a><y:b/></x:a>", ["a", "b", "/b", "/a"]],
  // Blanks of all kinds, and quotes of both.
  [`<a b="1" c='2'/>`, ["a b=1 c=2", "/a"]],
  [`<a\tb = "1"\r\n c\n=\n'2' >`.concat("</a>"), ["a b=1 c=2", "/a"]],
  [`<a b=""/>`, ["a b=", "/a"]],
  [`<a b="it's" c='say "so"'/>`, [`a b=it's c=say "so"`, "/a"]],
  [`<a x:b="1"/>`, ["a x:b=1", "/a"]],
  // Marks within values end nothing.
  [`<a b=">" c="/>">x</a>`, ["a b=> c=/>", "“x”", "/a"]],
  [`<a b='<' c="'>'"><b c=">>"/></a>`, ["a b=< c='>'", "b c=>>", "/b", "/a"]],
  // What is no element is none.
  [`<?xml version="1.0"?>\n<a/>\n`, ["a", "/a"]],
  ["<!-- <b> ' -- > --><a><!----></a><!-- x -->", ["a", "/a"]],
  ["<a><![CDATA[<b>&amp;]]]]></a>", ["a", "“<b>&amp;amp;]]”", "/a"]],
  ["<a>x<![CDATA[y]]>z</a>", ["a", "“xyz”", "/a"]],
  ["<a>1<b>2</b>3</a>", ["a", "“1”", "b", "“2”", "/b", "“3”", "/a"]],
];

for (const [text, due] of DOCUMENTS)
  test(`${JSON.stringify(text)} is ${due.join(", ")}, wherever it is cut`, () => {
    assert.deepEqual(heardOf(text), due);
    for (let at = 1; at < text.length; at += 1)
      assert.deepEqual(heardOf(text.slice(0, at), text.slice(at)), due, `at ${at}`);
    assert.deepEqual(heardOf(...text), due, "sign by sign");
  });

for (const text of ["<a>", "<a", "<a b='>", "<a></a", "<!-- x", "<a><![CDATA[x]]", "<?xml", "<"])
  test(`${text} breaks off`, () => {
    assert.throws(() => heardOf(text), { fault: "damaged", message: "a part breaks off" });
  });

test("a document type is refused, at once where it can be told", () => {
  for (const text of ["<!DOCTYPE a><a/>", "<!ENTITY a>", "<!ELEMENT"])
    assert.throws(() => heardOf(text), {
      ...{ fault: "damaged", message: "a part declares a document type" },
    });
});

test("a tag may be long, but not without end", () => {
  const long = "x".repeat(2 ** 20 - 1);
  assert.equal(heardOf(`<${long}`, "/>")[0], long);
  assert.throws(() => heardOf(`<${long}x`, "/>"), { message: "a tag has no end" });
});

test("attributes are found by their names, one with a colon behind any prefix", () => {
  const of = (text, ...names) => {
    let found;
    const scanner = new XmlScanner({
      opened: (_, attributes) => {
        found = attributes.read(...names);
      },
      closed() {},
      text() {},
    });
    scanner.push(text);
    return found;
  };
  const tag = `<a id="1" r:id="2" rid="3" name="A &amp; B"/>`;
  assert.deepEqual(of(tag, "id"), { id: "1" });
  assert.deepEqual(of(tag, ":id"), { ":id": "2" });
  assert.deepEqual(of(tag, "id", "name", "none"), { id: "1", name: "A & B" });
  assert.deepEqual(of(tag, "r:id"), { "r:id": "2" });
  assert.deepEqual(of(tag, ":none"), {});
});

test("characters by name and by number are read; what stands for none stays", () => {
  for (const [text, due] of [
    ["a", "a"],
    ["&amp;&lt;&gt;&quot;&apos;", "&<>\"'"],
    ["&AMP;", "&"],
    ["&amp;lt;", "&lt;"],
    ["&#228;&#x20AC;&#x20ac;&#X41;", "ä€€A"],
    ["&#x10FFFF;", "\u{10ffff}"],
    ["&#1114111;", "\u{10ffff}"],
    ["&#1114112;&#x110000;", "&#1114112;&#x110000;"],
    ["&nbsp; & &; &#; &#x; &amp", "&nbsp; & &; &#; &#x; &amp"],
    ["&#0000065;", "A"],
    ["&#00000065;", "&#00000065;"],
    ["&#x000041;", "A"],
    ["&#x0000041;", "&#x0000041;"],
  ])
    assert.equal(decoded(text), due);
});
