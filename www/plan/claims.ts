// Planned claims as they leave the worker: packed, so that however many there are, the page has few objects of them. Each
// is read when it is shown.

import { joined } from "../lib/plain.js";
import { csvHead, csvRow } from "../lib/plan.js";
import type { PlannedClaim } from "../lib/types.js";

/** So many are packed together; only the last pack may have fewer. */
export const PACK = 250;
/** Packs that stay unpacked: what is shown is in two or three. */
const MOST_OPEN = 4;
/** What is marked of a claim. */
const BEGINS_CUSTOMER = 1;
const NEEDS_FIX = 2;

/** Some claims of a plan, one customer’s behind the other’s. */
export interface PackedClaims {
  /** A list of `PlannedClaim`, as JSON in UTF-8. */
  json: Uint8Array<ArrayBuffer>;
  /** The same as rows of a CSV file, in UTF-8, and where each row ends. */
  csv: Uint8Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  /** By what each one is found again in another plan. */
  keys: Float64Array<ArrayBuffer>;
  marks: Uint8Array<ArrayBuffer>;
}

/** All claims of a plan, packed. */
export function* packs(claims: readonly PlannedClaim[]): Generator<PackedClaims> {
  const customers = new Map<string | undefined, PlannedClaim[]>();
  for (const one of claims) {
    const { customerTenantId: id } = one.claim;
    const own = customers.get(id) ?? [];
    own.push(one);
    customers.set(id, own);
  }
  const sorted = [...customers.values()].flat();
  for (let at = 0; at < sorted.length; at += PACK) {
    yield packed(sorted.slice(at, at + PACK), at ? sorted[at - 1] : undefined);
  }
}

/** @param before the claim in front of these */
function packed(claims: readonly PlannedClaim[], before: PlannedClaim | undefined): PackedClaims {
  const rows = claims.map(({ claim }) => encoder.encode(csvRow(claim)));
  let end = 0;
  const ends = rows.map(({ length }) => {
    end += length;
    return end;
  });
  const marks = claims.map(({ claim, verdict }, at) => {
    const last = at ? claims[at - 1] : before;
    const begins = !last || last.claim.customerTenantId !== claim.customerTenantId;
    return (begins ? BEGINS_CUSTOMER : 0) | (verdict === "fix" ? NEEDS_FIX : 0);
  });
  return {
    json: encoder.encode(JSON.stringify(claims)),
    csv: joined(rows) as Uint8Array<ArrayBuffer>,
    ends: Uint32Array.from(ends),
    keys: Float64Array.from(claims, (claim) => hashOf(keyOf(claim))),
    marks: Uint8Array.from(marks),
  };
}

/** What of them can be handed over instead of being copied. */
export const buffersOf = (pack: PackedClaims): ArrayBuffer[] =>
  Object.values(pack).map(({ buffer }) => buffer);

/** The claims of a plan, by their numbers. */
export class PlannedClaims {
  #packs: PackedClaims[] = [];
  /** Packs that were read, by their numbers. */
  #open = new Map<number, PlannedClaim[]>();
  length = 0;
  /** How many customers they are of. */
  customers = 0;

  add(pack: PackedClaims): void {
    this.#packs.push(pack);
    this.length += pack.marks.length;
    for (const mark of pack.marks) if (mark & BEGINS_CUSTOMER) this.customers += 1;
  }

  at(number: number): PlannedClaim {
    return this.#opened(Math.floor(number / PACK))[number % PACK] as PlannedClaim;
  }

  /** Is it the first one of its customer? */
  beginsCustomer(number: number): boolean {
    return this.#isMarked(number, BEGINS_CUSTOMER);
  }
  /** Can it not be filed as it is? */
  needsFix(number: number): boolean {
    return this.#isMarked(number, NEEDS_FIX);
  }
  /** By what it is found again in another plan. */
  key(number: number): number {
    return this.#packOf(number).keys[number % PACK] as number;
  }

  /** Some of them as a CSV file that `checkBatch` reads, in pieces. */
  csv(isWanted: (number: number) => boolean): BlobPart[] {
    const pieces: BlobPart[] = [csvHead()];
    for (let number = 0; number < this.length; ) {
      const pack = this.#packOf(number);
      const from = number % PACK;
      let to = from;
      while (to < pack.marks.length && isWanted(number - from + to)) to += 1;
      // In front of the first one nothing ends: it begins where the pack does.
      if (to > from) pieces.push(pack.csv.subarray(pack.ends[from - 1], pack.ends[to - 1]));
      number += Math.max(to - from, 1);
    }
    return pieces;
  }

  #packOf(number: number): PackedClaims {
    return this.#packs[Math.floor(number / PACK)] as PackedClaims;
  }

  #isMarked(number: number, mark: number): boolean {
    return ((this.#packOf(number).marks[number % PACK] as number) & mark) !== 0;
  }

  #opened(at: number): PlannedClaim[] {
    let claims = this.#open.get(at);
    if (!claims) {
      if (this.#open.size > MOST_OPEN) this.#open.clear();
      const { json } = this.#packs[at] as PackedClaims;
      claims = JSON.parse(decoder.decode(json)) as PlannedClaim[];
      this.#open.set(at, claims);
    }
    return claims;
  }
}

/** By what a claim is found again in the next plan. */
export const keyOf = ({ claim }: PlannedClaim): string =>
  [claim.customerTenantId, claim.subscriptionId ?? claim.product, claim.activity].join(" ");

/** A number of 53 bits: among a million texts, two have the same about once in ten thousand plans. */
function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code ^ (low >>> 15), 0x85ebca6b);
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
