// What people load, compressed as servers do it: `npm run size` prints it, and fails where something has
// grown by more than 2 %; `npm run size:update` takes the present sizes as those to compare with.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { build } from "esbuild";

const [SITE, DIST, CHECK] = ["www/generated/site", "dist", "cpor_check_bg.wasm"];
/** The scripts that were built from modules of a name and are loaded by it, with hashes in their names: the largest first. */
const loaded = (module) =>
  readdirSync(DIST)
    .filter((name) => name.startsWith(`${module}-`) && name.endsWith(".js"))
    .sort((a, b) => statSync(`${DIST}/${b}`).size - statSync(`${DIST}/${a}`).size);
/** Of a language: the longest. */
const [CLAIM_WORDS, FORM_WORDS] = ["claim", "form"].map((file) => loaded(file)[0]);
/**
 * By what it is for. A page stands for all that its links and scripts name, a script for all that it
 * imports at once; what is loaded later is named. Words are those of one language, as a visitor loads them.
 */
const MEASURED = {
  "the page, until a claim is checked": [SITE, "index.html"],
  "many claims and the plan, with their worker": [
    ...[SITE, "many-*.js", "view-many.js", "view-plan.js", "grid.css", "checker.mjs"],
  ],
  "all that the pages can load": [SITE, "*.{js,mjs,css,html,wasm}"],
  "a form element, until a claim is checked": [
    ...[DIST, "define.js", "runtime.js", ...loaded("element-style"), CHECK, CLAIM_WORDS],
    FORM_WORDS,
  ],
  "an attached form, until a claim is checked": [DIST, "attach.js", "web.js", CHECK, CLAIM_WORDS],
  "the package’s core": [DIST, "cpor_core_bg.wasm"],
  "the page as one file": [DIST, "cpor-preflight.html"],
  "the style of an attached form": [DIST, "attach.css"],
  ...Object.fromEntries(
    "web slim inline attach schema server define define-bundled worker cli skus"
      .split(" ")
      .map((name) => [`${name}.js of the package, imported`, [DIST, `${name}.js`]]),
  ),
};

const links = /<(?:link|script)\b[^>]* (?:href|src)="([^"]+)"/g;
const namedBy = (page) =>
  Array.from(readFileSync(page, "utf8").matchAll(links), ([, name]) => name);
const paths = ([folder, ...names]) => {
  const pages = folder === SITE ? names.filter((name) => /^[^*]+\.html$/.test(name)) : [];
  const all = [...names, ...pages.flatMap((name) => namedBy(`${folder}/${name}`))];
  return all.map((name) => `${folder}/${name}`);
};
const isScript = (path) => /^[^*]+\.js$/.test(path);

const { metafile } = await build({
  entryPoints: Object.values(MEASURED).flatMap((list) => paths(list).filter(isScript)),
  ...{ outdir: "nowhere", bundle: true, write: false, metafile: true, format: "esm" },
  ...{ ignoreAnnotations: true, external: ["node:*"], logLevel: "error" },
});

function importedAtOnce(files) {
  const all = new Set(files);
  for (const file of all) {
    for (const { kind, path, external } of metafile.inputs[file]?.imports ?? [])
      if (kind === "import-statement" && !external) all.add(path);
  }
  return [...all];
}

// Empty while it is written.
const golden = readFileSync("tests/golden/size.json", "utf8");
const limits = JSON.parse(golden || "[]").map(({ name, size }) => [name, `${size * 1.02} B`]);
const limitOf = (name) => golden && (Object.fromEntries(limits)[name] ?? "1 B");

export default Object.entries(MEASURED).map(([name, files]) => ({
  ...{ name, path: importedAtOnce(paths(files)), limit: limitOf(name) || undefined },
}));
