import { scriptOf, scriptType } from "#place";

/** So many run at a time. */
const MOST = 2;

/** Starts the page's workers. There is one of these on a page: Trusted Types allow one policy of a name. */
export class Workers {
  #policy;
  #running = 0;
  #waiting = [];

  /**
   * Starts one of our own scripts.
   *
   * @throws where none can be had
   */
  start(script) {
    return new Worker(this.#trusted(scriptOf(script)), { type: scriptType });
  }

  /** Does something once fewer than `MOST` others do. */
  async inTurn(act) {
    if (this.#running < MOST) this.#running += 1;
    // Whoever ends hands the place over.
    else await new Promise((free) => this.#waiting.push(free));
    try {
      return await act();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** Nobody else has the policy, so it allows no other script. */
  #trusted(address) {
    if (typeof trustedTypes === "undefined") return address;
    this.#policy ??= trustedTypes.createPolicy("cpor-preflight", {
      createScriptURL: (asked) => asked,
    });
    return this.#policy.createScriptURL(address);
  }
}
