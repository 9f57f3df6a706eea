// How much memory one contender takes for one file, in a process of its own. Runs in Node.
import { readFile } from "node:fs/promises";
import { contenders } from "./bulk/contenders.mjs";

/** Answers with bytes: the most that the process had, and what it had before it began. */
export default async function task({ library, skus, file, name, piece }) {
  const core = await import(library);
  await core.init();
  const bytes = new Uint8Array(await readFile(file));
  const all = contenders(core, await readFile(skus, "utf8"));
  const before = process.memoryUsage().rss;
  const { rows } = all.find((one) => one.name === name).run(bytes, { piece });
  return { rows, before, peak: process.resourceUsage().maxRSS * 1024 };
}
