// Steps of the random use. Each draws from its own number, so that steps can be left out of a run and the others stay
// what they are.
import { Random } from "../../oracle/drawing.mjs";
import { expect } from "../page.mjs";
import { ACTIONS } from "./actions.mjs";
import { broken } from "./invariants.mjs";

const WHOLE = ACTIONS.reduce((sum, { weight }) => sum + weight, 0);

/** How many actions are tried until one can be done there and then. */
const TRIES = 10;

/** Takes a step. Resolves to what it was; throws what does not hold after it. */
export async function takeStep(world, seed, number) {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b));
  const tab = random.of(world.tabs);
  let [action, said] = [];
  const text = () => `${number} ${tab.name}, ${action.name}: ${said}`;
  try {
    for (let tries = 0; said === undefined && tries < TRIES; tries += 1) {
      action = drawn(random);
      said = await action.act({ world, tab, random });
    }
    if (tab.draft && world.tabs.includes(tab)) await noteKept(world, tab);
    for (const one of world.tabs) await expect.poll(() => broken(world, one)).toEqual([]);
  } catch (error) {
    throw new Error(`${text()}\n${error.message}`, { cause: error });
  }
  return text();
}

/** What a tab holds now is kept, and other tabs that hold it follow. */
async function noteKept(world, tab) {
  await tab.toClaim();
  world.noteKept(tab, await tab.look());
  for (const other of world.tabs) {
    if (other === tab || other.draft !== tab.draft) continue;
    other.follow();
    // Nobody works in two tabs within the moment that the other one takes: the later one of both would win.
    await other.toClaim();
    await expect.poll(async () => (await chipsIn(tab)) === (await chipsIn(other))).toBe(true);
  }
}

const chipsIn = async (tab) => (await tab.look()).chips.length;

function drawn(random) {
  let place = random.below(WHOLE);
  return ACTIONS.find(({ weight }) => {
    place -= weight;
    return place < 0;
  });
}
