// The tables of what people feel, and the rows for the README.
import { quantile, VOID } from "../rounds.mjs";

/** Whatever else works on the machine makes a start slower, never faster. */
const LOWER = 0.25;
const PAGE = "the page";
const ELEMENT = "the element";
const PLAIN = "plain HTML + valibot";
const REACT = "React + react-hook-form + zod";

/** Who does not show the message that everybody has to show first. */
export const problemsOf = (said) =>
  said
    .filter(({ isShown }) => !isShown)
    .map(({ name, field, message }) => `${name} does not say of ${field}: ${message}`);

export function report({ names, starts, edited, pressed, samples }) {
  const of = (list, wanted, figure) => {
    const some = list.filter((one) =>
      Object.entries(wanted).every(([key, value]) => one[key] === value),
    );
    const values = some.map((one) => one[figure]).filter((value) => value !== undefined);
    return values.length > 0 ? quantile(values, LOWER) : undefined;
  };
  const started = (name, network, slowdown, figure) =>
    of(starts, { name, network, slowdown }, figure);
  const key = (name, slowdown) => of(pressed, { name, slowdown }, "ms");
  const edit = (name) => of(edited, { name }, "ms");
  const networks = [...new Set(starts.map(({ network }) => network))];
  const slowdowns = [...new Set(starts.map(({ slowdown }) => slowdown))];
  const again = names.at(-1);
  const kinds = networks.flatMap((network) => slowdowns.map((slowdown) => ({ network, slowdown })));
  const ms = (value) => value?.toFixed(0) ?? "–";

  const slowest = slowdowns.at(-1);
  const moved = (name, figure) => started(name, "Slow 4G", slowest, figure);
  const series = (name) =>
    Math.min(
      ...starts
        .filter((one) => one.name === name && one.network !== "no limit")
        .map((one) => one.series),
    );
  const details = [
    `${samples} starts each, in turns; lower quartiles; from an empty cache, over HTTP/2 with Brotli`,
    "",
    "| | KB, Brotli | requests | in series after the HTML | MB in the heap | CPU an edit, ms | key to paint, ms | the same, CPU ÷ 4 |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...names.map((name) => {
      const bytes = moved(name, "bytes") / 1000;
      const heap = of(starts, { name }, "heap");
      const cells = [
        ...[bytes.toFixed(1), ms(moved(name, "requests")), series(name)],
        ...[
          heap ? (heap / 1e6).toFixed(1) : "–",
          edit(name).toFixed(2),
          key(name, 1).toFixed(1),
          key(name, 4).toFixed(1),
        ],
      ];
      return `| ${name} | ${cells.join(" | ")} |`;
    }),
    "",
    "| network, CPU ÷ | | first paint, ms | usable, ms | median | LCP, ms | blocked over 50 ms, ms |",
    "|---|---|---:|---:|---:|---:|---:|",
    ...kinds.flatMap(({ network, slowdown }) =>
      names.map((name) => {
        const figure = (which) => ms(started(name, network, slowdown, which));
        const some = starts.filter(
          (one) => one.name === name && one.network === network && one.slowdown === slowdown,
        );
        const usable = some.map((one) => one.usable);
        const median = ms(quantile(usable, 0.5));
        const cells = [
          figure("paint"),
          figure("usable"),
          median,
          figure("lcp"),
          figure("blocking"),
        ];
        return `| ${network}, ${slowdown} | ${name} | ${cells.join(" | ")} |`;
      }),
    ),
  ].join("\n");

  const apart = (figure) => Math.abs(figure(again) / figure(PAGE) - 1);
  const kept = (figure) => (apart(figure) < VOID ? figure : () => undefined);
  const measured = {
    ...Object.fromEntries(
      kinds.flatMap(({ network, slowdown }) =>
        Object.entries({ usable: "usable", "largest paint": "lcp" }).map(([what, figure]) => [
          `${what}, ${network}, CPU ÷ ${slowdown}`,
          (name) => started(name, network, slowdown, figure),
        ]),
      ),
    ),
    "key to paint": (name) => key(name, 1),
    "key to paint, CPU ÷ 4": (name) => key(name, 4),
    "CPU an edit": edit,
  };
  const voids = Object.entries(measured)
    .filter(([, figure]) => !(apart(figure) < VOID))
    .map(([what, figure]) => `${what}: ${(apart(figure) * 100).toFixed(1)} % apart from itself`);
  const valid = Object.fromEntries(
    Object.entries(measured).map(([what, figure]) => [what, kept(figure)]),
  );
  return { details, rows: rows({ valid, moved, series }), voids, isPublished: true };
}

/** Nothing of a measurement in which the page differs from itself. */
function rows({ valid, moved, series }) {
  const times = (figure, who, against) => {
    const [ours, theirs] = [figure(who), figure(against)];
    return ours === undefined ? undefined : theirs / ours;
  };
  const usable = (who, against, network, goal) => {
    const what = `usable, ${network}, CPU ÷ 4`;
    const chromium = times(valid[what], who, against);
    return { what: `${who}: ${what}`, ...{ against, goal, chromium } };
  };
  const lcp = (network) => {
    const what = `largest paint, ${network}, CPU ÷ 4`;
    const chromium = times(valid[what], PAGE, REACT);
    return { what: `${PAGE}: ${what}`, ...{ against: REACT, goal: 1, chromium } };
  };
  const edited = (what) => ({
    what: `${PAGE}: ${what}`,
    ...{ against: REACT, goal: 0.83, chromium: times(valid[what], PAGE, REACT) },
  });
  const chain = (who, most) => ({
    what: `${who}: requests in series after the HTML`,
    ...{ against: String(most), goal: 1, chromium: most / series(who) },
  });
  const others = ["rjsf + ajv", "SurveyJS", "Vue + FormKit"];
  return [
    ...["Fast 4G", "Slow 4G"].flatMap((network) => [
      usable(PAGE, PLAIN, network, 1),
      usable(PAGE, REACT, network, 1.25),
      usable(ELEMENT, REACT, network, 1),
      ...others.map((other) => usable(PAGE, other, network)),
      lcp(network),
    ]),
    ...[chain(PAGE, 1), chain(ELEMENT, 2)],
    ...["key to paint", "key to paint, CPU ÷ 4", "CPU an edit"].map(edited),
    {
      what: `${PAGE}: KB until it is usable, Brotli`,
      ...{ against: REACT, goal: 1 },
      chromium: times((name) => moved(name, "bytes"), PAGE, REACT),
    },
  ];
}
