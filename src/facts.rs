//! What the checks look at: the fields of a claim after reading, the evidence and the SKU table.
//!
//! A claim is read once. Checks receive identifiers and answers, never text.

use std::ops::Deref;

mod claims;
mod fields;
mod identifier;
mod memo;
mod reading;

pub use fields::TenantField;
pub use identifier::Identifier;
pub use memo::Memo;
#[cfg(any(feature = "core", target_arch = "wasm32"))]
pub(crate) use memo::hash;
pub use reading::{ReadValue, Reading, reading_order};

use crate::claim::{Claim, Field, InputFault, SolutionArea, malformed};
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::evidence::{Evidence, Rows, Subscription};
#[cfg(feature = "core")]
use crate::evidence::{Member, Part};
use crate::guid::Guid;
use crate::ruleset::RuleSet;
use crate::sku::{Sku, SkuTable};
use crate::vocabulary::Provisioning;

/// What the checks look at: the fields after reading ([`Reading`], by `Deref`), the evidence, and
/// the rule set.
pub struct Facts<'a> {
    /// The rule set.
    pub rules: &'static RuleSet,
    /// The day as of which the claim is checked.
    pub today: Date,
    /// The claim's day: that of its submission, or today if that is not known or still to come. It
    /// decides the rule set, which subscriptions have ended, and the timeline.
    pub day: Date,
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

impl<'a> Facts<'a> {
    /// Reads a claim. Adds what cannot be read to `faults`.
    pub fn read(
        claim: &Claim<'_>,
        rules: Option<&'static RuleSet>,
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
        reading.heed(faults);
        let facts = Self::of(reading, rules, today, reference, &memo);
        faults.extend(facts.future_fault());
        facts
    }

    /// The facts of a claim after reading. Without a rule set, the one of the claim's day applies.
    pub fn of(
        reading: Reading<'a>,
        rules: Option<&'static RuleSet>,
        today: Date,
        reference: ReferenceData<'a>,
        memo: &Memo<'_>,
    ) -> Self {
        let day = reading.submitted_on.filter(|day| *day <= today).unwrap_or(today);
        let rules = rules.unwrap_or_else(|| RuleSet::in_force(day));
        let id = reading.subscription.read().copied().filter(|id| memo.may_contain(*id));
        let records = records(id, reference.evidence);
        let (evidence, skus) = (reference.evidence, reference.skus);
        let mut facts = Self { rules, today, day, evidence, skus, reading, records };
        facts.records = facts.only_match(memo).unwrap_or(std::mem::take(&mut facts.records));
        facts
    }

    /// The fault of a day of submission that is still to come.
    pub fn future_fault(&self) -> Option<InputFault> {
        self.submits_in_future().then(|| malformed(Field::SubmittedOn, "in-future"))
    }

    /// Is the day of submission still to come?
    pub fn submits_in_future(&self) -> bool {
        self.submitted_on.is_some_and(|day| day > self.today)
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
        (lag > 0 && day > self.day && self.starts_later().is_none()).then_some(day)
    }

    /// The day of submission, unless it is still to come.
    pub fn filed_on(&self) -> Option<Date> {
        self.submitted_on.filter(|day| *day <= self.today)
    }

    /// The first day of the subscription, if the claim was submitted before it.
    pub fn starts_later(&self) -> Option<Date> {
        let filed = self.filed_on()?;
        let record = self.records.first().filter(|_| self.is_business())?;
        record.created_on.filter(|day| *day > filed)
    }

    /// Is this a Business Applications claim?
    pub fn is_business(&self) -> bool {
        self.area == Some(SolutionArea::BusinessApplications)
    }

    /// Is the subscription looked for by the product, because no ID was entered?
    pub fn can_match(&self) -> bool {
        let is_asked = self.is_business() && self.product.is_business();
        is_asked && self.subscription == Identifier::Missing
    }

    /// The SKU of a subscription, if the table has it.
    pub fn sku_of(&self, record: &Subscription) -> Option<&'a Sku<'a>> {
        self.skus.of(record.sku_id, record.sku_part_number.as_deref())
    }

    /// The values that were read, by the name of the field, in their usual form.
    pub fn understood(&self) -> Vec<(&'static str, String)> {
        let understood =
            |field: &Field| Some((field.name(), self.reading.understood(*field)?.into_text()));
        let is_read = |field: &&Field| **field != Field::SubmittedOn || !self.submits_in_future();
        Field::ALL.iter().filter(is_read).filter_map(understood).collect()
    }
}

#[cfg(feature = "core")]
impl<'a> Facts<'a> {
    /// The subscriptions of the claimed tenant, if all of them are known and the product is, that can
    /// be for the product. Sources that list only some subscriptions do not count.
    pub fn matches(&self) -> Option<Vec<&'a Subscription>> {
        let is_asked = self.is_business() && self.product.is_business();
        let tenant = self.tenant_id().filter(|_| is_asked)?;
        let all = || self.evidence.subscriptions_of(tenant);
        let is_match = |record: &&Subscription| {
            self.sku_of(record).is_none_or(|sku| !self.product.differs_from(sku))
        };
        let matches: Vec<_> = all().filter(is_match).collect();
        // Where none is of the product, one without a tenant may be it.
        let is_certain = !matches.is_empty()
            || !self.evidence.subscriptions_without_tenant().any(|one| is_match(&one));
        (is_certain && all().any(|record| !record.excerpt)).then_some(matches)
    }

    /// The only one of these subscriptions, if its SKU shows that it is for the product.
    fn only_one(&self, matches: &[&'a Subscription]) -> Option<&'a Subscription> {
        let first = matches.first().filter(|first| self.sku_of(first).is_some())?;
        matches.iter().all(|record| record.id == first.id).then_some(*first)
    }

    /// Without a subscription ID: the only subscription that the claim can be for.
    fn only_match(&self, memo: &Memo<'_>) -> Option<Rows<&'a Subscription>> {
        let can_match = self.can_match();
        self.tenant_id().filter(|tenant| can_match && memo.may_contain(*tenant))?;
        let matches = self.matches()?;
        let only = self.only_one(&matches)?;
        Some(records(Some(only.id), self.evidence))
    }

    /// Can the tenant have other subscriptions than are known, or one of them be of another product?
    pub fn list_is_open(&self) -> bool {
        let members = [Member::SkuId, Member::SkuPartNumber, Member::Excerpt];
        let any = self.evidence.unread_in(Part::Subscriptions);
        let mut of_tenant =
            self.tenant_id().into_iter().flat_map(|tenant| self.evidence.subscriptions_of(tenant));
        self.evidence.lost.has(Part::Subscriptions)
            || any.has(Member::TenantId)
            || any.has_any(&members) && of_tenant.any(|record| record.unread.has_any(&members))
    }
}

#[cfg(not(feature = "core"))]
impl<'a> Facts<'a> {
    /// Without evidence, no subscription is known.
    pub const fn matches(&self) -> Option<Vec<&'a Subscription>> {
        None
    }

    const fn only_match(&self, _: &Memo<'_>) -> Option<Rows<&'a Subscription>> {
        None
    }

    /// Without evidence, no list is known.
    pub const fn list_is_open(&self) -> bool {
        false
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
