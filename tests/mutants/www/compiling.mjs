// Which mutants do not compile: they could never be committed, so no test has to notice them.
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "typescript";
import { inRoot } from "../../../scripts/tools.mjs";

const PROJECTS = ["www/tsconfig.json", "www/tsconfig.cli.json"];

/** Answers of one mutant whether its file still compiles, with the others as they are. */
export function compiler() {
  const projects = PROJECTS.map((path) => project(inRoot(path)));
  return ({ file, range: [start, end], replacement }) => {
    const path = inRoot(file);
    const { service, change } = projects.find(({ names }) => names.has(path)) ?? projects[0];
    const text = readFileSync(path, "utf8");
    change(path, text.slice(0, start) + replacement + text.slice(end));
    const errors = [
      ...service.getSyntacticDiagnostics(path),
      ...service.getSemanticDiagnostics(path),
    ];
    change(path, undefined);
    return errors.length === 0;
  };
}

/** The `names` of a project's files, its language `service`, and what gives a file another text than it has. */
function project(path) {
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname(path),
    {},
    path,
  );
  const texts = new Map();
  const changes = new Map();
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (name) => String(changes.get(name) ?? 0),
    getScriptSnapshot(name) {
      const text = texts.get(name) ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => inRoot(),
  });
  const change = (name, text) => {
    texts.set(name, text);
    changes.set(name, (changes.get(name) ?? 0) + 1);
  };
  return { names: new Set(fileNames), service, change };
}
