// The page without a network: it is stored as a whole, works on, tells of newer versions, and changes to one only when
// it is told to. Each test has a server of its own, which can go and come back: a browser that only plays to be offline
// lets its service worker through.
import { readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { serve } from "../../scripts/serve.mjs";
import { chains } from "./chains.mjs";
import { goesThroughAll } from "./journey.mjs";
import { test as base, DOMAIN, drop, expect, paste, ready, sample, TENANT } from "./page.mjs";
import { append, copyOfSite, release } from "./versions.mjs";

/** Somewhere below a server’s root, where other pages may be, too. */
const PLACE = "/portal/check/";

const test = base.extend({
  serviceWorkers: "allow",
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from here
  place: async ({}, use) => {
    const { folder, www, version, remove } = await copyOfSite(PLACE);
    await writeFile(join(folder, "other.html"), "<!doctype html><title>Other</title>");
    let server = await serve(folder);
    const { port } = new URL(server.url);
    await use({
      ...{ www, version },
      root: server.url,
      address: new URL(PLACE, server.url).href,
      stop: () => server.close(),
      async start() {
        server = await serve(folder, { port: Number(port) });
      },
    });
    await server.close();
    await remove();
  },
  seen: [
    async ({ seen, place }, use) => {
      const own = new RegExp(`foreign request: ${place.root}`);
      for (const one of [own, /ERR_CONNECTION_REFUSED/, /digest|integrity/]) seen.expect(one);
      await use(seen);
    },
    { auto: true },
  ],
});

const foot = (page) => page.locator(".foot");
const works = (version) => `Version ${version}, works offline`;

test("the page stores itself, with its own files and nothing else", async ({ page, place }) => {
  const { address, version, root } = place;
  await page.goto(address);
  await ready(page);
  await expect(foot(page)).toContainText(works(version));
  const { names, urls } = await stored(page);
  expect(names.length).toBe(1);
  const files = urls.map((url) => new URL(url).pathname);
  expect(files.filter((path) => !path.startsWith(PLACE))).toEqual([]);
  const own = files.map((path) => path.slice(PLACE.length));
  for (const name of ["", "index.js", "form.css", "cpor_core_bg.wasm"]) expect(own).toContain(name);
  expect(own.filter((name) => /^(package|embed)/.test(name))).toEqual([]);
  await page.goto(`${root}other.html`);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
});

test("every stored file is named by another one, and every file that they name is stored", async ({
  page,
  place,
}) => {
  const { address, version, www } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  const { urls } = await stored(page);
  const files = urls.map((url) => new URL(url).pathname.slice(PLACE.length));
  const paths = files.filter((name) => /^$|\.(html|m?js|css|webmanifest)$/.test(name));
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(www, path || "index.html"), "utf8")]),
  );
  const isNamed = (file) => {
    const [, stem, ending] = file.match(/([^/]*?)(_bg\.wasm)?$/);
    const name = RegExp(ending ? `["/](cpor_)?${stem.replace("cpor_", "")}\\b` : `["/]${stem}"`);
    return texts.some(([path, text]) => path !== file && name.test(text));
  };
  expect(files.filter((file) => file && !isNamed(file))).toEqual([]);
  // The service worker itself is the browser’s; the page for portals stays where the network is.
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
  expect(missing).toEqual([]);
});

test("without a network it opens in both languages, checks and reads exports", async ({
  page,
  place,
}) => {
  const { address, version, stop } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  await stop();
  await page.goto(`${address}index.html?lang=de`);
  await ready(page);
  await expect(foot(page)).toContainText(`Version ${version}, offline`);
  await page.getByLabel("Sprache").selectOption("en");
  await paste(page, `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await drop(page, page.locator("#main"), "profile.csv", await sample("partner-profile.csv"));
  await expect(
    page.getByRole("button", { name: "Export: 2 Partner IDs", exact: true }),
  ).toBeVisible();
  await page.goto(`${address}#example`);
  await expect(page.locator("#verdict-title")).toHaveText("File it");
});

test("without a network it asks its worker alone, once for each file, and one round is enough", async ({
  page,
  place,
}) => {
  const { address, version, stop } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  await stop();
  const chain = await chains(page);
  const answers = [];
  const failed = [];
  page.on("response", (response) => answers.push(response));
  page.on("requestfailed", (request) => failed.push(request.url()));
  await page.goto(address);
  await ready(page);
  await expect(foot(page)).toContainText(`Version ${version}, offline`);
  expect(answers.filter((answer) => !answer.fromServiceWorker())).toEqual([]);
  expect(failed).toEqual([]);
  const urls = answers.map((answer) => answer.url());
  expect(urls.length).toBe(new Set(urls).size);
  expect(chain(/^late/).length).toBe(2);
});

test("without a network it does all the rest, too", async ({ page, place }) => {
  const { address, version, stop } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  await stop();
  await goesThroughAll(page, `${address}index.html`);
});

test("it says that it could not look for a newer version, until it can", async ({
  page,
  place,
}) => {
  const { address, version, stop, start } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  await stop();
  await page.reload();
  await expect(foot(page)).toContainText(`Version ${version}, offline`);
  await start();
  await page.reload();
  await expect(foot(page)).toContainText(works(version));
});

test("of a version that is not there as a whole, nothing is taken", async ({ page, place }) => {
  const { address, version, www } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  await change(www, "favicon.svg");
  await release(www, "1.0.0 (00000001)", []);
  await page.reload();
  await expect(foot(page)).toContainText(works(version));
  // What had come of the other version is deleted once a file of it has another hash.
  await expect.poll(async () => (await stored(page)).names.length).toBe(1);
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("a newer version is announced, used only when somebody says so, and keeps the claim", async ({
  page,
  place,
}) => {
  const { address, version, www } = place;
  const next = "1.0.0 (00000002)";
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  await page.evaluate(() => caches.open("cpor-preflight https://other.example/ 1"));
  await change(www, "favicon.svg");
  await release(www, next, ["favicon.svg"]);
  await page.reload();
  const notice = page.locator("[data-notice=newer]");
  await expect(notice).toContainText(
    `A newer version of this page is ready: ${next}, with the rules of June 2020, October 2023.`,
  );
  await expect(foot(page)).toContainText(works(version));
  await paste(page, `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await notice.getByRole("button", { name: "Use it" }).click();
  await expect(foot(page)).toContainText(works(next));
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await untilGone(page, version);
  const { names } = await stored(page);
  expect(names.length, "another page’s is not").toBe(2);
  expect(names.filter((name) => name.endsWith(next)).length).toBe(1);
});

test("a tab that is open goes on with its own version when another one takes a newer", async ({
  page,
  place,
  context,
}) => {
  const { address, version, www } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  const other = await context.newPage();
  await other.goto(address);
  await expect(foot(other)).toContainText(works(version));
  // Another hash, and still WebAssembly: a section that nothing reads.
  await append(www, "cpor_core_bg.wasm", Buffer.from([0, 2, 1, 120]));
  const next = "1.0.0 (00000003)";
  await release(www, next, ["cpor_core_bg.wasm"]);
  await page.reload();
  await page.locator("[data-notice=newer]").getByRole("button", { name: "Use it" }).click();
  await expect(foot(page)).toContainText(works(next));
  await expect(other.locator("[data-notice=newer]")).toContainText(next);
  await drop(other, other.locator("#main"), "profile.csv", await sample("partner-profile.csv"));
  await expect(
    other.getByRole("button", { name: "Export: 2 Partner IDs", exact: true }),
  ).toBeVisible();
  expect((await stored(page)).names.filter((name) => name.endsWith(version)).length).toBe(1);
  await other.close();
  await untilGone(page, version);
});

test("what is stored is given only as it came: another content is replaced, or not used", async ({
  page,
  place,
  seen,
}) => {
  seen.expect(/ERR_FAILED/);
  const { address, version, stop, start } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  const names = ["", "index.js", "cpor_core_bg.wasm", "form.css"];
  for (const name of names) await spoil(page, name);
  await page.reload();
  await paste(page, `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await stop();
  // They have come anew, once and for all.
  await page.reload();
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  expect(await page.evaluate(() => window.isSpoiled)).toBe(undefined);
  await spoil(page, "index.js");
  await page.reload();
  await expect(page.locator("html")).not.toHaveAttribute("data-state");
  expect(await page.evaluate(() => window.isSpoiled)).toBe(undefined);
  await start();
  await page.reload();
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
});

test("where a stored file is gone and the network has another version, all comes from there", async ({
  page,
  place,
  seen,
}) => {
  seen.expect(/ERR_FAILED/);
  const { address, version, www } = place;
  await page.goto(address);
  await expect(foot(page)).toContainText(works(version));
  await append(www, "index.js", Buffer.from("\nwindow.isNext = true;\n"));
  const next = "1.0.0 (00000004)";
  await release(www, next, ["index.js"]);
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    await (await caches.open(name)).delete(new URL("index.js", location.href).href);
  });
  // No part of the other version joins those that are stored.
  await page.reload();
  expect(await page.evaluate(() => window.isNext)).toBe(undefined);
  await page.reload();
  await ready(page);
  expect(await page.evaluate(() => window.isNext)).toBe(true);
  await page.reload();
  await expect(foot(page)).toContainText(works(next));
});

for (const [what, refuse] of Object.entries({
  "there are no service workers": () =>
    Reflect.deleteProperty(Navigator.prototype, "serviceWorker"),
  "they are refused": () => {
    navigator.serviceWorker.register = () =>
      Promise.reject(new DOMException("no", "SecurityError"));
  },
}))
  test(`where ${what}, the page is as it was`, async ({ page, place }) => {
    await page.addInitScript(refuse);
    await page.goto(place.address);
    await ready(page);
    await expect(foot(page)).toContainText(/Version \d+\.\d+\.\d+(?!.*offline)/);
    // What is still on its way would fail with the server.
    await page.waitForLoadState("networkidle");
  });

/** Changes what is stored of a file, as another page of this origin can. */
function spoil(page, file) {
  return page.evaluate(async (path) => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const url = new URL(path, location.href.replace(/[#?].*/, "")).href;
    const answer = await cache.match(url);
    const text = path.endsWith("js") ? "window.isSpoiled = true;" : "spoiled";
    await cache.put(url, new Response(text, { headers: answer.headers }));
  }, file);
}

function stored(page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const own = names.filter((name) => name.includes(location.origin));
    const requests = own.map(async (name) => (await caches.open(name)).keys());
    return { names, urls: (await Promise.all(requests)).flat().map(({ url }) => url) };
  });
}

/** Each page that opens has what is not used deleted; a tab that is closed takes a moment to be gone. */
function untilGone(page, version) {
  const isKept = async () => {
    await page.reload();
    await expect(foot(page)).toContainText("works offline");
    return (await stored(page)).names.some((name) => name.endsWith(version));
  };
  return expect.poll(isKept, { intervals: [500] }).toBe(false);
}

const change = (www, name) => append(www, name, Buffer.from("\n"));
