//! Tenants and domains.

use serde::Serialize;

use super::as_of::DomainDays;
use crate::date::Date;
use crate::guid::Guid;
use crate::vocabulary::{Cloud, UnresolvedReason};

/// A tenant and the domains shown to be its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tenant {
    /// Its ID.
    pub tenant_id: Guid,
    /// Domains that resolve to it.
    pub domains: Vec<String>,
    /// Its cloud, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud: Option<Cloud>,
    /// Where this is known from.
    pub source: String,
    /// Day on which the domains were known to be its own.
    #[serde(skip_serializing_if = "DomainDays::is_now")]
    pub as_of: DomainDays,
}

/// A domain that the directory did not resolve.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UnresolvedDomain {
    /// The domain.
    pub domain: String,
    /// Why.
    pub reason: UnresolvedReason,
    /// Day on which this was known to be so; without one, it is as of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}
