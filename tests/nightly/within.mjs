// Runs a command for a limited time.
import { spawn } from "node:child_process";
import { root } from "../../scripts/tools.mjs";

const SIGNALS = ["SIGINT", "SIGTERM"];

/** Why a suite was not run. */
export class Skipped extends Error {}

/** Rejects when the command fails or takes longer; then it is ended, and all that it has started. */
export function within(minutes, output, command, args, { env = {}, cwd = root, ...options } = {}) {
  const all = { ...process.env, ...env };
  for (const [name, value] of Object.entries(all)) if (value === undefined) delete all[name];
  return new Promise((done, fail) => {
    // In a group of its own, which ends as one.
    const child = spawn(command, args, {
      ...{ cwd, env: all, detached: true, stdio: ["ignore", "pipe", "pipe"] },
      ...options,
    });
    const end = () => process.kill(-child.pid, "SIGKILL");
    // It would go on when this run is broken off.
    const brokenOff = (signal) => {
      end();
      process.exit(signal === "SIGINT" ? 130 : 143);
    };
    for (const signal of SIGNALS) process.once(signal, brokenOff);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, minutes * 60_000);
    for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
    const settled = () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, brokenOff);
    };
    child.on("error", (error) => {
      settled();
      fail(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      settled();
      if (isLate) fail(new Error(`it took longer than ${minutes} minutes`));
      else if (code === 0) done();
      else fail(new Error(`${command} ended with ${signal ?? code}`));
    });
  });
}
