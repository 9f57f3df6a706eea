// Which pages of other origins may read an answer.

/** The headers that say it, also to a browser that asks before. */
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
