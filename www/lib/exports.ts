// What the library reads in exports and texts. It comes with the core.

import type { ProblemCode } from "../generated/lists.js";
import type { Behind } from "./around.js";
import type * as core from "./core-answers.js";
import type { Evidence, FoundField } from "./core-types.js";
import { bytesOf, optionOf, plain, toJson } from "./plain.js";
import type { Export, Problem } from "./types.js";
import { heard } from "./warn.js";

/** In place of what is neither text nor bytes, of which `NOT_TEXT` is said. */
export const NO_BYTES = new Uint8Array();
export const NOT_TEXT = { code: "not-text" as ProblemCode & "not-text" };

export class Exports {
  #behind: Behind;

  constructor(behind: Behind) {
    this.#behind = behind;
  }

  read(textOrBytes: unknown, options?: unknown): Export {
    const worded = this.wordsOfProblems(options);
    const bytes = bytesOf(textOrBytes);
    const progress = optionOf(options, "onProgress") as (done: number, total: number) => void;
    const hear = typeof progress === "function" ? heard("onProgress", progress) : undefined;
    const isPasted = typeof textOrBytes === "string";
    const input = [bytes ?? NO_BYTES, toJson(options), isPasted, hear] as const;
    const answer: core.Export = JSON.parse(this.#behind.module.call("readEvidence", ...input));
    const problems: core.Problem[] = bytes ? answer.problems : [NOT_TEXT];
    return { ...answer, problems: problems.map(worded) };
  }

  merge(a: unknown, b: unknown): Evidence {
    const { held, module, today } = this.#behind;
    const [one, other] = [a, b].map((part) => held().textOf(part));
    return JSON.parse(module.call("mergeEvidence", `[${one},${other}]`, today()));
  }

  findFields(text: unknown, options?: unknown): FoundField[] {
    const { held, hold, module } = this.#behind;
    const read = plain(text);
    const isText = typeof read === "string" || typeof read === "number";
    const number = hold(held().read(optionOf(options, "evidence")));
    return JSON.parse(module.call("findFields", isText ? String(read) : "", number));
  }

  /** Puts problems of exports into words, where there are any. */
  wordsOfProblems(options: unknown): (problem: core.Problem) => Problem {
    const words = this.#behind.languages().wordsFor(options);
    return (problem) => words?.evidenceProblem(problem) ?? (problem as Problem);
  }
}
