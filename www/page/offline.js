// The service worker: with it, the page also works without a network. It keeps the page's own files and
// nothing else, all of one version. scripts/offline.mjs puts this into www/offline.js, with the version
// and the hashes of the files.

/** Several of these pages may be on one server, each in a folder of its own. */
const OURS = `cpor-preflight ${registration.scope} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const name = method === "GET" ? nameOf(url) : undefined;
  if (name !== undefined) event.respondWith(kept(name, event.request));
});
addEventListener("message", ({ data, ports }) => {
  if (data === "version") ports[0].postMessage({ version: VERSION, rules: RULES });
  // Only when the person has asked for it: what is on the screen must not change its rules by itself.
  if (data === "take over") skipWaiting();
});

/** All files or none: those of two versions do not go together, and the hashes would tell. */
async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      Object.entries(FILES).map(([name, integrity]) => keep(cache, name, integrity)),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function keep(cache, name, integrity) {
  const response = await fetch(addressOf(name), { cache: "no-cache", integrity });
  if (!response.ok) throw new Error(`${name || "the page"}: status ${response.status}`);
  const { status, headers } = response;
  // An answer that was redirected may not be given for a page.
  await cache.put(addressOf(name), new Response(await response.blob(), { status, headers }));
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

/** A browser that is short of space may have dropped what was kept. */
async function kept(name, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(addressOf(name))) ?? fetch(request);
}

/** The file that an address names, whatever is asked of it; undefined for all that is not ours. */
function nameOf(url) {
  const address = url.replace(/[?#].*/s, "");
  if (!address.startsWith(registration.scope)) return undefined;
  const name = address.slice(registration.scope.length).replace(/^index\.html$/, "");
  return Object.hasOwn(FILES, name) ? name : undefined;
}

/** The page itself has the folder's address: servers may redirect its file's to that. */
const addressOf = (name) => new URL(name, registration.scope).href;
