// Uses the page at random for so long, in rounds that each begin with an empty browser and a seed of their own. Each step
// is printed, and for what fails, how to do it again; with --shrink, with the fewest steps that still fail.
//
//     npm run random [-- --minutes=20] [--seed=1] [--steps=1,5,9] [--shrink]
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import config from "../playwright.config.mjs";
import { CYCLES, grown } from "./growth.mjs";
import { takeStep } from "./steps.mjs";
import { World } from "./world.mjs";

/** Steps of a round: few enough to be done again. */
const ROUND = 150;
/** Milliseconds for finding the fewest steps that fail. */
const SHRINKING = 240_000;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "20" },
    seed: { type: "string", default: "20261130" },
    steps: { type: "string" },
    shrink: { type: "boolean" },
  },
});
const browser = await chromium.launch(config.projects[0].use.launchOptions);
const begun = performance.now();
const seed = Number(values.seed);
if (values.steps) await replay();
else await run();
await browser.close();

async function run() {
  const numbers = Array.from({ length: ROUND }, (_, at) => at + 1);
  let [round, steps, failures] = [0, 0, 0];
  do {
    const own = seed + round;
    console.log(`seed ${own}`);
    const failed = await tried(own, numbers, console.log);
    if (failed) {
      failures += 1;
      console.log(failed.message);
      const again = numbers.slice(0, failed.at + 1);
      const fewest = values.shrink ? await shrunk(own, again) : again;
      console.log(`again: npm run random -- --seed=${own} --steps=${fewest}`);
    }
    round += 1;
    steps += failed ? failed.at + 1 : ROUND;
  } while (performance.now() - begun < Number(values.minutes) * 60_000);
  console.log(`seeds ${seed} to ${seed + round - 1}: ${steps} steps, ${failures} failed`);
  process.exitCode = failures ? 1 : 0;
}

async function replay() {
  const failed = await tried(seed, values.steps.split(",").map(Number), console.log);
  if (!failed) return;
  console.log(failed.message);
  process.exitCode = 1;
}

/**
 * Takes the steps in an empty browser, and looks at the end of all of them whether anything grows. Resolves to which
 * step failed, and why; to nothing where none did.
 */
async function tried(own, numbers, say = () => {}) {
  const world = await World.open(browser);
  try {
    for (const [at, number] of numbers.entries()) {
      try {
        say(await takeStep(world, own, number));
      } catch (error) {
        return { at, message: error.message };
      }
    }
    for (const [name, cycle] of Object.entries(CYCLES)) {
      const [tab] = world.tabs;
      await tab.toClaim();
      const more = await grown(tab.page, cycle);
      if (more) return { at: numbers.length - 1, message: `${name}: grows by ${more}` };
    }
    return undefined;
  } finally {
    await world.close();
  }
}

/** Leaves out ever smaller parts, as long as what is left still fails, and time is left. */
async function shrunk(own, numbers) {
  const end = performance.now() + SHRINKING;
  let left = numbers;
  for (
    let size = Math.ceil(left.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = left.length - size; from >= 0; from -= size) {
      if (performance.now() > end) return left;
      const fewer = left.toSpliced(from, size);
      const failed = await tried(own, fewer);
      if (failed) left = fewer.slice(0, failed.at + 1);
    }
  }
  return left;
}
