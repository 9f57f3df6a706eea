// What the verdict and the findings show of a claim in each of its states, and what their buttons do.

import assert from "node:assert/strict";
import test from "node:test";
import { CLAIM, isAsRead, useViews } from "./views.mjs";

const draw = useViews();

test("the verdict says what to do, how much is checked, and by whose rules", async () => {
  const shown = await draw(async ({ made, outline, put, turns, verdictView, given: claim }) => {
    const { kit, store, heard } = made();
    const node = put(verdictView(kit));
    const look = async () => {
      await store.settled;
      return outline(node);
    };
    const all = { "nothing is there": await look() };
    store.type("partnerId", "53");
    all["a text is being typed"] = await look();
    store.leave("partnerId");
    all["it was left"] = await look();
    node.querySelector("[data-key=ask]").click();
    all["the check was asked for"] = await look();
    store.load(claim);
    all["it is filled in"] = await look();
    const { customerDomain, ...others } = claim;
    store.bring({ partnerIds: [{ id: claim.partnerId, kind: "location", enrolled: true }] });
    store.load(others);
    all["other rules say something else"] = await look();
    node.querySelector(".edition button").click();
    store.load({ ...claim, customerTenantId: customerDomain });
    node.querySelector("details").open = true;
    await turns();
    all["it is wrong, and its checks are unfolded"] = await look();
    all["the host hears"] = heard.map((told) => told.join(" "));
    return all;
  }, CLAIM);
  await isAsRead("verdict", shown);
});

test("what is not checked here is told once the core is there, and tried again where it is not", async () => {
  const told = await draw(async ({ made, put, turns, verdictView }) => {
    let [asked, isThere] = [0, false];
    const needsCore = async () => {
      asked += 1;
      if (!isThere) throw new Error("it did not come");
    };
    const { kit, store } = made({ needsCore, ask: () => {} });
    const node = put(verdictView(kit));
    store.load({ partnerId: "1" });
    await store.settled;
    const meter = node.querySelector("details");
    const toggled = async (isOpen) => {
      meter.open = isOpen;
      await turns();
      return [asked, node.querySelectorAll(".points > li").length];
    };
    const all = [await toggled(true), await toggled(false)];
    isThere = true;
    all.push(await toggled(true), await toggled(false), await toggled(true));
    return [...all, node.querySelector("[data-key=ask]").hidden];
  });
  assert.deepEqual(told, [[1, 0], [1, 0], [2, 6], [2, 6], [2, 6], true]);
});

test("the verdict takes the focus without a stop of its own, and is scrolled to where it is out of sight", async () => {
  const told = await draw(async ({ h, made, put, verdictView }) => {
    const { kit } = made();
    const above = put(h("div", {}));
    const below = h("div");
    const node = put(verdictView(kit), below);
    below.style.height = "5000px";
    above.style.height = "100px";
    const heading = node.querySelector("h2");
    const gone = () => {
      kit.goToVerdict();
      const { top, bottom } = heading.getBoundingClientRect();
      const isSeen = top >= 0 && bottom <= innerHeight;
      return [scrollY > 0, isSeen, document.activeElement === heading, heading.tabIndex];
    };
    const near = gone();
    heading.blur();
    const left = heading.hasAttribute("tabindex");
    above.style.height = "2000px";
    const far = gone();
    scrollTo(0, 4000);
    const [, isSeen] = gone();
    return { near, left, far, isSeen };
  });
  assert.deepEqual(told, {
    near: [false, true, true, -1],
    left: false,
    far: [true, true, true, -1],
    isSeen: true,
  });
});

test("findings are told in the order in which they count, each with what mends it", async () => {
  const shown = await draw(async ({ findingsView, h, made, outline, put, given: claim }) => {
    const all = {};
    const { kit, store } = made();
    const node = put(findingsView(kit, [h("p", {}, "More")]));
    const look = async (name) => {
      await store.settled;
      for (const details of node.querySelectorAll("details")) details.open = true;
      all[name] = outline(node);
    };
    await look("nothing is there");
    store.load({ partnerId: "1" });
    await look("half of it is there");
    store.load({ customerTenantId: claim.customerDomain, customerDomain: claim.customerTenantId });
    await look("two are swapped");
    for (const button of node.querySelectorAll(".unfold")) button.click();
    await look("it is told why");
    const wrong = { customerTenantId: "y", customerDomain: "x", partnerId: "z", product: "b" };
    const answers = { userRole: "other", competingPartner: "yes", proofOfExecution: "missing" };
    const { solutionArea } = claim;
    store.load(
      { ...wrong, ...answers, solutionArea, subscriptionId: "a", activity: "presales" },
      true,
    );
    await look("much is wrong");
    store.load(claim);
    await look("it is filled in");
    store.load({ ...claim, competingPartner: "unknown", proofOfExecution: "unknown" });
    await look("much is to be settled");
    const business = { solutionArea: "business-applications", product: "Dynamics 365 Sales" };
    store.load({
      ...claim,
      ...business,
      activity: "presales",
      purchaseChannel: "volume-licensing",
    });
    await look("much is not known yet");
    const csp = { ...business, purchaseChannel: "csp", subscriptionId: "a", userRole: "other" };
    store.load({ ...claim, ...csp, customerTenantId: "y", partnerId: "z" }, true);
    await look("more is wrong than can be taken in");
    return all;
  }, CLAIM);
  await isAsRead("findings", shown);
});

test("a result by itself leads nowhere, and a host without pages has no links to them", async () => {
  const shown = await draw(async ({ findingsView, made, outline, put, given: claim }) => {
    const { kit, store } = made({ isAlone: true, pages: {}, lookUpHost: undefined });
    const node = put(findingsView(kit, []));
    store.load({ ...claim, customerTenantId: "contoso.com", partnerId: "" }, true);
    await store.settled;
    for (const button of node.querySelectorAll(".unfold")) button.click();
    for (const details of node.querySelectorAll("details")) details.open = true;
    return { alone: outline(node) };
  }, CLAIM);
  await isAsRead("findings-alone", shown);
});

test("each button of a finding does what it says", async () => {
  const told = await draw(async ({ findingsView, made, put, given: claim }) => {
    const { kit, store, heard, place } = made({
      openGuide: (name) => heard.push(["openGuide", name]),
    });
    const node = put(findingsView(kit, []));
    const press = async (texts, action, more = {}) => {
      store.load({ ...claim, ...texts }, true);
      store.bring(more.evidence);
      await store.settled;
      heard.length = 0;
      const all = [...node.querySelectorAll(`[data-action=${action}]`)];
      (all.find(({ textContent }) => textContent.includes(more.text ?? "")) ?? all[0]).click();
      await store.settled;
      return heard.map((one) => one.join(" "));
    };
    const told = {};
    told.swap = await press(
      { customerTenantId: "contoso.com", customerDomain: claim.customerTenantId },
      "swap-fields",
    );
    told.swapped = store.claim.customerDomain;
    told.choose = await press({ userRole: "" }, "choose");
    told.load = [await press({}, "load-export", { text: "profile" }), store.wanted];
    told.ask = await press({ competingPartner: "unknown" }, "ask-customer");
    told.proof = await press({ proofOfExecution: "missing" }, "open-guide", { text: "What must" });
    told.title = await (async () => {
      store.load({ ...claim, partnerId: "x" }, true);
      await store.settled;
      heard.length = 0;
      node.querySelector("h3 button").click();
      const link = node.querySelector("a[href='#guides']");
      link.addEventListener("click", (event) => event.preventDefault());
      link.click();
      return [[...heard], place.guide];
    })();
    store.load({ partnerId: "5357564" });
    await store.settled;
    heard.length = 0;
    for (const link of node.querySelectorAll("[data-fold=toFill] .link")) link.click();
    told.missing = heard.map((one) => one.join(" "));
    return told;
  }, CLAIM);
  assert.deepEqual(told, {
    swap: ["say Changed.", "goToVerdict"],
    swapped: "contoso.com",
    choose: ["goTo userRole"],
    load: [
      ["openBox"],
      [
        "Partner profile report from Partner Center",
        "Dynamics 365 usage report from Partner Center",
      ],
    ],
    ask: ["openLetter"],
    proof: ["openProof"],
    title: [[["goTo", "partnerId"]], "partner-id-guide"],
    missing: [
      ...["goTo customerTenantId", "goTo product", "goTo activity", "goTo userRole"],
      ...["goTo proofOfExecution", "goTo competingPartner"],
    ],
  });
});

test("the result is copied as a text, and what cannot be copied is told", async () => {
  const told = await draw(async ({ findingsView, made, put, turns, given: claim }) => {
    const { kit, store, heard } = made();
    const node = put(findingsView(kit, []));
    store.load(claim);
    await store.settled;
    const button = [...node.querySelectorAll("button")].at(-1);
    const texts = [button.textContent];
    button.click();
    await turns();
    texts.push(button.textContent, (await navigator.clipboard.readText()).split("\n")[0]);
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    button.click();
    await turns();
    return [...texts, ...heard.map((one) => one.join(" "))];
  }, CLAIM);
  assert.deepEqual(told, [
    ...["Copy the result", "Copied", "Settle 2 points first: contoso.com", "say Copied"],
    "say Copying isn’t allowed here. Select the text and copy it.",
  ]);
});
