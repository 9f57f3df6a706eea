// The pages in one file: where they start, and the workers, which are this script again.

const WORKERS = {
  "built/checker.js": () => import("./bulk/checker.js"),
  "built/reader.js": () => import("./reader.js"),
};

if (globalThis.document) startPage();
else startWorker().catch(fail);

/** The form is there; the page for many claims takes its place, where the address ends with its name. */
function startPage() {
  // No element's id, or the browser would scroll to that.
  const wantsMany = () => location.hash === "#bulk.html";
  const isMany = wantsMany();
  addEventListener("hashchange", () => {
    if (wantsMany() !== isMany) location.reload();
  });
  if (!isMany) return import("./app.js");
  const { content } = document.getElementById("many");
  document.body.className = "many";
  document.body.replaceChildren(content);
  return import("./bulk.js");
}

async function startWorker() {
  // In WebKit, a worker that is from no server cannot read a file: then the page does its work.
  await new Blob(["x"]).text();
  await WORKERS[globalThis.WORKER]();
}

/** As the page hears of it. */
function fail(error) {
  setTimeout(() => {
    throw error;
  });
}
