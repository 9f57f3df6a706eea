// 200 made-up claims, and an export of their customers: dated from today, so that each keeps its meaning.

import type { Kit } from "../form/kit.js";
import type { About, Source, Texts } from "../form/store.js";
import type { Field } from "../generated/lists.js";

const LOCATION = "5357564";
const GLOBAL_ACCOUNT = "4391507";
const NAMES =
  "adatum bellows blueyonder cityworks cohowinery contoso fabrikam firstup fourthcoffee graphicdesign humongous litware lucerne margies northwind proseware relecloud southridge tailspin trey vanarsdel wideworld wingtip woodgrove alpine".split(
    " ",
  );
const PRODUCTS = [
  "DYN365_ENTERPRISE_SALES",
  "DYN365_FINANCE",
  "DYN365_BUSCENTRAL_ESSENTIAL",
  "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
];
const ACTIVITIES = ["presales", "usage"];
const CHANNELS = ["volume-licensing", "web-direct"];
const FIELDS: readonly Field[] = [
  "customerDomain",
  "customerTenantId",
  "product",
  "subscriptionId",
  "activity",
  "partnerId",
  "purchaseChannel",
  "solutionArea",
  "userRole",
  "competingPartner",
  "proofOfExecution",
];
/** Places of rows with something to mend. */
const SWAPPED = [16, 31, 47, 62, 78, 95, 111, 126, 142, 157];
const GLOBAL = [21, 54, 88, 120, 173];
const SHORT = [70, 139];
const FOREIGN = 104;
const OFFER = 185;
/** The export does not say how these customers bought. */
const UNTOLD = 3;

/** A row of the template. */
export const TEMPLATE: Texts = {
  userRole: "incentives-admin",
  customerTenantId: guid(1),
  customerDomain: "adatum.com",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "Dynamics 365 Finance",
  subscriptionId: guid(1002),
  partnerId: LOCATION,
  competingPartner: "no",
  proofOfExecution: "ready",
};

const COLUMNS = {
  Tenant: "tenant-id",
  Domain: "domain",
  Subscription: "subscription-id",
  Product: "sku-part-number",
  State: "status",
  Channel: "channel",
  Provisioning: "provisioning",
  Ends: "last-day",
} as const;
const ACCOUNTS = {
  MPNId: "partner-id",
  AccountType: "account-kind",
  Enrolled: "enrolled",
} as const;

/** Puts the sample in. */
export async function fillSample(kit: Kit): Promise<void> {
  for (const [source, about] of sampleSources(new Date())) await kit.store.put([source], about);
}

/** The claims, and what is known of their customers. */
export function sampleSources(today: Date): [Source, About][] {
  const accounts = [
    ["MPNId", "AccountType", "Enrolled"],
    [LOCATION, "Location", "Yes"],
    [GLOBAL_ACCOUNT, "Global", "Yes"],
  ];
  return [
    [csv(accounts), { name: "locations.csv", columns: ACCOUNTS }],
    [
      csv([Object.keys(COLUMNS), ...subscriptions(today)]),
      { name: "customers.csv", columns: COLUMNS },
    ],
    [csv([FIELDS, ...claims()]), { name: "claims.csv" }],
  ];
}

function subscriptions(today: Date): string[][] {
  const ends = new Date(Date.UTC(today.getFullYear(), today.getMonth() + 8, 28));
  return NAMES.flatMap((name, customer) =>
    PRODUCTS.map((product, at) => [
      ...[guid(customer + 1), `${name}.com`, guid(1000 * (customer + 1) + at + 1), product],
      ...["Active", channelOf(customer) ?? "", "Success", ends.toISOString().slice(0, 10)],
    ]),
  );
}

function claims(): string[][] {
  const each = NAMES.flatMap((name, customer) =>
    PRODUCTS.flatMap((product, at) =>
      ACTIVITIES.map(
        (activity): Texts => ({
          ...TEMPLATE,
          ...{ product, activity, purchaseChannel: channelOf(customer) ?? "" },
          ...{ customerDomain: `${name}.com`, customerTenantId: guid(customer + 1) },
          subscriptionId: guid(1000 * (customer + 1) + at + 1),
        }),
      ),
    ),
  );
  return each.map((claim, at) => {
    const faulty = { ...claim, ...faultOf(claim, at) };
    return FIELDS.map((field) => faulty[field] ?? "");
  });
}

/** What is wrong with a row. */
function faultOf({ customerTenantId = "", subscriptionId = "" }: Texts, at: number): Texts {
  if (SWAPPED.includes(at))
    return { customerTenantId: subscriptionId, subscriptionId: customerTenantId };
  if (GLOBAL.includes(at)) return { partnerId: GLOBAL_ACCOUNT };
  if (SHORT.includes(at)) return { customerTenantId: customerTenantId.slice(0, -1) };
  if (at === FOREIGN) return { customerDomain: "adatum.com" };
  return at === OFFER ? { subscriptionId: "CFQ7TTC0LH18:0001" } : {};
}

function channelOf(customer: number): string | undefined {
  return customer < NAMES.length - UNTOLD ? CHANNELS[customer % 2] : undefined;
}

/** Always the same one for a number. */
function guid(number: number): string {
  let state = number * 2654435761;
  const digits = Array.from({ length: 32 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0;
    return ((state >>> 12) & 15).toString(16);
  });
  digits[12] = "4";
  digits[16] = "89ab"[Number.parseInt(digits[16] as string, 16) & 3] as string;
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const csv = (lines: readonly (readonly string[])[]): string =>
  `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
