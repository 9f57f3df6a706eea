// The page's tests on mutants: in Chromium, one at a time, and with less patience for what will not come.
import { resolve } from "node:path";
import config from "../../page/playwright.config.mjs";

const { MUTANTS_REACHED: isMeasuring, MUTANTS_TIMEOUT: timeout } = process.env;

export default {
  ...config,
  testDir: resolve(import.meta.dirname, "../../page"),
  ...{ workers: 1, retries: 0, timeout: Number(timeout), reporter: "./page-failures.mjs" },
  ...(isMeasuring ? {} : { maxFailures: 1 }),
  use: { ...config.use, actionTimeout: 6000, trace: "off" },
  projects: config.projects.filter(({ name }) => name === "chromium"),
};
