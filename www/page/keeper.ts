// What outlives the page: the claim, in this tab; and where a person says so, claims and what belongs to the company, in
// this browser.

import { uid } from "../form/dom.js";
import type { Draft, Keeper, Kit, Profile } from "../form/kit.js";
import { type OwnId, ownIdsIn, tableOf } from "../form/own-ids-table.js";
import type { About, Store, Texts } from "../form/store.js";
import { withHash } from "./address.js";
import type { Session } from "./reload.js";
import { contentOf, isWorth, recordOf, type Saved, Sources, savedIn, stringsIn } from "./saved.js";
import { Kept } from "./storage.js";

/** Days for which a claim is kept after its last change: longer than any claim takes. */
const DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;
const DRAFT = "draft ";
const PROFILE = "profile";
/** Milliseconds after which a change is kept. */
const PAUSE = 400;

interface Options {
  store: Store;
  /** The form as it is shown. */
  kit: () => Kit | undefined;
  /** Draws what says what is kept. */
  changed: () => void;
  /** Another claim is in the form. */
  opened: (lost: readonly string[]) => void;
}

export class Keeping implements Keeper {
  #device = new Kept("localStorage");
  #sources: Sources;
  #options: Options;
  #id: string | undefined;
  /** What is kept of the claim, as far as this tab knows. */
  #known = "";

  constructor(options: Options) {
    this.#options = options;
    this.#sources = new Sources(options.store);
    let timer: ReturnType<typeof setTimeout> | undefined;
    options.store.on(["claim", "items", "view"], () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#sources.read.then(() => this.#saveChanges()), PAUSE);
    });
    addEventListener("pagehide", () => this.#saveChanges());
    // Another tab keeps, changes or forgets something.
    addEventListener("storage", () => {
      if (this.#id && !this.draft) this.#id = undefined;
      this.#follow();
      options.changed();
    });
  }

  /* In this browser */

  get id(): string | undefined {
    return this.#id;
  }

  /** Goes on with what the tab has held. Resolves to the files that have to be chosen again. */
  resume({ id, saved }: Pick<Session, "id" | "saved">): Promise<string[]> {
    // It may have been forgotten since, or its time may be over; or another tab has changed it.
    const kept = id === undefined ? undefined : this.#read(id)?.saved;
    this.#id = kept && id;
    return this.#takeUp(kept ?? saved);
  }

  get saved(): Saved {
    return this.#sources.saved;
  }

  /** Is there anything in the form that is of this claim alone? */
  get isWorth(): boolean {
    const [same] = this.#same;
    return isWorth(this.saved, same);
  }

  get draft(): Draft | undefined {
    return this.#id === undefined ? undefined : this.#read(this.#id)?.draft;
  }

  get drafts(): Draft[] {
    const ids = this.#device
      .names()
      .filter((name) => name.startsWith(DRAFT))
      .map((name) => name.slice(DRAFT.length));
    const drafts = ids.flatMap((id) => this.#read(id)?.draft ?? []);
    // What is due first comes first.
    const due = ({ next, until }: Draft) => next || until;
    return drafts.sort((a, b) => (due(a) < due(b) ? -1 : 1));
  }

  get until(): string {
    return isoDay(Date.now() + DAYS * DAY_MS);
  }

  keep(): boolean {
    const before = this.#id;
    this.#id ??= uid();
    const isKept = this.#save();
    if (!isKept) this.#id = before;
    this.#options.changed();
    return isKept;
  }

  forget(id: string): void {
    this.#device.remove(DRAFT + id);
    if (id === this.#id) this.#id = undefined;
    this.#options.changed();
  }

  forgetAll(): void {
    this.#device.removeAll();
    this.#id = undefined;
    this.#options.changed();
  }

  async open(id: string): Promise<void> {
    this.#saveChanges();
    const found = this.#read(id);
    if (!found) return;
    this.#id = id;
    this.#options.opened(await this.#takeUp(found.saved));
  }

  leave(): void {
    this.#saveChanges();
    this.#id = undefined;
  }

  #saveChanges(): void {
    // What was forgotten meanwhile, or is out of date, does not come back.
    if (this.draft && this.#isChanged) this.#save();
  }

  get #isChanged(): boolean {
    return contentOf(this.saved) !== this.#known;
  }

  /** Takes up what another tab has made of the claim, unless this one has changed it, too. */
  #follow(): void {
    const kept = this.#id === undefined ? undefined : this.#read(this.#id)?.saved;
    if (kept && contentOf(kept) !== this.#known && !this.#isChanged) this.#takeUp(kept);
  }

  #takeUp(saved: Saved): Promise<string[]> {
    this.#known = contentOf(saved);
    return this.#sources.takeUp(saved);
  }

  /** Was it possible? A browser may be full, or keep nothing at all. */
  #save(): boolean {
    const { saved } = this;
    this.#known = contentOf(saved);
    const { judgement, store } = this.#options.kit() ?? {};
    const { customerDomain = "", customerTenantId = "" } = store?.report.understood ?? {};
    const today = isoDay(Date.now());
    const dates = store?.report.timeline.flatMap(({ from, by }) => [from, by]) ?? [];
    const next = dates.filter((date) => date && date >= today).sort()[0] ?? "";
    const draft: Draft = {
      ...{ id: this.#id ?? "", customer: customerDomain || customerTenantId, next },
      ...{ state: judgement?.state ?? "missing", count: judgement?.count ?? 0 },
      ...{ changed: today, until: this.until },
    };
    const name = DRAFT + this.#id;
    if (this.#device.write(name, { draft, ...saved })) return true;
    const sources = saved.sources.map(({ about, name: file }) => ({
      about,
      name: file ?? about.name ?? "",
    }));
    return this.#device.write(name, { draft, ...saved, sources });
  }

  #read(id: string): { draft: Draft; saved: Saved } | undefined {
    const kept = recordOf(this.#device.read(DRAFT + id));
    const saved = savedIn(kept);
    const {
      customer = "",
      next = "",
      state = "",
      changed = "",
      until = "",
    } = stringsIn(kept.draft);
    const { count } = recordOf(kept.draft);
    if (!saved || !until) return undefined;
    if (until < isoDay(Date.now())) {
      this.#device.remove(DRAFT + id);
      return undefined;
    }
    const known: Draft["state"] = STATES.find((one) => one === state) ?? "missing";
    return {
      draft: {
        ...{ id, customer, next, changed, until, state: known },
        count: typeof count === "number" ? count : 0,
      },
      saved,
    };
  }

  /* What belongs to the company */

  get profile(): Profile | undefined {
    const kept = recordOf(this.#device.read(PROFILE));
    const { userRole = "", ownTenantId = "" } = stringsIn(kept);
    const ids = Array.isArray(kept.ids) ? kept.ids.map(stringsIn) : [];
    const own = ids.map(({ id = "", kind = "", enrolled = "", type = "" }): OwnId => {
      return { id, kind, enrolled, type };
    });
    const isThere = userRole || ownTenantId || own.length > 0;
    return isThere ? { userRole, ownTenantId, ids: own } : undefined;
  }

  keepProfile(): boolean {
    const { store } = this.#options;
    const isKept = this.#device.write(PROFILE, {
      userRole: store.text("userRole"),
      ownTenantId: store.text("ownTenantId"),
      ids: ownIdsIn(store),
    });
    this.#options.changed();
    return isKept;
  }

  forgetProfile(): void {
    this.#device.remove(PROFILE);
    this.#options.changed();
  }

  /** Puts into an empty form what is the same in all claims. */
  async useProfile(): Promise<void> {
    const { store } = this.#options;
    const [claim, sources] = this.#same;
    await store.restore({ ...store.memory, claim }, sources);
  }

  async startAnew(): Promise<void> {
    this.leave();
    const begun = this.#options.store.begin(...this.#same);
    await begun;
    this.#options.opened([]);
  }

  /** What is the same in all claims. */
  get #same(): [Texts, [string, About][]] {
    const { userRole, ownTenantId, ids = [] } = this.profile ?? {};
    const table = tableOf(ids);
    const texts = { ...(userRole && { userRole }), ...(ownTenantId && { ownTenantId }) };
    return [texts, table ? [table] : []];
  }

  /* By a link */

  get link(): string {
    const bytes = new TextEncoder().encode(JSON.stringify(this.#options.store.claim));
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const plain = text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    return new URL(withHash(`#claim=${plain}`), location.href).href;
  }
}

/** The claim in a link’s hash: nothing where there is none, `null` where it cannot be read. */
export function claimInLink(hash: string): Record<string, unknown> | null | undefined {
  const [, text] = /^#claim=(.+)$/.exec(hash) ?? [];
  if (text === undefined) return undefined;
  try {
    const plain = atob(decodeURIComponent(text).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
    const claim = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof claim === "object" ? claim : null;
  } catch {
    return null;
  }
}

const STATES: readonly Draft["state"][] = [
  "empty",
  "missing",
  "fix",
  "settle",
  "microsoft",
  "ready",
];
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
