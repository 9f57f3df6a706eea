// Runs a command for a limited time.
import { spawn } from "node:child_process";
import { root } from "../../scripts/tools.mjs";

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
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      process.kill(-child.pid, "SIGKILL");
    }, minutes * 60_000);
    for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
    child.on("error", (error) => {
      clearTimeout(timer);
      fail(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (isLate) fail(new Error(`it took longer than ${minutes} minutes`));
      else if (code === 0) done();
      else fail(new Error(`${command} ended with ${signal ?? code}`));
    });
  });
}
