//! One claim that is checked again and again while it changes: only what changed is read anew.

use std::borrow::Cow;

use crate::api::{default_rules, judged};
use crate::claim::{Field, InputFault, malformed};
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::evidence::EvidenceFault;
use crate::facts::{Facts, Memo, Reading, reading_order};
use crate::list::names;
use crate::paste;
use crate::report::Report;
use crate::ruleset::RuleSet;
use crate::sku::SkuTable;

names! {
    /// What a session is told beside the texts of the fields.
    pub enum Told {
        /// The text of the Partner ID under its older name.
        MpnId = "mpnId",
        /// The caller's day.
        Day = "day",
        /// The option `today`.
        Today = "today",
        /// The option `ruleset`.
        Ruleset = "ruleset",
        /// All that was told of the claim counts no more.
        Anew = "anew",
        /// The claim has a member of this name, which claims do not have.
        UnknownField = "unknown-field",
        /// What should be an object or a text is none: `claim`, `options`, or the field of this name.
        WrongType = "wrong-type",
    }
}

/// A claim, what was read of it, and what it is checked by.
#[derive(Debug, Default)]
pub struct Session<'a> {
    /// By field; the last one is the Partner ID's under its older name.
    typed: [Typed; FIELDS + 1],
    reading: Reading<'a>,
    faults: [Option<InputFault>; FIELDS],
    understood: [Option<String>; FIELDS],
    /// What texts were read as: a person goes back and forth, and a list of claims repeats itself.
    memo: Memo<'a>,
    /// What is wrong beside the texts of the fields.
    odd: Vec<InputFault>,
    /// Fields to be read anew.
    outdated: Fields,
    /// Fields of which it is told how they are understood.
    told: Fields,
    day: Option<Date>,
    today: Choice<Date>,
    ruleset: Choice<&'static RuleSet>,
}

/// A text after cleaning, and how many bytes it had before.
#[derive(Debug, Default)]
struct Typed {
    text: String,
    length: usize,
}

/// How a field was understood.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Understood<'s> {
    /// Not at all.
    Nothing,
    /// As the very text that was typed.
    AsTyped,
    /// As this.
    Text(&'s str),
}

/// An option: not given, or given and perhaps none that there is.
type Choice<T> = Option<Option<T>>;

/// A set of fields, one bit each.
type Fields = u32;
const FIELDS: usize = Field::ALL.len();
const ALL: Fields = (1 << FIELDS) - 1;
const MPN_ID: usize = FIELDS;

/// Of each field that takes long to read.
const KEPT_TEXTS: usize = 16;

impl<'a> Session<'a> {
    /// Takes a field's text; an empty one is none.
    pub fn set(&mut self, field: Field, text: &str) {
        self.typed_at(field as usize, text);
        self.outdated |= match field {
            // The subscription is no tenant's ID: see `Reading::read`.
            Field::CustomerTenantId | Field::OwnTenantId => bit(field) | bit(Field::SubscriptionId),
            _ => bit(field),
        };
    }

    /// Takes something else.
    pub fn tell(&mut self, told: Told, text: &str) {
        match told {
            Told::MpnId => {
                self.typed_at(MPN_ID, text);
                self.outdated |= bit(Field::PartnerId);
            }
            Told::Day => self.day = Date::parse(text),
            Told::Today => self.today = (!text.is_empty()).then(|| Date::parse(text)),
            Told::Ruleset => self.ruleset = (!text.is_empty()).then(|| RuleSet::named(text)),
            Told::Anew => {
                self.typed = Default::default();
                self.odd.clear();
                self.outdated = ALL;
                self.told = 0;
            }
            Told::UnknownField => self.odd.push(InputFault::unknown_field(text)),
            Told::WrongType => {
                let name = text.to_owned().into();
                self.odd.push(InputFault::Malformed { name, problem: "wrong-type" });
            }
        }
    }

    /// Something else is known about the customer now.
    pub fn forget_readings(&mut self) {
        self.outdated = ALL;
        self.memo = Memo::with_capacity(KEPT_TEXTS);
    }

    /// The report as things are, but for what was understood.
    pub fn check<'k>(
        &mut self,
        skus: &'a SkuTable<'a>,
        known: ReferenceData<'k>,
        evidence_faults: &[EvidenceFault],
    ) -> Report
    where
        'a: 'k,
    {
        self.read_outdated(skus, known);
        let rules = self.ruleset.flatten().unwrap_or_else(default_rules);
        let today = self.today.flatten().or(self.day).unwrap_or(Date::EPOCH);
        let facts = Facts::of(self.reading.clone(), rules, today, known, &self.memo);
        judged(&facts, self.all_faults(), evidence_faults)
    }

    /// The fields that are understood otherwise than when this was last asked, in their order; at first
    /// all of them.
    pub fn understood(&mut self) -> impl Iterator<Item = (Field, Understood<'_>)> {
        let told = std::mem::replace(&mut self.told, ALL);
        let this = &*self;
        let fields = Field::ALL.iter().copied().filter(move |field| told & bit(*field) == 0);
        fields.map(|field| (field, this.understood_of(field)))
    }

    fn typed_at(&mut self, at: usize, text: &str) {
        if let Some(typed) = self.typed.get_mut(at) {
            typed.text.clear();
            typed.text.push_str(&paste::clean(text));
            typed.length = text.len();
        }
    }

    fn read_outdated(&mut self, skus: &'a SkuTable<'a>, known: ReferenceData<'_>) {
        let outdated = std::mem::take(&mut self.outdated);
        for field in reading_order().filter(|field| outdated & bit(*field) != 0) {
            let text = source(&self.typed, field).map(|typed| typed.text.as_str());
            let read = self.reading.read(field, text, skus, known, &mut self.memo);
            if let Some(place) = self.faults.get_mut(field as usize) {
                *place = read.err();
            }
            let understood = self.reading.understood(field);
            let Some(before) = self.understood.get_mut(field as usize) else { continue };
            if before.as_deref() != understood.as_deref() {
                *before = understood.map(Cow::into_owned);
                self.told &= !bit(field);
            }
        }
    }

    fn understood_of(&self, field: Field) -> Understood<'_> {
        let Some(Some(text)) = self.understood.get(field as usize) else {
            return Understood::Nothing;
        };
        let is_typed = |typed: &Typed| typed.length == text.len() && typed.text == *text;
        match source(&self.typed, field).is_some_and(is_typed) {
            true => Understood::AsTyped,
            false => Understood::Text(text),
        }
    }

    fn all_faults(&self) -> impl Iterator<Item = InputFault> {
        let option = |name: &'static str, problem, is_wrong: bool| {
            is_wrong.then(|| InputFault::Malformed { name: name.into(), problem })
        };
        let options = [
            option("ruleset", "not-an-option", matches!(self.ruleset, Some(None))),
            option("today", "not-a-date", matches!(self.today, Some(None))),
        ];
        let two = [Field::PartnerId as usize, MPN_ID].map(|at| self.typed.get(at).and_then(given));
        let differ = two[0].zip(two[1]).is_some_and(|(one, other)| one.text != other.text);
        let differ = differ.then(|| malformed(Field::PartnerId, "two-values"));
        let fields = self.faults.iter().flatten().cloned();
        options.into_iter().flatten().chain(self.odd.iter().cloned()).chain(differ).chain(fields)
    }
}

/// The text that counts for a field; its own name wins over its alias.
fn source(typed: &[Typed], field: Field) -> Option<&Typed> {
    let own = typed.get(field as usize).and_then(given);
    let is_named_twice = field == Field::PartnerId;
    own.or_else(|| typed.get(MPN_ID).filter(|_| is_named_twice).and_then(given))
}

fn given(typed: &Typed) -> Option<&Typed> {
    Some(typed).filter(|typed| !typed.text.is_empty())
}

const fn bit(field: Field) -> Fields {
    1 << field as u32
}
