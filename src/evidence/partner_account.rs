//! The partner's own Partner IDs.

use serde::Serialize;

use crate::date::Date;
use crate::vocabulary::AccountKind;

/// One of the partner's own Partner IDs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerAccount {
    /// The Partner ID: digits, kept as text.
    pub id: String,
    /// Location or global account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AccountKind>,
    /// Special partner type, such as FRP FastTrack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_type: Option<String>,
    /// Incentive programmes it is enrolled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programs: Option<Vec<String>>,
    /// Is it enrolled in incentives at all?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrolled: Option<bool>,
    /// Name of the location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Day on which the enrolment was known to be so; without one, it is as of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}
