// Which claims could be filed, as the person chooses among them. No word of a language and nothing of the document
// is in here.

import type { Runs } from "../batch/runs.js";
import type { Contribution, UserRole } from "../generated/lists.js";
import type { Handle } from "../lib/held.js";
import type { ExcludedClaim, PartnerAccount, PlanContext, PlannedClaim } from "../lib/types.js";
import type { Planning } from "./planning.js";

/** What the partner says for all claims. */
export interface Own {
  /** As typed, with commas between them. */
  ids: string;
  /** Did the person type them? */
  isTyped: boolean;
  role: UserRole | "";
  did: ReadonlySet<Contribution>;
}

/** By what it is planned, beside the partner's own side. */
export interface Circumstances extends Omit<Planning, "context"> {
  evidence: Handle | undefined;
}

export class Plans {
  own: Own = { ids: "", isTyped: false, role: "", did: new Set() };
  claims: PlannedClaim[] = [];
  excluded: ExcludedClaim[] = [];
  /** How many customers the claims are of. */
  customers = 0;
  /** What is said of the Partner ID, where none fits: then no claim has one. */
  partnerId = "";
  isPlanning = false;
  /** Claims that the person does not want. */
  #left = new Set<PlannedClaim>();
  #runs: Pick<Runs, "plan">;
  #stop: AbortController | undefined;
  #listeners = new Set<() => void>();

  constructor(runs: Pick<Runs, "plan">) {
    this.#runs = runs;
  }

  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Plans anew; the answer to what was asked before never takes its place. */
  async plan({ evidence, ...circumstances }: Circumstances): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.isPlanning = true;
    this.#tell();
    const claims: PlannedClaim[] = [];
    const excluded: ExcludedClaim[] = [];
    const customers = new Set<string | undefined>();
    const left = new Set<PlannedClaim>();
    const leftBefore = new Set([...this.#left].map(keyOf));
    let partnerId = "";
    try {
      const planning = { ...circumstances, context: this.#context() };
      await this.#runs.plan(
        evidence,
        planning,
        (part) => {
          if (part.plan && part.plan.partnerId.id === null) partnerId = part.plan.partnerId.text;
          excluded.push(...(part.excluded ?? []));
          for (const one of part.claims ?? []) {
            claims.push(one);
            customers.add(one.claim.customerTenantId);
            // What cannot be filed as it is waits for the person to choose it.
            const isLeft = (one.verdict === "fix" && !partnerId) || leftBefore.has(keyOf(one));
            if (isLeft) left.add(one);
          }
        },
        stop.signal,
      );
    } catch (error) {
      if (this.#stop === stop) throw error;
    }
    if (this.#stop !== stop) return;
    const { size } = customers;
    Object.assign(this, { claims, excluded, partnerId, customers: size, isPlanning: false });
    this.#left = left;
    this.#tell();
  }

  /** The only location among the own IDs in exports is the one to plan with, until the person says another one. */
  know(accounts: readonly PartnerAccount[]): void {
    if (this.own.isTyped) return;
    const locations = accounts.filter(({ kind }) => kind === "location");
    const [only] = locations.length === 1 ? locations : [];
    this.own = { ...this.own, ids: only?.id ?? "" };
  }

  #context(): PlanContext {
    const { ids, role, did } = this.own;
    const partnerIds = ids.split(/[,;\s]/).filter(Boolean);
    return {
      ...(partnerIds.length && { partnerIds }),
      ...(role && { userRole: role }),
      ...(did.size && { contributions: [...did] }),
    };
  }

  isChosen(claim: PlannedClaim): boolean {
    return !this.#left.has(claim);
  }
  get chosen(): PlannedClaim[] {
    return this.claims.filter((claim) => this.isChosen(claim));
  }

  get chosenCount(): number {
    return this.claims.length - this.#left.size;
  }

  choose(claims: readonly PlannedClaim[], isChosen: boolean): void {
    for (const claim of claims) this.#left[isChosen ? "delete" : "add"](claim);
    this.#tell();
  }
}

/** By what a claim is found again in the next plan. */
export const keyOf = ({ claim }: PlannedClaim): string =>
  [claim.customerTenantId, claim.subscriptionId ?? claim.product, claim.activity].join(" ");
