// Runs where the library runs: see findings.mjs.
import { race } from "./rounds.mjs";

/** Different names in each claim, as many as a cache of texts can be asked about. */
const CLAIMS = 20;

export default async function task({ library, counts, options }) {
  const core = await import(library);
  await core.init();
  const contenders = counts.map((count) => {
    const claims = Array.from({ length: CLAIMS }, (_, claim) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`x${claim} ${at}`, "y"])),
    );
    const call = (n) => {
      const { findings } = core.checkClaim(claims[n % CLAIMS], {}, { locale: "en" });
      const ours = findings.filter(({ code }) => code === "unknown-field");
      if (ours.length !== count) throw new Error(`${ours.length} findings, not ${count}`);
      return findings.reduce(
        (sum, { what, why, next }) => sum + what.length + why.length + next.length,
        0,
      );
    };
    return { name: `${count}`, call };
  });
  return race(contenders, { ...options, batch: CLAIMS, warm: 2_000 });
}
