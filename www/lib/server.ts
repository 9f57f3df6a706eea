// The check as a handler of requests, for every server that has Request and Response. What it answers is
// described in contract/openapi.json.

import { checkClaim, init, type PreflightError } from "cpor-preflight";
import type { Entry } from "./entry.js";
import { negotiateLocale } from "./locales.js";
import { LANGUAGE_TAG, type Names, warnOfOptions } from "./misspelled.js";
import { claimIn, TYPES } from "./server/body.js";
import { ALWAYS, originHeaders, originsOf } from "./server/headers.js";
import type { CheckHandler } from "./server/node.js";
import { Problem } from "./server/problems.js";
import type { CheckOptions, Claim, HeldEvidence, Maybe, PartialEvidence } from "./types.js";

export {
  type CheckHandler,
  type NodeListener,
  type NodeRequest,
  type NodeResponse,
  toNode,
} from "./server/node.js";
export type { ProblemDetails, ProblemDetailsCode } from "./server/problems.js";

export interface HandlerOptions extends CheckOptions {
  /** The only path to answer at, such as `/claims/check`; every path by default. */
  path?: string | undefined;
  /** What stands before the names of fields: `claim.` where `<cpor-claim-form name="claim">` posts them. */
  prefix?: string | undefined;
  /** How many bytes a body may have; 65536 by default. */
  limit?: Maybe<number>;
  /** Origins whose pages may ask, or `*` for all; by default, only pages of the server's own origin may. */
  origins?: Maybe<readonly string[] | string>;
  /** What you know about the customer, a promise of it, or a function that finds it for a claim. */
  evidence?: KnownEvidence | PromiseLike<KnownEvidence> | EvidenceFinder;
  /** The entry to check with; `cpor-preflight` by default. `slim` has to be initialised before. */
  library?: Entry | undefined;
}

export type KnownEvidence = Maybe<PartialEvidence | HeldEvidence>;

export type EvidenceFinder = (
  claim: Claim,
  request: Request,
) => KnownEvidence | PromiseLike<KnownEvidence>;

const OPTIONS: Names<HandlerOptions> = {
  ...{ path: null, prefix: null, limit: null, origins: null, evidence: null, library: null },
  ...{ locale: LANGUAGE_TAG, ruleset: null, today: null },
};
const METHODS = "POST, OPTIONS";
const LIMIT = 65_536;

/**
 * Checks the claim that is posted, as JSON or as a form. Answers with the report: 422 if something blocks
 * the claim, else 200. All else is a {@link ProblemDetails}. Without `locale`, the request says the language.
 * Where `evidence` fails, the handler rejects with its error.
 *
 * @throws {TypeError} when `limit` is no number of bytes, or `origins` are no texts
 *
 * @example
 * const handler = checkHandler({ path: "/check", prefix: "claim." });
 * const body = new URLSearchParams({ "claim.partnerId": "5357564", csrf: "x" });
 * const response = await handler(new Request("https://portal.example/check", { method: "POST", body }));
 * response.status; // 422
 * (await response.json()).understood.partnerId; // "5357564"
 */
export function checkHandler(options: HandlerOptions = {}): CheckHandler {
  warnOfOptions("checkHandler", OPTIONS, options);
  const { path, prefix = "", evidence, library } = options;
  const limit = limitOf(options.limit);
  const origins = originsOf(options.origins);
  const entry: Entry = library ?? { init, checkClaim: checkClaim as Entry["checkClaim"] };
  const headersOf = (request: Request) => ({ ...ALWAYS, ...originHeaders(request, origins) });
  const handle = async (request: Request) => {
    const response = await answer(request).catch((error: unknown) => {
      if (error instanceof Problem) return error.response();
      throw error;
    });
    for (const [name, value] of Object.entries(headersOf(request)))
      response.headers.append(name, value);
    return request.method === "HEAD" ? new Response(null, response) : response;
  };
  return Object.assign(handle, { headersOf });

  async function answer(request: Request): Promise<Response> {
    const { method, url } = request;
    if (path !== undefined && new URL(url).pathname !== path)
      throw new Problem("path-unknown", `Claims are checked at ${path}.`);
    if (method === "OPTIONS")
      return new Response(null, { status: 204, headers: { allow: METHODS, "accept-post": TYPES } });
    if (method !== "POST")
      throw new Problem("method-not-allowed", "Claims are checked by POST.", { allow: METHODS });
    return report(request);
  }

  async function report(request: Request): Promise<Response> {
    const claim = await claimIn(request, limit, prefix);
    await load();
    const known = await (typeof evidence === "function" ? evidence(claim, request) : evidence);
    const { ruleset, today } = options;
    const locale = options.locale ?? negotiateLocale(languagesOf(request));
    const answered = entry.checkClaim(claim, known, { locale, ruleset, today });
    return Response.json(answered, {
      status: answered.verdict === "fix" ? 422 : 200,
      headers: { "content-language": answered.locale, vary: "accept-language" },
    });
  }

  async function load(): Promise<void> {
    try {
      await entry.init();
    } catch (error) {
      const { code } = error as Partial<PreflightError>;
      if (!code) throw error;
      throw new Problem("check-unavailable", `The check could not be loaded (${code}).`);
    }
  }
}

/**
 * The same without options. What a router gives beside the request is none.
 *
 * @example
 * const body = JSON.stringify({ customerTenantId: "contoso.com" });
 * const headers = { "content-type": "application/json", "accept-language": "de-AT" };
 * const response = await handleCheck(new Request("https://portal.example/", { method: "POST", body, headers }));
 * (await response.json()).locale; // "de"
 */
export function handleCheck(request: Request): Promise<Response> {
  return withoutOptions(request);
}

const withoutOptions = checkHandler();

function limitOf(given: unknown): number {
  const limit = given ?? LIMIT;
  if (typeof limit === "number" && Number.isFinite(limit) && limit >= 0) return limit;
  throw new TypeError("limit of checkHandler has to be a number of bytes, such as 65536.");
}

/** The languages of a person, the dearest first. */
function languagesOf({ headers }: Request): string[] {
  const ranges = (headers.get("accept-language") ?? "").split(",").map((range) => {
    const [tag = "", ...params] = range.split(";").map((part) => part.trim());
    const weight = params.find((param) => param.startsWith("q="))?.slice(2) ?? 1;
    return { tag, weight: Number(weight) };
  });
  const wanted = ranges.filter(({ weight }) => weight > 0);
  return wanted.sort((a, b) => b.weight - a.weight).map(({ tag }) => tag);
}
