// How to start, a page for each framework: the files of the apps that are run as tests (tests/package/starters), as they are.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { block, code, escaped } from "./docs-page.mjs";
import { filesUnder, inRoot } from "./tools.mjs";

/** The starters by their folders: what each starts with. The simplest comes first. */
const TITLES = {
  plain: "HTML, without a build",
  "vite-react": "React, with Vite",
  vue: "Vue",
  svelte: "Svelte",
  angular: "Angular",
  next: "Next",
  astro: "Astro",
  webpack: "webpack",
  esbuild: "esbuild",
  workers: "Cloudflare Workers",
  deno: "Deno",
  bun: "Bun",
};
const folder = inRoot("tests", "package", "starters");

/** `[{ path, title, body }]` */
export async function startPages() {
  const files = (await filesUnder(folder)).filter((path) => path.includes("/"));
  const names = [...new Set(files.map((path) => path.split("/")[0]))];
  const unnamed = names.filter((name) => !TITLES[name]);
  if (unnamed.length > 0) throw new Error(`Without a title: ${unnamed}`);
  return Promise.all(Object.entries(TITLES).map((one) => startPage(files, one)));
}

async function startPage(files, [name, title]) {
  const own = files.filter(
    (path) => path.startsWith(`${name}/`) && !path.includes("node_modules/"),
  );
  const sections = own.map(async (path) => {
    const shown = path.slice(name.length + 1);
    const text = await readFile(join(folder, path), "utf8");
    return `<h2>${code(shown)}</h2>\n${block(text, shown)}`;
  });
  const body = `<h1>Start: ${escaped(title)}</h1>
<p>A small app with the form, whose server checks what is sent. It runs as a test of each version, as it stands here.</p>
${block("npm install cpor-preflight", "Install")}
${(await Promise.all(sections)).join("\n")}`;
  return { path: `start/${name}.html`, title: `Start: ${title}`, body };
}
