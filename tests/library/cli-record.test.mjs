// The command line with one claim: what it says, the record that it writes, and what verify finds in it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkClaim, checkRecord, init } from "cpor-preflight";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const EXPORT = fileURLToPath(new URL("../samples/graph-subscriptions.json", import.meta.url));
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const CLAIM = {
  customerTenantId: TENANT,
  solutionArea: "business-applications",
  activity: "usage",
  product: "Dynamics 365 Sales",
  subscriptionId: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
  partnerId: "5357564",
};
const folder = mkdtempSync(join(tmpdir(), "cpor-record-"));
const file = (name, content) => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, JSON.stringify(content));
  return path;
};
const run = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

before(() => init());
after(() => rmSync(folder, { recursive: true }));

test("a claim is checked and recorded, and its record verifies", () => {
  const claim = file("claim.json", CLAIM);
  const record = file("record.json");
  const exports = ["--evidence", EXPORT, "--tenant", TENANT];
  const checked = run("check", claim, ...exports, "--record", record, "--today", "2026-11-22");
  assert.equal(checked.status, 0, checked.stderr);
  assert.match(checked.stdout, /^Not everything is clear yet\nWarning: /);
  assert.match(checked.stderr, /isn’t Microsoft’s word/);
  const same = run("verify", record, "--claim", claim, ...exports);
  assert.deepEqual([same.status, same.stdout], [0, "nothing differs\n"]);
  const other = file("other.json", { ...CLAIM, partnerId: "517285" });
  const differs = run("verify", record, "--claim", other, ...exports, "--locale", "de");
  assert.equal(differs.status, 1);
  assert.match(differs.stdout, /^claim: Im Anspruch .*: Partner-ID\.$/m);
  const { ok, differences } = JSON.parse(run("verify", record, "--claim", claim, "--json").stdout);
  assert.equal(ok, false);
  assert.deepEqual(differences[0], { ...differences[0], part: "evidence", name: "subscriptions" });
});

test("what the library recorded verifies with the evidence itself", () => {
  const evidence = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };
  const record = checkRecord(checkClaim(CLAIM, evidence), CLAIM, evidence);
  const { status, stdout } = run(
    ...["verify", file("own.json", record), "--claim", file("claim.json", CLAIM)],
    ...["--evidence", file("evidence.json", evidence)],
  );
  assert.deepEqual([status, stdout], [0, "nothing differs\n"]);
});

test("a claim to fix ends with 1, as JSON, too", () => {
  const { status, stdout } = run(file("bad.json", { partnerId: "x" }), "--format", "json");
  assert.equal(status, 1);
  assert.equal(JSON.parse(stdout).verdict, "fix");
});

test("what cannot be read ends with 2 and says why", () => {
  const claim = file("claim.json", CLAIM);
  const broken = join(folder, "broken.json");
  writeFileSync(broken, "{");
  const csv = join(folder, "claims.csv");
  writeFileSync(csv, "partnerId\n5357564\n");
  for (const [args, said] of [
    [["verify"], /expected one record/],
    [["verify", broken, "--claim", claim], /cannot be read as JSON/],
    [["verify", join(folder, "none.json"), "--claim", claim], /ENOENT/],
    [["check", csv, "--format", "xml"], /--format is/],
    [["verify", claim, "--claim", claim, "--format", "csv"], /--format/],
    [[csv, "--record", join(folder, "r.json")], /--record is for one claim/],
    [["check"], /expected one file/],
  ]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, said);
  }
  const { status, stdout } = run("verify", claim, "--claim", claim);
  assert.deepEqual([status, /^record: /m.test(stdout)], [2, true]);
});

test("every command has its help, and a file of claims is checked as before", () => {
  assert.match(run("verify", "--help").stdout, /^cpor-preflight verify record\.json/);
  assert.match(run("--help").stdout, /verify record\.json/);
  const claims = fileURLToPath(new URL("../samples/claims.csv", import.meta.url));
  const options = ["--format", "json", "--today", "2026-11-22"];
  assert.deepEqual(run("check", claims, ...options), run(claims, ...options));
});
