// Why there is no report, as RFC 9457 has it.

/** `application/problem+json`. */
export interface ProblemDetails {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  code: ProblemDetailsCode;
}

export type ProblemDetailsCode = keyof typeof PROBLEMS;

/** Their statuses and titles, by their codes. */
export const PROBLEMS = {
  "body-malformed": [400, "Bad Request"],
  "path-unknown": [404, "Not Found"],
  "method-not-allowed": [405, "Method Not Allowed"],
  "body-too-large": [413, "Content Too Large"],
  "type-unsupported": [415, "Unsupported Media Type"],
  "check-failed": [500, "Internal Server Error"],
  "check-unavailable": [503, "Service Unavailable"],
} as const;

/** An answer that is no report; thrown by what finds it out. */
export class Problem extends Error {
  readonly #code: ProblemDetailsCode;
  readonly #headers: Record<string, string>;

  constructor(code: ProblemDetailsCode, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.#code = code;
    this.#headers = headers;
  }

  response(): Response {
    const [status, title] = PROBLEMS[this.#code];
    const details: ProblemDetails = {
      ...{ type: "about:blank", title, status, detail: this.message, code: this.#code },
    };
    const headers = { ...this.#headers, "content-type": "application/problem+json" };
    return new Response(JSON.stringify(details), { status, headers });
  }
}
