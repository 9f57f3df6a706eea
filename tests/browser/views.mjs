// Views drawn by themselves in a page that is empty, at a fixed time: what tests of them share.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { bundle } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";
import { TENANT, TODAY } from "./person.mjs";

/** A claim of Microsoft 365 that nothing is missing in. */
export const CLAIM = {
  ...{ solutionArea: "microsoft-365", product: "Teams", activity: "usage", partnerId: "5357564" },
  ...{ customerTenantId: TENANT, customerDomain: "contoso.com", userRole: "incentives-admin" },
  ...{ competingPartner: "no", proofOfExecution: "ready" },
};

/**
 * Returns `draw(act, given)`: `act` runs in an empty page, with all that `tests/support/views.ts` exports and what it is
 * `given`, and what it returns is given back. Nothing may go wrong there.
 */
export function useViews() {
  const open = usePage({ folder: inRoot("tests", "browser", "hosts") });
  let script;
  return async function draw(act, given) {
    script ??= await scriptOf();
    const { page, problems, close } = await open({
      path: "/views.html",
      permissions: ["clipboard-read", "clipboard-write"],
      prepare: async (fresh) => {
        await fresh.clock.setFixedTime(`${TODAY}T12:00:00Z`);
        await fresh.route("**/views.js", (route) =>
          route.fulfill({ body: script, contentType: "text/javascript" }),
        );
      },
    });
    const views = await page.evaluateHandle(
      (all) => window.views.ready().then(() => ({ ...window.views, given: all })),
      given,
    );
    const result = await page.evaluate(act, views);
    assert.deepEqual(problems(), []);
    await close();
    return result;
  };
}

async function scriptOf() {
  const entry = { views: inRoot("tests", "support", "views.ts") };
  const { files } = await bundle(inRoot("target"), entry, {
    ...{ format: "iife", globalName: "views", minify: false, external: [] },
    conditions: ["inline"],
  });
  return Buffer.from(Object.values(files)[0]).toString();
}

/**
 * What a view shows is what somebody has read and found right: `tests/golden/views`. `npm run goldens` writes it anew, to
 * be read again.
 *
 * @param shown lines by the name of the state that they are of
 */
export async function isAsRead(name, shown) {
  const path = inRoot("tests", "golden", "views", `${name}.txt`);
  const text = Object.entries(shown)
    .map(([state, lines]) => [`== ${state}`, ...lines, ""].join("\n"))
    .join("\n");
  await mkdir(dirname(path), { recursive: true });
  if (process.env.UPDATE) await writeFile(path, text);
  assert.deepEqual(text.split("\n"), (await readFile(path, "utf8")).split("\n"));
}
