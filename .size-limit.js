// What people load, compressed as servers do it: `npm run size` prints it, and fails where something has
// grown by more than 2 %; `npm run size:update` takes the present sizes as those to compare with.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

/** By what it is for. A script stands for all that it imports at once; what it loads later is named. */
const MEASURED = {
  ...each("en de", (language) => [
    `the page in ${language}, until a claim is checked`,
    "www: index.html favicon.svg manifest.webmanifest built/style.css built/ahead.js built/app.js",
    `www: built/${language}.js lib/wasm/cpor_check_bg.wasm`,
  ]),
  "all that the pages can load": ["www: built/* lib/wasm/*.wasm"],
  "a form element in en, until a claim is checked": [
    "dist: define.js element/runtime.js element/en.js parts/en.js wasm/cpor_check_bg.wasm",
  ],
  "an attached form in en, until a claim is checked": [
    "dist: attach.js web.js parts/en.js parts/en-findings.js wasm/cpor_check_bg.wasm",
  ],
  ...each("web slim inline attach define worker worker-script skus node cli", (name) => [
    `${name}.js of the package, imported`,
    `dist: ${name}.js`,
  ]),
  "the page as one file": ["dist: cpor-preflight.html"],
};

function each(names, of) {
  return Object.fromEntries(names.split(" ").map((name) => [of(name)[0], of(name).slice(1)]));
}

const paths = ([folder, names]) => names.split(" ").map((name) => `${folder}/${name}`);
const named = (lists) => lists.flatMap((list) => paths(list.split(": ")));
const { metafile } = await build({
  entryPoints: Object.values(MEASURED)
    .flatMap(named)
    .filter((path) => /^[^*]+\.js$/.test(path)),
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
const golden = readFileSync(new URL("tests/golden/size.json", import.meta.url), "utf8");
const limits = JSON.parse(golden || "[]").map(({ name, size }) => [name, `${size * 1.02} B`]);
const limitOf = (name) => golden && (Object.fromEntries(limits)[name] ?? "1 B");

export default Object.entries(MEASURED).map(([name, lists]) => ({
  ...{ name, path: importedAtOnce(named(lists)), limit: limitOf(name) || undefined },
}));
