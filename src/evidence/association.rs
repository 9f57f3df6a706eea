//! Existing claims.

use serde::Serialize;

use super::unread::Unread;
use crate::claim::Activity;
use crate::date::Date;
use crate::guid::Guid;
use crate::paste;
use crate::vocabulary::Holder;

/// An existing claim of this or another partner.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Association {
    /// The customer's tenant.
    pub tenant_id: Guid,
    /// The product or workload.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<Guid>,
    /// What was claimed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// The holder.
    pub holder: Holder,
    /// The status, in the words of Partner Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The claim's ID in Partner Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_id: Option<String>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The day as of which this holds; without one, today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The members that could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::UnreadNames>"))]
    pub unread: Unread,
}

impl Association {
    /// Is the claim in force? Rejected claims and claims of disassociated customers are not.
    pub fn holds(&self) -> bool {
        self.status.as_deref().is_none_or(holds)
    }
}

/// source: 2023-10, "Claim status" (a disassociated claim ends as “Rejected final”)
fn holds(status: &str) -> bool {
    let status = paste::slug(status);
    !OVER.iter().any(|over| status.starts_with(over))
}

/// How the statuses of claims begin that are over.
const OVER: [&str; 9] = [
    "rejected",
    "disassociated",
    "ended",
    "expired",
    "declined",
    "withdrawn",
    "canceled",
    "cancelled",
    "terminated",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejected_claims_are_not_in_force() {
        for (status, holds) in [
            (None, true),
            (Some("Approved"), true),
            (Some("Under review"), true),
            (Some("Rejected"), false),
            (Some("Rejected final"), false),
            (Some("Disassociated"), false),
            (Some("Expired"), false),
        ] {
            let association = Association {
                tenant_id: Guid::NIL,
                product: None,
                subscription_id: None,
                activity: None,
                holder: Holder::Us,
                status: status.map(str::to_owned),
                claim_id: None,
                since: None,
                as_of: None,
                unread: Unread::NONE,
            };
            assert_eq!(association.holds(), holds, "{status:?}");
        }
    }
}
