// Where the page is: in one file, from disk. Its policy lets it ask nobody, so nothing of that is offered,
// and its workers are its one script again.

/** Known only while the script is run for the first time; in a worker there is none. */
const own = globalThis.document?.currentScript.textContent;

export const lookUp = undefined;
export const isServed = false;

/** The name of the worker that this script is to be, see `scriptOf`; none in the page itself. */
export const workerName = globalThis.WORKER;

export const scriptType = "classic";

/** The address of a worker's script: this one, with the name of the worker that it is to be. */
export function scriptOf({ pathname }) {
  const name = pathname.replace(/.*\//, "");
  const parts = [`globalThis.WORKER=${JSON.stringify(name)};`, own];
  return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
}
