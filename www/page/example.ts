// The example: a made-up claim that nothing speaks against, with what shows it.

import type { About, Source, Texts } from "../form/store.js";
import { example } from "./examples.js";

export async function exampleClaim(): Promise<[Texts, [Source, About][]]> {
  const { claim, sources } = await example("good");
  return [claim, sources as [Source, About][]];
}
