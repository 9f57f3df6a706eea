// How many requests of a page wait for one another, without a clock.

/**
 * Notes who asks for what. Returns a function that says the longest chain of files of which each asked for the next, from
 * the page on, among those before the first that is `late`.
 */
export async function chains(page) {
  const session = await page.context().newCDPSession(page);
  let byUrl = new Map();
  session.on("Network.requestWillBeSent", ({ request: { url }, initiator, type }) => {
    if (type === "Document") byUrl = new Map([[url, []]]);
    // A link of the page names no script that asked.
    const script = initiator.url ?? initiator.stack?.callFrames[0]?.url;
    const [html] = byUrl.keys();
    const before = byUrl.get(script) ?? byUrl.get(html) ?? [];
    if (!byUrl.has(url) || type === "Document")
      byUrl.set(url, [...before, new URL(url).pathname.replace(/^.*\//, "")]);
  });
  await session.send("Network.enable");
  return (late = /(?!)/) => {
    const all = [...byUrl.values()];
    const first = all.findIndex((chain) => late.test(chain.at(-1)));
    const before = first < 0 ? all : all.slice(0, first);
    return before.sort((a, b) => b.length - a.length)[0];
  };
}
