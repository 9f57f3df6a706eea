#!/usr/bin/env node
// npx cpor-preflight: the commands by their names. Without one, a file of claims is checked. They end with 0
// where there is nothing to mend, 1 where there is, 2 where something could not be read or written.

import { existsSync } from "node:fs";
import { VERSION } from "../generated/version.js";
import { CHECK_USAGE, check } from "./cli/check.js";
import { type Command, EXIT } from "./cli/command.js";
import { diagnose } from "./cli/diagnose.js";
import { letter } from "./cli/letter.js";
import { plan } from "./cli/plan.js";
import { read } from "./cli/read.js";
import { verify } from "./cli/verify.js";

const COMMANDS: Record<string, Command> = { check, diagnose, letter, plan, read, verify };

const OTHERS = `Other commands, each with --help of its own:
cpor-preflight read <file> ...         what each file is, and what is in it
cpor-preflight plan <export> ...       which claims could be filed
cpor-preflight diagnose [claim.json]   why Partner Center shows the subscription error
cpor-preflight letter claim.json       what to ask the customer, and what the reply says
cpor-preflight verify record.json      is everything as it was recorded?
cpor-preflight --version
`;

// Whoever reads the output may stop, and a disk may be full: neither is a fault of a claim.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.ready);
  process.stderr.write(`cpor-preflight: cannot write: ${error.message}\n`);
  process.exit(EXIT.unreadable);
});
process.stderr.on("error", () => {});

const [name = "", ...args] = process.argv.slice(2);
process.exitCode = await run().catch((error: Error) => {
  process.stderr.write(`cpor-preflight: ${error.message}\n`);
  return EXIT.unreadable;
});

async function run(): Promise<number> {
  if (name === "--version") {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.ready;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(`${CHECK_USAGE}\n${OTHERS}`);
    return EXIT.ready;
  }
  if (args.filter((arg) => arg === "-").length + Number(name === "-") > 1)
    throw new Error('"-" is read once only');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command && /^[a-z]+$/.test(name) && !existsSync(name))
    throw new Error(`${name} is no command and no file\n\n${OTHERS}`);
  return command ? command(args) : check(process.argv.slice(2));
}
