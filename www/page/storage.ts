// The browser’s storage: it can be blocked, full, or hold what another version or another page has left. None of that
// may break the page.

/** Several of these pages may be on one server, each in a folder of its own. */
const OURS = `cpor-preflight ${location.pathname.replace(/[^/]*$/, "")} `;
/** Changes with the shape of what is kept: versions of the page leave alone what is another’s. */
const SHAPE = "1 ";

type Kind = "sessionStorage" | "localStorage";

export class Kept {
  #kind: Kind;

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  read(name: string): unknown {
    return attempt(() => JSON.parse(this.#storage.getItem(OURS + SHAPE + name) ?? "null"));
  }

  /** Was it possible? */
  write(name: string, value: unknown): boolean {
    return (
      attempt(() => {
        this.#storage.setItem(OURS + SHAPE + name, JSON.stringify(value));
        return true;
      }) ?? false
    );
  }

  remove(name: string): void {
    attempt(() => this.#storage.removeItem(OURS + SHAPE + name));
  }

  /** The names of what is kept, of this version’s shape. */
  names(): string[] {
    const start = OURS + SHAPE;
    return this.#keys()
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length));
  }

  /** Also what other versions have kept. */
  removeAll(): void {
    for (const key of this.#keys())
      if (key.startsWith(OURS)) attempt(() => this.#storage.removeItem(key));
  }

  #keys(): string[] {
    return attempt(() => Object.keys(this.#storage)) ?? [];
  }

  get #storage(): Storage {
    return globalThis[this.#kind];
  }
}

function attempt<Out>(act: () => Out): Out | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
