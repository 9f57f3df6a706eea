//! Checks claims one after the other, and reads no text again that the last claim had as well.

#[cfg(feature = "core")]
use std::rc::Rc;

use super::input::{TEXTS, text_of};
use super::{CheckInput, judged};
use crate::actions::{self, Action, ActionId};
use crate::checks;
use crate::claim::{Field, InputFault, malformed};
use crate::classify::ReferenceData;
use crate::code::Kind;
use crate::date::Date;
use crate::evidence::EvidenceFault;
use crate::facts::{Facts, Memo, Reading, reading_order};
use crate::paste;
use crate::report::{CheckResult, Finding, Findings, Outcome, Report};
use crate::ruleset::{RuleSet, Severity};
#[cfg(feature = "core")]
use crate::sku::Product;
use crate::sku::SkuTable;

/// Reads and checks claims under one SKU table and evidence. What it keeps of one claim never changes
/// the answer to another: each text has one reading, whether it is read now or was read before. (The
/// subscription's depends on the tenants, so it is read again with them.)
///
/// It pays: of the claims of one customer, a check takes two thirds of the time.
#[derive(Debug)]
pub struct ClaimReader<'a> {
    /// The last claim's texts, as they were typed, and what they were read as.
    texts: [String; TEXTS],
    reading: Reading<'a>,
    faults: [Option<InputFault>; Field::ALL.len()],
    understood: [Option<Understood>; Field::ALL.len()],
    memo: Memo<'a>,
    /// Is the last claim's day of submission still to come? Then it does not count.
    is_future: bool,
    /// Did the last claim have several values for the Partner ID?
    has_several_partner_ids: bool,
}

/// How a field was understood.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Understood {
    /// As the very text that was typed.
    AsTyped,
    /// As this.
    Text(String),
}

/// A set of fields, one bit each.
type Fields = u32;

const MPN_ID: usize = Field::ALL.len();
/// Of each field whose texts take long to read.
const KEPT_TEXTS: usize = 16;

impl Default for ClaimReader<'_> {
    /// Has read a claim without any text.
    fn default() -> Self {
        Self {
            texts: Default::default(),
            reading: Reading::default(),
            faults: Default::default(),
            understood: Default::default(),
            memo: Memo::with_capacity(KEPT_TEXTS),
            is_future: false,
            has_several_partner_ids: false,
        }
    }
}

impl<'a> ClaimReader<'a> {
    /// Keeps so many texts of each field that takes long to read.
    #[cfg(feature = "core")]
    pub(crate) fn with_capacity(texts: usize) -> Self {
        Self { memo: Memo::with_capacity(texts), ..Self::default() }
    }

    /// The product that a text stands for.
    #[cfg(feature = "core")]
    pub(crate) fn product(
        &mut self,
        text: &str,
        skus: &'a SkuTable<'a>,
        known: ReferenceData<'_>,
    ) -> Rc<Product<'a>> {
        self.memo.product(text, skus, known)
    }

    /// The report on a claim, without what was understood. SKU table and evidence have to be the same
    /// for every claim that one reader checks.
    pub fn check<'k>(
        &mut self,
        input: &CheckInput<'_>,
        skus: &'a SkuTable<'a>,
        known: ReferenceData<'k>,
        evidence_faults: &[EvidenceFault],
    ) -> Report
    where
        'a: 'k,
    {
        let outdated = self.take(&input.texts);
        for field in reading_order().filter(|field| outdated & bit(*field) != 0) {
            self.read(field, skus, known);
        }
        let today = input.today.flatten().or_else(|| Date::parse(input.day)).unwrap_or(Date::EPOCH);
        let ruleset = input.ruleset.flatten();
        let mut faults = self.all_faults(input);
        self.has_several_partner_ids = faults.contains(&malformed(Field::PartnerId, "two-values"));
        let mut reading = self.reading.clone();
        reading.heed(&faults);
        let facts = Facts::of(reading, ruleset, today, known, &self.memo);
        self.is_future = facts.submits_in_future();
        faults.extend(facts.future_fault());
        judged(&facts, faults, evidence_faults)
    }

    /// What can be done about each finding of the report on this claim. What changes the claim is there if
    /// it mends the finding, and nothing fails that passed before.
    pub fn actions<'k>(
        &mut self,
        input: &CheckInput<'_>,
        skus: &'a SkuTable<'a>,
        known: ReferenceData<'k>,
        report: &Report,
    ) -> Vec<Vec<Action>>
    where
        'a: 'k,
    {
        let mut all = self.proposed(input, known, report);
        for (finding, actions) in report.findings.iter().zip(&mut all) {
            actions.retain_mut(|action| {
                action.changes.is_empty() || {
                    #[cfg(feature = "core")]
                    self.fill_emptied(action, input, skus, known, report);
                    let changes = &action.changes;
                    let (codes, checks) = self.changed(changes, input, skus, known, report);
                    mends(finding, &codes, changes, report, &checks)
                }
            });
            if let (true, field @ Some(_)) = (actions.is_empty(), actions::left(finding)) {
                actions.push(Action { field, ..Action::of(ActionId::Choose) });
            }
            actions::mark_primary(actions);
        }
        all
    }

    /// A field from which a text moved away gets the value that the evidence then leaves for it.
    #[cfg(feature = "core")]
    fn fill_emptied<'k>(
        &mut self,
        action: &mut Action,
        input: &CheckInput<'_>,
        skus: &'a SkuTable<'a>,
        known: ReferenceData<'k>,
        report: &Report,
    ) where
        'a: 'k,
    {
        let emptied = action.changes.iter().position(|(_, text)| text.is_empty());
        let is_moved = action.id == ActionId::SwapFields;
        let Some(at) = emptied.filter(|_| is_moved) else { return };
        let facts = self.facts_with(&action.changes, input, skus, known, report);
        if let Some((field, text)) = action.changes.get_mut(at)
            && let Some(value) = actions::known::value(&facts, *field)
        {
            *text = value;
            (action.id, action.field) = (ActionId::UseValue, Some(*field));
        }
    }

    /// The codes and the results that the claim has with other texts in some fields. What was read of it
    /// stays as it is.
    fn changed<'k>(
        &mut self,
        changes: &[(Field, String)],
        input: &CheckInput<'_>,
        skus: &'a SkuTable<'a>,
        known: ReferenceData<'k>,
        report: &Report,
    ) -> (Vec<Finding>, Vec<CheckResult>)
    where
        'a: 'k,
    {
        let facts = self.facts_with(changes, input, skus, known, report);
        let mut findings = Findings::codes_only(facts.rules);
        let mut checks = Vec::with_capacity(report.checks.len());
        checks::run(&facts, &mut findings, &mut checks);
        (findings.raised().to_vec(), checks)
    }

    fn facts_with<'k>(
        &mut self,
        changes: &[(Field, String)],
        input: &CheckInput<'_>,
        skus: &'a SkuTable<'a>,
        known: ReferenceData<'k>,
        report: &Report,
    ) -> Facts<'k>
    where
        'a: 'k,
    {
        let mut reading = self.reading.clone();
        let mut faults = self.all_faults(input);
        let new = |field: Field| changes.iter().find(|(changed, _)| *changed == field);
        let is_tenant_new = new(Field::CustomerTenantId).is_some();
        for field in reading_order() {
            let own = self.texts.get(field as usize).map(String::as_str);
            let text = match new(field) {
                Some((_, text)) => text,
                None if field == Field::SubscriptionId && is_tenant_new => own.unwrap_or_default(),
                None => continue,
            };
            faults.retain(|fault| !fault.is_of(field));
            let text = paste::clean(text);
            let text = Some(&*text).filter(|text| !text.is_empty());
            faults.extend(reading.read(field, text, skus, known, &mut self.memo).err());
        }
        reading.heed(&faults);
        Facts::of(reading, RuleSet::named(report.ruleset), report.today, known, &self.memo)
    }

    fn proposed(
        &self,
        input: &CheckInput<'_>,
        known: ReferenceData<'_>,
        report: &Report,
    ) -> Vec<Vec<Action>> {
        let mut reading = self.reading.clone();
        reading.heed(&self.all_faults(input));
        let ruleset = RuleSet::named(report.ruleset);
        let facts = Facts::of(reading, ruleset, report.today, known, &self.memo);
        let typed = |field: Field| match text_of(input.text(field)) {
            "" if field == Field::PartnerId => text_of(input.mpn_id()),
            own => own,
        };
        let findings = report.findings.iter();
        findings.map(|finding| actions::proposed(&facts, &report.checks, finding, &typed)).collect()
    }

    /// The fields of the last claim that were understood, in their order.
    pub fn understood(&self) -> impl Iterator<Item = (Field, &Understood)> {
        let all = Field::ALL.iter().zip(&self.understood);
        let all = all.filter(|(field, _)| **field != Field::SubmittedOn || !self.is_future);
        let all =
            all.filter(|(field, _)| **field != Field::PartnerId || !self.has_several_partner_ids);
        all.filter_map(|(field, understood)| Some((*field, understood.as_ref()?)))
    }

    /// Takes the texts of a claim, and tells which fields have to be read again.
    fn take(&mut self, texts: &[&[u8]; TEXTS]) -> Fields {
        let mut outdated = 0;
        for (at, (last, text)) in self.texts.iter_mut().zip(texts).enumerate() {
            if last.as_bytes() == *text {
                continue;
            }
            last.clear();
            last.push_str(text_of(text));
            let field = Field::ALL.get(at).copied().unwrap_or(Field::PartnerId);
            outdated |= match field {
                // The subscription is no tenant's ID: see `Reading::read`.
                Field::CustomerTenantId | Field::OwnTenantId => {
                    bit(field) | bit(Field::SubscriptionId)
                }
                _ => bit(field),
            };
        }
        outdated
    }

    fn read(&mut self, field: Field, skus: &'a SkuTable<'a>, known: ReferenceData<'_>) {
        let at = field as usize;
        let typed = |at: usize| self.texts.get(at).map_or("", String::as_str);
        let mut text = paste::clean(typed(at));
        // The Partner ID's own name wins over its older one, unless it says nothing.
        if field == Field::PartnerId && field.is_nothing(&text) {
            text = paste::clean(typed(MPN_ID));
        }
        let text = Some(&*text).filter(|text| !text.is_empty());
        let fault = self.reading.read(field, text, skus, known, &mut self.memo).err();
        let own = match typed(at) {
            "" if field == Field::PartnerId => typed(MPN_ID),
            own => own,
        };
        let understood = self.reading.understood(field).map(|understood| {
            if understood.is_written(own) {
                Understood::AsTyped
            } else {
                Understood::Text(understood.into_text())
            }
        });
        if let (Some(last_fault), Some(last_understood)) =
            (self.faults.get_mut(at), self.understood.get_mut(at))
        {
            (*last_fault, *last_understood) = (fault, understood);
        }
    }

    fn all_faults(&self, input: &CheckInput<'_>) -> Vec<InputFault> {
        let mut faults = Vec::new();
        for (name, problem, is_wrong) in [
            ("ruleset", "not-an-option", matches!(input.ruleset, Some(None))),
            ("today", "not-a-date", matches!(input.today, Some(None))),
        ] {
            if is_wrong {
                faults.push(InputFault::Malformed { name: name.into(), problem });
            }
        }
        faults.extend_from_slice(&input.faults);
        if self.has_two_partner_ids() {
            faults.push(malformed(Field::PartnerId, "two-values"));
        }
        faults.extend(self.faults.iter().flatten().cloned());
        faults
    }

    fn has_two_partner_ids(&self) -> bool {
        let [own, alias] = [Field::PartnerId as usize, MPN_ID]
            .map(|at| self.texts.get(at).map_or("", String::as_str));
        if alias.is_empty() {
            return false;
        }
        let [own, alias] = [own, alias].map(paste::clean);
        let says = |text: &str| !Field::PartnerId.is_nothing(text);
        says(&own) && says(&alias) && !Field::PartnerId.is_one_value(&own, &alias)
    }
}

/// Is the finding gone, without anything failing now that passed before, and without another fault in its
/// place: of the same text, or one that blocks? A field from which a text moved away may be left empty.
fn mends(
    finding: &Finding,
    codes: &[Finding],
    changes: &[(Field, String)],
    before: &Report,
    after: &[CheckResult],
) -> bool {
    let breaks = |(before, after): (&CheckResult, &CheckResult)| {
        before.outcome == Outcome::Pass && after.outcome == Outcome::Fail
    };
    let own = finding.code.facts();
    let is_left_empty = |other: &Finding| {
        let is_empty = |(field, text): &(Field, String)| {
            text.is_empty() && other.fields.first() == Some(field)
        };
        other.code.name().ends_with("-missing") && changes.iter().any(is_empty)
    };
    let stands_in = |other: &Finding| {
        let is_new = !before.findings.iter().any(|known| known.code == other.code);
        let is_same_text = own.kind == Kind::Field
            && other.kind == Kind::Field
            && other.code.facts().check == own.check;
        let is_worse = is_new && other.severity == Severity::Blocks;
        other.code == finding.code || (is_same_text || is_worse) && !is_left_empty(other)
    };
    !codes.iter().any(stands_in) && !before.checks.iter().zip(after).any(breaks)
}

const fn bit(field: Field) -> Fields {
    1 << field as u32
}
