// Files of claims that tests of the page put in.

import { expect, open } from "./page.mjs";

export const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
export const CLAIM = {
  ...{ customerTenantId: TENANT, customerDomain: "contoso.com", solutionArea: "microsoft-365" },
  ...{ product: "Teams", activity: "usage", partnerId: "5357564", userRole: "incentives-admin" },
  ...{ competingPartner: "no", proofOfExecution: "ready", submittedOn: "" },
};
const line = (cells) => cells.map((cell) => `"${cell}"`).join(";");
export const fileOf = (name, ...changes) => ({
  ...{ name, mimeType: "text/csv" },
  buffer: Buffer.from(
    [Object.keys(CLAIM), ...changes.map((change) => Object.values({ ...CLAIM, ...change }))]
      .map((cells) => `${line(cells)}\r\n`)
      .join(""),
  ),
});

/** Opens many claims with files, and waits until all rows are judged. */
export async function openFile(page, ...files) {
  await open(page, "#many");
  await page.getByLabel("Choose files").setInputFiles(files);
  await expect(page.locator("#many-title")).toHaveText(/^(Fix|Settle|File) /);
  await expect(page.locator("[role=grid]")).not.toHaveAttribute("aria-busy", "true");
}

/** Claims of all kinds, from row 2 on. */
export const CLAIMS = fileOf(
  "claims.csv",
  { customerTenantId: "contoso.com", customerDomain: TENANT },
  { solutionArea: "" },
  { solutionArea: "", product: "Dynamics 365 Sales" },
  { partnerId: "x" },
  {},
  {},
  { activity: "" },
  { activity: "", product: "Yammer" },
  { activity: "presales", product: "Intune" },
  { userRole: "", product: "Exchange Online" },
  { competingPartner: "yes", product: "SharePoint Online" },
  { customerDomain: "", product: "Power BI" },
  { product: "Dynamics 365 Finance", activity: "presales", userRole: "Chef" },
);
