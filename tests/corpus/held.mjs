// Holds a program to the corpus that the package ships. The program is given one case a line, as JSON
// (`{ id, claim, evidence, options }`), and answers each with a line (`{ id, ruleset, verdict, checks, findings }`,
// where a check is its outcome and a finding has `code` and `severity`).
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dist, filesUnder } from "../../scripts/tools.mjs";

/** Every case of the built package. */
export async function corpusCases() {
  const folder = join(dist, "corpus");
  const files = (await filesUnder(folder)).filter((path) => path.includes("/"));
  return files.flatMap((path) => JSON.parse(readFileSync(join(folder, path), "utf8")).cases);
}

/** Runs the program; resolves to what it answers otherwise, a line for each case. */
export async function held(cases, command, ...args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((done, fail) => child.on("error", fail).on("close", done));
  child.stdin.on("error", () => {});
  for (const { id, claim, evidence, options } of cases)
    child.stdin.write(`${JSON.stringify({ id, claim, evidence, options })}\n`);
  child.stdin.end();
  const answers = [];
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line));
  const code = await ended;
  if (code !== 0) return [`the program ended with ${code}`];
  if (answers.length !== cases.length)
    return [`${answers.length} answers to ${cases.length} cases`];
  return cases.flatMap((one, at) => difference(one, answers[at]));
}

function difference({ id, expect }, answer) {
  if (answer.id !== id) return [`${id}: an answer to ${answer.id}`];
  const [is, wanted] = [answer, expect].map(said);
  return is === wanted ? [] : [`${id}: ${is}, expected ${wanted}`];
}

/** An answer as text, in an order of its own. */
function said({ ruleset, verdict, checks, findings }) {
  const found = findings.map(({ code, severity }) => `${severity} ${code}`).sort();
  const outcomes = Object.entries(checks).map(([id, outcome]) => `${id} ${outcome}`);
  return [ruleset, verdict, ...outcomes.sort(), ...found].join(", ");
}
