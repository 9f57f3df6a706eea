// The service worker: with it, the page also works without a network. It keeps the page's own files and
// nothing else, all of one version, and compares each with its hash whenever it gives it. scripts/offline.mjs puts this into www/offline.js, with the version
// and the hashes of the files.

/** Several of these pages may be on one server, each in a folder of its own. */
const OURS = `cpor-preflight ${registration.scope} `;
const CACHE = OURS + VERSION;
/** What a version keeps beside its files: who goes on with it after another one has taken its place. */
const CLIENTS = new URL("?clients", registration.scope).href;
/** And the hashes of its files, for the version that takes its place. */
const HASHES = new URL("?hashes", registration.scope).href;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const name = method === "GET" ? nameOf(url) : undefined;
  const isOurs = mode === "navigate" ? Object.hasOwn(FILES, name) : name !== undefined;
  if (isOurs) event.respondWith(kept(name, event));
});
addEventListener("message", (event) => {
  if (event.data === "version") event.waitUntil(answer(event));
  // Only when the person has asked for it: what is on the screen must not change its rules by itself.
  if (event.data === "take over") skipWaiting();
});

/** All files or none: those of two versions do not go together, and the hashes would tell. */
async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      Object.entries(FILES).map(([name, integrity]) => keep(cache, name, integrity)),
    );
    await cache.put(HASHES, new Response(JSON.stringify(FILES)));
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
  const all = await clients.matchAll({ type: "all", includeUncontrolled: true });
  const ids = all.map(({ id }) => id);
  for (const name of await others()) {
    const begun = await clientsOf(name);
    const isComing = registration.installing || registration.waiting;
    // One that was never in use has been replaced while it waited.
    if (begun === undefined && !isComing) await caches.delete(name);
    // The one that was in use until now: the tabs that are open go on with its files.
    if (begun === null) await setClients(name, ids);
  }
  await setClients(CACHE, null);
  await clients.claim();
}

async function answer({ source, ports }) {
  const cache = await cacheFor(source.id);
  // A page that has come from the network is not of this version.
  if (!(await caches.has(cache))) return;
  ports[0].postMessage({ version: VERSION, rules: RULES, yours: cache.slice(OURS.length) });
  await tidy();
}

/** Deletes the versions that no tab goes on with. */
async function tidy() {
  for (const name of await others()) {
    const begun = await clientsOf(name);
    if (!begun) continue;
    const left = await Promise.all(begun.map((id) => clients.get(id)));
    if (!left.some(Boolean)) await caches.delete(name);
  }
}

/** The caches of other versions, the oldest first. */
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}

/** Who goes on with a version; null for the one in use, nothing for one that never was. */
async function clientsOf(name) {
  const answer = await (await caches.open(name)).match(CLIENTS);
  return answer?.json();
}

async function setClients(name, ids) {
  await (await caches.open(name)).put(CLIENTS, new Response(JSON.stringify(ids)));
}

/**
 * A file of the version that the asking page has begun with: those of two versions do not go together.
 * What was changed or dropped since it was kept comes anew, if the network still has that version of it.
 */
async function kept(name, { request, clientId }) {
  const isPage = request.mode === "navigate";
  const version = isPage ? CACHE : await cacheFor(clientId);
  if (!(await caches.has(version))) return fetch(request);
  const cache = await caches.open(version);
  const hashes = version === CACHE ? FILES : await (await cache.match(HASHES))?.json();
  if (!hashes) return Response.error();
  // For portals, say: that is not kept.
  if (!Object.hasOwn(hashes, name)) return fetch(request);
  const integrity = hashes[name];
  const answer = await cache.match(addressOf(name));
  const checked = answer && (await withHash(answer, integrity));
  if (checked) return checked;
  try {
    await keep(cache, name, integrity);
    return cache.match(addressOf(name));
  } catch {
    const other = await fetch(request);
    // The network has another version by now: of this one nothing is given any more.
    await Promise.all([caches.delete(version), registration.unregister()]);
    return isPage ? other : Response.error();
  }
}

/** The answer, if its content has this hash. */
async function withHash(answer, integrity) {
  const { status, headers } = answer;
  const bytes = await answer.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const isIt = integrity === `sha256-${btoa(String.fromCharCode(...hash))}`;
  return isIt ? new Response(bytes, { status, headers }) : undefined;
}

/** The cache of the version that a page has begun with. */
async function cacheFor(clientId) {
  for (const name of await others()) {
    if ((await clientsOf(name))?.includes(clientId)) return name;
  }
  return CACHE;
}

/** What an address names in the page's folder, whatever is asked of it; undefined for all that is elsewhere. */
function nameOf(url) {
  const address = url.replace(/[?#].*/s, "");
  if (!address.startsWith(registration.scope)) return undefined;
  return address.slice(registration.scope.length).replace(/^index\.html$/, "");
}

/** The page itself has the folder's address: servers may redirect its file's to that. */
const addressOf = (name) => new URL(name, registration.scope).href;
