// The languages: each is a folder under www/text, and nothing else says which there are.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { imported } from "./bundle.mjs";
import { packageVersion } from "./offline.mjs";
import { inRoot } from "./tools.mjs";

const text = inRoot("www", "text");

/** Their tags: English first, which stands in for all others, then in order. */
export async function languages() {
  const entries = await readdir(text, { withFileTypes: true });
  const tags = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return tags.sort((a, b) => (b === "en") - (a === "en") || (a < b ? -1 : 1));
}

/** What a file of a language exports, as it is now. */
export const wordsIn = (tag, file) =>
  import(`${pathToFileURL(join(text, tag, `${file}.js`))}?${Date.now()}`);

/** A page of www, with what it says in every language before its scripts have come. */
export async function pageIn(name) {
  const html = await readFile(inRoot("www", name), "utf8");
  const tags = await languages();
  const late = await Promise.all(
    tags.map(async (tag) => [tag, (await wordsIn(tag, "loading")).page]),
  );
  const names = await Promise.all(
    tags.map(async (tag) => (await wordsIn(tag, "claim")).default.name),
  );
  const again = late.map(([tag, { retry }]) => marked("span", tag, retry));
  const lines = [
    ...late.map(([tag, words]) => marked("p", tag, words.late)),
    `<p><a class="button" href="">${again.join(" · ")}</a></p>`,
  ];
  const painted = html.includes(PAINTED) ? await paintedIn(tags[0]) : "";
  const options = tags.map((tag, at) => marked(`option value="${tag}"`, tag, names[at]));
  return html
    .replace(PAINTED, () => painted)
    .replace("<!-- late -->", () => lines.join("\n"))
    .replace("<!-- languages -->", () => options.join(""));
}

const PAINTED = "<!-- painted -->";

/** What is seen before any script: the first screen. */
async function paintedIn(tag) {
  const { painted } = await imported(inRoot("www", "form", "painted.ts"));
  return painted((await wordsIn(tag, "form")).default, tag, await packageVersion());
}

/** The first screen for a script that shows it in another language, and which files have its other words. */
export async function paintedFor(tag, files) {
  const { title } = (await wordsIn(tag, "form")).default;
  const said = `data-title="${escaped(title)}" data-words="${files.join(" ")}"`;
  return `<template lang="${tag}" ${said}>\n${await paintedIn(tag)}\n</template>`;
}

function marked(start, tag, words) {
  const [name] = start.split(" ");
  return `<${start} lang="${tag}">${escaped(words)}</${name}>`;
}

const escaped = (words) =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
