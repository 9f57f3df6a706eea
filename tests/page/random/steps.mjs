// Steps of the random use. Each draws from its own number, so that steps can be left out of a run and the others stay
// what they are.
import { Random } from "../../oracle/drawing.mjs";
import { expect } from "../page.mjs";
import { ACTIONS } from "./actions.mjs";
import { broken } from "./invariants.mjs";

const WHOLE = ACTIONS.reduce((sum, { weight }) => sum + weight, 0);

/** Takes a step. Resolves to what it was; throws what does not hold after it. */
export async function takeStep(world, seed, number) {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b));
  const tab = random.of(world.tabs);
  const action = drawn(random);
  const text = `${number} ${tab.name}, ${action.name}`;
  let said;
  try {
    said = await action.act({ world, tab, random });
    if (said === undefined) return `${text}: not there`;
    for (const one of world.tabs) {
      await one.quiet();
      if (one === tab) world.noteKept(one, await one.look());
    }
    for (const one of world.tabs) await expect.poll(() => broken(world, one)).toEqual([]);
  } catch (error) {
    throw new Error(`${text}: ${said}\n${error.message}`, { cause: error });
  }
  return `${text}: ${said}`;
}

function drawn(random) {
  let place = random.below(WHOLE);
  return ACTIONS.find(({ weight }) => {
    place -= weight;
    return place < 0;
  });
}
