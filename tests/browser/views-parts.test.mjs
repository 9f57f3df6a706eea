// What views are made of, and what their smaller parts do: nodes and lists, folds, copying, files for a calendar, and what
// was put in and can be used, corrected, or is of no use.

import assert from "node:assert/strict";
import test from "node:test";
import { sample, TENANT } from "./person.mjs";
import { CLAIM, isAsRead, useViews } from "./views.mjs";

const draw = useViews();
const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const OTHER = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";

test("a node has what it is given, and nothing that is empty or false", async () => {
  const told = await draw(({ attribute, drawing, entitle, h, say, show }) => {
    const clicked = [];
    const node = h(
      "p.a.b",
      { lang: "en", title: "", hidden: false, click: () => clicked.push(1), "data-n": 0, x: true },
      ...["text", 1, 0, null, false, undefined, "", [h("b", {}, "deep"), [["deeper"]]]],
    );
    node.click();
    const input = h("input", { checked: true, value: "v" });
    const plain = h("p");
    const drawn = [drawing("i", "M0 0"), drawing("i s", "M0 0", "M1 1")].map(
      (one) => one.outerHTML,
    );
    const changes = [];
    const target = h("p", { lang: "en" }, "x");
    const setAttribute = target.setAttribute.bind(target);
    target.setAttribute = (...given) => {
      changes.push(given);
      setAttribute(...given);
    };
    for (const value of ["en", "de", 0, true, false, "de", "", "de", null])
      attribute(target, "lang", value);
    const [text] = target.childNodes;
    say(target, "x");
    const isSame = target.firstChild === text;
    say(target, "y");
    document.title = "a";
    entitle("b");
    const shown = [true, false, false, true].map((is) => {
      show(target, is);
      return target.hidden;
    });
    return {
      html: node.outerHTML,
      clicked,
      input: [input.checked, input.value, input.hasAttribute("value")],
      plain: plain.outerHTML,
      drawn,
      changes,
      left: target.outerHTML,
      isSame,
      title: document.title,
      shown,
    };
  });
  const svg = (classes, rest) =>
    `<svg viewBox="0 0 20 20" aria-hidden="true" class="${classes}"><path d="M0 0"></path>${rest}</svg>`;
  assert.deepEqual(told, {
    html: '<p class="a b" lang="en" data-n="0" x="">text10<b>deep</b>deeper</p>',
    clicked: [1],
    input: [true, "v", false],
    plain: "<p></p>",
    drawn: [svg("i", ""), svg("i s", '<path d="M1 1" fill="currentColor" stroke="none"></path>')],
    changes: [
      ["lang", "de"],
      ["lang", "0"],
      ["lang", ""],
      ["lang", "de"],
      ["lang", "de"],
    ],
    left: "<p>y</p>",
    isSame: true,
    title: "b",
    shown: [false, true, true, false],
  });
});

test("what stays in a list is not made anew nor moved, and a place keeps the focus of what it loses", async () => {
  const told = await draw(({ filler, h, keyed, put }) => {
    const made = [];
    const list = put(h("ul"));
    const update = keyed(
      list,
      ({ id }) => id,
      ({ id }) => {
        made.push(id);
        const node = h("li");
        return { node, update: ({ text }) => node.replaceChildren(text) };
      },
    );
    const moved = [];
    const states = [];
    const set = (text) => {
      const before = list.insertBefore;
      list.insertBefore = (...given) => {
        moved.push(given[0].textContent);
        return before.apply(list, given);
      };
      update(
        text
          .split(" ")
          .filter(Boolean)
          .map((one) => ({ id: one[0], text: one })),
      );
      delete list.insertBefore;
      states.push([list.textContent, moved.splice(0).join(" "), made.splice(0).join("")]);
    };
    for (const text of ["a1 b1 c1", "a2 b1 c1", "a2 c1", "c1 a2", "d1 c1 a3", "", "a1"]) set(text);
    const place = put(h("div"));
    const fill = filler(place);
    let count = 0;
    const draw = (data) =>
      fill(data, () => {
        count += 1;
        return [h("button", {}, data), null];
      });
    draw("x");
    const first = place.firstChild;
    draw("x");
    const isKept = place.firstChild === first;
    draw("y");
    const unfocused = [place.hasAttribute("tabindex"), document.activeElement === place];
    place.firstChild.focus();
    draw("z");
    return [
      states,
      [count, isKept, ...unfocused, place.tabIndex, document.activeElement === place],
    ];
  });
  assert.deepEqual(told, [
    [
      ["a1b1c1", "a1 b1 c1", "abc"],
      ["a2b1c1", "", ""],
      ["a2c1", "", ""],
      ["c1a2", "c1", ""],
      ["d1c1a3", "d1", "d"],
      ["", "", ""],
      ["a1", "a1", "a"],
    ],
    [3, true, false, false, -1, true],
  ]);
});

test("what was unfolded stays so, and an action unfolds it and leads to it", async () => {
  const told = await draw(async ({ foldView, h, made, put, turns, unfolding }) => {
    const { kit, place } = made();
    const below = h("div");
    below.style.height = "3000px";
    let toggled = 0;
    const fold = foldView(kit, "letter", "mail", () => {
      toggled += 1;
    });
    put(below, fold.node);
    const state = async () => {
      await turns();
      return [fold.node.open, [...place.unfolded].join(), toggled];
    };
    const told = [await state()];
    fold.open();
    told.push(await state());
    const { top } = fold.node.getBoundingClientRect();
    told.push([document.activeElement.localName, top < innerHeight]);
    const again = foldView(kit, "letter", "mail");
    told.push([again.node.open, foldView(kit, "other", "mail").node.open]);
    fold.node.open = false;
    told.push(await state());
    const panel = h("p", {}, "Behind");
    const button = put(unfolding("Why", panel), panel);
    const look = () =>
      told.push([
        panel.hidden,
        button.ariaExpanded,
        button.getAttribute("aria-controls") === panel.id,
      ]);
    look();
    button.click();
    look();
    button.click();
    look();
    return told;
  });
  assert.deepEqual(told, [
    [false, "", 0],
    [true, "letter", 1],
    ["summary", true],
    [true, false],
    [false, "", 2],
    [true, "false", true],
    [false, "true", true],
    [true, "false", true],
  ]);
});

test("what was copied is said for a while, and what goes with it is done", async () => {
  const told = await draw(async ({ formTextView, letterView, made, put, turns, given: claim }) => {
    const { kit, store, place, heard } = made();
    const [letter, form] = [letterView, formTextView].map((view) => put(view(kit)));
    store.load({ ...claim, competingPartner: "" });
    for (const node of [letter, form]) node.open = true;
    await turns();
    const later = [];
    const { setTimeout } = window;
    const named = (node, text) =>
      [...node.querySelectorAll("button")].find((one) => one.textContent.startsWith(text));
    const copy = async (button) => {
      button.click();
      await turns();
      return [button.textContent, (await navigator.clipboard.readText()).split("\n")[0]];
    };
    window.setTimeout = (...given) => (given[1] > 100 ? later.push(given) : setTimeout(...given));
    const told = { sent: [place.sent === undefined] };
    told.letter = await copy(named(letter, "Copy"));
    told.sent.push(place.sent.report === store.report, place.sent.claim === store.claim);
    told.form = await copy(named(form, "Copy all"));
    told.field = await copy(named(form, "Copy Partner ID"));
    told.times = later.map(([, ms]) => ms);
    for (const [act] of later) act();
    told.after = [named(letter, "Cop").textContent, named(form, "Cop").textContent];
    const menu = letter.querySelector("select");
    menu.value = "de";
    menu.dispatchEvent(new Event("change"));
    await turns();
    const area = letter.querySelector("textarea");
    told.german = [area.lang, area.value.split("\n")[0], letter.querySelector("select").value];
    place.sent = undefined;
    const mail = letter.querySelector("a");
    mail.addEventListener("click", (event) => event.preventDefault());
    mail.click();
    told.mailed = place.sent?.report === store.report;
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    named(letter, "Kop")?.click();
    named(letter, "Copy").click();
    await turns();
    told.selected = area.selectionEnd - area.selectionStart === area.value.length;
    told.heard = heard.map((one) => one.join(" "));
    let printed = 0;
    window.print = () => {
      printed += 1;
    };
    named(form, "Print").click();
    return { ...told, printed };
  }, CLAIM);
  assert.deepEqual(told, {
    sent: [true, true, true],
    letter: ["Copied Message", "A few questions about your Microsoft subscription"],
    form: ["Copied", "Solution area: Modern Work and Security"],
    field: ["Copied Partner ID", "5357564"],
    times: [2000, 2000, 2000],
    after: ["Copy Message", "Copy all"],
    german: ["de", "Guten Tag,", "de"],
    mailed: true,
    selected: true,
    heard: [
      "say Copied",
      "say Copied",
      "say Copied",
      "say Copying isn’t allowed here. Select the text and copy it.",
    ],
    printed: 1,
  });
});

test("days go into a calendar under a name that the person gives", async () => {
  const told = await draw(async ({ made, nextView, put, turns, given: claim }) => {
    const { kit, store, heard } = made();
    const node = put(nextView(kit));
    store.load({ ...claim, submittedOn: "2026-11-20" });
    await store.settled;
    node.open = true;
    const saved = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      saved.push(blob);
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function clicked() {
      heard.push(["download", this.download, this.protocol]);
    };
    const name = node.querySelector("input");
    const add = node.querySelector(".calendar button");
    for (const text of [" Contoso ", "  "]) {
      name.value = text;
      add.click();
      await turns();
    }
    const texts = await Promise.all(saved.map((blob) => blob.text()));
    const lines = texts.map((text) =>
      text.split("\r\n").find((line) => line.startsWith("SUMMARY")),
    );
    return [saved.map(({ type }) => type), lines, heard.map((one) => one.join(" "))];
  }, CLAIM);
  assert.deepEqual(told, [
    ["text/calendar", "text/calendar"],
    ["SUMMARY:Contoso: Submit the claim", "SUMMARY:CPOR claim: Submit the claim"],
    [
      ...["download cpor-claim.ics blob:", "say The calendar file is in your downloads."],
      ...["download cpor-claim.ics blob:", "say The calendar file is in your downloads."],
    ],
  ]);
});

test("what was put in is used by its button, corrected, and taken out", async () => {
  const shown = await draw(
    async ({ intakeView, made, outline, put, turns, given: [tenantId, sales, other] }) => {
      const { kit, store } = made();
      const node = put(intakeView(kit));
      const all = {};
      const look = async (name) => {
        await turns();
        all[name] = outline(node.querySelector(".chips"));
      };
      store.set("customerDomain", "fabrikam.com");
      await store.put([`Tenant ID: ${tenantId}\nDomain: contoso.com\nPurchase channel: CSP`]);
      node.querySelector(".chip button").click();
      await look("one field is another one");
      node.querySelector("dl button").click();
      await look("it is used");
      const text = node.querySelector("textarea");
      text.value = `Tenant ID: ${other}`;
      node.querySelector(".chip-panel .btns button").click();
      await look("it is corrected");
      node.querySelectorAll(".chip button")[1].click();
      await look("it is taken out");
      all.claim = [JSON.stringify(store.claim)];
      await store.put([`Either ${sales} or ${other}`]);
      node.querySelector(".chip button").click();
      await look("what could be two things");
      return all;
    },
    [TENANT, SALES, OTHER],
  );
  await isAsRead("chips", shown);
});

test("what is of no use for the claim is named, with where it belongs", async () => {
  const shown = await draw(
    async ({ intakeView, made, outline, put, given: [tenantId, contracts, claims] }) => {
      const offer = "CFQ7TTC0LH18:0001:CFQ7TTC0K971";
      const one = claims.split("\n").slice(0, 2).join("\n");
      const cases = {
        "an offer beside a tenant": [`Tenant ID: ${tenantId}\nOffer ${offer}`],
        "an offer alone": [`Offer ${offer}`],
        "more values than are named": [
          `Tenant ID: ${tenantId}\n${[1, 2, 3, 4].map((n) => offer.replace("1", n)).join("\n")} ${tenantId.toUpperCase()} 2026-11-20`,
        ],
        "a long line": ["x".repeat(61)],
        "a line that is long enough": [`\n ${"x".repeat(60)} \nand more`],
        customers: [contracts],
        "one claim": [one],
        "nothing at all": [""],
        "a file of no kind": [new File([new Uint8Array([1, 2, 3])], "x.bin")],
      };
      const all = {};
      for (const [name, sources] of Object.entries(cases)) {
        const { kit, store } = made();
        const node = put(intakeView(kit));
        await store.put(sources);
        await store.settled;
        all[name] = outline(node.querySelector(".unread"));
      }
      for (const hash of ["#plan", "#many", "#error"]) {
        location.hash = hash;
        const { kit, store } = made();
        const node = put(intakeView(kit));
        await store.put([
          contracts,
          claims,
          "The subscription x was not found or is not eligible.",
        ]);
        await store.settled;
        all[`at ${hash}`] = outline(node.querySelector(".unread"));
      }
      const { kit, store } = made({ pages: {} });
      const node = put(intakeView(kit));
      await store.put([contracts, claims]);
      await store.settled;
      all["where there are no such pages"] = outline(node.querySelector(".unread"));
      return all;
    },
    [TENANT, await sample("graph-contracts.json"), await sample("claims.csv")],
  );
  await isAsRead("unread", shown);
});

test("an export that does not say whose it is, is said to be the customer’s by the finding’s button, too", async () => {
  const told = await draw(
    async ({ findingsView, made, put, until, given: [claim, subscriptions] }) => {
      const { kit, store, heard } = made();
      const node = put(findingsView(kit, []));
      await store.put([subscriptions], { name: "x.json" });
      const business = { solutionArea: "business-applications", product: "Dynamics 365 Sales" };
      store.load(
        { ...claim, ...business, subscriptionId: store.evidence.subscriptions[0].id },
        true,
      );
      await store.settled;
      node.querySelector("[data-action=say-tenant]").click();
      await until(() => store.items[0].about.tenantId);
      return [store.items[0].about.tenantId, ...heard.map((one) => one.join(" "))];
    },
    [CLAIM, await sample("graph-subscriptions.json")],
  );
  assert.deepEqual(told, [TENANT, "goToVerdict"]);
});
