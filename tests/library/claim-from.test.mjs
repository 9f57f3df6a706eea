// The claim in what was posted, read on a server: under which names, in which of several values, and as the host maps it.
// In forms: tests/browser/attach.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { claimFrom } from "cpor-preflight/attach";

const posted = (text) => new URLSearchParams(text);
/** An element, as far as its name counts. */
const control = (name) => ({ name, matches: () => false });

/** What is given, how it is mapped, and the claim. */
const CASES = [
  [
    posted("partnerId=1&colour=red&activity=usage"),
    undefined,
    { partnerId: "1", activity: "usage" },
  ],
  [{ partnerId: "1", colour: "red" }, undefined, { partnerId: "1" }],
  [null, undefined, {}],
  [undefined, undefined, {}],
  [{}, {}, {}],
  // An older name counts where there is nothing under the newer one.
  [posted("mpnId=1"), undefined, { partnerId: "1" }],
  [posted("partnerId=&mpnId=1"), undefined, { partnerId: "1" }],
  [posted("partnerId=%20&mpnId=1"), undefined, { partnerId: "1" }],
  [posted("partnerId=1&mpnId=1"), undefined, { partnerId: "1" }],
  [posted("partnerId=1&mpnId=2"), undefined, { partnerId: ["1", "2"] }],
  // Of several values, the one that says something; where they differ, all of them.
  [posted("product=&product=Teams"), undefined, { product: "Teams" }],
  [posted("product=Teams&product="), undefined, { product: "Teams" }],
  [posted("product=a&product=b&product=a"), undefined, { product: ["a", "b"] }],
  [posted("product=&product="), undefined, { product: "" }],
  [posted("product=%20"), undefined, { product: " " }],
  [{ product: ["", "Teams"] }, undefined, { product: "Teams" }],
  [{ product: ["a", "b"] }, undefined, { product: ["a", "b"] }],
  [{ product: [] }, undefined, {}],
  [{ partnerId: 5357564 }, undefined, { partnerId: 5357564 }],
  [{ partnerId: 0 }, undefined, { partnerId: 0 }],
  [{ partnerId: false }, undefined, { partnerId: false }],
  [{ partnerId: undefined, mpnId: "1" }, undefined, { partnerId: "1" }],
  // What is no value of a control is none.
  [{ product: null, activity: {} }, undefined, {}],
  [{ product: ["Teams", {}, null] }, undefined, { product: "Teams" }],
  // Mapped by another name, by a control that has it, by what gives the value, by both, or not at all.
  [posted("no=1&partnerId=2"), { partnerId: "no" }, { partnerId: "1" }],
  [posted("partnerId=2"), { partnerId: "no" }, {}],
  [posted("no=1&partnerId=2"), { partnerId: control("no") }, { partnerId: "1" }],
  [posted("no=1&partnerId=2"), { partnerId: { control: "no" } }, { partnerId: "1" }],
  [posted("no=1&partnerId=2"), { partnerId: { control: control("no") } }, { partnerId: "1" }],
  [
    posted("no=1&partnerId=2"),
    { partnerId: { control: "no", value: (given) => `${given.get("no")}!` } },
    { partnerId: "1!" },
  ],
  [
    posted("a=1&b=2"),
    { partnerId: (given) => given.get("a") + given.get("b") },
    { partnerId: "12" },
  ],
  [posted("partnerId=2"), { partnerId: () => undefined }, {}],
  [posted("partnerId=2"), { partnerId: () => null }, {}],
  [posted("partnerId=2"), { partnerId: { value: () => "" } }, { partnerId: "" }],
  [posted("partnerId=2&product=x"), { partnerId: null }, { product: "x" }],
  [posted("partnerId=2"), { partnerId: undefined }, { partnerId: "2" }],
  [posted("partnerId=2"), { product: "no" }, { partnerId: "2" }],
];

for (const [source, fields, claim] of CASES) {
  const shown = source instanceof URLSearchParams ? `“${source}”` : JSON.stringify(source);
  test(`${shown}, mapped by ${JSON.stringify(fields) ?? "nothing"}, is ${JSON.stringify(claim)}`, () => {
    assert.deepEqual(claimFrom(source, fields), claim);
  });
}

test("of a form’s data, files are no values", () => {
  const data = new FormData();
  data.append("proofOfExecution", new Blob(["x"]), "proof.pdf");
  data.append("product", "Teams");
  assert.deepEqual(claimFrom(data), { product: "Teams" });
});

test("what the host’s own function throws is told, and the other fields are read", (t) => {
  const { mock } = t.mock.method(console, "error", () => {});
  const partnerId = () => {
    throw new RangeError("mine");
  };
  assert.deepEqual(claimFrom(posted("partnerId=1&product=x"), { partnerId }), { product: "x" });
  assert.equal(mock.calls[0].arguments[0].message, "mine");
  const told = [];
  globalThis.reportError = (error) => told.push(error.message);
  t.after(() => delete globalThis.reportError);
  assert.deepEqual(claimFrom(posted("partnerId=1&product=x"), { partnerId }), { product: "x" });
  assert.deepEqual([told, mock.callCount()], [["mine"], 1]);
});
