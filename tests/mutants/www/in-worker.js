// Comes first in a worker of the mutated copy: which mutant is active, and at its end, which were reached.
const isWorker = typeof WorkerGlobalScope === "function" && globalThis instanceof WorkerGlobalScope;
if (isWorker && /^http/.test(location.href)) {
  const ask = (query = "") => {
    const request = new XMLHttpRequest();
    request.open("GET", new URL(`mutant.json${query}`, location.href), false);
    request.send();
    return request.responseText;
  };
  const { active, isCounted } = JSON.parse(ask());
  globalThis.__stryker__ = { activeMutant: active ?? undefined };
  if (isCounted) {
    const reached = new Set();
    const tell = () => ask(`?reached=${[...reached].join()}`) && reached.clear();
    const note = (_, id) => {
      if (!reached.size) setTimeout(tell);
      reached.add(id);
      return true;
    };
    const counts = new Proxy({}, { set: note });
    globalThis.__stryker__ = { mutantCoverage: { static: counts, perTest: {} }, noted: new Set() };
  }
}
