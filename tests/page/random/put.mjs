// What the random use types, pastes and drops: right, nearly right, wrong, and hostile.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { DOMAIN, sampleFile, TENANT } from "../page.mjs";
import { MAIL, OTHER, SALES } from "../person.mjs";

const LOCATION = "5357564";

/** Texts for the fields into which a person types. */
export const TEXTS_OF = {
  customerTenantId: [TENANT, TENANT.toUpperCase(), ` ${TENANT} `, OTHER, DOMAIN, "common", "asdf"],
  customerDomain: [
    DOMAIN,
    "fabrikam.com",
    TENANT,
    `anna@${DOMAIN}`,
    "outlook.com",
    "a..b",
    "münchen.de",
  ],
  product: ["Dynamics 365 Sales", "Dynamics 365", "Teams", "SPE_E5", "Azure", "Salesforce", "xyz"],
  subscriptionId: [SALES, OTHER, TENANT, `{${SALES}}`, "94e858b6d855"],
  partnerId: [LOCATION, "4391507", "535 7564", "12", TENANT, "MPN ID: 5357564"],
  ownTenantId: [OTHER, TENANT, DOMAIN],
  submittedOn: ["2026-11-20", "2023-10-09", "2023-10-10", "2021-05-03", "2019-01-01", "2031-01-01"],
};
export const ANYWHERE = ["", " ", "<img src=x onerror=alert(1)>", "=1+1", "\u202Eabc", "0", "n/a"];

/** Texts for the box. */
export const TEXTS = [
  MAIL,
  `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`,
  `Tenant ID: ${OTHER}\nDomain: fabrikam.com`,
  SALES,
  `${TENANT} ${OTHER}`,
  `Partner ID ${LOCATION}`,
  "See you on Monday\nat the station",
  "The domain doesn't match the customer tenant ID. Correct the domain.",
  `https://admin.microsoft.com/?tenantId=${TENANT}`,
  "<script>alert(1)</script>",
  `${MAIL}\nOffer CFQ7TTC0LH18:0001:CFQ7TTC0K971\nWe bought Dynamics 365 Sales through CSP.`,
  "customerTenantId,customerDomain,product\n,contoso.com,Teams",
];

/** Files that are dropped, as `{ name, text }`. */
export const FILES = await Promise.all(
  [
    "graph-subscriptions.json",
    "partner-profile.csv",
    "graph-organization.json",
    "openid-contoso.json",
    "partner-center-subscriptions.json",
    "cpor-usage-report.csv",
    "azure-usage-report.csv",
    "graph-subscribed-skus.json",
    "graph-contracts.json",
    "graph-error.json",
    "subscription-details.csv",
    "claims.csv",
  ].map(async (name) => ({
    name: basename(name),
    text: await readFile(sampleFile(name), "utf8"),
  })),
);
