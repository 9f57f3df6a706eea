// Why a guide ranks what it ranks, in words: the sentences on which a rank rests name what they are about, and what is
// no obstacle says so in a word.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { adviseActivity, advisePartnerId, init } from "cpor-preflight";

before(() => init());

const because = (ranking, key) =>
  Object.fromEntries(ranking.map((one) => [one[key], one.because.map(({ text }) => text)]));

test("an activity that does not fit says by which answer, with the names that the area and channel have", () => {
  const answers = {
    ...{ solutionArea: "business-applications", purchaseChannel: "csp" },
    ...{ contribution: "drives-usage", seeksPayment: "yes" },
  };
  const { ranking, reconsider } = adviseActivity(answers, { ruleset: "2023-10", locale: "en" });
  assert.deepEqual(because(ranking, "activity"), {
    presales: [
      "The solution area isn’t an obstacle.",
      "The purchase channel “CSP” rules out Build intent - Advisor.",
      "Build intent - Advisor covers different work.",
      "Payment isn’t an obstacle.",
    ],
    usage: [
      "The solution area isn’t an obstacle.",
      "The purchase channel “CSP” rules out Usage recognition - Non-Incentivized.",
      "What you did isn’t an obstacle.",
      "Payment may be an obstacle.",
    ],
    "revenue-association": [
      "The solution area isn’t an obstacle.",
      "The purchase channel “CSP” rules out Influenced Revenue recognition - Non-Incentivized.",
      "Influenced Revenue recognition - Non-Incentivized covers different work.",
      "Influenced Revenue recognition - Non-Incentivized doesn’t pay incentives, and you want payment.",
    ],
  });
  assert.deepEqual(
    ranking.map((one) => one.because.map(({ fits }) => fits)),
    [
      ["yes", "no", "no", "yes"],
      ["yes", "no", "yes", "depends"],
      ["yes", "no", "no", "no"],
    ],
  );
  assert.deepEqual(reconsider, {
    question: "solutionArea",
    text: "Nothing clearly fits these answers. Check the solution area first. The other one offers more.",
  });
});

test("an activity that fits says what speaks for it, also where a question does not matter", () => {
  const answers = { solutionArea: "microsoft-365", contribution: "drives-usage" };
  const { ranking, reconsider } = adviseActivity(answers, { ruleset: "2023-10", locale: "en" });
  assert.equal(reconsider, null);
  assert.deepEqual(because(ranking.slice(0, 2), "activity"), {
    usage: [
      "Use or consume is available for Modern Work and Security.",
      "Here, Use or consume doesn’t depend on the purchase channel.",
      "Use or consume matches what you did.",
      "For Use or consume, it makes no difference whether you want payment.",
    ],
    presales: [
      "Build intent - Advisor isn’t available for Modern Work and Security.",
      "The purchase channel isn’t an obstacle.",
      "Build intent - Advisor covers different work.",
      "Payment isn’t an obstacle.",
    ],
  });
});

test("the words are those of the language and rule set", () => {
  const answers = {
    ...{ solutionArea: "business-applications", purchaseChannel: "web-direct" },
    ...{ contribution: "influenced-purchase", seeksPayment: "yes" },
  };
  const [first] = adviseActivity(answers, { ruleset: "2020-06", locale: "de" }).ranking;
  assert.deepEqual(
    first.because.map(({ text }) => text),
    [
      "Presales gibt es im Lösungsbereich Business Applications.",
      "Presales lässt sich für Käufe über Web-Direct beanspruchen.",
      "Presales passt zu Ihrer Arbeit.",
      "Presales passt zu Ihrer Antwort auf die Frage nach der Zahlung.",
    ],
  );
});

test("a Partner ID says what speaks for or against it, with its type and the program, and what to do with it", () => {
  const accounts = [
    {
      ...{ id: "5357564", kind: "location", enrolled: true },
      ...{ partnerType: "Distributor", programs: ["CSP"] },
    },
    { id: "4391507", kind: "global-account", enrolled: false },
  ];
  const context = {
    ...{ solutionArea: "business-applications", activity: "usage" },
    ...{ fastTrack: true, program: "OSU" },
  };
  const { ranking, next } = advisePartnerId(accounts, context, { locale: "en" });
  const { 4391507: ofGroup, 5357564: ofLocation } = because(ranking, "id");
  assert.deepEqual(ofGroup.slice(0, 2), [
    "The ID belongs to the global account, but incentives are tied to location IDs.",
    "The ID isn’t enrolled in an incentive program.",
  ]);
  assert.deepEqual(ofLocation, [
    "This is a location ID, and incentives are tied to location IDs.",
    "The ID is enrolled in an incentive program.",
    "The ID has the partner type Distributor, which doesn’t match this work.",
    "The ID isn’t enrolled in OSU.",
  ]);
  assert.deepEqual(
    ranking.map((one) => one.next),
    [
      "Choose a location ID instead.",
      "Choose this ID only for work that belongs under its partner type.",
    ],
  );
  assert.equal(
    next,
    "It’s not certain that any of these IDs fits. Ask your global admin which one to use.",
  );
});
