// The page without a network: it is stored as a whole, works on, tells of newer versions, and changes to
// one only when it is told to.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { site } from "../../scripts/tools.mjs";
import many from "../../www/text/en/bulk.js";
import { usePage } from "./harness.mjs";
import { drop, eventually, person, READY, sample, sampleFile, TEXTS } from "./person.mjs";

/** Somewhere below a server's root, where other pages may be, too. */
const PLACE = "/portal/check/";
const folder = await mkdtemp(join(tmpdir(), "cpor-offline-"));
const www = join(folder, PLACE);
await cp(site, www, { recursive: true });
await writeFile(join(folder, "other.html"), "<!doctype html><title>Other</title>");
// Its own server, which can go and come back: a browser that only plays to be offline lets its service
// worker through.
let server = await serve(folder);
const { port } = new URL(server.url);
const address = new URL(PLACE, server.url).href;
const open = usePage();
const { page: words, verdicts } = TEXTS.en;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

let page;
let context;
let problems;
let me;
let version;

const line = () => page.locator("#version").innerText();
const shows = (state, told) =>
  eventually(line, (text) => text === fill(words.version[state], told), 15);

before(async () => {
  ({ page, problems } = await open({ path: address, serviceWorkers: "allow" }));
  context = page.context();
  me = person(page);
  await me.loaded();
  [version] = (await readFile(join(www, "offline.js"), "utf8")).match(
    /\d+\.\d+\.\d+ \([\da-f]{8}\)/,
  );
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("the page stores itself, and says so", async () => {
  await shows("stored", { version });
  assert.equal(await line(), fill(words.version.stored, { version }));
});

test("its own files are stored and nothing else, for its own folder alone", async () => {
  const { names, urls } = await stored();
  assert.equal(names.length, 1);
  const foreign = urls.filter((url) => !new URL(url).pathname.startsWith(PLACE));
  assert.deepEqual(foreign, []);
  const files = urls.map((url) => new URL(url).pathname.slice(PLACE.length));
  assert.ok(
    ["", "app.js", "exports.js", "reader.mjs"].every((name) => files.includes(name)),
    files,
  );
  assert.ok(!files.some((name) => /^(package|embed)/.test(name)), String(files));
  const other = await context.newPage();
  await other.goto(new URL("/other.html", page.url()).href);
  assert.equal(await other.evaluate(() => navigator.serviceWorker.controller), null);
  await other.close();
});

test("every stored file is named by another one, and every file that they name is stored", async () => {
  const files = (await stored()).urls.map((url) => new URL(url).pathname.slice(PLACE.length));
  const paths = files.filter((name) => /^$|\.(html|m?js|css|webmanifest)$/.test(name));
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(www, path || "index.html"), "utf8")]),
  );
  const isNamed = (file) => {
    const [, stem, ending] = file.match(/([^/]*?)(_bg\.wasm)?$/);
    const name = RegExp(ending ? `["/](cpor_)?${stem.replace("cpor_", "")}\\b` : `["/]${stem}"`);
    return texts.some(([path, text]) => path !== file && name.test(text));
  };
  assert.deepEqual(
    files.filter((file) => file && !isNamed(file)),
    [],
  );
  // The service worker itself is the browser's; the page for portals stays where the network is.
  const others = ["index.html", "offline.js", "embed.html"];
  const missing = texts.flatMap(([path, text]) => {
    const names = /\.m?js$/.test(path)
      ? /\b(?:from|import|URL)\s*\(?\s*"(\.[^"]+)"/g
      : /\b(?:src|href)="([^":#]+)"/g;
    const named = [...text.matchAll(names)].map(([, name]) =>
      posix.join(posix.dirname(path), name),
    );
    return named.filter((name) => ![...files, ...others].includes(name));
  });
  assert.deepEqual(missing, []);
});

test("without a network it opens in both languages, checks and reads exports", async () => {
  await server.close();
  await page.goto(`${address}index.html?lang=de`);
  await person(page, "de").loaded();
  await page.getByLabel(TEXTS.de.page.language).selectOption("en");
  await me.loaded();
  await me.answerAll(READY);
  await drop(
    page,
    page.getByText(words.evidence.orDrop),
    "x.json",
    await sample("openid-contoso.json"),
  );
  await page.getByText("1 row", { exact: true }).waitFor();
  await me.guide(words.activityGuide.title);
  await me.button(words.exampleNames.csp).click();
  await page.getByText(words.exampleFilled, { exact: true }).waitFor();
  await me.check.click();
  assert.equal(await me.verdict(), verdicts.confirm.title);
});

test("the page for many claims is there without a network, too, with its worker and its version", async () => {
  await page.goto(`${address}bulk.html`);
  await page
    .getByLabel(many.source.choose, { exact: true })
    .setInputFiles(sampleFile("claims.csv"));
  await page.locator(".run .actions button").click();
  await page.getByText(/^Checked: /).waitFor();
  assert.deepEqual(
    page.workers().map((worker) => worker.url()),
    [`${address}checker.mjs`],
  );
  await shows("unchecked", { version });
  assert.equal(await line(), fill(words.version.unchecked, { version }));
  await page.goto(address);
  await me.loaded();
});

test("it says that it could not look for a newer version", async () => {
  await shows("unchecked", { version });
  assert.equal(await line(), fill(words.version.unchecked, { version }));
  server = await serve(folder, { port: Number(port) });
  await page.reload();
  await shows("stored", { version });
  assert.equal(
    await line(),
    fill(words.version.stored, { version }),
    "back in the network, it could",
  );
});

test("of a version that is not there as a whole, nothing is taken", async () => {
  await change("favicon.svg");
  await page.reload();
  await me.loaded();
  await release("1.0.0 (00000001)", []);
  await page.reload();
  await me.loaded();
  await shows("stored", { version });
  // What had come of the other version is deleted once a file of it has another hash.
  await eventually(
    async () => (await stored()).names.length,
    (count) => count === 1,
    15,
  );
  assert.equal(await page.locator("#newer").innerText(), "");
});

test("a newer version is announced, and used only when somebody says so", async () => {
  const next = "1.0.0 (00000002)";
  await page.evaluate(() => caches.open("cpor-preflight https://other.example/ 1"));
  await release(next, ["favicon.svg"]);
  await page.reload();
  await me.loaded();
  const told = { version: next, rules: "2020-06, 2023-10", mine: version };
  await page.getByText(fill(words.version.newer, told), { exact: true }).waitFor();
  await shows("stored", { version });
  assert.equal(await line(), fill(words.version.stored, { version }));
  await page.getByLabel(words.language).selectOption("de");
  const german = person(page, "de");
  await german.loaded();
  await page.getByText(fill(TEXTS.de.page.version.newer, told), { exact: true }).waitFor();
  await german.button(TEXTS.de.page.version.load).click();
  await eventually(line, (text) => text.includes(next), 15);
  assert.equal(await line(), fill(TEXTS.de.page.version.stored, { version: next }));
  const isKept = async () => (await stored()).names.some((name) => name.endsWith(version));
  assert.equal(await untilGone(isKept), false, "the old one is gone");
  const { names } = await stored();
  assert.equal(names.length, 2, "another page’s is not");
  assert.ok(names.some((name) => name.endsWith(next)));
});

test("a tab that is open goes on with its own version when another one takes a newer", async () => {
  await page.goto(address);
  await me.loaded();
  const [before] = (await stored()).names.filter((name) => name.includes(PLACE));
  const other = await context.newPage();
  await other.goto(address);
  const second = person(other);
  await second.loaded();
  await other.locator("#version").getByText("1.0.0 (00000002)").waitFor();
  const changed = { "rulesets.js": Buffer.from("globalThis.isNext = true;\n") };
  // Another hash, and still WebAssembly: a section that nothing reads.
  changed["cpor_core_bg.wasm"] = Buffer.from([0, 2, 1, 120]);
  for (const [name, more] of Object.entries(changed)) {
    const path = join(www, name);
    await writeFile(path, Buffer.concat([await readFile(path), more]));
  }
  const next = "1.0.0 (00000003)";
  await release(next, Object.keys(changed));
  await page.reload();
  await me.loaded();
  await page.locator("#newer").getByText(next).waitFor();
  await me.button(words.version.load).click();
  await shows("stored", { version: next });
  await me.loaded();

  await other.locator("#newer").getByText(next).waitFor();
  await drop(
    other,
    other.getByText(words.evidence.orDrop),
    "x.json",
    await sample("openid-contoso.json"),
  );
  await other.getByText("1 row", { exact: true }).waitFor();
  const isNext = async (tab) => {
    await tab.getByText(words.rulesets.title, { exact: true }).click();
    await tab.getByRole("heading", { name: words.rulesets.changed, exact: true }).waitFor();
    return tab.evaluate(() => globalThis.isNext ?? false);
  };
  assert.equal(await isNext(other), false);
  assert.ok((await stored()).names.includes(before), "its files are kept");
  assert.equal(await isNext(page), true);

  await other.close();
  const isKept = async () => (await stored()).names.includes(before);
  assert.equal(await untilGone(isKept), false, "nobody goes on with them");
});

test("in all of this, no policy was violated", () => {
  const own = `foreign request: ${new URL("/", address)}`;
  const expected = [/ERR_CONNECTION_REFUSED/, /digest|integrity/, own];
  const others = problems().filter((text) => !expected.some((one) => text.match(one)));
  assert.deepEqual(others, []);
});

for (const [what, refuse] of Object.entries({
  "there are no service workers": () =>
    Reflect.deleteProperty(Navigator.prototype, "serviceWorker"),
  "they are refused": () => {
    navigator.serviceWorker.register = () =>
      Promise.reject(new DOMException("no", "SecurityError"));
  },
})) {
  test(`where ${what}, the page is as it was`, async () => {
    const opened = await open({
      path: address,
      serviceWorkers: "allow",
      prepare: (fresh) => fresh.addInitScript(refuse),
    });
    await person(opened.page).loaded();
    const plain = fill(words.version.plain, { version: version.split(" ")[0] });
    const shown = opened.page.locator("#version");
    assert.equal(
      await eventually(
        () => shown.innerText(),
        (text) => text === plain,
      ),
      plain,
    );
    const foreign = `foreign request: ${address}`;
    assert.deepEqual(
      opened.problems().filter((text) => !text.startsWith(foreign)),
      [],
    );
    await opened.close();
  });
}

async function stored() {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const own = names.filter((name) => name.includes(location.origin));
    const requests = own.map(async (name) => (await caches.open(name)).keys());
    return { names, urls: (await Promise.all(requests)).flat().map(({ url }) => url) };
  });
}

/** Each page that opens has what is not used deleted; a tab that is closed takes a moment to be gone. */
async function untilGone(isKept) {
  for (let rounds = 0; rounds < 5 && (await isKept()); rounds += 1) {
    await page.reload();
    await page.locator("#version:not(:empty)").waitFor();
    await eventually(isKept, (is) => !is, 3);
  }
  return isKept();
}

async function change(name) {
  const path = join(www, name);
  await writeFile(path, `${await readFile(path, "utf8")}\n`);
}

/** Another version, which knows of these changes. */
async function release(next, changed) {
  let worker = await readFile(join(www, "offline.js"), "utf8");
  worker = worker.replace(/\d+\.\d+\.\d+ \([\da-f]{8}\)/g, next);
  for (const name of changed) {
    const hash = createHash("sha256")
      .update(await readFile(join(www, name)))
      .digest("base64");
    const before = new RegExp(`("${name}":"sha256-)[^"]+`);
    assert.match(worker, before);
    worker = worker.replace(before, `$1${hash}`);
  }
  await writeFile(join(www, "offline.js"), worker);
}
