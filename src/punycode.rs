//! Labels of domain names in their ASCII form, such as `mnchen-3ya` behind `xn--`.
//!
//! source: RFC 3492, sections 5 and 6

const BASE: u32 = 36;
const INITIAL_BIAS: u32 = 72;
const INITIAL_CODE: u32 = 0x80;
/// Below are the control characters of Latin-1, which no name has.
const FIRST_CHARACTER: u32 = 0xa0;

/// Does the label stand for a text with characters beyond ASCII? Hosts agree on these; on what else
/// such a label may be, they differ.
///
/// `label` is in lower case, without `xn--`.
pub fn is_encoded(label: &str) -> bool {
    let (basic, encoded) = label.rsplit_once('-').unwrap_or(("", label));
    decoded(basic.len() as u32, encoded) == Some(true)
}

/// Whether all encoded characters can be in a name, and there are some; nothing if they cannot be decoded.
fn decoded(mut length: u32, encoded: &str) -> Option<bool> {
    let (mut code, mut place, mut bias) = (INITIAL_CODE, 0_u32, INITIAL_BIAS);
    let mut digits = encoded.bytes().peekable();
    let mut is_text = digits.peek().is_some();
    while digits.peek().is_some() {
        let last = place;
        let mut weight = 1_u32;
        for step in (BASE..).step_by(BASE as usize) {
            let digit = digit(digits.next()?)?;
            place = place.checked_add(digit.checked_mul(weight)?)?;
            let threshold = step.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
        }
        length += 1;
        bias = adapted(place - last, length, last == 0);
        code = code.checked_add(place / length)?;
        is_text &= char::from_u32(code).is_some() && code >= FIRST_CHARACTER;
        place = place % length + 1;
    }
    Some(is_text)
}

const fn digit(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some((byte - b'a') as u32),
        b'0'..=b'9' => Some((byte - b'0') as u32 + 26),
        _ => None,
    }
}

const fn adapted(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut steps = 0;
    while delta > 455 {
        delta /= BASE - 1;
        steps += BASE;
    }
    steps + BASE * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for label in ["mnchen-3ya", "fiq228c", "bcher-kva", "80ak6aa92e", "ls8h", "fsq"] {
            assert!(is_encoded(label), "{label}");
        }
        // The first is a control character; the last ones are too large, break off or have none.
        for label in ["a", "", "b", "contoso-", "99999999", "mnchen-3y", "mnchen-3yaä"] {
            assert!(!is_encoded(label), "{label}");
        }
    }
}
