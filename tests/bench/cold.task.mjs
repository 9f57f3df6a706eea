// One process, one verdict; says how long it has lived, and what it has found. See cold.mjs.
const { from, claim, evidence, today, isLibrary } = JSON.parse(process.argv[2]);
let findings = [];
if (from) {
  const script = await import(from);
  if (isLibrary) {
    await script.init();
    ({ findings } = script.checkClaim(claim, evidence, {
      ruleset: "2020-06",
      today,
      locale: "en",
    }));
  } else findings = script.default({ claim, evidence, today });
}
const said = findings.map(({ what, next }) => `${what} ${next}`).sort();
const ms = performance.now();
process.stdout.write(JSON.stringify({ ms, said: said.join("\n") }));
