// What can be done about a finding, as buttons, and how each is carried out.

import { fill } from "../lib/fill.js";
import type { Action, Finding } from "../lib/types.js";
import { h, type Kid } from "./dom.js";
import { type Icon, icon } from "./icons.js";
import type { Kit } from "./kit.js";

const ICONS: Partial<Record<Action["id"], Icon>> = {
  "swap-fields": "swap",
  "look-up-domain": "search",
  "load-export": "add",
  "ask-customer": "mail",
};
const LINKS = {
  support: "support",
  "incentives-overview": "incentivesOverview",
  claims: "claims",
} as const;

/** What to offer at once: the one that is right, or all that are equally right. */
export function offered({ actions }: Finding): Action[] {
  const primary = actions.filter((action) => action.primary);
  return primary.length ? primary : actions.slice(0, 2);
}

interface Around {
  actions?: readonly Action[];
  /** May its first button be the one that stands out? */
  isFirst?: boolean;
  /** Where the person is led once something is mended: by default to the verdict. */
  after?: () => void;
}

/** The buttons of a finding, and below them a place for what one of them asks back. */
export function buttons(kit: Kit, finding: Finding, around: Around = {}): Kid {
  const { actions = finding.actions, isFirst = false, after = () => kit.goToVerdict() } = around;
  const offers = actions.filter(
    (action) =>
      (action.id !== "look-up-domain" || kit.host.lookUpHost) &&
      (kit.host.offers?.(action) ?? true),
  );
  if (!offers.length) return null;
  const asks = h("div.asks", { hidden: true });
  const all = offers.map((action) => {
    const stands = isFirst && action.primary;
    const name = stands ? "a.btn.btn-1" : "a.btn.btn-s";
    const look = ICONS[action.id];
    const kids = [look && icon(look, "small"), action.label] as Kid[];
    const href = addressOf(kit, action);
    const outside = href?.startsWith("#") ? {} : { rel: "external", target: "_blank" };
    const note = () => {
      kit.host.place.guide = action.opens;
    };
    if (href) return h(name, { href, ...outside, click: note }, ...kids);
    const click = () => carryOut(kit, finding, action, { asks, after });
    const attributes = { type: "button", click, "data-action": action.id };
    return h(name.replace("a.", "button."), attributes, ...kids);
  });
  return [h("div.btns", {}, all), asks];
}

/** Where an action is nothing but a way to a page. */
export function addressOf(kit: Kit, { id, opens }: Action): string | undefined {
  if (id === "open-page" && opens)
    return kit.host.described.ruleset.links[LINKS[opens as keyof typeof LINKS]];
  return id === "open-guide" && opens !== "proof-checklist" ? kit.host.pages.guides : undefined;
}

function carryOut(
  kit: Kit,
  finding: Finding,
  action: Action,
  { asks, after }: { asks: HTMLElement; after: () => void },
): void {
  const { store, words } = kit;
  const field = action.field ?? finding.fields[0];
  if (action.changes) {
    store.apply(action.changes);
    kit.host.say(words.said.mended);
    after();
  } else if (action.id === "look-up-domain") lookUp(kit, asks);
  else if (action.id === "load-export") {
    kit.openBox();
    nameWanted(kit, action);
  } else if (action.id === "say-tenant") sayTenant(kit);
  else if (action.id === "ask-customer") kit.openLetter();
  else if (action.opens === "proof-checklist") kit.openProof();
  else if (action.id === "open-guide" && action.opens && kit.host.openGuide)
    kit.host.openGuide(action.opens);
  else if (field) kit.goTo(field);
}

/** Says which exports would help: their names come with the core. */
async function nameWanted({ host, store }: Kit, { kinds = [] }: Action): Promise<void> {
  try {
    await host.needsCore();
  } catch {
    return;
  }
  const { exportKinds } = host.described.labels;
  store.want(kinds.map((kind) => exportKinds[kind]));
}

function sayTenant(kit: Kit): void {
  const { store } = kit;
  const open = store.items.filter(isOfUnknownTenant);
  for (const { id } of open) store.sayTenant(id, store.text("customerTenantId"));
  kit.goToVerdict();
}

/** Does something not say whose it is? */
export const isOfUnknownTenant = ({ about, parts }: Kit["store"]["items"][number]): boolean =>
  !about.tenantId &&
  parts.some(({ problems }) => problems.some(({ code }) => code === "tenant-unknown"));

/** Asks whether the domain may go to Microsoft, and takes the answer in. */
export function lookUp(
  kit: Kit,
  asks: HTMLElement,
  domain = kit.store.report.understood.customerDomain,
  after: () => void = () => kit.goToVerdict(),
): void {
  const { store, words, host } = kit;
  if (!domain) {
    kit.goTo("customerDomain");
    host.say(words.lookUp.needs);
    return;
  }
  const draw = (...kids: Kid[]) => {
    asks.replaceChildren(...(kids as Node[]));
    asks.hidden = !kids.length;
    if (kids.length) asks.focus({ preventScroll: true });
  };
  asks.tabIndex = -1;
  const no = () => {
    const before = asks.previousElementSibling?.querySelector<HTMLElement>("button");
    draw();
    before?.focus();
  };
  const yes = async () => {
    draw(h("p", {}, words.lookUp.busy));
    const answer = await host.library
      .lookUpTenant(domain, { locale: host.locale })
      .catch(() => undefined);
    if (answer?.status === "answered" && answer.answer) {
      const { url: name = domain, asOf } = answer;
      await store.put([answer.answer], { name, domain, ...(asOf && { asOf }) });
      draw();
      after();
    } else draw(h("p", { role: "alert" }, answer?.text ?? words.failed));
  };
  draw(
    h("p", {}, fill(words.lookUp.asks, { domain, host: host.lookUpHost ?? "" })),
    h(
      "div.btns",
      {},
      h("button.btn.btn-s", { type: "button", click: yes }, words.lookUp.yes),
      h("button.btn.btn-s.btn-q", { type: "button", click: no }, words.lookUp.no),
    ),
  );
}
