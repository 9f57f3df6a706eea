// A reporter of Node's test runner that ends the process with the first test that fails.
export default async function* firstFailure(events) {
  for await (const { type, data } of events) {
    if (type === "test:fail" && data.todo === undefined && data.skip === undefined) {
      console.error(`failed: ${data.name}\n${data.details?.error?.cause ?? data.details?.error}`);
      process.exit(1);
    }
  }
  yield "";
}
