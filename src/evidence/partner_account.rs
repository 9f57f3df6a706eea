//! The partner's own Partner IDs.

use serde::Serialize;

use super::unread::Unread;
use crate::date::Date;
use crate::vocabulary::AccountKind;

/// One of the partner's own Partner IDs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct PartnerAccount {
    /// The Partner ID: digits, stored as text.
    pub id: String,
    /// Whether it is a location or the global account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AccountKind>,
    /// The special partner type, such as FRP FastTrack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_type: Option<String>,
    /// The incentive programs in which it is enrolled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programs: Option<Vec<String>>,
    /// Is it enrolled in any incentive program?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrolled: Option<bool>,
    /// The name of the location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day as of which the enrollment holds; without one, today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The members that could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::UnreadNames>"))]
    pub unread: Unread,
}
