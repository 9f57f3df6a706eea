// The page's tests on mutants: in Chromium, one at a time, and with less patience for what will not come.
import { resolve } from "node:path";
import config from "../../page/playwright.config.mjs";

export default {
  ...config,
  testDir: resolve(import.meta.dirname, "../../page"),
  ...{ workers: 1, maxFailures: 1, timeout: 30_000, expect: { timeout: 6000 }, reporter: "line" },
  use: { ...config.use, actionTimeout: 6000, trace: "off" },
  projects: config.projects.filter(({ name }) => name === "chromium"),
};
