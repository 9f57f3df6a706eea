// What is known: as values, by customer and, where it is long, as the core holds it.

import type { Evidence, HeldEvidence } from "../lib/types.js";
import type { Customers } from "./customers.js";

/** Evidence as it is looked up. */
export interface Known {
  evidence: Evidence;
  customers: Customers;
  /** As the core holds it, where it is long; what is short is held in a moment. */
  held?: HeldEvidence | undefined;
}

/** A longer list takes longer than a moment to be taken in. */
export const LONG = 1_000;

export const isLongList = (list: unknown): boolean => Array.isArray(list) && list.length > LONG;

export const isLong = (evidence: Evidence): boolean => Object.values(evidence).some(isLongList);
