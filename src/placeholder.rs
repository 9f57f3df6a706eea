//! Texts that people and templates put where a value is still to come.

use crate::paste;

/// All x, the words of a template, an answer such as `n/a`, or nothing but dashes, dots and question
/// marks.
pub fn says_nothing(text: &str) -> bool {
    if !text.is_ascii() {
        let letters = text.chars().map(paste::small);
        return text.chars().all(|letter| EMPTY_SIGNS.contains(&letter))
            || letters.eq("entfällt".chars());
    }
    let is_in_angles = text.starts_with('<') && text.ends_with('>');
    let mut letters = [0; 40];
    let mut length = 0;
    let mut all_x = true;
    for byte in text.bytes().filter(u8::is_ascii_alphanumeric) {
        // No answer and no word below has a digit.
        if byte.is_ascii_digit() && !is_in_angles {
            return false;
        }
        all_x &= byte.eq_ignore_ascii_case(&b'x');
        if let Some(letter) = letters.get_mut(length) {
            *letter = byte.to_ascii_lowercase();
        }
        length += 1;
        if length > letters.len() && !all_x {
            return false;
        }
    }
    if length == 0 {
        return text.chars().all(|letter| EMPTY_SIGNS.contains(&letter));
    }
    let letters = letters.get(..length).unwrap_or_default();
    let mut words = letters.strip_suffix(b"here").unwrap_or(letters);
    for before in [&b"insert"[..], b"enter", b"your", b"ihre", b"customer", b"kunden"] {
        words = words.strip_prefix(before).unwrap_or(words);
    }
    (all_x && length > 2)
        || is_in_angles
        || EMPTY_ANSWERS.iter().any(|answer| answer.as_bytes() == letters)
        || TEMPLATE_WORDS.iter().any(|template| template.as_bytes() == words)
}

/// What is typed where there is nothing to say.
const EMPTY_SIGNS: [char; 9] = ['-', '–', '—', '.', '…', '?', '/', '_', ' '];

/// In lower case, letters and digits alone.
const EMPTY_ANSWERS: &[&str] = &[
    "na",
    "ka",
    "tbd",
    "tba",
    "tbc",
    "todo",
    "none",
    "null",
    "nan",
    "undefined",
    "unknown",
    "notapplicable",
    "notavailable",
    "notknown",
    "keine",
    "keineangabe",
    "unbekannt",
    "nichtbekannt",
    "nichtvorhanden",
    "nv",
    "offen",
    "folgt",
    "replacewithyourownvalue",
];

const TEMPLATE_WORDS: &[&str] = &[
    "id",
    "tenantid",
    "tenant",
    "directoryid",
    "subscriptionid",
    "subscription",
    "domain",
    "domaincom",
    "domainname",
    "partnerid",
    "mpnid",
    "mandantenid",
    "abonnementid",
    "verzeichnisid",
    "guid",
    "placeholder",
];
