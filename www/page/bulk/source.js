import { button, h, uid } from "../dom.js";
import { quoted, separatorIn } from "./cells.js";

/** An example that nothing blocks once the evidence is there. */
const EXAMPLE = {
  userRole: "incentives-admin",
  customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  customerDomain: "contoso.com",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "Dynamics 365 Finance",
  subscriptionId: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02",
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};

/**
 * Where a file comes in: chosen, dropped or pasted. `take(file, name)` gets it, `save(name, parts)`
 * hands over the template; `problems` are the library's words for what is the matter with a file. The answer: `node`, and `update(work)`.
 */
export function mountSource({ words, problems, fields, locale, take, save }) {
  const chooser = h("input", {
    ...{ id: uid(), type: "file", accept: ".csv,.tsv,.txt,.xlsx,.xlsm,.zip,.gz,text/csv" },
    change() {
      takeFile(chooser.files[0]);
      chooser.value = "";
    },
  });
  const text = h("textarea", {
    ...{ id: uid(), rows: 2, spellcheck: "false", dir: "ltr" },
    input: ({ inputType }) => inputType === "insertFromPaste" && takeText(),
  });
  const state = h("p.state", { role: "status" });
  const template = h(
    "p.tools",
    button(words.template, saveTemplate),
    h("span.hint", words.templateHint),
  );
  const node = h(
    "section.card.file",
    { dragover: drag, dragleave: drag, drop: drag },
    h("h2", words.title),
    h("p.hint", words.hint),
    h(
      "div.drop",
      h(
        "p",
        chooser,
        h("label.button", { for: chooser.id }, words.choose),
        h("span", words.orDrop),
      ),
      h("label", { for: text.id }, words.paste),
      text,
      button(words.use, takeText),
    ),
    state,
    template,
  );
  return { node, update, status: () => state.textContent };

  function update({ phase, problem, name }) {
    const told = problems[problem] ?? words.states[phase];
    const text = phase === "reading" ? words.reading : told;
    state.className = words.states[phase] ? "state problem" : "state";
    state.replaceChildren(
      ...(name && phase !== "none" ? [h("strong", h("bdi", name)), " "] : []),
      text ?? "",
    );
  }

  function drag(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    node.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") takeFile(event.dataTransfer.files[0]);
  }

  function takeFile(file) {
    if (file) take(file, file.name);
  }

  function takeText() {
    if (text.value.trim()) take(new Blob([text.value]), words.pasted);
    text.value = "";
  }

  /** As a spreadsheet of the language opens it. */
  function saveTemplate() {
    const delimiter = separatorIn(locale);
    const rows = [
      fields.map(({ shortLabel }) => shortLabel),
      fields.map(({ name }) => EXAMPLE[name] ?? ""),
    ];
    const lines = rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter));
    save(words.templateName, [`\ufeff${lines.join("\r\n")}\r\n`]);
  }
}
