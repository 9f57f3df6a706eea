//! The claim, read once: checks receive identifiers and answers, never text.

use std::ops::{Deref, DerefMut};

mod fields;
mod identifier;
mod memo;
mod reading;

pub use fields::TenantField;
pub use identifier::Identifier;
pub use memo::Memo;
pub(crate) use memo::hash;
pub use reading::{Reading, reading_order};

use crate::claim::{Claim, Field, InputFault, SolutionArea};
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::evidence::{Evidence, Rows, Subscription};
use crate::guid::Guid;
use crate::ruleset::RuleSet;
use crate::sku::SkuTable;
use crate::vocabulary::Provisioning;

/// All that the checks look at: the fields as they were read ([`Reading`]), and what is known.
pub struct Facts<'a> {
    /// The rule set.
    pub rules: &'static RuleSet,
    /// The day the claim is checked for.
    pub today: Date,
    /// What is known about the customer.
    pub evidence: &'a Evidence,
    /// Known SKUs.
    pub skus: &'a SkuTable<'a>,
    reading: Reading<'a>,
    /// The evidence's records of the claimed subscription; several where exports contradict each
    /// other about its tenant.
    pub records: Rows<&'a Subscription>,
}

impl<'a> Deref for Facts<'a> {
    type Target = Reading<'a>;

    fn deref(&self) -> &Reading<'a> {
        &self.reading
    }
}

impl DerefMut for Facts<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.reading
    }
}

impl<'a> Facts<'a> {
    /// Reads a claim; what cannot be read is added to the faults.
    pub fn read(
        claim: &Claim<'_>,
        rules: &'static RuleSet,
        today: Date,
        reference: ReferenceData<'a>,
        faults: &mut Vec<InputFault>,
    ) -> Self {
        let mut memo = Memo::default();
        let mut reading = Reading::default();
        for field in reading_order() {
            let text = claim.text(field);
            faults.extend(reading.read(field, text, reference.skus, reference, &mut memo).err());
        }
        Self::of(reading, rules, today, reference, &memo)
    }

    /// What is known of a claim that was read.
    pub fn of(
        reading: Reading<'a>,
        rules: &'static RuleSet,
        today: Date,
        reference: ReferenceData<'a>,
        memo: &Memo<'_>,
    ) -> Self {
        let id = reading.subscription.read().copied().filter(|id| memo.may_contain(*id));
        let records = records(id, reference.evidence);
        Self { rules, today, evidence: reference.evidence, skus: reference.skus, reading, records }
    }

    /// The fields as they were read.
    pub const fn reading(&self) -> &Reading<'a> {
        &self.reading
    }

    /// The fields, to be read anew for the next claim.
    pub fn into_reading(self) -> Reading<'a> {
        self.reading
    }

    /// The day by which a subscription that was provisioned lately can be claimed for certain, where
    /// that is still to come. The first day is the earliest on which it can have been provisioned.
    ///
    /// source: 2023-10, "When subscriptions are available to claim"
    pub fn visible_by(&self) -> Option<Date> {
        let record = self.records.first().filter(|_| self.is_business())?;
        record.provisioning.filter(|state| *state == Provisioning::Provisioned)?;
        let lag = i32::try_from(self.rules.days.provisioning_lag_days).ok()?;
        let day = record.created_on?.plus_days(lag);
        (lag > 0 && day > self.today).then_some(day)
    }

    /// Is this a Business Applications claim?
    pub fn is_business(&self) -> bool {
        self.area == Some(SolutionArea::BusinessApplications)
    }

    /// What was read, field by field.
    pub fn understood(&self) -> Vec<(&'static str, String)> {
        let understood =
            |field: &Field| Some((field.name(), self.reading.understood(*field)?.into_owned()));
        Field::ALL.iter().filter_map(understood).collect()
    }
}

/// The records of a subscription, by any of its IDs. As they are joined, all of them have the same
/// first one.
#[cfg(feature = "evidence")]
fn records(id: Option<Guid>, evidence: &Evidence) -> Rows<&Subscription> {
    let named = id.and_then(|id| evidence.subscriptions_with_id(id).next());
    let all = named.map(|record| evidence.subscriptions_with_id(record.id));
    all.into_iter().flatten().collect()
}

/// Without evidence, there is no record of any.
#[cfg(not(feature = "evidence"))]
const fn records(_: Option<Guid>, _: &Evidence) -> Rows<&Subscription> {
    []
}
