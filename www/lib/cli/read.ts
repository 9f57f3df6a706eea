// cpor-preflight read: what each file is. Exits with 0 where all are read, 2 where one is not.

import { basename } from "node:path";
import { describe, readAnything } from "cpor-preflight";
import { fill } from "../fill.js";
import { bytesOf, COMMON, EXIT, parsed, print, printJson, start } from "./command.js";
import { counted, wordsIn } from "./words.js";

const USAGE = `cpor-preflight read <file> ... [options]

Says what each file is: its kind and rows, what could not be read, and which fields of a claim are in it.
Exports, tables of claims, emails and other texts, also in workbooks, ZIP and GZIP files.

  --tenant <id>          the tenant that exports come from which do not say it
  --locale <tag>         the language of messages
  --json                 all that was read
  --help

Ends with 0 where all files could be read, 2 where one could not. Nothing leaves this computer.
`;

export async function read(args: string[]): Promise<number> {
  const { tenant, locale, json, help } = COMMON;
  const arguments_ = parsed(args, USAGE, { tenant, locale, json, help });
  if (!arguments_) return EXIT.ready;
  const { positionals: paths, values } = arguments_;
  if (!paths.length) throw new Error(`expected a file\n\n${USAGE}`);
  await start();
  const files = paths.flatMap((path) => fileAt(path) ?? []);
  const options = { tenantId: values.tenant, locale: values.locale };
  const answer = await readAnything(files, options);
  const { parts, fields } = answer;
  const found = Object.entries(fields);
  if (values.json) {
    const numbered = found.map(([field, one]) => [
      field,
      { ...one, from: parts.indexOf(one.from) },
    ]);
    const told = { ...answer, fields: Object.fromEntries(numbered) };
    printJson(told);
  } else {
    const words = wordsIn(values.locale);
    const described = describe({ locale: values.locale });
    const kinds: Record<string, string> = { ...described.labels.exportKinds, ...words.kinds };
    const lines = parts.flatMap((part) => [
      `${part.name}: ${kinds[part.kind]}${part.rows ? `, ${counted(values.locale, words.rows, part.rows)}` : ""}`,
      ...part.problems.map(
        ({ row, text }) => `  ${row ? `${fill(words.row, { n: row })}: ` : ""}${text}`,
      ),
      ...(part.unread.length ? [`  ${fill(words.unread, { names: part.unread.join(", ") })}`] : []),
    ]);
    const labels = Object.fromEntries(described.fields.map(({ name, label }) => [name, label]));
    for (const [field, { value, confidence, from, others }] of found) {
      const more = others.length ? `; ${fill(words.also, { values: others.join(", ") })}` : "";
      const where = from.name ? basename(from.name) : "";
      lines.push(
        `${labels[field]}: ${value} (${words.confidences[confidence]}${where && `, ${where}`}${more})`,
      );
    }
    print(`${lines.join("\n")}\n`);
  }
  const isRead = (path: string) =>
    parts.some(({ name, kind }) => isIn(name, path) && kind !== "unknown");
  return paths.every(isRead) ? EXIT.ready : EXIT.unreadable;
}

/** What cannot be opened is told, and the others are read. */
function fileAt(path: string): File | undefined {
  try {
    return new File([bytesOf(path) as Uint8Array<ArrayBuffer>], path);
  } catch (error) {
    process.stderr.write(`cpor-preflight: ${path}: ${(error as Error).message}\n`);
    return undefined;
  }
}

/** Is a part the file, or in it? A GZIP file's part has the name of what is packed. */
function isIn(name: string | undefined, path: string): boolean {
  const own = path.replace(/\.gz$/i, "");
  return name === path || name === own || [path, own].some((one) => name?.startsWith(`${one}/`));
}
