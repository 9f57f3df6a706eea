// State lives in objects: in the library only in its Engine. No script of www keeps any at its top level,
// so that two of them on a page, or a second test, share nothing. Built files are not looked at.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import ts from "typescript";
import { filesUnder, inRoot } from "../../scripts/tools.mjs";

/** Methods that change what they are called on. */
const CHANGING =
  /^(add|clear|copyWithin|delete|fill|pop|push|reverse|set|shift|sort|splice|unshift)$/;
/** Functions that change their first argument. */
const CHANGES = /^(Object\.(assign|define\w+|setPrototypeOf)|Reflect\.(set|define\w+|delete\w+))$/;

const isAssignment = (kind) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
const isStep = (kind) =>
  kind === ts.SyntaxKind.PlusPlusToken || kind === ts.SyntaxKind.MinusMinusToken;

const www = inRoot("www");
const scripts = (await filesUnder(www)).filter(
  (path) => /\.[cm]?[jt]s$/.test(path) && !/^(generated|text)\/|\.d\.ts$/.test(path),
);
const found = await Promise.all(
  scripts.map(async (path) => [path, stateIn(path, await readFile(inRoot("www", path), "utf8"))]),
);

test("no script of www keeps state at its top level", () => {
  for (const folder of ["lib", "page", "element"]) {
    const some = scripts.filter((path) => path.startsWith(`${folder}/`));
    assert.ok(some.length > 15, `only ${some.length} scripts in ${folder}`);
  }
  const withState = found.filter(([, names]) => names.length > 0);
  assert.deepEqual(Object.fromEntries(withState), {});
});

test("state at the top level is seen, and constants are none", () => {
  for (const [state, script] of [
    [["count"], "let count = 0;"],
    [["a", "b"], "var { a, b: [b] } = x();"],
    [["later"], "export let later;"],
    [["known"], "const known = new Map(); export const tell = (a) => known.set(a, 1);"],
    [["known"], "const known = new WeakMap(); function f(a) { if (a) known.delete(a); }"],
    [["list"], "const list = []; class A { b() { list.push(1); } }"],
    [["list"], "const list = [1, 2]; const f = () => { list.length = 0; };"],
    [["list"], "const list = Array.from({ length: 3 }); const f = (at) => list[at]++;"],
    [["parts"], "const parts = { a: 1 }; const f = () => { parts.a = 2; };"],
    [["parts"], "const parts = Object.create(null); const f = (k) => { parts[k] ??= 2; };"],
    [["parts"], "const parts = {}; const f = (k) => { delete parts.a[k]; };"],
    [["parts"], "const parts = {}; const f = (k) => Object.assign(parts, k);"],
    [["parts"], "const parts = {}; const f = (k) => { ({ a: parts.a } = k); };"],
    [["state"], "const state = { a: { b: [] } }; export function f() { state.a.b.push(1); }"],
    [["last"], "class A { static last; }"],
    [["#last"], "class A { static #last = 1; }"],
    [["seen"], "for (const a of []) { var seen = a; }"],
    [[], "const known = new Map([[1, 2]]); export const ask = (a) => known.get(a);"],
    [[], "const list = [1, 2]; export const ask = () => list.map((one) => one).sort();"],
    [[], "const list = []; function f(list) { list.push(1); }"],
    [[], "const root = document.body; const f = () => { root.id = 1; };"],
    [[], "const list = [3]; function f() { const list = []; list.push(1); }"],
    [[], "const { a } = x; function f() { let b = a; b += 1; for (let i = 0; ; i++); }"],
    [[], "class A { #b = new Map(); c() { this.#b.set(1, 2); } static d() {} static e = 1; }"],
    [[], "const f = () => {}; { let a = 1; a += 1; }"],
    // What is made at the top is made once.
    [[], "const list = []; for (const a of [1]) list.push(a);"],
  ]) {
    assert.deepEqual(stateIn("x.js", script), state, script);
  }
});

/** The names of what a script keeps at its top level. */
function stateIn(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const variables = new Set();
  const constants = new Set();
  const statics = new Set();
  for (const statement of source.statements) top(statement);
  const written = [...constants].filter((name) => isWritten(source, name));
  return [...variables, ...written, ...statics];

  function top(node) {
    if (ts.isVariableDeclarationList(node)) {
      const isConstant = node.flags & ts.NodeFlags.Const;
      const isScoped = node.flags & ts.NodeFlags.BlockScoped;
      const isTop = node.parent.parent === source;
      // Of blocks at the top, only `var` outlives them.
      if (isTop || !isScoped)
        for (const name of namesOf(node, isConstant ? isMade : undefined))
          (isConstant ? constants : variables).add(name);
    }
    if (ts.isClassLike(node)) {
      for (const member of node.members) {
        const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
        const name = member.name?.getText();
        // With a value and for all to see, it is a constant of the class.
        const isConstant = member.initializer && !ts.isPrivateIdentifier(member.name);
        if (ts.isPropertyDeclaration(member) && isStatic && !isConstant) statics.add(name);
      }
    }
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, top);
  }
}

/** Is a value made here? What comes from elsewhere, a node of the page say, is the state of others. */
function isMade({ initializer }) {
  if (!initializer) return false;
  if (ts.isCallExpression(initializer))
    return /^(Object|Array)\.|^structuredClone$/.test(initializer.expression.getText());
  return [
    ...[ts.SyntaxKind.ArrayLiteralExpression, ts.SyntaxKind.ObjectLiteralExpression],
    ts.SyntaxKind.NewExpression,
  ].includes(initializer.kind);
}

function namesIn(bound) {
  if (ts.isIdentifier(bound)) return [bound.text];
  return bound.elements.flatMap((element) => (element.name ? namesIn(element.name) : []));
}

function namesOf(list, isWanted = () => true) {
  return list.declarations.filter(isWanted).flatMap(({ name }) => namesIn(name));
}

/** Does any function of the script write to what a name at the top holds? */
function isWritten(source, name) {
  let isFound = false;
  visit(source, false);
  return isFound;

  function visit(node, isWithin) {
    if (isFound || hides(node)) return;
    if (isWithin && writes(node)) isFound = true;
    const isFunction = ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, isWithin || isFunction));
  }

  /** Has a function or block another one of this name? */
  function hides(node) {
    if (node === source) return false;
    const parameters = ts.isFunctionLike(node) ? node.parameters.map((one) => one.name) : [];
    const statements = node.statements ?? [];
    const lists = [...statements].filter(ts.isVariableStatement).map((one) => one.declarationList);
    const own = [...lists.flatMap((list) => namesOf(list)), ...parameters.flatMap(namesIn)];
    return own.includes(name);
  }

  function writes(node) {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind))
      return targets(node.left).some(isIn);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
      return isStep(node.operator) && isIn(node.operand);
    if (ts.isDeleteExpression(node)) return isIn(node.expression);
    if (!ts.isCallExpression(node)) return false;
    const { expression, arguments: given } = node;
    if (CHANGES.test(expression.getText())) return given.length > 0 && isOf(given[0]);
    return (
      ts.isPropertyAccessExpression(expression) &&
      CHANGING.test(expression.name.text) &&
      isOf(expression.expression)
    );
  }

  /** A member of it, however deep. */
  function isIn(node) {
    const isMember = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
    return isMember && isOf(node.expression);
  }

  function isOf(node) {
    return ts.isIdentifier(node) ? node.text === name : isIn(node);
  }
}

/** What an assignment writes to, also by a pattern. */
function targets(node) {
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((one) => targets(one.initializer ?? one.name ?? one.expression));
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(targets);
  return [node];
}
