// Asks Microsoft's public directory which tenant a domain belongs to. Nothing goes out but the
// domain, or the tenant ID; loaded when somebody asks.
//
// source: Microsoft identity platform, OpenID configuration

import type { Cloud } from "../generated/lists.js";
import type { Identified } from "./core-types.js";
import type { Words } from "./text.js";
import type { Export, LookUp, LookUpFailure } from "./types.js";

type Send = typeof fetch;
type Option = (name: string) => unknown;

/** A request that is under way or was answered, and how many wait for it. */
interface Request {
  outcome: Promise<Outcome>;
  waiting: number;
  stop: () => void;
}

interface Outcome {
  reason?: LookUpFailure | "aborted";
  hasLeft?: boolean;
  httpStatus?: number;
  answer?: string;
  asOf?: string;
}

/** By `fetch`, and by address. */
export type Requests = WeakMap<Send, Map<string, Request>>;

interface Context {
  read: (answer: string, stated: object) => Promise<Export>;
  words: Words;
  today: string;
  requests: Requests;
}

/** By cloud. That a browser may read what the other two answer is not verified. */
const HOSTS: Record<Cloud, string> = {
  global: "login.microsoftonline.com",
  "us-gov": "login.microsoftonline.us",
  china: "login.partner.microsoftonline.cn",
};
const HOST = /^(?:https:\/\/)?([a-z\d.-]+(?::\d+)?)\/?$/i;
/** Unencrypted only to this machine, for tests. */
const TEST_HOST = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?$/i;

/** What can be asked for: kinds of `classifyIdentifier` that hold one name. */
const ASKED = ["domain", "email", "url", "guid"];
/** A refusal has its reason in the body, so it is an answer, too. */
const ANSWERS = [200, 400];
/** An answer has about two kilobytes. */
const MOST_BYTES = 1_000_000;
const TIMEOUT_MS = 10_000;
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** System errors of Node; a browser tells no more than that nothing came. */
const NO_CONNECTION = /^(ECONN|ENOTFOUND|EAI_|ENET|EHOST|EPIPE|ETIMEDOUT|UND_ERR_(SOCKET|CONNECT))/;

/** Where a failure is not the end: the address can be opened by hand. */
const CAN_PASTE = ["offline", "timeout", "blocked", "http", "not-json"];

/**
 * Resolves to an answer, a failure or an abort, as `LookUp` in the library's types says.
 *
 * - `identified`: what `classifyIdentifier` says of the text; `option(name)`: an option's value
 * - `read(answer, facts)` resolves to an export; `words` and `today` are the library's
 * - `requests`: a WeakMap that outlives the call. By `fetch` it has a Map, and this by address the
 *   request that is under way or was answered
 */
export async function lookUp(
  { kind, value }: Identified,
  option: Option,
  { read, words, today, requests }: Context,
): Promise<LookUp> {
  const origin = originOf(option("host"), option("cloud"));
  const host = origin?.replace(/^.*\/\//, "");
  const failed = (reason: LookUpFailure | "aborted", more?: Partial<LookUp>): LookUp => {
    const text = words.lookUp(reason, { host, status: more?.httpStatus });
    const next = CAN_PASTE.includes(reason) ? ` ${words.lookUp("instead")}` : "";
    const status =
      reason === "aborted" ? { status: reason } : { status: "failed" as const, reason };
    return { ...status, ...more, text: text + next };
  };
  if (!ASKED.includes(kind)) return failed("not-a-domain");
  if (!origin) return failed("not-a-host");

  const url = `${origin}/${value}/v2.0/.well-known/openid-configuration`;
  const domain = kind === "guid" ? undefined : value;
  const { reason, forget, ...got } = await outcomeOf(url, option, today, requests);
  if (reason) return failed(reason, { url, ...got });
  const { answer, asOf } = got as Required<Pick<Outcome, "answer" | "asOf">>;
  const found = await read(answer, { name: url, domain, asOf });
  if (!saysSomething(found)) {
    forget();
    return failed("not-an-answer", { url, problems: found.problems });
  }
  // Whoever asks for a tenant ID misses no domain.
  const problems = found.problems.filter(({ code }) => domain || code !== "domain-unknown");
  return { status: "answered", url, answer, ...found, problems, asOf };
}

function saysSomething({
  kind,
  evidence: { tenants = [], unresolvedDomains = [] },
}: Export): boolean {
  return kind === "openid-configuration" && tenants.length + unresolvedDomains.length > 0;
}

/** Scheme and host that a look-up goes to; undefined where host or cloud are none. */
export function originOf(host: unknown, cloud: unknown): string | undefined {
  const [, name] = Object.entries(HOSTS).find(([key]) => key === (cloud ?? "global")) ?? [];
  const asked = host ?? name;
  if (typeof asked !== "string") return undefined;
  if (TEST_HOST.test(asked)) return asked;
  const [, plain] = HOST.exec(asked) ?? [];
  return plain && `https://${plain}`;
}

/**
 * Waits for the one request of an address. Others may be waiting, too: whoever has enough leaves,
 * and with the last one the request is given up. Only an answer is kept, until it is forgotten.
 */
async function outcomeOf(
  url: string,
  option: Option,
  asOf: string,
  requests: Requests,
): Promise<Omit<Outcome, "hasLeft"> & { forget: () => void }> {
  const fresh = option("fresh") === true;
  const send = (option("fetch") ?? globalThis.fetch) as Send;
  const signal = signalIn(option("signal"));
  if (typeof send !== "function") return { reason: "blocked", forget: nothing };
  if (signal?.aborted) return { reason: "aborted", forget: nothing };
  const sent = requests.get(send) ?? new Map<string, Request>();
  requests.set(send, sent);
  const request = (!fresh && sent.get(url)) || start(url, send, fresh, asOf);
  sent.set(url, request);

  request.waiting += 1;
  const { hasLeft, ...outcome } = await firstOf(
    request.outcome,
    signal,
    timeoutOf(option("timeoutMs")),
  );
  request.waiting -= 1;
  const isLast = request.waiting === 0;
  if (isLast) request.stop();
  if (outcome.reason && (isLast || !hasLeft)) forget();
  return { ...outcome, forget };

  function forget() {
    if (sent.get(url) === request) sent.delete(url);
  }
}

const nothing = (): void => {};

function start(url: string, send: Send, fresh: boolean, asOf: string): Request {
  const controller = new AbortController();
  const outcome = ask(url, send, fresh, controller.signal).then(
    (got): Outcome => (got.reason ? got : { ...got, asOf }),
    (error: unknown): Outcome => ({ reason: isOffline(error) ? "offline" : "blocked" }),
  );
  return { outcome, waiting: 0, stop: () => controller.abort() };
}

/** Without headers of its own, so that a browser asks no leave first. */
async function ask(url: string, send: Send, fresh: boolean, signal: AbortSignal): Promise<Outcome> {
  const response = await send(url, {
    method: "GET",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
    cache: fresh ? "no-cache" : "default",
    signal,
  });
  const { status } = response;
  if (!ANSWERS.includes(status)) return { reason: "http", httpStatus: Number(status) };
  const answer = await textOf(response);
  return answer !== undefined && isJson(answer) ? { answer } : { reason: "not-json" };
}

/** The body, or undefined where it is too long to be an answer. */
async function textOf(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) return undefined;
    text += decoder.decode(value, { stream: true });
  }
}

/** The outcome, or that this caller has enough. */
function firstOf(
  outcome: Promise<Outcome>,
  signal: AbortSignal | undefined,
  timeoutMs: number,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const leave = (reason: "aborted" | "timeout") => () => settle({ reason, hasLeft: true });
    const stop = leave("aborted");
    const timer = setTimeout(leave("timeout"), timeoutMs);
    signal?.addEventListener("abort", stop);
    outcome.then(settle);
    // Whoever sends it may abort it right then.
    if (signal?.aborted) stop();

    function settle(first: Outcome): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve(first);
    }
  });
}

function isOffline(error: unknown): boolean {
  const { cause } = (error ?? {}) as { cause?: { code?: string } };
  return globalThis.navigator?.onLine === false || NO_CONNECTION.test(String(cause?.code));
}

function timeoutOf(value: unknown): number {
  const isOne = typeof value === "number" && value > 0 && value <= LONGEST_TIMEOUT_MS;
  return isOne ? value : TIMEOUT_MS;
}

/** By its class's name: a signal of another frame is of another class. */
function signalIn(value: unknown): AbortSignal | undefined {
  try {
    const isOne = Object.prototype.toString.call(value) === "[object AbortSignal]";
    return isOne ? (value as AbortSignal) : undefined;
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
