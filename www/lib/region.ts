// The place of a form for the verdict and for findings that concern more than one of its fields.

import type { Locale } from "../generated/lists.js";
import type { Finding } from "../generated/records.js";
import { memberOf } from "./controls.js";
import { element, type LabelOf } from "./messages.js";

/**
 * `place` is the host's element, `null` for none; without one, an element is added at the end of the
 * form as long as there is something to show.
 */
export function regionOf(form: HTMLFormElement, place: Element | null | undefined) {
  const status = element("div", "cpor-status");
  status.setAttribute("role", "status");
  let shown = "";
  let region: HTMLElement | undefined;
  let before: { nodes: Node[]; lang: string | null } | undefined;
  // Screen readers read a change of the line out only where the line was there before its text.
  if (place) open();
  return { show, note, clear, focus, isThere: place !== null, isRequested: Boolean(place) };

  /** Shows a line that is read out, and findings; `labelOf(finding)` is its severity in words. */
  function show(
    line: string,
    findings: readonly Finding[],
    labelOf: LabelOf = () => "",
    locale?: Locale,
  ): void {
    const key = JSON.stringify([line, findings, locale]);
    if (key === shown && isOpen()) return;
    shown = key;
    delete status.dataset.code;
    if (!line && !findings.length) {
      empty();
      return;
    }
    const region = open();
    region.lang = `${locale}`;
    if (status.textContent !== line) status.textContent = line;
    const items = findings.map((finding) => itemOf(finding, labelOf(finding)));
    region.replaceChildren(
      status,
      ...(items.length ? [element("ul", "cpor-findings", ...items)] : []),
    );
  }

  /** Shows why there is no result. */
  function note(text: string, code: string, locale: Locale): void {
    if (place === null) return;
    show(text, [], undefined, locale);
    status.dataset.code = code;
  }

  function focus(): void {
    if (!region?.isConnected) return;
    if (!region.hasAttribute("tabindex")) {
      region.setAttribute("tabindex", "-1");
      region.addEventListener("blur", () => region?.removeAttribute("tabindex"), { once: true });
    }
    region.focus();
  }

  /** Leaves the host's element as it was. */
  function clear(): void {
    if (!region) return;
    shown = "";
    region.removeAttribute("tabindex");
    if (!place) region.remove();
    else if (before) {
      region.replaceChildren(...before.nodes);
      if (before.lang === null) region.removeAttribute("lang");
      else region.lang = before.lang;
    }
    region = undefined;
  }

  function open(): HTMLElement {
    if (region && isOpen()) return region;
    region = (place as HTMLElement | null | undefined) ?? added();
    before ??= { nodes: [...region.childNodes], lang: region.getAttribute("lang") };
    region.replaceChildren(status);
    return region;
  }

  function added(): HTMLElement {
    return memberOf(form, "appendChild")(element("div", "cpor-result"));
  }

  function isOpen(): boolean {
    return Boolean(region && (place || region.parentNode === form));
  }

  function empty(): void {
    status.textContent = "";
    if (place) region?.replaceChildren(status);
    else clear();
  }
}

function itemOf({ code, severity, what, why, next, source }: Finding, label: string): HTMLElement {
  const link = element("a", "cpor-source", `${source.section} (${source.ruleset})`);
  link.href = source.url;
  link.rel = "external";
  const severityOf = element("strong", "cpor-severity", label);
  const item = element(
    "li",
    "cpor-finding",
    element("p", "cpor-what", severityOf, " ", what),
    element("p", "cpor-why", why),
    element("p", "cpor-next", next),
    element("p", "", link),
  );
  Object.assign(item.dataset, { code, severity });
  return item;
}
