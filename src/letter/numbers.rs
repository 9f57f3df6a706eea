//! The numbers of questions before an answer: `4`, `re question 5`, `1-3`, `1, 2 and 4`.

use super::words::{BEFORE_NUMBERS, JOINTS, RANGES, yes_or_no};
use crate::paste::{self, letters};

/// The numbers at the beginning of a line, counted from 0, and the answer behind them.
pub fn numbered(line: &str, count: usize) -> Option<(Vec<usize>, &str)> {
    let first = number(line, count)?;
    let (numbers, behind, has_word) = group(first, count);
    let several = || Some((numbers, answer(behind, has_word)?));
    // "4 - 6 users" is the answer to the fourth question.
    let one = || Some((vec![first.number], answer(first.behind, first.has_word)?));
    several().or_else(one)
}

/// The numbers at the beginning of a text, and what follows.
pub fn any_numbers(text: &str, count: usize) -> Option<(Vec<usize>, &str)> {
    let first = number(text.trim_start_matches([' ', ',', ':']), count)?;
    let (numbers, behind, _) = group(first, count);
    Some((numbers, behind))
}

/// The number of a question.
#[derive(Clone, Copy)]
struct Number<'t> {
    /// Counted from 0.
    number: usize,
    behind: &'t str,
    /// Does a word such as "question" stand before it?
    has_word: bool,
}

fn number(text: &str, count: usize) -> Option<Number<'_>> {
    let (word, rest) = without_word(text);
    let has_word = BEFORE_NUMBERS.contains(&letters(word).as_str());
    let (second, rest) = without_word(rest.trim_start_matches([' ', '.', '#']));
    let is_second = second.is_empty() || BEFORE_NUMBERS.contains(&letters(second).as_str());
    if !(word.is_empty() || has_word) || !is_second {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '#', '(', '@', '[', '.']);
    let behind = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let number: usize = rest.get(..rest.len() - behind.len())?.parse().ok()?;
    let number = number.checked_sub(1).filter(|number| *number < count)?;
    Some(Number { number, behind, has_word })
}

/// The numbers that are joined to the first one, and what follows the last one.
fn group(first: Number<'_>, count: usize) -> (Vec<usize>, &str, bool) {
    let Number { number: mut last, mut behind, mut has_word } = first;
    let mut numbers = vec![last];
    while let Some((is_range, rest)) = joint(behind) {
        let Some(next) = number(rest, count) else { break };
        let is_new = !numbers.contains(&next.number);
        if is_range && next.number > last {
            numbers.extend(last + 1..next.number);
        } else if is_range || !is_new {
            break;
        }
        numbers.push(next.number);
        (last, behind) = (next.number, next.behind);
        has_word |= next.has_word;
    }
    (numbers, behind, has_word)
}

/// What joins two numbers, at the beginning of a text: whether those between them are meant as well, and the
/// rest.
fn joint(text: &str) -> Option<(bool, &str)> {
    let text = text.trim_start_matches([' ', '\t', ')', ']', '.']);
    if let Some(rest) = text.strip_prefix(['-', '–', '—']) {
        return Some((true, rest.trim_start()));
    }
    let after = text.trim_start_matches([',', '/', '&', '+', ' ']);
    let (word, rest) = without_word(after);
    let word = letters(word);
    if JOINTS.contains(&&*word) {
        return Some((false, rest.trim_start()));
    }
    if RANGES.contains(&&*word) {
        return Some((true, rest.trim_start()));
    }
    (after.len() < text.len()).then_some((false, after))
}

/// The answer behind numbers, if a sign shows that they are numbers of questions.
fn answer(behind: &str, has_word: bool) -> Option<&str> {
    let answer = behind.trim_start_matches([')', ']', '.', ':', '-', '–', '/', '=', ' ', '\t']);
    let signs = behind.get(..behind.len() - answer.len())?;
    // Behind a blank alone, any word could begin a sentence; behind a period, digits are decimals.
    let is_marked = has_word || signs.contains([')', ']', '.', ':', '-', '–', '=']);
    let is_apart =
        signs.ends_with([' ', '\t']) || !answer.starts_with(|one: char| one.is_ascii_digit());
    let is_number = is_marked && is_apart && (!signs.is_empty() || answer.is_empty());
    let is_answered = || !signs.is_empty() && yes_or_no(beginning(answer)).0.is_some();
    (is_number || is_answered()).then_some(answer)
}

/// As much of a text as an answer without any sign before it can have.
fn beginning(text: &str) -> &str {
    const LONGEST: usize = 80;
    let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= LONGEST);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The word at the beginning of a text, and the rest.
fn without_word(text: &str) -> (&str, &str) {
    let is_in_word = |sign: char| paste::is_letter(sign) && !sign.is_ascii_digit();
    let rest = text.trim_start_matches(is_in_word);
    (text.strip_suffix(rest).unwrap_or_default(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_an_answer() {
        for (line, numbers, rest) in [
            ("4. yes", &[4][..], "yes"),
            ("(4) yes", &[4], "yes"),
            ("re question 5: no", &[5], "no"),
            ("1-5: ja", &[1, 2, 3, 4, 5], "ja"),
            ("4.-6.: ja", &[4, 5, 6], "ja"),
            ("4 \u{2013} 6 yes", &[4, 5, 6], "yes"),
            ("Fragen 4 bis 6: ja", &[4, 5, 6], "ja"),
            ("1, 2 und 4: ja", &[1, 2, 4], "ja"),
            ("4), 5) and 6) yes", &[4, 5, 6], "yes"),
            ("4/5/6: ja", &[4, 5, 6], "ja"),
            ("question 4 and question 6: yes", &[4, 6], "yes"),
            ("1-2, 4: x", &[1, 2, 4], "x"),
            ("4 - yes", &[4], "yes"),
            ("4 - 6 users", &[4], "6 users"),
            ("4 - 7 users", &[4], "7 users"),
            ("4. 2 licenses", &[4], "2 licenses"),
        ] {
            let due: Vec<_> = numbers.iter().map(|number| number - 1).collect();
            assert_eq!(numbered(line, 6), Some((due, rest)), "{line}");
        }
        for line in ["4", "7: yes", "5-8 weeks", "6/4/2026: yes", "4, 5 users", "0: no", "a"] {
            let found = numbered(line, 6);
            assert!(line == "4" && found.is_some() || found.is_none(), "{line}: {found:?}");
        }
    }
}
