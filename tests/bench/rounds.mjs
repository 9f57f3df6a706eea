// Rounds in which contenders take turns. Runs in Node and in browsers.

/**
 * Milliseconds that this process has worked, where that can be known: what others do on the machine is
 * not in it. Pages have the time on the wall only.
 */
export const clock = globalThis.process?.cpuUsage
  ? () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    }
  : () => performance.now();

/**
 * Races contenders against each other, and the first one against itself: a run in which these two
 * differ by 3 % or more is void.
 *
 * - `contenders`: `{ name, call(n) }`; a call answers with a number that depends on its work, so
 *   that no engine can leave the work out
 * - `rounds`, `ms`: how many rounds there are, and how long a turn takes at least
 * - `batch`: calls between two looks at the clock; p99 is of batches
 *
 * Times are in µs per call, on the `clock`. A turn's time is the lower quartile of its batches: what
 * disturbs a batch from outside makes it slower, never faster.
 */
export async function race(contenders, { rounds = 30, ms = 300, batch = 100, warm = 20_000 } = {}) {
  const [first] = contenders;
  const runners = [...contenders, { ...first, name: AGAIN }].map((contender) => ({
    ...contender,
    turns: [],
    batches: [],
  }));
  let checksum = 0;
  const timed = ({ call }) => {
    const start = clock();
    for (let n = 0; n < batch; n += 1) checksum += call(n);
    return ((clock() - start) * 1000) / batch;
  };
  const warmUntil = clock() + 100 * ms;
  for (let done = 0; done < warm && clock() < warmUntil; done += batch) {
    for (const runner of runners) timed(runner);
  }
  const apart = () => {
    const [one, other] = [runners[0], runners.at(-1)].map(({ turns }) => quantile(turns, 0.5));
    return Math.abs(other / one - 1);
  };
  // What differs from itself was disturbed; more rounds tell, as long as there are not many more.
  for (let round = 0; round < rounds || (apart() >= VOID && round < 3 * rounds); round += 1) {
    for (const runner of shuffled(runners)) {
      const times = [];
      const end = clock() + ms;
      while (clock() < end) times.push(timed(runner));
      runner.turns.push(quantile(times, 0.25));
      runner.batches.push(...times);
      // A browser that gets no pause takes the page for dead.
      await new Promise((next) => setTimeout(next));
    }
  }
  const results = runners.map(({ name, turns, batches }) => ({
    name,
    median: quantile(turns, 0.5),
    iqr: [quantile(turns, 0.25), quantile(turns, 0.75)],
    p99: quantile(batches, 0.99),
  }));
  results.pop();
  return { results, sameAgain: apart(), checksum };
}

/** Differences of as much as this, of a contender from itself, make a run void. */
export const VOID = 0.03;

export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** Fisher and Yates. */
export function shuffled(items) {
  const mixed = [...items];
  for (let end = mixed.length - 1; end > 0; end -= 1) {
    const other = Math.floor(Math.random() * (end + 1));
    [mixed[end], mixed[other]] = [mixed[other], mixed[end]];
  }
  return mixed;
}

/** Numbers that look random and are the same in every run (xorshift, 32 bits). */
export function numbers(seed) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return { below: (limit) => next() % limit, pick: (list) => list[next() % list.length] };
}

const AGAIN = "the first once more";
