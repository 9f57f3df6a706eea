// Changes workbooks and packed files until the time is up: FUZZ_SECONDS=60 FUZZ_SEED=1.
import { init, readAnything } from "cpor-preflight";
import { changeContainers } from "../support/containers.mjs";

const seconds = Number(process.env.FUZZ_SECONDS ?? 60);
const seed = Number(process.env.FUZZ_SEED ?? 20261122);

await init();
const until = Date.now() + seconds * 1000;
const rounds = await changeContainers({ readAnything, seed, rounds: Infinity, until });
console.log(`fuzz containers: ${rounds} files in ${seconds} s, seed ${seed}`);
