// What was put in, as chips: what each was read as, and unfolded what is in it, as it came.

import type { Field } from "../generated/lists.js";
import { fill, plural } from "../lib/fill.js";
import { attribute, filler, h, type Kid, say, show } from "./dom.js";
import { type Icon, icon } from "./icons.js";
import { type Kit, short } from "./kit.js";
import type { Item } from "./store.js";

export function chipView(kit: Kit, first: Item) {
  const { store, words } = kit;
  const { items } = kit.host.place;
  const panelId = `item-${first.id}`;
  const name = h("span");
  const look = h("span.mark");
  const drawLook = filler(look);
  const toggle = h(
    "button",
    { type: "button", "aria-controls": panelId, click: () => unfold(!items.has(first.id)) },
    look,
    name,
  );
  const remove = h(
    "button",
    {
      type: "button",
      click: () => {
        store.remove(first.id);
        kit.host.say(words.intake.removed);
      },
    },
    icon("close", "small") as Node,
  );
  const about = h("div");
  const drawAbout = filler(about);
  const came = h("div");
  const drawCame = filler(came);
  const panel = h("div.chip-panel", { id: panelId }, about, came);
  const node = h("li", {}, h("div.chip", {}, toggle, remove), panel);
  unfold(items.has(first.id));
  return { node, update };

  function unfold(isOpen: boolean): void {
    items[isOpen ? "add" : "delete"](first.id);
    show(panel, isOpen);
    attribute(toggle, "aria-expanded", String(isOpen));
  }

  function update(item: Item): void {
    const title = titleOf(kit, item);
    say(name, title);
    drawLook(iconOf(item), () => icon(iconOf(item), "small") as Node);
    attribute(remove, "aria-label", fill(words.intake.remove, { name: title }));
    const used = Object.keys(item.fields).map((field) => store.text(field as Field));
    drawAbout([item.fields, item.parts, used, title], () => details(kit, item));
    // What is being corrected there stays.
    drawCame(
      item.source,
      () => typeof item.source === "string" && asItCame(kit, item, item.source),
    );
  }
}

const iconOf = ({ parts }: Item): Icon => {
  const [part] = parts;
  if (part?.kind === "text" || part?.kind === "partner-center-error") return "mail";
  return part?.kind === "unknown" || part?.kind === "not-evidence" ? "note" : "file";
};

/** What something was read as, in a few words. */
export function titleOf(kit: Kit, item: Item): string {
  const { intake } = kit.words;
  const { about, parts, evidence } = item;
  const counted = (forms: Record<string, string>, n: number) => plural(kit.host.locale, forms, n);
  if (about.domain) return fill(intake.kinds.lookup, { domain: about.domain });
  const table = parts.find(({ kind }) => kind === "claims");
  if (table) return counted(intake.claims, table.rows);
  const part =
    parts.find(({ kind }) => !["unknown", "text", "not-evidence"].includes(kind)) ?? parts[0];
  const kind = part?.kind ?? "unknown";
  if (kind === "text") {
    const values = Object.entries(item.fields).filter(([, one]) => one.confidence === "certain");
    const named = values.map(([field, { value }]) => {
      const isPlain = field === "customerDomain";
      const text = kit.describedField(field as Field).options.length
        ? kit.option(field as Field, value)
        : short(value);
      return isPlain ? text : `${kit.label(field as Field)} ${text}`;
    });
    if (named.length) return fill(intake.kinds.text, { fields: named.slice(0, 2).join(", ") });
    const [found] = Object.values(item.fields);
    return found ? fill(intake.kinds.text, { fields: short(found.value) }) : intake.kinds.nothing;
  }
  if (kind === "partner-center-error") return intake.kinds[kind];
  if (kind === "unknown" || kind === "not-evidence")
    return [intake.kinds[kind], part?.name].filter(Boolean).join(": ");
  const { subscriptions = [], tenants = [], partnerIds = [], associations = [] } = evidence;
  const what = subscriptions.length
    ? counted(intake.subscriptions, subscriptions.length)
    : partnerIds.length
      ? counted(intake.partnerIds, partnerIds.length)
      : associations.length
        ? counted(intake.associations, associations.length)
        : tenants.length
          ? counted(intake.tenants, tenants.length)
          : counted(intake.rows, part?.rows ?? 0);
  const domain = domainOf(kit, item);
  return domain ? fill(intake.ofDomain, { what, domain }) : what;
}

/** The customer's domain, where all is of one tenant. */
function domainOf(kit: Kit, { customers }: Item): string | undefined {
  const { only: id } = customers;
  if (!id || customers.of(undefined).subscriptions.length) return undefined;
  const [known] = kit.store.customers.of(id).tenants;
  const { customerTenantId, customerDomain } = kit.store.report.understood;
  return known?.domains[0] ?? (customerTenantId === id ? customerDomain : undefined) ?? short(id);
}

function details(kit: Kit, item: Item): Kid {
  const { store, words, host } = kit;
  const found = Object.entries(item.fields).flatMap(([field, { value, others }]) =>
    [value, ...others].map((one) => [field as Field, one] as const),
  );
  const problems = item.parts.flatMap((part) => part.problems.map(({ text }) => text));
  const unread = item.parts.flatMap((part) => part.unread);
  const kinds = item.parts.map(({ kind }) => kind);
  const labels = host.described.labels.exportKinds ?? {};
  return [
    ...item.parts.map((part) => {
      const label = labels[part.kind as keyof typeof labels];
      return label && h("p", {}, [label, part.name].filter(Boolean).join(": "));
    }),
    problems.map((text) => h("p", {}, text)),
    found.length
      ? h(
          "dl.found",
          {},
          found.map(([field, value]) => row(field, value)),
        )
      : kinds.includes("text") && h("p", {}, words.intake.nothing),
    unread.length > 0 &&
      h(
        "p.small.quiet",
        {},
        fill(words.intake.unread, { columns: unread.slice(0, 12).join(", ") }),
      ),
  ];

  function row(field: Field, value: string): Kid {
    const isUsed = store.text(field) === value;
    const options = kit.describedField(field).options.length > 0;
    const click = () => store.apply({ [field]: value });
    return h(
      "div",
      {},
      h("dt", {}, kit.label(field)),
      h("dd", {}, h("bdi.mono", {}, options ? kit.option(field, value) : value)),
      h(
        "dd",
        {},
        isUsed
          ? h("span.small.quiet", {}, words.intake.used)
          : h("button.btn.btn-s.btn-q", { type: "button", click }, words.intake.use),
      ),
    );
  }
}

function asItCame({ store, words }: Kit, { id }: Item, source: string): Kid {
  const attributes = { rows: "6", "aria-label": words.intake.found, "data-key": `text-${id}` };
  const text = h("textarea.in", attributes, source) as HTMLTextAreaElement;
  const click = () => store.reread(id, text.value);
  const read = h("button.btn.btn-s", { type: "button", click }, words.first.read);
  return [text, h("div.btns", {}, read)];
}
