// Every code of the contract (spec part 1, the table): its check, the severity that both editions give
// it unless editions.mjs or the rule itself says otherwise, and the fields it concerns. The order is
// that of the spec's table.
const TABLE = `
role-missing                   role                      informs userRole
role-not-permitted             role                      blocks  userRole
tenant-id-missing              tenant-id                 blocks  customerTenantId
tenant-id-malformed            tenant-id                 blocks  customerTenantId
tenant-id-wrong-kind           tenant-id                 blocks  customerTenantId
tenant-id-reserved             tenant-id                 blocks  customerTenantId
tenant-id-is-own               tenant-id                 blocks  customerTenantId,ownTenantId
domain-missing                 domain                    blocks  customerDomain
domain-malformed               domain                    blocks  customerDomain
domain-wrong-kind              domain                    blocks  customerDomain
domain-is-mail-provider        domain                    warns   customerDomain
domain-unusual                 domain                    warns   customerDomain
tenant-domain-mismatch         tenant-domain             blocks  customerTenantId,customerDomain
tenant-not-found               tenant-domain             blocks  customerDomain
tenant-other-cloud             tenant-domain             warns   customerDomain,customerTenantId
tenant-domain-unverified       tenant-domain             informs customerTenantId,customerDomain
solution-area-missing          solution-area             blocks  solutionArea
activity-missing               activity                  blocks  activity
activity-not-in-area           activity                  blocks  activity,solutionArea
revenue-association-no-payment activity                  informs activity
activity-no-payment            activity                  informs activity
product-missing                product                   blocks  product
product-not-in-area            product                   blocks  product,solutionArea
product-unrecognized           product                   informs product
product-power-platform         product                   warns   product,activity
product-suite                  product                   informs product
channel-not-eligible           purchase-channel          blocks  purchaseChannel,solutionArea
channel-unconfirmed            purchase-channel          warns   purchaseChannel
subscription-id-missing        subscription-id           warns   subscriptionId
subscription-id-malformed      subscription-id           blocks  subscriptionId
subscription-id-wrong-kind     subscription-id           blocks  subscriptionId
subscription-id-not-needed     subscription-id           informs subscriptionId,solutionArea
subscription-on-other-tenant   subscription-on-tenant    blocks  subscriptionId,customerTenantId
product-not-on-tenant          subscription-on-tenant    blocks  product,customerTenantId
subscription-not-listed        subscription-on-tenant    warns   subscriptionId,customerTenantId
product-subscription-mismatch  subscription-on-tenant    warns   product,subscriptionId
subscription-not-dynamics      subscription-dynamics     blocks  subscriptionId
subscription-csp               subscription-not-csp      blocks  subscriptionId,purchaseChannel
subscription-not-provisioned   subscription-provisioned  blocks  subscriptionId
subscription-newly-provisioned subscription-provisioned  informs subscriptionId
subscription-already-claimed   subscription-unclaimed    blocks  subscriptionId
subscription-not-active        subscription-status       blocks  subscriptionId
subscription-in-grace          subscription-status       informs subscriptionId
subscription-ending            subscription-status       informs subscriptionId
subscription-trial             subscription-status       warns   subscriptionId
subscription-starts-later      subscription-status       warns   subscriptionId,submittedOn
subscription-unverified        *                         informs subscriptionId
partner-id-missing             partner-id                blocks  partnerId
partner-id-malformed           partner-id                blocks  partnerId
partner-id-wrong-kind          partner-id                blocks  partnerId
partner-id-unusual-length      partner-id                warns   partnerId
partner-id-not-enrolled        partner-id-enrolled       blocks  partnerId
partner-id-unverified          partner-id-enrolled       informs partnerId
partner-id-global-account      partner-id-type           blocks  partnerId
partner-id-partner-type        partner-id-type           warns   partnerId
competing-claim                competing-claim           warns   competingPartner
own-claim-exists               competing-claim           warns   product,customerTenantId
competing-claim-unverified     competing-claim           informs competingPartner
proof-of-execution-missing     proof-of-execution        warns   proofOfExecution
proof-of-execution-unverified  proof-of-execution        informs proofOfExecution
input-malformed                *                         warns   -
unknown-field                  *                         warns   -
evidence-malformed             *                         warns   -
evidence-contradiction         *                         warns   -
`;

export const CODES = Object.fromEntries(
  TABLE.trim()
    .split("\n")
    .map((line) => line.split(/ +/))
    .map(([code, check, severity, fields]) => [
      code,
      { check, severity, fields: fields === "-" ? [] : fields.split(",") },
    ]),
);

/** Every check, in the order of the spec's table. */
export const CHECKS = [
  ...["role", "tenant-id", "domain", "tenant-domain", "solution-area", "product", "activity"],
  ...["purchase-channel", "subscription-id", "subscription-on-tenant", "subscription-dynamics"],
  ...["subscription-not-csp", "subscription-provisioned", "subscription-unclaimed"],
  ...["subscription-status", "partner-id", "partner-id-enrolled", "partner-id-type"],
  ...["competing-claim", "proof-of-execution"],
];

/** The six checks on the subscription itself. */
export const ON_SUBSCRIPTION = CHECKS.slice(9, 15);

/** The parameters that the oracle judges; others may be there (spec part 1, and the codes' own names). */
export const PARAMS = {
  "tenant-id-malformed": ["problem"],
  "tenant-id-wrong-kind": ["kind"],
  "tenant-id-reserved": ["tenant"],
  "domain-malformed": ["problem"],
  "domain-wrong-kind": ["kind"],
  "domain-is-mail-provider": ["domain"],
  "domain-unusual": ["suggestion"],
  "tenant-domain-mismatch": ["domain"],
  "tenant-not-found": ["domain", "reason"],
  "tenant-other-cloud": ["cloud"],
  "tenant-domain-unverified": ["domain"],
  "activity-not-in-area": ["activity", "solutionArea"],
  "product-unrecognized": ["suggestion"],
  "channel-not-eligible": ["channel", "typed"],
  "channel-unconfirmed": ["typed"],
  "subscription-id-malformed": ["problem"],
  "subscription-id-wrong-kind": ["kind"],
  "product-not-on-tenant": ["product"],
  "product-subscription-mismatch": ["product", "subscriptionProduct", "typed"],
  "subscription-not-dynamics": ["product"],
  "subscription-csp": ["certainty", "typed"],
  "subscription-not-provisioned": ["provisioning"],
  "subscription-newly-provisioned": ["visibleBy"],
  "subscription-already-claimed": ["by", "ended", "successor", "typed"],
  "subscription-not-active": ["status", "successor"],
  "subscription-ending": ["endsOn"],
  "subscription-unverified": ["checks"],
  "partner-id-malformed": ["problem"],
  "partner-id-wrong-kind": ["kind"],
  "partner-id-unusual-length": ["length"],
  "partner-id-unverified": ["checks"],
  "partner-id-partner-type": ["partnerType"],
  "competing-claim": ["typed"],
  "own-claim-exists": ["product", "claimId"],
  "input-malformed": ["field", "problem"],
  "unknown-field": ["field", "suggestion"],
  "evidence-malformed": ["part", "row", "rows"],
  "evidence-contradiction": ["part", "field"],
};
