// Runs where the library runs: see claim.mjs.
import { race } from "./rounds.mjs";

export default async function task({ library, evidence, claims, today, options }) {
  const { init, checkClaim, holdEvidence } = await import(library);
  await init();
  const wanted = { ruleset: "2020-06", locale: "en", today };
  const held = holdEvidence(evidence);
  const ways = { held, "evidence passed": evidence };
  const races = [];
  for (const [name, list] of Object.entries(claims)) {
    const contenders = Object.entries(ways).map(([way, known]) => ({
      name: `cpor-preflight, ${way}`,
      call: (n) => read(checkClaim({ ...list[n % list.length] }, known, wanted)),
    }));
    races.push({ name, ...(await race(contenders, options)) });
  }
  return { races };
}

/** Messages are made when they are read. */
function read({ findings }) {
  let length = 0;
  for (const { what, why, next } of findings) length += what.length + why.length + next.length;
  return length;
}
