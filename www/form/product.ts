// The product: a box that finds it by name, part number or ID, first among what the customer has. Keyboard and
// roles are those of the combobox in the ARIA practices.

import { plural } from "../lib/fill.js";
import type { Subscription } from "../lib/types.js";
import { isKnownProduct } from "./area.js";
import { attribute, h, onLeave, show, uid } from "./dom.js";
import { type FieldView, framed, goTo } from "./field.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";
import type { Product } from "./products.js";
import type { Texts } from "./store.js";

/** As many as can be looked over. */
const MOST = 8;

interface Option {
  name: string;
  detail: string;
  code: string;
  /** What choosing it puts into the claim: worked out only then. */
  changes: () => Texts;
}

export function productField(kit: Kit): FieldView {
  const { store, words } = kit;
  const listId = uid();
  const list = h("div.list", {
    id: listId,
    role: "listbox",
    hidden: true,
    "aria-label": kit.label("product"),
  });
  const input = h("input.in", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-controls": listId,
    "aria-expanded": "false",
    input: () => {
      store.type("product", input.value);
      open();
    },
    keydown: (event: KeyboardEvent) => press(event),
    click: () => open(),
  }) as HTMLInputElement;
  const node = framed(kit, "product", input, kit.label("product"), words.product.hint, (control) =>
    h("div.combo", {}, icon("search", "small") as Node, control, list),
  );
  onLeave(input, () => {
    close();
    store.leave("product");
  });
  let options: Option[] = [];
  let at = -1;
  kit.draws(["claim.product"], () => {
    if (input.value !== store.text("product")) input.value = store.text("product");
  });
  return { field: "product", node, focus: () => goTo(node, input) };

  function open(): void {
    const groups = found();
    options = groups.flatMap(([, all]) => all);
    at = -1;
    let number = 0;
    list.replaceChildren(
      ...groups
        .filter(([, all]) => all.length)
        .map(([name, all]) => {
          const id = uid();
          const rows = all.map((option) => {
            number += 1;
            return row(option, number - 1);
          });
          const isNamed = groups.every(([, some]) => some.length);
          const head = isNamed && h("div.group", { id }, name);
          return h("div", { role: "group", "aria-labelledby": isNamed && id }, head, rows);
        }),
    );
    show(list, options.length > 0);
    attribute(input, "aria-expanded", options.length ? "true" : "false");
    if (options.length) list.scrollIntoView({ block: "nearest" });
    mark();
    if (input.value)
      kit.host.say(
        options.length
          ? plural(kit.host.locale, words.product.count, options.length)
          : words.product.none,
      );
  }

  function close(): void {
    show(list, false);
    attribute(input, "aria-expanded", "false");
    attribute(input, "aria-activedescendant", "");
    options = [];
  }

  function row({ name, detail, code }: Option, number: number): HTMLElement {
    return h(
      "div",
      {
        ...{ role: "option", id: `${listId}-${number}`, "aria-selected": "false" },
        // The focus stays in the box.
        mousedown: (event: MouseEvent) => event.preventDefault(),
        click: () => choose(number),
      },
      h("span", {}, name),
      code && h("span.mono", {}, code),
      detail && h("small.full", {}, detail),
    );
  }

  function mark(): void {
    options.forEach((_, number) => {
      const one = list.querySelector(`#${listId}-${number}`);
      one?.classList.toggle("at", number === at);
      one?.setAttribute("aria-selected", String(number === at));
    });
    attribute(input, "aria-activedescendant", at >= 0 && `${listId}-${at}`);
  }

  function press(event: KeyboardEvent): void {
    const { key } = event;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[key];
    if (step) {
      event.preventDefault();
      if (!options.length) open();
      const places = options.length + 1;
      at = ((at + 1 + step + places) % places) - 1;
      mark();
    } else if (key === "Enter" && options.length) {
      event.preventDefault();
      choose(Math.max(at, 0));
    } else if (key === "Escape" && options.length) {
      event.preventDefault();
      close();
    }
  }

  function choose(number: number): void {
    const option = options[number];
    close();
    if (!option) return;
    store.apply(option.changes());
    input.value = store.text("product");
  }

  function found(): [string, Option[]][] {
    const products = kit.host.products();
    const asked = input.value.trim().toLowerCase();
    const isChosen = asked === store.text("product").toLowerCase() && store.isLeft("product");
    const text = isChosen ? "" : asked;
    const tenantId = store.text("customerTenantId").trim().toLowerCase();
    const all = tenantId
      ? store.customers.of(tenantId).subscriptions
      : (store.evidence.subscriptions ?? []);
    const own: [Subscription, string][] = [];
    for (const one of all) {
      if (own.length === MOST) break;
      const name = products?.nameOf(one) ?? one.productName ?? "";
      const isFound = `${name} ${one.skuPartNumber ?? ""} ${one.id}`.toLowerCase().includes(text);
      if (isFound) own.push([one, name]);
    }
    const known = new Set(own.map(([one]) => one.skuPartNumber));
    const others = (products?.find(text) ?? []).filter(({ partNumber }) => {
      return !partNumber || !known.has(partNumber);
    });
    return [
      [words.product.own, own.map(([one, name]) => ofCustomer(one, name))],
      [words.product.others, others.slice(0, MOST - Math.min(own.length, 4)).map(ofTable)],
    ];
  }

  function ofCustomer(one: Subscription, name: string): Option {
    const status = words.product.statuses[one.status];
    const until = one.endsOn && words.product.until.replace("{date}", kit.day(one.endsOn));
    return {
      name: name || one.id,
      detail: [status, until].filter(Boolean).join(", "),
      code: one.skuPartNumber ?? "",
      changes: () => ({
        product: clear(name, one.skuPartNumber),
        subscriptionId: one.id,
        ...(one.tenantId && { customerTenantId: one.tenantId }),
        ...(one.channel && { purchaseChannel: one.channel }),
      }),
    };
  }

  function ofTable({ name, partNumber }: Product): Option {
    const changes = () => ({ product: clear(name, partNumber) });
    return { name, detail: "", code: partNumber, changes };
  }

  /** The name, where it says which product it is; else the part number. */
  function clear(name: string, partNumber: string | undefined): string {
    return !partNumber || isKnownProduct(kit.host.library, name) ? name : partNumber;
  }
}
