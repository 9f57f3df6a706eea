// The page in random use: whatever a person does, in whatever order, what it shows is what the library says of it.
// `npm run random` does the same for longer.
import { test } from "./page.mjs";
import { takeStep } from "./random/steps.mjs";
import { World } from "./random/world.mjs";

const SEED = 20261130;
const STEPS = 60;

test("after each of sixty random steps, the verdict is checkClaim’s, and nothing else is wrong", async ({
  browser,
}) => {
  const world = await World.open(browser);
  try {
    for (let number = 1; number <= STEPS; number += 1) await takeStep(world, SEED, number);
  } finally {
    await world.close();
  }
});
