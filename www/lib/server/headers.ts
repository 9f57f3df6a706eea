// The headers of every answer: nobody keeps it, and pages of some other origins may read it.

/** Those that do not depend on the request. */
export const ALWAYS = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/**
 * The origins as browsers send them; `*` stands for all.
 *
 * @throws {TypeError} when they are no texts
 */
export function originsOf(given: unknown): readonly string[] | "*" {
  const origins = [given ?? []].flat();
  const texts = origins.filter((origin) => typeof origin === "string");
  if (texts.length < origins.length)
    throw new TypeError(
      "origins of checkHandler has to be a list of origins, or one of them, or *.",
    );
  return texts.includes("*") ? "*" : texts.map((origin) => origin.replace(/\/$/, ""));
}

/** The headers that say which origin may read the answer, also to a browser that asks before. */
export function originHeaders(
  { method, headers }: Request,
  origins: readonly string[] | "*",
): Record<string, string> {
  if (!origins.length) return {};
  const origin = origins === "*" ? "*" : origins.find((one) => one === headers.get("origin"));
  const vary: Record<string, string> = origins === "*" ? {} : { vary: "origin" };
  if (!origin) return vary;
  const asksBefore = method === "OPTIONS" && headers.has("access-control-request-method");
  return {
    ...vary,
    "access-control-allow-origin": origin,
    ...(asksBefore && {
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "86400",
    }),
  };
}
