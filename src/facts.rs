//! What the checks look at: the fields of a claim after reading, the evidence and the SKU table.
//!
//! A claim is read once. Checks receive identifiers and answers, never text.

use std::ops::{Deref, DerefMut};

mod fields;
mod identifier;
mod memo;
mod reading;

pub use fields::TenantField;
pub use identifier::Identifier;
pub use memo::Memo;
pub(crate) use memo::hash;
pub use reading::{ReadValue, Reading, reading_order};

use crate::claim::{Claim, Field, InputFault, SolutionArea};
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::evidence::{Evidence, Rows, Subscription};
use crate::guid::Guid;
use crate::ruleset::RuleSet;
use crate::sku::SkuTable;
use crate::vocabulary::Provisioning;

/// What the checks look at: the fields after reading ([`Reading`], by `Deref`), the evidence, and
/// the rule set.
pub struct Facts<'a> {
    /// The rule set.
    pub rules: &'static RuleSet,
    /// The day as of which the claim is checked.
    pub today: Date,
    /// The evidence.
    pub evidence: &'a Evidence,
    /// The SKU table.
    pub skus: &'a SkuTable<'a>,
    reading: Reading<'a>,
    /// The evidence's records of the claimed subscription. There are several if exports contradict
    /// each other about its tenant.
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
    /// Reads a claim. Adds what cannot be read to `faults`.
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

    /// The facts of a claim after reading.
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

    /// The fields after reading.
    pub const fn reading(&self) -> &Reading<'a> {
        &self.reading
    }

    /// The day by which a recently provisioned subscription can certainly be claimed, if that day
    /// is still to come. The first day of the subscription is the earliest on which it can have
    /// been provisioned.
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

    /// The values that were read, by the name of the field, in their usual form.
    pub fn understood(&self) -> Vec<(&'static str, String)> {
        let understood =
            |field: &Field| Some((field.name(), self.reading.understood(*field)?.into_text()));
        Field::ALL.iter().filter_map(understood).collect()
    }
}

/// The records of a subscription, by any of its IDs. After the join, all of them have the same
/// first ID.
#[cfg(feature = "core")]
fn records(id: Option<Guid>, evidence: &Evidence) -> Rows<&Subscription> {
    let named = id.and_then(|id| evidence.subscriptions_with_id(id).next());
    let all = named.map(|record| evidence.subscriptions_with_id(record.id));
    all.into_iter().flatten().collect()
}

/// Without evidence there are no records.
#[cfg(not(feature = "core"))]
const fn records(_: Option<Guid>, _: &Evidence) -> Rows<&Subscription> {
    []
}
