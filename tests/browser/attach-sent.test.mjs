// What attach does when a form is sent or used: where the focus goes, what the browser says itself, what the claim is read
// from, and what of the page belongs to the form.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./attach-scenes.mjs";

test("sending goes to the first fault: its chosen control, else its first, else the region", async () => {
  const { scene, close } = await open();
  const send = async () => {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.requestSubmit();
    const { activeElement: at } = document;
    const before = [at.value || at.className || at.localName, at.getAttribute("tabindex")];
    at.blur();
    return [...before, at.getAttribute("tabindex")];
  };
  const radios = (checked) =>
    ["a", "b"]
      .map(
        (value) =>
          `<input type=radio name=activity value=${value} ${value === checked ? "checked" : ""}>`,
      )
      .join("");
  const one = [["one", ["activity"]]];
  for (const [html, found, due] of [
    [radios("b"), one, ["b", null, null]],
    [radios(), one, ["a", null, null]],
    [
      "<input name=product value=p><input name=activity value=a>",
      [
        ["one", ["product"], { severity: "warns" }],
        ["two", ["activity"]],
      ],
      ["a", null, null],
    ],
    ["<input name=activity>", [["two", [], { kind: "outcome" }]], ["cpor-result", "-1", null]],
  ])
    assert.deepEqual(
      await scene(`<form novalidate>${html}<button>Send</button></form>`, found, {}, send),
      due,
      html,
    );
  await close();
});

test("the browser need not show what a message says already, unless it finds another fault itself", async () => {
  const { scene, close } = await open();
  const send = () => {
    const all = [];
    for (const control of form.querySelectorAll("input"))
      control.addEventListener("invalid", (event) => {
        all.push([control.name, event.defaultPrevented]);
        event.preventDefault();
      });
    form.querySelector("button").click();
    return [all, document.activeElement.name];
  };
  const one = [["one", ["activity"]]];
  for (const [html, due] of [
    ["<input name=activity>", [[["activity", true]], "activity"]],
    ["<input name=activity required>", [[["activity", false]], undefined]],
    ["<input name=activity pattern=x value=y>", [[["activity", false]], undefined]],
    [
      "<input name=x required><input name=activity>",
      [
        [
          ["x", false],
          ["activity", true],
        ],
        "activity",
      ],
    ],
  ])
    assert.deepEqual(
      await scene(`<form>${html}<button>Send</button></form>`, one, {}, send),
      due,
      html,
    );
  const said = await scene(
    "<form><input name=activity><button>Send</button></form>",
    one,
    {},
    () => {
      form.activity.setCustomValidity("mine");
      const seen = [];
      form.activity.addEventListener("invalid", (event) => {
        seen.push(event.defaultPrevented);
        event.preventDefault();
      });
      form.querySelector("button").click();
      return seen;
    },
  );
  assert.deepEqual(said, [false], "what the host has said since");
  await close();
});

test("a form that was sent once it was checked is checked again when it is sent again", async () => {
  const { scene, close } = await open();
  const html = "<form novalidate><input name=activity></form>";
  const sent = await scene(html, [], {}, async () => {
    me.detach();
    attach(form, { library });
    let count = 0;
    const first = new Promise((done) => {
      form.addEventListener("submit", (event) => {
        count += 1;
        event.preventDefault();
        done();
      });
    });
    form.requestSubmit();
    const early = count;
    await first;
    await Promise.resolve();
    found = [finding("one", ["activity"])];
    form.requestSubmit();
    return [early, count, drawn(form)];
  });
  assert.deepEqual(sent, [0, 1, ["activity", "(one)"]]);
  await close();
});

test("of a form, a field is what would be sent by the controls that are named, marked, or mapped for it", async () => {
  const { page, close } = await open();
  const box = (more) => `<input type=checkbox name=proofOfExecution value=ready ${more}>`;
  const hidden = "<input type=hidden name=proofOfExecution value=missing>";
  const radio = (more) => `<input type=radio name=activity value=usage ${more}>`;
  for (const [html, claim, fields] of [
    ["<input name=product value=a>", { product: "a" }],
    ["<input name=mpnId value=1>", { partnerId: "1" }],
    ["<input name=mpnId value=1><input name=partnerId value=2>", { partnerId: ["1", "2"] }],
    ["<input name=x value=a data-cpor-field=product>", { product: "a" }],
    [
      "<input name=x value=a data-cpor-field=product><input name=product value=b>",
      { product: "a" },
    ],
    [
      "<p data-cpor-field=product><input value=a><i></i><textarea>a</textarea></p>",
      { product: "a" },
    ],
    [
      "<p data-cpor-field=product><input value=a><select><option>b</select></p>",
      { product: ["a", "b"] },
    ],
    ["<p data-cpor-field=product></p>", {}],
    ["<p data-cpor-field=product><input data-cpor-field=product value=a></p>", { product: "a" }],
    [
      "<input name=x value=a><input data-cpor-field=product value=b>",
      { product: "a" },
      { product: "x" },
    ],
    ["<input id=x value=a><input name=product value=b>", { product: "a" }, { product: "x" }],
    ["<input id=product value=a>", {}],
    ["<input name=product value=a>", {}, { product: null }],
    ["<input name=product value=a>", {}, { product: "none" }],
    [box("checked"), { proofOfExecution: "ready" }],
    [box(""), {}],
    [hidden + box("checked"), { proofOfExecution: "ready" }],
    [hidden + box(""), { proofOfExecution: "missing" }],
    [radio("checked") + radio("").replace("usage", "presales"), { activity: "usage" }],
    [radio(""), {}],
    ["<input name=product value=a disabled>", {}],
    ["<fieldset disabled><input name=product value=a></fieldset>", {}],
    ["<select name=product><option>a<option selected>b</select>", { product: "b" }],
    [
      "<select name=product multiple><option selected>a<option selected>b</select>",
      { product: ["a", "b"] },
    ],
    [
      "<select name=product multiple><option selected>a<option selected disabled>b</select>",
      { product: "a" },
    ],
    ["<select name=product multiple><option>a</select>", {}],
    ["<input type=submit name=product value=a><button name=product value=b></button>", {}],
    ["<input type=reset name=product value=a><input type=button name=product value=b>", {}],
    ["<input type=image name=product alt=a><input type=file name=product>", {}],
    ["<output name=product>a</output><fieldset name=product></fieldset>", {}],
    ["</form><input form=f name=product value=a>", { product: "a" }],
    ["</form><input name=product value=a>", {}],
    [
      "<input name=elements value=x><input name=querySelectorAll><input name=product value=a>",
      { product: "a" },
    ],
  ]) {
    const seen = await page.evaluate(
      async ([text, map]) => {
        const { claimFrom } = await import("/attach.js");
        document.querySelector("main").innerHTML = `<form id=f>${text}</form>`;
        return claimFrom(document.querySelector("#f"), map);
      },
      [html, fields],
    );
    assert.deepEqual(seen, claim, html);
  }
  await close();
});

test("what belongs to another form loads nothing, and an element that has a form in words is its own form’s", async () => {
  const { page, close } = await open();
  const seen = await page.evaluate(async () => {
    document.querySelector("main").innerHTML =
      "<form id=other></form><form id=own><input form=other><b tabindex=0></b></form>";
    const own = document.querySelector("#own");
    let loaded = 0;
    const counting = { ...library, init: async () => (loaded += 1) };
    const handle = attach(own, { library: counting });
    const focused = async (selector) => {
      const element = own.querySelector(selector);
      element.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return loaded;
    };
    own.querySelector("b").form = "own";
    const counts = [await focused("input"), await focused("b")];
    handle.detach();
    return counts;
  });
  assert.deepEqual(seen, [0, 1]);
  await close();
});
