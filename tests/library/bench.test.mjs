// What the library is raced against says what it says: the hand-written rules of the bench, on the scenarios
// and on drawn claims of different customers. Without that, figures would compare unequal work.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkClaim, holdEvidence, init, rulesets } from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import {
  customers,
  evidenceAbout,
  generatedClaims,
  readableScenarios,
  TODAY,
} from "../bench/claims.mjs";

await init();
const { byHand } = await imported(inRoot("tests", "bench", "answer.mjs"));
const [edition] = rulesets({ locale: "en" });
const options = { ruleset: edition.id, locale: "en", today: TODAY };
const library = await import("cpor-preflight");

const told = (findings) =>
  findings.map(({ code, fields, what, next }) => `${code} ${fields} ${what} ${next}`).sort();

function same(evidence, claims) {
  const answer = byHand(evidence, edition, TODAY);
  const held = holdEvidence(evidence);
  for (const [title, claim] of claims)
    assert.deepEqual(told(answer(claim)), told(checkClaim(claim, held, options).findings), title);
}

test("on the scenarios", async () => {
  const scenarios = await readableScenarios(library);
  assert.ok(scenarios.length > 150, `${scenarios.length} scenarios`);
  for (const { title, claim, evidence } of scenarios) same(evidence, [[title, claim]]);
});

test("on drawn claims, of which those in order have no finding", () => {
  const all = customers(60);
  const evidence = evidenceAbout(library, all);
  for (const [name, claims] of Object.entries(generatedClaims(all))) {
    const named = claims.map((claim, at) => [`${name} ${at}`, claim]);
    same(evidence, named);
    same({}, named);
    const found = claims.filter(
      (claim) => checkClaim(claim, evidence, options).findings.length > 0,
    );
    if (name === "good") assert.equal(found.length, 0);
    // The evidence can say what a person has left out.
    else assert.ok(found.length > 0.9 * claims.length, `${name}: ${found.length}`);
  }
});
