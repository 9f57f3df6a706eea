// Whose code there is, and what is known against it: `npm run audit`. Licenses and sources of crates
// are looked up in Cargo.lock; known vulnerabilities need a network.
import { spawnSync } from "node:child_process";
import { cargoInstall, cargoTool, firstLine, isMain, root, run, runSteps } from "./tools.mjs";

const VERSION = "0.20.2";
const cargoDeny = cargoTool("cargo-deny");
const isThere = () => firstLine(cargoDeny, ["--version"]) === `cargo-deny ${VERSION}`;

/** A step of `npm run check`, which takes minutes to install what it needs, and so does not. */
export const licenseStep = ["licenses", checkLicenses];

async function checkLicenses() {
  if (!isThere()) return skip("cargo-deny is not installed; `npm run audit` installs it");
  await run(cargoDeny, ["deny", "--offline", "check", "licenses", "bans", "sources"]);
}

async function ensureCargoDeny() {
  if (!isThere()) await cargoInstall("cargo-deny", VERSION);
}

async function auditCrates() {
  if (!succeeds(cargoDeny, ["deny", "fetch", "db"]))
    return skip("the database of RustSec cannot be fetched from here");
  await run(cargoDeny, ["deny", "check", "advisories"]);
}

async function auditPackages() {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { cwd: root, encoding: "utf8" });
  if (!stdout.includes("auditReportVersion")) return skip("the npm registry here tells nothing");
  await run("npm", ["audit"]);
}

const skip = (why) => ({ skipped: why });

function succeeds(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: "ignore" }).status === 0;
}

if (isMain(import.meta.url)) {
  const online = [
    ["vulnerabilities: crates", auditCrates],
    ["vulnerabilities: npm packages", auditPackages],
  ];
  const steps = [["tools: cargo-deny", ensureCargoDeny], licenseStep, ...online];
  await runSteps(
    steps,
    online.map(([name]) => name),
  );
}
