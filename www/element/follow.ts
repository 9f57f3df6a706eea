import type { Claim, Report } from "../lib/types.js";
import type { HostAttributes, Texts } from "./types.js";

/** A claim form, as those see it that belong to one. */
export interface FollowedForm extends HTMLElement {
  readonly value: Claim;
  readonly report: Report | null;
  fill(values: Texts): unknown;
  focusField(name: string): unknown;
}

/** Returns the form as of now. */
export interface Followed {
  (): FollowedForm | undefined;
  connect(signal: AbortSignal): void;
  changed(): void;
}

/**
 * Follows the claim form that an element names by `for`, in the same tree; `onChange(event)` is called when
 * it has another value or report, when its check was asked for, and when it is another one or none. Returns a function that returns the form as of now.
 */
export function followed(
  element: HTMLElement & Pick<HostAttributes, "htmlFor">,
  onChange: (event?: Event) => void,
): Followed {
  let form: FollowedForm | undefined;
  let listening: AbortController | undefined;
  let signal: AbortSignal | undefined;
  const current = () => form;
  return Object.assign(current, { connect, changed });

  function connect(until: AbortSignal): void {
    signal = until;
    changed();
  }

  function changed(): void {
    listening?.abort();
    const id = element.htmlFor;
    const root = element.getRootNode() as Partial<Document>;
    form = (id && (root.getElementById?.(id) as FollowedForm | null)) || undefined;
    if (signal?.aborted) return;
    if (form) listen(form);
    onChange();
  }

  function listen(named: FollowedForm): void {
    const until = new AbortController();
    listening = until;
    signal?.addEventListener("abort", () => until.abort(), { once: true });
    const options = { signal: until.signal };
    for (const type of ["claim-report", "claim-checked", "change"])
      named.addEventListener(type, onChange, options);
  }
}
