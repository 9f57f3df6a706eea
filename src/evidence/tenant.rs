//! Tenants and domains.

use serde::Serialize;

use super::as_of::DomainDays;
use super::unread::Unread;
use crate::date::Date;
use crate::guid::Guid;
use crate::vocabulary::{Cloud, UnresolvedReason};

/// A tenant and the domains that are known to be its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Tenant {
    /// The tenant ID.
    pub tenant_id: Guid,
    /// Domains that resolve to it.
    pub domains: Vec<String>,
    /// The cloud, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud: Option<Cloud>,
    /// The source, for display.
    pub source: String,
    /// The days as of which it held the domains.
    #[serde(skip_serializing_if = "DomainDays::is_now")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::DayOrEach>"))]
    pub as_of: DomainDays,
    /// The members that could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::UnreadNames>"))]
    pub unread: Unread,
}

/// A domain that the directory did not resolve.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct UnresolvedDomain {
    /// The domain.
    pub domain: String,
    /// The reason.
    pub reason: UnresolvedReason,
    /// The day as of which this holds; without one, today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The members that could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::UnreadNames>"))]
    pub unread: Unread,
}
