import { drawing, fill, h, jump, radios, uid } from "./dom.js";

/** The name of an option among these answers. */
export const labelUnder = ({ label, by, variants }, claim) => variants?.[claim[by]]?.label ?? label;

// How a value is typed, never what may be typed: everything can be pasted anywhere.
const ID = { dir: "ltr", autocapitalize: "off" };
const TYPING = {
  customerTenantId: ID,
  subscriptionId: ID,
  ownTenantId: ID,
  customerDomain: { ...ID, inputmode: "url" },
  partnerId: { ...ID, inputmode: "numeric" },
};
const COMPLETE = /^insert(FromPaste|FromDrop|ReplacementText)$/;

/**
 * One field of the form. `on.typing` hears every keystroke, `on.commit` a value that was left,
 * pasted or chosen, `on.leave` one whenever its field is left; `on.help(name)` is a node with more
 * help, or nothing. `show` puts findings beside the field.
 */
export function buildField({ name, label, shortLabel, hint, type, options }, words, on) {
  const id = uid();
  const choice = type === "choice";
  const messages = h("div.messages");
  const help = on.help?.(name);
  const read = h("p.read", { id: `${id}-read`, hidden: true });
  const commit = () => on.commit(name, input.value);
  const input = choice
    ? radios({ id, legend: label, hint, options, choose: (value) => on.commit(name, value) })
    : h("input", {
        id,
        type,
        spellcheck: "false",
        ...TYPING[name],
        change: commit,
        blur: () => on.leave(name, input.value),
        input: ({ inputType }) =>
          type === "date" || COMPLETE.test(inputType) ? commit() : on.typing(name, input.value),
      });
  const buttons = choice ? [...input.querySelectorAll("input")] : [input];
  const heading = choice ? input.firstChild : h("label", { for: id }, label);
  const node = h(
    "div.field",
    !choice && [heading, hint && h("p.hint", { id: `${id}-hint` }, hint), help, messages],
    input,
    read,
  );
  if (choice) input.lastChild.before(...[help, messages].filter(Boolean));
  if (help) help.id = `${id}-help`;
  const drawMessages = drawing(messages);
  const drawRead = drawing(read);

  return {
    name,
    label: shortLabel,
    node,
    target: `#${buttons[0].id}`,
    get control() {
      return buttons.find((button) => button.checked) ?? buttons[0];
    },
    get value() {
      return choice ? (buttons.find((button) => button.checked)?.value ?? "") : input.value;
    },
    set value(value) {
      if (choice) for (const button of buttons) button.checked = button.value === value;
      else if (input.value !== value) input.value = value;
    },
    focus() {
      heading.scrollIntoView({ block: "center" });
      this.control.focus({ preventScroll: true });
    },
    show,
    showRead,
    follow,
  };

  /** What an answer is called can depend on another one. */
  function follow(claim) {
    if (!choice) return;
    options.forEach((option, i) => {
      const text = labelUnder(option, claim);
      const { nextSibling: name } = buttons[i];
      if (name.textContent !== text) name.textContent = text;
    });
  }

  /** `others(finding)` are the further fields that a finding names. */
  function show(findings, others) {
    const named = findings.map((finding) => others(finding).map((other) => other.name));
    drawMessages([findings, named], () =>
      findings.flatMap((finding, i) => message(finding, i, others)),
    );
    const wrong = findings.some(({ severity }) => severity === "blocks");
    node.classList.toggle("wrong", wrong);
    const ids = findings.flatMap((_, i) => [`${id}-error${i}`, `${id}-next${i}`]);
    if (hint) ids.push(`${id}-hint`);
    if (help) ids.push(help.id);
    set("aria-describedby", ids.join(" "));
    set("aria-invalid", wrong && "true");
  }

  function message({ severity, code, what, next, ...finding }, i, others) {
    const prefix =
      severity === "blocks" ? h("span.hide", words.error) : h("span", words.severities[severity]);
    prefix.append(": ");
    const links = others(finding).map((other) => [
      " ",
      jump(other, fill(words.goTo, { field: other.label })),
    ]);
    return [
      h(
        `p.message.${severity}`,
        { id: `${id}-error${i}`, "data-code": code },
        prefix,
        h("span.what", what),
      ),
      h("p.next", { id: `${id}-next${i}` }, next, links),
    ];
  }

  function showRead(value) {
    read.hidden = !value;
    drawRead(value || "", () => [words.read, " ", h("bdi", { dir: "ltr" }, value)]);
  }

  function set(attribute, value) {
    if ((input.getAttribute(attribute) ?? "") === (value || "")) return;
    if (value) input.setAttribute(attribute, value);
    else input.removeAttribute(attribute);
  }
}
