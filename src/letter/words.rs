//! What people write in replies, in every language: see `build.rs`.

use crate::batch::labels;
use crate::claim::Field;
use crate::paste::{self, letters};

include!(concat!(env!("OUT_DIR"), "/replies.rs"));

/// Yes or no, and whether nothing else is said. A text that goes on in another way may mean anything: "no
/// access" and "no problem" are no answers, "yes, but …" is none either.
pub fn yes_or_no(text: &str) -> (Option<&'static str>, bool) {
    let words: Vec<_> = words_of(text).collect();
    let begins = |list: &[&str]| {
        (1..=words.len().min(LONGEST)).rev().find(|count| is_in(list, words.get(..*count)))
    };
    let (answer, own, count) = match (begins(YES), begins(NO)) {
        (Some(count), None) => ("yes", YES, count),
        (None, Some(count)) => ("no", NO, count),
        _ => return (None, false),
    };
    let rest = words.get(count..).unwrap_or_default();
    let is_plain = are_plain(rest, own);
    let is_denied = rest.iter().any(|(word, _)| {
        let word = word.as_str();
        DENYING.contains(&word) || if own == YES { NO.contains(&word) } else { YES.contains(&word) }
    });
    let is_open = has(text, UNSURE) || text.contains('?') || is_denied && !is_plain;
    let (word, end) = words.get(count - 1).map_or(("", 0), |(word, end)| (word.as_str(), *end));
    let behind = text.get(end..).unwrap_or_default().trim_start_matches([' ', '\t']);
    let is_apart = behind.starts_with([',', '.', ';', ':', '!', '-', '–', '—', '(', '\n']);
    let is_said = is_plain || is_apart && word.len() > 1 && count < words.len();
    (Some(answer).filter(|_| is_said && !is_open), is_plain && !is_open)
}

/// Without what stands before a colon and an answer, as in "Answer: yes".
pub fn without_name(text: &str) -> &str {
    let (name, answer) = text.split_once([':', '=']).unwrap_or_default();
    if ANSWERS.contains(&letters(name).as_str()) { answer.trim_start() } else { text }
}

/// What a line says of all questions: yes or no, and what follows a word that takes some of them out.
pub fn of_all(line: &str) -> Option<(&'static str, Option<&str>)> {
    if line.len() > LONGEST_OF_ALL {
        return None;
    }
    let words: Vec<_> = words_of(line).collect();
    let phrase = |list: &[&str], at: usize| {
        let counts = (1..=LONGEST.min(words.len() - at)).rev();
        counts.into_iter().find(|count| is_in(list, words.get(at..at + count)))
    };
    let exception = (0..words.len()).find_map(|at| Some((at, phrase(EXCEPT, at)?)));
    let (end, rest) = match exception {
        Some((at, count)) => {
            let (_, from) = words.get(at + count - 1)?;
            (at, Some(line.get(*from..)?))
        }
        None => (words.len(), None),
    };
    let head = words.get(..end)?;
    let (at, count) = (0..end).find_map(|at| Some((at, phrase(ALL, at)?)))?;
    let others = head.iter().enumerate().filter(|(other, _)| !(at..at + count).contains(other));
    let mut others = others.map(|(_, (word, _))| word).filter(|word| !PLAIN.contains(&&***word));
    let answer = labels::option(Field::CompetingPartner, others.next()?)?;
    (others.next().is_none() && answer != "unknown").then_some((answer, rest))
}

/// So long can a line be that speaks of all questions.
const LONGEST_OF_ALL: usize = 120;

/// Does a word of the text deny what it names?
pub fn denies(text: &str) -> bool {
    words_of(text).any(|(word, _)| DENYING.contains(&word.as_str()) || NO.contains(&word.as_str()))
}

/// Are these words in the text, one behind the other?
pub fn has(text: &str, all: &[&str]) -> bool {
    let text = letters(text);
    all.iter().any(|words| paste::position(&text, words).is_some())
}

/// No entry of the lists has more words.
const LONGEST: usize = 4;

/// A word as it is compared, and where it ends.
type Word = (String, usize);

fn words_of(text: &str) -> impl Iterator<Item = Word> {
    let mut at = 0;
    let parts =
        text.split_inclusive(|sign: char| !paste::is_letter(sign) && !matches!(sign, '\'' | '’'));
    let words = parts.map(move |part| {
        at += part.len();
        let word = part.trim_end_matches(|sign: char| !paste::is_letter(sign));
        (letters(word), at - (part.len() - word.len()))
    });
    words.filter(|(word, _)| !word.is_empty())
}

fn is_in(list: &[&str], words: Option<&[Word]>) -> bool {
    let words: String = words.unwrap_or_default().iter().map(|(word, _)| word.as_str()).collect();
    list.contains(&words.as_str())
}

/// Are these words nothing but answers of the same kind, and words that change nothing?
fn are_plain(words: &[Word], own: &[&str]) -> bool {
    let mut rest = words;
    while !rest.is_empty() {
        let known = |count: &usize| {
            let start = rest.get(..*count);
            is_in(own, start) || is_in(PLAIN, start)
        };
        let Some(count) = (1..=rest.len().min(LONGEST)).rev().find(known) else { return false };
        rest = rest.get(count..).unwrap_or_default();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_to_all() {
        for (line, said) in [
            ("All yes", Some(("yes", None))),
            ("Yes to all, thanks.", Some(("yes", None))),
            ("All yes except 6", Some(("yes", Some(" 6")))),
            ("Alles ja, au\u{df}er 5 und 6.", Some(("yes", Some(" 5 und 6.")))),
            ("All of them: no, but for 4 (yes)", Some(("no", Some(" 4 (yes)")))),
            ("Yes, all of them are active", None),
            ("All good", None),
            ("All correct", None),
            ("yes", None),
            ("yes except 6", None),
            ("All yes and no", None),
            ("", None),
        ] {
            assert_eq!(of_all(line), said, "{line}");
        }
    }

    #[test]
    fn answers() {
        for text in ["yes", "Yes!", "ja, stimmt", "Ja, natürlich.", "yes, thanks", "correct", "y"]
        {
            assert_eq!(yes_or_no(text), (Some("yes"), true), "{text}");
        }
        for text in ["no", "Nope.", "nein, danke", "noch nicht", "no, not yet", "no other partner"]
        {
            assert_eq!(yes_or_no(text), (Some("no"), true), "{text}");
        }
        for text in ["yes, expired", "ja, abgelaufen", "yes (until last year)", "ja, Sie"] {
            assert_eq!(yes_or_no(text), (Some("yes"), false), "{text}");
        }
        for text in ["no: Adatum", "nein, ist aktiv", "no, it's active"] {
            assert_eq!(yes_or_no(text), (Some("no"), false), "{text}");
        }
        for text in [
            "no problem",
            "no worries, it is",
            "kein Problem, läuft",
            "no access",
            "keine Berechtigung",
            "No clue",
            "n/a",
            "not visible to me",
            "nicht bekannt",
            "nicht gekündigt",
            "not cancelled",
            "no other partner but Adatum",
            "no, except Adatum",
            "nein, außer Adatum",
            "Ja, aber suspendiert",
            "nein, stimmt",
            "yes and no",
            "yes?",
            "y/n",
            "I think so, yes",
            "ich glaube ja",
            "",
        ] {
            assert_eq!(yes_or_no(text), (None, false), "{text}");
        }
    }
}
