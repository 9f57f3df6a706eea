// How wasm arrives, from whatever names or promises it; and why it did not, as exactly as can be told.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { compile } = await imported(inRoot("www", "lib", "module.ts"));
/** The shortest module that there is. */
const WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const ADDRESS = "https://portal.example/core.wasm";
const checked = () => new Request(ADDRESS, { integrity: `sha384-${"A".repeat(64)}` });

let real;
before(() => {
  real = globalThis.fetch;
});
afterEach(() => {
  globalThis.fetch = real;
  delete globalThis.self;
});

const isModule = (value) => WebAssembly.Module.exports(value).length === 0;
async function fails(source, code, message) {
  await assert.rejects(compile(source), (error) => {
    assert.deepEqual([error.name, error.code], ["PreflightError", code], error.message);
    assert.match(error.message, message);
    return true;
  });
}

test("bytes, modules, answers, addresses, and what promises or returns them, are compiled", async () => {
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(address);
    return new Response(WASM);
  };
  const compiled = await WebAssembly.compile(WASM);
  assert.equal(await compile(compiled), compiled);
  const [url, request] = [new URL(ADDRESS), new Request(ADDRESS)];
  for (const source of [WASM, WASM.buffer, new Response(WASM), ADDRESS, url, request])
    for (const given of [
      () => source,
      () => Promise.resolve(source),
      source instanceof Response ? new Response(WASM) : source,
      Promise.resolve(source instanceof Response ? new Response(WASM) : source),
    ].slice(source instanceof Response ? 2 : 0))
      assert.ok(isModule(await compile(given)));
  assert.deepEqual(
    asked,
    [ADDRESS, url, request].flatMap((one) => [one, one, one, one]),
  );
  assert.ok(isModule(await compile(() => new Response(WASM))));
});

test("nothing, and what is no wasm, is told as a fault of whoever gave it", async () => {
  for (const source of [undefined, null, () => undefined])
    await fails(source, "internal", /await init\(\) with the wasm first/);
  for (const source of [WASM.slice(0, 4), {}, 7]) await fails(source, "internal", /./);
});

test("an address that does not answer, or with an error, is named", async () => {
  globalThis.fetch = async () => new Response("", { status: 404 });
  await fails(ADDRESS, "wasm_fetch_failed", /there is no wasm at/);
  const away = Object.defineProperty(new Response("", { status: 503 }), "url", { value: ADDRESS });
  await fails(away, "wasm_fetch_failed", /: there is no wasm at https:\/\/portal\.example\/core/);
  await compile(away).catch(({ cause }) => assert.equal(cause.cause, "status 503"));
  const calls = [];
  globalThis.fetch = async (address) => {
    calls.push(address);
    throw new TypeError("gone");
  };
  for (const source of [ADDRESS, new URL(ADDRESS), new Request(ADDRESS)])
    await fails(
      source,
      "wasm_fetch_failed",
      /there is no wasm at https:\/\/portal\.example\/core\.wasm$/,
    );
  assert.equal(calls.length, 3, "what has no hash is asked for once");
  const broken = new Response(new ReadableStream({ pull: (to) => to.error(new Error("cut off")) }));
  await fails(broken, "wasm_fetch_failed", /cut off/);
});

test("a file with another hash than is asked for is told from one that is not there", async () => {
  const second = async (answer, code) => {
    globalThis.fetch = async (address) => {
      if (typeof address !== "string") throw new TypeError("failed");
      return answer();
    };
    await fails(checked(), code, /./);
  };
  await second(() => new Response(WASM), "wasm_integrity");
  await second(() => new Response("\0asm"), "wasm_integrity");
  for (const body of ["\0as", "", "<!doctype html>", " \0asm", "\0ASM"])
    await second(() => new Response(body), "wasm_fetch_failed");
  await second(() => new Response(WASM, { status: 404 }), "wasm_fetch_failed");
  await second(() => Promise.reject(new Error("gone")), "wasm_fetch_failed");
  const cut = () => new Response(new ReadableStream({ pull: (to) => to.error(new Error("cut")) }));
  await second(cut, "wasm_fetch_failed");
});

test("of a request of which only the promise is known, a browser’s notes tell whether bytes came", async (t) => {
  const failed = () => Promise.reject(new TypeError("Failed to fetch"));
  const noted = {
    ...{ initiatorType: "fetch", responseEnd: 1000, responseStatus: 0, encodedBodySize: 10 },
  };
  let entries = [noted];
  t.mock.method(performance, "getEntriesByType", (type) => (type === "resource" ? entries : []));
  await fails(failed(), "wasm_fetch_failed", /Failed to fetch/);
  globalThis.self = { performance: { now: () => 1000 } };
  await fails(failed(), "wasm_integrity", /Failed to fetch/);
  for (const changes of [
    { initiatorType: "script" },
    { responseEnd: 999 },
    { responseStatus: 200 },
    { encodedBodySize: 0 },
  ]) {
    entries = [{ ...noted, ...changes }];
    await fails(failed(), "wasm_fetch_failed", /Failed to fetch/);
    entries = [entries[0], noted];
    await fails(failed(), "wasm_integrity", /Failed to fetch/);
  }
  entries = [];
  await fails(failed(), "wasm_fetch_failed", /Failed to fetch/);
  // Node says so itself.
  const because = (message) =>
    Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { message } }));
  await fails(because("Integrity mismatch"), "wasm_integrity", /fetch failed/);
  await fails(because("other"), "wasm_fetch_failed", /fetch failed/);
  for (const nothing of [undefined, null, "gone"])
    await fails(Promise.reject(nothing), "wasm_fetch_failed", /./);
});

test("what a policy forbids is told from what can’t be compiled", async (t) => {
  for (const [message, code] of [
    ["Refused to compile: violates the Content Security Policy", "wasm_blocked_by_csp"],
    ["because 'unsafe-eval' is not an allowed source", "wasm_blocked_by_csp"],
    ["blocked by CSP", "wasm_blocked_by_csp"],
    ["Wasm code generation disallowed by embedder", "wasm_blocked_by_csp"],
    ["expected magic word", "internal"],
  ]) {
    const error = () => new WebAssembly.CompileError(message);
    await fails(Promise.reject(error()), code, /./);
    const { mock } = t.mock.method(WebAssembly, "compile", async () => {
      throw error();
    });
    await fails(WASM, code, /./);
    mock.restore();
  }
});

test("where there is no WebAssembly, that is said", async () => {
  const whole = globalThis.WebAssembly;
  globalThis.WebAssembly = undefined;
  try {
    await fails(WASM, "wasm_unsupported", /there is no WebAssembly/);
  } finally {
    globalThis.WebAssembly = whole;
  }
});
