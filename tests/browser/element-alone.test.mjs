// Guides and result alone and beside a form, the elements' own words about themselves, languages,
// memory, weight, outcomes on demand, accessibility and paper. The numbers are those of the
// checklist for widgets.
import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { inRoot } from "../../scripts/tools.mjs";
import { element, useHost } from "./host.mjs";
import { eventually, READY, TEXTS } from "./person.mjs";

const open = useHost();
const { questions, options } = TEXTS.en;
/** As the form's texts have them. */
const FAILURES = {
  wasm_blocked_by_csp: "The security policy of this page blocks WebAssembly.",
  wasm_integrity: "A file doesn’t belong to this version of the page.",
  internal: "Something went wrong on this page.",
};
const manifest = JSON.parse(await readFile(inRoot("dist", "custom-elements.json"), "utf8"));
const { declarations } = manifest.modules[0];
/** The words of form and findings, and the check. */
const LOADED_WITH_IT = [
  /\/dist\/form-\w+\.js$/,
  /\/dist\/claim-\w+\.js$/,
  /\/dist\/cpor_check_bg\.wasm$/,
];

test("the activity guide alone asks, ranks, and tells what was chosen", async () => {
  const { page, problems, requests, close } = await open({ path: "alone.html" });
  const guide = page.locator("cpor-activity-guide");
  await guide.evaluate(async (node) => {
    window.heard = [];
    node.addEventListener("activity-chosen", ({ detail }) => window.heard.push(detail));
    await node.whenReady();
  });
  const asked = Object.values(questions.activity.contribution.options);
  await guide.getByRole("radio", { name: asked[1], exact: true }).check();
  await guide
    .getByRole("button", { name: /^Use it: / })
    .first()
    .click();
  const [chosen] = await page.evaluate(() => window.heard);
  assert.ok(chosen.activity in options.activity);
  assert.ok(chosen.answers.contribution);
  assert.deepEqual(await guide.evaluate((node) => node.value), chosen);
  const ofForm = requests.filter((url) => /\/more-\w+\.js$/.test(url));
  assert.deepEqual(ofForm, [], "what only the form needs is not asked for");
  assert.deepEqual(problems(), []);
  await close();
});

test("the guide to the ID alone ranks own IDs, with those that the host brings", async () => {
  const { page, close } = await open({ path: "alone.html" });
  const guide = page.locator("cpor-partner-id-guide");
  await guide.evaluate(async (node) => {
    window.heard = [];
    node.addEventListener("partner-id-chosen", ({ detail }) => window.heard.push(detail));
    node.evidence = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };
    await node.whenReady();
  });
  const use = guide.getByRole("button", { name: "Use it: 5357564" });
  await use.click();
  assert.deepEqual(await page.evaluate(() => window.heard), [{ partnerId: "5357564" }]);
  await close();
});

test("large evidence of the host’s is handed over in pieces: the page goes on meanwhile, and all of it counts", async () => {
  const { form, problems, close } = await open();
  await form.ready();
  const seen = await form.node.evaluate(async (node) => {
    const isNotEnrolled = ({ detail }) =>
      detail.findings.some(({ code }) => code === "partner-id-not-enrolled");
    const reported = (is) =>
      new Promise((done) => {
        node.addEventListener("claim-report", (event) => is(event) && done());
      });
    node.value = { partnerId: "5357564" };
    // Loads the core.
    const first = reported(isNotEnrolled);
    node.evidence = { partnerIds: [{ id: "5357564", enrolled: false }] };
    await first;
    const second = reported((event) => !isNotEnrolled(event));
    node.evidence = null;
    await second;
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setTimeout(turn);
    };
    const third = reported(isNotEnrolled);
    const others = Array.from({ length: 19_999 }, (_, at) => ({ id: String(6_000_000 + at) }));
    node.evidence = { partnerIds: [...others, { id: "5357564", enrolled: false }] };
    turn();
    await third;
    isOver = true;
    return turns;
  });
  assert.ok(seen >= 20, `${seen} turns`);
  assert.deepEqual(problems(), []);
  await close();
});

test("guides and result work with the form that they name", async () => {
  const { page, form, problems, close } = await open({ path: "together.html" });
  await form.ready();
  const activity = page.locator("cpor-activity-guide");
  const asked = Object.values(questions.activity.contribution.options);
  await activity.getByRole("radio", { name: asked[1], exact: true }).check();
  await activity
    .getByRole("button", { name: /^Use it: / })
    .first()
    .click();
  assert.ok((await form.get("value")).activity);
  const result = page.locator("cpor-claim-result");
  assert.ok(!(await form.result.isVisible()), "the form leaves the result to it");
  const shown = () => element(result).verdict();
  const calm = /^Still to fill in: \d+$/;
  assert.match(await eventually(shown, (text) => calm.test(text)), calm);
  await form.check.click();
  const alarm = /^Fix \d+ things$/;
  assert.match(await eventually(shown, (text) => alarm.test(text)), alarm, "once it is asked");
  await result.getByRole("button", { name: "Enter the customer tenant ID.", exact: true }).click();
  const focused = () =>
    form.field("customerTenantId").evaluate((node) => node === node.getRootNode().activeElement);
  assert.ok(await eventually(focused, Boolean), "a finding leads to its field in the form");
  await form.answer("customerTenantId", READY.customerDomain);
  await result
    .getByRole("button", { name: /^Move it to/ })
    .first()
    .click();
  const moved = () => form.field("customerDomain").inputValue();
  assert.equal(await eventually(moved, Boolean), READY.customerDomain, "and mends it there");
  for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
  const settled = "Settle 2 points first";
  assert.equal(await eventually(shown, (text) => text === settled), settled);
  assert.deepEqual(problems(), []);
  await close();
});

test("the result shows a report of the server, and checks a claim by itself", async () => {
  const { page, close } = await open({ path: "alone.html" });
  const result = page.locator("cpor-claim-result");
  const told = await result.evaluate(async (node) => {
    await node.whenReady();
    const own = node.report.verdict;
    const heading = () => node.shadowRoot.querySelector("[part~=verdict] h2").textContent;
    const text = await node.toText();
    node.report = { ...node.report, verdict: "ready", findings: [] };
    await new Promise((done) => setTimeout(done));
    return [own, node.report.verdict, heading(), text.includes("Teams"), node.toJSON().claim];
  });
  assert.deepEqual(told, [
    "fix",
    "ready",
    "File it",
    true,
    { product: "Teams", solutionArea: "microsoft-365" },
  ]);
  await close();
});

test("W14, W20: custom-elements.json says what the running elements are", async () => {
  const { page, close } = await open({ path: "together.html" });
  assert.equal(manifest.schemaVersion, "1.0.0");
  for (const { tagName, name, attributes, members, slots, cssParts } of declarations) {
    const node = page.locator(tagName).first();
    const is = await node.evaluate(async (running) => {
      await running.whenReady();
      const { shadowRoot } = running;
      shadowRoot.querySelector("[data-key=all]")?.click();
      const all = [...shadowRoot.querySelectorAll("*")];
      return {
        attributes: [...running.constructor.observedAttributes],
        slots: all.filter(({ localName }) => localName === "slot").map((slot) => slot.name),
      };
    });
    await unfold(node);
    // Each also as a server writes its property.
    const written = attributes.flatMap((one) => [
      one.name,
      (one.fieldName ?? one.name).toLowerCase(),
    ]);
    assert.deepEqual(is.attributes, [...new Set(written)], `${name}: attributes`);
    assert.deepEqual(is.slots.sort(), slots.map((one) => one.name).sort(), `${name}: slots`);
    const documented = cssParts.map((one) => one.name);
    for (const part of await partsOf(node))
      assert.ok(documented.includes(part), `${name}: part ${part}`);
    const missing = await node.evaluate(
      (running, names) => names.filter((member) => !(member in running)),
      members.map((one) => one.name),
    );
    assert.deepEqual(missing, [], `${name}: members`);
  }
  assert.ok(declarations[0].cssParts.length >= 12);
  await close();
});

test("W14: after a check with findings, every part of the form is there", async () => {
  const { form, close } = await open();
  await form.ready();
  await form.answer("product", "Teams");
  await form.node.evaluate(({ shadowRoot }) => {
    for (const details of shadowRoot.querySelectorAll("details")) details.firstChild.click();
  });
  await form.check.click();
  await form.node.evaluate((node) => node.addFiles([new File(["x"], "x.txt")]));
  const parts = async () => (await partsOf(form.node)).sort();
  const wanted = declarations[0].cssParts
    .map(({ name }) => name)
    .filter((name) => name !== "placeholder")
    .sort();
  assert.deepEqual(await eventually(parts, (list) => list.length === wanted.length), wanted);
  await close();
});

test("W20, W31: what hosts rely on stays; only new names may come", async () => {
  const lists = [
    "attributes",
    "members",
    "events",
    "slots",
    "cssParts",
    "cssProperties",
    "cssStates",
  ];
  const now = Object.fromEntries(
    declarations.map((declaration) => [
      declaration.tagName,
      Object.fromEntries(
        lists.map((list) => [
          list,
          [...new Set((declaration[list] ?? []).map(({ name }) => name))].sort(),
        ]),
      ),
    ]),
  );
  const path = inRoot("tests", "golden", "elements.json");
  if (process.env.UPDATE) await writeFile(path, `${JSON.stringify(now, null, 2)}\n`);
  const before = JSON.parse(await readFile(path, "utf8"));
  const gone = Object.entries(before).flatMap(([tag, own]) =>
    Object.entries(own).flatMap(([list, names]) =>
      names
        .filter((name) => !now[tag]?.[list].includes(name))
        .map((name) => `${tag} ${list} ${name}`),
    ),
  );
  assert.deepEqual(gone, []);
});

test("W28: the language is the element's, that around it, or the browser's; it can change", async () => {
  const { page, form, problems, close } = await open({ locale: "de-AT" });
  await form.ready();
  const names = { en: "Check it now", de: "Jetzt prüfen" };
  const label = (locale) => form.node.getByRole("button", { name: names[locale], exact: true });
  assert.ok(await label("en").isVisible(), "<html lang=en> comes before the browser");
  await form.answer("product", "Teams");
  await page.evaluate(() => {
    document.documentElement.lang = "de";
  });
  await label("de").waitFor();
  assert.equal(await element(form.node, "de").field("product").inputValue(), "Teams");
  await form.node.evaluate((node) => {
    node.lang = "en-GB";
  });
  await label("en").waitFor();
  await form.node.evaluate((node) => {
    node.removeAttribute("lang");
    document.documentElement.removeAttribute("lang");
    document.body.append(node);
  });
  await label("de").waitFor();
  const languages = (await readdir(inRoot("dist"))).filter((name) => /^form-\w+\.js$/.test(name));
  assert.equal(languages.length, 2);
  for (const name of languages) {
    const bytes = gzipSync(await readFile(inRoot("dist", name))).length;
    assert.ok(bytes <= 5120, `${name}: ${bytes}`);
  }
  assert.deepEqual(problems(), []);
  await close();
});

test("W28: right to left, the element is mirrored; IDs are not", async () => {
  const { form, close } = await open({ dir: "rtl" });
  await form.ready();
  await form.open();
  const result = await form.result.boundingBox();
  const field = await form.field("product").boundingBox();
  assert.ok(result.x < field.x);
  const direction = await form
    .field("partnerId")
    .evaluate((node) => getComputedStyle(node).direction);
  assert.equal(direction, "ltr");
  await close();
});

test("W29: a thousand times in and out, and nothing grows", async () => {
  const { page, form, close } = await open();
  await form.ready();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measured = async () => {
    for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const by = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { heap: by.JSHeapUsedSize, listeners: by.JSEventListeners, nodes: by.Nodes };
  };
  const rounds = (number) =>
    page.evaluate(async (times) => {
      const claim = document.querySelector("#claim");
      const place = claim.parentNode;
      const next = claim.nextSibling;
      for (let i = 0; i < times; i++) {
        claim.remove();
        place.insertBefore(claim, next);
        const fresh = document.createElement("cpor-claim-form");
        document.body.append(fresh);
        if (i % 20 === 0) await fresh.whenReady();
        fresh.remove();
        if (i % 50 === 0) await new Promise((done) => setTimeout(done));
      }
    }, number);
  // In the first ones the engine compiles, which it keeps.
  await rounds(1000);
  const before = await measured();
  await rounds(1000);
  const after = await eventually(measured, ({ nodes }) => nodes <= before.nodes * 1.05, 10);
  assert.ok(after.listeners <= before.listeners + 5, `${before.listeners} → ${after.listeners}`);
  assert.ok(after.nodes <= before.nodes * 1.05, `${before.nodes} → ${after.nodes}`);
  assert.ok(after.heap <= before.heap * 1.03, `${before.heap} → ${after.heap}`);
  assert.ok(await form.check.isVisible());
  await close();
});

test("W30: before it is used, only the scripts are loaded: no wasm, no words", async () => {
  const { page, form, requests, close } = await open({ path: "lazy.html" });
  await page.waitForLoadState("networkidle");
  const scripts = [...new Set(requests)].filter(
    (url) => /\.(js|wasm|css)$/.test(url) && url.includes("/dist/"),
  );
  const sizes = scripts.map(async (url) => {
    const bytes = await readFile(inRoot(new URL(url).pathname.slice(1)));
    return brotliCompressSync(bytes).length;
  });
  const sum = (await Promise.all(sizes)).reduce((all, one) => all + one, 0);
  assert.ok(sum > 0 && sum <= 49_152, `${sum} bytes (brotli)`);
  assert.deepEqual(
    scripts.filter((url) => LOADED_WITH_IT.some((path) => path.test(url))),
    [],
  );
  assert.equal(await form.get("state"), "waiting");
  await page.keyboard.press("Tab");
  assert.equal(
    await eventually(
      () => form.get("state"),
      (state) => state === "ready",
    ),
    "ready",
  );
  const below = element(page.locator("#below"));
  assert.equal(await below.get("state"), "waiting", "out of view");
  await page.locator("#below").scrollIntoViewIfNeeded();
  assert.equal(
    await eventually(
      () => below.get("state"),
      (state) => state === "ready",
    ),
    "ready",
  );
  await close();
});

test("W30: words and check are asked for at the same time, and once", async () => {
  const { form, requests, close } = await open({
    async prepare(fresh) {
      const requested = LOADED_WITH_IT.map((path) => fresh.waitForRequest(path));
      for (const path of LOADED_WITH_IT) {
        await fresh.route(path, async (route) => {
          await Promise.all(requested);
          return route.continue();
        });
      }
    },
  });
  assert.equal(await form.ready(), "ready");
  for (const path of LOADED_WITH_IT) {
    assert.equal(requests.filter((url) => path.test(url)).length, 1, String(path));
  }
  await close();
});

for (const [what, touch] of Object.entries({
  "a pointer comes near": (node) => node.hover(),
  "a finger does": (node) => node.dispatchEvent("touchstart"),
})) {
  test(`W30: what waits for its use is loaded when ${what}`, async () => {
    const { form, close } = await open({ path: "lazy.html" });
    assert.equal(await form.get("state"), "waiting");
    await touch(form.node);
    const state = await eventually(
      () => form.get("state"),
      (now) => now === "ready",
    );
    assert.equal(state, "ready");
    await close();
  });
}

test("W32: every outcome can be had on demand", async () => {
  const { form, close } = await open();
  await form.ready();
  const mock = (name) =>
    form.node.evaluate((node, value) => {
      node.mock = value;
    }, name);
  for (const verdict of ["ready", "confirm", "fix"]) {
    await mock(verdict);
    const report = () => form.node.evaluate((node) => node.check());
    const seen = await eventually(report, (one) => one?.verdict === verdict);
    assert.equal(seen.verdict, verdict);
  }
  for (const code of ["wasm_blocked_by_csp", "wasm_integrity", "internal"]) {
    await mock(code);
    await form.node.getByText(FAILURES[code]).waitFor();
    assert.equal(await form.get("state"), "failed");
  }
  await mock("");
  assert.equal(
    await eventually(
      () => form.get("state"),
      (state) => state === "ready",
    ),
    "ready",
  );
  await close();
});

test("W33: axe finds nothing in the host page, in any state, in three themes; headings fit in", async () => {
  const { page, form, axe, problems, close } = await open({
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 4000 },
  });
  const states = {
    empty: () => form.ready(),
    errors: () => form.check.click(),
    confirm: async () => {
      for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
      await form.check.click();
      await unfold(form.node);
    },
    ready: async () => {
      await form.node.evaluate((node) => {
        node.mock = "ready";
      });
      await form.check.click();
    },
    disabled: () =>
      form.node.evaluate((node) => {
        node.disabled = true;
      }),
    failed: async () => {
      await form.node.evaluate((node) => {
        node.disabled = false;
        node.mock = "internal";
      });
      await form.node.getByText(FAILURES.internal).waitFor();
    },
  };
  const told = [];
  for (const [state, reach] of Object.entries(states)) {
    await reach();
    for (const theme of ["light", "dark", "auto"]) {
      await form.node.evaluate((node, value) => {
        node.theme = value;
      }, theme);
      for (const line of await axe()) told.push(`${state} ${theme}: ${line}`);
    }
  }
  assert.deepEqual(told, []);
  assert.equal(await page.getByRole("region").count(), 0, "no landmarks of its own");
  assert.equal(await page.getByRole("main").count(), 1);
  await form.node.evaluate((node) => {
    node.headingLevel = 3;
    node.mock = "";
  });
  await form.check.waitFor();
  await form.node.locator('h1[aria-level="3"]').first().waitFor();
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodes } = await session.send("Accessibility.queryAXTree", {
    nodeId: root.nodeId,
    role: "heading",
  });
  const levels = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ properties }) => properties.find(({ name }) => name === "level").value.value);
  assert.deepEqual(
    [...new Set(levels)].sort().slice(0, 2),
    [1, 3],
    "nothing between the page’s and ours",
  );
  assert.deepEqual(problems(), []);
  await close();
});

test("W33: forced colours keep edges and errors visible", async () => {
  const { form, close } = await open({ forcedColors: "active" });
  await form.ready();
  await form.answer("partnerId", "abc");
  const border = (selector) =>
    form.node.evaluate((node, inner) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(
        node.shadowRoot.querySelector(inner),
      );
      return [borderTopStyle, borderTopWidth];
    }, selector);
  assert.deepEqual(await border("[part~=verdict]"), ["solid", "1px"]);
  assert.deepEqual(await border("[aria-invalid=true]"), ["solid", "3px"]);
  await close();
});

test("W34: on paper the result stands, unfolded; claim and report come as text and data", async () => {
  const { page, form, close } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await form.ready();
  for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
  const folded = () =>
    form.node.evaluate(
      ({ shadowRoot }) => shadowRoot.querySelectorAll("[part~=result] details:not([open])").length,
    );
  assert.ok((await folded()) > 0);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await folded(), 0);
  assert.ok(!(await form.field("partnerId").isVisible()));
  assert.ok(await form.result.isVisible());
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.ok((await folded()) > 0);
  await page.emulateMedia({ media: "screen" });
  const [text, json] = await form.node.evaluate(async (node) => [
    await node.toText(),
    JSON.stringify(node),
  ]);
  await form.result.getByRole("button", { name: "Copy the result" }).click();
  const copied = await eventually(
    () => page.evaluate(() => navigator.clipboard.readText()),
    Boolean,
  );
  assert.ok(text.startsWith("Claim\n") && text.endsWith(copied), text);
  const { claim, report } = JSON.parse(json);
  assert.deepEqual(claim, READY);
  assert.equal(report.verdict, "confirm");
  await close();
});

test("W35: on the whole way nothing is written to the console, and no promise is left alone", async () => {
  const { page, consoleErrors, pageErrors, close } = await open({ path: "together.html" });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  await page.evaluate(async () => {
    for (const node of document.querySelectorAll(":defined")) await node.whenReady?.();
    const form = document.querySelector("cpor-claim-form");
    form.lang = "de";
    form.remove();
    document.body.append(form);
    await form.check();
    form.remove();
    // What the one before has begun has ended when this one has an answer, too.
    const next = document.createElement("cpor-claim-form");
    next.lang = "de";
    document.body.append(next);
    await next.check();
    await new Promise((done) => setTimeout(done));
  });
  assert.deepEqual([said, consoleErrors, pageErrors], [[], [], []]);
  await close();
});

/** Unfolds all that is folded in an element, until all of it has its content. */
async function unfold(node) {
  const unfolded = () =>
    node.evaluate(({ shadowRoot }) => {
      const all = [...shadowRoot.querySelectorAll("details")];
      for (const details of all) details.open = true;
      const isFilled = ({ children: [, ...inside] }) => inside.some((one) => one.textContent);
      return all.every((details) => !details.checkVisibility() || isFilled(details));
    });
  assert.ok(await eventually(unfolded, Boolean));
}

/** The names of the parts in an element. */
const partsOf = (node) =>
  node.evaluate(({ shadowRoot }) => {
    const all = [...shadowRoot.querySelectorAll("[part]")];
    return [...new Set(all.flatMap(({ part }) => [...part]))];
  });
