/**
 * Announces messages in a live region: together, with the verdict if it is a new one, and late enough
 * not to talk into the typing.
 */
export function speaker(region) {
  let verdict = "";
  let spoken = "";
  let messages = [];
  let speaking;
  return {
    say,
    /** Drops what was about to be announced: the language is another one. */
    hush() {
      messages = [];
      region.textContent = "";
    },
    /** Takes every verdict, announces a new one. */
    verdict(text) {
      verdict = text;
      if (verdict !== spoken) say();
    },
    /** Announces the verdict again: somebody asked for it. */
    repeat() {
      spoken = "";
      say();
    },
  };

  function say(...texts) {
    messages = messages.filter((text) => !texts.includes(text)).concat(texts);
    region.textContent = "";
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      if (verdict !== spoken) messages.push(verdict);
      spoken = verdict;
      // Where there is too much to say, the latest is what matters.
      while (messages.length > 1 && messages.join(" ").length > 150) messages.shift();
      region.textContent = messages.join(" ");
      messages = [];
    }, 600);
  }
}
