// Builds the wasm modules and their glue into www/lib/wasm, the SKU table into www/lib/skus.js, what
// the core says of rule sets, fields and codes into www/lib/registry-first.js and registry-rest.js, each
// language in parts and as a whole into www/lib/parts and the page's own words into www/page/words, the
// core's closed lists into www/lib/closed-lists.js and as types into www/lib/lists.d.ts, the page's
// scripts and style into www/built, and the publishable package into dist: the library's and the
// elements' scripts, one classic script with everything in it, the page as one file, and the hashes of
// all files; what browsers load of it also into www/package, for www/embed.html.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { oneFile } from "./alone.mjs";
import { bundlePackage } from "./bundle.mjs";
import { credits } from "./credits.mjs";
import { describeElements } from "./manifests.mjs";
import { serviceWorker, versionDefined } from "./offline.mjs";
import {
  ensurePackages,
  ensureWasmBindgen,
  ensureWasmTarget,
  filesUnder,
  inRoot,
  isMain,
  nodeBin,
  root,
  run,
  targetDir,
  wasmBindgen,
  wasmTarget,
} from "./tools.mjs";

const lib = inRoot("www", "lib");
const texts = join(lib, "text");
const parts = join(lib, "parts");
const page = inRoot("www", "page");
const pageTexts = join(page, "text");
const pageWords = join(page, "words");
const languages = join(page, "language");
const built = inRoot("www", "built");
/** The modules built from the one crate, by the cargo features that make each. */
const modules = {
  check: "cpor_check",
  "check,evidence": "cpor_preflight",
  exports: "cpor_exports",
  batch: "cpor_batch",
};
const NAMED_AS = { check: "CHECK", "check,evidence": "CORE", exports: "READERS", batch: "BATCH" };
/** Where speed counts more than size: a form starts with the check alone, and the core comes later. */
const FAST = ["batch", "check,evidence"];
/** What scripts/weigh.mjs looks at: the check with its names, and the sources of the page's script. */
export const weighed = {
  wasm: join(targetDir, "bindgen", `${modules.check}_bg.wasm`),
  optimised: "-Oz",
  page: join(targetDir, "page.json"),
};
const minifying = { minify: true, format: "esm", target: "es2022", charset: "utf8" };

export async function build() {
  await ensureWasmTarget();
  await run("cargo", ["fetch", "--quiet", "--target", wasmTarget]);
  const tools = Promise.all([ensurePackages(), ensureWasmBindgen()]);
  // Two at a time: optimised as a whole, a module keeps one core busy.
  const all = Object.keys(modules);
  const lanes = [0, 1].map((odd) => all.filter((_, at) => at % 2 === odd));
  await Promise.all([tools, ...lanes.map((lane) => buildAll(lane, tools))]);
  await describeWasm();
  await buildSkus();
  await buildTexts();
  await buildRegistry();
  await buildPage();
  await buildServiceWorker();
  await buildPackage();
  await copyPackage();
}

async function buildAll(some, tools) {
  const inputs = [];
  for (const features of some) inputs.push(await buildWasm(features));
  await tools;
  for (const [at, features] of some.entries()) await buildGlue(features, inputs[at]);
}

/** Keeps this machine's paths out of the wasm, so that every machine builds the same bytes. */
async function sameEverywhere() {
  const sources = join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "registry", "src");
  const registries = existsSync(sources) ? await readdir(sources) : [];
  const folders = [root, ...registries.map((name) => join(sources, name, sep))];
  const flags = folders.map((folder) => `--remap-path-prefix=${folder}=`);
  flags.push(`--remap-path-prefix=${await rustSources()}`);
  return { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") };
}

/** Where Rust's own sources are installed, they are named by their place there; elsewhere, by this name. */
async function rustSources() {
  const ask = async (...args) => (await promisify(execFile)("rustc", args, { cwd: root })).stdout;
  const place = join((await ask("--print", "sysroot")).trim(), "lib", "rustlib", "src", "rust");
  const [, hash] = (await ask("-vV")).match(/^commit-hash: (\w+)$/m) ?? [];
  return `${place}=/rustc/${hash}`;
}

/** One module, in a target folder of its own: in a common one each would overwrite the other. Gives its path. */
async function buildWasm(features) {
  const folder = join(targetDir, `wasm-${features.replace(",", "-")}`);
  const profile = FAST.includes(features) ? "batch" : "release";
  // One crate type alone: cargo applies link-time optimisation only where no rlib is asked for.
  const crate = [
    "--lib",
    "--crate-type",
    "cdylib",
    "--no-default-features",
    "--features",
    features,
  ];
  await run(
    "cargo",
    ["rustc", "--profile", profile, ...crate, "--target", wasmTarget, "--target-dir", folder],
    await sameEverywhere(),
  );
  return join(folder, wasmTarget, profile, "cpor_preflight.wasm");
}

/** Glue and shrunken wasm; skipped while cargo's output and this script are the same as last time. */
async function buildGlue(features, input) {
  const name = modules[features];
  const out = join(lib, "wasm");
  const [glue, wasm, stamp] = [`${name}.js`, `${name}_bg.wasm`, join(out, `${name}.stamp`)];
  const state = await digest(input, inRoot("package-lock.json"), new URL(import.meta.url));
  const raw = join(targetDir, "bindgen");
  const areThere = existsSync(stamp) && existsSync(join(raw, wasm));
  if (areThere && (await readFile(stamp, "utf8")) === state) return;

  await rm(stamp, { force: true });
  await mkdir(out, { recursive: true });
  const bindgen = ["--target", "web", "--no-typescript", "--out-dir", raw, "--out-name", name];
  // Without an address of its own: where one is given, bundlers must not ship the wasm a second time.
  await run(wasmBindgen, [
    ...bindgen,
    "--omit-default-module-path",
    "--remove-producers-section",
    input,
  ]);
  if (features === "check") {
    await writeFile(join(raw, wasm), await withoutMessages(await readFile(join(raw, wasm))));
  }
  // wasm-opt learns from the file itself which features it may use; --all-features would break old browsers.
  await run(nodeBin("wasm-opt"), [
    FAST.includes(features) ? "-O3" : "-Oz",
    "--strip-debug",
    join(raw, wasm),
    "-o",
    join(out, wasm),
  ]);
  await writeFile(
    join(out, glue),
    await minify(startingAnew(await readFile(join(raw, glue), "utf8"))),
  );
  await writeFile(stamp, state);
}

/**
 * Lets what would say why it fails just fail: the texts take a twentieth of the check, and who gets a
 * fresh instance does not read them. The core, which answers the same, has them.
 */
async function withoutMessages(bytes) {
  const { default: binaryen } = await import("binaryen");
  // The names tell what the sizes consist of (scripts/weigh.mjs); the product has none.
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(bytes);
  for (let at = 0; at < module.getNumFunctions(); at++) {
    const named = module.getFunctionByIndex(at);
    const { name, module: imported } = binaryen.getFunctionInfo(named);
    if (!imported && NEVER_RETURN.test(name)) {
      binaryen.Function.setBody(named, module.unreachable());
    }
  }
  return module.emitBinary();
}

/** Rust's own functions that only fail, and what is called when they do. */
const NEVER_RETURN = new RegExp(
  [
    String.raw`^(core|std|alloc|__rustc)\[\w+\]::(\S*::)?(`,
    String.raw`panic|panic_fmt|panic_with_hook|rust_panic|rust_oom|panic_(already|const)_\w+|`,
    String.raw`\w+_fail|\w+_failed|capacity_overflow|handle_error|handle_alloc_error)$|`,
    String.raw`^console_error_panic_hook::hook\b`,
  ].join(""),
);

/**
 * wasm-bindgen's glue, but for how it hands over long texts, and for how it starts: `initSync` of its
 * own makes one instance and no other, where after a trap another one is needed, and the module is
 * always given compiled, so that nothing has to be fetched.
 */
function startingAnew(glue) {
  const own = {
    "async function __wbg_load": "",
    "function initSync": `function initSync({ module }) {
      if (!(module instanceof WebAssembly.Module)) module = new WebAssembly.Module(module);
      const instance = new WebAssembly.Instance(module, __wbg_get_imports());
      return __wbg_finalize_init(instance, module);
    }`,
    "async function __wbg_init": `async function __wbg_init({ module_or_path: module }) {
      if (wasm !== undefined) return wasm;
      const instance = await WebAssembly.instantiate(module, __wbg_get_imports());
      return __wbg_finalize_init(instance, module);
    }`,
  };
  const anew = Object.entries(own).reduce((text, [start, by]) => {
    const [before, after] = text.split(`\n${start}(`);
    const end = after?.indexOf("\n}\n");
    if (!(end > 0)) throw new Error(`wasm-bindgen’s glue no longer has ${start}`);
    return `${before}\n${by}${after.slice(end + 2)}`;
  }, glue);
  // It hands over text letter by letter, which takes milliseconds for a table as long as nothing is compiled.
  const letters = "if (realloc === undefined) {";
  if (!anew.includes(letters)) throw new Error("wasm-bindgen’s glue no longer has short texts");
  return anew.replace(letters, `if (realloc === undefined || arg.length > ${SHORT_TEXT}) {`);
}

/** Up to this length, letter by letter is faster than an encoder. */
const SHORT_TEXT = 1000;

/** The hashes of the modules, and the modules as text, for the entries that need these. */
async function describeWasm() {
  const constants = async (known, describe) => {
    const lines = Object.entries(known).map(async ([features, name]) => {
      const bytes = await readFile(join(lib, "wasm", `${name}_bg.wasm`));
      return `export const ${NAMED_AS[features]} = ${JSON.stringify(describe(bytes))};\n`;
    });
    return (await Promise.all(lines)).join("");
  };
  await writeIfChanged(join(lib, "wasm", "hashes.js"), await constants(modules, integrity));
  const base64 = (bytes) => bytes.toString("base64");
  // The core has the check in it.
  const { check, ...inline } = modules;
  await writeIfChanged(join(lib, "wasm", "inline.js"), await constants(inline, base64));
}

const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

async function buildSkus() {
  const csv = await readFile(inRoot("src", "facts", "skus.csv"), "utf8");
  await writeIfChanged(join(lib, "skus.js"), `export default ${JSON.stringify(csv)};\n`);
  await writeIfChanged(join(lib, "skus.csv"), csv);
}

/** What a catalogue says in a form that is still empty. `*` stands for any name. */
const AT_FIRST = [
  ...["tag", "name", "terms", "names", "fields", "options", "rulesets.*.title", "severities"],
  ...["verdicts", "support"],
];
/** What it says of a claim without evidence; all else can come with the evidence. */
const OF_CLAIMS = ["list", "checks", "kinds", "facts", "outcomes", "timeline", "findings"];
const below = (section, names) => names.split(" ").map((name) => `${section}.${name}`);
/** What the page says around an empty form; all else comes with what is said of a claim. */
const AROUND_AT_FIRST = [
  ...["title", "heading", "lede", "privacy", "privacyAlone", "decides", "bulk", "embed", "rules"],
  ...["language", "dark", "light", "loading", "form", "clear", "cleared", "undo", "undone"],
  ...["examples", "exampleNames", "exampleFilled", "exampleFailed"],
  ...["restore", "restoreYes", "restoreNo", "lookUp.button", "diagnosis.title"],
  ...["activityGuide.title", "partnerGuide.title"],
  ...below("common", "error copy copyByHand partFailed retry"),
  ...below("rulesets", "label title chosen"),
  ...below("result", "result open openText checks timeline claim print download unasked"),
  ...below("result", "unaskedText failed worksheet busy"),
  ...below("result.failures", "wasm_blocked_by_csp wasm_fetch_failed wasm_integrity"),
  ...below("result.failures", "wasm_unsupported internal"),
  ...below("evidence", "title hint how choose orDrop paste add"),
];
/** Findings that only evidence raises; tests/library/library.test.mjs compares with what claims alone raise. */
export const BY_EVIDENCE = [
  ...["tenant-domain-mismatch", "tenant-not-found", "tenant-other-cloud"],
  ...["subscription-on-other-tenant", "product-not-on-tenant", "subscription-not-listed"],
  ...["product-subscription-mismatch", "subscription-not-dynamics", "subscription-csp"],
  ...["subscription-not-provisioned", "subscription-newly-provisioned"],
  ...["subscription-already-claimed", "subscription-not-active", "subscription-in-grace"],
  ...["subscription-ending", "partner-id-not-enrolled", "partner-id-global-account"],
  ...["partner-id-partner-type", "own-claim-exists", "evidence-malformed"],
  "evidence-contradiction",
];

async function buildTexts() {
  await mkdir(parts, { recursive: true });
  await mkdir(pageWords, { recursive: true });
  const byEvidence = BY_EVIDENCE.map((code) => `findings.${code}`);
  for (const path of await filesUnder(texts)) {
    const catalogue = await textsIn(join(texts, path));
    expectNames([...AT_FIRST, ...OF_CLAIMS, ...byEvidence], catalogue, path);
    const partOf = (names) => {
      const own = names[0] === "rulesetWords" ? names.slice(2) : names;
      if (isAmong(AT_FIRST, own)) return "";
      return isAmong(OF_CLAIMS, own) && !isAmong(byEvidence, own) ? "-findings" : "-rest";
    };
    await writeParts(join(parts, path), catalogue, partOf, ["", "-findings", "-rest"]);
    await writeIfChanged(join(parts, path.replace(".js", ".json")), JSON.stringify(catalogue));
  }
  for (const path of await filesUnder(pageTexts)) {
    const words = await textsIn(join(pageTexts, path));
    expectNames(AROUND_AT_FIRST, words, path);
    const partOf = (names) => (isAmong(AROUND_AT_FIRST, names) ? "" : "-later");
    await writeParts(join(pageWords, path), words, partOf, ["", "-later"]);
  }
}

const textsIn = async (path) => (await import(`${pathToFileURL(path)}?${Date.now()}`)).default;

/** Each text goes into the file of its part, which it is told by the names that lead to it. */
async function writeParts(path, all, partOf, endings) {
  for (const ending of endings) {
    const text = JSON.stringify(only(all, (names) => partOf(names) === ending));
    await writeIfChanged(path.replace(/\.js$/, `${ending}.js`), `export default ${text};\n`);
  }
}

/** The texts that are wanted, under their names; `undefined` where there are none. */
function only(node, isWanted, names = []) {
  const all = typeof node === "string" ? [] : Object.entries(node);
  if (all.length === 0) return isWanted(names) ? node : undefined;
  const each = all
    .map(([name, child]) => [name, only(child, isWanted, [...names, name])])
    .filter(([, child]) => child !== undefined);
  return each.length ? Object.fromEntries(each) : undefined;
}

/** Is a text, by the names that lead to it, one of these or below one? */
const isAmong = (paths, names) =>
  paths.some((path) => path.split(".").every((name, at) => name === "*" || name === names[at]));

/** What is named wrongly here would silently come with another part. */
function expectNames(paths, all, file) {
  const unknown = paths.filter((path) => !only(all, (names) => isAmong([path], names)));
  if (unknown.length) throw new Error(`${file} has no ${unknown.join(", ")}`);
}

/**
 * What the core says of rule sets, fields, checks, codes and questions, so that no module that checks
 * has to tell it; and one type for each of its closed lists, and one for the languages.
 */
async function buildRegistry() {
  const glue = join(lib, "wasm", `${modules["check,evidence"]}.js`);
  const core = await import(`${pathToFileURL(glue)}?${Date.now()}`);
  core.initSync({ module: await readFile(glue.replace(/\.js$/, "_bg.wasm")) });
  const described = core.registry();
  const [{ ruleset, codes, lists, fields, checks, ...common }] = described;
  const digits = (names) => names.map((name) => lists.Field.indexOf(name).toString(36)).join("");
  const first = {
    rulesets: described.map(({ ruleset: { id, page, required } }) => ({
      ...{ id, page, required: digits(required) },
    })),
    fields: fields.map(({ name, options }) => [name, ...options]),
    checks: checks.join(" "),
    codes: codes.map(({ code }) => code).join(" "),
    kinds: codes.map(({ kind }) => kind[0]).join(""),
    about: codes.map((code) => digits(code.fields)).join(" "),
    ...Object.fromEntries(NAMED_IN_REPORTS.map((name) => [name, lists[name].join(" ")])),
  };
  const rest = {
    ...common,
    rulesets: described.map(({ ruleset: { id, page, required, ...own }, codes: all }) => ({
      ...own,
      ruled: all.map(({ severity, except, section }) => ({ severity, except, section })),
    })),
    codes: codes.map(({ check, params }) => ({ check, params })),
  };
  await writeIfChanged(
    join(lib, "registry-first.js"),
    `export default ${JSON.stringify(first)};\n`,
  );
  await writeIfChanged(join(lib, "registry-rest.js"), `export default ${JSON.stringify(rest)};\n`);
  await writeIfChanged(join(lib, "closed-lists.js"), constant("LISTS", lists));
  // What a form has to be asked for before the core is there.
  await writeIfChanged(join(lib, "fields.js"), constant("FIELDS", lists.Field));

  const { LOCALES } = await import(pathToFileURL(join(lib, "preflight.js")));
  const all = { ...lists, Locale: LOCALES };
  const names = Object.keys(all).sort();
  const types = names.map((name) => unionType(name, all[name]));
  const text = ["// Generated by scripts/build.mjs from the core's lists.", ...types].join("\n\n");
  await writeIfChanged(join(lib, "lists.d.ts"), `${text}\n`);
}

/** The lists whose names reports have by their places, beside the fields. */
const NAMED_IN_REPORTS = ["Verdict", "Outcome", "Severity", "StepName"];
const constant = (name, value) => `export const ${name} = ${JSON.stringify(value)};\n`;

/** Broken into lines as the formatter would. */
function unionType(name, values) {
  const literals = values.map((value) => JSON.stringify(value));
  const line = `export type ${name} = ${literals.join(" | ")};`;
  if (line.length <= 100) return line;
  return `export type ${name} =${literals.map((literal) => `\n  | ${literal}`).join("")};`;
}

/**
 * What the page loads: one script for form and result, with the library in it; one for each language
 * and each part that can wait. What these have in common is small and all in one file, so that its
 * name is known to index.html; a second one of that name makes esbuild fail.
 */
async function buildPage() {
  const scripts = [
    "app",
    "diagnosis",
    "examples",
    "exports",
    "guides",
    "handoff",
    "lookup",
    "report",
    "rulesets",
    "version",
  ];
  const rests = (await filesUnder(parts)).filter((path) => path.endsWith("-rest.js"));
  const { build: bundle } = await import("esbuild");
  const { outputFiles, metafile } = await bundle({
    ...minifying,
    metafile: true,
    entryPoints: {
      ...Object.fromEntries(scripts.map((name) => [name, join(page, `${name}.js`)])),
      skus: join(lib, "skus.js"),
      "registry-rest": join(lib, "registry-rest.js"),
      core: join(lib, "core.js"),
      readers: join(lib, "wasm", `${modules.exports}.js`),
      ...Object.fromEntries(rests.map((path) => [path.replace(/\.js$/, ""), join(parts, path)])),
      style: join(page, "page.css"),
      late: join(page, "late.css"),
      ...Object.fromEntries(
        (await filesUnder(languages)).map((path) => [
          path.replace(/\.js$/, ""),
          join(languages, path),
        ]),
      ),
    },
    outdir: built,
    chunkNames: "shared",
    bundle: true,
    splitting: true,
    write: false,
    define: await versionDefined(),
    // The form checks no files; without this, their part would be built for nobody.
    external: [join(lib, "batch.js")],
    plugins: [oneFileForBoth],
  });
  await writeFile(weighed.page, JSON.stringify(metafile));
  const others = [buildAhead(), buildWorkers(), buildEmbed(), buildBulk()];
  outputFiles.push(...(await Promise.all(others)).flat());
  await mkdir(built, { recursive: true });
  const paths = outputFiles.map(({ path }) => path);
  for (const path of await filesUnder(built)) {
    if (!paths.includes(join(built, path))) await rm(join(built, path));
  }
  for (const { path, text } of outputFiles) await writeIfChanged(path, text);
}

/**
 * The workers that read large exports and check files of claims, each in one file of its own: only
 * the page's words and the SKU table are shared, and those only when they are asked for.
 */
async function buildWorkers() {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    ...minifying,
    entryPoints: {
      reader: join(page, "reader.js"),
      checker: join(page, "bulk", "checker.js"),
    },
    outdir: built,
    bundle: true,
    write: false,
    plugins: [filesOfThePage],
  });
  return outputFiles;
}

/** In a file of its own, so that it runs before all else is there. */
async function buildAhead() {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    ...minifying,
    entryPoints: [join(page, "ahead.js")],
    outdir: built,
    bundle: true,
    write: false,
    plugins: [filesOfThePage],
  });
  return outputFiles;
}

/**
 * The page for many claims, in one file of its own, so that the form's page loads nothing for it;
 * the words and the SKU table are those of the form's page.
 */
async function buildBulk() {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    ...minifying,
    entryPoints: [join(page, "bulk.js"), join(page, "bulk.css")],
    outdir: built,
    bundle: true,
    write: false,
    define: await versionDefined(),
    plugins: [filesOfThePage],
  });
  return outputFiles;
}

/** After everything that it keeps. */
async function buildServiceWorker() {
  const { REGISTRY } = await import(pathToFileURL(join(lib, "registry.js")));
  const ids = REGISTRY.rulesets.map(({ id }) => id);
  await writeIfChanged(inRoot("www", "offline.js"), await serviceWorker(minifying, ids));
}

/** The page for portals: it loads the package as any portal does, so nothing of that is in its script. */
async function buildEmbed() {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    ...minifying,
    entryPoints: [join(page, "embed.js"), join(page, "embed.css")],
    outdir: built,
    bundle: true,
    write: false,
    external: ["../package/*"],
  });
  return outputFiles;
}

/** What lies outside www cannot be served with it. */
async function copyPackage() {
  const [dist, copy] = [inRoot("dist"), inRoot("www", "package")];
  const files = (await filesUnder(dist)).filter((path) => /\.(js|css|wasm)$/.test(path));
  for (const path of existsSync(copy) ? await filesUnder(copy) : []) {
    if (!files.includes(path)) await rm(join(copy, path));
  }
  for (const path of files) {
    await mkdir(join(copy, path, ".."), { recursive: true });
    await cp(join(dist, path), join(copy, path), { preserveTimestamps: true });
  }
}

/** What the library loads when it is asked to lies beside the worker, as it does beside the page. */
const filesOfThePage = {
  name: "files of the page",
  setup({ onResolve }) {
    onResolve({ filter: /\/(parts|language)\/|\/(skus|registry-rest)\.js$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: `./${basename(path)}`, external: true } : undefined,
    );
  },
};

/**
 * What the library loads late, a language or the look-up, comes with the page's own half of it: the
 * library takes it from there.
 */
const oneFileForBoth = {
  name: "one file for library and page",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(parts\/|lookup)/ }, ({ path, kind, resolveDir }) => {
      const folder = path.startsWith("./parts/") ? languages : page;
      return kind === "dynamic-import" && resolveDir === lib && !path.endsWith("-rest.js")
        ? { path: join(folder, basename(path)) }
        : undefined;
    });
  },
};

/**
 * dist has the package's scripts, the wasm and the types of www/lib, scripts that have all they need in
 * them, and the hashes of all files, for hosts that give them to browsers.
 */
export async function buildPackage(dist = inRoot("dist")) {
  const files = (await filesUnder(lib)).filter((path) => !/\.(js|stamp)$/.test(path));
  const bundles = {
    ...(await bundled()),
    ...(await bundlePackage(minifying)),
    ...(await describeElements()),
    "cpor-preflight.html": await oneFile(minifying),
    "THIRD-PARTY.md": credits(),
  };
  const wanted = [...files, ...Object.keys(bundles), HASHES];
  for (const path of await filesUnder(dist)) if (!wanted.includes(path)) await rm(join(dist, path));
  for (const path of files) {
    const [from, to] = [join(lib, path), join(dist, path)];
    await mkdir(join(to, ".."), { recursive: true });
    await writeIfChanged(to, await readFile(from));
  }
  for (const [path, text] of Object.entries(bundles)) {
    await mkdir(join(dist, path, ".."), { recursive: true });
    await writeIfChanged(join(dist, path), text);
  }
  const loadable = [...files, ...Object.keys(bundles)].filter((path) => /\.(js|wasm)$/.test(path));
  const hashes = loadable
    .sort()
    .map(async (path) => [path, integrity(await readFile(join(dist, path)))]);
  const text = JSON.stringify(Object.fromEntries(await Promise.all(hashes)), null, 2);
  await writeIfChanged(join(dist, HASHES), `${text}\n`);
}

const HASHES = "integrity.json";

/** The scripts that have all they need in them, by their names in dist. */
async function bundled() {
  const { build: bundle } = await import("esbuild");
  const bundles = [
    // ASCII alone: a page that does not say how it is encoded reads a script beside it its own way.
    {
      ...{ entry: "classic", name: "cpor-preflight.iife", format: "iife", charset: "ascii" },
      globalName: "CporPreflight",
    },
    { entry: "worker-script", name: "worker-script" },
  ].map(async ({ entry, name, ...kind }) => {
    const { outputFiles } = await bundle({
      ...minifying,
      ...kind,
      entryPoints: [join(lib, `${entry}.js`)],
      bundle: true,
      write: false,
      plugins: [nothingToLoad],
    });
    return [`${name}.js`, outputFiles[0].text];
  });
  return Object.fromEntries(await Promise.all(bundles));
}

/** Where everything is in one file, the form takes the library from there, too. */
const nothingToLoad = {
  name: "nothing to load",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/web\.js$/ }, () => ({ path: join(lib, "inline.js") }));
    // The whole of a language is there as it is.
    onResolve({ filter: /^\.\/parts\// }, ({ path }) => ({
      path: join(texts, basename(path).replace(/-\w+/, "")),
    }));
  },
};

async function minify(script) {
  const { transform } = await import("esbuild");
  const { code } = await transform(script, minifying);
  return code;
}

async function digest(...paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest("hex");
}

/** Leaves an unchanged file untouched, so that its age tells when it last changed. */
async function writeIfChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && bytes.equals(await readFile(path))) return;
  await writeFile(path, bytes);
}

if (isMain(import.meta.url)) await build();
