// What documents point to is there: files, headings, paths, commands, entries of the package. In the
// repository and in the packed package.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/tools.mjs";
import { anchorsOf, codeOf, documents, linksOf, repositoryFiles, spansOf } from "./markdown.mjs";

const WORDS = 600;
/** What there was, and what only the changelog may still name. */
const GONE =
  /\b(openCheck|loadEvidence|loadExports|loadBatch|loadTexts|loadSkus|hasEvidence)\b|evidence: false|texts: "/;
const CHANGELOG = "www/docs/changelog.md";
/** What a build writes; it is there after one. */
const BUILT = /^(dist|target|www\/generated)\b/;
const files = repositoryFiles();
const folders = new Set(files.flatMap(foldersOf));
const { exports: entries, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** What is published, as npm packs it. */
const packed = new Set(
  JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  )[0].files.map(({ path }) => path),
);

const isBuilt = packed.has("dist/integrity.json");

test("every relative link leads to a file, and to a heading in it", () => {
  assert.deepEqual(broken(documents, files), []);
});

test("in the packed package, too, every relative link leads somewhere", () => {
  const published = documents.filter(({ path }) => packed.has(path));
  const paths = published.map(({ path }) => path);
  assert.ok(paths.includes("README.md") && paths.length > 8, String(paths));
  for (const path of repositoryFiles("www/docs")) assert.ok(packed.has(path), path);
  assert.deepEqual(broken(published, [...packed]), []);
});

test("what the packed documents call a file is in the package", () => {
  const there = new Set([...packed, ...[...packed].flatMap(foldersOf)]);
  const missing = documents
    .filter(({ path }) => packed.has(path))
    .flatMap(({ path, text }) =>
      spansOf(text)
        .filter((span) => /^(src|www|tests|scripts|dist)\/\S*\w/.test(span))
        .filter((span) => !there.has(span) && (isBuilt || !BUILT.test(span)))
        .map((span) => `${path}: ${span}`),
    );
  assert.deepEqual(missing, []);
});

test("every path in backticks is one", () => {
  const missing = documents.flatMap(({ path, text }) =>
    path === CHANGELOG
      ? []
      : spansOf(text)
          .flatMap((span) => span.split(/[\s,;]+/))
          .filter((word) => looksLikePath(word, path) && !isPath(word, path))
          .map((word) => `${path}: ${word}`),
  );
  assert.deepEqual(missing, []);
});

test("every command is one", () => {
  const wrong = documents.flatMap(({ path, text }) =>
    [...spansOf(text), ...codeOf(text).map(({ code }) => code)]
      .flatMap((span) => span.split(/\n|; |&& /))
      .filter((command) => !isCommand(command))
      .map((command) => `${path}: ${command}`),
  );
  assert.deepEqual(wrong, []);
});

test("every entry of the package is one", () => {
  const names = Object.keys(entries).map((name) => name.replace(".", "cpor-preflight"));
  const pattern = new RegExp(
    `^(${names.map((name) => name.replaceAll("*", "[\\w./-]+")).join("|")})$`,
  );
  for (const { path, text } of documents) {
    const named = text.matchAll(/[`"](cpor-preflight\/[\w./-]+)(\?\w+)?[`"]/g);
    for (const [, name] of named) {
      assert.ok(
        pattern.test(name) || packed.has(name.replace("cpor-preflight/", "")),
        `${path}: ${name}`,
      );
    }
  }
});

test(`the README has at most ${WORDS} words`, () => {
  const { text } = documents.find(({ path }) => path === "README.md");
  const count = text.split(/\s+/).filter(Boolean).length;
  assert.ok(count <= WORDS, String(count));
});

test("what is gone is named in the changelog alone", () => {
  for (const { path, text } of documents)
    if (path !== CHANGELOG) assert.doesNotMatch(text, GONE, path);
});

/** The links that lead nowhere among these files. */
function broken(some, paths) {
  const there = new Set([...paths, ...paths.flatMap(foldersOf)]);
  return some.flatMap(({ path, text }) =>
    linksOf(text)
      .filter((link) => !/^[a-z]+:/i.test(link))
      .filter((link) => {
        const [name, anchor] = decodeURI(link).split("#");
        const target = name ? posix.join(posix.dirname(path), name).replace(/\/$/, "") : path;
        if (!there.has(target)) return true;
        if (anchor === undefined) return false;
        const other = documents.find((document) => document.path === target);
        return !other || !anchorsOf(other.text).includes(anchor);
      })
      .map((link) => `${path}: ${link}`),
  );
}

function foldersOf(path) {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** Its first part is something here, or it has a file's ending. */
function looksLikePath(word, document) {
  if (!/^[\w.@-][\w./@*{}<>-]*$/.test(word) || word.includes("//")) return false;
  const home = homeOf(document);
  if (word.includes("/")) {
    const [first] = word.split("/");
    return folders.has(first) || (home && folders.has(`${home}/${first}`));
  }
  return home !== undefined && /\w\.(rs|mjs|js|ts|css|html|md|json|csv)$/.test(word);
}

/** A path from the root or from the document's folder; the ending may be left out, `<kind>` is any. */
function isPath(word, document) {
  const escaped = word
    .replace(/\/$/, "")
    .replaceAll(".", "\\.")
    .replace(/<[^>]+>|\*/g, "[^/]+")
    .replace(/\{([^}]+)\}/g, (_, names) => `(${names.replaceAll(",", "|")})`);
  const pattern = new RegExp(`^${escaped}(\\.\\w+)?$`);
  const home = homeOf(document);
  const inHome = (path) => home && path.startsWith(`${home}/`) && path.slice(home.length + 1);
  if (BUILT.test(word) || /^\.?generated\b/.test(word)) return true;
  return [...files, ...folders].some(
    (path) => pattern.test(path) || pattern.test(inHome(path) || "\n"),
  );
}

/** The folder that a README is about; documents for portals are about none. */
function homeOf(document) {
  return posix.basename(document) === "README.md" && document.includes("/")
    ? posix.dirname(document)
    : undefined;
}

function isCommand(text) {
  const [name, ...words] = text
    .replace(/^(?:\w+=\S* )+/, "")
    .trim()
    .split(/\s+/);
  if (name === "npm" && words[0] === "run") return words[1] in scripts;
  if (name === "npm" && ["start", "test"].includes(words[0])) return words[0] in scripts;
  if (name === "cargo" && words[0] === "test") {
    const targets = words.filter((_, at) => words[at - 1] === "--test");
    return targets.every((target) => files.includes(`tests/${target}.rs`));
  }
  if (name === "node" && words.length > 0) {
    const paths = words.filter((word) => !word.startsWith("-"));
    return paths.every((path) => files.includes(path) || folders.has(path.replace(/\/$/, "")));
  }
  return true;
}
