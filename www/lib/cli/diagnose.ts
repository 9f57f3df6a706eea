// cpor-preflight diagnose: why Partner Center shows the subscription error. Exits with 0 where no cause is
// confirmed, 1 where one is, 2 where something could not be read.

import { type DiagnosisAnswers, describe, diagnoseSubscription } from "cpor-preflight";
import {
  COMMON,
  COMMON_HELP,
  claimIn,
  EXIT,
  evidenceIn,
  parsed,
  print,
  printJson,
  start,
} from "./command.js";

const USAGE = `cpor-preflight diagnose [claim.json] [options]

Says which of Microsoft's reasons for the subscription error it can be, what to ask next, and what to ask the customer.

  --evidence <file>      an export (may be given again)
  --answer <id=value>    an answer to a question (may be given again)
${COMMON_HELP}
  --json                 the whole diagnosis
  --help

Ends with 0 where no cause is confirmed, 1 where one is, 2 where something could not be read.
Nothing leaves this computer.
`;

export async function diagnose(args: string[]): Promise<number> {
  const options = {
    ...COMMON,
    answer: { type: "string", multiple: true, default: [] as string[] },
  } as const;
  const read = parsed(args, USAGE, options);
  if (!read) return EXIT.ready;
  const { values, positionals } = read;
  const [path, ...more] = positionals;
  if (more.length) throw new Error(`expected one claim\n\n${USAGE}`);
  await start(values.ruleset);
  const claim = path === undefined ? {} : claimIn(path);
  const { ruleset, locale, today } = values;
  const evidence = await evidenceIn(values.evidence, values);
  const answers = answersOf(values.answer);
  const answer = diagnoseSubscription(claim, evidence, { ruleset, locale, today, answers });
  const { conclusion, causes, nextQuestion, customerMessage } = answer;
  const { causeStatuses } = describe({ locale }).labels;
  const lines = [
    conclusion.text,
    "",
    ...causes.map(({ status, title, text }) => `${causeStatuses[status]}: ${title}. ${text}`),
  ];
  if (nextQuestion) {
    lines.push("", nextQuestion.text);
    for (const { value, label } of nextQuestion.options)
      lines.push(`  --answer ${nextQuestion.id}=${value}  ${label}`);
  }
  if (customerMessage) lines.push("", customerMessage.text);
  if (values.json) printJson(answer);
  else print(`${lines.join("\n")}\n`);
  return causes.some(({ status }) => status === "confirmed") ? EXIT.fix : EXIT.ready;
}

/** A question or an answer that is none is an error. */
function answersOf(given: readonly string[]): DiagnosisAnswers {
  const { diagnosis } = describe().questions;
  const answers = given.map((text) => {
    const [id = "", value = ""] = text.split("=", 2);
    const question = diagnosis.find((one) => one.id === id);
    if (!question)
      throw new Error(`--answer is for one of ${diagnosis.map((one) => one.id).join(", ")}`);
    const values = question.options.map((option) => option.value);
    if (!values.includes(value)) throw new Error(`--answer ${id}= is one of ${values.join(", ")}`);
    return [id, value];
  });
  return Object.fromEntries(answers);
}
