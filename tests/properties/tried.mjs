import { Random } from "../oracle/cases.mjs";

/** What is wrong with a property's cases, with the number of each; a throw is a fault too. */
export function tried(property, count, seed) {
  const random = new Random(seed);
  const faults = [];
  for (let number = 0; number < count && faults.length < 20; number += 1) {
    let fault;
    try {
      fault = property(random);
    } catch (error) {
      fault = `throws ${error.stack}`;
    }
    if (fault) faults.push(`case ${number}: ${fault}`);
  }
  return faults;
}
