// What the claim and its fields show in each of their states, and what they do as somebody fills them in.

import assert from "node:assert/strict";
import test from "node:test";
import { TENANT } from "./person.mjs";
import { CLAIM, isAsRead, useViews } from "./views.mjs";

const draw = useViews();

test("a field has its label, hint, help, and what is found of it", async () => {
  const shown = await draw(async ({ choiceField, h, made, menuField, outline, put, textField }) => {
    const helped = ["partnerId", "competingPartner", "userRole"];
    const { kit, store } = made({
      help: (field) => (helped.includes(field) ? h("b", {}, "Help") : undefined),
    });
    const texts = ["customerTenantId", "customerDomain", "subscriptionId", "ownTenantId"];
    const fields = [
      ...[...texts, "partnerId", "submittedOn"].map((field) => textField(kit, field)),
      ...[menuField(kit, "userRole"), menuField(kit, "solutionArea")],
      ...[choiceField(kit, "competingPartner"), choiceField(kit, "proofOfExecution")],
    ].map(({ node }) => put(node));
    const look = async () => {
      await store.settled;
      return fields.flatMap((node) => outline(node));
    };
    const all = { "nothing is there": await look() };
    store.set("customerTenantId", "contoso.com");
    store.set("customerDomain", " https://Contoso.com/x ");
    store.set("partnerId", "abc");
    store.set("subscriptionId", " {0B6F4C1E-2D83-47AA-9F10-6C2F8D1E5A01} ");
    store.set("userRole", "other");
    store.set("competingPartner", "yes");
    store.set("submittedOn", "2030-01-01");
    // What only surrounds it is not worth saying.
    store.set("ownTenantId", " 7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f ");
    all["much is wrong"] = await look();
    store.load({ partnerId: "1234567890123", userRole: "global-admin" }, true);
    all["the check was asked for"] = await look();
    return all;
  });
  await isAsRead("fields", shown);
});

test("a key is typing, and a text that comes at once is whole; what is left, too", async () => {
  const told = await draw(async ({ made, put, textField }) => {
    const { kit, store } = made();
    const [id, day] = ["partnerId", "submittedOn"].map((name) =>
      put(textField(kit, name).node).querySelector("input"),
    );
    const told = {};
    const input = (name, control, field, value, given) => {
      store.load({});
      store.type(field, "9");
      control.value = value;
      control.dispatchEvent(new InputEvent("input", given));
      told[name] = [store.text(field), store.isLeft(field)];
    };
    const typed = "insertText";
    input("a key", id, "partnerId", "5", { inputType: typed, data: "5" });
    input("a key that takes away", id, "partnerId", "", { inputType: "deleteContentBackward" });
    input("what a keyboard completes", id, "partnerId", "53", { inputType: typed, data: "53" });
    for (const how of ["insertFromPaste", "insertFromDrop", "insertReplacementText"])
      input(how, id, "partnerId", "5", { inputType: how });
    input("another way", id, "partnerId", "5", { inputType: "insertFromPasteAsQuotation" });
    input("a day", day, "submittedOn", "2026-11-20", { inputType: typed });
    store.load({});
    id.focus();
    store.type("partnerId", "5");
    id.blur();
    told["what is left"] = [store.text("partnerId"), store.isLeft("partnerId")];
    return told;
  });
  assert.deepEqual(told, {
    "a key": ["5", false],
    "a key that takes away": ["", false],
    "what a keyboard completes": ["53", true],
    insertFromPaste: ["5", true],
    insertFromDrop: ["5", true],
    insertReplacementText: ["5", true],
    "another way": ["5", false],
    "a day": ["2026-11-20", true],
    "what is left": ["5", true],
  });
});

test("while a pointer is down, a field that loses the focus is not left yet", async () => {
  const told = await draw(async ({ h, made, onLeave, put }) => {
    made();
    const control = put(h("input"));
    const left = [];
    onLeave(control, () => left.push("left"));
    const turn = () => new Promise((done) => setTimeout(done));
    const pointer = (type) => document.dispatchEvent(new PointerEvent(type));
    const told = [];
    const note = () => told.push(left.splice(0).length);
    control.focus();
    control.blur();
    note();
    for (const end of ["pointerup", "pointercancel"]) {
      control.focus();
      pointer("pointerdown");
      control.blur();
      note();
      pointer(end);
      note();
      await turn();
      note();
    }
    // A press that ends while it still has the focus is none of it, nor is one that comes later.
    control.focus();
    pointer("pointerdown");
    pointer("pointerup");
    await turn();
    note();
    control.blur();
    note();
    pointer("pointerdown");
    pointer("pointerup");
    await turn();
    note();
    control.focus();
    control.blur();
    note();
    return told;
  });
  assert.deepEqual(told, [1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1]);
});

test("a field out of sight is scrolled to, and one in sight stays where it is", async () => {
  const told = await draw(async ({ choiceField, h, made, put, textField }) => {
    const { kit, store } = made();
    store.set("competingPartner", "no");
    const above = h("div");
    const below = h("div");
    const views = [textField(kit, "partnerId"), choiceField(kit, "competingPartner")];
    put(above, ...views.map(({ node }) => node), below);
    [above.style.height, below.style.height] = ["3000px", "3000px"];
    const told = [];
    for (const { focus, node, field } of views) {
      scrollTo(0, 0);
      focus();
      const { top, bottom } = node.getBoundingClientRect();
      told.push([field, top >= 0 && bottom <= innerHeight, node.contains(document.activeElement)]);
      const before = scrollY;
      document.activeElement.blur();
      focus();
      told.push(scrollY === before);
      scrollTo(0, 6000);
      focus();
      told.push(node.getBoundingClientRect().top >= 0);
    }
    return [...told, document.activeElement.value];
  });
  assert.deepEqual(told, [
    ...[["partnerId", true, true], true, true],
    ...[["competingPartner", true, true], true, true],
    "no",
  ]);
});

test("the claim is five rows: what is open is filled in, what is complete is one line", async () => {
  const shown = await draw(async ({ claimView, made, outline, put, given: claim }) => {
    const { kit, store, place } = made();
    const node = put(claimView(kit));
    const look = async () => {
      await store.settled;
      return outline(node);
    };
    const all = { "nothing is there": await look() };
    node.querySelector("[data-key=all]").click();
    all["all is shown"] = await look();
    node.querySelector("[data-key=all]").click();
    store.load(claim);
    place.opened.clear();
    store.recheck();
    all["it is filled in"] = await look();
    const business = { solutionArea: "business-applications", product: "DYN365_ENTERPRISE_SALES" };
    store.load({
      ...business,
      purchaseChannel: "csp",
      customerTenantId: claim.customerTenantId,
      competingPartner: "yes",
      userRole: "global-admin",
    });
    all["half of it, and wrong"] = await look();
    return all;
  }, CLAIM);
  await isAsRead("claim", shown);
});

test("one at a time, each row leads to the next one and back", async () => {
  const shown = await draw(async ({ claimView, made, outline, put }) => {
    const { kit, store, place, heard } = made();
    place.step = "customer";
    const node = put(claimView(kit));
    const all = {};
    const look = async (name) => {
      await store.settled;
      all[name] = outline(node);
    };
    await look("the first");
    const press = (key) => node.querySelector(`[data-key=${key}]`).click();
    press("next-customer");
    await look("the second");
    const active = () => document.activeElement.dataset.key;
    const focused = [active()];
    press("back-product");
    focused.push(active());
    kit.goTo("competingPartner");
    await look("the last");
    focused.push(active() ?? document.activeElement.value);
    press("next-proof");
    all.focused = focused.map(String);
    all["the host hears"] = heard.map((one) => one.join(" "));
    return all;
  });
  await isAsRead("claim-steps", shown);
});

test("a row leads to the next one that lacks something, else to the verdict; complete ones fold behind", async () => {
  const told = await draw(async ({ claimView, made, put, given: claim }) => {
    const { kit, store, place, heard } = made();
    const node = put(claimView(kit));
    const opened = async () => {
      await store.settled;
      return [...place.opened].join(" ");
    };
    const press = (key) => node.querySelector(`[data-key=${key}]`).click();
    const focused = () => document.activeElement.dataset.key;
    const told = {};
    const note = async (name) => {
      told[name] = [await opened(), focused()];
    };
    press("next-customer");
    await note("over what is filled in");
    const { partnerId, ...others } = claim;
    store.load(others);
    kit.goTo("product");
    press("next-product");
    await note("to the one that lacks something");
    store.load(claim);
    kit.goTo("userRole");
    await note("what is complete is folded once somebody works in another row");
    press("next-partner");
    told.asked = [store.isAsked, heard.map((one) => one.join(" "))];
    press("card-activity");
    await note("opened");
    press("card-activity");
    await note("closed");
    kit.goTo("ownTenantId");
    await note("what is folded is unfolded");
    store.load({});
    await store.settled;
    place.opened = new Set(["customer"]);
    store.set("customerTenantId", claim.customerTenantId);
    await note("what comes next is there as soon as it is needed");
    return told;
  }, CLAIM);
  assert.deepEqual(told, {
    "over what is filled in": ["product", "product"],
    "to the one that lacks something": ["partner", "partnerId"],
    "what is complete is folded once somebody works in another row": ["partner", "userRole"],
    asked: [true, ["goToVerdict"]],
    opened: ["activity", "usage"],
    closed: ["", "usage"],
    "what is folded is unfolded": ["partner", "ownTenantId"],
    "what comes next is there as soon as it is needed": ["customer product", "ownTenantId"],
  });
});

test("a host has its own button for the check, and something beside a row", async () => {
  const shown = await draw(async ({ claimView, h, made, outline, put }) => {
    const { kit, store, place } = made({
      ask: () => {},
      beside: (card) => (card === "partner" ? h("p", {}, "Beside") : undefined),
    });
    place.opened = new Set(["partner", "proof"]);
    const node = put(claimView(kit));
    store.set("customerTenantId", "x");
    await store.settled;
    return { host: outline(node) };
  });
  await isAsRead("claim-host", shown);
});

test("products are found as they are typed, first those of the customer, and chosen by keys", async () => {
  const told = await draw(async ({ claimView, made, outline, put, given: tenantId }) => {
    const { kit, store, place, heard } = made();
    place.opened = new Set(["product"]);
    const node = put(claimView(kit));
    const combo = node.querySelector(".combo");
    const input = combo.querySelector("input");
    const all = {};
    const look = (name) => {
      all[name] = [...outline(combo), ...heard.splice(0).map((one) => one.join(" "))];
    };
    const type = (text) => {
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { inputType: "insertText" }));
    };
    const press = (key) => {
      const event = new KeyboardEvent("keydown", { key, cancelable: true });
      return input.dispatchEvent(event) ? `${key} is the browser’s` : `${key} is taken`;
    };
    const keys = [];
    const id = (digit) => `${digit}0000000-0000-4000-8000-000000000000`;
    input.focus();
    look("it waits");
    type("teams phone");
    look("typed");
    keys.push(press("ArrowDown"), press("ArrowUp"), press("ArrowUp"));
    look("from the first over none to the last");
    keys.push(press("Escape"), press("Escape"), press("Enter"), press("a"));
    look("put away");
    keys.push(press("ArrowDown"), press("Enter"));
    look("chosen by keys");
    type("zzz");
    look("not found");
    const sales = {
      productName: "Our sales",
      skuPartNumber: "DYN365_ENTERPRISE_SALES",
      status: "active",
    };
    store.bring({
      subscriptions: [
        { id: id(1), tenantId, ...sales, endsOn: "2027-01-31", channel: "csp", source: "export" },
        {
          id: id(2),
          tenantId,
          skuPartNumber: "TEAMS_EXPLORATORY",
          status: "suspended",
          source: "export",
        },
        { id: id(3), tenantId: tenantId.replace("3", "4"), ...sales, source: "export" },
        { id: id(4), tenantId, status: "unknown", source: "export" },
      ],
    });
    store.set("customerTenantId", tenantId);
    store.set("product", "");
    await store.settled;
    input.click();
    look("the customer’s");
    type("sales");
    look("of the customer’s and others, those that fit");
    type("");
    combo.querySelector("[role=option]").click();
    await store.settled;
    all.claim = Object.entries(store.claim).map((one) => one.join(": "));
    input.click();
    look("of what was chosen, all is shown");
    input.blur();
    look("left");
    all.keys = keys;
    return all;
  }, TENANT);
  await isAsRead("product", told);
});

test("of the activities of an area, the first one ticked is the claim’s own", async () => {
  const shown = await draw(async ({ claimView, made, outline, put }) => {
    const { kit, store, place } = made();
    place.opened = new Set(["activity"]);
    const node = put(claimView(kit)).querySelector("[data-field=activity]");
    const look = async () => {
      await store.settled;
      return outline(node);
    };
    const tick = (activity) => node.querySelector(`[data-key=${activity}]`).click();
    const all = { "no area": await look() };
    tick("usage");
    tick("presales");
    all["two are ticked"] = await look();
    node.querySelector(".several button").click();
    all["the other one is the claim’s own"] = await look();
    store.set("solutionArea", "microsoft-365");
    all["it is none of the area"] = await look();
    tick("presales");
    all["the first one goes"] = await look();
    return all;
  });
  await isAsRead("activity", shown);
});
