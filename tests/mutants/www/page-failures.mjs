// A reporter of Playwright's runner that says which tests fail.
import { basename } from "node:path";

export default class PageFailures {
  onTestEnd(test, { status }) {
    if (status === test.expectedStatus) return;
    console.error(`failed: ${basename(test.location.file)}:${test.location.line}`);
  }
}
