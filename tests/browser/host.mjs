// A host page with elements in it, and what tests of elements ask of them.

import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";
import { TEXTS } from "./person.mjs";

/** The policy that the elements promise to live under: see www/docs/policy.md. */
export const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
].join("; ");
export const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** Like `usePage`; the path is that of a page in tests/browser/hosts. */
export function useHost({ policy = TRUSTED, headers } = {}) {
  const open = usePage({
    folder: inRoot(),
    headers: { "Content-Security-Policy": policy, ...headers },
  });
  return async ({ path = "plain.html", ...options } = {}) => {
    const opened = await open({ path: `/tests/browser/hosts/${path}`, ...options });
    return { ...opened, form: element(opened.page.locator("cpor-claim-form").first()) };
  };
}

/** A claim form on a host page. */
export function element(node, locale = "en") {
  const texts = TEXTS[locale];
  const field = (name) => {
    const role = texts.options[name] ? "radiogroup" : "textbox";
    return node.getByRole(role, { name: texts.fields[name].label, exact: true }).first();
  };
  return {
    node,
    field,
    words: texts.page,
    check: node.getByRole("button", { name: texts.page.form.check, exact: true }),
    result: node.getByRole("group", { name: texts.page.result.result, exact: true }),
    verdict: () => node.locator(".verdict h2").innerText(),
    ready: () => node.evaluate((form) => form.whenReady().then(() => form.state)),
    get: (property) => node.evaluate((form, name) => form[name], property),
    matches: (selector) => node.evaluate((form, wanted) => form.matches(wanted), selector),
    async answer(name, value) {
      const label = texts.options[name]?.[value];
      // What an answer is called can depend on another one.
      if (label) return field(name).locator(`input[value="${value}"]`).check();
      await field(name).fill(value);
      await field(name).blur();
    },
  };
}

/** Notes events of an element from now on, as [type, detail]; the answer tells them. */
export async function events(node, ...types) {
  await node.evaluate((form, names) => {
    window.heard = [];
    for (const name of names) {
      form.ownerDocument.addEventListener(
        name,
        ({ type, target, detail }) =>
          window.heard.push([type, target.localName, detail?.verdict ?? detail?.code ?? null]),
        { capture: name === "claim-report" },
      );
    }
  }, types);
  return () => node.evaluate(() => window.heard);
}

/** What a form would submit, as [name, value]. */
export const entries = (page, form = "#portal") =>
  page.locator(form).evaluate((node) => [...new FormData(node)]);
