// A host page with elements in it, and what tests of elements ask of them.

import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";

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

/** What the form says, as its texts have it: written here by hand. */
const WORDS = {
  en: {
    check: "Check it now",
    result: "Result",
    all: "Show all",
    more: "More",
    box: "Paste or drop anything",
    files: "Choose files",
    copy: "Copy the result",
    retry: "Try again",
    activity: "What did you do for the customer?",
    fields: {
      userRole: "Your role",
      customerTenantId: "Customer tenant ID",
      customerDomain: "Customer domain",
      solutionArea: "Solution area",
      purchaseChannel: "Purchase channel",
      product: "Product",
      subscriptionId: "Subscription ID",
      partnerId: "Partner ID",
      ownTenantId: "Your own tenant ID",
      competingPartner: "Competing partner",
      proofOfExecution: "Proof of execution",
      submittedOn: "Submitted on",
    },
  },
  de: {
    check: "Jetzt prüfen",
    result: "Ergebnis",
    all: "Alles zeigen",
    activity: "Was haben Sie für den Kunden getan?",
    fields: {
      customerTenantId: "Mandanten-ID des Kunden",
      product: "Produkt",
      partnerId: "Partner-ID",
    },
  },
};
const ROLES = {
  userRole: "combobox",
  solutionArea: "combobox",
  purchaseChannel: "combobox",
  product: "combobox",
  competingPartner: "radiogroup",
  proofOfExecution: "radiogroup",
};

/** A claim form on a host page. */
export function element(node, locale = "en") {
  const words = WORDS[locale];
  const field = (name) =>
    name === "activity"
      ? node.getByRole("group", { name: words.activity, exact: true })
      : node.getByRole(ROLES[name] ?? "textbox", { name: words.fields[name], exact: true });
  const check = node.getByRole("button", { name: words.check, exact: true });
  return {
    node,
    words,
    field,
    answer,
    check,
    open,
    result: node.getByRole("group", { name: words.result, exact: true }),
    messages: node.locator("[part~=message]"),
    findings: () => node.locator("[part~=finding]").getByRole("heading").allInnerTexts(),
    verdict: () => node.locator("[part~=verdict]").getByRole("heading").first().innerText(),
    ready: () => node.evaluate((form) => form.whenReady().then(() => form.state)),
    get: (property) => node.evaluate((form, name) => form[name], property),
    matches: (selector) => node.evaluate((form, wanted) => form.matches(wanted), selector),
  };

  /** Opens all cards. */
  async function open() {
    const all = node.getByRole("button", { name: words.all, exact: true });
    if (await all.count()) await all.click();
  }

  /** Fills a field in as a person does; an area that follows from the product is not asked for. */
  async function answer(name, value) {
    await open();
    const control = field(name);
    if (name === "solutionArea" && !(await control.isVisible())) return;
    if (name === "activity") await control.locator(`[data-key="${value}"]`).check();
    else if (ROLES[name] === "radiogroup") await control.locator(`[value="${value}"]`).check();
    else if (ROLES[name] && name !== "product") await control.selectOption(value);
    else {
      await control.fill(value);
      await control.blur();
    }
  }
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
