// What evidence shows of each customer, so that nobody has to go through all of it for one.

import type { Evidence, Subscription, Tenant } from "../lib/types.js";

/** What is shown of a customer. */
export interface Customer {
  tenants: readonly Tenant[];
  subscriptions: readonly Subscription[];
}

type Rows = Partial<Pick<Evidence, "tenants" | "subscriptions">>;

const NOBODY: Customer = { tenants: [], subscriptions: [] };

export class Customers {
  /** By tenant; under `undefined` is what does not say whose it is. */
  #all = new Map<string | undefined, { tenants: Tenant[]; subscriptions: Subscription[] }>();

  /** Of this evidence, to which more may be added. */
  constructor(evidence: Rows = {}) {
    this.add(evidence);
  }

  add({ tenants = [], subscriptions = [] }: Rows): void {
    for (const tenant of tenants) this.#open(tenant.tenantId).tenants.push(tenant);
    for (const one of subscriptions) this.#open(one.tenantId).subscriptions.push(one);
  }

  /** Of this tenant; without one, what does not say whose it is. */
  of(tenantId: string | undefined): Customer {
    return this.#all.get(tenantId) ?? NOBODY;
  }

  /** How many there are that are known by their tenants. */
  get count(): number {
    return this.#all.size - (this.#all.has(undefined) ? 1 : 0);
  }

  /** The tenant of the only one that is known by its tenant. */
  get only(): string | undefined {
    if (this.count !== 1) return undefined;
    return [...this.#all.keys()].find((tenantId) => tenantId !== undefined);
  }

  #open(tenantId: string | undefined) {
    let customer = this.#all.get(tenantId);
    if (!customer) {
      customer = { tenants: [], subscriptions: [] };
      this.#all.set(tenantId, customer);
    }
    return customer;
  }
}
