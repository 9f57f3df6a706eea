//! Checks claims one after the other, and reads no text again that the last claim had as well.

use super::input::{TEXTS, text_of};
use super::{CheckInput, judged};
use crate::claim::{Field, InputFault, malformed};
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::evidence::EvidenceFault;
use crate::facts::{Facts, Memo, Reading, reading_order};
use crate::paste;
use crate::report::Report;
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
        }
    }
}

impl<'a> ClaimReader<'a> {
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
        let facts = Facts::of(self.reading.clone(), ruleset, today, known, &self.memo);
        self.is_future = facts.submits_in_future();
        let mut faults = self.all_faults(input);
        faults.extend(facts.future_fault());
        judged(&facts, faults, evidence_faults)
    }

    /// The fields of the last claim that were understood, in their order.
    pub fn understood(&self) -> impl Iterator<Item = (Field, &Understood)> {
        let all = Field::ALL.iter().zip(&self.understood);
        let all = all.filter(|(field, _)| **field != Field::SubmittedOn || !self.is_future);
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
        says(&own) && says(&alias) && own != alias
    }
}

const fn bit(field: Field) -> Fields {
    1 << field as u32
}
