// The world of the random use: a server that can bring newer versions, a browser with up to two tabs, and what is kept
// in it.
import { serve } from "../../../scripts/serve.mjs";
import { expect, HOME, watch } from "../page.mjs";
import { append, copyOfSite, release } from "../versions.mjs";
import { claimOf } from "./expected.mjs";
import { Tab } from "./tab.mjs";

const MOST_TABS = 2;
const SIZE = { width: 1280, height: 900 };

export class World {
  tabs = [];
  /** What is kept, by its ID: the claim, and what was put in. */
  drafts = new Map();
  #seen;
  #site;
  #server;
  #headers = {};
  #context;
  #count = 0;
  #releases = 0;

  static async open(browser) {
    const world = new World();
    await world.#open(browser);
    return world;
  }

  async #open(browser) {
    this.#site = await copyOfSite("");
    this.#headers["X-Version"] = this.#site.version;
    this.#server = await serve(this.#site.folder, { headers: this.#headers });
    this.#context = await browser.newContext({
      ...{ locale: "en-US", viewport: SIZE, serviceWorkers: "allow" },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    this.#context.setDefaultTimeout(60_000);
    await this.#context.clock.install();
    this.#seen = await watch(this.#context, this.#server.url);
    const tab = await this.openTab("");
    await expect(tab.page.locator(".foot")).toContainText("works offline");
    /** The rules in force today. */
    this.edition = await tab.page.locator("#rules").inputValue();
  }

  async close() {
    await this.#context.close();
    await this.#server.close();
    await this.#site.remove();
  }

  /** What was reported, and must not happen. */
  get problems() {
    return this.#seen.problems;
  }

  get hasRoom() {
    return this.tabs.length < MOST_TABS;
  }

  /** Another tab at an address of the page, by what stands behind its file. */
  async openTab(address) {
    this.#count += 1;
    const tab = new Tab(await this.#context.newPage(), `tab ${this.#count}`, this.#server.url);
    await tab.page.goto(this.#server.url + HOME + address);
    await tab.quiet();
    this.tabs.push(tab);
    return tab;
  }

  async closeTab(tab) {
    this.tabs = this.tabs.filter((one) => one !== tab);
    await tab.page.close({ runBeforeUnload: true });
    await expect.poll(() => tab.page.isClosed()).toBe(true);
  }

  /** The server has a newer version from now on. */
  async release() {
    this.#releases += 1;
    const version = `1.0.0 (${String(this.#releases).padStart(8, "0")})`;
    await append(this.#site.www, "favicon.svg", Buffer.from("\n"));
    this.#headers["X-Version"] = version;
    await release(this.#site.www, version, ["favicon.svg"]);
    return version;
  }

  /** After a step: a tab whose claim is kept, and is another one now, has it kept like that. */
  noteKept(tab, shown) {
    const held = { claim: claimOf(shown), sources: tab.sourcesOf(shown) };
    const isOther = JSON.stringify(held) !== JSON.stringify(tab.held);
    tab.held = held;
    if (isOther) this.drafts.set(tab.draft, held);
  }

  /** What was kept is forgotten, in every tab. */
  forget(ids) {
    for (const id of ids) this.drafts.delete(id);
    for (const tab of this.tabs) if (!this.drafts.has(tab.draft)) tab.draft = undefined;
  }
}
