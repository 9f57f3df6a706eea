// Runs starters one after the other: `npm run starters`, or `npm run starters -- vite-react next`.
// Installs each with the packed package, starts it in each of its modes, goes through it in Chromium, and
// prints how long that took.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { launch } from "../../browser/harness.mjs";
import { installed } from "./install.mjs";
import { journey } from "./journey.mjs";
import { STARTERS } from "./starters.mjs";

/** A development server on a busy machine compiles for so long before it answers. */
const STARTS_WITHIN = 180_000;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STARTERS[name]);
if (unknown.length) throw new Error(`no such starter: ${unknown}; there are ${names()}`);

const rows = [];
const browser = await launch();
for (const name of asked.length ? asked : Object.keys(STARTERS)) await runStarter(name);
await browser.close();

console.log(`\n${"starter".padEnd(16)}${"mode".padEnd(10)}${"seconds".padStart(8)}  result`);
for (const { name, mode, seconds, result } of rows) {
  console.log(`${name.padEnd(16)}${mode.padEnd(10)}${seconds.padStart(8)}  ${result}`);
}
const failed = rows.filter(({ result }) => result === "failed").length;
console.log(`\n${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function runStarter(name) {
  const { modes, status, ...needs } = STARTERS[name];
  const app = { env: process.env };
  await timed(name, "install", async () => Object.assign(app, await installed(name, needs)));
  if (!app.folder) return;
  for (const [mode, options] of Object.entries(modes)) {
    await timed(name, mode, async () => {
      const server = await started(app, mode);
      try {
        await journey(browser, server.url, { status, ...options });
        assert.doesNotMatch(server.printed(), /\b(?:ERROR|[A-Z]\w+Error)\b/);
      } catch (error) {
        error.message += `\n${server.printed()}`;
        throw error;
      } finally {
        await server.end();
      }
    });
  }
}

async function timed(name, mode, act) {
  const start = performance.now();
  const error = await act().then(
    () => undefined,
    (reason) => reason,
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const result = error ? "failed" : "passed";
  rows.push({ name, mode, seconds, result });
  console.log(`${name}, ${mode}: ${result}, ${seconds} s`);
  if (error) console.error(error);
}

/** Runs a script of a starter until its server answers. */
async function started({ folder, env }, mode) {
  const port = await freePort();
  const url = `http://localhost:${port}/`;
  // A group of its own: npm starts a shell, which starts the server.
  const child = spawn("npm", ["run", "--silent", mode], {
    cwd: folder,
    env: { ...env, PORT: String(port) },
    detached: true,
  });
  const pieces = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => pieces.push(piece));
  const printed = () => Buffer.concat(pieces).toString().slice(-5000);
  const closed = once(child, "close");
  const server = { url, printed, end };
  process.once("exit", kill);
  const until = performance.now() + STARTS_WITHIN;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${mode} ended:\n${printed()}`);
    if (performance.now() > until) {
      await end();
      throw new Error(`${mode} does not answer:\n${printed()}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return server;

  function kill() {
    if (child.exitCode === null) process.kill(-child.pid);
  }

  async function end() {
    kill();
    await closed;
    process.off("exit", kill);
  }
}

function answers(url) {
  return fetch(url, { redirect: "manual" }).then(
    () => true,
    () => false,
  );
}

async function freePort() {
  const probe = createServer().listen(0, "localhost");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}

function names() {
  return Object.keys(STARTERS).join(", ");
}
