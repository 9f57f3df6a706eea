// cpor-preflight verify: is everything as it was recorded? Exits with 0 where nothing differs, 1 where something
// does, 2 where nothing could be read.

import { LOCALES, verifyRecord } from "cpor-preflight";
import {
  COMMON,
  claimIn,
  EXIT,
  evidenceIn,
  jsonIn,
  parsed,
  print,
  printJson,
  start,
} from "./command.js";
import { counted, wordsIn } from "./words.js";

const USAGE = `cpor-preflight verify record.json --claim claim.json [options]

Checks a claim again as a record says that it was checked, and names all that differs.
The record is what "check claim.json --record record.json" has written, or checkRecord returned.

  --claim <file>         the claim, as JSON
  --evidence <file>      an export, in the order of the check (may be given again),
                         or the evidence itself as JSON
  --tenant <id>          the tenant that exports come from which do not say it
  --locale <tag>         the language of messages: ${LOCALES.join(", ")}
  --json                 the answer as JSON
  --help

Ends with 0 where nothing differs, 1 where something does, 2 where a file could not be read.
Nothing leaves this computer. A record is not Microsoft's word.
`;

export async function verify(args: string[]): Promise<number> {
  const { evidence, tenant, locale, json, help } = COMMON;
  const options = { evidence, tenant, locale, json, help, claim: { type: "string" } } as const;
  const arguments_ = parsed(args, USAGE, options);
  if (!arguments_) return EXIT.ready;
  const { values, positionals } = arguments_;
  const [path] = positionals;
  if (path === undefined || positionals.length !== 1 || values.claim === undefined)
    throw new Error(`expected one record, and --claim\n\n${USAGE}`);
  await start();
  const answer = verifyRecord(
    jsonIn(path),
    claimIn(values.claim),
    await evidenceIn(values.evidence, values),
    { locale: values.locale },
  );
  const { ok, differences, note } = answer;
  const words = wordsIn(values.locale).differences;
  const sum = ok ? words.none : counted(values.locale, words, differences.length);
  const lines = differences.map(({ part, text }) => `${part}: ${text}\n`);
  if (values.json) printJson(answer);
  else print(`${sum}\n${lines.join("")}`);
  process.stderr.write(`${note}\n`);
  if (differences.some(({ part }) => part === "record")) return EXIT.unreadable;
  return ok ? EXIT.ready : EXIT.fix;
}
