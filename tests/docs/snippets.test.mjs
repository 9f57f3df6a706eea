// Every piece of code in the documents runs, on the packed package. How is said by its language:
//
// - `js`: a module in Node, beside `subscriptions.json` and `claims.csv`, which are samples.
//   `js browser`: a module on a page with a form, a claim form and the policy of policy.md.
//   A line `expression; // => value` has to be so
// - `html`: a page; it loads without a complaint, and its elements are ready
// - `sh`: bash in the same folder; `exit=1` is the code that it ends with
// - `http`: a policy under which the README's page works
// - `css`, `json`: can be read; `text`: no code
//
// A comment above it may say `the same as <file>`, or `not run: <reason>`.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inRoot, nodeBin } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { ensurePacked, install, tarball } from "../package/tools.mjs";
import { codeOf, documents } from "./markdown.mjs";

const portal = mkdtempSync(join(tmpdir(), "documents-"));
const PACKAGE = "/node_modules/cpor-preflight";
const { exports: entries } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
const open = usePage({ folder: portal });
/** Documents that a suite of their own reads or writes: scenarios.rs, golden.rs, a11y-matrix.test.mjs. */
const DATA = /^tests\/(scenarios|golden)\//;
const snippets = documents
  .filter(({ path }) => !DATA.test(path))
  .flatMap(({ path, text }) =>
    codeOf(text).map((snippet) => ({ ...snippet, path, name: `${path}, line ${snippet.line}` })),
  );
/** The last policy in policy.md, with workers and Trusted Types. */
const POLICY = policyIn(snippets.findLast(({ language }) => language === "http").code);
const PAGE = `<form><input name="tenant"><input name="customerTenantId"><input name="partnerId"><button>Send</button></form>
<cpor-claim-form name="claim"></cpor-claim-form>`;
const KINDS = { js, html, sh, http, css, json };
const NO_CODE = ["text"];

before(async () => {
  await ensurePacked();
  await install(portal);
  const samples = { "subscriptions.json": "graph-subscriptions.json", "claims.csv": "claims.csv" };
  for (const [name, sample] of Object.entries(samples))
    await copyFile(inRoot("tests", "samples", sample), join(portal, name));
  await writeFile(join(portal, "app.js"), 'import "cpor-preflight/define";\n');
  await mkdir(join(portal, "public"), { recursive: true });
  await symlink(nodeBin("esbuild"), join(portal, "node_modules", ".bin", "esbuild"));
});

after(() => rm(portal, { recursive: true, force: true }));

test("every piece of code says its language", () => {
  for (const { language, name } of snippets) {
    const known = [...Object.keys(KINDS), ...NO_CODE, "jsx", "ts", "tsx"];
    assert.ok(known.includes(language), `${name}: “${language}”`);
  }
});

for (const snippet of snippets.filter(({ language }) => !NO_CODE.includes(language))) {
  const { name, language, note } = snippet;
  const [, twin] = note.match(/the same as ([^\s,]+)/) ?? [];
  const [, reason] = note.match(/^not run[^:]*: (.+)/) ?? [];
  test(`${name}: ${language}`, { skip: reason }, async () => {
    if (twin) assert.equal(snippet.code, await readFile(inRoot(twin), "utf8"));
    else await KINDS[language](snippet);
  });
}

async function js(snippet) {
  const script = asserted(snippet.code);
  if (snippet.options.includes("browser")) return onPage(snippet, script);
  const file = `${fileName(snippet)}.mjs`;
  await writeFile(join(portal, file), script);
  assert.deepEqual(await execute(process.execPath, [file]), { code: 0, stderr: "" });
}

async function onPage(snippet, script) {
  const name = fileName(snippet);
  const placed = script.replace(
    /\b(from|import) "(cpor-preflight[^"]*)"/g,
    (_, word, entry) => `${word} "${addressOf(entry)}"`,
  );
  await writeFile(join(portal, `${name}.js`), `${placed}\ndocument.title = "done";\n`);
  const html = `${PAGE}<script type="module" src="${name}.js"></script>`;
  const host = await openPage(name, html, POLICY);
  const { page } = host;
  const why = () => assert.fail(host.problems().join("\n") || "it does not end");
  await page.waitForFunction(() => document.title === "done").catch(why);
  assert.deepEqual(host.problems(), []);
  await host.close();
}

async function html(snippet, policy = POLICY.replace("'self'", "'self' 'unsafe-inline'")) {
  const host = await openPage(fileName(snippet), snippet.code, policy);
  const { page } = host;
  await page.waitForFunction(() => !document.querySelector(":not(:defined)"));
  const states = await page.evaluate(async () => {
    const elements = [...document.querySelectorAll("*")].filter(({ whenReady }) => whenReady);
    return Promise.all(elements.map(async (element) => (await element.whenReady()).state));
  });
  assert.deepEqual(
    states.filter((state) => state !== "ready"),
    [],
  );
  assert.deepEqual(host.problems(), []);
  await host.close();
}

async function http({ code, ...snippet }) {
  const { text } = documents.find(({ path }) => path === "README.md");
  const embedded = codeOf(text).find(({ language }) => language === "html");
  await html({ ...snippet, code: embedded.code }, policyIn(code));
}

async function sh({ code, options }) {
  const folder = code.startsWith("npm install") ? mkdtempSync(join(portal, "empty-")) : portal;
  if (folder !== portal) await writeFile(join(folder, "package.json"), "{}");
  const [exit = "0"] = options.flatMap((option) => option.match(/^exit=(\d+)$/)?.[1] ?? []);
  // What is published is what is packed.
  const script = code.replace(/\bnpm install cpor-preflight\b/, `npm install ${tarball}`);
  const ended = await execute("bash", ["-euo", "pipefail", "-c", script], folder);
  assert.equal(ended.code, Number(exit), ended.stderr);
}

async function css({ code, path }) {
  const host = await openPage("styles", "", POLICY);
  const count = await host.page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet.cssRules.length;
  }, code);
  assert.equal(count, code.match(/\{/g).length, path);
  const manifest = await readFile(inRoot("dist", "custom-elements.json"), "utf8");
  const names = [...code.matchAll(/--cpor-[\w-]+/g), ...code.matchAll(/(?<=::part\()[\w-]+/g)];
  for (const [name] of names) assert.ok(manifest.includes(`"${name}"`), name);
  await host.close();
}

function json({ code }) {
  JSON.parse(code);
}

/** A page of its own in the portal. */
async function openPage(name, body, policy) {
  await writeFile(
    join(portal, `${name}.html`),
    `<!doctype html><html lang="en"><title>Portal</title>\n${body}`,
  );
  return open({
    path: `/${name}.html`,
    async prepare(page) {
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      await page.route(`**/${name}.html`, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), "content-security-policy": policy };
        return route.fulfill({ response, headers });
      });
    },
  });
}

/** Lines `expression; // => value` become comparisons. */
function asserted(code) {
  const compared = code.replace(
    /^(\s*)(\S.*); \/\/ => (.+)$/gm,
    (_, indent, expression, value) => `${indent}expectEqual(${expression}, ${value});`,
  );
  return `${compared}
function expectEqual(...values) {
  const [is, wanted] = values.map((value) => JSON.stringify(value));
  if (is !== wanted) throw new Error(\`it is \${is}, not \${wanted}\`);
}`;
}

/** Where an entry of the package lies on the page's server. */
function addressOf(entry) {
  const target = entries[entry.replace("cpor-preflight", ".")];
  return `${PACKAGE}/${(target.default ?? target).replace("./", "")}`;
}

function policyIn(code) {
  return code.trim().replace("Content-Security-Policy: ", "");
}

function fileName({ path, line }) {
  return `${path.replace(/\W+/g, "-")}-${line}`;
}

/** Runs a command in a folder; resolves to its exit code and what it complains about. */
function execute(command, args, cwd = portal) {
  const quiet = {
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_loglevel: "error",
  };
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...quiet } });
    const pieces = [];
    child.stdout.resume();
    child.stderr.on("data", (piece) => pieces.push(piece));
    child.on("error", fail);
    child.on("close", (code) => done({ code, stderr: `${Buffer.concat(pieces)}` }));
  });
}
