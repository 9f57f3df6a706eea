// One process, one verdict; says how long it has lived. See cold.mjs.
const { from, claim, evidence, today, isLibrary } = JSON.parse(process.argv[2]);
if (from) {
  const script = await import(from);
  if (isLibrary) {
    await script.init();
    const { findings } = script.checkClaim(claim, evidence, {
      ruleset: "2020-06",
      today,
      locale: "en",
    });
    if (findings.length === 0) throw new Error("the claim has a fault");
  } else script.default({ claim, evidence, today });
}
process.stdout.write(String(performance.now()));
