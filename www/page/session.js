/** What a host keeps as long as it is open, whatever is mounted anew: in another language, say. */
export class Session {
  /** Names of the disclosures that are open. */
  opened = new Set();
  /** Hosts that domains may go to without asking again. */
  agreedHosts = new Set();
  /** A `HeldEvidence`; evidence.js makes it. */
  evidence;
  /** An `ExportReader`; exports.js makes it. */
  exportReader;

  /**
   * @param options `parts`: the `Parts` of the host; `workers`: the page's one `Workers`, without
   *   which every export is read in the page
   */
  constructor({ parts, workers }) {
    this.parts = parts;
    this.workers = workers;
  }
}
