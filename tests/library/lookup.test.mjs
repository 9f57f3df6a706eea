// The look-up against a server on this machine that answers as Microsoft's directory was recorded
// to, well and badly, or not at all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { checkClaim, init, lookUpTenant, readEvidence } from "cpor-preflight";

const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const OTHER = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const FOUND = readFileSync(new URL("../samples/openid-contoso.json", import.meta.url), "utf8");
const HTML = "<!doctype html><title>Sign in</title><p>This network asks you to sign in.</p>";

/** A body as recorded, about another tenant or region. */
const configuration = (changes) => JSON.stringify({ ...JSON.parse(FOUND), ...changes });

/** The shape of a recorded refusal. */
const refusal = (code, description, error = "invalid_tenant") =>
  JSON.stringify({
    error,
    error_description: `AADSTS${code}: ${description}\r\nTrace ID: 6d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6\r\nCorrelation ID: 0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e\r\nTimestamp: 2026-11-22 08:00:00Z`,
    error_codes: [code],
    timestamp: "2026-11-22 08:00:00Z",
    trace_id: "6d0e1f2a-3b4c-4d5e-8f60-718293a4b5c6",
    correlation_id: "0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e",
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });

const NOT_FOUND = refusal(
  90002,
  "Tenant 'contosso.com' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
);

/** By the domain that is asked: status and body, or what the server does instead. */
const ANSWERS = {
  "contoso.com": [200, FOUND],
  "contoso.onmicrosoft.com": [200, FOUND],
  "xn--mnchen-3ya.de": [200, FOUND],
  [CONTOSO]: [200, FOUND],
  [OTHER]: [400, refusal(90002, `Tenant '${OTHER}' not found.`)],
  "agency.us": [
    200,
    configuration({ tenant_region_scope: "USGov", tenant_region_sub_scope: "DODCON" }),
  ],
  "contosso.com": [400, NOT_FOUND],
  "shortened.com": [400, refusal(90002, "Tenant '…' not found.")],
  "odd.example": [
    400,
    refusal(
      900023,
      "Specified tenant identifier 'odd.example' is neither a valid DNS name, nor a valid external domain.",
      "invalid_request",
    ),
  ],
  "bad.example": [400, refusal(50029, "Invalid URI - domain name contains invalid characters.")],
  "contoso.partner.onmschina.cn": [
    400,
    refusal(90038, "Tenant 'contoso.partner.onmschina.cn' request is being redirected."),
  ],
  "unknown-code.com": [400, refusal(50059, "No tenant-identifying information found.")],
  "placeholder.com": [
    200,
    configuration({ issuer: "https://login.microsoftonline.com/{tenantid}/v2.0" }),
  ],
  "other-json.com": [200, '{"status":"ok"}'],
  "empty.com": [200, ""],
  "proxy.com": [200, HTML],
  "down.com": [503, HTML],
  "busy.com": [429, refusal(90033, "A transient error has occurred.")],
  "elsewhere.com": (response) => response.writeHead(302, { Location: "/elsewhere" }).end(),
  "slow.com": () => {},
  "half.com": (response) => {
    response.writeHead(200, { "Content-Length": 5000 });
    response.write('{"issuer":', () => response.destroy());
  },
  "stalls.com": (response) => response.writeHead(200).write('{"issuer":'),
  "endless.com": (response) => {
    response.writeHead(200);
    const more = () => {
      if (response.destroyed) return;
      sent += CHUNK.length;
      response.write(CHUNK, more);
    };
    more();
  },
};
const CHUNK = " ".repeat(65_536);

let server;
let host;
let requests = [];
let closed = [];
let sent = 0;

before(async () => {
  await init();
  server = createServer((request, response) => {
    const domain = request.url.split("/")[1];
    requests.push(request);
    response.on("close", () => !response.writableEnded && closed.push(domain));
    const answer = ANSWERS[domain];
    if (typeof answer === "function") return answer(response);
    const [status, body] = answer ?? [404, ""];
    response.writeHead(status, { "Content-Type": "application/json" }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  host = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

// A `fetch` of its own for each test: whoever shares it shares the answers, too.
let send;
beforeEach(() => {
  requests = [];
  closed = [];
  sent = 0;
  send = (...request) => fetch(...request);
});

const ask = (domain, options) => lookUpTenant(domain, { host, fetch: send, ...options });
const paths = () => requests.map(({ url }) => url);
const address = (domain) => `/${domain}/v2.0/.well-known/openid-configuration`;
const claim = (customerDomain) => ({ customerTenantId: CONTOSO, customerDomain });
const codes = (customerDomain, evidence) =>
  checkClaim(claim(customerDomain), evidence).findings.map(({ code }) => code);
const outcome = (domain, evidence) =>
  checkClaim(claim(domain), evidence).checks.find(({ id }) => id === "tenant-domain").outcome;

test("a domain that is found names its tenant, and the check passes by it", async () => {
  const result = await ask("contoso.com");
  const { status, url, answer, asOf, kind, evidence, rows, problems } = result;
  assert.equal(status, "answered");
  assert.equal(url, host + address("contoso.com"));
  assert.deepEqual([kind, rows, problems], ["openid-configuration", 1, []]);
  const [{ tenantId, domains, cloud }] = evidence.tenants;
  assert.deepEqual([tenantId, domains, cloud], [CONTOSO, ["contoso.com"], "global"]);
  assert.equal(outcome("contoso.com", evidence), "pass");
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  assert.equal(asOf, today);
  assert.deepEqual(readEvidence(answer, { name: url, asOf }).evidence, evidence, "as if pasted");
  assert.ok(!("reason" in result) && !("text" in result));
});

test("nothing goes out but the domain", async () => {
  await ask("Anna Muster <anna@contoso.com>");
  assert.deepEqual(paths(), [], "no mixture of words is guessed at");
  await ask("anna.muster@contoso.com");
  const [request, ...more] = requests;
  assert.equal(more.length, 0);
  assert.equal(request.method, "GET");
  assert.equal(request.url, address("contoso.com"));
  assert.doesNotMatch(JSON.stringify(request.rawHeaders), /anna|cookie|referer|authorization/i);
});

test("a request is plain: no cookies, no referrer, no headers, no redirect", async () => {
  const told = [];
  await ask("contoso.com", {
    fetch: async (...request) => {
      told.push(request);
      return new Response(FOUND);
    },
  });
  const [[url, { signal, ...options }]] = told;
  assert.equal(url, host + address("contoso.com"));
  assert.ok(signal instanceof AbortSignal);
  assert.deepEqual(options, {
    method: "GET",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
    cache: "default",
  });
});

test("each cloud has its host, and a host of one's own comes before", async () => {
  for (const [options, expected] of [
    [{}, "https://login.microsoftonline.com"],
    [{ cloud: "global" }, "https://login.microsoftonline.com"],
    [{ cloud: "us-gov" }, "https://login.microsoftonline.us"],
    [{ cloud: "china" }, "https://login.partner.microsoftonline.cn"],
    [{ host: null, cloud: null }, "https://login.microsoftonline.com"],
    [{ host: "login.windows.net", cloud: "china" }, "https://login.windows.net"],
    [{ host: "https://login.windows.net/" }, "https://login.windows.net"],
    [{ host: "example.com:8443" }, "https://example.com:8443"],
    [{ host: "http://localhost:1234" }, "http://localhost:1234"],
  ]) {
    const told = [];
    const fetch = async (url) => {
      told.push(url);
      return new Response(FOUND);
    };
    const { status } = await lookUpTenant("contoso.com", { ...options, fetch });
    assert.equal(status, "answered");
    assert.deepEqual(told, [expected + address("contoso.com")]);
  }
});

test("where there is no such host or cloud, nothing is sent, least of all unencrypted", async () => {
  for (const options of [
    { cloud: "germany" },
    { cloud: "toString" },
    { cloud: 7 },
    { host: "" },
    { host: 7 },
    { host: "http://login.microsoftonline.com" },
    { host: "http://localhost.example.com" },
    { host: "ftp://localhost" },
    { host: "example.com/path" },
    { host: "anna@example.com" },
  ]) {
    const fetch = () => assert.fail(JSON.stringify(options));
    const { host: _, ...result } = await lookUpTenant("contoso.com", { ...options, fetch });
    assert.deepEqual([result.status, result.reason], ["failed", "not-a-host"]);
    assert.match(result.text, /Nothing was sent/);
  }
});

test("the input is read like the customer's domain", async () => {
  for (const [input, domain] of [
    ["contoso", "contoso.onmicrosoft.com"],
    [" Contoso.COM. ", "contoso.com"],
    ["https://contoso.com/about", "contoso.com"],
    ["mailto:anna@contoso.com", "contoso.com"],
    ["münchen.de", "xn--mnchen-3ya.de"],
  ]) {
    requests = [];
    const result = await ask(input, { fetch: (...request) => fetch(...request) });
    assert.deepEqual(paths(), [address(domain)], input);
    const { understood } = checkClaim({ customerDomain: input });
    assert.equal(understood.customerDomain, domain);
    assert.equal(outcome(input, result.evidence), "pass");
  }
});

test("a text that is no domain sends nothing", async () => {
  for (const input of [
    ...[
      "",
      " ",
      "a..b",
      "two words",
      "5357564",
      "DYN365_FINANCE",
      "your-domain.com",
      "192.168.0.1",
    ],
    ...["common", "organizations", "00000000-0000-0000-0000-000000000000", "../common", "-a.com"],
    ...[undefined, null, 7, {}, ["contoso.com"], Symbol("contoso.com"), () => "contoso.com"],
  ]) {
    const result = await ask(input);
    const told = [result.status, result.reason, "evidence" in result];
    assert.deepEqual(told, ["failed", "not-a-domain", false], String(input));
  }
  assert.deepEqual(paths(), []);
});

test("a tenant ID tells its cloud, or that there is none", async () => {
  const found = await ask(CONTOSO.toUpperCase());
  assert.deepEqual(paths(), [address(CONTOSO)]);
  assert.deepEqual(found.problems, []);
  const [{ tenantId, domains, cloud }] = found.evidence.tenants;
  assert.deepEqual([tenantId, domains, cloud], [CONTOSO, [], "global"]);
  const missing = await ask(OTHER);
  assert.deepEqual([missing.status, missing.problems], ["answered", []]);
  assert.equal(missing.evidence.unresolvedDomains[0].reason, "not-found");
});

test("a tenant of the US government is known by its region, whichever host answers", async () => {
  const { evidence } = await ask("agency.us");
  assert.equal(evidence.tenants[0].cloud, "us-gov");
  assert.ok(codes("agency.us", evidence).includes("tenant-other-cloud"));
});

test("a refusal is an answer", async () => {
  for (const [domain, reason, code, expected] of [
    ["contosso.com", "not-found", "tenant-not-found", "fail"],
    ["shortened.com", "not-found", "tenant-not-found", "fail"],
    ["odd.example", "malformed", "tenant-not-found", "fail"],
    ["bad.example", "malformed", "tenant-not-found", "fail"],
    ["contoso.partner.onmschina.cn", "other-cloud", "tenant-other-cloud", "unknown"],
  ]) {
    const result = await ask(domain);
    assert.equal(result.status, "answered", domain);
    const [unresolved] = result.evidence.unresolvedDomains;
    assert.deepEqual([unresolved.domain, unresolved.reason], [domain, reason]);
    assert.ok(codes(domain, result.evidence).includes(code), domain);
    assert.equal(outcome(domain, result.evidence), expected, domain);
  }
});

test("not found at one cloud may be at home in another, and the texts say so", async () => {
  const { evidence } = await ask("contosso.com");
  for (const [locale, words] of [
    ["en", /another national cloud/],
    ["de", /anderen nationalen Cloud/],
  ]) {
    const { findings } = checkClaim(claim("contosso.com"), evidence, { locale });
    assert.match(findings.find(({ code }) => code === "tenant-not-found").next, words);
  }
});

test("what is no answer is named, and says nothing about the domain", async () => {
  for (const [domain, reason, status] of [
    ["proxy.com", "not-json"],
    ["empty.com", "not-json"],
    ["down.com", "http", 503],
    ["busy.com", "http", 429],
    ["missing.com", "http", 404],
    ["placeholder.com", "not-an-answer"],
    ["other-json.com", "not-an-answer"],
    ["unknown-code.com", "not-an-answer"],
    ["elsewhere.com", "blocked"],
    ["half.com", "offline"],
  ]) {
    const result = await ask(domain);
    assert.deepEqual([result.status, result.reason], ["failed", reason], domain);
    assert.equal(result.httpStatus, status, domain);
    assert.equal(result.url, host + address(domain));
    assert.ok(!("evidence" in result), domain);
    if (status) assert.ok(result.text.includes(`${status}`), result.text);
  }
  assert.ok(!paths().includes("/elsewhere"), "a redirect is not followed");
  const { problems } = await ask("placeholder.com");
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["issuer-placeholder"],
  );
});

test("a body without end is left at 1 MB", async () => {
  const { status, reason } = await ask("endless.com");
  assert.deepEqual([status, reason], ["failed", "not-json"]);
  await until(() => closed.includes("endless.com"));
  assert.ok(sent < 20_000_000, `${sent} bytes`);
});

test("a server that is slow, at once or in the middle, times out and is let go", async () => {
  for (const domain of ["slow.com", "stalls.com"]) {
    const { status, reason } = await ask(domain, { timeoutMs: 60 });
    assert.deepEqual([status, reason], ["failed", "timeout"], domain);
    await until(() => closed.includes(domain));
  }
});

test("a host that does not answer is a missing connection", async () => {
  const free = createServer();
  await new Promise((done) => free.listen(0, "127.0.0.1", done));
  const { port } = free.address();
  await new Promise((done) => free.close(done));
  const options = { host: `http://127.0.0.1:${port}` };
  const { status, reason, text } = await lookUpTenant("contoso.com", options);
  assert.deepEqual([status, reason], ["failed", "offline"]);
  assert.ok(text.includes(`127.0.0.1:${port}`) && text.includes("paste"), text);
});

test("a browser that says no more than “failed” was blocked, or is offline by its own word", async () => {
  const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  assert.equal((await ask("contoso.com", { fetch })).reason, "blocked");
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { onLine: false }, configurable: true });
  assert.equal((await ask("contoso.com", { fetch })).reason, "offline");
  if (before) Object.defineProperty(globalThis, "navigator", before);
  else delete globalThis.navigator;
});

test("an abort ends the call and the request", async () => {
  const early = await ask("slow.com", { signal: AbortSignal.abort() });
  assert.deepEqual([early.status, early.reason], ["aborted", undefined]);
  assert.deepEqual(paths(), [], "before it begins, nothing is sent");
  const controller = new AbortController();
  const asking = ask("slow.com", { signal: controller.signal });
  await until(() => requests.length);
  controller.abort();
  const { status, evidence } = await asking;
  assert.deepEqual([status, evidence], ["aborted", undefined]);
  await until(() => closed.includes("slow.com"));
});

test("a domain is asked for once, at the same time and later, in whatever form", async () => {
  const forms = ["contoso.com", "CONTOSO.com", "anna@contoso.com", "https://contoso.com/x"];
  const results = await Promise.all(forms.map((form) => ask(form)));
  results.push(await ask("contoso.com"));
  assert.deepEqual(paths(), [address("contoso.com")]);
  for (const { status } of results) assert.equal(status, "answered");
  results[0].evidence.tenants[0].tenantId = "defaced";
  results[0].problems.push("defaced");
  const { evidence, problems } = await ask("contoso.com", { locale: "de" });
  assert.deepEqual([evidence.tenants[0].tenantId, problems], [CONTOSO, []], "each its own");
  await ask("contosso.com");
  await ask("contosso.com");
  assert.equal(requests.length, 2, "a refusal is kept, too");
});

test("asking afresh asks again", async () => {
  const caches = [];
  const fetch = async (_, { cache }) => {
    caches.push(cache);
    return new Response(FOUND);
  };
  await ask("contoso.com", { fetch });
  await ask("contoso.com", { fetch, fresh: true });
  await ask("contoso.com", { fetch });
  assert.deepEqual(caches, ["default", "no-cache"]);
});

test("failures and aborts are not kept", async () => {
  let answer = () => Promise.reject(new TypeError("Failed to fetch"));
  const fetch = (...request) => answer(...request);
  assert.equal((await ask("contoso.com", { fetch })).status, "failed");
  answer = async () => new Response(HTML, { status: 503 });
  assert.equal((await ask("contoso.com", { fetch })).reason, "http");
  answer = () => new Promise(() => {});
  assert.equal((await ask("contoso.com", { fetch, timeoutMs: 20 })).reason, "timeout");
  const controller = new AbortController();
  answer = () => {
    controller.abort();
    return new Promise(() => {});
  };
  assert.equal((await ask("contoso.com", { fetch, signal: controller.signal })).status, "aborted");
  answer = async () => new Response(HTML);
  assert.equal((await ask("contoso.com", { fetch })).reason, "not-json");
  answer = async () => new Response('{"status":"ok"}');
  assert.equal((await ask("contoso.com", { fetch })).reason, "not-an-answer");
  answer = async () => new Response(FOUND);
  assert.equal((await ask("contoso.com", { fetch })).status, "answered");
});

test("whoever leaves, by abort or time-out, leaves the others their request", async () => {
  let respond;
  let signal;
  const calls = [];
  const fetch = (url, options) => {
    calls.push(url);
    ({ signal } = options);
    return new Promise((resolve) => {
      respond = () => resolve(new Response(FOUND));
    });
  };
  const controller = new AbortController();
  const stays = ask("contoso.com", { fetch });
  const aborted = ask("contoso.com", { fetch, signal: controller.signal });
  const late = ask("contoso.com", { fetch, timeoutMs: 20 });
  await until(() => calls.length);
  controller.abort();
  assert.equal((await aborted).status, "aborted");
  assert.equal((await late).reason, "timeout");
  assert.ok(!signal.aborted);
  respond();
  assert.equal((await stays).status, "answered");
  assert.equal((await ask("contoso.com", { fetch })).status, "answered");
  assert.equal(calls.length, 1);
});

test("every failure has its sentence in both languages", async () => {
  const failures = [
    ["slow.com", { timeoutMs: 20 }],
    ["down.com"],
    ["proxy.com"],
    ["placeholder.com"],
    ["elsewhere.com"],
    ["contoso.com", { host: "?" }],
    ["contoso.com", { host: "http://127.0.0.1:9" }],
    ["contoso.com", { signal: AbortSignal.abort() }],
    ["a..b"],
  ];
  const seen = new Set();
  for (const [domain, options] of failures) {
    const [en, de] = await Promise.all(
      ["en", "de-AT"].map((locale) => ask(domain, { ...options, locale })),
    );
    assert.equal(en.reason, de.reason);
    assert.notEqual(en.text, de.text);
    for (const { text } of [en, de]) {
      assert.match(text, /\.$/);
      assert.doesNotMatch(text, /[{}]|undefined/);
      seen.add(text);
    }
  }
  assert.equal(seen.size, 2 * failures.length, "no two say the same");
});

test("options of any type get an answer", async () => {
  const throwing = new Proxy({}, { get: () => assert.fail("read") });
  for (const value of [7, "x", true, [], {}, () => {}, Symbol("x"), 10n, Number.NaN, throwing]) {
    for (const name of ["fetch", "host", "signal", "timeoutMs", "cloud", "locale", "fresh"]) {
      const fallback = async () => new Response(FOUND);
      const result = await lookUpTenant("contoso.com", { fetch: fallback, host, [name]: value });
      assert.match(result.status, /^(answered|failed)$/, name);
    }
    const { status } = await lookUpTenant("a..b", value);
    assert.equal(status, "failed");
  }
});

async function until(isSo) {
  while (!isSo()) await new Promise((done) => setImmediate(done));
}
