// Builds the documentation as static pages: what www/docs says, references from the types and from the list of
// the elements, and a card for every code.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Marked } from "marked";
import { corpus } from "./data.mjs";
import { cardPages } from "./docs-cards.mjs";
import { block, escaped, list, page } from "./docs-page.mjs";
import { apiReference, elementsReference } from "./docs-reference.mjs";
import { startPages } from "./docs-start.mjs";
import { languages, wordsIn } from "./languages.mjs";
import { filesUnder, inRoot } from "./tools.mjs";

const folder = inRoot("www", "docs");

/**
 * The files by their paths in the folder of the documentation.
 *
 * @param library as it is built, loaded
 * @param types the package's declarations, by their paths
 */
export async function docsFiles(library, types) {
  const tags = await languages();
  const spoken = await Promise.all(
    tags.map(async (tag) => ({
      tag,
      name: (await wordsIn(tag, "claim")).default.name,
      words: (await wordsIn(tag, "docs")).default,
    })),
  );
  const guides = await Promise.all((await guideNames()).map(guide));
  const starts = await startPages();
  const references = [await apiReference(types), elementsReference()];
  const pages = [...starts, ...guides, ...references].map(({ path, title, body }) => {
    const links = [["index.html", "Documentation"]];
    return [path, page({ path, tag: "en", title, links, body })];
  });
  return {
    "index.html": index(starts, guides, references, spoken),
    ...Object.fromEntries(pages),
    ...cardPages(library, corpus(library), spoken),
    "docs.css": await style(),
    "favicon.svg": await readFile(inRoot("www", "favicon.svg")),
  };
}

function index(starts, guides, references, spoken) {
  const item = ({ path, title }) => `<a href="${path}">${escaped(title)}</a>`;
  const cards = spoken.map(
    ({ tag, words }) =>
      `<a href="${tag}/codes.html" lang="${tag}" hreflang="${tag}">${escaped(words.title)}</a>`,
  );
  const body = `<h1>Documentation</h1>
<p>cpor-preflight checks CPOR claims in the browser or on a server, before they are filed in Partner Center.
Begin with the start page for what you build with, then read the <a href="api.html">API overview</a>.</p>
<h2>Start</h2>
${list(starts.map(item))}
<h2>Guides</h2>
${list(guides.map(item))}
<h2>Reference</h2>
${list(references.map(item))}
<h2>Findings</h2>
${list(cards)}`;
  return page({ path: "index.html", tag: "en", title: "Documentation", links: [], body });
}

/** The guides in the order of the README, which leads from the first call to the details. */
async function guideNames() {
  const readme = await readFile(inRoot("README.md"), "utf8");
  const linked = Array.from(readme.matchAll(/\(www\/docs\/([\w-]+\.md)/g), ([, name]) => name);
  const names = (await filesUnder(folder)).filter((name) => name.endsWith(".md"));
  return [...new Set([...linked, ...names])];
}

/** A document as a page: its first heading is the title. */
async function guide(name) {
  const text = await readFile(join(folder, name), "utf8");
  const [, title] = /^# (.+)$/m.exec(text);
  const seen = new Map();
  const counts = {};
  const numbered = (kind) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    return `${kind} ${counts[kind]}`;
  };
  const marked = new Marked({
    walkTokens(token) {
      if (token.type === "link") token.href = token.href.replace(/^([\w-]+)\.md(?=#|$)/, "$1.html");
    },
    renderer: {
      heading({ tokens, depth, text: plain }) {
        const slug = anchor(plain, seen);
        return `<h${depth} id="${slug}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code: ({ text: code }) => `${block(code, numbered("Code"))}\n`,
      html: () => "",
      table(token) {
        const cells = (row) => row.map(({ tokens }) => this.parser.parseInline(tokens));
        return `${plainTable(numbered("Table"), cells(token.header), token.rows.map(cells))}\n`;
      },
    },
  });
  return { path: `${basename(name, ".md")}.html`, title, body: marked.parse(text) };
}

function plainTable(name, head, rows) {
  const row = (cells, tag) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="${name}">
<table><thead>${row(head, "th")}</thead>
<tbody>
${rows.map((cells) => row(cells, "td")).join("\n")}
</tbody></table></div>`;
}

/** As the sites that show such documents make them of a heading. */
export function anchor(heading, seen) {
  const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  const slug = plain.replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "").replace(/\s/g, "-");
  const count = seen.get(slug) ?? 0;
  seen.set(slug, count + 1);
  return count ? `${slug}-${count}` : slug;
}

async function style() {
  const read = (...path) => readFile(inRoot("www", ...path), "utf8");
  return (await read("form", "tokens.css")) + (await read("docs", "docs.css"));
}
