// What stands around each view: name, language and colors above, rules and version below.

import { say } from "../form/dom.js";
import { footView, headView, type Theme } from "../form/frame.js";
import type { Words } from "../form/kit.js";
import type { Locale } from "../generated/lists.js";
import { LANGUAGE_NAMES, RULESET_MONTHS } from "../generated/names.js";
import { rulesetNamed, rulesetOn } from "../lib/registry.js";
import { address, pageAddress, themeAfter, themeAsked } from "./address.js";
import { carried } from "./carried.js";
import type { Whence } from "./version.js";

declare const VERSION: string;

/** How things are when it is drawn. */
interface Now {
  words: Words;
  locale: Locale;
  /** The rule set that was chosen. */
  ruleset: string | undefined;
  /** Is it the first screen? */
  isHome: boolean;
  /** Is anything kept in this browser? */
  hasKept: boolean;
}

interface Options {
  now: () => Now;
  speak: (locale: Locale) => void;
  judgeBy: (ruleset: string) => void;
}

export class Surroundings {
  #options: Options;
  #theme = themeAsked();
  #version: { version: string; whence: Whence } = { version: VERSION, whence: "plain" };

  constructor(options: Options) {
    this.#options = options;
    this.#look(this.#theme);
  }

  /** As the address says it. */
  get theme(): Theme | undefined {
    return this.#theme === "system" ? undefined : this.#theme;
  }

  tellVersion(version: string, whence: Whence): void {
    this.#version = { version, whence };
    this.draw();
  }

  /** What the person is in the middle of stays. */
  draw(): void {
    const restore = carried();
    this.#drawHead();
    this.#drawFoot();
    this.#drawSkip();
    restore();
  }

  #look(theme: Theme): void {
    this.#theme = theme;
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    if (themeAsked() !== theme) address({ theme: this.theme });
  }

  #drawHead(): void {
    const { now, speak } = this.#options;
    const { words, locale, isHome } = now();
    const head = headView({
      ...{ words, locale, theme: this.#theme, languages: LANGUAGE_NAMES },
      home: isHome ? undefined : "#",
      speak: (tag) => {
        address({ lang: tag });
        speak(tag as Locale);
      },
      look: () => {
        this.#look(themeAfter(this.#theme));
        this.draw();
      },
    });
    document.querySelector(".head")?.replaceWith(head);
  }

  #drawFoot(): void {
    const { now, judgeBy } = this.#options;
    const { words, locale, ruleset, hasKept } = now();
    const used = rulesetNamed(ruleset ?? rulesetOn().id);
    const foot = footView({
      ...{ words, ...this.#version, rules: RULESET_MONTHS[locale], judgeBy, hasKept },
      ...{ portals: pageAddress("embed.html"), ruleset: used.id, source: used.page.url },
    });
    document.querySelector(".foot")?.replaceWith(foot);
  }

  #drawSkip(): void {
    const skip = document.querySelector<HTMLElement>(".skip");
    if (!skip) return;
    say(skip, this.#options.now().words.skip);
    // Its address would be one of another view.
    skip.onclick = (event) => {
      event.preventDefault();
      document.getElementById("main")?.focus();
    };
  }
}
