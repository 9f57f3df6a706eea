// The command line's other commands, and how they end where nobody reads on or nothing can be written.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const inTests = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CLI = inTests("../dist/cli.js");
const EXPORT = inTests("samples/graph-subscriptions.json");
const CLAIMS = inTests("samples/claims.csv");
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const folder = mkdtempSync(join(tmpdir(), "cpor-cli-"));
after(() => rmSync(folder, { recursive: true }));

const run = (...args) => spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8" });
function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const claim = file(
  "claim.json",
  JSON.stringify({ customerDomain: "contoso.com", solutionArea: "business-applications" }),
);

test("the version is the package’s", () => {
  const { version } = JSON.parse(readFileSync(inTests("../package.json"), "utf8"));
  assert.equal(run("--version").stdout, `${version}\n`);
});

test("every command has its help", () => {
  for (const command of ["check", "diagnose", "letter", "plan", "read", "verify"]) {
    const { status, stdout } = run(command, "--help");
    assert.equal(status, 0, command);
    assert.match(stdout, new RegExp(`^cpor-preflight (\\[check\\]|${command}) `), command);
    assert.match(stdout, /Nothing leaves this computer\./, command);
  }
  for (const command of ["diagnose", "letter", "plan", "read", "verify"])
    assert.match(run("--help").stdout, new RegExp(`^cpor-preflight ${command} `, "m"));
});

test("a letter is written in the customer’s language, and the reply is read", () => {
  const { status, stdout } = run("letter", claim, "--customer", "de", "--ruleset", "2020-06");
  assert.equal(status, 0);
  assert.match(stdout, /^Einige Fragen zu Ihrem Microsoft-Abonnement\n\nGuten Tag,/);
  assert.match(stdout, /^1\. Wie lautet Ihre Mandanten-ID/m);
  const reply = file("reply.txt", `1. ${TENANT}\n4. yes\n`);
  const told = run("letter", claim, "--ruleset", "2020-06", "--reply", reply);
  assert.match(told.stdout, /^Provisioning: yes \(certain\)/m);
  assert.match(told.stdout, new RegExp(`^Customer tenant ID: ${TENANT} \\(certain\\)$`, "m"));
  const { answers } = JSON.parse(
    run("letter", claim, "--ruleset", "2020-06", "--reply", reply, "--json").stdout,
  );
  assert.deepEqual(
    answers.map(({ question }) => question),
    ["tenant-id", "set-up"],
  );
  assert.equal(run("letter").status, 2);
});

test("what a command says itself is in the language of messages", () => {
  const reply = file("reply-de.txt", `1. ${TENANT}\n4. yes\n`);
  const under = ["--locale", "de", "--ruleset", "2020-06"];
  for (const [args, ...lines] of [
    [
      [CLAIMS, "--locale", "de"],
      "7 Ansprüche: 4 zu beheben, 3 zu klären, 0 bereit",
      "        1  role-not-permitted  Rolle",
      "Zeile 6: role-not-permitted (Ihre Rolle)",
      "… --format json nennt auch die übrigen",
    ],
    [[claim, ...under], "Etwas blockiert diesen Anspruch"],
    [["read", CLAIMS, "--locale", "de"], `${CLAIMS}: Tabelle mit Ansprüchen, 7 Zeilen`],
    [
      ["plan", EXPORT, "--tenant", TENANT, "--locale", "de"],
      "12 Ansprüche: 12 zu beheben, 0 zu klären, 0 bereit",
      "4 lassen sich nicht beanspruchen:",
    ],
    [["letter", claim, ...under, "--reply", reply], "Bereitstellung: ja (sicher) yes"],
  ]) {
    const { stdout } = run(...args);
    for (const line of lines) assert.ok(stdout.split("\n").includes(line), `${line}\n\n${stdout}`);
  }
  const { stdout } = run(CLAIMS, "--locale", "de");
  const place = stdout.match(/^Was die Codes bedeuten: (\S+)$/m)?.[1];
  assert.match(readFileSync(new URL(place), "utf8"), /tenant-domain-unverified/);
});

test("a diagnosis names causes, the next question and what to answer", () => {
  const first = run("diagnose", "--evidence", EXPORT);
  assert.equal(first.status, 0);
  assert.match(first.stdout, /^ {2}--answer listing=dynamics-in-use /m);
  const csp = run("diagnose", claim, "--answer", "channel=csp");
  assert.equal(csp.status, 1);
  assert.match(csp.stdout, /^Confirmed: Bought through CSP\./m);
  for (const answer of ["colour=red", "channel=post", "channel"]) {
    const { status, stderr } = run("diagnose", "--answer", answer);
    assert.equal(status, 2, answer);
    assert.match(stderr, /--answer /);
  }
});

test("what is read is not overwritten", () => {
  const text = readFileSync(claim, "utf8");
  for (const args of [
    ["check", claim, "--record", claim],
    ["check", claim, "--evidence", EXPORT, "--record", EXPORT],
    ["plan", EXPORT, "--activity", "usage", "--csv", EXPORT],
  ]) {
    const before = readFileSync(EXPORT, "utf8");
    const { status, stderr } = run(...args);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, /is not overwritten/);
    assert.equal(readFileSync(EXPORT, "utf8"), before);
  }
  assert.equal(readFileSync(claim, "utf8"), text);
});

test("what is no command, no file and no record is told", () => {
  for (const [args, said] of [
    [["chekc", claim], /chekc is no command and no file/],
    [["diagnose", join(folder, "none.json")], /ENOENT/],
    [["check", claim, "--format", "csv"], /--format csv/],
    [["verify", claim, "--claim", claim], /./],
  ]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, said);
  }
  const { status, stdout, stderr } = run("read", join(folder, "none.txt"), EXPORT);
  assert.deepEqual([status, /ENOENT/.test(stderr), /Subscriptions/.test(stdout)], [2, true, true]);
});

test("“-” is standard input, for a table, for one claim, and for every command", () => {
  const with_ = (input, ...args) =>
    spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8", input });
  const text = readFileSync(claim, "utf8");
  for (const json of [
    text,
    `\n  ${text}`,
    `\ufeff${text}`,
    JSON.stringify(JSON.parse(text), null, 1),
  ]) {
    const { status, stdout, stderr } = with_(json, "check", "-", "--ruleset", "2020-06");
    assert.deepEqual(
      [status, stdout],
      [1, run("check", claim, "--ruleset", "2020-06").stdout],
      stderr,
    );
  }
  assert.equal(with_(text, "-", "--format", "csv").status, 2);
  assert.match(with_(readFileSync(CLAIMS, "utf8"), "-").stdout, /^7 claims/);
  assert.equal(with_(readFileSync(CLAIMS, "utf8"), "-", "--record", file("r.json", "")).status, 2);
  // One claim, whatever the file is called.
  const named = file("claim.txt", text);
  assert.equal(run("check", named).stdout, run("check", claim).stdout);
  assert.match(with_(text, "letter", "-", "--ruleset", "2020-06").stdout, /^1\. /m);
  assert.match(with_(`1. ${TENANT}`, "letter", claim, "--reply", "-").stdout, new RegExp(TENANT));
  assert.equal(with_(text, "diagnose", "-").status, 0);
  assert.match(with_(readFileSync(EXPORT), "read", "-").stdout, /Subscriptions/);
  assert.match(with_(readFileSync(EXPORT), "plan", "-", "--tenant", TENANT).stdout, /^\d+ claims/);
  const record = join(folder, "stdin-record.json");
  assert.equal(with_(text, "check", "-", "--record", record).status, run("check", claim).status);
  assert.equal(with_(text, "verify", record, "--claim", "-").stdout, "nothing differs\n");
  assert.match(with_(text, "verify", "-", "--claim", "-").stderr, /once/);
  for (const odd of ["{", '{"partnerId": }', ""]) assert.equal(with_(odd, "check", "-").status, 2);
});

test("a value that can’t be meant is told, and nothing is checked", () => {
  const context = (text) => file(`context${text.length}.json`, text);
  for (const [args, said] of [
    [["check", CLAIMS, "--tenant", "abc"], /--tenant is a tenant ID, not “abc”/],
    [["check", claim, "--evidence", EXPORT, "--tenant", "contoso.com"], /--tenant/],
    [["read", EXPORT, "--tenant", TENANT.slice(1)], /--tenant/],
    [["plan", EXPORT, "--tenant", ""], /--tenant/],
    [["plan", EXPORT, "--own-tenant", "abc"], /--own-tenant is a tenant ID or a domain/],
    [["plan", EXPORT, "--partner-id", "abc"], /--partner-id is a number/],
    [["plan", EXPORT, "--partner-id", "5357564", "--partner-id", TENANT], /--partner-id/],
    [["check", CLAIMS, "--today", "22.11.2026"], /--today is a day/],
    [["diagnose", "--today", "2026-02-30"], /--today/],
    [["diagnose", "--today", "2026-11"], /--today/],
    [["check", CLAIMS, "--ruleset", "2019"], /--ruleset is one of .*2023-10.*latest/],
    [["check", CLAIMS, "--locale", "xx"], /--locale is one of en, de/],
    [["letter", claim, "--customer", "klingon"], /--customer/],
    [["plan", EXPORT, "--context", context('{"contributions":["foo"]}')], /contributions/],
    [["plan", EXPORT, "--context", context('{"role":"other"}')], /role is none of/],
    [["check", file("list.json", "[{}]")], /is a list/],
    [["check", file("text.json", '"x"')], /is no claim/],
  ]) {
    const { status, stdout, stderr } = run(...args);
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.match(stderr, said);
  }
  for (const args of [
    ["read", EXPORT, "--tenant", `{${TENANT.toUpperCase()}}`],
    ["plan", EXPORT, "--tenant", TENANT, "--own-tenant", "fabrikam.com", "--locale", "de-AT"],
    ["plan", EXPORT, "--tenant", TENANT, "--context", context('{"userRole":"Global admin"}')],
  ])
    assert.equal(run(...args).status, 0, args.join(" "));
});

test("whoever stops reading ends the command, without a word", async () => {
  const many = `${readFileSync(CLAIMS, "utf8")}${readFileSync(CLAIMS, "utf8").split("\n").slice(1).join("\n").repeat(2000)}`;
  const child = spawn(process.execPath, [CLI, file("many.csv", many), "--format", "csv"]);
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const [status] = await new Promise((done) => child.on("close", (...args) => done(args)));
  assert.equal(status, 0);
  assert.doesNotMatch(stderr, /EPIPE|Error|at /);
});

test("a full disk is told, and ends with 2", { skip: !existsSync("/dev/full") }, () => {
  const stdio = ["ignore", openSync("/dev/full", "w"), "pipe"];
  const { status, stderr } = spawnSync(process.execPath, [CLI, CLAIMS], { stdio });
  assert.equal(status, 2);
  assert.match(String(stderr), /cannot write: ENOSPC/);
});
