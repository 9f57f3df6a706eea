// Every state of every page and element: nothing for axe to find, in looks that take turns (`npm run
// a11y` tries each in all twelve), and what a screen reader reads is as it was reviewed.
//
// `npm run goldens` writes tests/golden/a11y anew; read the difference.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";
import { ALL_LOOKS, PAGES, walk } from "./matrix.mjs";
import { TODAY } from "./person.mjs";

const open = usePage();
/** Addresses of fields have numbers; events come in any order, and so does what is said aloud. */
const CHANGING =
  /^- paragraph|^\s*- (\/url|code: "?claim-|group: "Events)|paragraph: Checked|listitem:$/;
let turn = 0;

for (const name of Object.keys(PAGES)) {
  test(`${name}: axe finds nothing, and a screen reader reads what was reviewed`, async () => {
    const read = [`# ${name}: what a screen reader reads`];
    const inTurn = () => {
      turn += 5;
      return [ALL_LOOKS[turn % ALL_LOOKS.length]];
    };
    const onThisDay = (options) =>
      open({
        ...options,
        async prepare(page) {
          await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00`));
          await options.prepare?.(page);
        },
      });
    let last = [];
    const { found } = await walk(onThisDay, name, inTurn, async (state, page) => {
      const lines = (await tree(page)).split("\n").filter((line) => !CHANGING.test(line));
      // What is as it was in the state before needs no second reading.
      const before = new Set(last);
      const shown = last.length ? lines.filter((line) => !before.has(line)) : lines;
      last = lines;
      read.push(`## ${state}`, ["```yaml", ...shown, "```"].join("\n"));
    });
    assert.deepEqual(found, []);
    await compare(name, `${read.join("\n\n")}\n`);
  });
}

/** The accessibility tree, without what differs from build to build. */
async function tree(page) {
  const text = await settled(() => page.locator("body").ariaSnapshot());
  return (
    text
      .replaceAll(/[ \t]+$/gm, "")
      .replaceAll(/\bVersion [0-9a-f.]+\b/g, "Version …")
      .replaceAll(/\bin [\d.,]+ s\b/g, "in … s")
      // Which of several elements has spoken last differs from run to run.
      .replaceAll(/"Events: [^"]*"/g, '"Events: …"')
      // Their own dates are those of the samples' files on this machine.
      .replaceAll(/\bFile of \w+ \d+, \d{4}\b/g, "File of …")
      .replaceAll(/http:\/\/localhost:\d+|http:\/\/127\.0\.0\.1:\d+/g, "http://…")
  );
}

/** What is read once nothing changes any more: parts of the page come late. */
async function settled(read) {
  let text;
  for (let same = 0, tries = 0; same < 3 && tries < 60; tries += 1) {
    await new Promise((done) => setTimeout(done, 150));
    const now = await read();
    same = now === text ? same + 1 : 0;
    text = now;
  }
  return text;
}

async function compare(name, text) {
  const file = inRoot("tests", "golden", "a11y", `${name}.md`);
  if (process.env.UPDATE) {
    await mkdir(inRoot("tests", "golden", "a11y"), { recursive: true });
    await writeFile(file, text);
    return;
  }
  assert.equal(
    text,
    await readFile(file, "utf8"),
    "npm run goldens writes it anew; read the difference",
  );
}
