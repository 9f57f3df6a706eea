// What the guides and the diagnosis answer. They come with the core.

import * as advice from "./advice.js";
import type { Behind } from "./around.js";
import type * as core from "./core-answers.js";
import { optionOf, toJson } from "./plain.js";
import type { ActivityAdvice, Diagnosis, PartnerIdAdvice } from "./types.js";

export class Guides {
  #behind: Behind;

  constructor(behind: Behind) {
    this.#behind = behind;
  }

  diagnoseSubscription(claim: unknown, evidence: unknown, options: unknown): Diagnosis {
    const { module, held, hold, languages, today, wordsFor } = this.#behind;
    const words = wordsFor(options);
    const locale = languages().worded(optionOf(options, "customerLocale"), words.tag);
    const input = toJson([claim, options]);
    const number = hold(held().read(evidence));
    const answer: core.Diagnosis = JSON.parse(
      module.call("diagnoseSubscription", input, today(), number),
    );
    const under = (tag: string) => wordsFor({ locale: tag, ruleset: answer.ruleset });
    return advice.diagnosis(answer, under(words.tag), under(locale));
  }

  adviseActivity(answers: unknown, options: unknown): ActivityAdvice {
    const { module, rulesetOf, today, wordsFor } = this.#behind;
    const answer = module.call("adviseActivity", toJson([answers, options]), today());
    const { id: ruleset } = rulesetOf(options);
    const locale = optionOf(options, "locale");
    return advice.activity(JSON.parse(answer), wordsFor({ locale, ruleset }));
  }

  advisePartnerId(candidates: unknown, context: unknown, options: unknown): PartnerIdAdvice {
    const { module, today, wordsFor } = this.#behind;
    const answer = module.call("advisePartnerId", toJson([candidates, context]), today());
    return advice.partnerId(JSON.parse(answer), wordsFor(options));
  }
}
