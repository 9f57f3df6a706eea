/**
 * Follows the claim form that an element names by `for`, in the same tree; `onChange()` is called when
 * it has another value or report. Returns a function that returns the form as of now.
 */
export function followed(element, onChange) {
  let form;
  let listening;
  let signal;
  const current = () => form;
  return Object.assign(current, { connect, changed });

  function connect(until) {
    signal = until;
    changed();
  }

  function changed() {
    listening?.abort();
    const id = element.htmlFor;
    form = id ? (element.getRootNode().getElementById?.(id) ?? undefined) : undefined;
    if (!form || signal?.aborted) return;
    listening = new AbortController();
    signal?.addEventListener("abort", () => listening.abort(), { once: true });
    const options = { signal: listening.signal };
    form.addEventListener("claim-report", onChange, options);
    form.addEventListener("change", onChange, options);
    customElements
      .whenDefined(form.localName)
      .then(() => form.isConnected && form.whenReady?.().then(onChange));
    onChange();
  }
}
