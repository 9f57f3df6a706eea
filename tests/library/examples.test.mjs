// Every public function has an example in its comment, which compiles, runs and gives what it says.
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import * as library from "cpor-preflight";
import * as attach from "cpor-preflight/attach";
import * as schema from "cpor-preflight/schema";
import * as server from "cpor-preflight/server";
import ts from "typescript";
import { inRoot } from "../../scripts/tools.mjs";
import { examplesOf, scriptOf } from "../support/examples.mjs";

await library.init();
const [ofLibrary, ofAttach, ofSchema, ofServer, ofWorker] = await Promise.all(
  ["library", "attach", "schema", "server", "worker"].map(examplesOf),
);

test("every public function has an example", () => {
  const missing = [ofLibrary, ofAttach, ofSchema, ofServer, ofWorker].flatMap((examples) =>
    [...examples].filter(([, text]) => !text).map(([name]) => name),
  );
  assert.deepEqual(missing, []);
  const named = [...ofLibrary.keys(), "PreflightError"];
  assert.deepEqual(named.sort(), Object.keys(library).sort());
  assert.deepEqual([...ofAttach.keys()].sort(), Object.keys(attach).sort());
  assert.deepEqual([...ofSchema.keys()].sort(), Object.keys(schema).sort());
  assert.deepEqual([...ofServer.keys(), "toNode"].sort(), Object.keys(server).sort());
});

/** Those of a form and of a worker run in a browser: see tests/browser/examples.test.mjs. */
for (const [name, example] of [
  ...ofLibrary,
  ["claimFrom", ofAttach.get("claimFrom")],
  ...ofSchema,
  ...ofServer,
]) {
  test(`the example of ${name} gives what it says`, async () => {
    let count = 0;
    const same = (value, expected) => {
      count += 1;
      assert.deepEqual(value, expected);
    };
    const script = scriptOf(example);
    const { claimFrom } = attach;
    const known = { ...library, claimFrom, ...schema, ...server, same };
    const AsyncFunction = (async () => {}).constructor;
    await new AsyncFunction(...Object.keys(known), script)(...Object.values(known));
    assert.ok(count > 0, "it says what it gives");
  });
}

test("the examples compile", () => {
  const programs = [
    [ofLibrary, library, "cpor-preflight"],
    [ofAttach, attach, "cpor-preflight/attach"],
    [ofSchema, schema, "cpor-preflight/schema"],
    [ofServer, server, "cpor-preflight/server"],
    [ofWorker, { startWorker: 0 }, "cpor-preflight/worker"],
  ].map(([examples, entry, module]) => {
    const all = [...examples].map(([, text]) => `await (async () => {\n${text}\n})();`);
    return `import { ${Object.keys(entry).join(", ")} } from "${module}";\n${all.join("\n")}`;
  });
  for (const [at, text] of programs.entries()) {
    const path = join(inRoot("tests", "library"), `example${at}.ts`);
    assert.deepEqual(complaints(path, text), []);
  }
});

function complaints(path, text) {
  const options = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ noEmit: true, types: [], target: ts.ScriptTarget.ES2022 },
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (asked) => asked === path || fileExists(asked);
  host.readFile = (asked) => (asked === path ? text : readFile(asked));
  host.getSourceFile = (asked, ...rest) =>
    asked === path ? ts.createSourceFile(path, text, rest[0]) : getSourceFile(asked, ...rest);
  const program = ts.createProgram([path], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
