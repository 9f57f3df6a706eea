// Who is told of which change of a form, and after which the claim is checked again.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { Told } = await imported(inRoot("www", "form", "told.ts"));

test("texts and what was put in are checked again; what is around them is not, and only some of it counts as a change", () => {
  const told = new Told();
  const touched = (...slices) => {
    const { version } = told;
    return [told.touch(slices), told.version - version];
  };
  const cases = [
    [
      ["claim", "claim.product"],
      [true, 1],
    ],
    [["items"], [true, 1]],
    [["report"], [true, 1]],
    [["view"], [false, 1]],
    [["around"], [false, 0]],
    [["reading"], [false, 0]],
    [
      ["around", "reading"],
      [false, 0],
    ],
    [
      ["view", "around"],
      [false, 1],
    ],
    [
      ["reading", "items"],
      [true, 1],
    ],
  ];
  for (const [slices, expected] of cases) assert.deepEqual(touched(...slices), expected, slices);
});

test("each is told once of all that changed at a time, if one of its slices did, until it ends that", async () => {
  const told = new Told();
  const heard = [];
  const hears = (name, ...slices) =>
    told.on(slices, (changed) => heard.push([name, ...[...changed].sort()].join(" ")));
  const off = hears("text", "claim.product", "view");
  hears("report", "report");
  hears("reading", "reading");
  assert.equal(await told.settled, undefined, "nothing changed yet");
  told.touch(["claim", "claim.product"]);
  told.touch(["around"]);
  assert.deepEqual(heard, [], "not at once");
  await told.settled;
  const all = "around claim claim.product report";
  assert.deepEqual(heard.splice(0), [`text ${all}`, `report ${all}`]);
  told.touch(["reading"]);
  await told.settled;
  assert.deepEqual(heard.splice(0), ["reading reading"]);
  off();
  told.touch(["view"]);
  await told.settled;
  assert.deepEqual(heard, []);
});

test("what a listener changes is told of in the next turn", async () => {
  const told = new Told();
  const heard = [];
  told.on(["view"], () => {
    heard.push("view");
    told.touch(["around"]);
  });
  told.on(["around"], (changed) => heard.push([...changed].join()));
  told.touch(["view"]);
  await told.settled;
  await told.settled;
  assert.deepEqual(heard, ["view", "around"]);
});
