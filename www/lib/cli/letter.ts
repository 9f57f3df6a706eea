// cpor-preflight letter: what to ask the customer's administrator about a claim, and what their reply says.
// Exits with 0; 2 where something could not be read.

import { checkClaim, customerLetter, describe, readReply } from "cpor-preflight";
import {
  bytesOf,
  COMMON,
  COMMON_HELP,
  claimIn,
  EXIT,
  evidenceIn,
  onlyFile,
  parsed,
  print,
  printJson,
  start,
} from "./command.js";
import { wordsIn } from "./words.js";

const USAGE = `cpor-preflight letter claim.json [options]

Writes one message to the customer's administrator, for all that is open and they can answer. With --reply, reads
what they wrote back.

  --evidence <file>      an export (may be given again)
  --customer <tag>       the language of the letter; by default that of messages
  --reply <file>         the customer's reply, as text
${COMMON_HELP}
  --json                 the letter, or what the reply says, as JSON
  --help

Ends with 0, or with 2 where something could not be read. Nothing leaves this computer.
`;

export async function letter(args: string[]): Promise<number> {
  const options = { ...COMMON, customer: { type: "string" }, reply: { type: "string" } } as const;
  const read = parsed(args, USAGE, options);
  if (!read) return EXIT.ready;
  const { values, positionals } = read;
  const { ruleset, locale, today, customer = locale } = values;
  const claim = claimIn(onlyFile(positionals, USAGE));
  await start(values.ruleset);
  const evidence = await evidenceIn(values.evidence, values);
  const report = checkClaim(claim, evidence, { ruleset, locale, today });
  if (values.reply !== undefined)
    return tell(new TextDecoder().decode(bytesOf(values.reply)), report, values);
  const written = customerLetter(report, claim, evidence, { locale, customerLocale: customer });
  if (values.json) printJson(written);
  else if (written) print(`${written.subject}\n\n${written.text}\n`);
  else process.stderr.write(`${wordsIn(locale).nothingToAsk}\n`);
  return EXIT.ready;
}

function tell(
  text: string,
  report: ReturnType<typeof checkClaim>,
  { json, locale }: { json: boolean; locale: string },
): number {
  const reply = readReply(text, report);
  const described = describe({ locale });
  const words = wordsIn(locale);
  const checkLabels = new Map(described.checks.map(({ id, label }) => [id, label]));
  const labels = Object.fromEntries(described.fields.map(({ name, label }) => [name, label]));
  const lines = [
    ...reply.answers.map(({ checks, answer, confidence, text: said }) => {
      const what = checks.map((id) => checkLabels.get(id)).join(", ");
      return `${what}: ${words.answers[answer ?? "none"]} (${words.confidences[confidence]}) ${said}`;
    }),
    ...reply.fields.map(
      ({ field, value, confidence }) =>
        `${labels[field]}: ${value} (${words.confidences[confidence]})`,
    ),
  ];
  if (json) printJson(reply);
  else print(`${lines.join("\n")}\n`);
  return EXIT.ready;
}
