// Which contenders run under which policy of a page: each answers one claim in headless Chromium, and
// what the browser has to say of it is noted.
import { customers, evidenceAbout, generatedClaims, TODAY } from "./claims.mjs";
import { firstAnswers } from "./first.mjs";
import { chromium, library } from "./places.mjs";

const STRICT = "script-src 'self' 'wasm-unsafe-eval'";
const TRUSTED = "require-trusted-types-for 'script'; trusted-types cpor-preflight";
const POLICIES = {
  none: "",
  [STRICT]: STRICT,
  "the same, with Trusted Types": `${STRICT}; ${TRUSTED}`,
  "script-src 'self'": "script-src 'self'",
};

export async function measure() {
  const core = await import(library.node);
  await core.init();
  const all = customers(1);
  const evidence = evidenceAbout(core, all);
  const [claim] = generatedClaims(all)["1 fault"];
  const input = { claim, evidence, today: TODAY };
  const contenders = [
    { name: "cpor-preflight", path: library.chromium },
    ...(await firstAnswers()),
  ];
  const answers = contenders.map(({ name }) => [name]);
  for (const policy of Object.values(POLICIES)) {
    const place = await chromium({ headers: { "Content-Security-Policy": policy } });
    try {
      for (const [at, { path }] of contenders.entries()) {
        answers[at].push(await answerUnder(place, path, input));
      }
    } finally {
      await place.close();
    }
  }
  const names = Object.keys(POLICIES).map((name) => (name === "none" ? name : `\`${name}\``));
  const details = [
    `| contender | ${names.join(" | ")} |`,
    `|---|${names.map(() => "---|").join("")}`,
    ...answers.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
  const [, , strict] = answers[0];
  const problems = strict === "works" ? [] : [`the library under ${STRICT}: ${strict}`];
  return { details, rows: [], problems };
}

async function answerUnder(place, path, input) {
  const page = await place.open(new URL("blank.html", import.meta.url).pathname);
  try {
    return await page.evaluate(answerIn, [place.url(path), input]);
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function answerIn([from, { claim, evidence, today }]) {
  const violations = [];
  addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));
  let outcome = "works";
  try {
    const script = await import(from);
    if (script.init) {
      await script.init();
      script.checkClaim(claim, evidence, { today });
    } else script.default({ claim, evidence, today });
  } catch (error) {
    outcome = `throws ${error.code ?? error.name}`;
  }
  // They are told after the script.
  await new Promise((next) => setTimeout(next, 50));
  return violations.length > 0 ? `${outcome}, violation` : outcome;
}
