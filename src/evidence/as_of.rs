//! The days as of which statements hold.

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::list::as_map;

/// The days as of which a tenant held its domains. `None` means today.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum DomainDays {
    /// The same day for all domains.
    All(Option<Date>),
    /// A day for each domain. Domains that are not listed hold as of today.
    #[serde(serialize_with = "as_map")]
    Each(Vec<(String, Date)>),
}

/// The days as of which the changing facts about a subscription hold. They can differ, because a
/// record can be joined from exports of different days. `None` means today.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields, rename_all = "camelCase"))]
pub struct SubscriptionDays {
    /// The day of the status.
    pub status: Option<Date>,
    /// The day of the end date.
    pub ends_on: Option<Date>,
    /// The day of the provisioning.
    pub provisioning: Option<Date>,
    /// The day of whether it is a trial.
    pub trial: Option<Date>,
    /// The day of the tenant that created it.
    pub owner_tenant_id: Option<Date>,
}

impl DomainDays {
    /// The day of a domain.
    pub fn of(&self, domain: &str) -> Option<Date> {
        match self {
            Self::All(day) => *day,
            Self::Each(days) => Some(days.iter().find(|(name, _)| name == domain)?.1),
        }
    }

    /// The last day of any domain; none if all is as of today.
    #[cfg(feature = "core")]
    pub(super) fn latest(&self) -> Option<Date> {
        match self {
            Self::All(day) => *day,
            Self::Each(days) => days.iter().map(|(_, day)| *day).max(),
        }
    }

    pub(super) fn is_now(&self) -> bool {
        *self == Self::All(None)
    }
}

impl From<Option<Date>> for DomainDays {
    fn from(day: Option<Date>) -> Self {
        Self::All(day)
    }
}

impl SubscriptionDays {
    pub(super) fn is_now(&self) -> bool {
        *self == Self::default()
    }
}

impl From<Option<Date>> for SubscriptionDays {
    fn from(day: Option<Date>) -> Self {
        Self { status: day, ends_on: day, provisioning: day, trial: day, owner_tenant_id: day }
    }
}

/// Serializes one day if all are the same, and otherwise a map from the name of the fact.
impl Serialize for SubscriptionDays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { status, ends_on, provisioning, trial, owner_tenant_id } = *self;
        if [ends_on, provisioning, trial, owner_tenant_id].iter().all(|day| *day == status) {
            return status.serialize(serializer);
        }
        let days = [
            ("status", status),
            ("endsOn", ends_on),
            ("provisioning", provisioning),
            ("trial", trial),
            ("ownerTenantId", owner_tenant_id),
        ];
        let stated: Vec<_> =
            days.into_iter().filter_map(|(name, day)| Some((name, day?))).collect();
        as_map(&stated, serializer)
    }
}

/// A key that sorts statements by the day as of which they hold. Today's sort last.
pub fn recency(day: Option<Date>) -> (bool, Option<Date>) {
    (day.is_none(), day)
}
