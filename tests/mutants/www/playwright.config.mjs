// The page's tests on mutants: in Chromium, one at a time, and with less patience for what will not come.
import { resolve } from "node:path";
import config from "../../page/playwright.config.mjs";

const { MUTANTS_REACHED: isMeasuring } = process.env;

export default {
  ...config,
  testDir: resolve(import.meta.dirname, "../../page"),
  ...{ workers: 1, timeout: 30_000, expect: { timeout: 6000 } },
  ...(isMeasuring ? { retries: 0 } : { retries: 1, maxFailures: 1 }),
  reporter: "./page-failures.mjs",
  use: { ...config.use, actionTimeout: 6000, trace: "off" },
  projects: config.projects.filter(({ name }) => name === "chromium"),
};
