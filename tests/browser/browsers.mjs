// The browsers of this machine and their drivers: installed where they are missing, as far as can be,
// and found.
import { existsSync } from "node:fs";
import { platform } from "node:os";
import { delimiter, join } from "node:path";
import { cargoInstall, cargoTool, inRoot, run, say } from "../../scripts/tools.mjs";

/** A Chromium for the page tests, and its shell and driver where there are any. Says which it is. */
export async function ensureBrowser() {
  if (!findBrowser() || !findDriver()) await aptInstall("chromium", "chromium-driver");
  if (findBrowser() && !findShell()) await aptInstall("chromium-headless-shell");
  if (!findBrowser()) {
    await run(process.execPath, [
      inRoot("node_modules/playwright-core/cli.js"),
      "install",
      "chromium",
    ]);
  }
  say(`browser: ${findBrowser() ?? "Playwright's own Chromium"}`);
  say(`shell:   ${findShell() ?? "none"}`);
  say(`driver:  ${findDriver() ?? "none"}`);
}

/**
 * Firefox and WebKit with their drivers. Says which there are.
 *
 * @throws {Error} where one is missing on Linux; elsewhere, there is no WebKitGTK
 */
export async function ensureDrivers() {
  const { firefox, webkit } = findDrivers();
  const packages = [
    !firefox.browser && "firefox-esr",
    !(webkit.browser && webkit.driver) && "webkit2gtk-driver",
    !webkit.display && "xvfb",
  ].filter(Boolean);
  if (packages.length) await aptInstall(...packages);
  if (findDrivers().firefox.browser && !firefox.driver) {
    // Debian has none.
    await cargoInstall("geckodriver", "0.37.1").catch(report);
  }
  for (const [name, { browser, driver }] of Object.entries(findDrivers())) {
    say(`${name}: ${browser ?? "none"}, driver: ${driver ?? "none"}`);
  }
  const { firefox: fox, webkit: kit } = findDrivers();
  const isThere = fox.browser && fox.driver && kit.browser && kit.driver && kit.display;
  if (platform() === "linux" && !isThere)
    throw new Error(`missing: ${packages.join(", ") || "geckodriver"}`);
}

/** Where the machine lets it; what is missing afterwards is told by whoever needs it. */
async function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !onPath("apt-get")) return;
  await run("apt-get", ["update"]).catch(report);
  const args = ["install", "--yes", "--no-install-recommends", ...packages];
  await run("apt-get", args, { DEBIAN_FRONTEND: "noninteractive" }).catch(report);
}

/** The path of a Chromium already there; undefined leaves the choice to Playwright. */
export function findBrowser() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return [
    process.env.CHROME_PATH,
    ...names.map(onPath),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path && existsSync(path));
}

/**
 * The path of a Chromium without windows, if there is one: the same engine, but a page takes a third
 * of the time to open. It is nobody's browser, so what is measured for people is measured in the whole.
 */
export function findShell() {
  return process.env.CHROME_PATH ? undefined : onPath("chromium-headless-shell");
}

/** The path of chromedriver, if there is one. */
export function findDriver() {
  const { CHROMEDRIVER, CHROMEWEBDRIVER } = process.env;
  const folder = CHROMEWEBDRIVER && join(CHROMEWEBDRIVER, "chromedriver");
  return [CHROMEDRIVER, folder, onPath("chromedriver")].find((path) => path && existsSync(path));
}

/** Each browser with its driver, and the display it needs if any; undefined where there is none. */
export function findDrivers() {
  const multiarch = { x64: "x86_64-linux-gnu", arm64: "aarch64-linux-gnu" }[process.arch] ?? "";
  const miniBrowsers = ["4.1", "4.0"].flatMap((version) => [
    `/usr/lib/${multiarch}/webkit2gtk-${version}/MiniBrowser`,
    `/usr/libexec/webkit2gtk-${version}/MiniBrowser`,
  ]);
  const { FIREFOX_PATH, GECKODRIVER, GECKOWEBDRIVER, DISPLAY } = process.env;
  const firefoxes = [FIREFOX_PATH, onPath("firefox-esr"), onPath("firefox")];
  const geckodrivers = [
    GECKODRIVER,
    GECKOWEBDRIVER && join(GECKOWEBDRIVER, "geckodriver"),
    onPath("geckodriver"),
    cargoTool("geckodriver"),
  ];
  const there = (paths) => paths.find((path) => path && existsSync(path));
  return {
    chromium: { browser: findBrowser(), driver: findDriver() },
    firefox: { browser: there(firefoxes), driver: there(geckodrivers) },
    webkit: {
      browser: there(miniBrowsers),
      driver: onPath("WebKitWebDriver"),
      display: DISPLAY ?? onPath("Xvfb"),
    },
  };
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function report(error) {
  say(error.message);
}
