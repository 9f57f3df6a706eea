//! Answers in the words of people: what stands in a cell of a closed question where no code does.

use super::layout::letters;
use super::names::ANSWERS;
use crate::claim::Field;

/// The code of the answer that a cell has in words, in any language and under any rule set; a second
/// name in brackets or behind a comma, as the form shows them, is not looked at.
pub fn option(field: Field, text: &str) -> Option<&'static str> {
    let codes = field.options();
    if codes.is_empty() {
        return None;
    }
    let known = |text: &str| {
        let text = letters(text);
        let own = codes.iter().find(|code| letters(code) == text).copied();
        own.or_else(|| named(field, &text))
    };
    let first_name = || text.split_once(['(', ',']).and_then(|(name, _)| known(name));
    known(text).or_else(first_name)
}

fn named(field: Field, text: &str) -> Option<&'static str> {
    let (_, answers) = ANSWERS.iter().find(|(one, _)| *one == field)?;
    answers.iter().find(|(_, names)| names.contains(&text)).map(|(code, _)| *code)
}

/// What a file has in words, kept: most files use few of them, in every row.
#[derive(Debug, Default)]
pub struct Labels(Vec<(Field, String, Option<&'static str>)>);

/// More than a file has that answers in words at all.
const KEPT: usize = 64;

impl Labels {
    /// As [`option`].
    pub fn option(&mut self, field: Field, text: &str) -> Option<&'static str> {
        let mut kept = self.0.iter();
        if let Some((.., code)) = kept.find(|(one, known, _)| *one == field && known == text) {
            return *code;
        }
        let code = option(field, text);
        if self.0.len() < KEPT {
            self.0.push((field, text.to_owned(), code));
        }
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_people_write_them() {
        let mut labels = Labels::default();
        for (field, text, expected) in [
            (Field::Activity, "Nutzung", Some("usage")),
            (Field::Activity, "Usage (Nutzung)", Some("usage")),
            (Field::Activity, "Usage, today: Use or consume", Some("usage")),
            (Field::Activity, "Build intent - Advisor", Some("presales")),
            (Field::Activity, "Pre-Sales", Some("presales")),
            (Field::SolutionArea, "Business Applications", Some("business-applications")),
            (Field::SolutionArea, "Modern Work and Security", Some("microsoft-365")),
            (Field::PurchaseChannel, "Volumenlizenz (Volume Licensing)", Some("volume-licensing")),
            (Field::PurchaseChannel, "Web Direct", Some("web-direct")),
            (Field::PurchaseChannel, "WebDirect", Some("web-direct")),
            (Field::CompetingPartner, "Ja", Some("yes")),
            (Field::ProofOfExecution, "Liegt vor", Some("ready")),
            (Field::ProofOfExecution, "Ja", Some("ready")),
            (Field::Activity, "Consulting", None),
            (Field::Activity, "(Usage)", Some("usage")),
            (Field::Activity, "()", None),
            (Field::Activity, "–", None),
            (Field::Product, "Usage", None),
            (Field::UserRole, "Globaler Administrator", Some("global-admin")),
        ] {
            assert_eq!(option(field, text), expected, "{text}");
            for _ in 0..2 {
                assert_eq!(labels.option(field, text), expected, "{text}");
            }
        }
    }

    #[test]
    fn a_file_of_other_words_takes_no_more_memory() {
        let mut labels = Labels::default();
        for number in 0..KEPT * 4 {
            assert_eq!(labels.option(Field::Activity, &number.to_string()), None);
        }
        assert_eq!(labels.0.len(), KEPT);
    }
}
