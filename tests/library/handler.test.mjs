// The check as a handler: what each request is answered, with real requests and over node:http.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request as send } from "node:http";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { checkClaim, init } from "cpor-preflight";
import * as inline from "cpor-preflight/inline";
import { checkHandler, handleCheck, toNode } from "cpor-preflight/server";

const JSON_TYPE = { "content-type": "application/json" };
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const CLAIM = {
  customerTenantId: TENANT,
  solutionArea: "microsoft-365",
  activity: "usage",
  product: "Teams",
  partnerId: "5357564",
};
const servers = [];

before(() => init());
after(() => {
  for (const server of servers) server.close();
});

const requestOf = (body, headers = JSON_TYPE, url = "https://portal.example/check") => {
  const isClaim = Object.getPrototypeOf(body) === Object.prototype;
  return new Request(url, { method: "POST", headers, body: isClaim ? JSON.stringify(body) : body });
};
const form = (fields) => requestOf(new URLSearchParams(fields), {});

test("a claim that is blocked gets 422, another one 200, each with the report in the person's language", async () => {
  for (const [claim, status] of [
    [CLAIM, 200],
    [{ ...CLAIM, partnerId: "x" }, 422],
  ]) {
    const headers = { ...JSON_TYPE, "accept-language": "fr, de-AT;q=0.9, en;q=0.8" };
    const response = await handleCheck(requestOf(claim, headers));
    assert.equal(response.status, status);
    assert.equal(response.headers.get("content-type"), "application/json");
    assert.equal(response.headers.get("content-language"), "de");
    assert.equal(response.headers.get("vary"), "accept-language");
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.deepEqual(await response.json(), checkClaim(claim, {}, { locale: "de" }));
  }
});

test("the language is the one of most weight, else English; the host may name another", async () => {
  const localeOf = async (accepted, options) => {
    const headers = {
      ...JSON_TYPE,
      ...(accepted !== undefined && { "accept-language": accepted }),
    };
    return (await (await checkHandler(options)(requestOf({}, headers))).json()).locale;
  };
  assert.equal(await localeOf("de;q=0.5, en;q=0.7"), "en");
  assert.equal(await localeOf("en;q=0.2,de;q=0.3"), "de");
  assert.equal(await localeOf("de;q=0, *"), "en");
  assert.equal(await localeOf("fr-FR"), "en");
  assert.equal(await localeOf(undefined), "en");
  assert.equal(await localeOf("en", { locale: "de" }), "de");
});

test("a form is read as it was sent, and only the fields of a claim count", async () => {
  const parts = new FormData();
  for (const [name, value] of Object.entries({ ...CLAIM, csrf: "x" })) parts.append(name, value);
  parts.append("file", new Blob(["x"]), "x.txt");
  for (const request of [form({ ...CLAIM, csrf: "x" }), requestOf(parts, {})]) {
    const response = await handleCheck(request);
    assert.deepEqual(await response.json(), checkClaim(CLAIM, {}, { locale: "en" }));
  }
});

test("two values for one field are told, unless they are the same", async () => {
  const twice = (value) => new URLSearchParams([...Object.entries(CLAIM), ["partnerId", value]]);
  for (const value of [CLAIM.partnerId, ` ${CLAIM.partnerId}`, ""]) {
    const response = await handleCheck(requestOf(twice(value), {}));
    assert.deepEqual(await response.json(), checkClaim(CLAIM, {}, { locale: "en" }));
  }
  const { findings, understood } = await (await handleCheck(requestOf(twice("2"), {}))).json();
  assert.equal(understood.partnerId, undefined);
  const told = findings.find(({ code }) => code === "input-malformed");
  assert.deepEqual(told.params, { field: "partnerId", problem: "two-values" });
  assert.equal(told.what, "“Partner ID” was entered more than once, with different values.");
});

test("an older name of a field counts in a form as in JSON", async () => {
  for (const request of [form({ mpnId: "5357564" }), requestOf({ mpnId: "5357564" })]) {
    const { understood } = await (await handleCheck(request)).json();
    assert.deepEqual(understood, { partnerId: "5357564" });
  }
});

test("of JSON, an unknown name and a wrong type are findings", async () => {
  const response = await handleCheck(requestOf({ ...CLAIM, costumerDomain: "x", userRole: {} }));
  const codes = (await response.json()).findings.map(({ code }) => code);
  assert.ok(codes.includes("unknown-field") && codes.includes("input-malformed"), String(codes));
});

test("with a prefix, only names behind it count in a form, and all of them in JSON", async () => {
  const handler = checkHandler({ prefix: "claim." });
  const named = Object.entries({ ...CLAIM, findings: "[]" });
  const fields = Object.fromEntries(named.map(([name, value]) => [`claim.${name}`, value]));
  const expected = checkClaim(CLAIM, {}, { locale: "en" });
  const response = await handler(form({ ...fields, partnerId: "other" }));
  assert.deepEqual(await response.json(), expected);
  const nested = await handler(requestOf({ "claim.partnerId": "5357564", partnerId: "other" }));
  assert.deepEqual((await nested.json()).understood, { partnerId: "5357564" });
  const bare = await handler(requestOf({ partnerId: "5357564", unknown: "x" }));
  const { understood, findings } = await bare.json();
  assert.deepEqual(understood, { partnerId: "5357564" });
  assert.ok(findings.some(({ code }) => code === "unknown-field"));
});

test("rule set, day, evidence, and entry are the host's", async () => {
  const partnerIds = [{ id: "5357564", enrolled: false }];
  const asked = { ruleset: "2020-06", today: "2021-02-03" };
  const expected = checkClaim(CLAIM, { partnerIds }, { ...asked, locale: "en" });
  const seen = [];
  const find = async (claim, { url }) => {
    seen.push([claim, url]);
    return { partnerIds };
  };
  const promised = Promise.resolve({ partnerIds });
  for (const evidence of [{ partnerIds }, promised, find, () => ({ partnerIds })]) {
    const handler = checkHandler({ ...asked, evidence, library: inline });
    assert.deepEqual(await (await handler(requestOf(CLAIM))).json(), expected);
  }
  assert.deepEqual(seen, [[CLAIM, "https://portal.example/check"]]);
});

test("each problem has its status, its code, and a sentence", async () => {
  const handler = checkHandler({ path: "/check", limit: 100 });
  const json = (body) => requestOf(body);
  const at = (url, method) => new Request(url, { method });
  const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(60)) });
  const broken = new ReadableStream({ pull: (to) => to.error(new Error("gone")) });
  const streamed = (body) =>
    new Request("https://portal.example/check", {
      ...{ method: "POST", headers: JSON_TYPE, body, duplex: "half" },
    });
  for (const [request, status, code] of [
    [json("{"), 400, "body-malformed"],
    [json(""), 400, "body-malformed"],
    [json("null"), 400, "body-malformed"],
    [json("[]"), 400, "body-malformed"],
    [json("5"), 400, "body-malformed"],
    [json('"x"'), 400, "body-malformed"],
    [json(new Uint8Array([0x22, 0xff, 0x22])), 400, "body-malformed"],
    [requestOf("x", { "content-type": "multipart/form-data" }), 400, "body-malformed"],
    [streamed(broken), 400, "body-malformed"],
    [requestOf({}, JSON_TYPE, "https://portal.example/checks"), 404, "path-unknown"],
    [at("https://portal.example/check", "GET"), 405, "method-not-allowed"],
    [at("https://portal.example/check", "PUT"), 405, "method-not-allowed"],
    [json({ product: "x".repeat(100) }), 413, "body-too-large"],
    [requestOf({}, { ...JSON_TYPE, "content-length": "101" }), 413, "body-too-large"],
    [streamed(endless), 413, "body-too-large"],
    [requestOf("{}", { "content-type": "text/plain" }), 415, "type-unsupported"],
    [requestOf(new Uint8Array(2), {}), 415, "type-unsupported"],
  ]) {
    const response = await handler(request);
    const { detail, ...problem } = await response.json();
    const type = "about:blank";
    const name = `${request.method} ${status} ${code}`;
    assert.equal(response.headers.get("content-type"), "application/problem+json", name);
    assert.deepEqual([response.status, problem.status, problem.code], [status, status, code], name);
    assert.deepEqual(Object.keys(problem), ["type", "title", "status", "code"]);
    assert.equal(problem.type, type);
    assert.match(detail, /^[A-Z].+\.$/);
  }
  const just = `{"product":"${"x".repeat(86)}"}`;
  assert.equal((await handler(json(just))).status, 422, "of just as many bytes as it may have");
});

test("a limit that is no number of bytes, and origins that are no texts, are refused at once", async () => {
  for (const limit of ["1kb", "1000", Number.NaN, Number.POSITIVE_INFINITY, -1, {}])
    assert.throws(() => checkHandler({ limit }), {
      ...{ name: "TypeError", message: /^limit of checkHandler has to be a number of bytes/ },
    });
  for (const origins of [1, {}, ["https://a.example", null]])
    assert.throws(() => checkHandler({ origins }), {
      ...{ name: "TypeError", message: /^origins of checkHandler has to be a list of origins/ },
    });
  const large = requestOf({ product: "x".repeat(65_536) });
  const { detail } = await (await checkHandler({ limit: null })(large)).json();
  assert.equal(detail, "The body has more than 65536 bytes.");
  assert.equal((await checkHandler({ limit: 0 })(requestOf("{}"))).status, 413);
});

test("a body that something has read before is not said to be wrong", async () => {
  const used = requestOf(CLAIM);
  await used.json();
  const locked = requestOf(CLAIM);
  locked.body.getReader();
  for (const request of [used, locked]) {
    const response = await handleCheck(request);
    const { code, detail } = await response.json();
    assert.deepEqual([response.status, code], [500, "check-failed"]);
    assert.equal(detail, "Something on the server has read the body before the check could.");
  }
});

test("OPTIONS and HEAD say what there is", async () => {
  const asked = (method) => handleCheck(new Request("https://portal.example/", { method }));
  const options = await asked("OPTIONS");
  assert.deepEqual([options.status, options.headers.get("allow")], [204, "POST, OPTIONS"]);
  assert.match(options.headers.get("accept-post"), /^application\/json, .*form-data$/);
  const head = await asked("HEAD");
  assert.deepEqual(
    [head.status, head.body, head.headers.get("allow")],
    [405, null, "POST, OPTIONS"],
  );
});

test("pages of other origins may ask only where the host says so", async () => {
  const from = (origin, method, more) =>
    new Request("https://portal.example/", { method, headers: { origin, ...more } });
  const allowed = async (handler, ...asked) => {
    const { headers } = await handler(from(...asked));
    return Object.fromEntries([...headers].filter(([name]) => /^access-control|vary/.test(name)));
  };
  const before = { "access-control-request-method": "POST" };
  const [ours, other] = ["https://ours.example", "https://other.example"];
  assert.deepEqual(await allowed(handleCheck, other, "OPTIONS", before), {});
  const named = checkHandler({ origins: [ours] });
  assert.deepEqual(await allowed(named, other, "OPTIONS", before), { vary: "origin" });
  assert.deepEqual(await allowed(named, ours, "POST"), {
    "access-control-allow-origin": ours,
    vary: "origin",
  });
  for (const origins of [ours, `${ours}/`, [`${ours}/`]]) {
    const { vary, ...headers } = await allowed(checkHandler({ origins }), ours, "POST");
    assert.deepEqual([vary, headers], ["origin", { "access-control-allow-origin": ours }]);
  }
  for (const origins of ["*", ["*"], [ours, "*"]])
    assert.deepEqual(await allowed(checkHandler({ origins }), other, "OPTIONS", before), {
      "access-control-allow-headers": "content-type",
      "access-control-allow-methods": "POST",
      "access-control-allow-origin": "*",
      "access-control-max-age": "86400",
    });
});

test("a check that can't load is a problem, an error of the host's is its own", async () => {
  const failure = Object.assign(new Error(), { code: "wasm_blocked_by_csp" });
  const library = { init: () => Promise.reject(failure), checkClaim };
  const response = await checkHandler({ library })(requestOf({}));
  const { status, code, detail } = await response.json();
  assert.deepEqual([response.status, status, code], [503, 503, "check-unavailable"]);
  assert.match(detail, /wasm_blocked_by_csp/);
  const evidence = () => Promise.reject(new Error("no database"));
  await assert.rejects(checkHandler({ evidence })(requestOf({})), /no database/);
});

/* node:http */

async function listening(handler, around = (listener) => listener) {
  const server = createServer(around(toNode(handler)));
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${server.address().port}`;
}

test("over node:http, a request is answered as it is by the handler", async () => {
  const url = await listening(checkHandler({ path: "/check" }));
  const headers = { ...JSON_TYPE, "accept-language": "de" };
  const posted = () => ({ method: "POST", headers, body: JSON.stringify(CLAIM) });
  const [there, here] = await Promise.all([
    fetch(`${url}/check?x=1`, posted()),
    handleCheck(new Request("https://portal.example/", posted())),
  ]);
  assert.equal(there.status, here.status);
  assert.equal(await there.text(), await here.text());
  for (const [name, value] of here.headers) assert.equal(there.headers.get(name), value);
  assert.equal((await fetch(`${url}/other`)).status, 404);
  assert.equal((await fetch(`${url}/check`, { method: "HEAD" })).status, 405);
});

test("over node:http, too much is refused before it has all come, and the server goes on", async () => {
  const url = await listening(checkHandler({ limit: 1000 }));
  const large = "x".repeat(3_000_000);
  for (const body of [large, new Blob([large]).stream()]) {
    const response = await fetch(url, {
      ...{ method: "POST", headers: JSON_TYPE, body, duplex: "half" },
    });
    assert.deepEqual([response.status, (await response.json()).code], [413, "body-too-large"]);
    assert.equal(response.headers.get("connection"), "close");
  }
  assert.equal((await fetch(url, { method: "POST", headers: JSON_TYPE, body: "{}" })).status, 422);
});

test("over node:http, a client that sends on after its answer can do so to the end", async () => {
  const url = await listening(checkHandler({ limit: 1000 }));
  const socket = connect(new URL(url).port, "127.0.0.1");
  const rest = Buffer.alloc(4_000_000, "x");
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
  socket.write(`Content-Length: ${rest.length}\r\n\r\n`);
  const [answer] = await once(socket, "data");
  assert.match(String(answer), /^HTTP\/1\.1 413 /);
  socket.write(rest);
  // A connection that is cut off ends with an error.
  await once(socket, "end");
});

test("over node:http, a client that never ends is answered, then cut off", async () => {
  const url = await listening(checkHandler({ limit: 1000 }));
  for (const [type, status] of [
    ["application/json", 413],
    ["text/plain", 415],
  ]) {
    const socket = connect(new URL(url).port, "127.0.0.1");
    const closed = once(socket, "close");
    const pieces = [];
    socket.on("data", (piece) => pieces.push(piece)).on("error", () => {});
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${2 ** 40}\r\n\r\n`,
    );
    const piece = Buffer.alloc(65_536, "x");
    const more = () => {
      while (socket.writable && socket.write(piece));
    };
    socket.on("drain", more);
    more();
    await closed.catch(() => {});
    const text = Buffer.concat(pieces).toString();
    assert.match(text, new RegExp(`^HTTP/1.1 ${status} .*\r\n`));
    assert.match(text, /\r\nconnection: close\r\n/i);
    assert.ok(socket.bytesWritten < 100_000_000, String(socket.bytesWritten));
  }
});

test("over node:http, a client that goes in the middle of its body leaves the server running", async () => {
  const url = await listening(handleCheck);
  const socket = connect(new URL(url).port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
  socket.write("Content-Length: 10\r\n\r\n{");
  await once(socket, "connect");
  socket.resetAndDestroy();
  assert.equal((await fetch(url, { method: "POST", headers: JSON_TYPE, body: "{}" })).status, 422);
});

test("over node:http, a body that a parser has read is not said to be wrong", async () => {
  const parsed = (listener) => async (request, response) => {
    for await (const _ of request);
    listener(request, response);
  };
  const url = await listening(handleCheck, parsed);
  const response = await fetch(url, { method: "POST", headers: JSON_TYPE, body: "{}" });
  assert.deepEqual([response.status, (await response.json()).code], [500, "check-failed"]);
});

test("over node:http, what no Request can be is answered, too", async () => {
  const url = await listening(handleCheck);
  for (const [options, wanted] of [
    [{ method: "TRACE" }, 400],
    [{ method: "OPTIONS", path: "*" }, 204],
    [{ method: "GET", path: "//" }, 405],
  ]) {
    const asked = send(url, options).end();
    const [response] = await once(asked, "response");
    response.resume();
    assert.equal(response.statusCode, wanted, JSON.stringify(options));
  }
});

test("over node:http, an error goes to `next`, else to the console with 500 for the client", async (t) => {
  const failing = () => Promise.reject(new Error("no database"));
  const { mock } = t.mock.method(console, "error", () => {});
  const plain = await fetch(await listening(failing));
  assert.deepEqual([plain.status, (await plain.json()).code], [500, "check-failed"]);
  assert.match(String(mock.calls[0].arguments[0]), /no database/);
  const withNext = (listener) => (request, response) =>
    listener(request, response, ({ message }) => response.end(message));
  assert.equal(await (await fetch(await listening(failing, withNext))).text(), "no database");
  assert.equal(mock.callCount(), 1);
  const origins = "https://portal.example";
  const guarded = checkHandler({ origins, evidence: failing });
  for (const [handler, allowed] of [
    [guarded, origins],
    [failing, null],
  ]) {
    const headers = { ...JSON_TYPE, origin: origins };
    const options = { method: "POST", headers, body: "{}" };
    const response = await fetch(await listening(handler), options);
    assert.equal(response.status, 500);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.equal(response.headers.get("access-control-allow-origin"), allowed);
  }
});
