// Writes the types of the core's records anew: www/lib/core-*.ts. A test of the core compares them.
import { run } from "./tools.mjs";

await run("cargo", ["test", "--quiet", "--lib", "types::"], { UPDATE: "1" });
