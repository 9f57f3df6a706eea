// The documents of the repository, and what is in one: headings, links, code.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/tools.mjs";

const FENCE = /^```(.*)$/;

/** The files of the repository that git has or would take, as paths. */
export function repositoryFiles(...patterns) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...patterns];
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  const paths = [...new Set(listed.split("\0"))].filter(Boolean);
  return paths.filter((path) => existsSync(join(root, path))).sort();
}

/** Every document with its text. */
export const documents = repositoryFiles("*.md").map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));

/**
 * The code of a document: `{ language, options, code, line, note }`. Options are the words behind the
 * language, such as `exit=1`; the note is the comment above it.
 */
export function codeOf(text) {
  const blocks = [];
  let open;
  let note = "";
  for (const [at, line] of text.split("\n").entries()) {
    const [, info] = line.match(FENCE) ?? [];
    if (open && info === "") {
      blocks.push(open);
      open = undefined;
      note = "";
    } else if (open) open.code += `${line}\n`;
    else if (info !== undefined) {
      const [language, ...options] = info.trim().split(/\s+/);
      open = { language, options, code: "", line: at + 1, note };
    } else note = line.match(/^<!-- (.*) -->$/)?.[1] ?? (line.trim() ? "" : note);
  }
  if (open) throw new Error(`line ${open.line}: code without an end`);
  return blocks;
}

/** A document without its code. */
export const proseOf = (text) => text.replace(/^```[\s\S]*?^```$/gm, "");

/** The words in backticks. */
export const spansOf = (text) =>
  Array.from(proseOf(text).matchAll(/`([^`\n]+)`/g), ([, span]) => span);

/** Where a document links to, with the pictures. */
export function linksOf(text) {
  const prose = proseOf(text).replace(/`[^`\n]*`/g, "``");
  const links = prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g);
  const named = prose.matchAll(/^\[[^\]]+\]: (\S+)/gm);
  const html = prose.matchAll(/<(?:a|img)\b[^>]* (?:href|src)="([^"]+)"/g);
  return [...links, ...named, ...html].map(([, target]) => target);
}

/** The anchors of a document, as they are made of its headings. */
export function anchorsOf(text) {
  const seen = new Map();
  return Array.from(proseOf(text).matchAll(/^#{1,6} +(.+?) *#*$/gm), ([, heading]) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "").replace(/\s/g, "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count ? `${slug}-${count}` : slug;
  });
}
