// What is to be done about rows: what each kind of claim comes to, and in how many rows the same is to be done.

import assert from "node:assert/strict";
import test from "node:test";
import { bytes, opened, page, settled, TENANT } from "../support/working-rows.mjs";

const { engine } = page;
const CLAIM = {
  ...{ customerTenantId: TENANT, customerDomain: "contoso.com", solutionArea: "microsoft-365" },
  ...{ product: "Teams", activity: "usage", partnerId: "5357564", userRole: "incentives-admin" },
  ...{ competingPartner: "no", proofOfExecution: "ready", subscriptionId: "", purchaseChannel: "" },
};
const NAMES = Object.keys(CLAIM);
const SALES = { solutionArea: "business-applications", product: "Dynamics 365 Sales" };
/** Claims that differ from a good one, each as a row. */
const fileOf = (...changes) =>
  bytes(
    [NAMES, ...changes.map((change) => Object.values({ ...CLAIM, ...change }))]
      .map((cells) => cells.join(";"))
      .join("\n"),
  );

/** What the evidence says of the customer and of the own ID. */
const HELD = engine.holdEvidence({
  tenants: [{ tenantId: TENANT, domains: ["contoso.com"] }],
  partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
});
const KNOWN = { settings: { locale: "en", ruleset: "2023-10", evidence: HELD } };

test("what is to be done first about a claim is the right thing, in its fields", async () => {
  for (const [change, state, due] of [
    [
      {},
      "settle",
      { id: "look-up-domain", field: "customerTenantId", label: "Look up the domain" },
    ],
    [
      { customerTenantId: "contoso.com", customerDomain: TENANT },
      "fix",
      {
        ...{ id: "swap-fields", field: "customerDomain", isMend: true },
        ...{ fields: ["customerDomain", "customerTenantId"], label: "Swap with “Customer domain”" },
      },
    ],
    [
      { partnerId: "x" },
      "fix",
      { id: "open-guide", field: "partnerId", label: "Which Partner ID?" },
    ],
    [
      { activity: "presales" },
      "fix",
      {
        id: "use-value",
        field: "activity",
        isMend: true,
        fields: ["activity"],
        label: "Use “Use or consume”",
      },
    ],
    [{ activity: "" }, "fix", { id: "choose", field: "activity", label: "Choose “Partner role”" }],
    [{ userRole: "" }, "settle", { id: "choose", field: "userRole", label: "Choose “Your role”" }],
    [
      { customerDomain: "" },
      "settle",
      { id: "load-export", field: "partnerId", label: "Load your partner profile" },
    ],
    [
      { solutionArea: "" },
      "fix",
      {
        ...{ id: "use-value", field: "solutionArea", isMend: true, fields: ["solutionArea"] },
        label: "Use “Modern Work and Security”",
      },
    ],
    [
      SALES,
      "settle",
      { id: "choose", field: "purchaseChannel", label: "Choose “Purchase channel”" },
    ],
    [
      { competingPartner: "yes" },
      "settle",
      { id: "open-page", field: "competingPartner", label: "Ask support (incentives)" },
    ],
  ]) {
    const { rows } = await opened(fileOf(change));
    const { todo, claim, report } = rows.judged(1);
    const { id, field, label, isMend = false, fields = [] } = due;
    assert.deepEqual(
      [todo.state, todo.action, todo.fields, todo.label, todo.rows, todo.across],
      [state, { id, isMend, isMove: false, field }, fields, label, 1, undefined],
    );
    assert.equal(
      todo.what,
      report.findings.find(({ actions }) => actions.some((one) => one.label === label)).what,
    );
    assert.deepEqual([rows.state(1), rows.todos], [state, [todo]]);
    const filled = Object.entries({ ...CLAIM, ...change }).filter(([, text]) => text);
    assert.deepEqual(claim, Object.fromEntries(filled));
  }
});

test("what Microsoft alone sees is to be filed, and what is known of all is ready", async () => {
  const { rows } = await opened(fileOf({}, { activity: "presales" }, {}), KNOWN);
  const [fix, across, file, ...others] = rows.todos;
  assert.deepEqual(others, []);
  assert.deepEqual([fix.state, fix.action.id, fix.rows], ["fix", "use-value", 1]);
  assert.deepEqual(across, {
    key: "across duplicate-in-file",
    state: "settle",
    across: "duplicate-in-file",
    rows: 1,
  });
  assert.deepEqual(file, { key: file.state, state: file.state, rows: 1 });
  assert.ok(["microsoft", "ready"].includes(file.state));
  assert.deepEqual(rows.order({ state: "file" }), [1]);
  assert.deepEqual(rows.order(), [2, 3, 1]);
  // What blocks goes before what shows only beside another row.
  rows.edit([[3, { partnerId: "x" }]]);
  await settled(rows);
  rows.edit([[3, { partnerId: "5357564" }]]);
  await settled(rows);
  assert.deepEqual(rows.across(3), { code: "duplicate-in-file", otherRow: 1 });
  rows.edit([[3, { proofOfExecution: "none" }]]);
  await settled(rows);
  assert.deepEqual(
    [rows.across(3)?.code, rows.judged(3).todo.across],
    ["duplicate-in-file", "duplicate-in-file"],
  );
});

test("the same is to be done in rows that may be mended by one step, and what differs is told of none", async () => {
  const teams = { solutionArea: "" };
  const sales = { solutionArea: "", product: "Dynamics 365 Sales" };
  const wrong = { product: "Dynamics 365 Finance" };
  const other = { product: "Dynamics 365 Sales" };
  const use = (area) => `Use “${area}”`;
  const [m365, business] = ["Modern Work and Security", "Business Applications"];
  const missing = "Choose the solution area.";
  const not = (name) =>
    `${name} is claimed under Business Applications, not under the solution area you selected.`;
  for (const [changes, ...due] of [
    [[teams], [1, use(m365), missing]],
    [
      [teams, { ...teams, product: "Yammer" }],
      [2, use(m365), missing],
    ],
    [
      [teams, sales],
      [2, undefined, missing],
    ],
    [
      [sales, teams, teams],
      [3, undefined, missing],
    ],
    [[wrong], [1, use(business), not("Dynamics 365 Finance")]],
    [
      [wrong, other],
      [2, use(business), undefined],
    ],
    [
      [wrong, other, teams, wrong],
      [3, use(business), undefined],
      [1, use(m365), missing],
    ],
    [
      [teams, wrong, other, sales, teams],
      [3, undefined, missing],
      [2, use(business), undefined],
    ],
    [
      [{ activity: "" }, { userRole: "" }],
      [1, "Choose “Partner role”", "Choose the partner role."],
      [1, "Choose “Your role”", "Your role isn’t selected yet."],
    ],
  ]) {
    const unique = changes.map((change, at) => ({
      customerDomain: `c${at}.com`,
      customerTenantId: TENANT.replace(/^./, at),
      ...change,
    }));
    const { rows } = await opened(fileOf(...unique), KNOWN);
    assert.deepEqual(
      rows.todos.map(({ rows: count, label, what }) => [count, label, what]),
      due,
    );
  }
});

test("a mend goes into all rows that want it, and into no other", async () => {
  const { rows } = await opened(
    fileOf(
      { solutionArea: "" },
      SALES,
      { solutionArea: "", product: "Dynamics 365 Sales" },
      { activity: "" },
    ),
  );
  const [first] = rows.todos;
  assert.deepEqual(rows.order({ todo: first.key }), [1, 3]);
  assert.equal(await rows.mendAll(first.key), 2);
  assert.deepEqual(
    [1, 2, 3, 4].map((row) => rows.text(row, "solutionArea")),
    ["microsoft-365", "business-applications", "business-applications", "microsoft-365"],
  );
  assert.equal(rows.todo(first.key), undefined);
  // What leaves a choice is done in none.
  const choose = rows.todos.find(({ action }) => action?.field === "activity");
  assert.equal(await rows.mendAll(choose.key), 0);
  rows.undo();
  assert.deepEqual([rows.canUndo, rows.todo(first.key).rows], [false, 2]);
});
