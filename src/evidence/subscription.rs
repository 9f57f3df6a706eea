//! Subscriptions.

use serde::Serialize;

use super::as_of::SubscriptionDays;
use crate::claim::PurchaseChannel;
use crate::date::Date;
use crate::guid::Guid;
use crate::vocabulary::{Holder, Provisioning, SubscriptionStatus};

/// A subscription.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// Its ID in the directory.
    pub id: Guid,
    /// Its ID in the commerce system. Which of the two Partner Center expects is documented
    /// nowhere, so either matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commerce_subscription_id: Option<Guid>,
    /// The tenant it is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<Guid>,
    /// SKU GUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_id: Option<Guid>,
    /// SKU part number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_part_number: Option<String>,
    /// Display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name: Option<String>,
    /// Where it is in its life.
    pub status: SubscriptionStatus,
    /// How it was bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<PurchaseChannel>,
    /// The partner tenant that created it on the customer's tenant: a strong sign of CSP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_tenant_id: Option<Guid>,
    /// Have its products been set up?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<Provisioning>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_on: Option<Date>,
    /// Last day of the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Who holds a claim on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_by: Option<Holder>,
    /// Days on which what changes about it was known to be so.
    #[serde(skip_serializing_if = "SubscriptionDays::is_now")]
    pub as_of: SubscriptionDays,
    /// Does its source list only some of the tenant's subscriptions? Then nothing follows from what
    /// it does not list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub excerpt: bool,
}

impl Subscription {
    /// Is it over, so that only one after it can be claimed? In its grace period it can be renewed.
    pub fn has_ended(&self, today: Date) -> bool {
        use SubscriptionStatus as S;
        match self.status {
            S::Expired | S::Deleted | S::Disabled => true,
            S::InGrace | S::Pending => false,
            _ => self.ends_on.is_some_and(|day| day < today),
        }
    }

    /// Is this one of its two IDs?
    pub fn is_named(&self, id: Guid) -> bool {
        self.id == id || self.commerce_subscription_id == Some(id)
    }
}
