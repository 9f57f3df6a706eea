// Whatever happened before, a view shows what it would show if it were drawn for the first time: nothing that it keeps
// of before is out of date. With another rule set, all is drawn anew by its host.

import assert from "node:assert/strict";
import test from "node:test";
import { sample, TENANT } from "./person.mjs";
import { useViews } from "./views.mjs";

const draw = useViews();
const STEPS = 60;
const OTHER = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
/** What somebody may put into each field, beside nothing. */
const TEXTS = {
  customerTenantId: [TENANT, OTHER, "contoso.com", "3f1c"],
  customerDomain: ["contoso.com", "fabrikam.com", TENANT],
  solutionArea: ["business-applications", "microsoft-365"],
  activity: ["presales", "usage", "revenue-association"],
  purchaseChannel: ["volume-licensing", "csp", "unknown"],
  product: ["Teams", "DYN365_FINANCE", "Power BI", "Something"],
  subscriptionId: ["0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", OTHER, "x"],
  partnerId: ["5357564", "12", "MPN ID 5357564", "x"],
  userRole: ["incentives-admin", "other"],
  ownTenantId: [OTHER, TENANT],
  competingPartner: ["yes", "no", "unknown"],
  proofOfExecution: ["ready", "missing", "unknown"],
  submittedOn: ["2026-11-20", "2030-01-01"],
};
/** What somebody may put in. */
const FILES = [
  `Tenant ID: ${TENANT} Domain: contoso.com`,
  `Either ${OTHER} or 0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01`,
  "Partner ID 5357564, bought through CSP",
  ...(await Promise.all(
    ["graph-subscriptions.json", "openid-contoso.json", "partner-profile.csv"].map(sample),
  )),
];
/** What somebody may press, by what finds it. */
const PRESSED = [
  "[data-field=activity] input",
  "summary",
  "[data-key^=card-], [data-key^=next-], [data-key=all]",
  ".several button, [data-action=use-value], [data-action=swap-fields]",
  "[data-key=ask], [data-key=undo]",
  "[data-fold] input[type=checkbox], [data-guide] input[type=radio]",
];

const STEPS_OF = ["set", "set", "set", "press", "press", "put", "leave", "remove"];

for (const seed of (process.env.SEEDS ?? "1,2").split(","))
  test(`after each of ${STEPS} steps by chance, all is as if it were drawn anew (seed ${seed})`, async () => {
    const given = { texts: TEXTS, files: FILES, pressed: PRESSED, names: STEPS_OF, steps: STEPS };
    const stale = await draw(afterSteps, { ...given, seed: Number(seed) });
    assert.equal(stale, undefined, JSON.stringify(stale, null, 1));
  });

/** Runs in the page: the steps until something was out of date, and the lines around it, or nothing. */
async function afterSteps({ claimPage, drawnAnew, given, made, outline, put, turns, until }) {
  let state = given.seed;
  const oneOf = (list) => {
    state = (state * 48271) % 2147483647;
    return list[state % list.length];
  };
  const { kit, store } = made();
  const box = put(document.createElement("div"));
  box.append(...claimPage.map((view) => view(kit)));
  const fields = Object.keys(given.texts);
  const steps = {
    set() {
      const field = oneOf(fields);
      const text = oneOf([...given.texts[field], ""]);
      store[oneOf(["set", "type"])](field, text);
      return `${field}: ${text}`;
    },
    async put() {
      const file = oneOf(given.files);
      await store.put([file]);
      return file.slice(0, 30);
    },
    press() {
      const found = [...box.querySelectorAll(oneOf(given.pressed))];
      const one = oneOf(found.filter(({ offsetParent }) => offsetParent));
      one?.click();
      return one?.textContent || one?.dataset.key;
    },
    leave: () => store.leave(oneOf(fields)),
    remove: () => store.remove(oneOf(store.items)?.id),
  };
  // Attributes may come in another order. What has had the focus can have it again, what a card has beside its fields
  // stays folded, and how many points a list has is known once it was unfolded.
  const told = (node) => {
    for (const fold of node.querySelectorAll("details.more")) fold.open = true;
    for (const one of node.querySelectorAll("[tabindex]")) one.removeAttribute("tabindex");
    const lines = outline(node).map((line) => line.replace(/\d+ of \d+$/, ""));
    return lines.map((line) =>
      line
        .split(/[ ():]+/)
        .sort()
        .join(" "),
    );
  };
  const done = [];
  for (let step = 0; step < given.steps; step += 1) {
    const name = oneOf(given.names);
    done.push(`${name} ${(await steps[name]()) ?? ""}`);
    document.activeElement.blur();
    await until(() => !store.reading);
    await store.settled;
    await turns();
    const [shown, anew] = [told(document.body), await drawnAnew(kit, claimPage, told)];
    const at = anew.findIndex((line, place) => line !== shown[place]);
    if (at >= 0 || shown.length !== anew.length)
      return { done, shown: shown.slice(at - 3, at + 4), anew: anew.slice(at - 3, at + 4) };
  }
  return undefined;
}
