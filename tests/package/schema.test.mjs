// The schema in the libraries that take one: the files that schema.md shows run with the real libraries, React
// and Vue in Chromium.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { checkClaim, init } from "cpor-preflight";
import { nodeBin } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { emptied } from "./bundlers.mjs";
import { built, consumers, ensureConsumers, tool } from "./tools.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const CLAIM = {
  customerTenantId: TENANT,
  solutionArea: "microsoft-365",
  activity: "usage",
  product: "Teams",
  partnerId: " 5357564 ",
};
const open = usePage({ folder: built });
const folder = join(consumers, "schema");
let out;

before(async () => {
  await Promise.all([ensureConsumers(), init()]);
  out = await emptied("schema");
});

test("types: the libraries take the schema, and know its values", async () => {
  const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022"];
  const kinds = ["--module", "esnext", "--moduleResolution", "bundler", "--jsx", "react-jsx"];
  // The libraries' own declarations are theirs to check.
  const lib = ["--skipLibCheck", "--lib", "es2022,dom,dom.iterable", "--ignoreConfig"];
  const files = (await readdir(folder)).filter((name) => name !== "page.tsx");
  const { stdout } = await promisify(execFile)(
    nodeBin("tsc"),
    [...options, ...kinds, ...lib, ...files],
    { cwd: folder },
  ).catch((error) => error);
  assert.equal(stdout, "");
});

test("Hono: a claim that is blocked gets 400 with the findings, a right one is read", async () => {
  const { app } = await imported("hono");
  const post = (claim) =>
    app.request("/claims", {
      method: "POST",
      body: JSON.stringify(claim),
      headers: { "content-type": "application/json" },
    });
  const refused = await post({ ...CLAIM, partnerId: "contoso.com" });
  assert.equal(refused.status, 400);
  const { error } = await refused.json();
  assert.deepEqual(
    error.map(({ code, path, message, what }) => [code, path, message === what]),
    [["partner-id-wrong-kind", ["partnerId"], true]],
  );
  const taken = await post({ ...CLAIM, customerTenantId: `{${TENANT.toUpperCase()}}` });
  assert.deepEqual([taken.status, await taken.json()], [200, { filedFor: TENANT }]);
});

test("tRPC: a claim that is blocked is a bad request with the findings, a right one is read", async () => {
  const { createCaller } = await imported("trpc");
  const caller = createCaller({});
  const { code, cause } = await caller.file({ ...CLAIM, partnerId: "x" }).catch((error) => error);
  assert.equal(code, "BAD_REQUEST");
  assert.deepEqual(
    cause.issues.map((issue) => [issue.code, issue.path, issue.severity]),
    [["partner-id-malformed", ["partnerId"], "blocks"]],
  );
  assert.deepEqual(await caller.file(CLAIM), { filedFor: TENANT });
});

test("TanStack: each change is checked at once, and an error is at its field", async () => {
  const { form } = await imported("tanstack");
  form.mount();
  form.setFieldValue("customerTenantId", "contoso.com");
  const { what } = findingOf({ customerTenantId: "contoso.com" }, "tenant-id-wrong-kind");
  const errors = () => form.state.errors.flatMap((all) => Object.entries(all));
  const ofTenant = errors().find(([field]) => field === "customerTenantId");
  assert.deepEqual(
    ofTenant[1].map(({ message }) => message),
    [what],
  );
  form.setFieldValue("customerTenantId", TENANT);
  form.setFieldValue("partnerId", "5357564");
  assert.deepEqual([form.state.canSubmit, form.state.errors], [true, []]);
});

test("React Hook Form and VeeValidate: messages at the fields, then the claim as it was read", async () => {
  await bundle("page", { platform: "browser", splitting: true });
  const dist = join(consumers, "node_modules", "cpor-preflight", "dist");
  for (const name of (await readdir(dist)).filter((file) => file.endsWith(".wasm")))
    await cp(join(dist, name), join(out, name));
  const places = ["react", "vue4", "vue5"];
  const divs = places.map((id) => `<div id="${id}"></div>`).join("");
  const script = '<script type="module" src="page.js"></script>';
  await writeFile(join(out, "index.html"), `<!doctype html><title>Forms</title>${divs}${script}`);
  const host = await open({ path: "/schema/index.html" });
  const { page } = host;
  const { what } = findingOf({ customerTenantId: "contoso.com" }, "tenant-id-wrong-kind");
  for (const id of places) {
    const form = page.locator(`#${id}`);
    await form.getByLabel("Tenant").fill("contoso.com");
    await form.getByLabel("Partner ID").fill("5357564");
    await form.getByRole("button").click();
    await form.getByText(what).waitFor();
    await form.getByLabel("Tenant").fill(`{${TENANT}}`);
    await form.getByRole("button").click();
    await page.waitForFunction((name) => globalThis.sent[name], id);
    assert.deepEqual(
      await page.evaluate((name) => globalThis.sent[name], id),
      { customerTenantId: TENANT, partnerId: "5357564" },
      id,
    );
  }
  assert.deepEqual(host.pageErrors, []);
  await host.close();
});

/** A file of the portal, run in Node beside its packages. */
async function imported(name) {
  const file = await bundle(name, { platform: "node", packages: "external" });
  return import(pathToFileURL(file).href);
}

async function bundle(name, options) {
  const { build } = await tool("esbuild");
  const [file] = (await readdir(folder)).filter((path) => path.startsWith(`${name}.`));
  // Beside the packages, which Node looks for from there.
  const outdir = options.packages ? join(consumers, "node_modules", ".schema") : out;
  await mkdir(outdir, { recursive: true });
  await build({
    ...{ entryPoints: [join(folder, file)], outdir, bundle: true, format: "esm", jsx: "automatic" },
    ...{ outExtension: options.packages ? { ".js": ".mjs" } : {}, target: "es2022" },
    ...options,
  });
  return join(outdir, options.packages ? `${name}.mjs` : `${name}.js`);
}

function findingOf(claim, wanted) {
  return checkClaim(claim, {}, { locale: "en" }).findings.find(({ code }) => code === wanted);
}
