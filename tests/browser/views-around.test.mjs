// What errors, guides, and what is kept show and do, and what surrounds each view.

import test from "node:test";
import { TENANT } from "./person.mjs";
import { CLAIM, isAsRead, useViews } from "./views.mjs";

const draw = useViews();
const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";

test("an error is chosen or pasted, and leads to what mends it", async () => {
  const shown = await draw(
    async ({ errorView, made, outline, put, turns, until, given: [tenantId, sales] }) => {
      const { kit, store, place, heard } = made();
      const node = put(errorView(kit));
      const all = {};
      const look = async (name) => {
        await store.settled;
        all[name] = outline(node);
      };
      const press = (key) => node.querySelector(`[data-key=${key}]`).click();
      await look("nothing is there");
      for (const branch of ["tenant-domain", "claimed", "partner-id"]) {
        press(`branch-${branch}`);
        all.focused = [document.activeElement.textContent];
        await look(branch);
        press("another");
      }
      all.focused.push(document.activeElement.id);
      press("branch-tenant-domain");
      store.load({ customerTenantId: "contoso.com", customerDomain: tenantId });
      await look("a swapped pair");
      node.querySelector("[data-action=swap-fields]").click();
      await look("it is mended");
      kit.goTo("customerDomain");
      all.focused.push(document.activeElement.dataset.key);
      kit.goTo("partnerId");
      node.querySelector("p > .btn").click();
      press("another");
      const text = node.querySelector("#message");
      const read = async (content) => {
        text.value = content;
        text.parentNode.querySelector("button").click();
        await turns();
      };
      await read("  ");
      await read("Thank you");
      await look("a text that is none");
      all.typed = [text.value];
      text.value = "";
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        "text/plain",
        `The subscription ${sales} was not found or is not eligible.`,
      );
      text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
      await until(() => place.branch);
      await look("a message");
      all.heard = [...heard.map((one) => one.join(" ")), place.branch];
      return all;
    },
    [TENANT, SALES],
  );
  await isAsRead("error", shown);
});

test("the causes of the subscription error: asked, confirmed, changed, and texts to send on", async () => {
  const shown = await draw(async ({ errorView, made, outline, put, turns, given: sales }) => {
    const { kit, store, place, heard } = made();
    place.branch = "subscription";
    const node = put(errorView(kit));
    const all = {};
    const look = async (name) => {
      await store.settled;
      await turns();
      all[name] = outline(node);
    };
    const press = (key) => node.querySelector(`[data-key=answer-${key}]`).click();
    const focused = [];
    await look("nothing is there");
    store.set("subscriptionId", sales);
    const [first] = [...node.querySelectorAll(".answer")].slice(-1);
    first.click();
    focused.push(document.activeElement.textContent);
    await look("one answer");
    press("csp");
    focused.push(document.activeElement.textContent);
    for (const details of node.querySelectorAll("details")) details.open = true;
    await look("the cause is confirmed, and all is unfolded");
    all.channel = [store.text("purchaseChannel")];
    [...node.querySelectorAll("dl button")].at(-1).click();
    focused.push(document.activeElement.textContent);
    await look("an answer is changed");
    press("volume-licensing");
    all.changed = [store.text("purchaseChannel"), JSON.stringify(place.answers)];
    store.set("purchaseChannel", "web-direct");
    await store.settled;
    all["changed in the claim"] = [JSON.stringify(place.answers)];
    const menu = node.querySelector("[data-key=causes-language]");
    menu.value = "de";
    menu.dispatchEvent(new Event("change"));
    await look("in another language");
    const isLetter = ({ lang }) => lang === "de";
    all["in another language"] = [...node.querySelectorAll("textarea")]
      .filter(isLetter)
      .map(({ value }) => value.split("\n")[0]);
    all.focused = focused;
    all.heard = heard.map((one) => one.join(" "));
    return all;
  }, SALES);
  await isAsRead("causes", shown);
});

test("the guides ask, rank, and put what is chosen into the claim", async () => {
  const shown = await draw(async ({ guidesView, made, outline, put, turns }) => {
    const { kit, store, place, heard } = made();
    place.guide = "partner-id-guide";
    const node = put(guidesView(kit));
    const all = {};
    const look = async (name) => {
      await store.settled;
      all[name] = outline(node);
    };
    await look("nothing is answered, and the one for the ID was asked for");
    all["the other one comes first then"] = [
      String(place.guide),
      guidesView(kit).querySelector("h2").textContent,
    ];
    const activity = node.querySelector("[data-guide=activity]");
    const choose = (name, value) => activity.querySelector(`[data-key=${name}-${value}]`).click();
    choose("contribution", "drives-usage");
    const focused = [document.activeElement.dataset.key];
    choose("solutionArea", "business-applications");
    choose("purchaseChannel", "volume-licensing");
    all.activity = outline(activity);
    activity.querySelector("[data-fit] button").click();
    await store.settled;
    all.used = outline(activity.querySelector("[aria-live]")).slice(0, 8);
    all.claim = Object.entries(store.claim).map((one) => one.join(": "));
    const own = node.querySelector("[data-guide=partner-id]");
    const set = async (key, value) => {
      const control = own.querySelector(`[data-key=${key}]`);
      control.value = value;
      control.dispatchEvent(new Event("change"));
      await turns();
    };
    await set("own-id-0", " 1111111 ");
    await set("own-kind-0", "global-account");
    own.querySelector("[data-key=add-id]").click();
    focused.push(document.activeElement.dataset.key);
    await set("own-id-1", "5357564");
    await set("own-kind-1", "location");
    await set("own-enrolled-1", "yes");
    await set("own-type-1", " Advisor ");
    all["two IDs"] = outline(own);
    all.items = store.items.map(({ source }) => source);
    own.querySelector("[aria-label='Remove: ID 1']").click();
    await turns();
    focused.push(document.activeElement.dataset.key);
    await set("context-program", "x");
    own.querySelector("[data-key=fastTrack-yes]").click();
    all["one ID, of a FastTrack partner"] = outline(own);
    await set("own-type-0", "");
    own.querySelector("[data-key=fastTrack-no]").click();
    await set("context-program", "");
    store.set("partnerId", "6363276");
    await store.settled;
    all["it fits"] = outline(own.querySelector("[aria-live]"));
    own.querySelector("[data-fit=fits] button").click();
    all.chosen = [store.text("partnerId")];
    node.querySelector("main > p button, p > .btn").click();
    await set("own-id-0", "");
    all["no ID any more"] = [String(store.items.length)];
    all.focused = focused;
    all.context = [JSON.stringify([place.context, place.advised])];
    all.heard = heard.map((one) => one.join(" "));
    return all;
  });
  await isAsRead("guides", shown);
});

test("what is kept, and what could be, is told; each button does what it says", async () => {
  const shown = await draw(async ({ keepView, keptView, made, outline, put, turns, words }) => {
    const heard = [];
    const hears =
      (name, answer) =>
      (...told) => {
        heard.push([name, ...told].join(" "));
        return answer;
      };
    const draft = {
      id: "1",
      customer: "contoso.com",
      state: "fix",
      count: 2,
      next: "2026-12-01",
      until: "2027-05-19",
    };
    const ready = { ...draft, id: "2", customer: "", state: "ready", next: "" };
    const keeper = {
      ...{
        draft: undefined,
        drafts: [],
        profile: undefined,
        until: "2027-05-21",
        link: "https://x/#1",
      },
      ...{ keep: hears("keep", false), keepProfile: hears("keepProfile", false) },
      ...{
        forget: hears("forget"),
        forgetProfile: hears("forgetProfile"),
        forgetAll: hears("forgetAll"),
      },
      ...{ open: hears("open"), startAnew: hears("startAnew") },
    };
    const tell = ({ kind, text, isAlert, choices }) =>
      heard.push(
        `tell ${kind} ${isAlert ?? ""} ${text(words)} ${(choices ?? []).map(([label]) => label(words))}`,
      );
    const { kit, store, place } = made({ keeper, tell, say: hears("say") });
    const node = put(keepView(kit));
    const all = {};
    const look = async (name) => {
      await store.settled;
      all[name] = outline(node);
    };
    const press = async (key) => {
      node.querySelector(`[data-key=${key}]`).click();
      await turns();
    };
    await look("nothing is there");
    await press("keep");
    keeper.drafts = [ready];
    store.want(["x"]);
    await look("nothing is there, and something is kept");
    store.set("product", "Teams");
    await look("a claim");
    await press("link");
    await look("its link is asked for");
    const focused = [document.activeElement.textContent];
    node.querySelector(".question .btns button:last-child").click();
    focused.push(document.activeElement.dataset.key);
    await press("anew");
    Object.assign(keeper, { keep: hears("keep", true) });
    await press("keep");
    Object.assign(keeper, { draft, drafts: [draft, ready] });
    store.set("product", "Word");
    await look("it is kept");
    await press("anew");
    await press("keep");
    all["the list"] = outline(put(keptView(kit)));
    document.querySelector("[data-key=open-1]").click();
    document.querySelector(".btn-i").click();
    document.querySelector("[data-key=keep-profile]").click();
    Object.assign(keeper, { keepProfile: hears("keepProfile", true), drafts: [] });
    keeper.profile = { userRole: "", ownTenantId: "", ids: [{ id: "1" }, { id: "2" }] };
    const list = put(keptView(kit));
    all["a company"] = outline(list).filter((line) => !/option/.test(line));
    const link = list.querySelector("a");
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();
    for (const button of list.querySelectorAll(".btns button")) button.click();
    all.guide = [place.guide];
    Object.assign(keeper, { profile: undefined });
    all["nothing is kept"] = outline(put(keptView(kit))).filter((line) => !/option/.test(line));
    store.load({});
    await look("nothing is there any more");
    all.focused = focused;
    all.heard = heard;
    return all;
  });
  await isAsRead("kept", shown);
});

test("name, language and colors stand above, rules, version and privacy below", async () => {
  const shown = await draw(
    async ({ failureView, footView, headView, loadingView, made, outline, words }) => {
      made();
      const heard = [];
      const languages = { en: "English", de: "Deutsch" };
      const head = {
        words,
        languages,
        speak: (tag) => heard.push(tag),
        look: () => heard.push("look"),
      };
      const foot = {
        words,
        rules: { a: "June", b: "October" },
        version: "1.2",
        source: "https://x/",
      };
      const views = {
        "above a view": headView({ ...head, locale: "de", theme: "dark", home: "#" }),
        "above the first screen": headView({ words, languages, locale: "en", theme: "light" }),
        "the checks are on their way": loadingView(words),
        "they did not come": failureView(words, "wasm_blocked_by_csp", () => heard.push("again")),
        "nobody knows why": failureView(words, "other", () => heard.push("again")),
        below: footView({
          ...foot,
          ruleset: "b",
          whence: "stored",
          hasKept: true,
          portals: "embed.html",
          judgeBy: (id) => heard.push(id),
        }),
        "below, where less is there": footView({ ...foot, ruleset: "a", whence: "plain" }),
      };
      const all = {};
      for (const [name, node] of Object.entries(views)) {
        document.body.replaceChildren(node);
        for (const details of node.querySelectorAll("details")) details.open = true;
        all[name] = outline(node);
        for (const button of node.querySelectorAll("button")) button.click();
        for (const menu of node.querySelectorAll("select")) menu.dispatchEvent(new Event("change"));
      }
      return { ...all, heard };
    },
  );
  await isAsRead("frame", shown);
});

test("a domain is looked up once somebody says so, and the answer is put in", async () => {
  const told = await draw(
    async ({ h, library, lookUp, made, outline, put, turns, given: claim }) => {
      const answers = [];
      const asked = [];
      const lookUpTenant = (...given) => {
        asked.push(given);
        return answers.shift();
      };
      const { kit, store, heard } = made({ library: { ...library, lookUpTenant } });
      const asks = h("div", { hidden: true });
      const before = h("button", {}, "Look up");
      put(h("div", {}, before), asks);
      const all = {};
      const look = (name) => {
        all[name] = [...outline(asks), ...heard.splice(0).map((one) => one.join(" "))];
      };
      lookUp(kit, asks);
      look("no domain");
      store.load({ customerDomain: " Contoso.com " });
      lookUp(kit, asks);
      look("asked");
      all.focused = [String(document.activeElement === asks)];
      asks.querySelectorAll("button")[1].click();
      look("refused");
      all.focused.push(document.activeElement.textContent);
      lookUp(kit, asks);
      let answer;
      answers.push(
        new Promise((done) => {
          answer = done;
        }),
      );
      asks.querySelector("button").click();
      look("busy");
      answer({ status: "failed", text: "Microsoft does not answer." });
      await turns();
      look("no answer");
      answers.push(Promise.reject(new Error("no")));
      lookUp(kit, asks);
      asks.querySelector("button").click();
      await turns();
      look("no way there");
      const tenant = { issuer: `https://sts.windows.net/${claim.customerTenantId}/` };
      answers.push(
        Promise.resolve({
          status: "answered",
          url: "https://x/",
          asOf: "2026-11-20",
          answer: JSON.stringify(tenant),
        }),
      );
      lookUp(kit, asks);
      asks.querySelector("button").click();
      await turns();
      look("answered");
      all.items = store.items.map(({ about }) => JSON.stringify(about));
      all["Microsoft hears"] = asked.map((given) => JSON.stringify(given));
      return all;
    },
    CLAIM,
  );
  await isAsRead("look-up", told);
});
