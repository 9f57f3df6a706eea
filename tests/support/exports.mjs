// Exports as large as one likes, the same ones every time.

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SKUS = [
  ["1e1a282c-9c54-43a2-9310-98ef728faace", "DYN365_ENTERPRISE_SALES"],
  ["55c9eb4e-c746-45b4-b255-9ab6b19d5c62", "DYN365_FINANCE"],
  ["06ebc4ee-1bb5-47dd-8120-11324bc54e06", "SPE_E5"],
];

/** An answer of Graph to GET /directory/subscriptions of at least so many bytes. */
export function largeGraphExport(bytes, seed = 1) {
  const random = numbers(seed);
  const rows = [];
  for (let size = 0; size < bytes; size += rows.at(-1).length + 1) {
    const [skuId, skuPartNumber] = SKUS[random(SKUS.length)];
    rows.push(
      JSON.stringify({
        id: guid(random),
        commerceSubscriptionId: guid(random),
        skuId,
        skuPartNumber,
        status: ["Enabled", "Warning", "Suspended"][random(3)],
        isTrial: false,
        totalLicenses: random(500),
        createdDateTime: "2025-11-03T00:00:00Z",
        nextLifecycleDateTime: "2027-11-03T00:00:00Z",
        ownerId: null,
        ownerTenantId: null,
        ownerType: null,
        serviceStatus: [
          {
            appliesTo: "User",
            provisioningStatus: "Success",
            servicePlanId: "2da8e897-7791-486b-b08f-cc63c8129df7",
            servicePlanName: skuPartNumber,
          },
        ],
      }),
    );
  }
  return `{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#directory/subscriptions","value":[${rows.join(",")}]}`;
}

/** A Dynamics 365 usage report of at least so many bytes: every subscription has a row a month. */
export function largeUsageReport(bytes, seed = 1) {
  const random = numbers(seed);
  const lines = [
    "PGAMpnID,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionStatus,Month,RevSumDivisionName,RevSumCategoryName,SKU,SKUId,FreeVsPaidSKU,SalesModel,DetailedSalesModel,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,IndustryName,VerticalName,EOU,MPNID,PartnerName,PartnerLocation,PartnerAttachType,AvailableSeats,AssignedSeats,ActiveSeats,DeploymentOpportunity,ActiveUsagePercent",
  ];
  for (let size = 0; size < bytes; ) {
    const [skuId, sku] = SKUS[random(2)];
    const subscription = guid(random);
    const tenant = random(10) ? guid(random) : TENANT;
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, "0")}-01`;
      const line = `4391507,${subscription},2025-11-03,2027-11-03,Active,${day},Dynamics,Sales,${sku},${skuId},Paid,Volume Licensing,Enterprise Agreement,"Customer ${random(9999)}, Inc.",${tenant},123456,Enterprise,Germany,Manufacturing,Machinery,,5357564,Northwind Consulting,Munich,CPOR,40,36,31,4,77.5`;
      lines.push(line);
      size += line.length + 1;
    }
  }
  return lines.join("\n");
}

/** Whole numbers below a limit; a linear congruential generator with the constants of Knuth's MMIX. */
function numbers(seed) {
  let state = BigInt(seed);
  return (limit) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(limit));
  };
}

function guid(random) {
  const hex = (digits) =>
    random(16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${hex(4)}${hex(4)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
}
