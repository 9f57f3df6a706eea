// How products are found by what somebody types: each rank by itself, by a table made by hand.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { Products } = await imported(inRoot("www", "form", "products.ts"));

const id = (digit) => `${digit}aaaaaaa-0000-4000-8000-000000000000`;
const LIKELY = "dynamics";
const products = new Products(
  [
    "id,part number,name,family,trial",
    `${id(1)},SALES_PRO,Sales Professional Edition,${LIKELY},false`,
    `${id(2)},SALES_TRIAL,Sales Professional,${LIKELY},true`,
    `${id(3)},SALES_OTHER,Sales Pro,,false`,
    `${id(4)},SALES,Sales,${LIKELY},false`,
    `${id(5)},X_SALES_Y,"Marketing, ""big""",${LIKELY},false`,
    `${id(6)},X_SALES_Z,Campaigns,,false`,
    `${id(7)},PLAIN,Professional for Sales (C++),${LIKELY},`,
    `${id(8)},TEAMS_X,Teams for frontline,,false`,
    "",
  ].join("\n"),
);
const found = (text) => products.find(text).map(({ name }) => name);

test("the name itself comes first, then names that have each word, likely ones and those with the text as it is first", () => {
  assert.deepEqual(found("sales"), [
    "Sales",
    "Sales Professional Edition",
    "Professional for Sales (C++)",
    'Marketing, "big"',
    "Sales Pro",
    "Sales Professional",
    "Campaigns",
  ]);
  assert.deepEqual(found(" Sales  pro"), [
    "Sales Professional Edition",
    "Professional for Sales (C++)",
    "Sales Pro",
    "Sales Professional",
  ]);
});

test("a part number or an ID is found as it is, in part, or by its beginning", () => {
  assert.deepEqual(found("sales_pro"), ["Sales Professional Edition"]);
  assert.deepEqual(found(id(5)), ['Marketing, "big"']);
  assert.deepEqual(found(id(5).slice(0, 8)), ['Marketing, "big"']);
  assert.deepEqual(found(id(5).slice(0, 7)), []);
  assert.deepEqual(found("0000-4000"), []);
  assert.deepEqual(found("ain"), ["Professional for Sales (C++)"]);
  assert.deepEqual(found("ai"), [], "two signs are too few for a part");
});

test("what is typed is no pattern, and a word is found at its beginning alone", () => {
  assert.deepEqual(found("(c++)"), []);
  assert.deepEqual(found("c++"), ["Professional for Sales (C++)"]);
  assert.deepEqual(found("."), []);
  assert.deepEqual(found("rofessional"), []);
  assert.deepEqual(found("marketing,big"), ['Marketing, "big"']);
});

test("no more are found than can be looked over, workloads first", () => {
  const many = new Products(
    ["id,part number,name,family,trial"]
      .concat(Array.from({ length: 20 }, (_, at) => `${at},P${at},Teams number ${at + 10},x,false`))
      .join("\n"),
  );
  const names = many.find("teams").map(({ name }) => name);
  assert.deepEqual(names.slice(0, 4), ["Teams", "Teams Phone", "Teams Meetings", "Teams Platform"]);
  assert.equal(names.length, 8);
  assert.deepEqual(found("teams").slice(-2), ["Teams Platform", "Teams for frontline"]);
});

test("a product is known by its part number or ID alone, whatever surrounds it", () => {
  assert.equal(products.named(" sales_pro ").name, "Sales Professional Edition");
  assert.equal(products.named(id(6).toUpperCase()).name, "Campaigns");
  assert.equal(products.named("Sales Professional Edition"), undefined);
  assert.equal(products.named(""), undefined);
});
