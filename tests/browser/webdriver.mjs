// Chromium, Firefox and WebKit by their own drivers: the few commands of the WebDriver protocol that
// the tests need. Which of them there are on this machine is told by browsers.mjs.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { findBrowser, findDrivers } from "./browsers.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** Milliseconds that a browser may take to start, or for a command, on a machine that is busy. */
const PATIENCE = 60_000;
/** A port on which nobody answers: a browser that has it for a proxy has no network. */
const NO_PROXY = "127.0.0.1:9";

/** By browser: its driver's arguments for a port, and what the browser itself is asked for. */
const KINDS = {
  chromium: {
    args: (port) => [`--port=${port}`],
    capabilities: () => ({
      "goog:chromeOptions": {
        binary: findBrowser(),
        args: ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-dev-shm-usage"],
      },
    }),
  },
  firefox: {
    args: (port) => ["--port", String(port), "--log", "fatal"],
    capabilities: ({ browser }) => ({
      "moz:firefoxOptions": { binary: browser, args: ["-headless"] },
    }),
  },
  webkit: {
    args: (port) => [`--port=${port}`],
    needsDisplay: true,
    capabilities: ({ browser }) => ({
      "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
    }),
  },
};

/** Their names. */
export const BROWSERS = Object.keys(KINDS);

/** Why a browser cannot be had here, as a test's `skip`; undefined where it can. */
export function missing(name) {
  const { browser, driver, display } = findDrivers()[name];
  if (!driver) return `${name}: its driver is not on this machine`;
  if (!browser && name !== "chromium") return `${name}: it is not on this machine`;
  if (KINDS[name].needsDisplay && !display) return `${name}: there is no display and no Xvfb`;
  return undefined;
}

/**
 * Starts a browser; `offline` leaves it without a network. The answer has its `version` and:
 *
 * - `go(url)`, `reload()`, `back()`: wait until the page is there
 * - `keys(node, text)`, `click(node)`, `shot()` (a PNG), `close()`
 * - `run(act, ...args)`: runs a function in the page; what it returns, also by a promise, comes back;
 *   elements go to and fro as handles
 * - `until(act, ...args)`: runs it until it returns something; a page that is not there yet is waited for
 */
export async function startBrowser(name, { offline = false } = {}) {
  const found = findDrivers()[name];
  const { args, capabilities, needsDisplay } = KINDS[name];
  const display = needsDisplay && !process.env.DISPLAY && (await startDisplay(found.display));
  const port = await freePort();
  const environment = { ...process.env, ...(display && { DISPLAY: display.name }) };
  const driver = spawn(found.driver, args(port), { stdio: "ignore", env: environment });
  const address = `http://127.0.0.1:${port}`;
  const end = async () => {
    driver.kill();
    if (driver.exitCode === null && driver.signalCode === null) await once(driver, "exit");
    display?.end();
  };
  try {
    const proxy = { proxyType: "manual", httpProxy: NO_PROXY, sslProxy: NO_PROXY };
    const alwaysMatch = { ...capabilities(found), ...(offline && { proxy }) };
    await answering(address);
    const { sessionId, capabilities: got } = await command(`${address}/session`, {
      capabilities: { alwaysMatch },
    });
    return {
      name,
      version: got.browserVersion,
      ...session(`${address}/session/${sessionId}`, end),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function session(address, end) {
  const send = (path, body) => command(`${address}/${path}`, body);
  const run = (act, ...args) =>
    send("execute/sync", { script: `return (${act})(...arguments)`, args });
  const own = {
    run,
    go: (url) => send("url", { url }),
    reload: () => send("refresh", {}),
    back: () => send("back", {}),
    keys: (node, text) => send(`element/${node[ELEMENT]}/value`, { text }),
    async click(node) {
      // In the middle: at an edge, something that floats may lie over it.
      await run((it) => it.scrollIntoView({ block: "center" }), node);
      await send(`element/${node[ELEMENT]}/click`, {});
    },
    /** Clicks what is found; what was drawn anew or moved meanwhile is found once more. */
    async press(act, ...args) {
      for (let left = 3; ; left -= 1) {
        try {
          return await own.click(await own.until(act, ...args));
        } catch (error) {
          if (left === 0) throw error;
        }
        await new Promise((done) => setTimeout(done, 100));
      }
    },
    shot: async () => Buffer.from(await send("screenshot"), "base64"),
    async until(act, ...args) {
      const last = Date.now() + PATIENCE / 3;
      for (;;) {
        let cause;
        const answer = await run(act, ...args).catch((error) => {
          cause = error;
        });
        if (answer) return answer;
        if (Date.now() > last) throw new Error(`waited in vain for ${act} (${args})`, { cause });
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    async close() {
      await command(address, undefined, "DELETE").catch(() => {});
      await end();
    },
  };
  return own;
}

async function command(url, body, method = body ? "POST" : "GET") {
  const headers = { "content-type": "application/json" };
  // Not every driver answers a script whose page went away meanwhile.
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(url, {
    method,
    headers,
    body: body && JSON.stringify(body),
    signal,
  });
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Error(
    `${new URL(url).pathname.split("/").slice(3).join("/")}: ${value.error} ${value.message}`,
  );
}

/** A driver takes a moment to listen. */
async function answering(address) {
  const last = Date.now() + PATIENCE;
  while (!(await fetch(`${address}/status`).catch(() => undefined))) {
    if (Date.now() > last) throw new Error(`the driver at ${address} does not answer`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A display that nobody sees, under the number that it finds free. */
export async function startDisplay(xvfb) {
  const args = ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  const child = spawn(xvfb, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(createInterface(child.stdio[3]), "line");
  return { name: `:${number}`, end: () => child.kill() };
}
