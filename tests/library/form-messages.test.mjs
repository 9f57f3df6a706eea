// Messages of Partner Center's claim form, which no page lists: what makes a text one, and which checks it is about.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init, readAnything } from "cpor-preflight";

const DOMAIN = ["tenant-domain"];
const CLAIMED = ["subscription-unclaimed", "competing-claim"];
const SUBSCRIPTION = [
  ...["subscription-id", "subscription-on-tenant", "subscription-dynamics"],
  ...["subscription-not-csp", "subscription-provisioned", "subscription-unclaimed"],
];
const PARTNER = ["partner-id-enrolled"];
/** A text, but no message. */
const NONE = undefined;

const MATCH = "tenant and domain do not match";
const padded = (length) => `Error: ${MATCH}`.padEnd(length, ".");

const CASES = [
  // How long a message may be.
  [padded(600), DOMAIN],
  [padded(601), NONE],
  // Whoever greets writes a mail.
  ...["Hi", "hello", "Hey,", "Dear", "Good morning:", "good afternoon", "Hallo", "Guten Tag,"].map(
    (greeting) => [`${greeting} the ${MATCH}`, NONE],
  ),
  ...["Sehr geehrte Damen,", "Moin!", " \n Hi", "GUTEN"].map((greeting) => [
    `${greeting} the ${MATCH}`,
    NONE,
  ]),
  [`Hint: the ${MATCH}`, DOMAIN],
  [`Good: the ${MATCH}`, DOMAIN],
  [`The ${MATCH}, says Hi`, DOMAIN],
  [`Moinsen, ${MATCH}`, DOMAIN],
  // A message refuses something, or says that somebody has it already.
  ["The tenant and the domain match", NONE],
  ...["error", "Failed", "unable", "invalid", "cannot", "no longer"].map((word) => [
    `Tenant, domain: match ${word}`,
    DOMAIN,
  ]),
  ...["Fehler", "ungültig", "nicht", "kein", "keinen"].map((word) => [
    `Tenant, domain: match ${word}.`,
    DOMAIN,
  ]),
  ...["is", "are", "was", "were", "do", "does", "did", "ca", "can", "could", "has", "have"].flatMap(
    (verb) =>
      ["n't", "n’t", "nt", " not"].map((not) => [`Tenant, domain: it ${verb}${not} match`, DOMAIN]),
  ),
  ...["shall not", "terror", "faileds", "is noted", "cannots", "this not", "nichts", "ein"].map(
    (word) => [`Tenant, domain: match ${word}`, NONE],
  ),
  ["Tenant, domain: match already", DOMAIN],
  ["Tenant, domain: passt bereits", DOMAIN],
  // Tenant and domain.
  ...["Tenant", "directory", "Mandant", "Mandanten-ID", "Verzeichnis", "Verzeichnisses"].flatMap(
    (tenant) =>
      ["domain", "Domains", "Domäne", "Primärdomäne"].map((domain) => [
        `${tenant}, ${domain}: not found, Fehler: match`,
        DOMAIN,
      ]),
  ),
  ["Fehler: Mandant und Domäne stimmen überein", DOMAIN],
  ["Fehler: Mandant und Domäne passen", DOMAIN],
  ["Fehler: Mandant und Domäne", NONE],
  ["Fehler: match of tenants and domains", NONE],
  ["Fehler: match of tenant", NONE],
  ["Fehler: match of domain", NONE],
  // Claimed by somebody else, whatever it is.
  ["It was already claimed", CLAIMED],
  ["It has already been claimed", CLAIMED],
  ["It is already associated", CLAIMED],
  ["It has already been associated", CLAIMED],
  ["Es wurde bereits beansprucht", CLAIMED],
  ["Es ist bereits zugeordnet", CLAIMED],
  ["It is already being claimed", NONE],
  ["It is already there", NONE],
  ["Subscription already claimed", CLAIMED],
  // The subscription.
  ...["error", "valid", "found", "find", "fund", "eligible", "provisioned", "claim"].map((word) => [
    `This subscription can't ${word}`,
    SUBSCRIPTION,
  ]),
  ...["Fehler", "gültig", "gefunden", "berechtigt", "bereit", "beansprucht", "verfügbar"].map(
    (word) => [`Das Abonnement ist nicht ${word}`, SUBSCRIPTION],
  ),
  ["Subscription does not exist", SUBSCRIPTION],
  ["Subscription is not available", SUBSCRIPTION],
  ["Subscription is not renewed", NONE],
  ["It is not eligible", NONE],
  // The Partner ID.
  ...["MPN ID", "mpn-id", "MPNID", "Partner ID", "partnerid", "Partner-ID"].flatMap((id) =>
    ["enrolled", "in the program", "eligible", "registriert", "berechtigt"].map((word) => [
      `${id} not ${word}: nicht`,
      PARTNER,
    ]),
  ),
  ["Fehler: MPN number not enrolled", NONE],
  ["Fehler: XMPN ID not enrolled", NONE],
  ["Fehler: MPN IDs not enrolled", NONE],
  ["Fehler: MPN  ID not enrolled", NONE],
  ["Fehler: MPN ID not known", NONE],
];

before(() => init({ locales: ["en"] }));

for (const [checks, what] of [
  [DOMAIN, "tenant and domain"],
  [CLAIMED, "what is claimed already"],
  [SUBSCRIPTION, "the subscription"],
  [PARTNER, "the Partner ID"],
  [NONE, "nothing"],
])
  test(`a message is about ${what} by what it says`, async () => {
    for (const [text] of CASES.filter(([, due]) => due === checks)) {
      const { parts } = await readAnything(text);
      const due = checks ? ["partner-center-error", checks] : ["text", undefined];
      assert.deepEqual([parts[0].kind, parts[0].checks], due, text);
    }
  });

test("what a message names is found in it", async () => {
  const id = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
  const { fields } = await readAnything(`Subscription ${id} was not found`);
  assert.equal(fields.subscriptionId.value, id);
});

test("an answer in JSON is no message, whatever stands in it", async () => {
  for (const text of [`{"error": "${MATCH}"}`, ` [${JSON.stringify(MATCH)}]`, `[ not: ${MATCH}`])
    assert.notEqual((await readAnything(text)).parts[0].kind, "partner-center-error", text);
});
