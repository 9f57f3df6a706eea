// Where attach shows what a library finds, piece by piece: the place of each message, what connects it with its controls
// for a screen reader, what the region says, and that all of it can be taken away again. The library is the test's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";

const openPage = usePage({ folder: inRoot("dist") });

/** A page whose `scene(html, options)` attaches to the form in it, with `found` as what is found of its claim. */
async function open() {
  const opened = await openPage({
    path: "/host.html",
    async prepare(page) {
      const body = "<!doctype html><html lang=en><title>Host</title><main></main>";
      await page.route("**/host.html", (route) =>
        route.fulfill({ contentType: "text/html", body }),
      );
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    },
  });
  const { page } = opened;
  await page.evaluate(async () => {
    window.attach = (await import("/attach.js")).attach;
    window.found = [];
    const labels = {
      severities: { blocks: "Stop", warns: "Careful", informs: "Note" },
      verdicts: { fix: { title: "To fix" }, confirm: { title: "Open" }, ready: { title: "Fine" } },
    };
    window.library = {
      init: async () => {},
      negotiateLocale: () => "en",
      describe: () => ({ labels }),
      checkClaim: () => ({
        verdict: found.some(({ severity }) => severity === "blocks") ? "fix" : "ready",
        findings: structuredClone(found),
      }),
    };
    window.finding = (code, fields, more) => ({
      ...{
        code,
        fields,
        kind: "field",
        severity: "blocks",
        what: `${code}!`,
        why: "Why.",
        next: "Do.",
      },
      ...{ source: { section: "S", ruleset: "2023-10", url: "https://example.com/s" }, ...more },
    });
    window.scene = (html, options) => {
      document.querySelector("main").innerHTML = html;
      window.form = document.querySelector("form");
      window.before = document.querySelector("main").innerHTML;
      window.me = attach(form, { library, ...options });
      return me.check();
    };
    /** The elements in order, each with its name or class; messages by their codes. */
    window.drawn = (node = document.querySelector("main")) =>
      [...node.children].map((child) => {
        if (child.matches(".cpor-message")) return `(${child.dataset.code})`;
        const own = child.name || child.id || child.className || child.localName;
        return child.children.length ? `${own}[${drawn(child).join(" ")}]` : own;
      });
    /** What a control is described by, in words. */
    window.described = (control) =>
      (control.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .filter(Boolean)
        .map((id) => document.getElementById(id)?.dataset.code ?? id);
  });
  return {
    ...opened,
    scene: (html, found, options, ask) =>
      page.evaluate(
        async ([text, list, given, source]) => {
          window.found = list.map((one) => finding(...one));
          await scene(text, given);
          return new Function(`return (${source})()`)();
        },
        [html, found, options, String(ask)],
      ),
  };
}

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
