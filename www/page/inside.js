// What the page in one file has in place of the browser's `fetch` and `Worker`: nothing is loaded, all
// of it is in the script. scripts/alone.mjs puts these in, with what is in the files.
import { ADDRESS, FILES } from "./files.js";

const script = globalThis.document?.currentScript.textContent;

/** Answers with a file of the page; nothing else can be asked for. */
export async function fetch(request) {
  const file = FILES[nameOf(request)];
  if (!file) throw new TypeError("nothing is loaded here");
  const packed = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
  const unpacking = new DecompressionStream("deflate");
  const writer = unpacking.writable.getWriter();
  writer.write(packed);
  writer.close();
  return new Response(unpacking.readable);
}

const BrowsersWorker = globalThis.Worker;

/** A worker of the page's: this script again, told which one it is. */
class OwnWorker extends BrowsersWorker {
  constructor(address, { name }) {
    const said = `WORKER=${JSON.stringify(nameOf(address))};`;
    const url = URL.createObjectURL(new Blob([said, script], { type: "text/javascript" }));
    super(trusted(url), { name });
  }
}

export { OwnWorker as Worker };

const nameOf = (address) => String(address).slice(ADDRESS.length);

let policy;

/** Under Trusted Types, only what was made here is a script. */
function trusted(url) {
  if (typeof trustedTypes === "undefined") return url;
  policy ??= trustedTypes.createPolicy("cpor-preflight-file", { createScriptURL: (made) => made });
  return policy.createScriptURL(url);
}
