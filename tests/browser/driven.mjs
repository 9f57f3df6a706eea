// Somebody in front of the page, by a browser's own driver: what person.mjs is for Playwright. The
// functions that are run in the page use nothing from outside.
import { sampleFile, subscription, TENANT, TEXTS } from "./person.mjs";

const TAB = "\uE004";

/** `browser` is of webdriver.mjs. Everything is found by what it says, as a person finds it. */
export function driven(browser, locale = "en") {
  const texts = TEXTS[locale];
  const words = texts.page;
  return {
    words,
    texts,
    answer,
    async answerAll(claim) {
      for (const [name, value] of Object.entries(claim)) await answer(name, value);
    },
    ready: () => browser.until(() => document.documentElement.dataset.state === "ready"),
    press: (text) => browser.press(saying, "button", text),
    choose: async (label, text) => {
      const select = await browser.until(labelled, label);
      await browser.run(chooseOption, select, text);
    },
    open,
    /** Within a part of the page: the radio button of a question. */
    pick: (whole, text) => browser.press(saying, "label", text, whole),
    async chooseFile(path) {
      await browser.keys(await browser.until(labelled, words.evidence.choose), path);
    },
    async paste(text) {
      const field = await browser.until(labelled, words.evidence.paste);
      await browser.run((it, pasted) => (it.value = pasted), field, text);
      await browser.press(saying, "button", words.evidence.add);
    },
    drop: (place, name, text) => browser.run(dropFile, place, name, text),
    follow: (text) => browser.press(saying, "a", text),
    shows: (text) => browser.until(isShown, text),
    verdict: () => browser.run(() => document.querySelector("#result h2").innerText),
    findings: () =>
      browser.run(() => [...document.querySelectorAll("#result h3")].map((it) => it.textContent)),
    useSubscription: async (number) => {
      const label = words.evidence.useThis.replace("{id}", subscription(number).slice(-4));
      await browser.press(named, label);
    },
    sampleFile,
    sayTenant: async (tenant = TENANT) => {
      const select = await browser.until(labelled, words.evidence.whichTenant);
      await browser.run(chooseOption, select, `${words.evidence.tenants.claim} (${tenant})`);
    },
    async addPartnerId(id) {
      const { title, id: label, kind, kinds, enrolled, enrolments } = words.partnerGuide;
      const whole = await open(title);
      await browser.keys(await browser.until(labelled, label, whole), id + TAB);
      await browser.run(chooseOption, await browser.until(labelled, kind), kinds.location);
      await browser.run(chooseOption, await browser.until(labelled, enrolled), enrolments.yes);
    },
  };

  /** Opens a disclosure; the answer is the whole of it. */
  async function open(title) {
    const head = await browser.until(saying, "summary", title);
    await browser.click(head);
    return browser.until((it) => it.parentNode.open && it.parentNode, head);
  }

  async function answer(name, value) {
    const { label } = texts.fields[name];
    const option = texts.options[name]?.[value];
    const field = await browser.until(option ? asked : labelled, label);
    if (option) await browser.press(saying, "label", option, field);
    else await browser.keys(field, value + TAB);
  }
}

/* In the page */

function saying(selector, text, within) {
  const nodes = [...(within ?? document).querySelectorAll(selector)];
  return nodes.find((node) => node.textContent.trim() === text);
}

function asked(legend) {
  const legends = [...document.querySelectorAll("legend")];
  return legends.find((node) => node.textContent.trim() === legend)?.parentNode;
}

function labelled(text, within) {
  const labels = [...(within ?? document).querySelectorAll("label")];
  const label = labels.find((node) => node.firstChild?.textContent.trim() === text);
  return label?.control;
}

function named(label) {
  const nodes = [...document.querySelectorAll("[aria-label]")];
  return nodes.find((node) => node.ariaLabel === label);
}

function isShown(text) {
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (all.nextNode()) {
    const { parentElement: node } = all.currentNode;
    if (!node.closest("script, style") && node.innerText?.trim() === text) return true;
  }
  return false;
}

function chooseOption(select, text) {
  const option = [...select.options].find((one) => one.textContent.trim() === text);
  select.value = option.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function dropFile(place, name, text) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const all = [...document.querySelectorAll("main *")];
  const target = all.findLast((node) => node.textContent.trim() === place);
  for (const type of ["dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }
}
