// What stands below and above the claim, and beside it: what was put in, the letter, what comes next, the proof, the claim
// form’s texts, what follows filing, errors, guides, what is kept, and what surrounds it all.

import assert from "node:assert/strict";
import test from "node:test";
import { sample, TENANT } from "./person.mjs";
import { CLAIM, isAsRead, useViews } from "./views.mjs";

const draw = useViews();
const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const OTHER = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";

test("what is needed to file a claim is there once there is a claim, and folded until it is wanted", async () => {
  const shown = await draw(async (views) => {
    const { filedView, formTextView, letterView, made, nextView, outline, proofView, put, turns } =
      views;
    const { kit, store, place } = made();
    const kinds = { letterView, nextView, proofView, formTextView, filedView };
    const nodes = Object.entries(kinds).map(([name, view]) => [name, put(view(kit))]);
    const all = {};
    const look = async (name, asked = Object.keys(kinds)) => {
      await store.settled;
      await turns();
      all[name] = nodes.flatMap(([of, node]) => (asked.includes(of) ? outline(node) : []));
    };
    await look("nothing is there");
    store.load({ product: "Teams" });
    await look("half of it is there");
    store.load({ ...views.given, competingPartner: "unknown" });
    for (const [, node] of nodes) node.open = true;
    await look("it is filled in, and all is unfolded", ["letterView", "nextView", "formTextView"]);
    store.load({});
    await look("nothing is there any more");
    store.bring({ partnerIds: [{ id: views.given.partnerId, kind: "location", enrolled: true }] });
    store.load({ ...views.given, customerDomain: "", submittedOn: "2026-11-20" });
    store.tick("document", true);
    const [, proof] = nodes[2];
    await look("it can be filed", ["letterView", "nextView"]);
    for (const button of proof.querySelectorAll("button")) button.click();
    await look("its first point is ticked", ["proofView"]);
    all["its first point is ticked"].length = 18;
    proof.querySelector("input").click();
    proof.querySelectorAll("input")[1].click();
    await store.settled;
    all.ticks = [...store.ticks, proof.querySelector("summary").textContent];
    await look("what became of it is asked", ["filedView"]);
    store.file({ status: "partner-action-required", on: "2026-01-20" });
    await look("it waits for an answer since long", ["filedView"]);
    store.file({ status: "rejected", on: "2026-11-20", reason: "missing-customer-acknowledgment" });
    await look("it was rejected", ["filedView"]);
    const [, filed] = nodes[4];
    const choose = (key, value) => {
      const control = filed.querySelector(`[data-key=filed-${key}]`);
      control.value = value;
      control.dispatchEvent(new Event(key === "on" ? "input" : "change"));
    };
    choose("reason", "missing-products");
    choose("on", "2026-11-19");
    choose("status", "approved");
    all.filed = [JSON.stringify(store.filed)];
    all.unfolded = [[...place.unfolded].join(" "), String(place.isFormOffered)];
    return all;
  }, CLAIM);
  await isAsRead("filing", shown);
});

test("filing unfolds the form’s texts by itself, once", async () => {
  const told = await draw(async ({ formTextView, made, put, given: claim }) => {
    const { kit, store, place } = made();
    const node = put(formTextView(kit));
    const told = [];
    const look = async () => {
      await store.settled;
      told.push([node.hidden, node.open, node.querySelector(".btn-1") !== null]);
    };
    await look();
    store.load(claim);
    await look();
    store.bring({ partnerIds: [{ id: claim.partnerId, kind: "location", enrolled: true }] });
    store.load({ ...claim, customerDomain: "" });
    await look();
    node.open = false;
    store.recheck();
    await look();
    return [...told, place.isFormOffered];
  }, CLAIM);
  assert.deepEqual(told, [
    [true, false, false],
    [false, false, false],
    [false, true, true],
    [false, false, true],
    true,
  ]);
});

test("what ends while the core is on its way draws nothing any more", async () => {
  const told = await draw(async (views) => {
    const { filedView, formTextView, letterView, made, proofView, put, turns, given } = views;
    const arrived = [];
    const needsCore = () => new Promise((done) => arrived.push(done));
    const drawn = [];
    for (const isOver of [true, false]) {
      const { kit, store, end } = made({ needsCore });
      store.load({ ...given, competingPartner: "" });
      const nodes = [letterView, proofView, formTextView, filedView].map((view) => put(view(kit)));
      for (const node of nodes) node.open = true;
      await turns();
      if (isOver) end();
      for (const done of arrived.splice(0)) done();
      await turns();
      drawn.push(nodes.map((node) => node.querySelectorAll("li, dd, option").length > 0));
    }
    return drawn;
  }, CLAIM);
  assert.deepEqual(told, [
    [false, false, false, false],
    [true, true, true, true],
  ]);
});

test("what the customer writes back goes into the claim where it is certain, and is asked about where not", async () => {
  const told = await draw(
    async ({ letterView, made, outline, put, turns, given: [claim, tenantId, other] }) => {
      const { kit, store, heard } = made();
      const node = put(letterView(kit));
      store.load({ ...claim, customerTenantId: "", competingPartner: "" });
      node.open = true;
      await store.settled;
      await turns();
      const letter = node
        .querySelector("[data-key=letter]")
        .value.split("\n")
        .filter((line) => /^\d/.test(line));
      const text = node.querySelector("#reply");
      const button = text.nextElementSibling.querySelector("button");
      const all = { letter };
      const read = async (name, reply) => {
        heard.length = 0;
        text.value = reply;
        button.click();
        await turns();
        all[name] = [
          ...outline(node.querySelector(".said")),
          ...heard.map((one) => one.join(" ")),
          JSON.stringify([store.text("customerTenantId"), store.text("competingPartner")]),
        ];
      };
      await read("nothing", "  ");
      all.focused = [String(document.activeElement === text)];
      await read("no answer", "Thank you, I will see.");
      await read("two tenants", `1. ${tenantId} or ${other}`);
      node.querySelector(".said .question .btns button:last-child").click();
      all["one is refused"] = [
        store.text("customerTenantId"),
        ...outline(node.querySelector(".said")),
      ];
      node.querySelector(".said .question .btns button").click();
      all["the other one is taken"] = [
        store.text("customerTenantId"),
        ...outline(node.querySelector(".said")),
      ];
      store.set("customerTenantId", "");
      await read("what is certain", `1. ${tenantId}`);
      await read("what is not clear", "2. I think so");
      await read("both", `1. ${tenantId}\n2. I think so`);
      text.value = "2. no";
      text.dispatchEvent(new InputEvent("input", { inputType: "insertText", data: "." }));
      await turns();
      all["a key reads nothing"] = [store.text("competingPartner")];
      text.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
      await turns();
      all["what is pasted is read"] = [store.text("competingPartner")];
      return all;
    },
    [CLAIM, TENANT, OTHER],
  );
  await isAsRead("reply", told);
});

test("what was put in stands above the claim, each with what it was read as", async () => {
  const shown = await draw(
    async ({ intakeView, made, outline, put, given: [TENANT, SALES, OTHER, samples] }) => {
      const { kit, store, heard } = made();
      const node = put(intakeView(kit));
      const all = {};
      const look = async (name) => {
        await store.settled;
        all[name] = outline(node);
      };
      await look("nothing is there");
      await store.put([`${OTHER} or ${SALES}`]);
      await look("what could be two things");
      node.querySelector(".questions .btns button:last-child").click();
      await look("neither of it");
      node.querySelector(".questions .btns button")?.click();
      await look("the first of it");
      store.remove(store.items[0].id);
      store.load({});
      await store.put([`Tenant ID: ${TENANT}\nDomain: contoso.com`]);
      node.querySelector(".chip button").click();
      node.querySelector("[data-key=more]").click();
      await look("a text and the box are unfolded");
      all.focused = [document.activeElement.id];
      node.querySelector("[data-key=more]").click();
      node.querySelector(".chip button").click();
      store.load({ product: "Teams" });
      await store.put([samples.subscriptions], { name: "subscriptions.json" });
      await look("an export that does not say whose it is");
      store.remove(store.items[0].id);
      store.load({});
      await look("and nobody knows who the customer is");
      await store.put([samples.usage, samples.claims, samples.error, "See you"], {});
      for (const button of node.querySelectorAll(".chip button:first-child")) button.click();
      kit.openBox();
      store.want(["Partner profile", "Usage"]);
      await look("what is none of the claim, unfolded, and exports are wanted");
      node.querySelectorAll(".chip button")[1].click();
      node.querySelector("[data-key=undo]").click();
      all.heard = heard.map((one) => one.join(" "));
      return all;
    },
    [
      ...[TENANT, SALES, OTHER],
      {
        subscriptions: await sample("graph-subscriptions.json"),
        usage: await sample("azure-usage-report.csv"),
        claims: await sample("claims.csv"),
        error: `The subscription ${SALES} was not found or is not eligible.`,
      },
    ],
  );
  await isAsRead("intake", shown);
});

test("who waits for a file sees how far it is, and can stop it", async () => {
  const told = await draw(async ({ intakeView, library, made, outline, put }) => {
    let progress;
    const readAnything = (input, options) => {
      if (input !== "large") return library.readAnything(input, options);
      return new Promise((_, fail) => {
        progress = options.onProgress;
        options.signal.addEventListener("abort", () => fail(options.signal.reason));
      });
    };
    const { kit, store } = made({ library: { readAnything } });
    const node = put(intakeView(kit));
    const all = [];
    const look = async () => {
      await store.settled;
      const bar = node.querySelector("progress");
      all.push([
        node.ariaBusy,
        bar.value,
        bar.position,
        ...outline(node.querySelector(".reading")),
      ]);
    };
    await look();
    const reading = store.put(["large"]);
    await look();
    progress(1, 4);
    await look();
    progress(1, 0);
    await look();
    node.querySelector("[data-key=stop]").click();
    await reading;
    await look();
    return all;
  });
  const seen = ["progress (max=1 aria-label=Reading …", "button (type=button data-key=stop): Stop"];
  assert.deepEqual(told, [
    [null, 0, -1],
    ["true", 0, -1, "Reading …", `${seen[0]})`, seen[1]],
    ["true", 0.25, 0.25, "Reading …", `${seen[0]} value=0.25)`, seen[1]],
    ["true", 0, -1, "Reading …", `${seen[0]})`, seen[1]],
    [null, 0, -1],
  ]);
});

test("the box takes what is pasted at once, what is typed by its button, and files", async () => {
  const told = await draw(async ({ boxView, library, made, outline, put, until }) => {
    const { kit, store, heard } = made({
      library: {
        readAnything: (input, options) =>
          input === "broken"
            ? Promise.reject(new Error("no"))
            : library.readAnything(input, options),
      },
    });
    const node = put(boxView(kit, true));
    const all = { first: outline(node), other: outline(boxView(kit, false)).slice(-3) };
    const text = node.querySelector("textarea");
    const button = node.querySelector("button");
    const note = async (name, more, isRead = false) => {
      if (isRead) await until(() => heard.some(([told]) => told === "onRead"));
      all[name] = [
        text.value,
        String(!button.hidden),
        ...(more ?? []),
        ...heard.splice(0).map((one) => one.join(" ")),
      ];
      for (const { id } of store.items) store.remove(id);
    };
    const paste = (content, files = []) => {
      const clipboardData = new DataTransfer();
      if (content !== undefined) clipboardData.setData("text/plain", content);
      for (const file of files) clipboardData.items.add(file);
      const event = new ClipboardEvent("paste", { cancelable: true, clipboardData });
      return [text.dispatchEvent(event) ? "it is the browser’s" : "it is taken"];
    };
    await note("pasted", paste("Domain: contoso.com"), true);
    await note("pasted with nothing in it", paste("  "));
    text.value = "x";
    await note("pasted into what is typed", paste("Domain: contoso.com"));
    await note("files pasted", paste("x", [new File(["Domain: contoso.com"], "mail.txt")]), true);
    text.value = " ";
    text.dispatchEvent(new InputEvent("input"));
    await note("a space");
    text.value = "Partner ID: 5357564";
    text.dispatchEvent(new InputEvent("input"));
    await note("typed");
    const key = (given) =>
      text.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ...given }));
    key({});
    key({ key: "a", ctrlKey: true });
    await note("Enter alone");
    key({ metaKey: true });
    await note("Enter with a key", [], true);
    text.value = "Partner ID: 5357564";
    key({ ctrlKey: true });
    await note("Enter with another key", [], true);
    text.value = "broken";
    button.click();
    await note("what cannot be read", [], true);
    text.value = "  ";
    button.click();
    await note("nothing");
    const files = node.querySelector("input[type=file]");
    files.dispatchEvent(new Event("change"));
    await note("no files are chosen");
    const chosen = new DataTransfer();
    chosen.items.add(new File(["Domain: contoso.com"], "mail.txt"));
    files.files = chosen.files;
    files.dispatchEvent(new Event("change"));
    await note("a file is chosen", [String(files.files.length)], true);
    return all;
  });
  await isAsRead("box", told);
});
