// Which version of the page this is, whether it also works without a network, and whether there is a newer one. Where
// no service worker can be had, the page is as it would be without this.

declare const VERSION: string;
const WORKER = new URL("./offline.js", import.meta.url).href;
/** A page may be open for days: not more often than this, it is asked whether there is a newer one. */
const PAUSE = 60 * 60 * 1000;

/**
 * `plain`: from the server; `file`: from disk; `stored`: in the browser; `unchecked`: stored, and nobody said whether
 * there is a newer one.
 */
export type Whence = "plain" | "file" | "stored" | "unchecked";

export interface Newer {
  version: string;
  /** The IDs of its rule sets. */
  rules: string;
  /** The version in use. */
  mine: string;
}

interface Listener {
  /** Is the page served, as opposed to a file on disk? */
  isServed: boolean;
  /** Which version this is. */
  tell: (version: string, whence: Whence) => void;
  /** There is a newer one, which `use` takes. */
  announce: (newer: Newer, use: () => void) => void;
}

/** Who is told of versions. It is said at once which one this is. */
export function watchVersion({ isServed, tell, announce }: Listener): void {
  let current = VERSION;
  let whence: Whence = isServed ? "plain" : "file";
  let next: ServiceWorker | undefined;
  let isWanted = false;
  let checked = 0;
  tell(current, whence);
  if (isServed) watch().catch(() => {});

  async function watch(): Promise<void> {
    const { serviceWorker } = navigator;
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    // Nobody is made to load twice who asked for little.
    if (!serviceWorker || connection?.saveData) return;
    const had = Boolean(serviceWorker.controller);
    // Another tab has taken the newer one, or this one has.
    serviceWorker.addEventListener("controllerchange", () => {
      if (isWanted) location.reload();
      else if (had && serviceWorker.controller) found(serviceWorker.controller);
    });
    if (!had) await quiet();
    const registration = await serviceWorker.register(trusted(WORKER));
    const follow = async (worker: ServiceWorker | null) => {
      if (!worker) return;
      if (worker.state === "installed" && registration.active) await found(worker);
      if (worker.state === "activated" && !had) await stored(worker);
    };
    const hear = (worker: ServiceWorker | null) =>
      worker?.addEventListener("statechange", () => follow(worker));
    hear(registration.installing);
    registration.addEventListener("updatefound", () => hear(registration.installing));
    if (had && serviceWorker.controller) await stored(serviceWorker.controller);
    else await follow(registration.active);
    await follow(registration.waiting);
    const check = () => look(registration);
    addEventListener("online", check);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && Date.now() - checked > PAUSE) check();
    });
    if (had) await check();
  }

  async function look(registration: ServiceWorkerRegistration): Promise<void> {
    checked = Date.now();
    const isAnswered = await registration.update().then(
      () => true,
      () => false,
    );
    if (whence === "plain") return;
    whence = isAnswered ? "stored" : "unchecked";
    tell(current, whence);
  }

  async function stored(worker: ServiceWorker): Promise<void> {
    const { version, yours } = await versionOf(worker);
    current = yours;
    whence = "stored";
    tell(current, whence);
    if (yours !== version) await found(worker);
  }

  async function found(worker: ServiceWorker): Promise<void> {
    const { version, rules } = await versionOf(worker);
    if (version === current) return;
    next = worker;
    announce({ version, rules, mine: current }, use);
  }

  function use(): void {
    isWanted = true;
    if (next?.state === "activated") location.reload();
    else next?.postMessage("take over");
  }
}

/** Version and rule sets of a service worker, and as `yours` the version whose files this page gets. */
function versionOf(
  worker: ServiceWorker,
): Promise<{ version: string; rules: string; yours: string }> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage("version", [port2]);
  });
}

/** The page’s own parts come first. */
const quiet = () =>
  new Promise<unknown>((done) =>
    "requestIdleCallback" in window
      ? requestIdleCallback(done, { timeout: 5000 })
      : setTimeout(() => done(undefined)),
  );

/** Under Trusted Types this policy lets one script be the service worker. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL: (asked: string) => string },
      ): { createScriptURL(asked: string): string };
    };
  };
  if (!trustedTypes) return url;
  const policy = trustedTypes.createPolicy("cpor-preflight-offline", {
    createScriptURL(asked) {
      if (asked !== WORKER) throw new TypeError("cpor-preflight: not the page’s own script");
      return asked;
    },
  });
  return policy.createScriptURL(url);
}
