//! Names and part numbers of products in a text.

use super::steps;
use crate::paste;
use crate::sku::SkuTable;

/// A product that a text mentions.
pub struct Mention<'t> {
    /// The mention.
    pub text: &'t str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Is it a part number? Otherwise it is a name.
    pub is_part_number: bool,
}

/// So many different names are looked up in one text: each takes as long as a check.
const MAX_NAMES: usize = 64;
/// So many words of a name are looked at.
const MAX_WORDS: usize = 8;

/// How names of products begin, in lower case.
const BEGINNINGS: &[&[&str]] = &[
    &["dynamics", "365"],
    &["microsoft", "365"],
    &["office", "365"],
    &["d365"],
    &["power", "bi"],
    &["power", "apps"],
    &["power", "automate"],
    &["power", "pages"],
    &["business", "central"],
];

/// The products that a text mentions by their full names or part numbers, in reading order.
pub fn mentions<'t>(text: &'t str, skus: &SkuTable<'_>) -> Vec<Mention<'t>> {
    let words = words(text);
    let mut found: Vec<Mention<'t>> = Vec::new();
    let mut known: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    while let Some((start, word)) = words.get(at).copied() {
        at += 1;
        if is_part_number(word, skus) {
            found.push(Mention { text: word, start, is_part_number: true });
            continue;
        }
        let rest = words.get(at - 1..).unwrap_or_default();
        let Some(phrase) = phrase(text, rest) else { continue };
        let looked_up = known.iter().find(|(one, _)| *one == phrase).map(|(_, count)| *count);
        let count = match looked_up {
            Some(count) => count,
            None if known.len() == MAX_NAMES => continue,
            None => {
                let count = name_in(phrase, skus);
                known.push((phrase, count));
                count
            }
        };
        if let Some((last, word)) = count.checked_sub(1).and_then(|last| rest.get(last)) {
            let name = text.get(start..last + word.len()).unwrap_or_default();
            found.push(Mention { text: name, start, is_part_number: false });
            at += count - 1;
        }
    }
    found
}

/// Capitals, digits and underscores, as the table has it.
fn is_part_number(word: &str, skus: &SkuTable<'_>) -> bool {
    word.contains('_') && word.len() < 80 && skus.by_part_number(word).is_some()
}

/// The words from here on, if they begin as names of products do: to the next sign.
fn phrase<'t>(text: &'t str, words: &[(usize, &'t str)]) -> Option<&'t str> {
    let is_word = |(word, due): (&(usize, &str), &&str)| word.1.eq_ignore_ascii_case(due);
    let begins = |beginning: &&[&str]| {
        words.len() >= beginning.len() && words.iter().zip(beginning.iter()).all(is_word)
    };
    BEGINNINGS.iter().find(|beginning| begins(beginning))?;
    steps::add(1);
    let (start, _) = words.first()?;
    let mut end = *start;
    for (at, word) in words.iter().take(MAX_WORDS) {
        let gap = text.get(end..*at).unwrap_or_default();
        if *at > *start && !matches!(gap, " " | " - " | " & ") || at + word.len() - start > 120 {
            break;
        }
        end = at + word.len();
    }
    text.get(*start..end)
}

/// With how many words a name begins that the table or the list of workloads has; 0 if it is none.
fn name_in(phrase: &str, skus: &SkuTable<'_>) -> usize {
    let words = words(phrase);
    let begin = |count: usize| {
        let (at, last) = words.get(count - 1)?;
        phrase.get(..at + last.len())
    };
    let is_exact = |count: &usize| {
        begin(*count).is_some_and(|name| skus.product(name, &[]).name_and_part_number().is_some())
    };
    if let Some(count) = (1..=words.len()).rev().find(is_exact) {
        return count;
    }
    let whole = skus.product(phrase, &[]);
    if !whole.is_known() || whole.label() == "Azure" {
        return 0;
    }
    let is_it = |count: &usize| {
        let product = begin(*count).map(|name| skus.product(name, &[]));
        product.is_some_and(|product| product.is_known() && product.label() == whole.label())
    };
    (1..=words.len()).find(is_it).unwrap_or(0)
}

/// The words of a text: where each begins.
fn words(text: &str) -> Vec<(usize, &str)> {
    let is_word = |letter: char| paste::is_letter(letter) || letter == '_';
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_word(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.extend(text.get(from..at).map(|word| (from, word)));
                start = None;
            }
            _ => {}
        }
    }
    words
}
