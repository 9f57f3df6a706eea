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
    const told = new Set();
    const reached = new Set();
    const tell = () => ask(`?reached=${[...reached].join()}`) && reached.clear();
    const note = (_, id) => {
      if (!told.has(id)) {
        if (!reached.size) setTimeout(tell);
        told.add(id);
        reached.add(id);
      }
      return true;
    };
    globalThis.__stryker__.mutantCoverage = { static: new Proxy({}, { set: note }), perTest: {} };
  }
}
