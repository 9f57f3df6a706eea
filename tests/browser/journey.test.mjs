// A partner's whole way through the page, with the samples' customer Contoso.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { checkClaim, init, mergeEvidence, readEvidence } from "cpor-preflight";
import { usePage } from "./harness.mjs";
import {
  drop,
  eventually,
  listen,
  paste,
  person,
  sample,
  subscription,
  TENANT,
  TEXTS,
  TODAY,
} from "./person.mjs";

const open = usePage();
const { page: words, verdicts, severities, findings: texts } = TEXTS.en;
const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: `{${TENANT.toUpperCase()}}`,
  customerDomain: "https://Contoso.onmicrosoft.com/about",
  solutionArea: "business-applications",
  activity: "presales",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};

let page;
let problems;
let me;
let said;

before(async () => {
  await init();
  ({ page, problems } = await open({
    permissions: ["clipboard-read", "clipboard-write"],
    acceptDownloads: true,
    prepare: (fresh) => fresh.clock.setFixedTime(`${TODAY}T12:00:00`),
  }));
  me = person(page);
  await me.loaded();
  said = await listen(page);
});

test("at the start nothing is held against anybody", async () => {
  assert.equal(await me.verdict(), words.result.open);
  assert.deepEqual(await me.findings(), []);
  assert.deepEqual(await me.errors(), []);
});

test("the form takes the claim as the partner has it", async () => {
  await me.answerAll(CLAIM);
  assert.deepEqual(await me.errors(), []);
  for (const read of [TENANT, "contoso.onmicrosoft.com"]) {
    await page.getByText(`${words.form.read} ${read}`, { exact: true }).waitFor();
  }
});

test("an export is dropped, and says what it is; whose it is, the partner says", async () => {
  const file = "graph-subscriptions.json";
  await drop(page, page.getByText(words.evidence.orDrop), file, await sample(file));
  const entry = page.getByRole("listitem").filter({ hasText: file });
  await entry.getByText("6 rows", { exact: true }).waitFor();
  const unknown = TEXTS.en.evidence.problems["tenant-unknown"];
  assert.ok(await entry.getByText(unknown).isVisible(), "whose it is, is not assumed");
  await me.sayTenant();
  await entry.getByText(`${words.evidence.fromTenant} ${TENANT}`, { exact: true }).waitFor();
  assert.ok(!(await entry.getByText(unknown).isVisible()));
});

test("the page says of each subscription what speaks against it", async () => {
  const table = page.getByRole("table", { name: words.evidence.found });
  const against = async () => {
    const rows = await table.getByRole("row").all();
    const cells = rows.slice(1).map(async (row) => {
      const [what, status, check] = await row.getByRole("cell").all();
      const notes = await check.getByRole("listitem").allTextContents();
      const id = (await what.textContent()).match(/[\da-f-]{36}/)[0];
      return [id, await status.innerText(), notes.length ? notes : [await check.innerText()]];
    });
    return Promise.all(cells);
  };
  const blocks = (text) => `${severities.blocks}: ${text}`;
  assert.deepEqual(
    await eventually(against, (rows) => rows[0][2].includes(words.evidence.nothingAgainst)),
    [
      [subscription(1), "Active", [words.evidence.nothingAgainst]],
      [
        subscription(2),
        "In grace",
        [
          `${severities.informs}: ${texts["subscription-in-grace"].what}`,
          `${severities.informs}: The subscription ends on December 10, 2026.`,
        ],
      ],
      [
        subscription(3),
        "Active",
        [`${severities.warns}: ${texts["subscription-csp"].what.likely}`],
      ],
      [
        subscription(4),
        "Active",
        [blocks("The customer hasn’t provisioned this subscription’s products yet.")],
      ],
      [
        subscription(5),
        "Active",
        [blocks("The subscription is for Microsoft 365 E5, not for Dynamics 365.")],
      ],
      [
        subscription(6),
        "Suspended",
        [`${severities.warns}: ${texts["subscription-not-active"].what.suspended}`],
      ],
    ],
  );
  const ofTenant = table.getByRole("row").filter({ hasText: words.evidence.sameTenant });
  assert.equal(await ofTenant.count(), 6);
});

test("a subscription that cannot be claimed is named as such in the result", async () => {
  for (const [number, expected] of [
    [4, verdicts.fix.title],
    [3, verdicts.confirm.title],
    [1, verdicts.confirm.title],
  ]) {
    await me.useSubscription(number).click();
    assert.equal(await me.field("subscriptionId").inputValue(), subscription(number));
    assert.equal(await me.verdict(), expected, `subscription ${number}`);
    const pressed = page.getByRole("button", { pressed: true });
    assert.equal(await pressed.count(), 1);
    assert.match(await pressed.getAttribute("aria-label"), new RegExp(`a0${number}$`));
  }
  assert.deepEqual(await me.errors(), [], "that is a matter of the result, not of the field");
});

test("more evidence answers more: licences, directory look-up, own ID", async () => {
  await me.chooseFiles("graph-subscribed-skus.json");
  await page.getByText("2 rows", { exact: true }).waitFor();
  assert.ok(hasFinding(await me.findings(), "contoso.onmicrosoft.com"), "domain still open");
  await paste(page, page.getByLabel(words.evidence.paste), await sample("openid-contoso.json"));
  await page.getByText("1 row", { exact: true }).waitFor();
  const asked = page.getByLabel(words.evidence.domainAsked);
  assert.equal(await asked.inputValue(), "contoso.onmicrosoft.com");
  assert.ok(!hasFinding(await me.findings(), "contoso.onmicrosoft.com"), "domain settled");
  const enrolment = TEXTS.en.checks["partner-id-enrolled"];
  assert.ok(hasFinding(await me.findings(), enrolment), "own ID still open");
  await me.addPartnerId("5357564");
  assert.ok(!hasFinding(await me.findings(), enrolment), "own ID settled");
});

test("the check gives the verdict, once and aloud", async () => {
  await me.check.click();
  assert.equal(await me.verdict(), verdicts.ready.title);
  assert.deepEqual(await me.findings(), []);
  const verdict = `${verdicts.ready.title}. `;
  const all = await eventually(said, (texts) => texts.at(-1)?.endsWith(verdict));
  assert.ok(all.at(-1).endsWith(verdict), all.at(-1));
  assert.ok((await said()).every((text) => text.length <= 150));
});

test("every check says what it rests on", async () => {
  await me.result.getByText(words.result.checks, { exact: true }).click();
  const lines = await me.result.locator(".checks li").evaluateAll((all) =>
    all.map((line) => {
      const parts = ["span", "b", "small"].map((name) => line.querySelector(name).textContent);
      return parts.join(", ");
    }),
  );
  assert.deepEqual(
    lines.filter((line) => /^(Role|Tenant ID|Purchase channel|Subscription status),/.test(line)),
    [
      "Role, OK, stated by you",
      "Tenant ID, OK, as typed",
      "Purchase channel, OK, stated by you",
      "Subscription status, OK, from the evidence",
    ],
  );
});

test("the copied text has the claim in the order of the form, and what support asks for", async () => {
  await me.result.getByRole("button", { name: words.common.copy, exact: true }).click();
  await eventually(said, (all) => all.at(-1)?.startsWith(words.common.copied));
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  const block = (title) => {
    const start = lines.indexOf(title) + 2;
    assert.ok(start > 1, title);
    return lines.slice(start, lines.indexOf("", start));
  };
  assert.deepEqual(block(words.result.claimForm), [
    "Solution area: Business Applications",
    "Partner role: Build intent - Advisor (until 2023: Presales)",
    "Claim name (your choice):",
    "Partner ID: 5357564",
    `Customer tenant ID: ${TENANT}`,
    "Customer domain (Microsoft’s pages differ on whether it’s asked for): contoso.onmicrosoft.com",
    "Product: Dynamics 365 for Sales Enterprise Edition (DYN365_ENTERPRISE_SALES)",
    `Subscription ID (Microsoft’s pages differ on whether it’s asked for): ${subscription(1)}`,
    "Customer contact: name:",
    "Customer contact: title:",
    "Customer contact: email address:",
    "Your contact: name:",
    "Your contact: email address:",
    "Proof of execution: Ready",
    "Comments (may stay empty):",
    "Acknowledgements (to be ticked):",
  ]);
  const { support } = TEXTS.en;
  assert.deepEqual(block(support.title), [
    `${support.program}: CPOR`,
    `${support.partnerId}: 5357564`,
    `${support.claimId}:`,
    `${support.tenant}: ${TENANT}`,
    `${support.subscription}: ${subscription(1)}`,
    `${support.description}:`,
  ]);
  assert.ok(lines.includes(`${words.decides} Checked on ${TODAY} by rule set 2023-10.`));
  const json = lines.slice(lines.lastIndexOf("JSON") + 2).join("\n");
  const { ruleset, verdict, findings } = JSON.parse(json);
  assert.deepEqual([ruleset, verdict, findings], ["2023-10", "ready", []]);
});

test("the downloaded file is what the library reports", async () => {
  const button = me.result.getByRole("button", { name: words.result.download, exact: true });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  assert.match(download.suggestedFilename(), /\.json$/);
  const { claim, ...report } = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.deepEqual(
    [claim.customerTenantId, claim.customerDomain, claim.subscriptionId],
    [TENANT, "contoso.onmicrosoft.com", subscription(1)],
  );
  assert.deepEqual(
    report,
    withoutWords(await fromLibrary({ ...CLAIM, subscriptionId: subscription(1) })),
  );
  assert.deepEqual(report, withoutWords(await fromLibrary(claim)), "the claim as it was read");
});

test("on paper the result stands alone, with everything unfolded", async () => {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const folded = [words.result.checks, words.result.timeline, words.result.claim];
  const footer = `${words.decides} Checked on November 22, 2026 by rule set 2023-10.`;
  for (const text of [verdicts.ready.title, footer, ...folded]) {
    assert.ok(await me.result.getByText(text, { exact: true }).first().isVisible(), text);
  }
  for (const text of [TEXTS.en.timeline.review.label, TEXTS.en.checks["competing-claim"], TENANT]) {
    assert.ok(await me.result.getByText(text, { exact: true }).first().isVisible(), text);
  }
  assert.ok(!(await me.check.isVisible()), "the form is not printed");
  assert.ok(!(await me.button(words.result.print).isVisible()), "nor are buttons");
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.ok(!(await me.result.getByText(TEXTS.en.timeline.review.label).isVisible()));
});

test("an export that is taken away no longer counts", async () => {
  const name = TEXTS.en.evidence.kinds["openid-configuration"];
  await me.button(`${words.common.remove}: ${name}`).click();
  await eventually(me.findings, (all) => hasFinding(all, "contoso.onmicrosoft.com"));
  assert.ok(hasFinding(await me.findings(), "contoso.onmicrosoft.com"));
});

test("on the whole way, nothing complained", () => assert.deepEqual(problems(), []));

const hasFinding = (all, text) => all.some((finding) => finding.includes(text));

/** The library's own report for what the partner has put into the page. */
async function fromLibrary(claim) {
  const exports = [
    ["graph-subscriptions.json", { tenantId: TENANT }],
    ["graph-subscribed-skus.json"],
    ["openid-contoso.json", { domain: "contoso.onmicrosoft.com" }],
  ];
  let evidence = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };
  for (const [name, said] of exports) {
    const { evidence: found } = readEvidence(await sample(name), { name, ...said });
    evidence = mergeEvidence(evidence, found);
  }
  return checkClaim(claim, evidence, { today: TODAY });
}

/** A report as a machine needs it: the sentences can be made from it again. */
function withoutWords({ schema, ruleset, today, verdict, checks, findings }) {
  const bare = findings.map(({ what, why, next, ...finding }) => finding);
  return { schema, ruleset, today, verdict, checks, findings: bare };
}
