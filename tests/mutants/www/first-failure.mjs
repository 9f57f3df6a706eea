// A reporter of Node's test runner that ends the process with the first test that fails; while it is measured what tests
// reach, all of them run.
const { MUTANTS_REACHED: isMeasuring } = process.env;

export default async function* firstFailure(events) {
  for await (const { type, data } of events) {
    if (type !== "test:fail" || data.todo !== undefined || data.skip !== undefined) continue;
    console.error(`failed: ${data.name}`);
    if (!isMeasuring) process.exit(1);
  }
  yield "";
}
