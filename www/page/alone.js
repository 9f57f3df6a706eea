// The page in one file: where it starts, and the workers, which are this script again.

const WORKERS = {
  "built/reader.js": () => import("./reader.js"),
};

if (globalThis.document) import("./app.js");
else startWorker().catch(fail);

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
