//! What happens to texts and JSON on their way here, and what somebody could do to them.

use serde_json::{Map, Value, json};

use crate::random::Random;

/// What means something somewhere.
pub const WORDS: [&str; 96] = [
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
    "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f",
    "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
    "0B6F4C1E2D8347AA9F106C2F8D1E5A02",
    "{0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03}",
    "00000000-0000-0000-0000-000000000000",
    "9188040d-6c67-4c5b-b112-36a304b66dad",
    "1e1a282c-9c54-43a2-9310-98ef728faace",
    "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
    "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6_1e1a282c-9c54-43a2-9310-98ef728faace",
    "https://portal.example/3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6/x?y=z#w",
    "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
    "MS-AZR-0145P",
    "DYN365_ENTERPRISE_SALES",
    "DYN365_FINANCE",
    "Dynamics 365 Finance",
    "SPE_E5",
    "Teams",
    "5357564",
    "MPN ID: 535 7564",
    "５３５７５６４",
    "0000000",
    "99999999999999999999999999",
    "contoso.com",
    "contoso.onmicrosoft.com",
    "münchen.de",
    "xn--mnchen-3ya.de",
    "xn--",
    "gmail.com",
    "anna@contoso.com",
    "соntoso.com",
    "192.168.0.1",
    "a.b.c.d.e.f",
    "your-tenant-id",
    "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    "2026-11-22",
    "2026-11-21",
    "2027-11-03T00:00:00Z",
    "9999-12-31",
    "10000-01-01",
    "0000-00-00",
    "-0001-01-01",
    "2026-02-30",
    "12/11/2026",
    "31.12.2026",
    "2026-11-22T23:59:60+14:00",
    "active",
    "Enabled",
    "In Grace Period",
    "in-grace",
    "suspended",
    "Warning",
    "LockedOut",
    "expired",
    "unknown",
    "provisioned",
    "Success",
    "pending",
    "csp",
    "CSP",
    "volume-licensing",
    "Volume Licensing,Enterprise Agreement",
    "web-direct",
    "other-partner",
    "us",
    "Approved",
    "Rejected",
    "location",
    "global-account",
    "business-applications",
    "microsoft-365",
    "azure",
    "usage",
    "incentives-admin",
    "ready",
    "no",
    "yes",
    "not-found",
    "other-cloud",
    "us-gov",
    "NA",
    "AADSTS90002",
    "AADSTS900023",
    "__proto__",
    "constructor",
    "=cmd|'/c calc'!A1",
    "<img src=x onerror=alert(1)>",
    "\u{202e}moc.osotnoc",
    "\u{feff}",
    "\u{200b}",
    "\u{0}",
    "ü\u{308}👩‍💻",
    "ẞ",
    "İ",
    "ﬀ",
];

const SIGNS: [&str; 34] = [
    "\"", "\"\"", "{", "}", "[", "]", ",", ";", ":", "\t", "\n", "\r\n", "\r", "\\", "\\u0000",
    "\\ud83d", " ", "-", "_", ".", "..", "@", "/", "://", "'", "(", ")", "0", "9", "a", "=", "+",
    "null", "1e999",
];

/// A text with one to four things done to it; now and then it becomes a long one.
pub fn text(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        text = once(&text, random);
    }
    if random.one_in(300) {
        let count = 1 << random.below(14);
        let part = span(&text, random).to_owned();
        let longest = 200_000 / part.len().max(1);
        text = [text, part.repeat(count.min(longest))].concat();
    }
    text
}

fn once(text: &str, random: &mut Random) -> String {
    let part = span(text, random);
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    let (before, after) = (&text[..start], &text[start + part.len()..]);
    match random.below(12) {
        0 => [before, after].concat(),
        1 => before.to_owned(),
        2 => [before, part, part, after].concat(),
        3 => [before, random.of(&WORDS), after].concat(),
        4 => random.of(&WORDS).to_owned(),
        5 => [before, random.of(&SIGNS), part, after].concat(),
        6 => [before, &part.to_uppercase(), after].concat(),
        7 => [before, &part.to_lowercase(), after].concat(),
        8 => [before, &part.chars().rev().collect::<String>(), after].concat(),
        9 => [after, part, before].concat(),
        10 => {
            let anything = char::from_u32(u32::try_from(random.below(0x11_0000)).unwrap());
            [before, &anything.unwrap_or('\u{fffd}').to_string(), part, after].concat()
        }
        _ => [before, random.of(&SIGNS), after].concat(),
    }
}

/// A part of a text, cut between characters.
fn span<'t>(text: &'t str, random: &mut Random) -> &'t str {
    let mut span = random.span(text.len());
    while !text.is_char_boundary(span.start) {
        span.start -= 1;
    }
    while !text.is_char_boundary(span.end) {
        span.end += 1;
    }
    &text[span]
}

/// Bytes with one to six things done to them; `other` is what they can be mixed with.
pub fn bytes(bytes: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(6) {
        let span = random.span(bytes.len());
        let sign = random.of(&SIGNS).bytes();
        let word = random.of(&WORDS).bytes();
        match random.below(13) {
            0 => bytes.truncate(span.start),
            1 => drop(bytes.drain(span)),
            2 => drop(bytes.splice(span, sign)),
            3 => drop(bytes.splice(span.start..span.start, sign)),
            4 => drop(bytes.splice(span, word)),
            5 => drop(bytes.splice(span.start..span.start, word)),
            6 => drop(bytes.splice(span, other[random.span(other.len())].to_vec())),
            7 => {
                let piece: Vec<u8> = bytes.drain(span).collect();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            8 => {
                let piece = bytes[span.clone()].to_vec();
                bytes.splice(span.start..span.start, piece);
            }
            9 => lines(&mut bytes, random),
            10 => lines(&mut bytes, random),
            _ => {
                if let Some(byte) = bytes.get_mut(span.start) {
                    *byte = if random.one_in(2) {
                        u8::try_from(random.below(256)).unwrap()
                    } else {
                        *byte ^ 1 << random.below(8)
                    };
                }
            }
        }
    }
    if random.one_in(300) {
        let piece = bytes[random.span(bytes.len())].to_vec();
        let longest = 300_000 / piece.len().max(1);
        let at = random.below(bytes.len() + 1);
        bytes.splice(at..at, piece.repeat((1 << random.below(16)).min(longest)));
    }
    if random.one_in(12) { encoded(&bytes, random) } else { bytes }
}

/// A line lost, doubled, or at another place.
fn lines(bytes: &mut Vec<u8>, random: &mut Random) {
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    if lines.is_empty() {
        return;
    }
    let line = lines.remove(random.below(lines.len()));
    for _ in 0..random.below(3) {
        lines.insert(random.below(lines.len() + 1), line);
    }
    *bytes = lines.concat();
}

fn encoded(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    match random.below(4) {
        0 => [b"\xef\xbb\xbf", bytes].concat(),
        1 => [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        2 => [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        _ => text.chars().map(|character| character as u32 as u8).collect(),
    }
}

/// A JSON value with one to four things done to it; `other` is what it can be mixed with.
pub fn value(value: &Value, other: &Value, random: &mut Random) -> Value {
    let mut value = value.clone();
    for _ in 0..=random.below(4) {
        let wanted = random.below(count(&value));
        let piece = nth(other, random.below(count(other))).clone();
        change(&mut value, &mut { wanted }, &piece, random);
    }
    value
}

fn count(value: &Value) -> usize {
    1 + children(value).map(count).sum::<usize>()
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(members) => Box::new(members.values()),
        _ => Box::new(std::iter::empty()),
    }
}

fn nth(value: &Value, mut number: usize) -> &Value {
    if number == 0 {
        return value;
    }
    number -= 1;
    for child in children(value) {
        let size = count(child);
        if number < size {
            return nth(child, number);
        }
        number -= size;
    }
    value
}

/// Changes the value of this number.
fn change(value: &mut Value, number: &mut usize, piece: &Value, random: &mut Random) {
    if *number > 0 {
        *number -= 1;
        match value {
            Value::Array(items) => {
                items.iter_mut().for_each(|one| pass(one, number, piece, random))
            }
            Value::Object(members) => {
                members.values_mut().for_each(|one| pass(one, number, piece, random));
            }
            _ => {}
        }
        return;
    }
    match value {
        Value::Array(items) if !random.one_in(6) => list(items, piece, random),
        Value::Object(members) if !random.one_in(6) => map(members, piece, random),
        Value::String(string) if !random.one_in(6) => {
            *string = match random.below(3) {
                0 => random.of(&WORDS).to_owned(),
                _ => text(string, random),
            };
        }
        _ if random.one_in(3) => *value = piece.clone(),
        _ => *value = wrong_type(random),
    }
    *number = usize::MAX;
}

fn pass(value: &mut Value, number: &mut usize, piece: &Value, random: &mut Random) {
    let size = count(value);
    if *number < size {
        change(value, number, piece, random);
    } else if *number != usize::MAX {
        *number -= size;
    }
}

fn list(items: &mut Vec<Value>, piece: &Value, random: &mut Random) {
    let at = random.below(items.len());
    match random.below(4) {
        0 if !items.is_empty() => drop(items.remove(at)),
        1 if !items.is_empty() => items.push(items[at].clone()),
        2 if !items.is_empty() => items.rotate_left(at),
        _ => items.push(piece.clone()),
    }
}

fn map(members: &mut Map<String, Value>, piece: &Value, random: &mut Random) {
    let names: Vec<String> = members.keys().cloned().collect();
    let name = names.get(random.below(names.len())).cloned().unwrap_or_default();
    match random.below(4) {
        0 => drop(members.remove(&name)),
        1 => {
            let removed = members.remove(&name).unwrap_or_default();
            members.insert(text(&name, random), removed);
        }
        2 => drop(members.insert(random.of(&WORDS).to_owned(), piece.clone())),
        _ => drop(members.insert(name, piece.clone())),
    }
}

fn wrong_type(random: &mut Random) -> Value {
    let deep = || (0..200).fold(json!([]), |inner, _| json!([inner]));
    match random.below(9) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(5_357_564),
        3 => json!(-1.5e300),
        4 => json!([]),
        5 => json!({}),
        6 => deep(),
        7 => json!({ "__proto__": { "status": "active" } }),
        _ => json!(random.of(&WORDS)),
    }
}
