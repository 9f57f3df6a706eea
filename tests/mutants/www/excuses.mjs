// Mutants that no test can notice, each with the reason.

/** `name` is matched with a mutant's: its file, what stands there, and what would stand there instead. */
const EXCUSES = [
  {
    name: /differences\.ts: (\[value, label, label\] → \[\]|(field\(fields, "userRole"\)|\(\{ value \}\) => \(ruleset\.roles).*)$/,
    reason: "Both rule sets take claims from the same roles.",
  },
  {
    name: /open\.ts: Math\.max\(0, size - ENDS\) → Math\.min\(0, size - ENDS\)$/,
    reason: "More of a document is read than its kind is told by.",
  },
  {
    name: /: \{ return undefined; \} → \{\}$/,
    reason: "A function that ends returns undefined, too.",
  },
  {
    name: /plain\.ts: around\.length > MAX_DEPTH → around\.length >= MAX_DEPTH$/,
    reason: "No claim, evidence, or option is as deep.",
  },
  {
    name: /open\.ts: size > MOST_BYTES → size >= MOST_BYTES$/,
    reason: "No file has exactly as many bytes as are read.",
  },
  {
    name: /plain\.ts: \{ if \(isPlain\(value, 0\)\)|plain\.ts: isPlain\(value, 0\) → false|words\.ts: Object\.values\(node\)\.every\(isText\) → /,
    reason: "A shorter way to the same text, for what nearly all values are.",
  },
  {
    name: /checking\.ts: ((16|1024) \* 1024|now - started|stretch \/|Math\.(min|max)|size [*/] 2|now - noted > PAUSE → (true|.* >= )|now - noted → )/,
    reason: "How large the pieces are, and how often progress is told, changes no answer.",
  },
  {
    name: /frame\.ts: messages\.join\(" "\)\.length > LONGEST → .* >= LONGEST$/,
    reason: "What is said at once is never exactly as long.",
  },
  {
    name: /element\/base\.ts: \{ signal, once: true, passive: true \} → \{\}$/,
    reason: "An element that does not wait any more loads nothing.",
  },
  {
    name: /cli\/check\.ts: process\.stdout\.writableNeedDrain → false$/,
    reason: "What is not waited for is kept in memory, and written all the same.",
  },
  {
    name: /(table|judging)\.ts: this\.#(cells|judged)\.size|plan\/claims\.ts: (!claims → true|this\.#open\.size)/,
    reason: "What is at hand is only faster.",
  },
];

export const excuseOf = (mutant, excuses = EXCUSES) =>
  excuses.find(({ name }) => name.test(mutant.name))?.reason;

/** The excuses that excuse nothing. */
export const idleExcuses = (mutants, excuses = EXCUSES) =>
  excuses.filter(({ name }) => !mutants.some((mutant) => name.test(mutant.name)));
