// Handlers of requests for node:http. Nothing is imported from Node: other servers have the same objects.

import { ALWAYS } from "./headers.js";
import { Problem } from "./problems.js";

/** Answers a request. */
export interface CheckHandler {
  (request: Request): Promise<Response>;
  /** The headers that each of its answers has. Where it fails, `toNode` answers with them. */
  headersOf?(request: Request): Record<string, string>;
}

/** What node:http gives, as far as it is used. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  method?: string | undefined;
  url?: string | undefined;
  headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** Has all of it come? */
  complete?: boolean | undefined;
}

export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  write(piece: Uint8Array): unknown;
  end(): unknown;
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
  return (given, response, next) => {
    const pieces = given[Symbol.asyncIterator]();
    const request = requestOf(given, pieces);
    const answered = async () => (request ? handler(request) : new Response(null, { status: 400 }));
    const fail = (error: unknown) => {
      console.error(error);
      return send(failure(handler, request));
    };
    answered()
      .then(send)
      .catch(next ?? fail)
      .catch(console.error);

    async function send(answer: Response): Promise<void> {
      const body = new Uint8Array(await answer.arrayBuffer());
      response.statusCode = answer.status;
      for (const [name, value] of answer.headers) response.setHeader(name, value);
      // HTTP/2 has no such header, and sends no more than is read.
      if (given.complete === false && !(":path" in given.headers)) {
        response.setHeader("connection", "close");
        if (body.length) {
          response.setHeader("content-length", String(body.length));
          response.write(body);
          await readOver(pieces);
          response.end();
          return;
        }
      }
      response.end(body);
    }
  };
}

function failure({ headersOf }: CheckHandler, request: Request | undefined): Response {
  const failed = new Problem("check-failed", "The check failed; the server’s log says why.");
  const response = failed.response();
  const headers = (request && headersOf?.(request)) ?? ALWAYS;
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** How much is read of what comes after an answer: one gets lost where a connection ends with more to read. */
const READ_OVER = 8 * 1024 * 1024;

async function readOver(pieces: AsyncIterator<Uint8Array>): Promise<void> {
  let length = 0;
  try {
    while (length < READ_OVER) {
      const { done, value } = await pieces.next();
      if (done) return;
      length += value.length;
    }
  } catch {
    // The client has gone.
  }
}

/** Nothing where it cannot be one: a Request has no TRACE. */
function requestOf(given: NodeRequest, pieces: AsyncIterator<Uint8Array>): Request | undefined {
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
    ...(!["GET", "HEAD"].includes(method) && { body: streamOf(pieces), duplex: "half" }),
  };
  try {
    return new Request(`http://localhost${path}`, init as RequestInit);
  } catch {
    return undefined;
  }
}

function streamOf(pieces: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  };
  // What nobody asks for stays with Node.
  return new ReadableStream(source, { highWaterMark: 0 });
}
