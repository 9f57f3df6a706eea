// Which activity, and which Partner ID: a few questions each, and the answer goes into the claim.

import { activityGuide } from "./activity-guide.js";
import { h, type Kid } from "./dom.js";
import type { Kit } from "./kit.js";
import { partnerGuide } from "./own-ids.js";

export function guidesView(kit: Kit): Kid {
  const { words, host } = kit;
  const { place } = host;
  const activity = activityGuide(kit);
  const partner = partnerGuide(kit);
  const asked = place.guide === "partner-id-guide" ? partner : activity;
  place.guide = undefined;
  // The one that was asked for comes first.
  const guides = asked === partner ? [partner, activity] : [activity, partner];
  return h(
    "main.wrap.narrow.view",
    { id: "main", tabindex: "-1" },
    h("h1", {}, words.guides.title),
    guides,
    h(
      "p",
      {},
      h("button.btn", { type: "button", click: () => host.go("#claim") }, words.error.toClaim),
    ),
  );
}
