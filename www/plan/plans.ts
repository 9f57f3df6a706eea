// Which claims could be filed, as the person chooses among them. No word of a language and nothing of the document
// is in here.

import type { Runs } from "../batch/runs.js";
import type { Contribution, UserRole } from "../generated/lists.js";
import type { Handle } from "../lib/held.js";
import type { PartnerAccount, PlanContext } from "../lib/types.js";
import { PlannedClaims } from "./claims.js";
import type { Exclusion, Planning } from "./planning.js";

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
  claims = new PlannedClaims();
  /** Why the rest cannot be claimed. */
  excluded: readonly Exclusion[] = [];
  /** What is said of the Partner ID, where none fits: then no claim has one. */
  partnerId = "";
  isPlanning = false;
  /** 1 for each claim that the person does not want, by its number; and how many these are. */
  #left = new Uint8Array();
  #leftCount = 0;
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
    const claims = new PlannedClaims();
    let excluded: readonly Exclusion[] = [];
    let partnerId = "";
    try {
      const planning = { ...circumstances, context: this.#context() };
      await this.#runs.plan(
        evidence,
        planning,
        (part) => {
          if (part.plan) {
            if (part.plan.partnerId.id === null) partnerId = part.plan.partnerId.text;
            excluded = part.plan.excluded;
          }
          if (part.claims) claims.add(part.claims);
        },
        stop.signal,
      );
    } catch (error) {
      if (this.#stop === stop) throw error;
    }
    if (this.#stop !== stop) return;
    this.#leave(claims, partnerId === "");
    Object.assign(this, { claims, excluded, partnerId, isPlanning: false });
    this.#tell();
  }

  /** Which claims of the next plan are not wanted: those of before and, with a Partner ID, what cannot be filed as it is. */
  #leave(claims: PlannedClaims, hasPartnerId: boolean): void {
    const before = new Set<number>();
    const hadPartnerId = this.partnerId === "";
    for (const [at, isLeft] of this.#left.entries()) {
      // What could not be filed was left out by itself, and is wanted as soon as it can be.
      const isOwnChoice = !hadPartnerId || !this.claims.needsFix(at);
      if (isLeft && isOwnChoice) before.add(this.claims.key(at));
    }
    this.#left = new Uint8Array(claims.length).map((_, at) => {
      const isLeft = (hasPartnerId && claims.needsFix(at)) || before.has(claims.key(at));
      return isLeft ? 1 : 0;
    });
    this.#leftCount = this.#left.reduce((sum, isLeft) => sum + isLeft, 0);
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

  /** Is the claim of this number wanted? */
  isChosen(number: number): boolean {
    return !this.#left[number];
  }
  get chosenCount(): number {
    return this.claims.length - this.#leftCount;
  }
  /** The wanted ones as a CSV file, in pieces. */
  get chosenCsv(): BlobPart[] {
    return this.claims.csv((number) => this.isChosen(number));
  }

  choose(number: number, isChosen: boolean): void {
    if (this.isChosen(number) === isChosen) return;
    this.#left[number] = isChosen ? 0 : 1;
    this.#leftCount += isChosen ? -1 : 1;
    this.#tell();
  }

  chooseAll(areChosen: boolean): void {
    this.#left.fill(areChosen ? 0 : 1);
    this.#leftCount = areChosen ? 0 : this.claims.length;
    this.#tell();
  }
}
