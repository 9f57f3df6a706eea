// Every statement of the sources has its place in the product, or a reason why it has none, and every
// code has a statement that it rests on.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import * as library from "cpor-preflight";

const HERE = new URL("./", import.meta.url);
const TEXTS = new URL("../../www/text/", import.meta.url);

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";

const ledgers = readdirSync(HERE)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, HERE), "utf8")) }));
const statements = ledgers.flatMap(({ name, ruleset, statements: list }) =>
  list.map((one) => ({ ...one, ruleset, where: `${name}, ${one.section}: ${one.says}` })),
);

const texts = {};
before(async () => {
  await library.init();
  for (const language of library.LOCALES) {
    const files = readdirSync(new URL(`${language}/`, TEXTS)).filter((name) =>
      name.endsWith(".js"),
    );
    const parts = files.map((name) => import(new URL(`${language}/${name}`, TEXTS)));
    texts[language] = (await Promise.all(parts)).map((part) => part.default);
  }
});

test("each statement is mapped, or says why it is not", () => {
  for (const { where, maps = [], notCheckable = "" } of statements)
    assert.ok(maps.length > 0 !== notCheckable.length > 0, `${where}: one of maps, notCheckable`);
});

test("the product says of each statement that it does not check", () => {
  const { lists, labels } = library.describe({});
  assert.deepEqual(Object.keys(labels.notChecked), lists.NotChecked);
  const carried = statements.filter((one) => one.notCheckable);
  for (const { where, notChecked } of carried)
    assert.ok(lists.NotChecked.includes(notChecked), `${where}: ${notChecked}`);
  const links = statements.flatMap(({ notChecked = [], maps = [] }) => [
    ...[notChecked].flat(),
    ...maps.map((map) => map.replace("text:notChecked.", "")),
  ]);
  assert.deepEqual(
    lists.NotChecked.filter((name) => !links.includes(name)),
    [],
    "no statement is behind it",
  );
});

test("each numbered place of a source is in a statement", () => {
  for (const { name, covers, statements: list } of ledgers.filter((one) => one.covers)) {
    const [first, last] = covers;
    const places = list.flatMap(({ at }) => at);
    for (let place = first; place <= last; place += 1)
      assert.ok(places.includes(place), `${name}: ${place} is in no statement`);
  }
});

test("what statements map to exists", () => {
  const wrong = [];
  for (const { where, maps = [], ruleset } of statements)
    for (const map of maps) {
      const at = map.indexOf(":");
      const exists = EXISTS[map.slice(0, at)];
      assert.ok(exists, `${where}: ${map} is of no known sort`);
      if (!exists(map.slice(at + 1), library.describe({ ruleset })))
        wrong.push(`${map} (${where})`);
    }
  assert.deepEqual(wrong, []);
});

test("each code rests on a statement", () => {
  const mapped = new Set(statements.flatMap(({ maps = [] }) => maps));
  const codes = library.describe({}).codes.map(({ code }) => `code:${code}`);
  assert.deepEqual(
    codes.filter((code) => !mapped.has(code)),
    [],
  );
});

test("no statement is longer than a line or two", () => {
  for (const { where, says } of statements) assert.ok(says.length <= 120, where);
});

const has = (list, name) =>
  (list ?? []).some((one) => (one.id ?? one.code ?? one.name ?? one) === name);

const EXISTS = {
  check: (id, { checks }) => has(checks, id),
  code: (code, { codes }) => has(codes, code),
  field: (name, { fields }) => has(fields, name),
  text: (path) => Object.values(texts).every((parts) => parts.some((part) => isText(part, path))),
  days: (pair, { ruleset }) => {
    const [name, count] = pair.split("=");
    return ruleset.days[name] === Number(count);
  },
  status: (id, { ruleset }) => has(ruleset.statuses, id),
  role: (role, { ruleset }) => has(ruleset.roles, role),
  required: (field, { ruleset }) => has(ruleset.required, field),
  reason: (code, { ruleset }) => has(ruleset.subscriptionError, code),
  contradiction: (pair, { ruleset }) => {
    const [topic, value] = pair.split("/");
    const of = ruleset.contradictions.find((one) => one.topic === topic);
    return has(
      (of?.values ?? []).map((one) => one.value),
      value,
    );
  },
  later: (fact, { ruleset }) => ruleset.laterFacts.some((later) => later.fact === fact),
  link: (name, { ruleset }) => Object.hasOwn(ruleset.links, name),
  list: (pair, { lists }) => {
    const [name, value] = pair.split("/");
    return has(lists[name], value);
  },
  // What counts in place of a claim, of a product for what a partner did, with the day of its page.
  program: (text, { ruleset }) => {
    const [about, counts] = text.split("=");
    const [productName, contribution, channel] = about.split("/");
    const subscription = { id: SUBSCRIPTION, tenantId: TENANT, status: "active", productName };
    const evidence = { subscriptions: [{ ...subscription, channel: channel || "web-direct" }] };
    const context = { contributions: [contribution] };
    const { excluded } = library.planClaims(evidence, context, { ruleset: ruleset.id });
    const [{ programs = [], source }] = excluded;
    return `${programs.join(",")} ${source?.date}` === counts;
  },
  proof: (id) =>
    ["presales", "usage", "revenue-association"].some((activity) =>
      has(library.proofChecklist?.({ activity }), id),
    ),
};

/** Is there a text, or a choice of texts, at a path? Names may have dots in them. */
function isText(part, path) {
  if (part === undefined || part === null) return false;
  if (path === "") return true;
  if (typeof part !== "object") return false;
  return Object.keys(part).some(
    (name) =>
      path === name ||
      (path.startsWith(`${name}.`) && isText(part[name], path.slice(name.length + 1))),
  );
}
