//! A claim with its options as it crosses the boundary: entries of bytes.

use crate::claim::{Field, InputFault};
use crate::date::Date;
use crate::list::names;
use crate::ruleset::RuleSet;

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
        /// The name of a field that has a list of values.
        Several = "several",
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

/// A claim with its options, not read yet.
#[derive(Debug, Default)]
pub struct CheckInput<'i> {
    /// By field; the last one is the Partner ID's under its older name.
    pub(super) texts: [&'i [u8]; TEXTS],
    /// The caller's day.
    pub(super) day: &'i str,
    pub(super) today: Choice<Date>,
    pub(super) ruleset: Choice<&'static RuleSet>,
    /// Members that are no field's, and values of the wrong type.
    pub(super) faults: Vec<InputFault>,
}

/// An option: not given, or given and perhaps none that there is.
type Choice<T> = Option<Option<T>>;

/// How many texts a claim has: one a field, and the Partner ID's under its older name.
pub(super) const TEXTS: usize = Field::ALL.len() + 1;

impl<'i> CheckInput<'i> {
    /// Takes an input apart, one entry behind the other: its place (a field's or
    /// [an entry's](InputEntry::place)) in a byte, the length of its text in four bytes, the low one
    /// first, and its text in UTF-8. Of two texts of one place, the last one counts; what is cut off
    /// counts as not given.
    ///
    /// ```
    /// use cpor_preflight::{CheckInput, claim::Field};
    ///
    /// let input = [&[Field::Product as u8, 5, 0, 0, 0][..], b"Teams"].concat();
    /// let input = CheckInput::read(&input);
    /// # let _ = input;
    /// ```
    pub fn read(mut bytes: &'i [u8]) -> Self {
        let mut input = Self::default();
        while let Some(([place, length @ ..], rest)) = bytes.split_first_chunk::<5>() {
            let length = u32::from_le_bytes(*length) as usize;
            let (text, rest) = rest.split_at_checked(length).unwrap_or_default();
            input.take(usize::from(*place), text);
            bytes = rest;
        }
        input
    }

    pub(super) fn text(&self, field: Field) -> &'i [u8] {
        self.texts.get(field as usize).copied().unwrap_or_default()
    }

    /// The Partner ID under its older name.
    pub(super) fn mpn_id(&self) -> &'i [u8] {
        self.texts.last().copied().unwrap_or_default()
    }

    /// A claim with these texts, under a rule set, or that of its day, as of a day.
    #[cfg(feature = "core")]
    pub(crate) fn of(
        texts: impl Iterator<Item = (Field, &'i str)>,
        ruleset: Option<&'static RuleSet>,
        today: Date,
    ) -> Self {
        let ruleset = ruleset.map(Some);
        let mut input = Self { ruleset, today: Some(Some(today)), ..Self::default() };
        texts.for_each(|(field, text)| input.take(field as usize, text.as_bytes()));
        input
    }

    fn take(&mut self, place: usize, text: &'i [u8]) {
        if let Some(of_field) = self.texts.get_mut(place) {
            *of_field = text;
            return;
        }
        let text = text_of(text);
        let entry = place.checked_sub(Field::ALL.len()).and_then(|at| InputEntry::ALL.get(at));
        match entry {
            Some(InputEntry::Day) => self.day = text,
            Some(InputEntry::Today) => {
                self.today = (!text.is_empty()).then(|| Date::parse(text));
            }
            Some(InputEntry::Ruleset) => {
                self.ruleset = (!text.is_empty()).then(|| RuleSet::named(text));
            }
            Some(InputEntry::UnknownField) => self.faults.push(InputFault::unknown_field(text)),
            Some(InputEntry::WrongType) => self.malformed(text, "wrong-type"),
            Some(InputEntry::Several) => self.malformed(text, "two-values"),
            Some(InputEntry::MpnId) | None => {}
        }
    }

    fn malformed(&mut self, name: &str, problem: &'static str) {
        self.faults.push(InputFault::Malformed { name: name.to_owned().into(), problem });
    }
}

/// What is no UTF-8 is no text; JavaScript sends none.
pub(super) fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
