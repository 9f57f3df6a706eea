// A reporter of Playwright's runner that says which tests fail, also when they run again.
import { basename } from "node:path";

export default class PageFailures {
  onTestEnd(test, { status, retry }) {
    if (status === test.expectedStatus || retry < test.retries) return;
    console.error(`failed: ${basename(test.location.file)}:${test.location.line}`);
  }
}
