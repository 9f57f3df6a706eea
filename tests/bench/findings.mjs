// Does a claim with many findings take longer only by as much as it has more of them? Each of its members that
// no claim has is a finding; checked whole, with all texts read.
import { inBoth } from "./places.mjs";
import { VOID } from "./rounds.mjs";

const FEW = 20;
const MANY = 100;
/** So many times as long as a few may many take. */
const MOST = 6;

export async function measure({ rounds, ms }) {
  const places = await inBoth("findings.task.mjs", {
    counts: [FEW, MANY],
    options: { rounds, ms },
  });
  const voids = [];
  const lines = [];
  const ratios = {};
  for (const [place, { results, sameAgain }] of Object.entries(places)) {
    if (sameAgain >= VOID)
      voids.push(`${place}: ${(sameAgain * 100).toFixed(1)} % apart from itself`);
    const [few, many] = results.map(({ median }) => median);
    if (sameAgain < VOID) ratios[place] = (MOST * few) / many;
    lines.push(
      `| ${place} | ${few.toFixed(1)} | ${many.toFixed(1)} | ${(many / few).toFixed(2)} |`,
    );
  }
  const head = `| place | µs, ${FEW} findings | µs, ${MANY} findings | times |`;
  return {
    details: [head, "|---|---:|---:|---:|", ...lines].join("\n"),
    rows: [
      {
        ...{ what: `one claim, ${MANY} findings`, against: `${MOST} × ${FEW} findings` },
        ...{ ...ratios, goal: 1 },
      },
    ],
    voids,
  };
}
