// The addresses of our own scripts for workers. Trusted Types allow one policy of a name on a page.

interface Policy {
  createScriptURL(address: string): string;
}
/** What we use of Trusted Types, which TypeScript does not know everywhere. */
interface Trusting {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

/** The policy, which a page can create only once, is kept under this name. */
const POLICY = Symbol.for("cpor-preflight.scripts");

/** The address of one of our own scripts. */
export function trusted(address: string): string {
  const scope = globalThis as Trusting & { [POLICY]?: Policy };
  if (!scope.trustedTypes) return address;
  scope[POLICY] ??= scope.trustedTypes.createPolicy("cpor-preflight", {
    createScriptURL: (own) => own,
  });
  return scope[POLICY].createScriptURL(address);
}
