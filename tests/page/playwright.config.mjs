// Page tests: each has a browser context of its own and can run alone. Those that are tagged @firefox run there, too.
import { defineConfig } from "@playwright/test";
import { inRoot } from "../../scripts/tools.mjs";
import { findBrowser, findDrivers, findShell } from "../browser/browsers.mjs";

const CHROMIUM = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  outputDir: inRoot("target", "page-tests"),
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // What a busy machine takes long for is no fault.
  timeout: 180_000,
  // Once more, so that one run tells whether a test always fails; what then passes is named at the end.
  retries: 1,
  reporter: [["line"], ["./failures.mjs"]],
  use: {
    locale: "en-US",
    actionTimeout: 60_000,
    trace: "retain-on-failure",
    // Tests of its own let the site be stored; the others see what comes from the server.
    serviceWorkers: "block",
  },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: { executablePath: findShell() ?? findBrowser(), args: CHROMIUM },
      },
    },
    {
      name: "firefox",
      grep: /@firefox/,
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: findDrivers().firefox.browser },
      },
    },
  ],
});
