// Answers the cases of the corpus, a line for each: `node tests/corpus/answer.mjs product`, or `oracle`.
import { createInterface } from "node:readline";
import { checkClaim, init } from "cpor-preflight";
import { ofProduct } from "../oracle/compare.mjs";
import { judge } from "../oracle/oracle.mjs";

await init();
const answers = {
  product: (...asked) => ofProduct(checkClaim(...asked)),
  oracle: judge,
};
const ask = answers[process.argv[2]];
for await (const line of createInterface({ input: process.stdin })) {
  const { id, claim, evidence, options } = JSON.parse(line);
  const { ruleset, verdict, checks, findings } = ask(claim, evidence, options);
  const outcomes = Object.entries(checks).map(([name, { outcome }]) => [name, outcome]);
  console.log(
    JSON.stringify({ id, ruleset, verdict, checks: Object.fromEntries(outcomes), findings }),
  );
}
