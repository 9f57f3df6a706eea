import { h, jump, plural, same, uid } from "./dom.js";
import { buildField } from "./field.js";
import { watchPointer } from "./pointer.js";

/** Which group begins with a field: those after it in the library's list belong to it, too. */
const GROUPS = {
  userRole: "filer",
  customerTenantId: "customer",
  solutionArea: "claim",
  subscriptionId: "subscription",
  partnerId: "partner",
  competingPartner: "proof",
};

/**
 * What a form holds; plain data, so that it survives a change of language, a reload and an undo.
 * `typed` is what stands in the fields, `claim` what of it counts (see `typing` below).
 */
export const emptyState = () => ({
  claim: {},
  typed: {},
  emptied: [],
  checked: false,
  exports: [],
  partnerIds: [{}],
  answers: {},
  diagnosis: { answers: {} },
});

/**
 * Mounts the form into `root`; `refresh` brings it to life.
 *
 * - `fields`: as the library describes them; `after`: nodes to show below a field, by its name
 * - `check(claim)`: answers with a report, or null where the checks could not be loaded
 * - `onReport(report, { shown, waiting, asked })`: hears every result; findings about fields that nobody
 *   has touched wait until the person asks for the check
 * - `onErrors(count)`, `onSubmit(ok)`, `onLeft()` when a text field has been left; `help(name)`: a node with more help on a field, or nothing
 * - `feedback: "submit"`: no finding is shown before the person asks for the check
 */
export function mountForm(root, options) {
  const { fields, check, state, words, locale, after, actions, feedback } = options;
  const built = fields.map((spec) =>
    buildField(spec, words, { typing, commit, leave, help: options.help }),
  );
  const byName = Object.fromEntries(built.map((field) => [field.name, field]));
  const summary = h("div.summary", { role: "group", hidden: true, blur: quiet });
  const groups = grouped(built).map(([group, own]) =>
    h(
      "fieldset.card",
      h("legend", h("h2", words.groups[group])),
      own.map(({ name, node }) => [node, after[name]]),
    ),
  );
  const main = h("button.main", words.check);
  let shown = [];
  let summed = [];
  let early = () => false;
  const bottom = h("div.actions", main, actions);
  const node = h("form", { novalidate: true, submit }, summary, groups, bottom);
  const whenReleased = watchPointer(node);
  root.replaceChildren(node);
  for (const field of built) field.value = state.typed[field.name] ?? "";

  return {
    node,
    refresh,
    sumUp,
    field: (name) => byName[name],
    /** Fills fields as if a person had chosen the values. */
    fill(values) {
      for (const [name, value] of Object.entries(values)) {
        byName[name].value = value;
        accept(name, value);
      }
      refresh();
      // As if a person had: whoever listens for changes hears of this one.
      node.dispatchEvent(new Event("change", { bubbles: true }));
    },
    /** Holds another claim from now on, about which nothing has been asked yet. */
    load(claim) {
      Object.assign(state, {
        claim: { ...claim },
        typed: { ...claim },
        emptied: [],
        checked: false,
      });
      for (const field of built) field.value = state.typed[field.name] ?? "";
      early = () => false;
      summary.hidden = true;
      refresh();
    },
  };

  /** A value that is still being typed can make findings go, but none come: those wait until it is left. */
  function typing(name, value) {
    state.typed[name] = value;
    const about = (findings) => findings.filter((finding) => finding.fields.includes(name));
    const before = about(shown);
    const report = check({ ...state.claim, [name]: value });
    const now = about(report?.findings ?? []);
    const among = (list) => (finding) => list.some(({ code }) => code === finding.code);
    const mended = before.some((finding) => finding.kind === "field" && !among(now)(finding));
    if (!mended && !now.every(among(before))) return byName[name].showRead("");
    accept(name, value);
    early = (finding) => finding.fields.includes(name) && !among(before)(finding);
    show(report);
  }

  function commit(name, value) {
    accept(name, value);
    early = () => false;
    whenReleased(() => node.isConnected && refresh());
  }

  /** Typed and taken back: the browser sees no change, but what was typed between may have been accepted. */
  function leave(name, value) {
    if (value !== (state.claim[name] ?? "")) commit(name, value);
    // Only then is the focus where it goes to.
    whenReleased(() => setTimeout(() => node.isConnected && options.onLeft()));
  }

  function accept(name, value) {
    const had = state.claim[name]?.trim();
    state.claim[name] = state.typed[name] = value;
    if (value.trim()) state.emptied = state.emptied.filter((other) => other !== name);
    else if (had) state.emptied.push(name);
  }

  function refresh() {
    show(check(state.claim));
  }

  /** Shows a report on the claim as it is now. */
  function show(report) {
    const findings = report?.findings ?? [];
    const untouched = (name) => !state.claim[name]?.trim() && !state.emptied.includes(name);
    const asked = state.checked || feedback !== "submit";
    const waits = (finding) =>
      !asked ||
      early(finding) ||
      (!state.checked && finding.fields.length > 0 && finding.fields.every(untouched));
    shown = findings.filter((finding) => !waits(finding));
    const atFields = shown.filter(({ kind }) => kind === "field");
    for (const field of built) {
      const anchored = atFields.filter((finding) => anchor(finding) === field);
      field.show(anchored, ({ fields: named }) =>
        named.map((name) => byName[name]).filter((other) => other && other !== field),
      );
      field.follow(state.claim);
      const typed = state.typed[field.name]?.trim();
      const understood = report?.understood[field.name];
      field.showRead(typed && !anchored.length && understood !== typed && understood);
    }
    const errors = built.flatMap((field) =>
      atFields.filter((finding) => finding.severity === "blocks" && anchor(finding) === field),
    );
    if (!summary.hidden) sum(errors);
    options.onErrors(errors.length);
    options.onReport(report, { shown, waiting: findings.filter(waits), asked });
    return errors;
  }

  function anchor({ fields: named }) {
    return byName[named.find((name) => byName[name])];
  }

  function submit(event) {
    event.preventDefault();
    state.checked = true;
    for (const { name, value } of built) accept(name, value);
    early = () => false;
    options.onSubmit(!sumUp().length);
  }

  /** Shows the errors in the summary, and goes there if there are any. */
  function sumUp() {
    summary.hidden = true;
    const errors = show(check(state.claim));
    summed = [];
    sum(errors);
    if (errors.length) {
      // The alert is a child: focus and alert on one node lose the announcement in some screen readers.
      summary.firstChild.setAttribute("role", "alert");
      summary.setAttribute("tabindex", "-1");
      summary.focus();
    }
    return errors;
  }

  /** From the check on, the summary follows the errors: a link goes in the moment its error does. */
  function sum(errors) {
    summary.hidden = !errors.length;
    const texts = errors.map(({ what }) => what);
    if (same(texts, summed)) return;
    summed = texts;
    const id = uid();
    const links = errors.map((finding) => h("li", jump(anchor(finding), finding.what)));
    summary.setAttribute("aria-labelledby", id);
    summary.replaceChildren(
      h("div", h("h2", { id }, plural(locale, words.problems, errors.length)), h("ul", links)),
    );
  }

  /** Once read, the summary is ordinary content: not focusable, and silent when errors are mended. */
  function quiet() {
    summary.removeAttribute("tabindex");
    summary.firstChild.removeAttribute("role");
  }
}

/** The fields of each group, by its name. */
function grouped(fields) {
  const groups = Object.fromEntries(Object.values(GROUPS).map((group) => [group, []]));
  let group = GROUPS.userRole;
  for (const field of fields) {
    group = GROUPS[field.name] ?? group;
    groups[group].push(field);
  }
  return Object.entries(groups);
}
