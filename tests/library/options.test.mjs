// Whoever misspells an option is told the right one: every option of every function, as the types have them, in
// every way to misspell it.
import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import ts from "typescript";
import { inRoot } from "../../scripts/tools.mjs";
import { documents } from "../docs/markdown.mjs";
import { typosOf } from "../support/typos.mjs";

const ENTRIES = ["library", "slim", "attach", "schema", "server", "worker"];
const paths = ENTRIES.map((name) => inRoot("dist", "lib", `${name}.d.ts`));
const program = ts.createProgram(paths, {
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  target: ts.ScriptTarget.ES2022,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
});
const checker = program.getTypeChecker();
/** Every function with options: `{ entry, name, place, options }`, where `place` is that of the options. */
const FUNCTIONS = ENTRIES.flatMap(functionsOf);

before(async () => {
  const { init } = await import("cpor-preflight");
  await init();
});

// Each warning is shown once.
beforeEach(() => {
  delete globalThis[Symbol.for("cpor-preflight.warned")];
});

test("the types have options, of functions of every entry", () => {
  const names = FUNCTIONS.map(({ entry, name }) => `${entry}.${name}`);
  assert.ok(names.length > 25, names.join());
  for (const entry of ENTRIES)
    assert.ok(
      names.some((name) => name.startsWith(`${entry}.`)),
      entry,
    );
  const { options } = FUNCTIONS.find(({ name }) => name === "attach");
  assert.ok(options.includes("block") && options.includes("scope"), String(options));
});

for (const { entry, name, place, options } of FUNCTIONS) {
  test(`${entry}: ${name} names the option that is meant, and takes each by its own name`, async (t) => {
    const { mock } = t.mock.method(console, "warn", () => {});
    const functions = await import(`cpor-preflight${entry === "library" ? "" : `/${entry}`}`);
    const call = async (given) => {
      const args = [...Array(place), given];
      try {
        await functions[name](...args);
      } catch {
        // It is called with nothing else, and some can't do without.
      }
    };
    for (const option of options) await call({ [option]: undefined });
    assert.deepEqual(warnings(mock), []);
    const wrong = options.flatMap((option) =>
      typosOf(option)
        .filter((typo) => !options.includes(typo))
        .map((typo) => [typo, option]),
    );
    for (const [typo] of wrong) await call({ [typo]: undefined });
    const meant = (typo) => wrong.filter((one) => one[0] === typo).map(([, option]) => option);
    const told = warnings(mock).map((text) =>
      text.match(/^cpor-preflight: (\w+) has no option (\S+): (\S+) is meant\.$/),
    );
    assert.deepEqual(
      told.map((parts) => parts?.[2]),
      [...new Set(wrong.map(([typo]) => typo))],
    );
    for (const [, of, typo, option] of told) {
      assert.equal(of, name);
      assert.ok(meant(typo).includes(option), `${typo}: ${option}`);
    }
  });
}

test("a value that an option can't have is told, with the one that is meant", async (t) => {
  const { attach } = await import("cpor-preflight/attach");
  const { init } = await import("cpor-preflight");
  const { mock } = t.mock.method(console, "warn", () => {});
  assert.throws(() => attach(undefined, { block: "nevr", scope: "claim", when: undefined }));
  await init({ parts: ["sku", "check"], locales: ["en"] });
  await init(undefined, { parts: "everything" });
  assert.deepEqual(warnings(mock), [
    "cpor-preflight: block of attach can’t be nevr: never is meant.",
    "cpor-preflight: parts of init can’t be sku: skus is meant.",
    "cpor-preflight: parts of init can’t be everything.",
  ]);
});

test("a rule set or language that can't be meant is told, and what is meant is not", async (t) => {
  const { checkClaim, describe, diagnoseSubscription } = await import("cpor-preflight");
  const { mock } = t.mock.method(console, "warn", () => {});
  for (const ruleset of ["2020-06", "2023-10", "latest", new String("2023-10"), null, undefined])
    for (const locale of ["de", "de-AT", "en_US", "fr", "x-own", null, undefined])
      checkClaim({}, {}, { ruleset, locale });
  assert.deepEqual(warnings(mock), []);
  checkClaim({}, {}, { ruleset: "2023-1O", locale: "de, en" });
  describe({ ruleset: Promise.resolve("2023-10"), locale: Promise.resolve("de") });
  diagnoseSubscription({}, {}, { ruleset: 2023, customerLocale: {} });
  assert.deepEqual(warnings(mock), [
    "cpor-preflight: ruleset of checkClaim can’t be 2023-1O: 2023-10 is meant.",
    "cpor-preflight: locale of checkClaim can’t be de, en.",
    "cpor-preflight: ruleset of describe can’t be [object Promise].",
    "cpor-preflight: locale of describe can’t be [object Promise].",
    "cpor-preflight: ruleset of diagnoseSubscription can’t be 2023: 2023-10 is meant.",
    "cpor-preflight: customerLocale of diagnoseSubscription can’t be [object Object].",
  ]);
});

test("what is no list of options is told by nobody here, and runs nothing of the caller's", async (t) => {
  const { checkClaim } = await import("cpor-preflight");
  const { mock } = t.mock.method(console, "warn", () => {});
  const hostile = new Proxy(
    {},
    { ownKeys: () => assert.fail(), getPrototypeOf: () => assert.fail() },
  );
  for (const options of [null, undefined, 7, "today", ["today"], new Map(), hostile])
    assert.ok(checkClaim({}, {}, options).schema);
  let reads = 0;
  const options = {
    get today() {
      reads += 1;
      return "2026-11-22";
    },
  };
  assert.equal(checkClaim({}, {}, options).today, "2026-11-22");
  assert.equal(reads, 1);
  assert.deepEqual(warnings(mock), []);
});

test("every option that a document has a row for is one", () => {
  const known = new Set(FUNCTIONS.flatMap(({ options }) => options));
  let count = 0;
  for (const { path, text } of documents.filter((one) => one.path.startsWith("www/docs/"))) {
    for (const [table] of text.matchAll(/^\| option .*\n(?:\|.*\n)+/gm))
      for (const [, cell] of [...table.matchAll(/^\| (`[^|]+) \|/gm)])
        for (const [, name] of cell.matchAll(/`(\w+)[^`]*`/g)) {
          count += 1;
          assert.ok(known.has(name), `${path}: ${name}`);
        }
  }
  assert.ok(count > 25, String(count));
});

const warnings = ({ calls }) => calls.map(({ arguments: [text] }) => text);

function functionsOf(entry) {
  const source = program.getSourceFile(inRoot("dist", "lib", `${entry}.d.ts`));
  const module = checker.getSymbolAtLocation(source);
  const own = checker.getExportsOfModule(module);
  return own.flatMap((symbol) => {
    // What another entry has too is its.
    const isOwn = symbol.declarations?.some((node) => node.getSourceFile() === source);
    if (!isOwn) return [];
    const signatures = checker.getTypeOfSymbol(symbol).getCallSignatures();
    const found = signatures.flatMap(({ parameters }) => {
      const place = parameters.findIndex(({ name }) => name === "options");
      if (place < 0) return [];
      const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameters[place]));
      return [{ place, options: checker.getPropertiesOfType(type).map(({ name }) => name) }];
    });
    const [last] = found.slice(-1);
    return last ? [{ entry, name: symbol.name, ...last }] : [];
  });
}
