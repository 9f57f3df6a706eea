// Runs where the library runs: see findings.mjs.
import { race } from "./rounds.mjs";

/** As many different names in all with few as with many: what is remembered of them helps both alike. */
const NAMES = 2_000;

export default async function task({ library, counts, options }) {
  const core = await import(library);
  await core.init();
  const contenders = counts.map((count) => {
    const claims = Array.from({ length: NAMES / count }, (_, claim) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`x${claim} ${at}`, "y"])),
    );
    const call = (n) => {
      const { findings } = core.checkClaim(claims[n % claims.length], {}, { locale: "en" });
      const ours = findings.filter(({ code }) => code === "unknown-field");
      if (ours.length !== count) throw new Error(`${ours.length} findings, not ${count}`);
      return findings.reduce(
        (sum, { what, why, next }) => sum + what.length + why.length + next.length,
        0,
      );
    };
    return { name: `${count}`, call };
  });
  return race(contenders, { ...options, batch: NAMES / Math.min(...counts), warm: 2_000 });
}
