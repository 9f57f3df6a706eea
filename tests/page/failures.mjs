// What failed, once more at the end of a run, where it is looked for first, and what passed only when it ran again.

/** @implements {import("@playwright/test/reporter").Reporter} */
export default class Failures {
  #tests = new Set();

  onTestEnd(test) {
    this.#tests.add(test);
  }

  onEnd() {
    for (const test of this.#tests) {
      const how = test.outcome();
      if (how !== "unexpected" && how !== "flaky") continue;
      const place = `${test.location.file.split("/").at(-1)}:${test.location.line}`;
      console.log(
        `\n${how === "flaky" ? "passed only when it ran again" : "failed"}: ${place} ${test.title}`,
      );
      for (const { errors } of test.results)
        for (const { message, stack } of errors) console.log(stack ?? message);
    }
  }
}
