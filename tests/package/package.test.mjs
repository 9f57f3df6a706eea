// The package as it would be published: what it holds, what tools and runtimes say to it, and each
// entry alone, as it comes from `npm install` in an empty folder.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join, posix, sep } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { checkClaim, init, LOCALES } from "cpor-preflight";
import { buildPackage } from "../../scripts/package.mjs";
import { filesUnder, inRoot, nodeBin } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { asked } from "./portals/src/asked.js";
import { bin, consumers, ensureConsumers, install, tarball, tool } from "./tools.mjs";

const execute = promisify(execFile);
const portal = mkdtempSync(join(tmpdir(), "portal-"));
const open = usePage({ folder: portal });
const DIST = "/node_modules/cpor-preflight/dist/";
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const { exports: entries } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
/** The scripts among the entries, as they are imported. */
const scripts = Object.entries(entries)
  .filter(([, target]) => target.default?.endsWith(".js"))
  .map(([name]) => name.replace("*", "de").replace(".", "cpor-preflight"));
let expected;

before(async () => {
  await ensureConsumers();
  await Promise.all([install(portal), init()]);
  expected = JSON.stringify(checkClaim(...asked));
});

after(() => rm(portal, { recursive: true, force: true }));

/* What it holds */

test("the tarball holds what the entries name, and nothing else than the package", async () => {
  const folder = join(portal, "node_modules", "cpor-preflight");
  const files = await filesUnder(folder);
  const documents = (await filesUnder(inRoot("www", "docs"))).map((path) => `www/docs/${path}`);
  const others = files.filter((path) => !path.startsWith("dist/"));
  assert.deepEqual(others, [
    ...["LICENSE", "README.md", "package.json"],
    ...documents,
    "www/screenshot.png",
  ]);
  const targets = Object.values(entries).flatMap((target) =>
    typeof target === "string" ? target : Object.values(target),
  );
  for (const target of targets) {
    const [start, end = ""] = target.replace("./", "").split("*");
    const found = files.some((path) => path.startsWith(start) && path.endsWith(end));
    assert.ok(found, target);
  }
});

test("what its scripts ask for by a relative name is there", async () => {
  const folder = inRoot("dist");
  const files = await filesUnder(folder);
  const named =
    /\b(?:(?:from|import)\s*\(?\s*"(\.[^"]+)"|new URL\("(\.[^"]+)",\s*import\.meta\.url)/g;
  for (const path of files.filter((name) => /\.m?js$/.test(name))) {
    const text = await readFile(join(folder, path), "utf8");
    for (const [, script, file] of text.matchAll(named)) {
      const name = posix.join(posix.dirname(path), script ?? file);
      assert.ok(files.includes(name), `${path}: ${name}`);
    }
  }
});

test("no file names a folder of the machine that it was built on", async () => {
  const folder = inRoot("dist");
  for (const path of await filesUnder(folder)) {
    const bytes = await readFile(join(folder, path), "latin1");
    for (const place of [inRoot(), homedir()]) {
      const named = bytes.indexOf(`${place.replace(/[\\/]$/, "")}${sep}`);
      assert.equal(named, -1, `${path}: ${bytes.slice(named, named + 100)}`);
    }
  }
});

test("a second build has the same bytes, and the published hashes are theirs", async () => {
  const before = await contents();
  await buildPackage();
  assert.deepEqual(await contents(), before);
  const hashes = JSON.parse(await readFile(inRoot("dist", "integrity.json"), "utf8"));
  const loadable = Object.keys(before).filter((path) => /\.(m?js|wasm)$/.test(path));
  assert.deepEqual(
    hashes,
    Object.fromEntries(loadable.map((path) => [path, `sha384-${before[path]}`])),
  );
});

/** The hashes of what is in dist, by path. */
async function contents() {
  const hashes = (await filesUnder(inRoot("dist"))).map(async (path) => {
    const bytes = await readFile(inRoot("dist", path));
    return [path, createHash("sha384").update(bytes).digest("base64")];
  });
  return Object.fromEntries(await Promise.all(hashes));
}

test("publint has nothing to say", async () => {
  const { stdout } = await execute(bin("publint"), ["run", tarball, "--strict"]);
  assert.match(stdout, /All good!/);
});

test("the types resolve as the scripts do", async () => {
  const { checkPackage, createPackageFromTarballData } = await tool("@arethetypeswrong/core");
  const { problems } = await checkPackage(createPackageFromTarballData(await readFile(tarball)));
  const told = problems
    // Before `exports`, nothing resolves; from CommonJS, the modules are required as what they are.
    .filter(({ resolutionKind }) => !["node10", "node16-cjs"].includes(resolutionKind))
    // A style sheet has no types.
    .filter(({ entrypoint }) => !entrypoint.endsWith(".css"))
    .map(({ kind, entrypoint, resolutionKind }) => `${kind} ${entrypoint} ${resolutionKind}`);
  assert.deepEqual(told, []);
});

test("a TypeScript portal compiles against every entry", async () => {
  for (const [module, resolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022"];
    const kinds = ["--module", module, "--moduleResolution", resolution, "--resolveJsonModule"];
    const lib = ["--lib", "es2022,dom,dom.iterable", "--ignoreConfig"];
    const { stdout } = await execute(nodeBin("tsc"), [...options, ...kinds, ...lib, "types.ts"], {
      cwd: consumers,
    }).catch((error) => error);
    assert.equal(stdout, "", `${resolution}: ${stdout}`);
  }
  const text = await readFile(join(consumers, "types.ts"), "utf8");
  for (const name of scripts)
    assert.ok(text.includes(`"${name.replace("de", "en")}"`) || text.includes(`"${name}"`), name);
});

/* Node */

const node = (script, ...options) =>
  execute(process.execPath, [...options, "-e", script], { cwd: portal }).catch((error) => error);

test("every entry can be imported and required in bare Node", async () => {
  assert.ok(scripts.length > 8, String(scripts));
  const imports = scripts.map((name) => `await import("${name}");`).join("");
  const imported = await node(imports, "--input-type=module");
  assert.equal(imported.stderr, "");
  const requires = scripts.map((name) => `require("${name}");`).join("");
  const required = await node(requires, "--no-warnings");
  assert.equal(required.stderr, "");
});

test("in Node, each entry with a check answers alike, imported or required", async () => {
  const ask = `.then(() => console.log(JSON.stringify(p.checkClaim(...${JSON.stringify(asked)}))))`;
  const given = `readFile(new URL(import.meta.resolve("cpor-preflight/wasm")))`;
  const programs = {
    default: ['import * as p from "cpor-preflight"; p.init()', "--input-type=module"],
    inline: ['import * as p from "cpor-preflight/inline"; p.init()', "--input-type=module"],
    slim: [
      `import * as p from "cpor-preflight/slim"; import { readFile } from "node:fs/promises";
       import skus from "cpor-preflight/skus"; import de from "cpor-preflight/text/de";
       p.init(${given}, { locales: [de], skus })`,
      "--input-type=module",
    ],
    required: ['const p = require("cpor-preflight"); p.init()', "--no-warnings"],
  };
  for (const [name, [program, option]] of Object.entries(programs)) {
    const { stdout, stderr } = await node(`${program}${ask}`, option);
    assert.deepEqual([stdout, stderr], [`${expected}\n`, ""], name);
  }
});

test("Node gets the check in one file, and waits for no other", async () => {
  const script = await readFile(inRoot("dist", "inline.js"), "utf8");
  assert.doesNotMatch(script, /\b(?:from|import)\s*"/);
  assert.match(script, /^[\0-\xff]*$/, "a letter beyond Latin-1 doubles all of it");
});

test("a Node that cannot require modules says what to do", async () => {
  const options = ["--no-experimental-require-module", "--no-warnings"];
  const { stderr } = await node('require("cpor-preflight")', ...options);
  assert.match(stderr, /ERR_REQUIRE_ESM|import\(\)/);
});

/* Chromium */

test("five lines of HTML are a working check", async () => {
  const host = await fiveLines();
  const { page } = host;
  await page.getByLabel("Tenant").fill("3f1c7a52");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".cpor-message[data-code=tenant-id-malformed]").waitFor();
  assert.equal(new URL(page.url()).pathname, "/", "nothing was sent");
  assert.deepEqual(host.pageErrors, []);
  await host.close();
});

test("these five lines send what is right, whatever else a claim has that they do not ask for", async () => {
  const host = await fiveLines();
  const { page } = host;
  await page.route("**/claims", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.getByLabel("Tenant").fill(asked[0].customerTenantId);
  await page.getByLabel("Partner ID").fill(asked[0].mpnId);
  const [request] = await Promise.all([
    page.waitForRequest("**/claims"),
    page.getByRole("button", { name: "Send" }).click(),
  ]).catch(async () => assert.fail(await page.locator("form").innerText()));
  const { customerTenantId, mpnId: partnerId } = asked[0];
  assert.equal(request.postData(), `${new URLSearchParams({ customerTenantId, partnerId })}`);
  assert.deepEqual(host.problems(), []);
  await host.close();
});

/** The form of attach.md, on a page of its own. */
async function fiveLines() {
  const document = await readFile(inRoot("www", "docs", "attach.md"), "utf8");
  const [, html] = document.match(/```html\n(<form action="\/claims"[\s\S]+?)```/);
  await writeFile(join(portal, "index.html"), `<!doctype html><title>Portal</title>\n${html}`);
  return open({
    prepare: (page) =>
      withPolicy(page, "**/", "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'"),
  });
}

/** What an entry loads after it is imported: the policy it is held to, options (slim is given all), files. */
const OFFLINE = POLICY.replace("connect-src 'self'", "connect-src 'none'");
const TEXTS = ["claim.js", "rest.js"].flatMap((part) => LOCALES.map(() => part));
const LOADS = {
  "web.js": [POLICY, {}, [...TEXTS, "core.js", "cpor_core_bg.wasm", "skus.js"]],
  "inline.js": [OFFLINE, {}, []],
  // It is given the core's bytes, and loads the script that belongs to them.
  "slim.js": [OFFLINE, undefined, ["core.js"]],
};

for (const [name, [policy, options, files]] of Object.entries(LOADS)) {
  test(`${name} loads what is its own, and works under a strict policy`, async () => {
    const host = await blank(policy);
    const { page, requests } = host;
    const core = await readFile(inRoot("dist", "cpor_core_bg.wasm"), "base64");
    await page.evaluate(
      async ([dist, script]) => {
        window.p = await import(`${dist}${script}`);
        if (script !== "slim.js") return;
        const [{ default: de }, { default: skus }] = await Promise.all([
          import(`${dist}text/de.js`),
          import(`${dist}skus.js`),
        ]);
        window.words = { locales: [de], skus };
      },
      [DIST, name],
    );
    const before = requests.length;
    const report = await page.evaluate(
      async ([base64, given, claim]) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        await (given ? p.init(undefined, given) : p.init(bytes, words));
        return JSON.stringify(p.checkClaim(...claim));
      },
      [core, options, asked],
    );
    assert.equal(report, expected);
    const loaded = requests
      .slice(before)
      .map((url) => new URL(url).pathname.replace(DIST, "").replace(/-[0-9A-Z]{8}\./, "."));
    assert.deepEqual(loaded.sort(), files.sort());
    assert.deepEqual(host.problems(), []);
    await host.close();
  });
}

test("the classic script works without modules, from a server and from a file", async () => {
  const script = `${DIST.slice(1)}cpor-preflight.iife.js`;
  const form = '<form><input name="partnerId"><button>Send</button></form>';
  const html = `<!doctype html><title>Classic</title>${form}<script src="${script}"></script>`;
  await writeFile(join(portal, "classic.html"), html);
  const none = POLICY.replace("connect-src 'self'", "connect-src 'none'");
  for (const path of ["/classic.html", pathToFileURL(join(portal, "classic.html")).href]) {
    const host = await open({ path, prepare: (page) => withPolicy(page, "**/classic.html", none) });
    const { page, requests } = host;
    const before = requests.length;
    const report = await page.evaluate(async (claim) => {
      CporPreflight.attach(document.querySelector("form"));
      await CporPreflight.init();
      return JSON.stringify(CporPreflight.checkClaim(...claim));
    }, asked);
    assert.equal(report, expected);
    await page.getByRole("button").click();
    await page.locator(".cpor-message").first().waitFor();
    assert.deepEqual(requests.slice(before), []);
    assert.deepEqual(host.pageErrors, []);
    await host.close();
  }
});

test("a wasm with another hash is told apart from one that does not come", async () => {
  const host = await blank(POLICY);
  const [right, wrong] = ["cpor_core_bg.wasm", "cpor_check_bg.wasm"];
  const hashes = JSON.parse(await readFile(inRoot("dist", "integrity.json"), "utf8"));
  const told = await host.page.evaluate(
    async ([dist, path, integrity, other]) => {
      const { init } = await import(`${dist}web.js`);
      const url = dist + path;
      const code = (source) =>
        init(source).then(
          () => "loaded",
          ({ code }) => code,
        );
      return [
        await code(fetch(url, { integrity: other })),
        await code(new Request(url, { integrity: other })),
        await code(fetch(`${dist}no.wasm`, { integrity })),
        await code(new Request(`${dist}no.wasm`, { integrity })),
        await code(fetch("https://elsewhere.invalid/x.wasm", { integrity })),
        await code(fetch(`${dist}no.wasm`)),
        await code(WebAssembly.compile(new Uint8Array(8))),
        await code(fetch(url, { integrity })),
        await code(),
      ];
    },
    [DIST, right, hashes[right], hashes[wrong]],
  );
  const [refused, missing] = ["wasm_integrity", "wasm_fetch_failed"];
  // Of an error page, too, a promise only tells that something else came.
  assert.deepEqual(told.slice(0, 3), [refused, refused, refused]);
  assert.deepEqual(told.slice(3, 6), [missing, missing, missing]);
  assert.deepEqual(told.slice(6), ["internal", "loaded", "loaded"]);
  await host.close();
});

test("all of it works in a service worker, where nothing can be imported later", async () => {
  const worker = `import * as p from "${DIST}inline.js";
    addEventListener("message", async ({ data, source }) => {
      await p.init();
      source.postMessage([JSON.stringify(p.checkClaim(...data)), p.readEvidence("[]").rows]);
    });`;
  await writeFile(join(portal, "sw.js"), worker);
  const policy = POLICY.replace(/; require-trusted.*/, "; worker-src 'self'");
  const host = await blank(policy, { serviceWorkers: "allow" });
  const told = await host.page.evaluate(async (claim) => {
    await navigator.serviceWorker.register("/sw.js", { type: "module" });
    const { active } = await navigator.serviceWorker.ready;
    const answer = new Promise((done) => {
      navigator.serviceWorker.onmessage = ({ data }) => done(data);
    });
    navigator.serviceWorker.startMessages();
    active.postMessage(claim);
    return answer;
  }, asked);
  assert.deepEqual(told, [expected, 0]);
  await host.close();
});

/** An empty page under a policy. */
async function blank(policy, options) {
  await writeFile(join(portal, "blank.html"), "<!doctype html><title>Blank</title>");
  return open({
    path: "/blank.html",
    ...options,
    prepare: (page) => withPolicy(page, "**/blank.html", policy),
  });
}

async function withPolicy(page, url, policy) {
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.route(url, async (route) => {
    if (route.request().url().startsWith("file:")) return route.continue();
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": policy };
    return route.fulfill({ response, headers });
  });
}
