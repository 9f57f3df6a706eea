// Somebody in front of the page, by a browser’s own driver. Everything is found by what it says, as a person finds it.
// The functions that are run in the page use nothing from outside.

/** `browser` is of webdriver.mjs. */
export function driven(browser) {
  return {
    ready: () => browser.until(() => document.documentElement.dataset.state === "ready"),
    /** Types into a control. */
    async type(label, text) {
      await browser.keys(await browser.until(labelled, label), text);
    },
    press: (text) => browser.press(saying, "button, summary, label", text),
    follow: (text) => browser.press(saying, "a", text),
    async choose(label, text) {
      await browser.run(chooseOption, await browser.until(labelled, label), text);
    },
    async chooseFile(label, path) {
      await browser.keys(await browser.until(labelled, label), path);
    },
    drop: (name, text) => browser.run(dropFile, name, text),
    heading: (text) => browser.until(saying, "h1, h2, h3", text),
    shows: (text) => browser.until((said) => document.body.innerText.includes(said), text),
  };
}

/* In the page */

function saying(selector, text) {
  const says = (node) => (node.getAttribute("aria-label") ?? node.innerText ?? "").trim();
  const isIt = (node) => says(node) === text || node.querySelector("strong")?.innerText === text;
  return [...document.querySelectorAll(selector)].find(
    (node) => node.getClientRects().length > 0 && isIt(node),
  );
}

function labelled(text) {
  const named = [...document.querySelectorAll("[aria-label]")];
  const labels = [...document.querySelectorAll("label")];
  return (
    named.find((node) => node.getAttribute("aria-label") === text) ??
    labels.find((node) => node.textContent.trim() === text)?.control
  );
}

function chooseOption(select, text) {
  const option = [...select.options].find((one) => one.textContent.trim() === text);
  select.value = option.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function dropFile(name, text) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  for (const type of ["dragover", "drop"])
    document
      .querySelector("#main")
      .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}
