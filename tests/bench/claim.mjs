// One claim, checked whole and with evidence: findings, with their texts in one language.
import { commonEvidence, generatedClaims, TODAY } from "./claims.mjs";
import { inBoth, library } from "./places.mjs";
import { VOID } from "./rounds.mjs";

export async function measure({ rounds, ms }) {
  const core = await import(library.node);
  await core.init();
  await core.loadExports?.();
  const input = {
    evidence: await commonEvidence(core),
    claims: generatedClaims(200),
    today: TODAY,
    options: { rounds, ms },
  };
  const places = await inBoth("claim.task.mjs", input);
  return report(places);
}

function report(places) {
  const lines = [];
  const problems = [];
  for (const [place, { races }] of Object.entries(places)) {
    for (const { name, results, sameAgain } of races) {
      if (sameAgain >= VOID) {
        problems.push(`${place}, ${name}: ${(sameAgain * 100).toFixed(1)} % apart from itself`);
      }
      for (const { name: contender, median, iqr, p99 } of results) {
        const cells = [median, ...iqr, p99].map((value) => value.toFixed(2));
        lines.push(`| ${place} | ${name} | ${contender} | ${cells.join(" | ")} |`);
      }
    }
  }
  const details = [
    "| place | claims | contender | µs, median | lower quartile | upper quartile | p99 |",
    "|---|---|---|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
  return { details, rows: [], problems };
}
