//! Numbers as people paste them: with labels, spaces and what spreadsheets leave.

/// The digits of a number, with or without a label such as `MPN ID` or `Partner ID`, and with
/// spaces between. Several numbers, one behind the other, are none.
pub fn digits(text: &str) -> Option<String> {
    const SIGNS: [char; 5] = [' ', ':', '#', '-', '.'];
    let text = without_decimals(text);
    if numbers(text).is_some() {
        return None;
    }
    if !text.ends_with(|last: char| last.is_ascii_digit() || last == ' ') {
        return None;
    }
    let label = text.trim_start_matches(|character: char| {
        character.is_ascii_alphabetic() || SIGNS.contains(&character)
    });
    let name = text.get(..text.len() - label.len()).unwrap_or_default().trim_matches(SIGNS);
    if name.contains([':', '#', '.']) {
        return None;
    }
    let name: String = name.chars().filter(char::is_ascii_alphabetic).collect();
    if !matches!(name.to_ascii_lowercase().as_str(), "" | "mpn" | "mpnid" | "partnerid" | "id") {
        return None;
    }
    let digits: String = label.chars().filter(|character| *character != ' ').collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(digits)
}

/// The numbers of a text that is a list of several Partner IDs: with nothing but signs between them,
/// and each too long to be a group of digits of one number.
pub fn numbers(text: &str) -> Option<Vec<&str>> {
    const SHORTEST: usize = 5;
    let is_sign = |one: char| matches!(one, ' ' | ',' | ';' | '/' | '|' | '+' | '&');
    let numbers: Vec<&str> = text.split(is_sign).filter(|number| !number.is_empty()).collect();
    let is_number = |number: &&str| {
        number.len() >= SHORTEST && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    (numbers.len() > 1 && numbers.iter().all(is_number)).then_some(numbers)
}

/// Without `.0`, which spreadsheets leave behind numbers.
pub(crate) fn without_decimals(text: &str) -> &str {
    let whole = text.trim_end_matches('0');
    match whole.strip_suffix(['.', ',']) {
        Some(number)
            if whole.len() < text.len() && number.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            number
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_behind_a_label() {
        for text in ["5357564", "535 7564", "535 7564 ", "MPN ID: 5357564", "Partner-ID #5357564"] {
            assert_eq!(digits(text).as_deref(), Some("5357564"), "{text}");
        }
        for text in ["5357564.0", "5357564.00", "5357564,0", "MPN ID: 5357564.0"] {
            assert_eq!(digits(text).as_deref(), Some("5357564"), "{text}");
        }
        for text in ["5357564 6363276", "5357564, 6363276", "5357564/63632765"] {
            assert_eq!(digits(text), None, "{text}");
        }
        for text in ["Order 5357564", "Offer: 5357564", "5357564 a", "53575.64", "MPN ID", ""] {
            assert_eq!(digits(text), None, "{text}");
        }
    }
}
