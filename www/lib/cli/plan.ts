// cpor-preflight plan: which claims could be filed for the customers in these exports, what is open
// about each, and why the rest cannot be claimed. Exits with 0 where a claim could be filed, 1 where none
// could, 2 where something could not be read.

import {
  type Activity,
  type Contribution,
  describe,
  type Plan,
  type PlanContext,
  planClaims,
} from "cpor-preflight";
import { fill } from "../fill.js";
import {
  COMMON,
  evidenceIn,
  jsonIn,
  parsed as parsedArguments,
  print,
  printJson,
  start,
  write,
} from "./command.js";
import { counted, sumsOf, wordsIn } from "./words.js";

const USAGE = `cpor-preflight plan export… [options]

Plans claims for all customers in exports of Microsoft Graph and Partner Center: each Business Applications
subscription and activity, and with --workload each tenant and workload of Microsoft 365.

  --context <file>       JSON with what is said for all claims; the options below go before it
  --activity <id>        presales, usage, or revenue-association (may be given again)
  --role <id>            your role, such as incentives-admin
  --partner-id <id>      your Partner ID (may be given again); by default those of the exports
  --channel <id>         how customers bought, where no export says it
  --own-tenant <id>      your own tenant
  --workload <name>      a workload of Microsoft 365 (may be given again)
  --tenant <id>          the tenant that exports come from which do not say it
  --ruleset <id>         the rule set, or "latest"; by default that of the day
  --locale <tag>         the language of messages
  --today <date>         the day to plan for, as 2026-11-22
  --csv <file>           writes the claims into a file that cpor-preflight checks
  --json                 prints the whole plan
  --help

Ends with 0 where a claim could be filed, 1 where none could, 2 where something could not be read.
Nothing leaves this computer.
`;
const EXIT = { planned: 0, nothing: 1 };
const SHOWN = 20;

/** What a partner did who claims an activity: the answers of the activity guide. */
const CONTRIBUTIONS: Record<Activity, Contribution> = {
  presales: "influenced-purchase",
  usage: "drives-usage",
  "revenue-association": "business-influencer",
};

export async function plan(args: string[]): Promise<number> {
  const read = parsed(args);
  if (!read) return EXIT.planned;
  const { values, positionals: files } = read;
  if (files.length === 0) throw new Error(`expected an export\n\n${USAGE}`);
  await start(values.ruleset);
  const context = contextOf(values);
  const evidence = await evidenceIn(files, values);
  const { ruleset, locale, today } = values;
  const planned = planClaims(evidence, context, { ruleset, locale, today });
  if (values.csv)
    write(values.csv, planned.csv, [...files, ...(values.context ? [values.context] : [])]);
  if (values.json) printJson(planned);
  else print(table(planned, locale));
  process.stderr.write(`${fill(wordsIn(locale).rules, { rules: planned.ruleset })}\n`);
  if (planned.partnerId.id === null) process.stderr.write(`${planned.partnerId.text}\n`);
  return planned.claims.length > 0 ? EXIT.planned : EXIT.nothing;
}

const { evidence: _, ...OWN } = COMMON;
const OPTIONS = {
  ...OWN,
  context: { type: "string" },
  activity: { type: "string", multiple: true, default: [] as string[] },
  role: { type: "string" },
  "partner-id": { type: "string", multiple: true, default: [] as string[] },
  channel: { type: "string" },
  "own-tenant": { type: "string" },
  workload: { type: "string", multiple: true, default: [] as string[] },
  csv: { type: "string" },
} as const;
const parsed = (args: string[]) => parsedArguments(args, USAGE, OPTIONS);
type Values = NonNullable<ReturnType<typeof parsed>>["values"];

/** The file's, with what the other options say in its place. A word that is none is an error. */
function contextOf(values: Values): PlanContext {
  const { lists } = describe();
  const oneOf = (option: string, text: string, all: readonly string[]) => {
    if (!all.includes(slug(text))) throw new Error(`--${option} is one of ${all.join(", ")}`);
    return slug(text);
  };
  const context: Record<string, unknown> = values.context ? contextIn(values.context, lists) : {};
  const { activity, role, channel, workload, "partner-id": ids, "own-tenant": own } = values;
  if (activity.length > 0) {
    const all = Object.keys(CONTRIBUTIONS);
    context.contributions = activity.map(
      (id) => CONTRIBUTIONS[oneOf("activity", id, all) as Activity],
    );
  }
  if (role !== undefined) context.userRole = oneOf("role", role, lists.UserRole);
  if (channel !== undefined)
    context.purchaseChannel = oneOf("channel", channel, lists.PurchaseChannel);
  if (ids.length > 0) context.partnerIds = ids;
  if (own !== undefined) context.ownTenantId = own;
  if (workload.length > 0) context.workloads = workload;
  return context as PlanContext;
}

/** The members of a context, with the answers that those have which are choices. */
const MEMBERS: Record<keyof PlanContext, keyof Lists | ""> = {
  userRole: "UserRole",
  partnerIds: "",
  fastTrack: "",
  program: "",
  contributions: "Contribution",
  seeksPayment: "SeeksPayment",
  purchaseChannel: "PurchaseChannel",
  ownTenantId: "",
  workloads: "",
};
type Lists = ReturnType<typeof describe>["lists"];

/** A member or an answer that is none is an error: it would count as not given. */
function contextIn(file: string, lists: Lists): Record<string, unknown> {
  const context = jsonIn(file);
  if (typeof context !== "object" || context === null || Array.isArray(context))
    throw new Error(`${file} has no object`);
  for (const [name, value] of Object.entries(context)) {
    if (!Object.hasOwn(MEMBERS, name))
      throw new Error(`${file}: ${name} is none of ${Object.keys(MEMBERS).join(", ")}`);
    const list = MEMBERS[name as keyof PlanContext];
    const all: readonly string[] = list ? lists[list] : [];
    const odd = [value].flat().find((one) => list && !all.includes(slug(`${one}`)));
    if (odd !== undefined && odd !== null)
      throw new Error(`${file}: ${name} is ${all.join(", ")}, not “${odd}”`);
  }
  return { ...context };
}

const slug = (text: string): string => text.trim().toLowerCase().replace(/[ _]/g, "-");

function table({ claims, excluded }: Plan, locale: string): string {
  const described = describe({ locale });
  const labels = new Map(described.checks.map(({ id, label }) => [id, label]));
  const activities = new Map(
    described.fields
      .find(({ name }) => name === "activity")
      ?.options.map(({ value, shortLabel }) => [value, shortLabel]),
  );
  const words = wordsIn(locale);
  const count = (verdict: string) => claims.filter((one) => one.verdict === verdict).length;
  const sums = { fix: count("fix"), confirm: count("confirm"), ready: count("ready") };
  const claimed = claims.slice(0, SHOWN).map(({ claim, verdict, open }) => {
    const what = [claim.product, activities.get(`${claim.activity}`), claim.subscriptionId]
      .filter(Boolean)
      .join(", ");
    const checks = open.map((id) => labels.get(id)).join(", ");
    const points = checks && ` (${fill(words.open, { checks })})`;
    return `  ${claim.customerTenantId}  ${what}: ${words.verdict[verdict]}${points}`;
  });
  const reasons = new Map<string, [count: number, text: string]>();
  for (const { code, text } of excluded) {
    const [times = 0] = reasons.get(code) ?? [];
    reasons.set(code, [times + 1, text]);
  }
  const sorted = [...reasons].sort(([, [a]], [, [b]]) => b - a);
  const lines = [
    sumsOf(locale, sums),
    ...claimed,
    ...(claims.length > SHOWN ? [`  ${fill(words.more, { options: "--json, --csv" })}`] : []),
    ...(excluded.length > 0 ? [counted(locale, words.excluded, excluded.length)] : []),
    ...sorted.map(([code, [times, text]]) => `${String(times).padStart(9)}  ${code}: ${text}`),
  ];
  return `${lines.join("\n")}\n`;
}
