// The letter to the customer's administrator and what is read of the reply, by hand.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { checkClaim, customerLetter, init, readReply } from "cpor-preflight";

const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const OTHER = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
/** 1 tenant ID, 2 subscription ID, 3 channel, 4 set up, 5 another partner, 6 active. */
const OPEN = { customerDomain: "contoso.com", solutionArea: "business-applications" };
const OPTIONS = { ruleset: "2020-06", today: "2026-11-22" };

let report;
let letter;
let brief;
before(async () => {
  await init({ locales: ["en", "de"] });
  report = checkClaim(OPEN, {}, OPTIONS);
  letter = customerLetter(report, OPEN, {}).text;
  brief = customerLetter(report, OPEN, {}, { customerLocale: "de" }).text;
});

test("the letter asks for what is open and the customer can answer, each once", () => {
  assert.deepEqual(customerLetter(report, OPEN, {}).asks, [
    "tenant-id",
    "tenant-domain",
    "subscription-id",
    "subscription-on-tenant",
    "subscription-dynamics",
    "subscription-not-csp",
    "subscription-provisioned",
    "subscription-unclaimed",
    "competing-claim",
    "subscription-status",
  ]);
  const lines = letter.split("\n").filter((line) => /^\d\./.test(line));
  assert.deepEqual(lines, [
    "1. What is your tenant ID (directory ID)?",
    "2. Which of your subscriptions contains the product we work on, and what is its ID?",
    "3. How was it bought: through Volume Licensing, directly from Microsoft online, or from a Cloud Solution Provider (CSP)?",
    "4. Are the subscription’s products set up, with licenses assigned? (yes or no)",
    "5. Is another Microsoft partner associated with the product we work on? (yes or no)",
    "6. Is the subscription active? (yes or no)",
  ]);
});

test("nothing of the partner’s own is in the letter", () => {
  const claim = { ...OPEN, partnerId: "5357564", userRole: "billing-admin", ownTenantId: OTHER };
  const { text } = customerLetter(checkClaim(claim, {}, OPTIONS), claim, {});
  assert.doesNotMatch(text, /5357564|billing-admin|7d20f7b1|CPOR|incentive/i);
});

test("a claim with nothing to ask the customer has no letter", () => {
  const claim = { solutionArea: "microsoft-365", activity: "usage", product: "Teams" };
  const known = {
    ...claim,
    customerTenantId: CONTOSO,
    userRole: "incentives-admin",
    partnerId: "5357564",
    competingPartner: "no",
    proofOfExecution: "ready",
  };
  const done = checkClaim(known, {}, { ruleset: "2023-10", today: "2026-11-22" });
  assert.equal(customerLetter(done, known, {}), null);
  assert.deepEqual(readReply("1. yes", done), { answers: [], fields: [] });
});

test("what is typed as a product stays a part of its sentence, and what is none stays out", () => {
  const claim = (product) => ({ ...OPEN, product });
  const letterFor = (product) => {
    const checked = checkClaim(claim(product), {}, OPTIONS);
    return customerLetter(checked, claim(product), {})?.text;
  };
  assert.match(
    letterFor("Dynamics 365\n\n7. Sales"),
    /contains (the product we work on|Dynamics 365 7\. Sales), /,
  );
  assert.doesNotMatch(letterFor("MPN 5357564"), /5357564/);
});

test("the letter names what it asks about", () => {
  const claim = { ...OPEN, customerTenantId: CONTOSO, subscriptionId: SALES, product: "Sales" };
  const { text } = customerLetter(checkClaim(claim, {}, OPTIONS), claim, {});
  assert.match(text, /1\. Is the domain contoso\.com verified in the tenant 3f1c7a52/);
  assert.match(text, /2\. Is 0b6f4c1e-\S+ the ID of one of your subscriptions\?/);
});

/** A reply as numbers with answers, and fields; `~` is for what is likely. */
function read(text) {
  const { answers, fields } = readReply(text, report);
  const numbers = [
    ...["tenant-id", "subscription-id", "channel", "set-up", "other-partner", "status"],
  ];
  const mark = ({ confidence }) => (confidence === "certain" ? "" : "~");
  return [
    ...answers
      .filter(({ answer }) => answer)
      .map((one) => `${numbers.indexOf(one.question) + 1} ${mark(one)}${one.answer}`),
    ...fields.map((one) => {
      assert.ok(one.start < one.end && one.end <= text.length);
      return `${mark(one)}${one.field} ${one.value}`;
    }),
  ];
}

const TENANT = `customerTenantId ${CONTOSO}`;
const ID = `subscriptionId ${SALES}`;
const VOLUME = "purchaseChannel volume-licensing";
const FREE = "competingPartner no";

const quoted = (text) => text.replace(/^/gm, "> ");
/** As email programs break lines. */
const wrapped = (text) => text.replace(/(.{50,70}) /g, "$1\n");

const REPLIES = [
  [
    "all by number",
    `1. ${CONTOSO}\n2. ${SALES}\n3. Volume Licensing\n4. yes\n5. no\n6. yes\n`,
    ["4 yes", "5 no", "6 yes", TENANT, ID, VOLUME, FREE],
  ],
  [
    "in another order, with other marks",
    `6) yes\n5: No.\n(4) Yes!\n#1 - ${CONTOSO}\n2 = ${SALES}`,
    ["4 yes", "5 no", "6 yes", FREE, TENANT, ID],
  ],
  [
    "with words before the numbers",
    `Hi Sam,\n\nsee below.\n\nRe 1: ${CONTOSO}\nQuestion 4: yes\nre question 5: nope\n\nKind regards,\nAnna Smith\nContoso Ltd, phone 555 0100 23`,
    ["4 yes", "5 no", TENANT, FREE],
  ],
  [
    "in German",
    `Hallo zusammen,\n\nzu 1: ${CONTOSO}\nzu Frage 3: Volumenlizenz\nzu 4. Ja.\nFrage 5 - nein\n6) ja, stimmt\n\nMit freundlichen Grüßen\nAnna`,
    ["4 yes", "5 no", "6 yes", TENANT, VOLUME, FREE],
  ],
  ["on one line", "1. n/a, 4. yes, 5. no, 6. yes", ["4 yes", "5 no", "6 yes", FREE]],
  ["yes and no without a sign", "4 yes\n5 no\n6 yes", ["4 yes", "5 no", "6 yes", FREE]],
  [
    "below quoted questions",
    () =>
      quoted(letter)
        .replace(/(> 4\..*\n)(> .*\n)/, "$1$2Yes.\n")
        .replace(/(> 5\..*\n)(> .*\n)/, "$1$2No\n"),
    ["4 yes", "5 no", FREE],
  ],
  [
    "below quoted questions that were broken",
    () => quoted(wrapped(letter)).replace(/(> {4}Licenses|> .*Licenses)\n/, "$1\nyes\n"),
    ["4 yes"],
  ],
  [
    "above the quoted letter",
    () =>
      `1. ${CONTOSO}\n4. yes\n\nBest,\nAnna\n\nOn Mon, Nov 23, 2026 at 9:00 AM Sam <sam@partner.example> wrote:\n${quoted(letter)}\n> Sam Partner, partner.example, MPN 6363276`,
    ["4 yes", TENANT],
  ],
  [
    "above the letter as Outlook quotes it",
    () =>
      `zu 1: ${CONTOSO}\n\nViele Grüße\nAnna\n\nVon: Sam <sam@partner.example>\nGesendet: Montag, 23. November 2026\nAn: Anna\nBetreff: Fragen\n\n${brief}\n\nSam, MPN-ID 6363276, Mandant ${OTHER}`,
    [TENANT],
  ],
  [
    "inside the letter, without marks",
    () => letter.replace(/(4\..*\n.*\n)/, "$1Yes\n").replace(/(6\..*\n.*\n)/, "$1   no\n"),
    ["4 yes", "6 no"],
  ],
  [
    "behind the question on its line",
    "4. Are the subscription’s products set up, with licenses assigned? (yes or no) Yes\n6. Is the subscription active? (yes or no): no",
    ["4 yes", "6 no"],
  ],
  ["a guess is no answer", "4. I think so, yes\n5. not sure\n6. probably yes", []],
  ["a guess in German is no answer", "4. ich glaube ja\n5. keine Ahnung\n6. vermutlich", []],
  ["what it takes back", "6. Yes, but not any more after the renewal failed.", []],
  ["two answers in one", "6. yes and no", []],
  ["not yet", "4. Not yet, planned for December", ["4 ~no"]],
  ["noch nicht", "4. Noch nicht", ["4 no"]],
  ["two tenants", `1. ${CONTOSO} or ${OTHER}`, [`~${TENANT}`, `~customerTenantId ${OTHER}`]],
  ["a tenant that it is not", `1. not ${OTHER}`, [`~customerTenantId ${OTHER}`]],
  [
    "values without numbers",
    `Our tenant ID is ${CONTOSO}, subscription ID ${SALES}.`,
    [`~${TENANT}`, ID],
  ],
  [
    "a number of a phone is no answer",
    "4. yes\n\nRegards\nAnna\n+49 2 555 0100\n6 Main Street",
    ["4 yes"],
  ],
  ["numbers that were not asked", "7. yes\n12. no\n2026. yes", []],
  [
    "several lines",
    `2. It is this one:\n   ${SALES}\n   (Dynamics 365 Sales)`,
    [ID, "~product Dynamics 365 Sales"],
  ],
  ["a channel in words", "3. We bought it via CSP.\n4. yes", ["4 yes"]],
  ["CSP alone", "3. CSP", ["purchaseChannel csp"]],
  ["no as a part of a phrase", "4. no problem\n5. No access\n6. kein Problem, läuft", []],
  ["an exception", "5. no other partner but Adatum", []],
  ["who it is", "5. no: Adatum", ["5 ~no", "~competingPartner no"]],
  ["what has ended", "6. yes, expired", ["6 ~yes"]],
  ["no more words than that", "5. no other partner\n6. Ja, natürlich.", ["5 no", "6 yes", FREE]],
  ["numbers in a signature", "1. n/a\n4. yes\n-- \nJohn\nFloor\n2. No\n6. no", ["4 yes"]],
  ["numbers below a closing", "4. yes\n\nBest regards\nJohn\n5. No", ["4 yes"]],
  ["a question back", `1. Is it ${CONTOSO}?`, [`~${TENANT}`]],
  [
    "below quoted questions, after a blank line",
    () =>
      `${quoted(brief).replace(/(> 6\..*\n)(> .*\n)/, "$1$2\nJa, natürlich.\n\n")}\n\nSam, MPN-ID 6363276`,
    ["6 yes"],
  ],
  ["a range of numbers", "1-5: ja, 6: nein", ["4 yes", "5 yes", "6 no", "competingPartner yes"]],
  ["a range in words", "Fragen 4 bis 5: nein\nquestion 6: yes", ["4 no", "5 no", "6 yes", FREE]],
  ["several numbers", "1, 2 und 4: ja\n5/6 no", ["4 yes", "5 no", "6 no", FREE]],
  [
    "numbers with and",
    `4 and 6: yes\n5: no\n1: ${CONTOSO}`,
    ["4 yes", "5 no", "6 yes", FREE, TENANT],
  ],
  ["numbers in another order", "4,6: yes; 5: no", ["4 yes", "5 no", "6 yes", FREE]],
  ["a range that goes on below", "4-6: yes\n   but 5 isn’t clear", []],
  ["no range", "4 - 6 users have one: yes", []],
  [
    "one value for two questions",
    `1 and 2: ${CONTOSO}`,
    [`~${TENANT}`, `~subscriptionId ${CONTOSO}`],
  ],
  ["all but one", "All yes except 5", ["4 ~yes", "5 ~no", "6 ~yes", "~competingPartner no"]],
  [
    "alle bis auf eine",
    "Alles ja, außer 5.",
    ["4 ~yes", "5 ~no", "6 ~yes", "~competingPartner no"],
  ],
  ["all but one, which is answered", "Yes to all, but 5: no", ["4 ~yes", "5 no", "6 ~yes", FREE]],
  ["all, and one by its number", "All yes.\n5. no\n", ["4 ~yes", "5 no", "6 ~yes", FREE]],
  ["all twice", "All yes except 6\nAll no", ["4 ~yes", "5 ~yes", "6 ~no", "~competingPartner yes"]],
  ["all but what has no number", "All yes except for the channel", []],
  ["all is well", "All good, thanks", []],
  ["all of a question", "4. yes, all of them\n5. no", ["4 ~yes", "5 no", FREE]],
  [
    "behind a word for answer",
    "4. Answer: Yes\n5: Antwort: nein\n3) Answer: CSP",
    ["4 yes", "5 no", FREE, "purchaseChannel csp"],
  ],
  [
    "below quoted questions, behind a word for answer",
    () => quoted(letter).replace(/(> 6\..*\n)(> .*\n)/, "$1$2Answer: Yes\n"),
    ["6 yes"],
  ],
  ["quoted lines of signs alone", `> ---\n|---|---|\n> 4. yes\n4. yes\n> ...`, ["4 yes"]],
  ["nothing", "Thanks, I will answer next week.", []],
];

for (const [name, text, expected] of REPLIES) {
  test(`a reply: ${name}`, () => {
    assert.deepEqual(read(typeof text === "function" ? text() : text), expected);
  });
}

test("a letter that comes back as it was answers nothing", () => {
  for (const text of [letter, brief, quoted(letter), wrapped(brief), quoted(wrapped(letter))])
    assert.deepEqual(read(text), []);
});
