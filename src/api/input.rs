//! A claim with its options as it crosses the boundary: entries of bytes, read where they lie.

use std::borrow::Cow;

use super::{default_rules, judged};
use crate::claim::{Field, InputFault, malformed};
use crate::date::Date;
use crate::evidence::EvidenceFault;
use crate::facts::{Facts, Memo, Reading, reading_order};
use crate::identifier::Known;
use crate::list::names;
use crate::paste;
use crate::report::Report;
use crate::ruleset::RuleSet;
use crate::sku::SkuTable;

names! {
    /// What an input can hold beside the texts of the fields.
    pub enum InputEntry {
        /// The text of the Partner ID under its older name.
        MpnId = "mpnId",
        /// The caller's day.
        Day = "day",
        /// The option `today`.
        Today = "today",
        /// The option `ruleset`.
        Ruleset = "ruleset",
        /// The name of a member that claims do not have.
        UnknownField = "unknown-field",
        /// What should be an object or a text and is neither: `claim`, `options`, or a field's name.
        WrongType = "wrong-type",
    }
}

impl InputEntry {
    /// Its place in an input, behind those of the fields.
    ///
    /// ```
    /// use cpor_preflight::{InputEntry, claim::Field};
    ///
    /// assert_eq!(InputEntry::MpnId.place() as usize, Field::ALL.len());
    /// ```
    pub const fn place(self) -> u8 {
        (Field::ALL.len() + self as usize) as u8
    }
}

/// A claim with its options.
#[derive(Debug, Default)]
pub struct CheckInput<'i> {
    /// By field; the last one is the Partner ID's under its older name.
    typed: [Typed<'i>; Field::ALL.len() + 1],
    day: Option<Date>,
    today: Choice<Date>,
    ruleset: Choice<&'static RuleSet>,
    /// Members that are no field's, and values of the wrong type.
    faults: Vec<InputFault>,
}

/// An answer: the report, and what was understood in a form that crosses cheaply.
#[derive(Debug)]
pub struct Checked {
    /// The report, without what was understood.
    pub report: Report,
    /// The fields that were understood, in their order.
    pub understood: Vec<(Field, Understood)>,
}

/// How a field was understood.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Understood {
    /// As the very text that was typed.
    AsTyped,
    /// As this.
    Text(String),
}

/// A text before and after cleaning.
#[derive(Debug, Default)]
struct Typed<'i> {
    raw: &'i str,
    clean: Cow<'i, str>,
}

/// An option: not given, or given and perhaps none that there is.
type Choice<T> = Option<Option<T>>;

const MPN_ID: usize = Field::ALL.len();

impl<'i> CheckInput<'i> {
    /// Reads an input, one entry behind the other: its place (a field's or
    /// [an entry's](InputEntry::place)) in a byte, the length of its text in four bytes, the low one
    /// first, and its text in UTF-8. Of two entries of one place, the last one counts.
    ///
    /// ```
    /// use cpor_preflight::{CheckInput, claim::Field};
    ///
    /// let input = [&[Field::Product as u8, 5, 0, 0, 0][..], b"Teams"].concat();
    /// assert_eq!(CheckInput::read(&input).text(Field::Product), Some("Teams"));
    /// ```
    pub fn read(mut bytes: &'i [u8]) -> Self {
        let mut input = Self::default();
        while let Some(([place, length @ ..], rest)) = bytes.split_first_chunk::<5>() {
            let length = u32::from_le_bytes(*length) as usize;
            let (text, rest) = rest.split_at_checked(length).unwrap_or_default();
            input.take(usize::from(*place), std::str::from_utf8(text).unwrap_or_default());
            bytes = rest;
        }
        input
    }

    /// What was typed into a field, cleaned; `None` if nothing was. The Partner ID's own name wins
    /// over its older one.
    pub fn text(&self, field: Field) -> Option<&str> {
        let given = |at: usize| self.typed.get(at).map(|typed| &*typed.clean);
        let own = given(field as usize).filter(|text| !text.is_empty());
        let alias = || given(MPN_ID).filter(|text| field == Field::PartnerId && !text.is_empty());
        own.or_else(alias)
    }

    /// Checks the claim. The memo may hold what other claims' texts were read as, with the same SKU
    /// table and evidence; the answer is the same whatever it holds.
    pub fn check<'a, 'k>(
        &self,
        skus: &'a SkuTable<'a>,
        known: Known<'k>,
        evidence_faults: &[EvidenceFault],
        memo: &mut Memo<'a>,
    ) -> Checked
    where
        'a: 'k,
    {
        let mut faults = self.faults();
        let mut reading = Reading::default();
        for field in reading_order() {
            if let Some(text) = self.text(field) {
                faults.extend(reading.read(field, Some(text), skus, known, memo).err());
            }
        }
        let rules = self.ruleset.flatten().unwrap_or_else(default_rules);
        let today = self.today.flatten().or(self.day).unwrap_or(Date::EPOCH);
        let facts = Facts::of(reading, rules, today, known, memo);
        let report = judged(&facts, faults, evidence_faults);
        let understood = |field: &Field| Some((*field, self.understood(*field, facts.reading())?));
        let understood = Field::ALL.iter().filter_map(understood).collect();
        Checked { report, understood }
    }

    fn take(&mut self, place: usize, text: &'i str) {
        if let Some(typed) = self.typed.get_mut(place) {
            *typed = Typed { raw: text, clean: paste::clean(text) };
            return;
        }
        let entry = place.checked_sub(Field::ALL.len()).and_then(|at| InputEntry::ALL.get(at));
        match entry {
            Some(InputEntry::Day) => self.day = Date::parse(text),
            Some(InputEntry::Today) => {
                self.today = (!text.is_empty()).then(|| Date::parse(text));
            }
            Some(InputEntry::Ruleset) => {
                self.ruleset = (!text.is_empty()).then(|| RuleSet::named(text));
            }
            Some(InputEntry::UnknownField) => self.faults.push(InputFault::unknown_field(text)),
            Some(InputEntry::WrongType) => {
                let name = text.to_owned().into();
                self.faults.push(InputFault::Malformed { name, problem: "wrong-type" });
            }
            Some(InputEntry::MpnId) | None => {}
        }
    }

    /// What is wrong with the input, but for texts that a field does not take.
    fn faults(&self) -> Vec<InputFault> {
        let option = |name: &'static str, problem, is_wrong: bool| {
            is_wrong.then(|| InputFault::Malformed { name: name.into(), problem })
        };
        let options = [
            option("ruleset", "not-an-option", matches!(self.ruleset, Some(None))),
            option("today", "not-a-date", matches!(self.today, Some(None))),
        ];
        let [own, alias] = [Field::PartnerId as usize, MPN_ID]
            .map(|at| self.typed.get(at).map(|typed| &*typed.clean).unwrap_or_default());
        let differ = !own.is_empty() && !alias.is_empty() && own != alias;
        let differ = differ.then(|| malformed(Field::PartnerId, "two-values"));
        options.into_iter().flatten().chain(self.faults.iter().cloned()).chain(differ).collect()
    }

    fn understood(&self, field: Field, reading: &Reading<'_>) -> Option<Understood> {
        let text = reading.understood(field)?;
        let raw = |at: usize| self.typed.get(at).map_or("", |typed| typed.raw);
        let typed = match raw(field as usize) {
            "" if field == Field::PartnerId => raw(MPN_ID),
            own => own,
        };
        Some(if typed == text { Understood::AsTyped } else { Understood::Text(text.into_owned()) })
    }
}
