// What inputs made to be slow or large cost, as figures without a limit: how much longer four times the
// length takes (linear is 4), how much memory a cell of 500 MB needs, and what hostile packed files take.
// `npm run attack` prints them.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  advisePartnerId,
  checkBatch,
  checkClaim,
  classifyIdentifier,
  init,
  mergeEvidence,
  openBatch,
  readEvidence,
} from "cpor-preflight";
import { HOSTILE } from "../support/containers.mjs";

const MEGABYTE = 2 ** 20;
const READS = `
  import { readFile } from "node:fs/promises";
  import { init, readAnything } from "cpor-preflight";
  await init();
  const file = await readFile(process.argv.at(-1));
  const most = () => process.resourceUsage().maxRSS / 1024;
  const [before, started] = [most(), performance.now()];
  await readAnything(file);
  console.log(JSON.stringify([performance.now() - started, most() - before].map(Math.round)));
`;
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const guid = (number) => `0b6f4c1e-2d83-47aa-9f10-${number.toString(16).padStart(12, "0")}`;
const rows = (count, row) => Array.from({ length: count }, (_, at) => row(at));

/** By function: the length to begin with, and inputs of a length, each with what takes them. */
const INPUTS = {
  classifyIdentifier: [
    400_000,
    ...["a", "0", "-", "a.", "ü", "MPN ", "{", "0-", "x@", "//", "=cmd|", "\u200b"].map((text) => [
      JSON.stringify(text),
      (length) => text.repeat(length / text.length),
      (input) => classifyIdentifier(input),
    ]),
  ],
  readEvidence: [
    400_000,
    ...[
      ["open lists", "["],
      ["open objects", '{"value":'],
      ["quotes", '"'],
      ["delimiters", ","],
      ["lines", "\n"],
      ["backslashes", "\\"],
      ["cells", 'a,"b"\r\n'],
      ["zeros", "\0"],
    ].map(([name, text]) => [
      name,
      (length) => text.repeat(length / text.length),
      (input) => readEvidence(input),
    ]),
    [
      "subscriptions",
      (length) =>
        JSON.stringify({
          value: rows(length / 100, (at) => ({ id: guid(at), status: "Enabled" })),
        }),
      (input) => readEvidence(input, { tenantId: TENANT }),
    ],
  ],
  checkBatch: [
    400_000,
    ...[
      ["columns of one name", "product,"],
      ["quotes", '"'],
      ["delimiters", ";"],
      ["lines", "product\n"],
      ["rows of one claim", `${TENANT},5357564\n`],
    ].map(([name, text]) => [
      name,
      (length) => `customerTenantId,partnerId\n${text.repeat(length / text.length)}`,
      (input) => checkBatch(input),
    ]),
  ],
  "checkClaim, mergeEvidence, advisePartnerId": [
    8_000,
    ...[
      [
        "subscriptions of one ID",
        (at) => ({ id: guid(0), commerceSubscriptionId: guid(9e6 - at) }),
      ],
      [
        "subscriptions in a chain",
        (at) => ({ id: guid(at), commerceSubscriptionId: guid(at + 1) }),
      ],
      ["tenants of one subscription", (at) => ({ id: guid(0), tenantId: guid(9e6 - at) })],
    ].map(([name, row]) => [
      name,
      (length) => ({ subscriptions: rows(length, (at) => ({ ...row(at), status: "active" })) }),
      (evidence) => checkClaim({ subscriptionId: guid(0), customerTenantId: TENANT }, evidence),
    ]),
    [
      "tenants of one domain",
      (length) => ({
        tenants: rows(length, (at) => ({ tenantId: guid(9e6 - at), domains: ["contoso.com"] })),
      }),
      (evidence) => mergeEvidence(evidence, evidence),
    ],
    [
      "domains of one tenant",
      (length) => ({
        tenants: [{ tenantId: TENANT, domains: rows(length, (at) => `d${9e6 - at}.example`) }],
      }),
      (evidence) => mergeEvidence(evidence, evidence),
    ],
    [
      "claims of others",
      (length) => ({
        associations: rows(length, (at) => ({
          tenantId: TENANT,
          holder: "other-partner",
          claimId: `${9e6 - at}`,
        })),
      }),
      (evidence) => checkClaim({ customerTenantId: TENANT, product: "Sales" }, evidence),
    ],
    [
      "Partner IDs, the good ones last",
      (length) =>
        rows(length, (at) => ({ id: `${1e6 + at}`, kind: "location", enrolled: at * 2 > length })),
      (candidates) => advisePartnerId(candidates, {}),
    ],
  ],
};

await init();
console.log("four times the length takes (linear: 4), the time for that length, the slowest input");
for (const [name, [length, ...inputs]] of Object.entries(INPUTS)) {
  const found = inputs.map(([what, make, run]) => {
    const [input, longer] = [make(length), make(4 * length)];
    // Often enough that the clock’s own steps do not count.
    let times = 1;
    while (busy(input, run, times) < 30) times *= 2;
    const [short, long] = [input, longer].map((one) =>
      Math.min(...rows(3, () => busy(one, run, times))),
    );
    return { what, long: long / times, ratio: long / short };
  });
  if (process.argv.includes("--all")) console.log(found);
  const { what, long, ratio } = found.sort((a, b) => b.ratio - a.ratio)[0];
  console.log(`${name}: ${ratio.toFixed(1)} × (${long.toFixed(1)} ms, ${what})`);
}
console.log(`a cell of 500 MB in pieces: ${grown(inPieces)} MB of memory`);
const file = new Uint8Array(500 * MEGABYTE).fill(120);
new TextEncoder().encodeInto('product\n"', file);
console.log(`a cell of 500 MB at once: ${grown(atOnce)} MB of memory beside the file`);

for (const { name, make } of HOSTILE) {
  const [ms, memory] = await told(make());
  console.log(`${name}: told in ${ms} ms, with ${memory} MB of memory beside what Node has`);
}

/** How long it takes to read a file in a process of its own, and how much memory this takes at most. */
async function told(bytes) {
  const folder = await mkdtemp(join(tmpdir(), "cpor-preflight-"));
  const path = join(folder, "file");
  await writeFile(path, bytes);
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", READS, path], {
    ...{ encoding: "utf8", cwd: new URL(".", import.meta.url) },
  });
  await rm(folder, { recursive: true });
  return JSON.parse(stdout);
}

/** For how many milliseconds so many runs keep the processor. */
function busy(input, run, times) {
  const since = process.cpuUsage();
  for (let count = 0; count < times; count += 1) run(input);
  return process.cpuUsage(since).user / 1000;
}

/** By how many megabytes the process has grown at most, as far as it was looked at. */
function grown(run) {
  const before = process.memoryUsage.rss();
  let most = before;
  run(() => {
    most = Math.max(most, process.memoryUsage.rss());
  });
  return Math.round((most - before) / MEGABYTE);
}

function inPieces(look) {
  const bytes = (text) => new TextEncoder().encode(text);
  const piece = bytes("x".repeat(MEGABYTE));
  const run = openBatch({}, { onCsv: look });
  run.push(bytes(`customerTenantId,product\n${TENANT},"`));
  for (let count = 0; count < 500; count += 1) run.push(piece);
  run.push(bytes(`"\n${TENANT},Teams\n`));
  if (run.end().rows !== 2) throw new Error("not two rows");
  look();
}

function atOnce(look) {
  const { rows: count } = checkBatch(file);
  look();
  if (count !== 1) throw new Error("not one row");
}
