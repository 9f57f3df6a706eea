// The sums of a run, by area and in all.

const OUTCOMES = [
  "caught",
  "timed out",
  "excused",
  "not compiled",
  "missed",
  "not reached",
  "unsettled",
];
/** Of the normal distribution, for an interval that holds in 95 of 100 samples. */
const Z = 1.96;

/** Readable lines, the sum last, and how many were missed. What is unsettled counts as not noticed. */
export function figures(done) {
  const areas = grouped(done, areaOf);
  const lines = [...areas].sort().map(([area, some]) => `${area}: ${sums(some)}`);
  const of = (outcome) => done.filter((one) => one.outcome === outcome).length;
  return { lines: [...lines, sums(done)], missed: of("missed") + of("not reached") };
}

function sums(done) {
  const of = (outcome) => done.filter((one) => one.outcome === outcome).length;
  const noticed = of("caught") + of("timed out");
  const all = done.length - of("excused") - of("not compiled");
  const [low, high] = interval(noticed, all).map((share) => `${Math.round(share * 100)}`);
  const words = OUTCOMES.map((outcome) => `${of(outcome)} ${outcome}`).join(", ");
  const share = all ? `${((noticed / all) * 100).toFixed(1)} %` : "none";
  return `${done.length} mutants: ${words}; noticed ${share} (95 %: ${low} to ${high} %)`;
}

/** Wilson's interval of a share. */
function interval(some, all) {
  if (!all) return [0, 1];
  const share = some / all;
  const middle = share + Z ** 2 / (2 * all);
  const half = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2));
  const scale = 1 + Z ** 2 / all;
  return [(middle - half) / scale, (middle + half) / scale];
}

const areaOf = ({ file }) => file.split("/")[1];

function grouped(items, by) {
  const groups = new Map();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}
