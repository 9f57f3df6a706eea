// Steps at random, and what is wrong with the answers.
import { Random } from "../oracle/cases.mjs";
import { World } from "./world.mjs";

/** Resolves to how often each thing was done, and to the faults, each with the steps that led to it. */
export async function driven(seed, steps) {
  // Options are given to functions that do not have them, too.
  console.warn = () => {};
  const world = await World.begun(new Random(seed));
  const done = [];
  const faults = [];
  for (let step = 1; step <= steps; step += 1) {
    const [what, fault] = await world.step();
    done.push(what);
    if (fault) faults.push(`seed ${seed}, step ${step}, ${what}: ${fault}`);
  }
  for (const [what, fault] of await world.end()) {
    done.push(what);
    if (fault) faults.push(`seed ${seed}, at the end, ${what}: ${fault}`);
  }
  return { done, faults };
}
