//! Existing claims.

use serde::Serialize;

use super::unread::Unread;
use crate::date::Date;
use crate::guid::Guid;
use crate::paste;
use crate::vocabulary::Holder;

/// An existing claim of this or another partner.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Association {
    /// The customer's tenant.
    pub tenant_id: Guid,
    /// The product or workload.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<Guid>,
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
    /// The day as of which this holds; `None` means today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The members that could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    pub unread: Unread,
}

impl Association {
    /// Is the claim in force? Rejected claims and claims of disassociated customers are not.
    pub fn holds(&self) -> bool {
        self.status.as_deref().is_none_or(holds)
    }
}

/// source: 2023-10, "Claim status" (a disassociated claim ends as “Rejected final”)
pub(super) fn holds(status: &str) -> bool {
    let status = paste::slug(status);
    !["rejected", "disassociated"].iter().any(|ended| status.starts_with(ended))
}

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
        ] {
            let association = Association {
                tenant_id: Guid::NIL,
                product: None,
                subscription_id: None,
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
