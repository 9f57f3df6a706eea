// Handlers of requests for node:http. Nothing is imported from Node: other servers have the same objects.

import { Problem } from "./problems.js";

/** Answers a request. */
export type CheckHandler = (request: Request) => Promise<Response>;

/** What node:http gives, as far as it is used. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  method?: string | undefined;
  url?: string | undefined;
  headers: { readonly [name: string]: string | readonly string[] | undefined };
}

export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
}

/** What node:http calls; `next` is there where the server has one, and gets the error of a handler that fails. */
export type NodeListener = (
  request: NodeRequest,
  response: NodeResponse,
  next?: (error: unknown) => void,
) => void;

/**
 * A handler for node:http, and for what is built on it. Put it before anything that reads the body.
 *
 * @example
 * const listener = toNode(async ({ url }) => new Response(new URL(url).pathname));
 * typeof listener; // "function"
 */
export function toNode(handler: CheckHandler): NodeListener {
  return (request, response, next = (error) => fail(error, response)) => {
    respond(handler, request, response).catch(next);
  };
}

async function respond(
  handler: CheckHandler,
  given: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  const request = requestOf(given);
  await send(request ? await handler(request) : new Response(null, { status: 400 }), response);
}

async function send(answer: Response, response: NodeResponse): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer());
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(body);
}

function fail(error: unknown, response: NodeResponse): void {
  console.error(error);
  const failed = new Problem("check-failed", "The check failed; the server’s log says why.");
  send(failed.response(), response).catch(console.error);
}

/** Nothing where it cannot be one: a Request has no TRACE. */
function requestOf(given: NodeRequest): Request | undefined {
  const { method = "GET", url = "/" } = given;
  // The path is all that counts: the host is what the client says.
  const path = url.startsWith("/") ? url : "/";
  const headers = Object.entries(given.headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
  const init = {
    method,
    // Those of HTTP/2 that are no headers.
    headers: headers.filter(([name]) => !name.startsWith(":")),
    ...(!["GET", "HEAD"].includes(method) && { body: streamOf(given), duplex: "half" }),
  };
  try {
    return new Request(`http://localhost${path}`, init as RequestInit);
  } catch {
    return undefined;
  }
}

function streamOf(given: NodeRequest): ReadableStream<Uint8Array> {
  const pieces = given[Symbol.asyncIterator]();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // The rest is read all the same: an answer gets lost where a connection ends that has more to read.
    async cancel() {
      while (!(await pieces.next()).done);
    },
  };
  // What nobody asks for stays with Node, which reads over it.
  return new ReadableStream(source, { highWaterMark: 0 });
}
