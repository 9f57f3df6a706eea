// What an error of Partner Center’s claim form is about.

import type { CheckId } from "../generated/lists.js";
import type { Item } from "./store.js";

export type Branch = "tenant-domain" | "subscription" | "claimed" | "partner-id";

export const BRANCHES: readonly Branch[] = [
  "tenant-domain",
  "subscription",
  "claimed",
  "partner-id",
];

/** The checks of each, first the one that a message names; the subscription has a diagnosis of its own. */
export const CHECKS: Record<Exclude<Branch, "subscription">, readonly CheckId[]> = {
  "tenant-domain": ["tenant-domain", "tenant-id", "domain"],
  claimed: ["subscription-unclaimed", "competing-claim", "subscription-id"],
  "partner-id": ["partner-id-enrolled", "partner-id"],
};

/** The last message of Partner Center among what was put in. */
export const messageIn = (items: readonly Item[]): Item | undefined =>
  items.findLast((item) => branchOf(item));

/** What a message is about; nothing where it is none. */
export function branchOf({ parts }: Item): Branch | undefined {
  const [first] = parts.find(({ kind }) => kind === "partner-center-error")?.checks ?? [];
  if (!first) return undefined;
  const isOf = (branch: Branch) => branch !== "subscription" && CHECKS[branch][0] === first;
  return BRANCHES.find(isOf) ?? "subscription";
}
