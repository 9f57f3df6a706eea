// "Partner Center showed me an error": what it is about, by its message or by choice, and then what mends it.

import type { CheckId, Field } from "../generated/lists.js";
import type { Finding } from "../lib/types.js";
import { buttons } from "./actions.js";
import { BRANCHES, type Branch, branchOf, CHECKS, messageIn } from "./branches.js";
import { causesView } from "./causes.js";
import { filler, h, type Kid, show } from "./dom.js";
import { textField } from "./field.js";
import { icon } from "./icons.js";
import { checksOf } from "./judgement.js";
import { type Kit, lookOf } from "./kit.js";
import type { Item } from "./store.js";
import { LOOK_ICONS } from "./verdict.js";

/** What Partner Center was given. */
const FACTS = {
  "tenant-domain": ["customerTenantId", "customerDomain"],
  subscription: ["subscriptionId", "customerTenantId"],
  claimed: ["subscriptionId", "customerTenantId"],
  "partner-id": ["partnerId"],
} as const;

export function errorView(kit: Kit): Kid {
  const { store, words } = kit;
  const { place } = kit.host;
  const top = h("div.stack");
  const drawTop = filler(top);
  const body = h("div.stack");
  let drawn: Branch | undefined;
  kit.draws(["items"], draw);
  return h(
    "main.wrap.narrow.view",
    { id: "main", tabindex: "-1" },
    h("h1", {}, words.error.title),
    top,
    body,
  );

  function draw(): void {
    const message = messageIn(store.items);
    place.branch ??= message && branchOf(message);
    const { branch } = place;
    drawTop([branch, message?.id], () => (branch ? chosen(branch, message) : choice()));
    if (branch === drawn) return;
    drawn = branch;
    body.replaceChildren(...(branch ? branchView(kit, branch) : []));
  }

  function choose(branch: Branch | undefined): void {
    place.branch = branch;
    draw();
    top.querySelector<HTMLElement>("h2, textarea")?.focus();
  }

  /** The message, pasted, or what it is about. */
  function choice(): Kid {
    const text = h("textarea.in", {
      ...{ id: "message", rows: "3", "data-key": "message", "aria-describedby": "message-hint" },
      paste: (event: ClipboardEvent) => {
        const content = event.clipboardData?.getData("text/plain") ?? "";
        if (text.value || !content.trim()) return;
        event.preventDefault();
        read(content);
      },
    }) as HTMLTextAreaElement;
    const failed = h("p.meaning.is-settle", { role: "alert", hidden: true }, words.error.notError);
    const read = async (content: string) => {
      if (!content.trim()) return;
      const [item] = await store.put([content]);
      const branch = item && branchOf(item);
      if (branch) choose(branch);
      else if (text.isConnected) {
        text.value = content;
        show(failed, true);
      }
    };
    const click = () => read(text.value);
    return [
      h(
        "div.field",
        {},
        h("label", { for: "message" }, words.error.message),
        h("p.hint", { id: "message-hint" }, words.error.hint),
        text,
        failed,
        h("div.btns", {}, h("button.btn.btn-1", { type: "button", click }, words.first.read)),
      ),
      h("section", {}, h("h2", {}, words.error.or), h("ul.doors.one", {}, BRANCHES.map(door))),
    ];
  }

  function door(branch: Branch): Kid {
    const { title, text } = words.error.branches[branch];
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", "data-key": `branch-${branch}`, click: () => choose(branch) },
        h("strong", {}, title),
        h("span", {}, text),
        icon("open", "small") as Node,
      ),
    );
  }

  function chosen(branch: Branch, message: Item | undefined): Kid {
    const isIts = message && branchOf(message) === branch;
    return [
      h(
        "div.title",
        {},
        h("h2", { tabindex: "-1" }, words.error.branches[branch].title),
        h(
          "button.btn.btn-s.btn-q",
          { type: "button", "data-key": "another", click: () => choose(undefined) },
          words.error.another,
        ),
      ),
      isIts && typeof message.source === "string" && h("blockquote", {}, message.source.trim()),
    ];
  }
}

function branchView(kit: Kit, branch: Branch): Node[] {
  const { words, host } = kit;
  const fields = FACTS[branch].map((field) => textField(kit, field));
  const before = kit.goTo;
  kit.goTo = (field) => {
    const own = fields.find((one) => one.field === field);
    if (own) own.focus();
    else before(field);
  };
  const facts = h(
    "section.facts",
    { "aria-label": words.error.facts },
    fields.map(({ node }) => node),
  );
  const found =
    branch === "subscription" ? causesView(kit) : [findingsOf(kit, CHECKS[branch], FACTS[branch])];
  const go = () => host.go("#claim");
  const way = h("p", {}, h("button.btn", { type: "button", click: go }, words.error.toClaim));
  return [facts, ...found, way];
}

/** What the check finds of these checks, each with what mends it. */
function findingsOf(kit: Kit, checks: readonly CheckId[], fields: readonly Field[]): HTMLElement {
  const { store, words, host } = kit;
  const node = h("div.findings", { "aria-live": "polite" });
  const draw = filler(node);
  kit.draws(["report"], () => {
    const { codes } = host.described;
    const found = store.report.findings.filter(
      (finding) =>
        // What is not filled in yet is no fault.
        (finding.kind !== "field" || store.text(finding.fields[0] as Field)) &&
        checksOf(finding, codes).some((check) => checks.includes(check)),
    );
    const isEmpty = fields.some((field) => !store.text(field));
    draw([found, isEmpty, store.report.ruleset], () => [
      found.map(one),
      isEmpty
        ? h("p.quiet", {}, words.error.fillIn)
        : !found.length && h("p", {}, words.error.fine),
    ]);
  });
  return node;

  function one(finding: Finding): Kid {
    const look = lookOf(finding);
    return h(
      `section.sub.finding.is-${look}`,
      { "data-code": finding.code },
      icon(LOOK_ICONS[look]) as Node,
      h(
        "div",
        {},
        h("h3", {}, finding.what),
        h("p", {}, finding.next),
        buttons(kit, finding, { isFirst: true, after: () => {} }),
      ),
    );
  }
}
