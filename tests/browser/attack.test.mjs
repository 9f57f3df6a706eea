// What somebody could do to the elements on purpose: script in every field and option.
import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./harness.mjs";

const open = usePage();
const MARKUP = `"><img src=x onerror="window.attacked=1"><script>window.attacked=1</script><u>x</u>`;
/** What none of the pages has, and what could run. */
const FOREIGN = `img, script:not([src]), iframe, object, [onerror], [onload], u, a[href^="javascript:" i]`;

test("markup in every option, field and export of an element is text", async () => {
  const other = await open({ path: "/embed.html" });
  await other.page.evaluate(async (markup) => {
    const form = document.querySelector("#claim");
    await form.whenReady();
    const names = [...form.constructor.observedAttributes].filter((name) => name !== "name");
    for (const name of names) {
      const before = form.getAttribute(name);
      form.setAttribute(name, markup);
      await form.whenReady();
      if (before === null) form.removeAttribute(name);
      else form.setAttribute(name, before);
    }
    form.value = Object.fromEntries(
      ["product", "customerTenantId", "customerDomain", "partnerId", "subscriptionId", markup].map(
        (name) => [name, markup],
      ),
    );
    form.checkValidity();
    for (const result of document.querySelectorAll("cpor-claim-result")) {
      result.setAttribute("claim", JSON.stringify({ product: markup, [markup]: markup }));
      await result.whenReady();
    }
  }, MARKUP);
  await untouched(other.page);
  assert.deepEqual(other.violations, []);
  assert.deepEqual(other.pageErrors, []);
  await other.close();
});

/** Nothing has become part of the document's structure, also inside the elements, and nothing ran. */
async function untouched(shown) {
  const found = await shown.evaluate((foreign) => {
    const within = (root) => [
      ...root.querySelectorAll(foreign),
      ...[...root.querySelectorAll("*")].flatMap((node) =>
        node.shadowRoot ? within(node.shadowRoot) : [],
      ),
    ];
    return {
      ran: window.attacked,
      foreign: within(document.body).map((node) => node.outerHTML.slice(0, 80)),
    };
  }, FOREIGN);
  assert.deepEqual(found, { ran: undefined, foreign: [] });
}
