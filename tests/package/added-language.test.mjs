// A language is one new folder: English under another tag, with another word in every text, is in the
// form, the page for many claims, the elements, the command line, the types, the package and the core, and
// nothing else had to be changed for it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { filesUnder, inRoot, targetDir } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { FILES, TAGS, wordsOf } from "../support/catalogues.mjs";

const TAG = "xx";
const SOURCES = [
  ...[
    "Cargo.lock",
    "Cargo.toml",
    "package.json",
    "package-lock.json",
    "README.md",
    "scripts",
    "src",
    "www",
  ],
  // What the corpus and the documentation are made of.
  ...["oracle", "scenarios", "samples", "package/starters"].map((name) => `tests/${name}`),
  ...["bulk.rs", "claims.mjs", "rounds.mjs"].map((name) => `tests/bench/${name}`),
];
const copy = join(targetDir, "added-language");
const inCopy = (...path) => join(copy, ...path);

const before = await copied();
const added = await addLanguage();
// Beside each other: cargo and the scripts.
const rust = inFolder("cargo", ["test", "--quiet", "--test", "added"], {
  CARGO_TARGET_DIR: targetDir,
});
rust.catch(() => {});
await inFolder(process.execPath, ["--input-type=module", "-e", builtAll()]);
const open = usePage({ folder: inCopy("www", "generated", "site") });

after(() => rm(copy, { recursive: true, force: true }));

test("nothing but one folder is new in the sources", async () => {
  const now = await sources();
  const isNew = ([path, text]) => before.get(path) !== text;
  const changed = [...now].filter(isNew).map(([path]) => path);
  assert.deepEqual(changed.sort(), FILES.map((file) => `www/text/${TAG}/${file}`).sort());
});

test("the library has it, under its tag and its variants", async () => {
  const library = await import(pathToFileURL(inCopy("dist", "inline.js")));
  await library.init();
  assert.deepEqual(library.LOCALES, [...TAGS, TAG].sort(order));
  assert.equal(library.negotiateLocale([`${TAG}-AT`]), TAG);
  const { locale, findings } = library.checkClaim({}, {}, { locale: TAG });
  assert.equal(locale, TAG);
  assert.match(findings[0].what, /^x/);
  const { fields } = library.describe({ locale: TAG });
  assert.equal(
    fields.find(({ name }) => name === "product").label,
    added["claim.js"].fields.product.label,
  );
});

test("the package exports it, and its types name it", async () => {
  const script = `import words from "cpor-preflight/text/${TAG}"; console.log(words.tag, words.name);`;
  const { stdout } = await inFolder(process.execPath, ["--input-type=module", "-e", script]);
  assert.equal(stdout.trim(), `${TAG} ${added["claim.js"].name}`);
  const types = await readFile(inCopy("dist", "generated", "lists.d.ts"), "utf8");
  assert.match(types, new RegExp(`export type Locale =[^;]*"${TAG}"`));
});

test("the command line names it, and speaks it", async () => {
  const cli = inCopy("dist", "cli.js");
  const { stdout } = await inFolder(process.execPath, [cli, "--help"]);
  assert.match(stdout, new RegExp(`--locale <tag>.*\\b${TAG}\\b`));
  await writeFile(inCopy("none.csv"), "nothing\n1\n");
  const failed = inFolder(process.execPath, [cli, inCopy("none.csv"), "--locale", TAG]);
  const { stderr } = await failed.catch((error) => error);
  assert.ok(stderr.includes(added["rest.js"].batch.problems["no-columns"]), stderr);
});

test("the form has it", async () => {
  const { page, problems } = await open({ path: `/?lang=${TAG}` });
  const words = added["form.js"];
  await page.getByText(words.first.choose, { exact: true }).waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), words.title);
  const names = await page.locator("header option").allTextContents();
  assert.ok(names.includes(added["claim.js"].name), `${names}`);
  assert.deepEqual(problems(), []);
});

test("the page for many claims has it", async () => {
  const { page, problems } = await open({ path: `/?lang=${TAG}#many` });
  const { empty } = added["many.js"];
  await page.getByRole("button", { name: empty.example, exact: true }).waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), empty.title);
  assert.deepEqual(problems(), []);
});

test("the elements have it, also before it has come", async () => {
  const { page, problems } = await open({ path: "/embed.html" });
  await page.getByLabel("Language of the elements").selectOption(TAG);
  const words = added["form.js"];
  await page.getByRole("button", { name: words.claim.check, exact: true }).first().waitFor();
  assert.deepEqual(problems(), []);
  const { element, notes, page: late } = added["loading.js"];
  for (const [folder, pattern, text] of [
    ["dist", /\.js$/, element.open],
    ["dist", /^attach\.js$/, notes.sendIt],
    ["www/generated/site", /^index\.html$/, late.late],
    ["dist", /^cpor-preflight\.html$/, late.late],
  ]) {
    const names = (await filesUnder(inCopy(folder))).filter((name) => pattern.test(name));
    const all = await Promise.all(names.map((name) => readFile(inCopy(folder, name), "utf8")));
    assert.ok(
      all.some((content) => content.includes(text)),
      `${pattern}: ${text}`,
    );
  }
});

test("the core knows what its people call columns and answers", () => rust);

/** Copies the sources and what cargo has made of them, and adds a test of cargo's. */
async function copied() {
  await rm(copy, { recursive: true, force: true });
  for (const name of SOURCES) {
    const filter = (path) => !path.includes(join("generated", "site"));
    await cp(inRoot(name), inCopy(name), { recursive: true, filter });
  }
  await symlink(inRoot("node_modules"), inCopy("node_modules"));
  await writeFile(
    inCopy("tests", "added.rs"),
    `//! What people call columns and answers in a language that was added.
use cpor_preflight::batch::labels::option;
use cpor_preflight::batch::layout::field;
use cpor_preflight::claim::Field;

#[test]
fn names_of_the_language_are_known() {
    assert_eq!(field("xDirectory ID"), Some(Field::CustomerTenantId));
    assert_eq!(option(Field::CompetingPartner, "xY"), Some("yes"));
    assert_eq!(field("yDirectory ID"), None);
}
`,
  );
  return sources();
}

/** What nobody has built, by path. */
async function sources() {
  const paths = await filesUnder(copy);
  const own = paths.filter((path) => !/^(dist|target|www\/generated)\/|^none\.csv$/.test(path));
  const read = async (path) => [path, await readFile(inCopy(path), "utf8")];
  return new Map(await Promise.all(own.map(read)));
}

/** English with an x before every text. */
async function addLanguage() {
  await mkdir(inCopy("www", "text", TAG));
  const words = {};
  for (const file of FILES) {
    words[file] = spoken(await wordsOf("en", file));
    if (words[file].tag) words[file].tag = TAG;
    await writeFile(inCopy("www", "text", TAG, file), written(file, words[file]));
  }
  return words;
}

function spoken(node, key) {
  if (typeof node === "string") return key === "by" ? node : `x${node}`;
  if (Array.isArray(node)) return node.map((one) => spoken(one));
  return Object.fromEntries(Object.entries(node).map(([name, one]) => [name, spoken(one, name)]));
}

function written(file, words) {
  if (file.endsWith(".json")) return JSON.stringify(words);
  if (file !== "loading.js") return `export default ${JSON.stringify(words)};\n`;
  const lines = Object.entries(words).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`,
  );
  return lines.join("");
}

/** Runs a command in the copy; an error has what it printed. */
function inFolder(command, args, env = {}) {
  return promisify(execFile)(command, args, {
    ...{ cwd: copy, env: { ...process.env, ...env }, maxBuffer: 1e8 },
  });
}

/** All but the wasm, which is there. */
function builtAll() {
  return `import { buildTexts } from "./scripts/texts.mjs";
    await buildTexts();
    const [{ buildPackage }, { buildPages }] = await Promise.all([
      import("./scripts/package.mjs"), import("./scripts/pages.mjs"),
    ]);
    await buildPackage();
    await buildPages();`;
}

function order(a, b) {
  return (b === "en") - (a === "en") || (a < b ? -1 : 1);
}
