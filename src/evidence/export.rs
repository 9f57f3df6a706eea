//! The exports that partners and customers really have. The names are the core's; the readers are a
//! module of their own, which is loaded when the first export comes (feature `exports`).

#[cfg(feature = "core")]
pub use read::{Export, Problem, Said, read};

use crate::list::names;

#[cfg(feature = "core")]
mod read;

names! {
    /// What an export is.
    pub enum ExportKind {
        /// `GET /v1.0/directory/subscriptions`
        GraphSubscriptions = "graph-subscriptions",
        /// `GET /v1.0/subscribedSkus`
        GraphSubscribedSkus = "graph-subscribed-skus",
        /// Answer of the public tenant look-up, good or bad.
        OpenidConfiguration = "openid-configuration",
        /// The partner's customer list from Partner Center.
        PartnerCenterCustomers = "partner-center-customers",
        /// A customer's subscriptions from Partner Center: all of them were sold through CSP.
        PartnerCenterSubscriptions = "partner-center-subscriptions",
        /// Usage or subscription report on Dynamics 365 from Partner Center's insights.
        DynamicsUsageReport = "dynamics-usage-report",
        /// Usage report on the partner's own claims from Partner Center's insights.
        CporUsageReport = "cpor-usage-report",
        /// Microsoft's product names and service plan identifiers for licensing.
        SkuReference = "sku-reference",
        /// Nothing that is known here.
        Unknown = "unknown",
    }
}

names! {
    /// What is wrong with an export, or open.
    pub enum ProblemCode {
        /// Not text at all; raised where bytes become text.
        NotText = "not-text",
        /// The text is not JSON.
        NotJson = "not-json",
        /// The text breaks off; what came before was read.
        Truncated = "truncated",
        /// JSON, but no export that is known here.
        NotRecognised = "not-recognised",
        /// An export without a single row.
        Empty = "empty",
        /// A value of this row could not be read.
        RowMalformed = "row-malformed",
        /// The row has no readable ID and was left out.
        IdMalformed = "id-malformed",
        /// The export does not say which tenant it is from.
        TenantUnknown = "tenant-unknown",
        /// The export names another tenant than the person did; the export's own word counts.
        TenantContradiction = "tenant-contradiction",
        /// The tenant that was said is no GUID.
        TenantOptionMalformed = "tenant-option-malformed",
        /// The answer does not say which domain was asked.
        DomainUnknown = "domain-unknown",
        /// The look-up failed for a reason that says nothing about the domain.
        ErrorCodeUnknown = "error-code-unknown",
        /// The answer is about no tenant in particular.
        IssuerPlaceholder = "issuer-placeholder",
        /// One page of a paged answer.
        MorePages = "more-pages",
        /// Bytes that are no characters of the text's encoding.
        CharactersLost = "characters-lost",
        /// A file whose last row has no line break: it may be cut off.
        MaybeCutOff = "maybe-cut-off",
        /// A column that this kind of export has is not there.
        ColumnMissing = "column-missing",
        /// The row has more or fewer cells than the heading and was left out.
        CellsDiffer = "cells-differ",
        /// A date of this row can be read in two ways.
        DateAmbiguous = "date-ambiguous",
        /// Attributed in another way than by CPOR: no claim of the partner.
        NotCpor = "not-cpor",
        /// The day that was said is no date.
        DayOptionMalformed = "day-option-malformed",
    }
}
