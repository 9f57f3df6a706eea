// Every way of loading the library, for Node, for a host that brings the parts, and from addresses as in
// a browser. Each in a process of its own, because a module is loaded once in a process.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What each program has: `same`, `code`, the wasm as bytes, and `p`, the entry. */
const prelude = (entry) => `
  import assert from "node:assert/strict";
  import { readFile } from "node:fs/promises";
  import * as p from ${JSON.stringify(entry)};
  const same = assert.deepEqual;
  const code = async (loading, code) => {
    const error = await loading.then(() => assert.fail("it loads"), (error) => error);
    assert.ok(error instanceof p.PreflightError, String(error));
    same(error.code, code);
    assert.ok(error.message.length > 0);
  };
  const wasm = (name) => readFile("dist/" + name + "_bg.wasm");
  const bytes = await wasm("cpor_core");
  const evidence = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };
  const enrolled = () => {
    const { checks } = p.checkClaim({ partnerId: "5357564" }, evidence);
    return checks.find(({ id }) => id === "partner-id-enrolled").outcome;
  };
  /** Every function that answers at once, by what has to be there for it. */
  const CHECKS = {
    checkClaim: () => p.checkClaim({}), timeline: () => p.timeline({}),
    classifyIdentifier: () => p.classifyIdentifier("SPB"), describe: () => p.describe(),
    rulesets: () => p.rulesets(),
  };
  const CORES = {
    "checkClaim with evidence": () => p.checkClaim({}, evidence),
    "timeline with evidence": () => p.timeline({}, evidence),
    "classifyIdentifier with evidence": () => p.classifyIdentifier("5357564", evidence),
    holdEvidence: () => p.holdEvidence({}), mergeEvidence: () => p.mergeEvidence({}, {}),
    readEvidence: () => p.readEvidence("[]"),
    diagnoseSubscription: () => p.diagnoseSubscription({}),
    adviseActivity: () => p.adviseActivity({}), advisePartnerId: () => p.advisePartnerId([]),
    planClaims: () => p.planClaims({}),
    batchLayout: () => p.batchLayout("a,b"), checkBatch: () => p.checkBatch("product\\nSPB\\n"),
    openBatch: () => p.openBatch(),
    compareRulesets: () => p.compareRulesets("2020-06", "2023-10"),
  };
  const answering = (functions) => {
    for (const [name, ask] of Object.entries(functions)) assert.ok(ask(), name);
  };
  const silent = (functions) => {
    for (const [name, ask] of Object.entries(functions)) assert.throws(ask, /await init/, name);
  };
`;

/** By the program's name: what is asked of the entry in a fresh process. */
function programs(entry, all) {
  for (const [name, program] of Object.entries(all)) {
    test(`${entry}: ${name}`, async () => {
      const input = ["--input-type=module", "--eval", prelude(entry) + program];
      await promisify(execFile)(process.execPath, input, { cwd: ROOT }).catch(({ stderr }) =>
        assert.fail(stderr),
      );
    });
  }
}

programs("cpor-preflight", {
  "nothing answers before": `
    silent(CHECKS); silent(CORES);
    await assert.rejects(p.lookUpTenant("contoso.com"), /await init/);`,
  "without anything": `
    await p.init(); answering(CHECKS); answering(CORES); same(enrolled(), "pass");
    same(p.classifyIdentifier("SPB").kind, "sku-part-number");
    same(p.LOCALES.map((locale) => p.checkClaim({}, {}, { locale }).locale), p.LOCALES);`,
  "several times at once": `
    await Promise.all([p.init(), p.init({ parts: ["check"] }), p.init(bytes)]); await p.init();
    answering(CORES);`,
  "with what the runtime has for Base64": `
    const { Buffer } = globalThis;
    let asked = 0;
    Uint8Array.fromBase64 = function (text) {
      same(this, Uint8Array);
      asked += 1;
      return new Uint8Array(Buffer.from(text, "base64"));
    };
    await p.init(); same(asked, 1); answering(CORES);`,
  "without anything for Base64 but letters": `
    Uint8Array.fromBase64 = globalThis.Buffer = undefined;
    await p.init(); answering(CORES); same(enrolled(), "pass");`,
  "on a page's own thread waiting, elsewhere at once": `
    const { instantiate } = WebAssembly;
    let waited = 0;
    WebAssembly.instantiate = (...given) => { waited += 1; return instantiate(...given); };
    await p.init(); same(waited, 0);
    const page = await import("./dist/inline.js?page");
    globalThis.document = {};
    await page.init(); same(waited, 1); same(page.checkClaim({}).verdict, "fix");`,
  "from bytes": "await p.init(bytes); answering(CORES);",
  "from an ArrayBuffer": "await p.init(Uint8Array.from(bytes).buffer); answering(CORES);",
  "from a compiled module": "await p.init(await WebAssembly.compile(bytes)); answering(CORES);",
  "from a Response": "await p.init(new Response(bytes)); answering(CORES);",
  "from a Response of another type": `
    await p.init(new Response(bytes, { headers: { "content-type": "text/plain" } }));
    answering(CORES);`,
  "from a promise of bytes": "await p.init(Promise.resolve(bytes)); answering(CORES);",
  "from a function": "await p.init(() => bytes); answering(CORES);",
  "from the wasm among the options": `
    let asked = 0;
    await p.init({ wasm: () => { asked += 1; return bytes; }, locales: ["de"] });
    same([asked, p.checkClaim({}).locale], [1, "de"]); answering(CORES);`,
  "from null, as from nothing": "await p.init(null, null); answering(CORES);",
  "again after what is no wasm": `
    await code(p.init(new Uint8Array(8)), "internal");
    assert.throws(() => p.checkClaim({}), /await init/); silent(CORES);
    await p.init(); answering(CORES);`,
  "again after a missing file": `
    await code(p.init(new Response("", { status: 404 })), "wasm_fetch_failed");
    await p.init(); answering(CORES);`,
  "again after an address that does not answer": `
    await code(p.init("http://127.0.0.1:9/x.wasm"), "wasm_fetch_failed");
    await p.init(); answering(CORES);`,
  "a failure is that of all who asked at the same time": `
    const missing = new Response("", { status: 404 });
    await Promise.all([p.init(missing), p.init()].map((loading) => code(loading, "wasm_fetch_failed")));
    await p.init(); answering(CORES);`,
  "not at all where there is no WebAssembly": `
    const real = WebAssembly; globalThis.WebAssembly = undefined;
    await code(p.init(bytes), "wasm_unsupported");
    globalThis.WebAssembly = real; await p.init(bytes); answering(CORES);`,
  "with one language, and another later": `
    await p.init(undefined, { locales: ["de"] });
    same(p.checkClaim({}, {}, { locale: "en" }).locale, "de");
    same(await p.loadLocale("en-GB"), "en"); same(p.checkClaim({}).locale, "en");
    answering(CORES);`,
  "with one language as a text": `
    await p.init({ locales: "de-AT" }); same(p.checkClaim({}).locale, "de"); answering(CORES);`,
  "with a language that is brought": `
    const { default: german } = await import("cpor-preflight/text/de");
    const verdicts = { ...german.verdicts, fix: { title: "Halt", text: "Halt." } };
    await p.init({ locales: [{ ...german, verdicts }] });
    same(p.describe().labels.verdicts.fix.title, "Halt");
    same(p.checkClaim({}).locale, "de"); answering(CORES);`,
  "everything is there, whichever parts were asked for": `
    await p.init({ parts: ["check"] }); answering(CHECKS); answering(CORES); same(enrolled(), "pass");`,
  "options of before are accepted, and leave nothing out": `
    const before = { evidence: false, exports: false, batch: false, texts: "first", skus: false };
    await p.init(undefined, before); answering(CORES); same(enrolled(), "pass");
    same(p.classifyIdentifier("SPB").kind, "sku-part-number");
    assert.ok(p.describe().questions.diagnosis.length > 0);
    assert.ok(p.checkClaim({}).findings.every(({ what, why, next }) => what && why && next));`,
  "an option of before alone, as what comes first": `
    await p.init({ evidence: false }); answering(CORES); await p.init({ skus: true }); same(enrolled(), "pass");`,
  "again and again, with the same answers": `
    await p.init(); const before = JSON.stringify([p.describe(), p.checkClaim({}, evidence)]);
    await p.init({ parts: ["check", "skus"] }); await p.loadLocale("de"); await p.init(bytes);
    same(JSON.stringify([p.describe(), p.checkClaim({}, evidence)]), before);`,
});

/** A host that brings the wasm, the languages and the SKU table. */
programs("cpor-preflight/slim", {
  "nothing is there by itself": `
    await code(p.init(), "internal"); silent(CHECKS);`,
  "the core with what the host brings": `
    const { default: german } = await import("cpor-preflight/text/de");
    const { default: skus } = await import("cpor-preflight/skus");
    await p.init(bytes, { locales: [german], skus });
    answering(CHECKS); answering(CORES); same(enrolled(), "pass");
    same([p.checkClaim({}).locale, p.classifyIdentifier("SPB").kind], ["de", "sku-part-number"]);`,
  "without a language there are no words": `
    await p.init(bytes); assert.throws(() => p.checkClaim({}), /await init/);
    await p.loadLocale("de"); answering(CHECKS); answering(CORES);`,
  "the check alone, and the core later": `
    await p.init(await wasm("cpor_check"), { parts: ["check"], locales: ["en"] });
    answering(CHECKS); silent(CORES);
    same([p.checkClaim({}, {}).verdict, p.checkClaim({}, null).verdict], ["fix", "fix"]);
    const before = JSON.stringify(p.checkClaim({ partnerId: "12ab" }));
    await p.init({ wasm: bytes });
    answering(CHECKS); answering(CORES); same(enrolled(), "pass");
    same(JSON.stringify(p.checkClaim({ partnerId: "12ab" })), before);`,
  "the check keeps answering while the core fails": `
    await p.init(await wasm("cpor_check"), { parts: ["check"], locales: ["en"] });
    await code(p.init(new Response("", { status: 500 })), "wasm_fetch_failed");
    answering(CHECKS); silent(CORES);
    await code(p.init(new Uint8Array(8)), "internal"); answering(CHECKS);
    await p.init(bytes); answering(CORES);`,
  "the check and the core at once": `
    const check = await wasm("cpor_check");
    await Promise.all([
      p.init(check, { parts: ["check"], locales: ["en"] }), p.init(bytes), p.init(bytes),
    ]);
    answering(CHECKS); answering(CORES); same(enrolled(), "pass");`,
  "the core first, and then the check, which is in it": `
    await p.init(bytes, { locales: "en" }); await p.init({ parts: ["check"] });
    answering(CORES); same(enrolled(), "pass");`,
  "products are known with the table, whenever it comes": `
    const { default: skus } = await import("cpor-preflight/skus");
    await p.init(await wasm("cpor_check"), { parts: ["check"], locales: "en" });
    same(p.classifyIdentifier("SPB").kind, "domain");
    await p.init({ parts: ["check", "skus"], skus });
    same(p.classifyIdentifier("SPB").kind, "sku-part-number");
    await p.init(bytes); same(p.classifyIdentifier("SPB").kind, "sku-part-number");`,
  "a language with the check has what is said of a claim, and all of it with the core": `
    await p.init(await wasm("cpor_check"), { parts: ["check"], locales: ["en"] });
    const before = p.describe();
    same([before.questions, before.labels.causeStatuses, before.ruleset.statuses], Array(3).fill(undefined));
    const report = p.checkClaim({ customerTenantId: "3f1c7a52", odd: 1 });
    await p.init(bytes);
    const after = p.describe();
    assert.ok(after.questions.diagnosis.length > 0 && after.ruleset.statuses.length > 0);
    same(after.fields, before.fields); same(p.checkClaim({ customerTenantId: "3f1c7a52", odd: 1 }), report);
    same(await p.loadLocale("de"), "de");
    assert.ok(p.describe({ locale: "de" }).questions.diagnosis.length > 0, "a later language, too");`,
  "a language is not in use before all of it has come": `
    await p.init(await wasm("cpor_check"), { parts: ["check"], locales: ["en"] });
    const isThere = (ask) => { try { return Boolean(ask()); } catch { return false; } };
    const loading = [p.loadLocale("de"), p.init(bytes), p.loadLocale("de")];
    for (;;) {
      const { locale, findings } = p.checkClaim({}, {}, { locale: "de" });
      assert.ok(findings.every(({ what }) => what));
      const hasCore = isThere(CORES.holdEvidence);
      if (hasCore) answering(CORES);
      if (hasCore && locale === "de") break;
      await new Promise(setImmediate);
    }
    await Promise.all(loading);
    for (const locale of p.LOCALES) assert.ok(p.diagnoseSubscription({}, {}, { locale }).causes[0].text);`,
  "the check alone answers as the core does": `
    const { default: skus } = await import("cpor-preflight/skus");
    await p.init(await wasm("cpor_check"), { parts: ["check", "skus"], locales: "en", skus });
    const { fields } = p.describe();
    const texts = ["", "contoso.com", "b\\u00fccher.example", "{3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6}",
      "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", "00000000-0000-0000-0000-000000000000", "common", "12ab",
      "5357564", "SPB", "DYN365_FINANCE", "Dynamics 365 Sales", "gmail.com", "2026-11-20", "20.11.2026",
      7, null, [], {}];
    const claims = [];
    for (const ruleset of ["2020-06", "2023-10"])
      for (const { name, options } of fields)
        for (const value of options.length ? [...options.map(({ value }) => value), "odd"] : texts)
          for (const solutionArea of ["", "business-applications", "microsoft-365"])
            for (const product of ["", "Dynamics 365 Sales", "Teams"])
              claims.push([{ subscriptionId: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", solutionArea, product,
                [name]: value, odd: 1 }, ruleset]);
    const ask = () =>
      claims.map(([claim, ruleset]) => JSON.stringify(p.checkClaim(claim, undefined, { ruleset })));
    const alone = ask();
    const raised = new Set(alone.flatMap((report) => JSON.parse(report).findings.map(({ code }) => code)));
    assert.ok(raised.size > 30 && claims.length > 2500, raised.size + " codes");
    await p.init(bytes);
    ask().forEach((report, place) => same(report, alone[place]));`,
});

/** Of the entry for browsers: its files are fetched by their addresses beside it. */
const FETCHED = `
  const fetched = [];
  let isOffline = false;
  globalThis.fetch = async ({ url }) => {
    fetched.push(url.replace(/^.*\\//, ""));
    if (isOffline) throw new TypeError("fetch failed");
    return new Response(await readFile(new URL(url)));
  };`;
programs("./dist/web.js", {
  "a form's start fetches the check, and the core when it is first asked for": `${FETCHED}
    await p.init({ parts: ["check"] });
    same(fetched, ["cpor_check_bg.wasm"]); answering(CHECKS); silent(CORES);
    same(p.LOCALES.map((locale) => p.checkClaim({}, {}, { locale }).locale), p.LOCALES);
    same(p.classifyIdentifier("SPB").kind, "domain");
    await Promise.all([p.init(), p.init({ parts: "core" }), p.init()]);
    same(fetched, ["cpor_check_bg.wasm", "cpor_core_bg.wasm"]);
    answering(CORES); same(enrolled(), "pass"); same(p.classifyIdentifier("SPB").kind, "sku-part-number");`,
  "a form's start with the products": `${FETCHED}
    await p.init({ parts: ["check", "skus"] });
    same(p.classifyIdentifier("SPB").kind, "sku-part-number");`,
  "everything at once, without the check": `${FETCHED}
    await p.init(); same(fetched, ["cpor_core_bg.wasm"]); answering(CHECKS); answering(CORES);
    await p.init({ parts: ["check"] }); same(fetched, ["cpor_core_bg.wasm"]);`,
  "again after the connection broke": `${FETCHED}
    isOffline = true; await code(p.init({ parts: ["check"] }), "wasm_fetch_failed");
    await code(p.init(), "wasm_fetch_failed"); assert.throws(() => p.checkClaim({}), /await init/);
    isOffline = false; await p.init({ parts: ["check"] }); answering(CHECKS);
    isOffline = true; await code(p.init(), "wasm_fetch_failed"); answering(CHECKS);
    isOffline = false; await p.init(); answering(CORES);`,
  "a file with another hash is told apart from one that did not come": `
    const request = new Request("https://portal.example/core.wasm", { integrity: "sha384-" + "A".repeat(64) });
    const coming = async (answer) => {
      globalThis.fetch = async (asked) => {
        if (typeof asked !== "string") throw new TypeError("failed");
        same(asked, request.url);
        return answer();
      };
      return p.init(request);
    };
    await code(coming(() => new Response(bytes)), "wasm_integrity");
    await code(coming(() => new Response("<!doctype html><title>Not here</title>")), "wasm_fetch_failed");
    await code(coming(() => new Response(bytes, { status: 404 })), "wasm_fetch_failed");
    await code(coming(() => { throw new TypeError("offline"); }), "wasm_fetch_failed");
    await code(p.init(new Request("https://portal.example/core.wasm")), "wasm_fetch_failed");
    const because = (message) => p.init(Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { message } })));
    await code(because("integrity mismatch"), "wasm_integrity");
    await code(because("no route"), "wasm_fetch_failed");
    await code(p.init(Promise.reject()), "wasm_fetch_failed");
    await p.init(bytes); answering(CORES);`,
  "what a policy forbids is told apart from what is no wasm": `
    const { compile } = WebAssembly;
    WebAssembly.compile = async () => { throw new WebAssembly.CompileError("call to WebAssembly.compile() blocked by CSP"); };
    await code(p.init(bytes), "wasm_blocked_by_csp");
    WebAssembly.compile = compile;
    await code(p.init(new Uint8Array(8)), "internal");
    await code(p.init(Promise.reject(new WebAssembly.CompileError("Refused: 'unsafe-eval' is no allowed source"))), "wasm_blocked_by_csp");
    await p.init(bytes); answering(CORES);`,
  "a look-up brings the core that reads its answer": `${FETCHED}
    await p.init({ parts: ["check"] });
    const fetch = async () => new Response('{"error_codes":[90002]}', { status: 400 });
    same((await p.lookUpTenant("contoso.com", { fetch })).status, "answered");
    answering(CORES);`,
});

test("the built lists are what the core declares", async () => {
  const core = await import("../../www/generated/cpor_core.js");
  const wasm = new URL("../../www/generated/cpor_core_bg.wasm", import.meta.url);
  core.initSync({ module: await readFile(wasm) });
  const { REGISTRY } = await import("../../www/generated/registry.js");
  const { LATER_LISTS: laterLists } = await import("../../www/generated/later-lists.js");
  const { rulesets, codes, lists, ...common } = REGISTRY;
  const written = rulesets.map(({ ruled, ...ruleset }) => ({
    ...{ ruleset, lists, laterLists, ...common },
    codes: codes.map((code, place) => ({ ...code, ...ruled[place] })),
  }));
  // What parameters are is in the types alone.
  const declared = core.registry().map(({ params, ...described }) => described);
  assert.deepEqual(written, declared);
});
