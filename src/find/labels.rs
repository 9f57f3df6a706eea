//! What people write before or behind a value to say what it is: `Tenant ID: …`, `… (Partner ID)`.
//! The names are those of the languages' folders: see `build.rs`.

use crate::claim::Field;
use crate::identifier::IdentifierKind;
use crate::paste;

use super::steps;

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// What a name says about the value beside it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Label {
    /// It is the value of a field.
    Field(Field),
    /// It is something else.
    Kind(IdentifierKind),
    /// It is the tenant of whoever says so: the customer's or the partner's.
    Ours,
    /// Nothing: the word stands between a name and its value.
    Between,
    /// Several names share what follows.
    Joint,
    /// The value may be another one than the name says.
    Doubt,
    /// It is about Azure, where subscriptions are others.
    Azure,
    /// The value may be that of whoever says so, or of the partner.
    Whose,
    /// The value may be another company's.
    Others,
    /// With `'s` behind it, the word names no other company.
    Theirs,
}

/// All names.
pub struct Labels(Vec<(&'static str, Label)>);

/// What was written beside a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Labelled {
    /// What the name says.
    pub label: Label,
    /// Where the name stands, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Each name has one of these behind it.
const SIGNS: std::ops::RangeInclusive<u8> = b'A'..=b'`';
/// No name has more words.
const MAX_WORDS: usize = 6;
/// A name is looked for among this many words before a value.
const MAX_DISTANCE: usize = 12;
/// Nothing beside a value that is further away is looked at, in bytes.
const MAX_LENGTH: usize = 120;

impl Labels {
    /// All names.
    #[cfg(feature = "core")]
    pub fn all() -> Self {
        Self::read(|_| true)
    }

    /// The names of identifiers and of what is none of them. A field of a claim is read by these, also
    /// where there are more: as the check of a claim alone does.
    pub fn of_identifiers() -> Self {
        Self::read(|label| match label {
            Label::Field(field) => field.options().is_empty() && field != Field::SubmittedOn,
            _ => true,
        })
    }

    fn read(is_wanted: fn(Label) -> bool) -> Self {
        let mut names = Vec::new();
        let mut start = 0;
        for (at, letter) in NAMES.bytes().enumerate().filter(|(_, letter)| SIGNS.contains(letter)) {
            let label = MEANINGS.get(usize::from(letter - b'A'));
            let name = NAMES.get(start..at).unwrap_or_default();
            names.extend(label.filter(|label| is_wanted(**label)).map(|label| (name, *label)));
            start = at + 1;
        }
        Self(names)
    }

    /// What a name says, whatever its case, blanks and signs.
    pub fn meaning(&self, name: &str) -> Option<Label> {
        steps::add(name.len());
        let letters = name.chars().filter(|letter| paste::is_letter(*letter));
        let name = paste::lower(&letters.take(MAX_LENGTH).collect::<String>());
        let at = self.0.binary_search_by(|(one, _)| (*one).cmp(&name)).ok()?;
        self.0.get(at).map(|(_, label)| *label)
    }

    /// The nearest name before a value that begins at the end of this text.
    pub fn before(&self, text: &str) -> Option<Labelled> {
        let words = last_words(text);
        (0..words.len()).find_map(|skipped| {
            let words = words.get(skipped..)?;
            let (label, length) = self.name_at_end(text, words)?;
            let ((start, _), (_, end)) = (*words.get(length - 1)?, *words.first()?);
            Some(Labelled { label, start, end })
        })
    }

    /// The longest name that the last words are, and how many these are.
    pub(super) fn name_at_end(
        &self,
        text: &str,
        words: &[(usize, usize)],
    ) -> Option<(Label, usize)> {
        let (_, end) = *words.first()?;
        (1..=words.len().min(MAX_WORDS)).rev().find_map(|length| {
            let (start, _) = *words.get(length - 1)?;
            let label = self.meaning(text.get(start..end)?)?;
            label.is_name().then_some((label, length))
        })
    }

    /// The name behind a value, at the beginning of this text: in brackets, or behind a word or a sign
    /// that joins them, and with nothing else behind it.
    pub fn behind(&self, text: &str) -> Option<Labelled> {
        // Where the name begins, whether anything joins it to the value, and where it ends.
        let (mut start, mut is_joined) = (0, false);
        let mut end = text.len();
        for (at, sign) in text.char_indices() {
            steps::add(1);
            match sign {
                '(' | '[' | '=' | '-' | '>' | '<' | '←' if start == at => is_joined = true,
                ' ' if start == at => {}
                // It is the name of the next value.
                ':' | '=' => return None,
                ')' | ']' | ',' | ';' | '.' | '(' | '\n' | '\t' | '|' => {
                    end = at;
                    break;
                }
                _ if at > MAX_LENGTH => return None,
                _ => continue,
            }
            start = at + sign.len_utf8();
        }
        let name = text.get(start..end)?;
        let words = last_words(name);
        let (label, length) = self.name_at_end(name, &words)?;
        let ((from, _), (_, to)) = (*words.get(length - 1)?, *words.first()?);
        let mut others = words.get(length..)?.iter();
        is_joined |= length < words.len();
        let is_usual = |(start, end): &(usize, usize)| {
            self.meaning(name.get(*start..*end).unwrap_or_default()) == Some(Label::Between)
        };
        let is_its = is_joined && others.all(is_usual);
        is_its.then_some(Labelled { label, start: start + from, end: start + to })
    }
}

impl Label {
    /// Does it say what a value is?
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Field(_) | Self::Kind(_) | Self::Ours)
    }
}

/// The last words of a text, the last one first: where each begins and ends.
pub(super) fn last_words(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut end = None;
    let mut start = text.len();
    for (at, letter) in text.char_indices().rev() {
        steps::add(1);
        if paste::is_letter(letter) {
            end = end.or(Some(at + letter.len_utf8()));
            start = at;
        } else if let Some(end) = end.take() {
            words.push((start, end));
        }
        if words.len() == MAX_DISTANCE || text.len() - at > MAX_LENGTH {
            return words;
        }
    }
    words.extend(end.map(|end| (start, end)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_mean_something() {
        let labels = Labels::all();
        assert_eq!(labels.0.len(), NAMES.bytes().filter(|sign| SIGNS.contains(sign)).count());
        assert!(MEANINGS.iter().all(|meaning| labels.0.iter().any(|(_, label)| label == meaning)));
        assert!(labels.0.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn names_behind_a_value() {
        let labels = Labels::all();
        for (text, name) in [
            (" (Tenant ID)", Some("Tenant ID")),
            (" = tenant ID, and", Some("tenant ID")),
            (" ist die Mandanten-ID.", Some("Mandanten-ID")),
            (" <- Subscription ID\nmore", Some("Subscription ID")),
            (" (Contoso GmbH)", None),
            (" Tenant ID", None),
            (" - Tenant ID: 5", None),
            (" is in the tenant", None),
            ("", None),
        ] {
            let found = labels.behind(text);
            assert_eq!(found.and_then(|one| text.get(one.start..one.end)), name, "{text}");
        }
    }
}
