// The pages in one file: where they start, and their workers, which are this script again.

// First of all: it keeps the script's own text.
import { workerName } from "#place";

const WORKERS = {
  "checker.mjs": () => import("./bulk/checker.js"),
  "reader.mjs": () => import("./reader.js"),
};
/** The addresses of the pages on a server, and what stands for them here. */
const ADDRESSES = { "bulk.html": "#bulk.html", "index.html": "#" };

if (workerName) startWorker().catch(fail);
else startPage();

/** The form is there; the page for many claims takes its place, where the address ends with its name. */
function startPage() {
  // No element's id, or the browser would scroll to that.
  const isMany = location.hash === ADDRESSES["bulk.html"];
  addEventListener("hashchange", () => {
    if ((location.hash === ADDRESSES["bulk.html"]) !== isMany) location.reload();
  });
  if (isMany) {
    const { content } = document.getElementById("many");
    document.body.className = "many";
    document.body.replaceChildren(content);
  }
  for (const link of document.links) {
    const address = ADDRESSES[link.getAttribute("href")];
    if (address) link.setAttribute("href", address);
  }
  return isMany ? import("./bulk.js") : import("./app.js");
}

async function startWorker() {
  // In WebKit, a worker that comes from no server cannot read a file: then the page does its work.
  await new Blob(["x"]).text();
  await WORKERS[workerName]();
}

/** As an error of the worker, which the page hears of. */
function fail(error) {
  setTimeout(() => {
    throw error;
  });
}
