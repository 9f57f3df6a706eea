//! What the columns and members of exports mean, whatever they are called: one list for JSON, tables,
//! printed lists and workbooks.
//!
//! source: Microsoft Graph v1.0 and beta, `companySubscription`, `subscribedSku`, `organization`,
//! `contract`; the PowerShell modules Microsoft.Graph, AzureAD, MSOnline and PartnerCenter; Partner
//! Center, "Insights data definitions", "License-based recon files", "See your customer list"; Partner
//! Center REST, "Customer resources", "Subscription resources"

use super::text::is_plain;
use crate::evidence::Member;
use crate::list::names;

names! {
    /// What a column or a member of an export means.
    pub enum Meaning {
        /// The customer's tenant.
        TenantId = "tenant-id",
        /// A domain of the customer.
        Domain = "domain",
        /// All verified domains of the customer.
        Domains = "domains",
        /// The subscription.
        SubscriptionId = "subscription-id",
        /// All subscriptions of a SKU.
        SubscriptionIds = "subscription-ids",
        /// The subscription's ID in the commerce system.
        CommerceSubscriptionId = "commerce-subscription-id",
        /// The Azure subscription behind one of Partner Center.
        EntitlementId = "entitlement-id",
        /// Tenant and SKU in one text.
        AccountSku = "account-sku",
        /// The GUID of the SKU.
        SkuId = "sku-id",
        /// Its part number.
        SkuPartNumber = "sku-part-number",
        /// Its part number in some rows, its name in others.
        Sku = "sku",
        /// The display name of the product.
        ProductName = "product-name",
        /// The name that the partner gave the subscription.
        FriendlyName = "friendly-name",
        /// The workload.
        Workload = "workload",
        /// The stage of the subscription's life.
        Status = "status",
        /// Whether it is set up.
        Provisioning = "provisioning",
        /// The states of its service plans.
        Plans = "plans",
        /// How much it is used.
        ActiveUse = "active-use",
        /// The sales channel.
        Channel = "channel",
        /// The sales model.
        SalesModel = "sales-model",
        /// Details of the sales model.
        SalesDetails = "sales-details",
        /// The first day of the subscription.
        FirstDay = "first-day",
        /// Its last day.
        LastDay = "last-day",
        /// The day of its next change of status.
        NextChange = "next-change",
        /// Whether it is a trial.
        Trial = "trial",
        /// The tenant of the partner who created it.
        OwnerTenantId = "owner-tenant-id",
        /// The month that a row is about.
        Month = "month",
        /// The day that a row is about.
        Day = "day",
        /// The Partner ID, usually of a location.
        PartnerId = "partner-id",
        /// The Partner ID of the global account.
        GlobalPartnerId = "global-partner-id",
        /// What the Partner ID stands for.
        AccountKind = "account-kind",
        /// The name of the partner's location.
        AccountName = "account-name",
        /// The partner type, such as FRP FastTrack.
        PartnerType = "partner-type",
        /// The incentive programs in which the Partner ID is enrolled.
        Programs = "programs",
        /// Whether it is enrolled in any.
        Enrolled = "enrolled",
        /// What attributes a row to the partner.
        Attribution = "attribution",
        /// The ID of a claim.
        ClaimId = "claim-id",
        /// The first day of a claim.
        ClaimedSince = "claimed-since",
    }
}

/// What an export of a kind should have: the name under which it is missed, and its meanings, one of
/// which is enough.
pub type Need = (&'static str, &'static [Meaning]);

impl Meaning {
    /// What it is called. If an export has several of the names, the first one counts.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::TenantId => &[
                "CustomerTenantId",
                "companyProfile.tenantId",
                "TenantId",
                "Directory ID",
                "Directory (tenant) ID",
                "Microsoft ID",
                "TenantGuid",
                "AccountId",
                "AccountObjectId",
                "CustomerContextId",
                "OrganizationId",
                "CustomerId",
                "Tenant",
                "id",
                "ObjectId",
            ],
            Self::Domain => &[
                "Primary domain name",
                "companyProfile.domain",
                "CustomerDomainName",
                "TenantDomainName",
                "DefaultDomainName",
                "DomainName",
                "Primary domain",
                "Default domain",
                "Initial domain",
                "Domain",
                "Tenant",
            ],
            Self::Domains => &["verifiedDomains"],
            Self::SubscriptionId => &[
                "SubscriptionId",
                "TermInfo.SubscriptionId",
                "Subscription GUID",
                "id",
                "ObjectId",
            ],
            Self::SubscriptionIds => &["subscriptionIds"],
            Self::CommerceSubscriptionId => &[
                "commerceSubscriptionId",
                "ocpSubscriptionId",
                "TermInfo.OCPSubscriptionId",
                "TermInfo.CSPSubscriptionId",
            ],
            Self::EntitlementId => &["entitlementId"],
            Self::AccountSku => &["id", "ObjectId"],
            Self::SkuId => &["skuId", "SKU GUID", "GUID"],
            Self::SkuPartNumber => &["skuPartNumber", "ProductPartNumber", "String_Id"],
            Self::Sku => &["SKU"],
            Self::ProductName => &[
                "Product_Display_Name",
                "OfferName",
                "SkuName",
                "RawProductName",
                "ReportingProductName",
                "ProductName",
                "SubscriptionDescription",
                "License",
                "Subscription",
                "SkuGroup",
            ],
            Self::FriendlyName => &["friendlyName", "SubscriptionName"],
            Self::Workload => &["WorkloadName", "Workload", "Workloads"],
            Self::Status => &[
                "Status",
                "capabilityStatus",
                "SubscriptionStatus",
                "SubscriptionState",
                "TermInfo.Status",
            ],
            Self::Provisioning => &["Provisioning", "provisioningStatus"],
            Self::Plans => &["serviceStatus", "servicePlans"],
            Self::ActiveUse => &["ActiveSeats", "MAU"],
            Self::Channel => &["SalesChannel", "Channel"],
            Self::SalesModel => &["SalesModel"],
            Self::SalesDetails => &["DetailedSalesModel"],
            Self::FirstDay => &[
                "SubscriptionStartDate",
                "createdDateTime",
                "DateCreated",
                "creationDate",
                "effectiveStartDate",
            ],
            Self::LastDay => &["SubscriptionEndDate", "commitmentEndDate", "commitmentEndDateTime"],
            Self::NextChange => {
                &["nextLifecycleDateTime", "nextLifecycleDate", "TermInfo.NextLifecycle"]
            }
            Self::Trial => &["isTrial", "TermInfo.IsTrial"],
            Self::OwnerTenantId => &["ownerTenantId", "ownerContextId"],
            Self::Month => &["Month", "MonthKey", "FiscalMonthName"],
            Self::Day => &["Date"],
            Self::PartnerId => &["MPNID", "PartnerID", "PLAPartnerID"],
            Self::GlobalPartnerId => &["PGAMpnID", "PGAPartnerID", "GlobalPartnerID"],
            Self::AccountKind => &["MPNType", "PartnerIDType", "AccountType", "HierarchyLevel"],
            Self::AccountName => &["PartnerLocation", "PartnerName"],
            Self::PartnerType => &["Partner type"],
            Self::Programs => &["Programs"],
            Self::Enrolled => &["Enrolled"],
            Self::Attribution => &["PartnerAttributionType"],
            Self::ClaimId => &["ClaimId"],
            Self::ClaimedSince => &["DateAssociated"],
        }
    }

    /// The member of the evidence that cannot be read if this cannot.
    pub const fn member(self) -> Member {
        match self {
            Self::TenantId | Self::AccountSku => Member::TenantId,
            Self::Domain | Self::Domains => Member::Domains,
            Self::SubscriptionId | Self::SubscriptionIds | Self::EntitlementId => Member::Id,
            Self::PartnerId | Self::GlobalPartnerId => Member::Id,
            Self::CommerceSubscriptionId => Member::CommerceSubscriptionId,
            Self::SkuId => Member::SkuId,
            Self::SkuPartNumber | Self::Sku => Member::SkuPartNumber,
            Self::ProductName | Self::FriendlyName => Member::ProductName,
            Self::Workload => Member::Product,
            Self::Status => Member::Status,
            Self::Provisioning | Self::Plans | Self::ActiveUse => Member::Provisioning,
            Self::Channel | Self::SalesModel | Self::SalesDetails => Member::Channel,
            Self::FirstDay => Member::CreatedOn,
            Self::LastDay | Self::NextChange => Member::EndsOn,
            Self::Trial => Member::Trial,
            Self::OwnerTenantId => Member::OwnerTenantId,
            Self::Month | Self::Day => Member::AsOf,
            Self::AccountKind => Member::Kind,
            Self::AccountName => Member::Name,
            Self::PartnerType => Member::PartnerType,
            Self::Programs => Member::Programs,
            Self::Enrolled => Member::Enrolled,
            Self::Attribution => Member::Holder,
            Self::ClaimId => Member::ClaimId,
            Self::ClaimedSince => Member::Since,
        }
    }

    /// The place of a name among those of this meaning; the lower, the better.
    pub fn rank(self, plain: &str) -> Option<usize> {
        self.names().iter().position(|name| is_plain(plain, name))
    }
}

/// Is a column known, and shows nothing that a claim asks for?
pub fn is_of_no_use(plain: &str) -> bool {
    plain.starts_with("odata") || OF_NO_USE.iter().any(|name| is_plain(plain, name))
}

/// Names of columns and members that show nothing for a claim.
const OF_NO_USE: &[&str] = &[
    // Microsoft Graph, and what PowerShell adds
    "id",
    "displayName",
    "ownerId",
    "ownerObjectId",
    "ownerType",
    "totalLicenses",
    "appliesTo",
    "targetClass",
    "accountName",
    "accountSkuId",
    "consumedUnits",
    "prepaidUnits",
    "activeUnits",
    "warningUnits",
    "suspendedUnits",
    "lockedOutUnits",
    "AdditionalProperties",
    "ExtensionData",
    "ObjectId",
    "ObjectType",
    "DeletionTimestamp",
    "contractType",
    "tenantType",
    "countryLetterCode",
    "country",
    "city",
    "state",
    "street",
    "postalCode",
    "preferredLanguage",
    "createdDateTime",
    "assignedPlans",
    "provisionedPlans",
    "businessPhones",
    "technicalNotificationMails",
    "securityComplianceNotificationMails",
    "securityComplianceNotificationPhones",
    "marketingNotificationEmails",
    "onPremisesSyncEnabled",
    "onPremisesLastSyncDateTime",
    "onPremisesSyncStatus",
    "privacyProfile",
    "directorySizeQuota",
    "defaultUsageLocation",
    "partnerTenantType",
    "isMultipleDataLocationsForServicesEnabled",
    "deletedDateTime",
    // Partner Center
    "companyProfile",
    "companyProfile.companyName",
    "companyProfile.links",
    "companyProfile.attributes",
    "companyProfile.address",
    "companyProfile.email",
    "companyProfile.phoneNumber",
    "companyProfile.organizationRegistrationNumber",
    "commerceId",
    "billingProfile",
    "links",
    "attributes",
    "customDomains",
    "relationshipToPartner",
    "Relationship",
    "allowDelegatedAccess",
    "associatedPartnerId",
    "userCredentials",
    "Company name",
    "Name",
    "Tags",
    "offerId",
    "durableOfferId",
    "friendlyName",
    "quantity",
    "unitType",
    "effectiveStartDate",
    "commitmentEndDateTime",
    "cancellationAllowedUntilDate",
    "autoRenewEnabled",
    "billingType",
    "billingCycle",
    "termDuration",
    "renewalTermDuration",
    "refundOptions",
    "scheduledNextTermInstructions",
    "isMicrosoftProduct",
    "hasPurchasableAddons",
    "parentSubscriptionId",
    "partnerId",
    "publisherName",
    "publisherId",
    "orderId",
    "productType",
    "actions",
    "suspensionReasons",
    "termLifeCycleState",
    "attentionNeeded",
    "actionTaken",
    "nextChargeInstructions",
    "consumptionType",
    "promotionId",
    "migratedFromSubscriptionId",
    "Reseller",
    // Invoices
    "CustomerName",
    "CustomerCountry",
    "InvoiceNumber",
    "MpnId",
    "ResellerMpnId",
    "Tier2MpnId",
    "OrderDate",
    "ProductId",
    "AvailabilityId",
    "SkuId",
    "ProductName",
    "ChargeType",
    "UnitPrice",
    "EffectiveUnitPrice",
    "Subtotal",
    "TaxTotal",
    "Tax",
    "Amount",
    "Total",
    "TotalForCustomer",
    "TotalOtherDiscount",
    "Currency",
    "PricingCurrency",
    "PCToBCExchangeRate",
    "PCToBCExchangeRateDate",
    "PriceAdjustmentDescription",
    "SubscriptionDescription",
    "SubscriptionName",
    "ChargeStartDate",
    "ChargeEndDate",
    "SubscriptionEndDate",
    "TermAndBillingCycle",
    "BillableQuantity",
    "BillingFrequency",
    "BillingCycleType",
    "MeterDescription",
    "ReservationOrderId",
    "CreditReasonCode",
    "ReferenceId",
    "ProductQualifiers",
    "AlternateId",
    "SyndicationPartnerSubscriptionNumber",
    // Insights
    "PGAMpnID",
    "PGAPartnerID",
    "GlobalPartnerID",
    "CustomerTpid",
    "CustomerId",
    "CustomerTenantName",
    "CustomerTenantCountry",
    "CustomerSegment",
    "TopSegment",
    "CustomerMarket",
    "CustomerStatus",
    "DUNSNumber",
    "IndustryName",
    "VerticalName",
    "EOU",
    "RevSumDivisionName",
    "RevSumCategoryName",
    "FreeVsPaidSKU",
    "PartnerName",
    "PGA_PartnerName",
    "PartnerLocation",
    "PartnerAttachType",
    "PartnerAttributionType",
    "PartnerAssociationType",
    "PartnerHierarchy",
    "AvailableSeats",
    "AvailableSeatsEOP",
    "AssignedSeats",
    "DeploymentOpportunity",
    "ActiveUsagePercent",
    "IsAutoRenew",
    "IsDuplicateRowForPGA",
    "Product",
    "SolutionArea",
    "PricingLevel",
    "EnrollmentNumber",
    "SubscriptionStartMonth",
    "ResellerID",
    "ResellerName",
    "BilledRevenueUSD",
    "AzureConsumedRevenueUSD",
    "CPORRevenue",
    "CPORPaidSeats",
    "CPORActiveUsers",
    "MonthlyActiveUsers",
    "PaidAvailableUnits",
    "MetricType",
    "WorkloadCategory",
    "PAMAU",
    "MAC",
    "AdjustedRevenueAmtCD",
    // Licensing reports
    "CountUsed",
    "CountAvailable",
    "availableUnits",
    "AssignedUsers",
    "AssignedGroups",
    "TermInfo",
    "TermInfo.Term",
    "TermInfo.TotalLicenses",
    "TermInfo.DaysUntilRenew",
    "TermInfo.CSPSubscriptionId",
    "PartitionKey",
    "RowKey",
    "Timestamp",
    "Service_Plan_Name",
    "Service_Plan_Id",
    "Service_Plans_Included_Friendly_Names",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exports::text::plain;

    /// A name twice in one meaning would never count the second time.
    #[test]
    fn names_of_a_meaning_differ() {
        for meaning in Meaning::ALL {
            let names: Vec<String> = meaning.names().iter().map(|name| plain(name)).collect();
            for (at, name) in names.iter().enumerate() {
                assert!(!name.is_empty() && meaning.rank(name) == Some(at), "{meaning:?} {name}");
            }
        }
    }

    #[test]
    fn spellings() {
        for (name, rank) in [
            ("CommerceSubscriptionId", Some(0)),
            ("commerce_subscription_id", Some(0)),
            ("Commerce Subscription-ID", Some(0)),
            ("OcpSubscriptionId", Some(1)),
            ("TermInfo.OCPSubscriptionId", Some(2)),
            ("SubscriptionId", None),
        ] {
            assert_eq!(Meaning::CommerceSubscriptionId.rank(&plain(name)), rank, "{name}");
        }
        for name in ["@odata.type", "Total Licenses", "prepaidUnits"] {
            assert!(is_of_no_use(&plain(name)), "{name}");
        }
        assert!(!is_of_no_use("note"));
    }
}
