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

test("what is no text of ours is told, and does no harm", async (t) => {
  const { init, checkClaim, describe } = await fresh();
  const told = t.mock.method(console, "warn", () => {});
  await init({
    messages: {
      en: {
        findings: { "domain-missing": { next: 5, what: "Which domain?" }, "domain-mising": {} },
        findigs: {},
        fields: { partnerId: "Our ID" },
        options: { activity: { presale: "Advice", usage: "Help" } },
      },
      xx: {},
      de: null,
    },
  });
  const texts = told.mock.calls.map(({ arguments: [text] }) =>
    text.replace(/^cpor-preflight: /, ""),
  );
  assert.deepEqual(texts.sort(), [
    "messages has no language xx.",
    "messages.de has no texts.",
    "messages.en has no findigs: findings is meant.",
    "messages.en.fields.partnerId has no texts.",
    "messages.en.findings has no domain-mising: domain-missing is meant.",
    "messages.en.findings.domain-missing.next is no text.",
    "messages.en.options.activity has no presale: presales is meant.",
  ]);
  const { findings } = checkClaim({});
  const domain = findings.find(({ code }) => code === "domain-missing");
  assert.equal(domain.what, "Which domain?");
  assert.match(domain.next, /^[A-Z]/);
  const { fields } = describe();
  assert.equal(
    fields.find(({ name }) => name === "partnerId").label,
    "Partner ID (until 2023: MPN ID)",
  );
});

test("what was said before stays, where it is not said anew", async () => {
  const { init, checkClaim } = await fresh();
  const say = (code, next) => init({ messages: { en: { findings: { [code]: { next } } } } });
  await say("domain-missing", "One.");
  await say("role-missing", "Two.");
  const { findings } = checkClaim({});
  const nextOf = (name) => findings.find(({ code }) => code === name).next;
  assert.deepEqual([nextOf("domain-missing"), nextOf("role-missing")], ["One.", "Two."]);
});
