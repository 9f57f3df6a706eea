// A row of a file of claims is answered as `checkClaim` answers its claim.
import { drawn, TODAY } from "../oracle/cases.mjs";
import { isPlaceholder } from "../oracle/reading.mjs";
import { checkBatch, mapped, openBatch, told } from "./subject.mjs";

export const FILES = {
  "a file of claims gets the same answers whatever its columns, pieces and buffers": (random) => {
    const { ruleset, evidence } = drawn(random);
    const file = drawnFile(random);
    const rows = [];
    const batch = openBatch(evidence, {
      ...{ ruleset, today: TODAY },
      onRows: (some) => rows.push(...some),
    });
    for (const piece of pieces(file.bytes, random)) batch.push(piece);
    batch.end();
    const odd = file.rows.map((row, at) => {
      const due = answerOf(row, { ruleset, evidence });
      const found = answered(rows[at]?.verdict, rows[at]?.codes ?? []);
      return found === due || isBlank(row) ? "" : `row ${at + 1}: ${found} / ${due}`;
    });
    return odd.filter(Boolean).join();
  },
  "a file of claims gets the answers of each claim": (random) => {
    const { ruleset, evidence } = drawn(random);
    const file = drawnFile(random);
    const batch = checkBatch(whole(file.bytes, random), evidence, { ruleset, today: TODAY });
    const due = file.rows.map((row) => answerOf(row, { ruleset, evidence }));
    const verdicts = { fix: 0, confirm: 0, ready: 0 };
    for (const [at, row] of file.rows.entries())
      if (!isBlank(row)) verdicts[due[at].split(",", 1)[0]] += 1;
    if (JSON.stringify(batch.verdicts) !== JSON.stringify(verdicts))
      return `verdicts ${JSON.stringify(batch.verdicts)}, not ${JSON.stringify(verdicts)}`;
    const odd = file.rows.map((row, at) => {
      const codes = batch.findings.filter((one) => one.row === at + 1).map(({ code }) => code);
      const found = answered(due[at].split(",", 1)[0], codes);
      return found === due[at] || isBlank(row) ? "" : `row ${at + 1}: ${found} / ${due[at]}`;
    });
    return odd.filter(Boolean).join();
  },
};

/** What people call the columns. */
const LABELS = {
  userRole: "Role",
  customerTenantId: "Customer tenant ID",
  customerDomain: "Domain",
  solutionArea: "Solution area",
  activity: "Activity",
  purchaseChannel: "Purchase channel",
  product: "Product",
  subscriptionId: "Subscription ID",
  partnerId: "MPN ID",
  competingPartner: "Competing partner",
  proofOfExecution: "Proof of execution",
  submittedOn: "Submitted on",
};

/**
 * Claims as bytes, in any encoding that says which it is; and each row’s claim, as its cells say it.
 * Some files have `mpnId` beside `partnerId`, some two columns for one field.
 */
function drawnFile(random) {
  const claims = Array.from({ length: 4 }, () => {
    const { claim } = drawn(random);
    if (random.oneIn(4)) claim.mpnId = drawn(random).claim.partnerId;
    return texts(mapped(claim, String));
  });
  const fields = [...new Set(claims.flatMap(Object.keys))];
  const columns = fields.map((field) => ({
    name: field,
    cells: claims.map((claim) => claim[field] ?? ""),
  }));
  let rows = claims;
  const field = random.of(fields.filter((name) => LABELS[name] && name !== "partnerId"));
  if (field && random.oneIn(4)) {
    const again = claims.map((claim) =>
      random.of([claim[field] ?? "", "", drawn(random).claim[field]]),
    );
    const cells = again.map((cell) => (typeof cell === "string" ? cell : ""));
    columns.push({ name: LABELS[field], cells });
    rows = claims.map((claim, row) => withBoth(claim, field, cells[row]));
  }
  const order = columns.map((column) => [random.below(1e6), column]).sort(([a], [b]) => a - b);
  const [delimiter, end] = [random.of([",", ";", "\t"]), random.of(["\n", "\r\n"])];
  const line = (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  const lines = [
    line(order.map(([, { name }]) => name)),
    ...claims.map((_, row) => line(order.map(([, { cells }]) => cells[row]))),
  ];
  return { rows, bytes: encoded(`${lines.join(end)}${random.of(["", end])}`, random) };
}

const texts = (claim) =>
  Object.fromEntries(Object.entries(claim).filter(([, value]) => typeof value === "string"));

/** Fields that take text: there, some texts say nothing. */
const TEXTS = ["customerTenantId", "customerDomain", "product", "subscriptionId"];

/** The claim of a row with another cell for a field: where they differ, the field is not read. */
function withBoth(claim, field, other) {
  const seen = (text) =>
    text
      .replace(/[\u00a0\u200b\ufeff\s]+/g, " ")
      .trim()
      .replace(/\.$/, "");
  const [one, two] = [seen(claim[field] ?? ""), seen(other)];
  const isNothing = (text) => text === "" || (TEXTS.includes(field) && isPlaceholder(text));
  if (isNothing(one)) return { ...claim, [field]: other };
  if (isNothing(two) || one.toLowerCase() === two.toLowerCase()) return claim;
  const { [field]: _, ...rest } = claim;
  return { ...rest, isConflict: true };
}

function encoded(text, random) {
  const encoding = random.of(["utf8", "utf8", "utf16le", "utf16be"]);
  if (encoding === "utf8") return Buffer.from(random.of(["", "\ufeff"]) + text);
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return encoding === "utf16be" ? bytes.swap16() : bytes;
}

/** The bytes in pieces of any size, each gone once the next one is there. */
function* pieces(bytes, random) {
  const size = 20 + random.below(400);
  const isShared = random.oneIn(2);
  // One buffer for all pieces, as streams may have it: its own, or somewhere in a larger one.
  const shared = Buffer.alloc(size + 16, "x").subarray(7, 7 + size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    if (isShared) {
      part.copy(shared);
      yield shared.subarray(0, part.length);
      shared.fill("x");
    } else yield whole(part, random);
  }
}

/** The bytes as each kind of buffer. */
function whole(bytes, random) {
  const within = new Uint8Array(bytes.length + 9).fill(120);
  within.set(bytes, 5);
  const view = within.subarray(5, 5 + bytes.length);
  return random.of([
    () => view,
    () => view.slice().buffer,
    () => new DataView(within.buffer, 5, bytes.length),
    () => Buffer.from(within.buffer, 5, bytes.length),
  ])();
}

/** Verdict and codes of a row as its claim has them, in one text. */
function answerOf({ isConflict, ...claim }, { ruleset, evidence }) {
  const { findings, verdict } = told({ ruleset, evidence, claim });
  const codes = findings.map(({ code }) => code);
  return answered(verdict, isConflict ? [...codes, "input-malformed"] : codes);
}

const ACROSS = ["duplicate-in-file", "subscription-under-two-tenants"];
const answered = (verdict, codes) =>
  [verdict, ...[...new Set(codes)].filter((code) => !ACROSS.includes(code)).sort()].join();

/** A row without any text is no claim. */
const isBlank = ({ isConflict, ...claim }) =>
  !isConflict && Object.values(claim).every((value) => value.trim() === "");
