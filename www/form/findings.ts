// What was found: blockers first, each once, in one line with what mends it. The rest is folded.

import type { Field } from "../generated/lists.js";
import { plural } from "../lib/fill.js";
import type { CheckResult, Finding } from "../lib/types.js";
import { buttons, offered } from "./actions.js";
import { attribute, filler, h, type Kid, keyed, say, show } from "./dom.js";
import { foldView, unfolding } from "./fold.js";
import { type Icon, icon } from "./icons.js";
import { type Kit, lookOf } from "./kit.js";
import { copyButton } from "./out.js";
import { sourceLink } from "./proof.js";
import { resultText } from "./result-text.js";
import { LOOK_ICONS } from "./verdict.js";

type Judged = Kit["judgement"];

/** @param more what else stands below, folded */
export function findingsView(kit: Kit, more: readonly HTMLElement[]): HTMLElement {
  const { words } = kit;
  const list = h("div.findings");
  const draw = keyed<Finding>(list, keyOf, (finding) => findingView(kit, finding));
  const folds = [
    rest(
      kit,
      "toFix",
      "blocks",
      ({ findings, blocking }) => findings.slice(BLOCKS, blocking),
      note,
    ),
    rest(kit, "toSettle", "settle", settling, note),
    rest(kit, "toFill", "todo", toFill, toField),
    rest(kit, "unseen", "note", ({ unseen }) => unseen, checked),
    rest(kit, "stated", "person", ({ stated }) => stated, stated),
    rest(kit, "notes", "note", ({ notes }) => notes, note),
  ];
  const copy = copyButton(kit, "button.btn.btn-s.btn-q", words.copy.result, () => resultText(kit));
  const node = h("div", {}, list, ...folds.map((one) => one.node), ...more, copy);
  kit.draws(["report", "view"], () => {
    const judgement = kit.judgement;
    draw(urgent(judgement));
    for (const one of folds) one.update(judgement);
    show(copy, judgement.state !== "empty");
  });
  return node;

  function toField(field: Field): Kid {
    return h("li", {}, fieldLink(kit, field));
  }

  function checked({ id }: CheckResult): Kid {
    return h("li", {}, kit.checkLabel(id));
  }

  /** What the person says, in their own answers. */
  function stated({ id }: CheckResult): Kid {
    const field = kit.fieldOf(id);
    const answer = field && kit.answer(field);
    return h("li", {}, answer ? `${kit.label(field)}: ${answer}` : kit.checkLabel(id));
  }

  function note(finding: Finding): Kid {
    return h(
      "li",
      {},
      h("p", {}, finding.what),
      h("p.quiet", {}, finding.next),
      buttons(kit, finding),
    );
  }
}

const fieldLink = (kit: Kit, field: Field): HTMLElement =>
  kit.host.isAlone
    ? h("span", {}, kit.label(field))
    : h("button.link", { type: "button", click: () => kit.goTo(field) }, kit.label(field));

/** As many as can be taken in at once: what blocks counts more. */
const [BLOCKS, SETTLES] = [4, 2];

/** What is in sight. What is to be settled waits until nothing blocks and the claim is filled in. */
function urgent({ state, findings, blocking }: Judged): Finding[] {
  if (blocking) return findings.slice(0, Math.min(blocking, BLOCKS));
  return state === "missing" ? [] : findings.slice(0, SETTLES);
}
/** What can be settled later. */
function settling({ state, findings, blocking }: Judged): Finding[] {
  return findings.slice(blocking || state === "missing" ? blocking : SETTLES);
}
/** The fields that nothing else tells of. */
function toFill({ state, missing, told }: Judged): Field[] {
  if (state === "empty") return [];
  return missing.filter((field) => !told.some(({ fields }) => fields[0] === field));
}

const keyOf = ({ code, fields, what }: Finding): string => [code, ...fields, what].join(" ");

function findingView(kit: Kit, first: Finding) {
  const { words } = kit;
  const look = lookOf(first);
  const kind =
    look === "block" ? words.findings.severities.blocks : words.findings.severities.settles;
  const done = h("div.do");
  const drawButtons = filler(done);
  const others = h("div");
  const drawOthers = filler(others);
  const why = h(
    "div.behind",
    {},
    h("p", {}, first.next),
    h("p", {}, first.why),
    about(),
    source(),
    others,
  );
  const node = h(
    `section.finding.is-${look}`,
    { "data-code": first.code },
    icon(LOOK_ICONS[look]) as Node,
    h("h3", {}, h("span.vh", {}, `${kind}: `), title(first)),
    unfolding(`${words.findings.why}: ${first.what}`, why),
    done,
    why,
  );
  return { node, update };

  /** Leads to the field that it is about. */
  function title({ kind, fields: [field], what }: Finding): Kid {
    const isThere = field && !kit.host.isAlone && kit.fieldsOf([field]).length > 0;
    if (!isThere || kind !== "field") return what;
    return h("button.link", { type: "button", click: () => kit.goTo(field) }, what);
  }

  function update(finding: Finding): void {
    const isFirst = kit.judgement.findings[0]?.what === finding.what;
    drawButtons([finding.actions, isFirst], () =>
      buttons(kit, finding, { isFirst, actions: offered(finding) }),
    );
    show(done, finding.actions.length > 0);
    const left = finding.actions.filter((action) => !offered(finding).includes(action));
    drawOthers(left, () => buttons(kit, finding, { actions: left }));
  }

  /** Leads to each of the fields, where it is about several. */
  function about(): Kid {
    const fields = kit.fieldsOf(first.fields);
    if (fields.length < 2) return null;
    return h(
      "ul.btns",
      {},
      fields.map((field) => h("li", {}, fieldLink(kit, field))),
    );
  }

  function source(): Kid {
    const { docs } = kit.host.pages;
    const more =
      docs !== undefined &&
      h("a", { href: docs + first.docs, target: "_blank" }, words.findings.more);
    return h(
      "p.small",
      {},
      ...[`${words.findings.source} `, sourceLink(first.source), more && " · ", more],
    );
  }
}

/** What is folded, with its number. */
function rest<One>(
  kit: Kit,
  name: keyof Kit["words"]["findings"]["folds"],
  look: Icon,
  of: (judgement: Judged) => readonly One[],
  line: (one: One) => Kid,
) {
  const { node, label, inside } = foldView(kit, name, look);
  const list = h("ul.points");
  const drawList = filler(list);
  inside.append(list);
  const meaning = { toFix: "block", toSettle: "settle" }[name as string] ?? "note";
  return { node, update };

  function update(judgement: Judged): void {
    const all = of(judgement);
    const isMore = name === "toSettle" && !judgement.blocking && judgement.state !== "missing";
    const { folds, moreToSettle, which } = kit.words.findings;
    show(node, all.length > 0);
    attribute(node, "class", `fold is-${all.length ? meaning : "note"}`);
    const forms = isMore ? moreToSettle : folds[name];
    // The verdict has told the number.
    const isTold = name === "toFill" && judgement.state === "missing";
    say(label, isTold ? which : plural(kit.host.locale, forms, all.length));
    attribute(node, "data-count", all.length);
    drawList([all, kit.store.report.ruleset], () => all.map(line));
  }
}
