//! Subscriptions.

use serde::Serialize;

use super::as_of::SubscriptionDays;
use super::unread::Unread;
use crate::claim::PurchaseChannel;
use crate::date::Date;
use crate::guid::Guid;
use crate::vocabulary::{Holder, Provisioning, SubscriptionStatus};

/// A record of a subscription.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Subscription {
    /// The ID in the directory.
    pub id: Guid,
    /// The ID in the commerce system. No documentation says which of the two IDs Partner Center
    /// expects, so either one matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commerce_subscription_id: Option<Guid>,
    /// The tenant that it is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<Guid>,
    /// The SKU GUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_id: Option<Guid>,
    /// The SKU part number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_part_number: Option<String>,
    /// The display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name: Option<String>,
    /// The stage of its life.
    pub status: SubscriptionStatus,
    /// The purchase channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<PurchaseChannel>,
    /// The partner tenant that created it on the customer's tenant: a strong sign of CSP. `null` says
    /// that none did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_tenant_id: Option<Option<Guid>>,
    /// Whether its products have been set up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<Provisioning>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_on: Option<Date>,
    /// The last day of the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Is it a trial?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial: Option<bool>,
    /// The holder of a claim on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_by: Option<Holder>,
    /// The days as of which its changing facts hold.
    #[serde(skip_serializing_if = "SubscriptionDays::is_now")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::DayOrDays>"))]
    pub as_of: SubscriptionDays,
    /// Does its source list only some of the tenant's subscriptions? Then nothing follows from the
    /// absence of others.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub excerpt: bool,
    /// The members that could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::UnreadNames>"))]
    pub unread: Unread,
}

impl Subscription {
    /// Has it ended, so that only a later subscription can be claimed? In its grace period it can
    /// still be renewed.
    pub fn has_ended(&self, today: Date) -> bool {
        use SubscriptionStatus as S;
        match self.status {
            S::Expired | S::Deleted | S::Disabled => true,
            S::InGrace | S::Pending => false,
            _ => self.ends_on.is_some_and(|day| day < today),
        }
    }

    /// Can it have taken the place of an ended one, by the days that are known? A renewal begins at most so
    /// many days before the older one ends; what ran beside it for longer is another subscription.
    pub fn may_follow(&self, ended: &Self, today: Date, overlap: i32) -> bool {
        let Some(first) = self.created_on else { return true };
        match (ended.ends_on, ended.created_on) {
            (Some(end), _) => first >= end.min(today).plus_days(-overlap),
            (None, Some(before)) => first > before,
            (None, None) => true,
        }
    }

    /// Is this one of its two IDs?
    pub fn is_named(&self, id: Guid) -> bool {
        self.id == id || self.commerce_subscription_id == Some(id)
    }
}
