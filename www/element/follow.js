/**
 * The claim form that an element names by `for`, in its own tree; `heard()` is called when there is
 * news from it. The answer gives the form of the moment.
 */
export function followed(element, heard) {
  let form;
  let news;
  let signal;
  const current = () => form;
  return Object.assign(current, { connect, changed });

  function connect(until) {
    signal = until;
    changed();
  }

  function changed() {
    news?.abort();
    const id = element.htmlFor;
    form = id ? (element.getRootNode().getElementById?.(id) ?? undefined) : undefined;
    if (!form || signal?.aborted) return;
    news = new AbortController();
    signal?.addEventListener("abort", () => news.abort(), { once: true });
    const options = { signal: news.signal };
    form.addEventListener("claim-report", heard, options);
    form.addEventListener("change", heard, options);
    customElements
      .whenDefined(form.localName)
      .then(() => form.isConnected && form.whenReady?.().then(heard));
    heard();
  }
}
