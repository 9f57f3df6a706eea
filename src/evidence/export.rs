//! The exports that partners and customers really have. The names are the core's; the readers are a
//! module of their own, which is loaded when the first export comes (feature `exports`).

#[cfg(feature = "exports")]
pub use read::{Export, Problem, Said, read};

use crate::list::names;

#[cfg(feature = "exports")]
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
    }
}
