// Where a form says what concerns none of its fields alone: the verdict, and why the claim would not
// be.

import { element } from "./messages.js";

/**
 * `place` is the host's element, `null` for none; without one, an element is added at the end of the
 * form while something has to be said.
 */
export function regionOf(form, place) {
  const status = element("div", "cpor-status");
  status.setAttribute("role", "status");
  let shown = "";
  let region;
  let before;
  // A line that is there from the start is read out when it changes; one that comes with its text is not.
  if (place) open();
  return { show, note, clear, focus, isThere: place !== null, isAsked: Boolean(place) };

  /** Shows a line that is read out, and findings. */
  function show(line, findings, tell, locale) {
    const key = JSON.stringify([line, findings, locale]);
    if (key === shown && stands()) return;
    shown = key;
    delete status.dataset.code;
    if (!line && !findings.length) return empty();
    open();
    region.lang = locale;
    if (status.textContent !== line) status.textContent = line;
    const items = findings.map((finding) => itemOf(finding, tell(finding)));
    region.replaceChildren(
      status,
      ...(items.length ? [element("ul", "cpor-findings", ...items)] : []),
    );
  }

  /** Says why there is no result. */
  function note(text, code, locale) {
    if (place === null) return;
    show(text, [], undefined, locale);
    status.dataset.code = code;
  }

  function focus() {
    if (!region?.isConnected) return;
    if (!region.hasAttribute("tabindex")) {
      region.setAttribute("tabindex", "-1");
      region.addEventListener("blur", () => region?.removeAttribute("tabindex"), { once: true });
    }
    region.focus();
  }

  /** Leaves the host's element as it was. */
  function clear() {
    if (!region) return;
    shown = "";
    region.removeAttribute("tabindex");
    if (!place) region.remove();
    else {
      region.replaceChildren(...before.nodes);
      if (before.lang === null) region.removeAttribute("lang");
      else region.lang = before.lang;
    }
    region = undefined;
  }

  function open() {
    if (stands()) return;
    region = place ?? form.appendChild(element("div", "cpor-result"));
    before ??= { nodes: [...region.childNodes], lang: region.getAttribute("lang") };
    region.replaceChildren(status);
  }

  function stands() {
    return region && (place || region.parentNode === form);
  }

  function empty() {
    status.textContent = "";
    if (place) region?.replaceChildren(status);
    else clear();
  }
}

function itemOf({ code, severity, what, why, next, source }, told) {
  const link = element("a", "cpor-source", `${source.section} (${source.ruleset})`);
  link.href = source.url;
  link.rel = "external";
  const severityOf = element("strong", "cpor-severity", told);
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
