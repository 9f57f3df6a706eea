// The library in a worker, both of its sides in one process: what the page sends and hears, what it is answered, and how
// both end. Under a page's policies, in browsers: tests/browser/worker.test.mjs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, test } from "node:test";
import { startWorker } from "cpor-preflight/worker";

const library = await import("cpor-preflight");

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const CLAIM = { customerTenantId: TENANT, partnerId: "5357564", product: "Teams" };
const OPTIONS = { ruleset: "2020-06", locale: "de", today: "2026-11-22" };
const EVIDENCE = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };

/** The worker's script listens to `heard`; what it says goes to the last `thread`. */
let heard;
let thread;
let core;

class Thread {
  #listeners = { message: [], error: [] };
  /** What it was sent, and what it said. */
  sent = [];
  said = [];
  isEnded = false;

  constructor() {
    thread = this;
  }

  addEventListener(type, listener) {
    this.#listeners[type].push(listener);
  }

  postMessage(message) {
    const data = structuredClone(message);
    this.sent.push(data);
    queueMicrotask(() => heard({ data }));
  }

  say(message) {
    const data = structuredClone(message);
    this.said.push(data);
    for (const listener of this.#listeners.message) listener({ data });
  }

  fail(event) {
    for (const listener of this.#listeners.error) listener(event);
  }

  terminate() {
    this.isEnded = true;
  }
}

before(async () => {
  globalThis.addEventListener = (type, listener) => {
    if (type === "message") heard = listener;
  };
  globalThis.postMessage = (message) => thread.say(message);
  await import("cpor-preflight/worker-script");
  core = await readFile(new URL("../../dist/cpor_core_bg.wasm", import.meta.url));
  await library.init();
});
after(() => {
  delete globalThis.addEventListener;
  delete globalThis.postMessage;
});
beforeEach(() => {
  delete globalThis[Symbol.for("cpor-preflight.warned")];
});

const started = () => startWorker({ worker: new Thread(), core });
/** So many subscriptions, as Microsoft Graph has them. */
const listOf = (count) =>
  JSON.stringify({
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#directory/subscriptions",
    value: Array.from({ length: count }, (_, at) => ({
      id: `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e${String(at).padStart(4, "0")}`,
      skuPartNumber: "SPB",
    })),
  });
const refused = (code, message) => (error) => {
  assert.equal(error.name, "PreflightError");
  assert.equal(error.code, code);
  assert.match(error.message, message);
  return true;
};

test("each function answers as it does here, and there are no others", async () => {
  const remote = await started();
  const report = library.checkClaim(CLAIM, EVIDENCE, OPTIONS);
  const record = library.checkRecord(report, CLAIM, EVIDENCE);
  const asked = {
    adviseActivity: [{ solutionArea: "microsoft-365" }, OPTIONS],
    advisePartnerId: [EVIDENCE.partnerIds, {}, { locale: "de" }],
    afterFiling: [{ ...CLAIM, status: "rejected", on: "2026-11-02" }, OPTIONS],
    checkClaim: [CLAIM, EVIDENCE, OPTIONS],
    checkRecord: [report, CLAIM, EVIDENCE],
    claimForm: [CLAIM, OPTIONS],
    classifyIdentifier: ["5357564", EVIDENCE],
    compareEditions: [CLAIM, EVIDENCE, OPTIONS],
    compareRulesets: ["2020-06", "2023-10", { locale: "de" }],
    customerLetter: [report, CLAIM, EVIDENCE, { customerLocale: "de" }],
    describe: [{ ruleset: "2020-06", locale: "de" }],
    diagnoseSubscription: [CLAIM, EVIDENCE, OPTIONS],
    findFields: [`Tenant ID: ${TENANT}`],
    mergeEvidence: [EVIDENCE, { partnerIds: [{ id: "517285" }] }],
    negotiateLocale: [["fr", "de-AT"]],
    planClaims: [EVIDENCE, { workloads: ["Teams"] }, OPTIONS],
    proofChecklist: [CLAIM, OPTIONS],
    readAnything: [`Tenant ID: ${TENANT}`, { locale: "de" }],
    readEvidence: [`[{"id":"${SUBSCRIPTION}"}]`, { locale: "de" }],
    readReply: ["1. yes", report],
    rulesets: [{ locale: "de" }],
    timeline: [CLAIM, EVIDENCE, OPTIONS],
    toCalendar: [[{ step: "dispute", by: "2026-12-02" }], { title: "x", today: "2026-11-22" }],
    verifyRecord: [record, CLAIM, EVIDENCE, { locale: "de" }],
  };
  assert.deepEqual(Object.keys(remote).sort(), [...Object.keys(asked), "terminate"].sort());
  for (const [name, input] of Object.entries(asked))
    assert.deepEqual(await remote[name](...input), structuredClone(await library[name](...input)));
});

test("long lists of evidence cross in pieces of a thousand rows ahead of the answer, short ones in it", async () => {
  const remote = await started();
  for (const [count, pieces] of [
    [999, []],
    [1000, []],
    [1001, [1000, 1]],
    [2500, [1000, 1000, 500]],
  ]) {
    thread.said = [];
    const read = await remote.readEvidence(listOf(count));
    const lists = thread.said.filter(({ list }) => list);
    assert.deepEqual(
      lists.map(({ list, rows }) => [list, rows.length]),
      pieces.map((length) => ["subscriptions", length]),
    );
    assert.equal(
      thread.said.at(-1).answer.evidence.subscriptions.length,
      pieces.length ? 0 : count,
    );
    assert.deepEqual(read, library.readEvidence(listOf(count)));
  }
});

test("functions among the options stay on the page, and hear what the worker tells them", async (t) => {
  const { mock } = t.mock.method(console, "warn", () => {});
  const remote = await started();
  const text = listOf(1);
  const told = [];
  const options = { tenantId: TENANT, onProgress: (...shares) => told.push(shares), asOf() {} };
  const read = await remote.readEvidence(text, options);
  assert.deepEqual(read, library.readEvidence(text, { tenantId: TENANT }));
  const { args, callbacks } = thread.sent.at(-1);
  assert.deepEqual(
    [args, callbacks],
    [
      [text, { tenantId: TENANT }],
      ["onProgress", "asOf"],
    ],
  );
  assert.deepEqual(told.at(-1), [text.length, text.length]);
  const onProgress = () => {
    throw new RangeError("mine");
  };
  assert.equal((await remote.readEvidence(text, { onProgress })).rows, 1);
  assert.deepEqual(
    mock.calls.map(({ arguments: [line] }) => line),
    ["cpor-preflight: onProgress throws: mine"],
  );
  // Of options without functions, and of what is no options, nothing is kept.
  for (const input of [[CLAIM], [CLAIM, EVIDENCE, OPTIONS], [CLAIM, null], [7], []]) {
    await remote.checkClaim(...input);
    const { args: all, callbacks: none } = thread.sent.at(-1);
    assert.deepEqual([all, none], [input, []]);
  }
});

test("what can’t be sent is copied as plain objects and lists, with what can’t be read in its place", async () => {
  const remote = await started();
  const proxied = (value) => new Proxy(value, {});
  const cyclic = { id: "5357564", name: () => "x" };
  cyclic.self = cyclic;
  const throwing = {
    id: "5357564",
    get enrolled() {
      throw new Error("mine");
    },
  };
  const day = new Date(0);
  const unreadable = [[]];
  for (const [given, sent] of [
    [proxied({ partnerId: "5357564" }), { partnerId: "5357564" }],
    [proxied([proxied({ id: "1" }), 2, "x", null]), [{ id: "1" }, 2, "x", null]],
    [proxied({ day, none: undefined }), { day, none: undefined }],
    [{ product: () => "x" }, { product: unreadable }],
    [{ product: Symbol("x") }, { product: unreadable }],
    [cyclic, { id: "5357564", name: unreadable, self: unreadable }],
    [proxied(throwing), { id: "5357564", enrolled: unreadable }],
    [Symbol("x"), unreadable],
  ]) {
    await remote.checkClaim(given, {});
    assert.deepEqual(thread.sent.at(-1).args, [sent, {}]);
    assert.deepEqual(thread.sent.at(-1).callbacks, []);
  }
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  await remote.checkClaim(revoked.proxy, {});
  assert.deepEqual(thread.sent.at(-1).args, [unreadable, {}]);
  await assert.rejects(remote.checkClaim(new WeakMap(), {}), { name: "DataCloneError" });
  // What was refused is no open call: ending it has nothing to reject.
  remote.terminate();
});

test("an error of the worker’s is the call’s, with its code", async () => {
  const remote = await started();
  await assert.rejects(
    remote.readAnything(["x"], { signal: { throwIfAborted: "no function" } }),
    refused("internal", /throwIfAborted is not a function/),
  );
  assert.equal((await remote.checkClaim({})).verdict, "fix");
});

test("what has another number than any call is nobody’s answer", async () => {
  const remote = await started();
  thread.say({ id: 4711, answer: "x" });
  thread.say({ id: 4711, list: "subscriptions", rows: [1] });
  const asking = remote.negotiateLocale(["de"]);
  thread.say({ id: 2, callback: "onNothing", args: [] });
  assert.equal(await asking, "de");
});

test("whoever ends it ends the worker, and every call that is open or comes later rejects", async () => {
  const remote = await started();
  assert.equal(thread.isEnded, false);
  const open = [remote.checkClaim({}), remote.describe()];
  remote.terminate();
  assert.equal(thread.isEnded, true);
  const rejected = [...open, remote.checkClaim({})];
  thread.fail({ message: "later" });
  rejected.push(remote.checkClaim({}));
  for (const call of rejected)
    await assert.rejects(call, refused("worker_failed", /it was ended$/));
});

test("a script that fails ends all calls, with what it says, or that it did not load", async () => {
  for (const [event, message] of [
    [{ message: "x is not defined" }, /x is not defined$/],
    [{}, /its script did not load$/],
  ]) {
    const remote = await started();
    const open = remote.checkClaim({});
    thread.fail(event);
    await assert.rejects(open, refused("worker_failed", message));
    assert.equal(thread.isEnded, true);
  }
});

test("where the core can’t start, the worker is ended and starting rejects with the reason", async () => {
  // What has started before has the core already: the script anew.
  await import(new URL("../../dist/worker-script.mjs?anew", import.meta.url));
  const worker = new Thread();
  await assert.rejects(
    startWorker({ worker, core: new Uint8Array(8) }),
    refused("internal", /could not be loaded/),
  );
  assert.equal(worker.isEnded, true);
});

test("the core is by default the one beside the page’s script, with its hash", async (t) => {
  await import(new URL("../../dist/worker-script.mjs?default", import.meta.url));
  const { "cpor_core_bg.wasm": integrity } = JSON.parse(
    await readFile(new URL("../../dist/integrity.json", import.meta.url), "utf8"),
  );
  const { mock } = t.mock.method(globalThis, "fetch", async () => new Response(core));
  const remote = await startWorker({ worker: new Thread() });
  const [request] = mock.calls[0].arguments;
  assert.match(request.url, /\/dist\/cpor_core_bg\.wasm$/);
  assert.equal(request.integrity, integrity);
  assert.equal((await remote.checkClaim({})).verdict, "fix");
  await import(new URL("../../dist/worker-script.mjs?own", import.meta.url));
  await startWorker({ worker: new Thread(), core: "https://portal.example/core.wasm" });
  assert.deepEqual(mock.calls[1].arguments, ["https://portal.example/core.wasm"]);
});

test("a worker of one’s own script or the package’s is made as a module, and a policy that forbids it is told", async (t) => {
  t.after(() => {
    delete globalThis.Worker;
    delete globalThis.trustedTypes;
    delete globalThis[Symbol.for("cpor-preflight.worker")];
  });
  const made = [];
  globalThis.Worker = class extends Thread {
    constructor(...given) {
      super();
      made.push(given);
    }
  };
  const addressOf = async (options) => {
    await startWorker({ core, ...options });
    const [address, how] = made.at(-1);
    assert.deepEqual(how, { type: "module" });
    return String(address);
  };
  const { href } = new URL("../../dist/worker-script.mjs", import.meta.url);
  assert.equal(await addressOf(), href);
  assert.equal(await addressOf({ url: "/my/script.js" }), "/my/script.js");
  // A page has a policy of this name once.
  const policies = [];
  globalThis.trustedTypes = {
    createPolicy(name, rules) {
      assert.equal(policies.push(name), 1);
      return {
        createScriptURL(address) {
          assert.throws(() => rules.createScriptURL("https://evil.example/"), TypeError);
          return { toString: () => `trusted ${rules.createScriptURL(address)}` };
        },
      };
    },
  };
  assert.equal(await addressOf(), `trusted ${href}`);
  assert.equal(await addressOf(), `trusted ${href}`);
  assert.deepEqual(policies, ["cpor-preflight"]);
  delete globalThis[Symbol.for("cpor-preflight.worker")];
  globalThis.trustedTypes.createPolicy = () => {
    throw new TypeError("disallowed");
  };
  assert.equal(await addressOf(), href);
  globalThis.Worker = class {
    constructor() {
      throw new Error("worker-src");
    }
  };
  await assert.rejects(startWorker(), refused("worker_failed", /worker-src/));
});
