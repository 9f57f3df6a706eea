// What the package is made of, as CycloneDX 1.6: the crates inside the WebAssembly, and, excluded from what is
// shipped, the packages that build it. Without a time or a random number, so that each build writes the same.
import { readFileSync } from "node:fs";
import { shippedPackages } from "./credits.mjs";
import { inRoot } from "./tools.mjs";

/** The file's text. */
export function sbom() {
  const { name, version, description, license } = read("package.json");
  const components = [...crates(), ...packages()];
  const ref = `pkg:npm/${name}@${version}`;
  const shipped = components.filter(({ scope }) => scope === "required");
  const document = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        ...{ type: "library", "bom-ref": ref, name, version, description },
        ...{ licenses: [{ expression: license }], purl: ref },
      },
    },
    components,
    dependencies: [
      { ref, dependsOn: shipped.map((component) => component["bom-ref"]) },
      ...components.map((component) => ({ ref: component["bom-ref"] })),
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const read = (path) => JSON.parse(readFileSync(inRoot(path), "utf8"));

function crates() {
  const lock = readFileSync(inRoot("Cargo.lock"), "utf8");
  return shippedPackages().map(({ name, version, license, repository }) => {
    const entry = `name = "${name}"\nversion = "${version}"\n`;
    const [, checksum] = /checksum = "(\w+)"/.exec(lock.slice(lock.indexOf(entry)));
    return {
      ...component("cargo", name, version, "required"),
      ...licensed(license.replaceAll("/", " OR ").replace(/ +/g, " ")),
      hashes: [{ alg: "SHA-256", content: checksum }],
      ...(repository && { externalReferences: [{ type: "vcs", url: repository }] }),
    };
  });
}

/** A package can be there in several versions, and each of these in several places. */
function packages() {
  const found = new Map();
  for (const [path, { version, integrity, license }] of Object.entries(
    read("package-lock.json").packages,
  )) {
    if (!path || !integrity) continue;
    const [, name] = /.*node_modules\/(.+)$/.exec(path);
    const [, content] = /^sha512-(.+)$/.exec(integrity);
    const one = {
      ...component("npm", name, version, "excluded"),
      ...licensed(license),
      hashes: [{ alg: "SHA-512", content: Buffer.from(content, "base64").toString("hex") }],
    };
    found.set(one["bom-ref"], one);
  }
  return [...found.values()];
}

function component(kind, name, version, scope) {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${version}`;
  return { type: "library", "bom-ref": purl, name, version, scope, purl };
}

const licensed = (expression) => (expression ? { licenses: [{ expression }] } : {});
