//! JSON as it arrives in text: after warnings and prompts, in a Markdown fence, one object a line.

use crate::json::{self, Value};

/// The JSON in a text.
#[derive(Default)]
pub struct Documents<'t> {
    /// Each with whether it is intact.
    pub values: Vec<(Value<'t>, bool)>,
    /// Is there damage: a value that breaks off, or something outside of the values that looks like a
    /// part of one?
    pub is_damaged: bool,
}

/// What is in the fences of a text, or else all of it.
pub fn bodies(text: &str) -> Vec<&str> {
    let mut bodies = Vec::new();
    if !text.contains("```") {
        return vec![text];
    }
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("```") {
            match start.take() {
                None => start = Some(at + line.len()),
                Some(start) => bodies.extend(text.get(start..at)),
            }
        }
        at += line.len();
    }
    // A fence that is not closed goes on to the end.
    bodies.extend(start.and_then(|start| text.get(start..)));
    bodies
}

/// Finds the JSON of a text. `on_progress` is called with the number of bytes read.
pub fn documents<'t>(text: &'t str, on_progress: &mut dyn FnMut(usize)) -> Documents<'t> {
    let mut found = Documents::default();
    let (mut at, mut outside, mut failures, mut wasted) = (0, 0, 0, 0);
    while let Some(start) = next_start(text, at, !found.values.is_empty()) {
        let rest = text.get(start..).unwrap_or_default();
        let (value, length, fault) = json::parse_prefix(rest, on_progress);
        let before = text.get(outside..start).unwrap_or_default();
        if fault.is_none() {
            found.is_damaged |= looks_like_json(before);
            found.values.push((value, true));
            at = start + length;
            outside = at;
            continue;
        }
        let is_first = before.trim().is_empty() && found.values.is_empty();
        if has_rows(&value) || is_first && value.map().is_some_and(|members| !members.is_empty()) {
            found.is_damaged = true;
            let is_page = has_rows(&value);
            found.values.push((value, false));
            if is_page {
                return joined(found);
            }
        }
        // One object a line: the next line may be sound.
        failures += 1;
        wasted += length;
        if failures > MOST_FAILURES || wasted > text.len().saturating_mul(2) {
            break;
        }
        at = start + rest.find('\n').map_or(rest.len(), |end| end + 1);
    }
    found.is_damaged |= looks_like_json(text.get(outside..).unwrap_or_default());
    joined(found)
}

/// So many places that look like the start of JSON may be none.
const MOST_FAILURES: usize = 64;

/// Objects one behind the other are rows; pages, and lists, stay what they are.
fn joined(mut found: Documents<'_>) -> Documents<'_> {
    let is_row = |(value, is_intact): &(Value<'_>, bool)| {
        *is_intact && value.map().is_some() && !has_rows(value)
    };
    // What broke off at the start and has sound rows behind it was one of these rows.
    let broke_off = |(value, is_intact): &(Value<'_>, bool)| !is_intact && !has_rows(value);
    let are_rows = found.values.iter().all(|one| is_row(one) || broke_off(one));
    if found.values.len() > 1 && are_rows {
        let rows = found.values.drain(..).filter(is_row).map(|(value, _)| value).collect();
        found.values.push((Value::List(rows), true));
    }
    found
}

/// Is it a list, or does it have one under the name of a list of rows?
fn has_rows(value: &Value<'_>) -> bool {
    match value {
        Value::List(items) => !items.is_empty(),
        _ => rows_within(value).is_some_and(|inside| inside.list().is_some()),
    }
}

/// What an answer has under the name of a list of rows.
pub fn rows_within<'v, 't>(answer: &'v Value<'t>) -> Option<&'v Value<'t>> {
    ["value", "items", "results"].iter().find_map(|name| answer.get_any_case(name))
}

/// The next bracket from which JSON may start: at the start of a line or behind a blank or a sign,
/// and followed by what JSON has there.
fn next_start(text: &str, from: usize, is_behind_value: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let found = at + rest.iter().position(|byte| matches!(byte, b'{' | b'['))?;
        let before = found.checked_sub(1).and_then(|before| bytes.get(before));
        let is_start = match before {
            None => true,
            Some(before) => {
                matches!(before, b' ' | b'\t' | b'\n' | b'\r' | b':' | b'=' | b'(' | b'>' | b'\'')
                    || found == from && is_behind_value
                    || !before.is_ascii()
            }
        };
        let after = bytes.get(found + 1..).unwrap_or_default();
        let after = after.iter().find(|byte| !byte.is_ascii_whitespace());
        let opens = matches!(after, Some(b'"' | b'{' | b'[' | b'}' | b']') | None);
        if is_start && opens {
            return Some(found);
        }
        at = found + 1;
    }
}

/// Is there something in the text that belongs to JSON?
fn looks_like_json(text: &str) -> bool {
    text.lines().map(str::trim).any(|line| {
        let starts = line.starts_with(['{', '}', ']', ',']) || matches!(line, "[" | "\"");
        let opens = line.starts_with("[{") || line.starts_with("[\"") || line.starts_with("[[");
        let ends = line.ends_with(['{', '}', '[']) || line.ends_with("\",");
        starts || opens || ends || line.contains("\":") || line.contains("\" :")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<String>, bool) {
        let documents = documents(text, &mut |_| ());
        let shown = |(value, is_intact): &(Value<'_>, bool)| {
            let rows = match value {
                Value::List(items) => items.len().to_string(),
                other => format!("{}", other.map().map_or(0, <[_]>::len)),
            };
            format!("{rows}{}", if *is_intact { "" } else { "…" })
        };
        (documents.values.iter().map(shown).collect(), documents.is_damaged)
    }

    #[test]
    fn json_in_text() {
        for (text, values, is_damaged) in [
            ("[{\"a\":1},{\"a\":2}]", "2", false),
            ("WARNING: depth [2].\n[{\"a\":1}]\nPS C:\\> ", "1", false),
            ("[INFO] start\n{\"value\":[{\"a\":1}]}", "1", false),
            ("az rest > x = {\"a\":1,\"b\":2}", "2", false),
            ("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n", "3", false),
            ("{\"a\":1}{\"a\":2}", "2", false),
            ("{\n \"a\": 1\n}\n{\n \"a\": 2\n}", "2", false),
            // Pages stay apart.
            ("{\"value\":[{\"a\":1}]}\n{\"value\":[{\"a\":2}]}", "1,1", false),
            ("[{\"a\":1}]\n[{\"a\":2}]", "1,1", false),
            // A line that is damaged is said, and the others are read.
            ("{\"a\":1}\n{\"a\":\n{\"a\":3}\n", "2", true),
            ("{\"a\":\n{\"a\":2}\n{\"a\":3}\n", "2", true),
            ("[{\"a\":1},{\"a\":", "1…", true),
            ("text\n[{\"a\":1},{\"a\":", "1…", true),
            ("[{\"a\":1}],{\"a\":2}]", "1", true),
            ("x{\"a\":1},\n{\"a\":2}]", "1", true),
            ("{\"a\":1,\"b\"", "1…", true),
            ("no JSON {here}", "", true),
            ("no JSON at all", "", false),
            ("", "", false),
        ] {
            let (found, damaged) = found(text);
            assert_eq!((&*found.join(","), damaged), (values, is_damaged), "{text}");
        }
    }

    /// Many starts that are none cost no more than reading the text a few times.
    #[test]
    fn starts_that_are_none() {
        let text = "{\"a\":\n".repeat(100_000);
        assert!(documents(&text, &mut |_| ()).values.len() <= 1);
    }

    #[test]
    fn fences() {
        for (text, expected) in [
            ("a", &["a"][..]),
            ("x\n```json\n[1]\n```\ny", &["[1]\n"]),
            ("```\na\n```\n```csv\nb\n```\n", &["a\n", "b\n"]),
            ("```json\n[1]\n", &["[1]\n"]),
        ] {
            assert_eq!(bodies(text), expected, "{text}");
        }
    }
}
