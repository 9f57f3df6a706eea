// What a host says in its own words, in every function, under every rule set, and together with the rest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";

/** The library anew: what one test says, no other hears. */
const fresh = () => import(`${inRoot("dist", "inline.js")}?${Math.random()}`);

test("what the host says counts; what it leaves out stays", async () => {
  const { init, checkClaim, describe } = await fresh();
  await init({
    messages: {
      en: {
        findings: { "domain-missing": { next: "Take it from the order form." } },
        fields: { customerDomain: { label: "Domain of the order" } },
      },
    },
  });
  for (const ruleset of ["2020-06", "2023-10"]) {
    const { findings } = checkClaim({}, {}, { ruleset });
    const domain = findings.find(({ code }) => code === "domain-missing");
    assert.equal(domain.next, "Take it from the order form.");
    assert.notEqual(domain.what, "");
    assert.ok(findings.every(({ what, why, next }) => what && why && next));
    const { fields } = describe({ ruleset });
    assert.equal(fields.find(({ name }) => name === "customerDomain").label, "Domain of the order");
  }
  const inGerman = checkClaim({}, {}, { locale: "de" }).findings;
  assert.ok(!inGerman.some(({ next }) => next.includes("order form")));
});

test("also where the language comes later, and once more", async () => {
  const { init, checkClaim } = await fresh();
  const next = (text) => ({ messages: { de: { findings: { "domain-missing": { next: text } } } } });
  await init({ parts: ["check"], locales: [], ...next("Aus dem Auftrag.") });
  await init({ locales: ["de"] });
  const said = () =>
    checkClaim({}, {}, { locale: "de" }).findings.find(({ code }) => code === "domain-missing")
      .next;
  assert.equal(said(), "Aus dem Auftrag.");
  await init(next("Aus dem Angebot."));
  assert.equal(said(), "Aus dem Angebot.");
});
