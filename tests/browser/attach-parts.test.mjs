// Where attach shows what a library finds, piece by piece: the place of each message, what connects it with its controls
// for a screen reader, what the region says, and that all of it can be taken away again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./attach-scenes.mjs";

test("a message stands beside its control, outside of its label, and in the group that holds nothing else", async () => {
  const { scene, close, pageErrors } = await open();
  const all = "<input type=radio name=activity value=a><input type=radio name=activity value=b>";
  for (const [html, due] of [
    ["<form><input name=activity><i></i></form>", ["activity", "(one)", "(two)", "i"]],
    [
      "<form><label>A <input name=activity></label><i></i></form>",
      ["label[activity]", "(one)", "(two)", "i"],
    ],
    ["<form><p><input name=activity></p></form>", ["p[activity (one) (two)]"]],
    [`<form><fieldset>${all}</fieldset></form>`, ["fieldset[activity activity (one) (two)]"]],
    [`<form><div id=g role=radiogroup>${all}</div></form>`, ["g[activity activity (one) (two)]"]],
    [`<form><div id=g role=group>${all}</div></form>`, ["g[activity activity (one) (two)]"]],
    [`<form><div id=g>${all}<i></i></div></form>`, ["g[activity activity (one) (two) i]"]],
    [
      `<form><fieldset>${all}<input name=x></fieldset></form>`,
      ["fieldset[activity activity (one) (two) x]"],
    ],
    ["<form><fieldset><input name=activity></fieldset></form>", ["fieldset[activity (one) (two)]"]],
    [
      "<form><input name=activity><p data-cpor-message=activity></p></form>",
      ["activity", "p[(one) (two)]"],
    ],
  ]) {
    const found = [
      ["one", ["activity"]],
      ["two", ["activity"]],
    ];
    assert.deepEqual(await scene(html, found, {}, () => drawn(form)), due, html);
  }
  const outside = "<form><input name=activity></form><p data-cpor-message=activity></p>";
  const found = [["one", ["activity"]]];
  assert.deepEqual(await scene(outside, found, {}, () => drawn()), ["form[activity]", "p[(one)]"]);
  assert.deepEqual(pageErrors, []);
  await close();
});

test("a message has its severity, text, and advice, its language, and its code", async () => {
  const { scene, close } = await open();
  const found = [["one", ["product"], { severity: "warns" }]];
  const html = "<form><input name=product></form>";
  const shown = await scene(html, found, {}, () => {
    const message = form.querySelector(".cpor-message");
    message.id = message.id.replace(/^cpor-\w+-/, "cpor-…-");
    return message.outerHTML;
  });
  assert.equal(
    shown,
    '<p class="cpor-message" lang="en" data-code="one" data-severity="warns" id="cpor-…-product-0"><strong class="cpor-severity">Careful:</strong> <span class="cpor-what">one!</span> <span class="cpor-next">Do.</span></p>',
  );
  await close();
});

test("controls are described by their messages before their own hints, and invalid where one blocks", async () => {
  const { scene, close } = await open();
  const radios = "<input type=radio name=activity value=a><input type=radio name=activity value=b>";
  const states = () =>
    [...form.querySelectorAll("[aria-describedby], [aria-invalid]")].map((one) => [
      one.name || one.id,
      described(one).join(),
      one.getAttribute("aria-invalid"),
    ]);
  for (const [html, severity, due] of [
    ["<input name=activity>", "blocks", [["activity", "one", "true"]]],
    ["<input name=activity>", "warns", [["activity", "one", null]]],
    [
      "<input name=activity aria-describedby=h aria-invalid=false>",
      "blocks",
      [["activity", "one,h", "true"]],
    ],
    [
      "<input name=activity aria-describedby=h aria-invalid=false>",
      "informs",
      [["activity", "one,h", "false"]],
    ],
    [`<div id=g role=radiogroup>${radios}</div>`, "blocks", [["g", "one", "true"]]],
    [`<fieldset id=g>${radios}</fieldset>`, "blocks", [["g", "one", null]]],
    [
      `<div id=g role=group>${radios.replaceAll("radio", "checkbox")}</div>`,
      "blocks",
      [
        ["g", "one", null],
        ["activity", "", "true"],
        ["activity", "", "true"],
      ],
    ],
    [
      radios,
      "blocks",
      [
        ["activity", "one", null],
        ["activity", "one", null],
      ],
    ],
    ["<select name=activity></select>", "blocks", [["activity", "one", "true"]]],
  ]) {
    const text = `<form>${html}<i id=h></i></form>`;
    const found = [["one", ["activity"], { severity }]];
    assert.deepEqual(await scene(text, found, {}, states), due, `${severity}: ${html}`);
    const after = await scene(text, found, {}, () => {
      me.detach();
      return document.querySelector("main").innerHTML === before;
    });
    assert.ok(after, `detached: ${html}`);
  }
  await close();
});

test("the browser knows of what blocks, unless the host has said something itself or nothing is to block", async () => {
  const { scene, close } = await open();
  const html = "<form><input name=activity></form>";
  const messages = (found, options, ask) => scene(html, found, options, ask);
  const one = [["one", ["activity"]]];
  const said = () => form.activity.validationMessage;
  assert.equal(await messages(one, {}, said), "one!");
  assert.equal(await messages([["one", ["activity"], { severity: "warns" }]], {}, said), "");
  assert.equal(await messages(one, { block: "never" }, said), "");
  assert.equal(
    await messages(one, {}, async () => {
      found = [];
      await me.check();
      return form.activity.validationMessage;
    }),
    "",
  );
  assert.deepEqual(
    await messages(one, {}, async () => {
      form.activity.setCustomValidity("mine");
      found = [];
      await me.check();
      const kept = form.activity.validationMessage;
      found = [finding("two", ["activity"])];
      await me.check();
      return [kept, form.activity.validationMessage, described(form.activity)];
    }),
    ["mine", "mine", ["two"]],
  );
  await close();
});

test("what stays is left where it is; what changes, goes, or was taken away by the host is drawn anew", async () => {
  const { scene, close } = await open();
  const html = "<form><input name=activity><input name=product></form>";
  const found = [
    ["one", ["activity"]],
    ["two", ["product"]],
  ];
  const seen = await scene(html, found, {}, async () => {
    const messages = () => [...form.querySelectorAll(".cpor-message")];
    const [first, second] = messages();
    const is = () => messages().map((one) => [one.dataset.code, one === first || one === second]);
    const all = [];
    const again = async (change) => {
      change();
      await me.check();
      all.push(is());
    };
    await again(() => {});
    await again(() => {
      found[1].next = "Do it.";
    });
    await again(() => messages()[1].remove());
    await again(() => found.shift());
    await again(() => found.pop());
    return all;
  });
  assert.deepEqual(seen, [
    [
      ["one", true],
      ["two", true],
    ],
    [
      ["one", true],
      ["two", false],
    ],
    [
      ["one", true],
      ["two", false],
    ],
    [["two", false]],
    [],
  ]);
  await close();
});

test("the host’s region says the verdict and what has no field, and gets its own back", async () => {
  const { page, close } = await open();
  const seen = await page.evaluate(async () => {
    const html = "<form><input name=activity></form><section id=r lang=fr><b>Own</b></section>";
    const main = document.querySelector("main");
    main.innerHTML = html;
    const result = () => document.querySelector("#r");
    found = [
      finding("one", ["activity"]),
      finding("two", [], { kind: "outcome", severity: "warns" }),
    ];
    const all = [];
    const handle = attach(main.querySelector("form"), { result: result(), library });
    const note = () => all.push([result().lang, result().innerHTML]);
    note();
    await handle.check();
    note();
    const status = result().firstChild;
    found = [];
    await handle.check();
    note();
    all.push(result().firstChild === status);
    handle.detach();
    note();
    return all;
  });
  const status = (text) => `<div class="cpor-status" role="status">${text}</div>`;
  assert.deepEqual(seen, [
    ["fr", status("")],
    [
      "en",
      `${status("To fix")}<ul class="cpor-findings"><li class="cpor-finding" data-code="two" data-severity="warns"><p class="cpor-what"><strong class="cpor-severity">Careful:</strong> two!</p><p class="cpor-why">Why.</p><p class="cpor-next">Do.</p><p><a class="cpor-source" href="https://example.com/s" rel="external">S (2023-10)</a></p></li></ul>`,
    ],
    ["en", status("Fine")],
    true,
    ["fr", "<b>Own</b>"],
  ]);
  await close();
});

test("without a region, one is at the form’s end as long as something that blocks has no field", async () => {
  const { scene, close } = await open();
  const html = "<form><input name=activity></form>";
  const whole = ["two", ["activity"], { kind: "outcome" }];
  const ask = () => drawn(form);
  assert.deepEqual(await scene(html, [whole], {}, ask), [
    "activity",
    "cpor-result[cpor-status cpor-findings[cpor-finding[cpor-what[cpor-severity] cpor-why cpor-next p[cpor-source]]]]",
  ]);
  for (const [found, options] of [
    [[["two", ["activity"], { kind: "outcome", severity: "warns" }]], {}],
    [[["two", ["product"], { kind: "outcome" }]], {}],
    [[whole], { block: "never" }],
    [[whole], { result: null }],
    [[], {}],
  ])
    assert.deepEqual(await scene(html, found, options, ask), ["activity"]);
  const gone = await scene(html, [whole], {}, async () => {
    found = [];
    await me.check();
    return drawn(form);
  });
  assert.deepEqual(gone, ["activity"]);
  const asked = [["two", ["product"]]];
  assert.match((await scene(html, asked, { scope: "claim" }, ask)).join(), /cpor-result/);
  await close();
});

test("a result that stays is not drawn again", async () => {
  const { scene, close } = await open();
  const found = [["two", [], { kind: "outcome" }]];
  const html = "<form><input name=activity></form>";
  const isSame = await scene(html, found, {}, async () => {
    const list = () => document.querySelector(".cpor-findings");
    const before = list();
    await me.check();
    return before !== null && before === list();
  });
  assert.equal(isSame, true);
  await close();
});
