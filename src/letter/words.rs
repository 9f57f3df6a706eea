//! What people write in replies, in every language: see `build.rs`.

use crate::paste;

include!(concat!(env!("OUT_DIR"), "/replies.rs"));

/// Yes or no, and whether nothing else is said.
pub fn yes_or_no(text: &str) -> (Option<&'static str>, bool) {
    let sentence = text.split(['.', '!', '\n', ';']).find(|part| !part.trim().is_empty());
    let sentence = sentence.unwrap_or_default();
    let first = |words: &[&str]| {
        let all: Vec<_> = words_of(sentence).collect();
        (1..=all.len().min(4)).any(|count| {
            let start: String = all.get(..count).unwrap_or_default().concat();
            words.contains(&start.as_str())
        })
    };
    let (yes, no) = (first(YES), first(NO));
    let is_hedged = has(text, UNSURE);
    let answer = match (yes, no) {
        (true, false) if !is_hedged => Some("yes"),
        (false, true) if !is_hedged => Some("no"),
        _ => None,
    };
    // A sentence that goes on may take back what it began with.
    let is_plain = answer.is_some() && words_of(text).count() <= 6 && !text.contains('?');
    let opposite = if yes { NO } else { YES };
    let turns = words_of(text).skip(1).any(|word| opposite.contains(&word.as_str()));
    (answer, is_plain && !turns)
}

/// Does a word of the text deny what it names?
pub fn denies(text: &str) -> bool {
    words_of(text).any(|word| NO.contains(&word.as_str()))
}

/// Are these words in the text, one behind the other?
pub fn has(text: &str, all: &[&str]) -> bool {
    let text = letters(text);
    all.iter().any(|words| paste::position(&text, words).is_some())
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split(|sign: char| !paste::is_letter(sign) && sign != '\'' && sign != '’')
        .map(letters)
        .filter(|word| !word.is_empty())
}

/// As names are compared: without blanks and signs, in lower case.
pub fn letters(text: &str) -> String {
    text.chars().filter(|sign| paste::is_letter(*sign)).map(paste::small).collect()
}
