//! The days as of which statements hold.

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::list::as_map;

/// For each domain of a tenant the day on which it was known to be so; without one, it is as of
/// now.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum DomainDays {
    /// The same for all.
    All(Option<Date>),
    /// By domain; those not named are as of now.
    #[serde(serialize_with = "as_map")]
    Each(Vec<(String, Date)>),
}

/// For each fact about a subscription that changes, the day on which it was known to be so; without
/// one, it is as of now. The parts of a record may come from exports of different days.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SubscriptionDays {
    /// Of the status.
    pub status: Option<Date>,
    /// Of the last day.
    pub ends_on: Option<Date>,
    /// Of the provisioning.
    pub provisioning: Option<Date>,
}

impl DomainDays {
    /// The day of a domain.
    pub fn of(&self, domain: &str) -> Option<Date> {
        match self {
            Self::All(day) => *day,
            Self::Each(days) => Some(days.iter().find(|(name, _)| name == domain)?.1),
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
        Self { status: day, ends_on: day, provisioning: day }
    }
}

/// One day where all share it, else the days by the names of the facts.
impl Serialize for SubscriptionDays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { status, ends_on, provisioning } = *self;
        if status == ends_on && status == provisioning {
            return status.serialize(serializer);
        }
        let days = [("status", status), ("endsOn", ends_on), ("provisioning", provisioning)];
        let stated: Vec<_> =
            days.into_iter().filter_map(|(name, day)| Some((name, day?))).collect();
        as_map(&stated, serializer)
    }
}

/// Orders days of statements: what is as of now is newer than every day.
pub fn recency(day: Option<Date>) -> (bool, Option<Date>) {
    (day.is_none(), day)
}
