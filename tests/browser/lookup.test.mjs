// The look-up of a domain at Microsoft: nothing goes out before the person says so, and then the
// domain alone. Microsoft's answers are recorded ones.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { usePage } from "./harness.mjs";
import {
  eventually,
  listen,
  OTHER_TENANT,
  paste,
  person,
  READY,
  sample,
  TENANT,
  TEXTS,
} from "./person.mjs";

const open = usePage();
const { en, de } = TEXTS;
const words = en.page.lookUp;
const HOST = "login.microsoftonline.com";
const address = (domain) => `https://${HOST}/${domain}/v2.0/.well-known/openid-configuration`;
const asks = (domain, texts = en) =>
  texts.page.lookUp.asks.replace("{domain}", domain).replace("{host}", HOST);
const failure = (reason, texts = en) =>
  `${texts.lookUp[reason].replace("{host}", HOST)} ${texts.lookUp.instead}`;
const FOUND = await sample("openid-contoso.json");
const MISMATCH = FOUND.replaceAll(TENANT, OTHER_TENANT);
const NOT_FOUND = await sample("openid-not-found.json");

const answered = (body, status = 200) => ({
  status,
  body,
  contentType: "application/json",
  headers: { "access-control-allow-origin": "*" },
});

test("it is offered once a domain is read, and not to what says nothing about a customer", async () => {
  const { page, me, close } = await start(answered(FOUND));
  const offered = () => me.button(words.button).isVisible();
  assert.ok(!(await offered()));
  await me.answer("customerDomain", "a..b");
  assert.ok(!(await offered()));
  await me.answer("customerDomain", "contoso");
  await me.button(words.button).waitFor();
  await me.answer("customerDomain", "gmail.com");
  await me.button(words.button).waitFor({ state: "hidden" });
  await me.answer("customerDomain", "contoso.com");
  await me.button(words.button).waitFor();
  await me.chooseFiles("openid-contoso.json");
  await me.button(words.button).waitFor({ state: "hidden" });
  await page.getByLabel(en.page.evidence.domainAsked).waitFor();
  await close();
});

test("it asks first, and cancelling sends nothing", async () => {
  const { page, me, sent, problems, close } = await start(answered(FOUND));
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "anna@contoso.com" });
  await me.button(words.button).click();
  await page.getByText(asks("contoso.com"), { exact: true }).waitFor();
  assert.ok(await focusIn(page));
  await me.button(words.no).click();
  await me.button(words.button).waitFor();
  assert.equal(await focused(page), words.button, "back to where it was asked from");
  await me.button(words.button).click();
  await page.keyboard.press("Escape");
  await me.button(words.button).waitFor();
  await me.button(words.button).dblclick();
  await page.getByText(asks("contoso.com"), { exact: true }).waitFor();
  await me.check.click();
  await page.waitForTimeout(200);
  assert.deepEqual(sent, []);
  assert.deepEqual(problems(), []);
  await close();
});

test("what reads the answer is loaded while the person decides", async () => {
  const { page, me, requests, close } = await start(answered(FOUND));
  await me.answer("customerDomain", "contoso.com");
  await me.button(words.button).click();
  await page.getByText(asks("contoso.com"), { exact: true }).waitFor();
  const loaded = () => requests.some((url) => url.endsWith("/cpor_core_bg.wasm"));
  assert.ok(await eventually(loaded, Boolean));
  await close();
});

test("confirmed, one request goes out: the domain, and nothing of the person", async () => {
  const { page, me, sent, problems, close } = await start(answered(FOUND), async (fresh) => {
    const url = `https://${HOST}/`;
    await fresh.context().addCookies([{ name: "ESTSAUTH", value: "secret", url }]);
  });
  await me.answerAll({ ...READY, customerDomain: "anna@contoso.com" });
  await lookUp(me);
  await page.getByText(words.fits).waitFor();
  assert.deepEqual(
    sent.map((request) => [request.method(), request.url(), request.postData()]),
    [["GET", address("contoso.com"), null]],
  );
  const headers = await sent[0].allHeaders();
  assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  assert.doesNotMatch(JSON.stringify(headers), /anna|3f1c7a52|5357564/i);
  assert.deepEqual(problems(), [`foreign request: ${address("contoso.com")}`]);
  await close();
});

test("the answer is an export with its day that can be removed, and is not asked for twice", async () => {
  const { page, me, sent, close } = await start(answered(FOUND));
  await me.answerAll({ ...READY, customerDomain: "contoso.com" });
  await me.addPartnerId(READY.partnerId);
  await me.check.click();
  assert.equal(await me.verdict(), en.verdicts.confirm.title);
  await lookUp(me);
  assert.equal(
    await eventually(me.verdict, (title) => title === en.verdicts.ready.title),
    en.verdicts.ready.title,
  );
  const entry = page.locator(".exports > li:not(.gone)", { hasText: address("contoso.com") });
  assert.ok((await entry.innerText()).includes(TENANT));
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date());
  await page.getByText(words.done.replace("{date}", day)).waitFor();
  assert.ok(await focusIn(page), "the focus is with the answer");
  await entry.getByRole("button", { name: en.page.common.remove }).click();
  assert.equal(
    await eventually(me.verdict, (title) => title === en.verdicts.confirm.title),
    en.verdicts.confirm.title,
  );
  await lookUp(me);
  await entry.waitFor();
  assert.equal(sent.length, 1);
  await close();
});

test("a domain of another tenant is a mismatch at once", async () => {
  const { page, me, close } = await start(answered(MISMATCH));
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  await lookUp(me);
  const { what } = en.findings["tenant-domain-mismatch"];
  await page.locator(".message").getByText(what.other.replace("{domain}", "contoso.com")).waitFor();
  assert.deepEqual(await me.errors(), ["customerTenantId"]);
  assert.ok(!(await page.getByText(words.fits).isVisible()));
  await close();
});

test("a domain that nobody has is said to be in no tenant that could be found", async () => {
  const { page, me, close } = await start(answered(NOT_FOUND, 400));
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contosso.com" });
  await lookUp(me);
  const { what, next } = en.findings["tenant-not-found"];
  await page
    .locator(".message")
    .getByText(what["not-found"].replace("{domain}", "contosso.com"))
    .waitFor();
  assert.ok((await me.described("customerDomain")).includes(next["not-found"]));
  assert.deepEqual(await me.errors(), ["customerDomain"]);
  await close();
});

test("offline, the reason stands beside the field, with another try and the way to paste", async () => {
  const { page, me, sent, origin, close } = await start(answered(FOUND), undefined, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  await page.context().setOffline(true);
  await page.context().unroute(everything);
  await lookUp(me);
  const problem = page.locator("[data-reason=offline]");
  await problem.waitFor();
  assert.equal(await problem.innerText(), failure("offline"));
  assert.ok(await focusIn(page));
  assert.equal(await page.getByRole("alert").innerText(), failure("offline"));
  const link = page.getByRole("link", { name: address("contoso.com") });
  assert.equal(await link.getAttribute("href"), address("contoso.com"));
  assert.match(await link.getAttribute("rel"), /noreferrer/);
  await me.button(en.page.common.retry).click();
  await problem.waitFor();
  await me.button(words.paste).click();
  assert.equal(await focused(page), en.page.evidence.paste);
  await page.context().setOffline(false);
  await paste(page, page.getByLabel(en.page.evidence.paste), FOUND);
  await problem.waitFor({ state: "detached" });
  assert.ok(!(await me.button(words.button).isVisible()), "it is known now");
  assert.ok(sent.every((request) => request.url().startsWith(origin) || request.failure()));
  await close();
});

for (const [name, answer, reason] of [
  ["a blocked host", "blocked", "blocked"],
  ["the page of a proxy", answered("<!doctype html>Sign in"), "not-json"],
  ["an error of the server", answered("<!doctype html>", 503), "http"],
  [
    "an answer that no page may read",
    { ...answered(FOUND), headers: { "access-control-allow-origin": "https://example.com" } },
    "blocked",
  ],
  ["a redirect", { status: 302, headers: { location: "https://example.com/" } }, "blocked"],
]) {
  test(`${name} is a reason of its own, and another try can mend it`, async () => {
    let now = answer;
    const { page, me, sent, close } = await start(() => now);
    await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
    await lookUp(me);
    const problem = page.locator(`[data-reason=${reason}]`);
    await problem.waitFor();
    assert.ok((await problem.innerText()).endsWith(en.lookUp.instead));
    assert.equal(await page.getByRole("list").getByText(address("contoso.com")).count(), 0);
    now = answered(FOUND);
    await me.button(en.page.common.retry).click();
    await page.getByText(words.fits).waitFor();
    assert.deepEqual([...new Set(sent.map((request) => request.url()))], [address("contoso.com")]);
    await close();
  });
}

test("where the page's policy does not name the host, that is a block, too", async () => {
  const { page, me, violations, close } = await start(answered(FOUND), (fresh) =>
    fresh.route("**/", async (route) => {
      const body = await readFile("www/index.html", "utf8");
      await route.fulfill({
        contentType: "text/html",
        body: body.replace(` https://${HOST}`, ""),
      });
    }),
  );
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  await lookUp(me);
  await page.locator("[data-reason=blocked]").waitFor();
  assert.ok(violations.some((text) => text.startsWith("connect-src")));
  await close();
});

test("while it runs, it can be stopped, and another domain stops it", async () => {
  const { page, me, sent, close } = await start("never");
  const said = await listen(page);
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  await lookUp(me);
  await page.getByText(words.busy.replace("{domain}", "contoso.com")).waitFor();
  await me.button(words.stop).click();
  await me.button(words.button).waitFor();
  assert.ok(await focusIn(page));
  await eventually(said, (texts) => texts.join().includes(words.stopped));
  assert.ok((await said()).join().includes(words.stopped));
  assert.match(await aborted(sent[0]), /ABORTED/);

  await lookUp(me);
  await eventually(
    () => sent.length,
    (count) => count === 2,
  );
  await page.keyboard.press("Escape");
  await me.button(words.button).waitFor();
  assert.match(await aborted(sent[1]), /ABORTED/);

  await lookUp(me);
  await eventually(
    () => sent.length,
    (count) => count === 3,
  );
  await me.field("customerDomain").press("End");
  await page.keyboard.type("x");
  assert.match(await aborted(sent[2]), /ABORTED/, "with the first letter");
  await page.keyboard.press("Tab");
  await me.button(words.button).click();
  await page.getByText(asks("contoso.comx"), { exact: true }).waitFor();

  await me.button(words.yes).click();
  await eventually(
    () => sent.length,
    (count) => count === 4,
  );
  await me.button(en.page.clear).click();
  assert.match(await aborted(sent[3]), /ABORTED/, "an emptied form");
  assert.equal(await page.getByText(words.busy.replace("{domain}", "contoso.comx")).count(), 0);
  await close();
});

test("who does not want to be asked again is not, for as long as the page is open", async () => {
  const { page, me, sent, close } = await start(({ url }) => {
    const body = url.includes("contosso") ? answered(NOT_FOUND, 400) : answered(FOUND);
    return body;
  });
  await me.answer("customerDomain", "contoso.com");
  await me.button(words.button).click();
  await page.getByLabel(words.always).check();
  await page.keyboard.press("Enter");
  assert.equal(await me.summary().count(), 0, "Enter in the box checks no claim");
  await me.button(words.yes).click();
  await page.getByText(address("contoso.com")).waitFor();
  await me.answer("customerDomain", "contosso.com");
  await me.button(words.button).click();
  await page.getByText(address("contosso.com")).waitFor();
  assert.equal(sent.length, 2);
  await page.reload();
  await me.loaded();
  await me.answer("customerDomain", "fabrikam.com");
  await me.button(words.button).click();
  await me.button(words.yes).waitFor();
  assert.equal(sent.length, 2);
  await close();
});

test("it goes by keyboard alone", async () => {
  const { page, me, sent, close } = await start(answered(MISMATCH));
  await me.field("customerTenantId").focus();
  await page.keyboard.type(TENANT);
  await page.keyboard.press("Tab");
  await page.keyboard.type("contoso.com");
  await page.keyboard.press("Tab");
  await me.button(words.button).waitFor();
  assert.ok(await tabbedTo(page, words.button));
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  assert.deepEqual(sent, [], "a key that is held down confirms nothing");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), words.yes);
  await page.keyboard.press("Enter");
  const { what } = en.findings["tenant-domain-mismatch"];
  await page.locator(".message").getByText(what.other.replace("{domain}", "contoso.com")).waitFor();
  assert.ok(await focusIn(page));
  assert.equal(sent.length, 1);
  await close();
});

test("after a change of the language, the answer is still there", async () => {
  const { page, me, close } = await start(answered(FOUND));
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  await lookUp(me);
  await page.getByText(words.fits).waitFor();
  await page.getByLabel(en.page.language).selectOption("de");
  await page.getByText(de.page.lookUp.fits).waitFor();
  await close();
});

test("in German, it asks, fails and answers in German", async () => {
  let now = "blocked";
  const { page, me, close } = await start(() => now, undefined, { locale: "de-DE" }, "de");
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  await me.button(de.page.lookUp.button).click();
  await page.getByText(asks("contoso.com", de), { exact: true }).waitFor();
  await page.getByLabel(de.page.lookUp.always).waitFor();
  await me.button(de.page.lookUp.yes).click();
  await page.getByText(failure("blocked", de), { exact: true }).waitFor();
  await me.button(de.page.lookUp.paste).waitFor();
  now = answered(FOUND);
  await me.button(de.page.common.retry).click();
  await page.getByText(de.page.lookUp.fits).waitFor();
  await close();
});

test("without its part, the page goes on without it", async () => {
  const { page, me, pageErrors, close } = await start(answered(FOUND), (fresh) =>
    fresh.route(/\/lookup\.js/, (route) => route.abort()),
  );
  await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  await me.check.click();
  assert.ok(!(await me.button(words.button).isVisible()));
  assert.deepEqual(pageErrors, []);
  assert.ok(await page.getByText(en.page.evidence.how).isVisible());
  await close();
});

for (const [looks, viewport] of [
  ["on a desk", { width: 1280, height: 2400 }],
  ["on a phone", { width: 360, height: 740 }],
]) {
  test(`axe finds nothing in its states, light and dark, ${looks}`, async () => {
    let now = "never";
    const { page, me, axe, close } = await start(() => now, undefined, {
      viewport,
      reducedMotion: "reduce",
    });
    await me.answerAll({ customerTenantId: TENANT, customerDomain: "contoso.com" });
    await me.button(words.button).waitFor();
    await look("offered");
    await me.button(words.button).click();
    await look("asking");
    await me.button(words.yes).click();
    await look("busy");
    await me.button(words.stop).click();
    now = "blocked";
    await lookUp(me);
    await page.locator("[data-reason]").waitFor();
    await look("failed");
    now = answered(MISMATCH);
    await me.button(en.page.common.retry).click();
    await page.locator(".message").first().waitFor();
    await look("answered");
    await close();

    async function look(state) {
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        // What lies under the bar at the foot of the window comes out from there by scrolling.
        const known = [/^unsure: .*obscured/];
        const told = await eventually(
          () => axe({ known }),
          (lines) => lines.length === 0,
        );
        assert.deepEqual(told, [], `${state}, ${colorScheme}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!wide, state);
        if (process.env.SHOTS) {
          const box = page.getByRole("group", { name: words.button }).locator("..");
          await box.screenshot({
            path: `${process.env.SHOTS}/${viewport.width}-${state}-${colorScheme}.png`,
          });
        }
      }
    }
  });
}

const everything = `https://${HOST}/**`;

/** A page where Microsoft answers as said: with a response, or "blocked", or "never". */
async function start(answer, prepare, options, locale = "en") {
  const sent = [];
  const opened = await open({
    ...options,
    prepare: async (page) => {
      await prepare?.(page);
      await page.context().route(everything, async (route) => {
        sent.push(route.request());
        const now = typeof answer === "function" ? answer({ url: route.request().url() }) : answer;
        if (now === "never") return;
        if (now === "blocked") await route.abort("blockedbyclient");
        else await route.fulfill(now);
      });
    },
  });
  const me = person(opened.page, locale);
  await me.loaded();
  return { ...opened, me, sent };
}

async function lookUp(me) {
  await me.button(words.button).click();
  await me.button(words.yes).click();
}

/** How a request ended. */
const aborted = (request) => eventually(async () => request.failure()?.errorText ?? "", Boolean);

const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: node } = document;
    return node.labels?.[0]?.textContent ?? node.textContent;
  });

const focusIn = (page) => page.evaluate(() => document.activeElement.closest(".lookup") !== null);

async function tabbedTo(page, wanted) {
  for (let stops = 0; stops < 100; stops += 1) {
    if ((await focused(page)) === wanted) return true;
    await page.keyboard.press("Tab");
  }
  return false;
}
