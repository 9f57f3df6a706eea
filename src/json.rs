//! Reads JSON into a [`Value`]. If the text is damaged, keeps what came before the damage.
//!
//! Exports arrive cut off, half copied or re-encoded. A parser that only reports an error would
//! throw the readable rows away, so this one returns the tree up to the fault. The list element
//! that contains the fault is dropped altogether, because half a subscription could look better
//! than the whole one.

use std::borrow::Cow;

/// A JSON value. Numbers stay text because nothing here calculates with them.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written.
    Number(&'a str),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object, in the order of the text. If a key occurs twice, the last one counts.
    Map(Vec<(Cow<'a, str>, Value<'a>)>),
}

/// The place where the text stops being JSON.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The byte offset of the first byte that does not fit.
    pub at: usize,
}

/// Parses `text`. With a fault, the value holds what came before it.
///
/// ```
/// use cpor_preflight::json::parse;
///
/// let (value, fault) = parse(r#"[{"id":"a"},{"id":"b"#);
/// assert_eq!(value.list().unwrap().len(), 1);
/// assert_eq!(fault.unwrap().at, 20);
/// ```
pub fn parse(text: &str) -> (Value<'_>, Option<Fault>) {
    parse_with_progress(text, &mut |_| ())
}

/// Like [`parse`], but calls `on_progress` with the number of bytes read, about every megabyte of a
/// list.
pub fn parse_with_progress<'a>(
    text: &'a str,
    on_progress: &mut dyn FnMut(usize),
) -> (Value<'a>, Option<Fault>) {
    let (value, end, fault) = parse_prefix(text, on_progress);
    let rest = text.get(end..).unwrap_or_default().trim_start_matches(BLANKS);
    let fault = fault.or((!rest.is_empty()).then_some(Fault { at: text.len() - rest.len() }));
    (value, fault)
}

/// Like [`parse_with_progress`], for text that has something behind the value. The number is how many
/// bytes the value has, or how many were looked at up to the fault.
pub fn parse_prefix<'a>(
    text: &'a str,
    on_progress: &mut dyn FnMut(usize),
) -> (Value<'a>, usize, Option<Fault>) {
    let mut parser = Parser { text, at: 0, fault: None, on_progress, next_call: PROGRESS_EVERY };
    let value = parser.value(0);
    (value, parser.at, parser.fault)
}

impl<'a> Value<'a> {
    /// The member with this name; `None` if it is missing or `null`.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.member(|key| key == name)
    }

    /// The member with this name in any case, because PowerShell capitalizes keys.
    pub fn get_any_case(&self, name: &str) -> Option<&Value<'a>> {
        self.member(|key| key.eq_ignore_ascii_case(name))
    }

    /// Is a member with this name there, in any case, and `null`?
    pub fn has_null(&self, name: &str) -> bool {
        let mut members = self.map().unwrap_or_default().iter().rev();
        let member = members.find(|(key, _)| key.eq_ignore_ascii_case(name));
        member.is_some_and(|(_, value)| *value == Value::Null)
    }

    /// The value of `true` or `false`.
    pub const fn flag(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The text, if this is a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a string, or the digits of a number.
    pub fn text_or_number(&self) -> Option<&str> {
        match self {
            Self::Number(digits) => Some(digits),
            _ => self.text(),
        }
    }

    /// The elements, if this is a list.
    pub fn list(&self) -> Option<&[Value<'a>]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The members, if this is an object.
    pub fn map(&self) -> Option<&[(Cow<'a, str>, Value<'a>)]> {
        match self {
            Self::Map(members) => Some(members),
            _ => None,
        }
    }

    fn member(&self, is_it: impl Fn(&str) -> bool) -> Option<&Value<'a>> {
        let members = self.map()?;
        let (_, value) = members.iter().rev().find(|(key, _)| is_it(key))?;
        (*value != Value::Null).then_some(value)
    }
}

const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// More than any export needs, and little enough for the stack of a browser.
const MAX_DEPTH: usize = 64;

/// The number of bytes between two calls of `on_progress`.
const PROGRESS_EVERY: usize = 1 << 20;

struct Parser<'a, 'w> {
    text: &'a str,
    at: usize,
    fault: Option<Fault>,
    on_progress: &'w mut dyn FnMut(usize),
    next_call: usize,
}

impl<'a> Parser<'a, '_> {
    fn value(&mut self, depth: usize) -> Value<'a> {
        self.skip_blanks();
        match self.peek() {
            Some(b'{') if depth < MAX_DEPTH => self.map(depth),
            Some(b'[') if depth < MAX_DEPTH => self.list(depth),
            Some(b'{' | b'[') => self.skip_nested(),
            Some(b'"') => self.string().map_or(Value::Null, Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(depth),
            Some(b't') => self.literal("true", Value::Bool(true)),
            Some(b'f') => self.literal("false", Value::Bool(false)),
            Some(b'n') => self.literal("null", Value::Null),
            _ => self.fail(),
        }
    }

    fn map(&mut self, depth: usize) -> Value<'a> {
        let mut members = Vec::new();
        self.at += 1;
        self.skip_blanks();
        if self.eat(b'}') {
            return Value::Map(members);
        }
        while self.fault.is_none() {
            self.skip_blanks();
            let Some(key) = self.string() else { break };
            self.skip_blanks();
            if !self.eat(b':') {
                self.fail();
                break;
            }
            let value = self.value(depth + 1);
            // If the fault lies inside, only a list can be kept: all its elements are complete.
            if self.fault.is_none() || matches!(value, Value::List(_) | Value::Map(_)) {
                members.push((key, value));
            }
            if !self.continues(b'}') {
                break;
            }
        }
        Value::Map(members)
    }

    fn list(&mut self, depth: usize) -> Value<'a> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_blanks();
        if self.eat(b']') {
            return Value::List(items);
        }
        while self.fault.is_none() {
            let item = self.value(depth + 1);
            if self.fault.is_none() {
                items.push(item);
            }
            if self.at >= self.next_call {
                self.next_call = self.at + PROGRESS_EVERY;
                (self.on_progress)(self.at);
            }
            if !self.continues(b']') {
                break;
            }
        }
        Value::List(items)
    }

    /// Skips a value that is nested too deeply for anybody to look at it, and continues behind it.
    /// The result is an empty list, which no reader takes for text.
    fn skip_nested(&mut self) -> Value<'a> {
        let mut ends = Vec::new();
        while let Some(byte) = self.peek() {
            match byte {
                b'{' => ends.push(b'}'),
                b'[' => ends.push(b']'),
                b'"' if self.string().is_some() => continue,
                b'}' | b']' if ends.pop() != Some(byte) => break,
                _ => (),
            }
            self.at += 1;
            if ends.is_empty() {
                return Value::List(Vec::new());
            }
        }
        self.fail()
    }

    /// After an element: true at a comma, false at the end or at a fault.
    fn continues(&mut self, end: u8) -> bool {
        if self.fault.is_some() {
            return false;
        }
        self.skip_blanks();
        if self.eat(b',') {
            return true;
        }
        if !self.eat(end) {
            self.fail();
        }
        false
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        if !self.eat(b'"') {
            self.fail();
            return None;
        }
        let mut owned: Option<String> = None;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let run = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=31));
            let Some(run) = run else {
                self.at = self.text.len();
                self.fail();
                return None;
            };
            let part = self.text.get(self.at..self.at + run).unwrap_or_default();
            self.at += run;
            if self.eat(b'"') {
                return Some(match owned {
                    None => Cow::Borrowed(part),
                    Some(head) => Cow::Owned(head + part),
                });
            }
            let escaped = if self.eat(b'\\') { self.escape() } else { None };
            let Some(character) = escaped else {
                self.fail();
                return None;
            };
            let text = owned.get_or_insert_default();
            text.push_str(part);
            text.push(character);
        }
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => byte as char,
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hex4()?;
                let code = if (0xD800..0xDC00).contains(&first) {
                    self.low_surrogate(first).unwrap_or(first)
                } else {
                    first
                };
                // A lone surrogate is not a character. The replacement keeps the damage
                // recognizable.
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return None,
        })
    }

    fn low_surrogate(&mut self, high: u32) -> Option<u32> {
        let before = self.at;
        if self.eat(b'\\') && self.eat(b'u') {
            if let Some(low) = self.hex4().filter(|low| (0xDC00..0xE000).contains(low)) {
                return Some(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            }
        }
        self.at = before;
        None
    }

    fn hex4(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self, depth: usize) -> Value<'a> {
        let start = self.at;
        while matches!(self.peek(), Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')) {
            self.at += 1;
        }
        // If the text ends here, more digits may have been cut off.
        if depth > 0 && self.at == self.text.len() {
            return self.fail();
        }
        Value::Number(self.text.get(start..self.at).unwrap_or_default())
    }

    fn literal(&mut self, word: &str, value: Value<'a>) -> Value<'a> {
        if self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes()))
        {
            self.at += word.len();
            value
        } else {
            self.fail()
        }
    }

    fn fail(&mut self) -> Value<'a> {
        self.fault.get_or_insert(Fault { at: self.at });
        Value::Null
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn agrees(text: &str) {
        let (ours, fault) = parse(text);
        assert_eq!(fault, None, "{text}");
        let theirs: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(plain(&ours), theirs, "{text}");
    }

    fn plain(value: &Value<'_>) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(digits) => serde_json::from_str(digits).unwrap(),
            Value::Text(text) => text.to_string().into(),
            Value::List(items) => items.iter().map(plain).collect(),
            Value::Map(members) => {
                members.iter().map(|(key, value)| (key.to_string(), plain(value))).collect()
            }
        }
    }

    #[test]
    fn reads_what_a_json_library_reads() {
        for text in [
            "null",
            " [ ] ",
            "{}",
            r#"[true,false,null,-1,0.5,1e9,"x"]"#,
            r#"{"a":{"b":[1,{"c":"d"}]},"e":"f"}"#,
            r#""\"\\\/\b\f\n\r\té😀ü""#,
            r#""\u00e9\uD83D\ude00\ud800\udc00\udbff\udfff""#,
            "\"münchen\"",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn lone_surrogates_become_replacement_characters() {
        for (text, expected) in [
            (r#""a\ud83d""#, "a\u{fffd}"),
            (r#""\ud83dA""#, "\u{fffd}A"),
            (r#""\ude00""#, "\u{fffd}"),
            (r#""\ud83d\u0041""#, "\u{fffd}A"),
            (r#""\ud83d\ue000""#, "\u{fffd}\u{e000}"),
            (r#""\ud83d\n""#, "\u{fffd}\n"),
        ] {
            assert_eq!(parse(text), (Value::Text(expected.into()), None), "{text}");
        }
    }

    #[test]
    fn keeps_complete_elements_before_a_fault_and_drops_the_broken_one() {
        let intact = r#"{"value":[{"id":"a","n":[1,2]},{"id":"b","n":[3,4]}]}"#;
        for cut in 0..intact.len() {
            let (value, fault) = parse(intact.get(..cut).unwrap());
            assert!(fault.is_some(), "cut at {cut}");
            for item in value.get("value").and_then(Value::list).unwrap_or_default() {
                assert_eq!(item.map().unwrap().len(), 2, "cut at {cut}");
            }
        }
        let (value, _) = parse(r#"{"value":[{"id":"a"},{"id":"b"#);
        assert_eq!(value.get("value").unwrap().list().unwrap().len(), 1);
    }

    #[test]
    fn faults_are_found_where_they_are() {
        for (text, at) in [
            ("", 0),
            ("{", 1),
            ("[1 2]", 3),
            ("[1,]", 3),
            ("{\"a\" 1}", 5),
            ("nul", 0),
            ("[1,23", 5),
            ("1 x", 2),
            ("\"\u{1}\"", 1),
            (r#""\u12g4""#, 3),
        ] {
            assert_eq!(parse(text).1, Some(Fault { at }), "{text:?}");
        }
    }

    #[test]
    fn only_what_is_nested_too_deeply_is_skipped() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        let members = |depth: usize| r#"{"a":"#.repeat(depth) + "1" + &"}".repeat(depth);
        // No stack could hold the last one.
        for depth in [MAX_DEPTH - 1, MAX_DEPTH, 4 * MAX_DEPTH, 1 << 16] {
            for deep in [nested(depth), members(depth), format!("[{}]", members(depth))] {
                let text = format!(r#"[{{"deep":{deep},"beside":"]"}},2]"#);
                let (value, fault) = parse(&text);
                assert_eq!(fault, None, "{depth}");
                let [row, Value::Number("2")] = value.list().unwrap() else { panic!("{depth}") };
                assert_eq!(row.get("beside").unwrap().text(), Some("]"));
            }
        }
        for text in [nested(2 * MAX_DEPTH), members(2 * MAX_DEPTH)] {
            let (value, _) = parse(&text);
            let (mut levels, mut next) = (0, Some(&value));
            while let Some(value) = next {
                levels += 1;
                next = value.get("a").or_else(|| value.list()?.first());
            }
            assert_eq!(levels, MAX_DEPTH + 1);
        }
        let deep = |inside: &str| "[".repeat(MAX_DEPTH) + inside + &"]".repeat(MAX_DEPTH);
        assert_eq!(parse(&deep(r#"[{"\"]}":[]}]"#)), (parse(&deep("[]")).0, None));
        for (inside, at) in [("[}]", 1), ("[[}", 2), (r#"["\x"]"#, 4), ("[1", 66)] {
            let fault = Fault { at: MAX_DEPTH + at };
            let end = if inside == "[1" { "" } else { "]" };
            let text = "[".repeat(MAX_DEPTH) + inside + end;
            let at = fault.at.min(text.len());
            assert_eq!(parse(&text).1, Some(Fault { at }), "{text}");
        }
    }

    /// About once every megabyte of a list.
    #[test]
    fn a_long_list_reports_progress() {
        let item = "\"0123456789\"";
        let text = format!("[{}1]", format!("{item},").repeat((5 << 19) / (item.len() + 1)));
        let mut calls = Vec::new();
        assert_eq!(parse_with_progress(&text, &mut |at| calls.push(at)).1, None);
        let due = [1, 2].map(|megabytes| megabytes << 20);
        assert_eq!(calls.len(), due.len(), "{calls:?}");
        assert!(calls.iter().zip(due).all(|(at, due)| (due..due + 100).contains(at)), "{calls:?}");
    }

    #[test]
    fn members_and_values() {
        let text = r#"{"a":1,"A":"x","b":null,"a":"2","l":[1],"m":{}}"#;
        let (value, _) = parse(text);
        assert_eq!(value.get("a").and_then(Value::text), Some("2"));
        assert_eq!(value.get_any_case("a").and_then(Value::text), Some("2"));
        assert_eq!(value.get_any_case("L").and_then(Value::list).map(<[_]>::len), Some(1));
        assert_eq!((value.get("b"), value.get("c")), (None, None));
        assert_eq!(parse("12").0.text_or_number(), Some("12"));
        assert_eq!(parse("\"12\"").0.text_or_number(), Some("12"));
        assert_eq!(parse("12").0.text(), None);
        assert_eq!((parse("[]").0.map(), parse("{}").0.list()), (None, None));
    }

    /// A number at the end of the text may have been cut off, unless it is the whole text.
    #[test]
    fn numbers_at_the_end() {
        assert_eq!(parse("-1.5e+9"), (Value::Number("-1.5e+9"), None));
        assert_eq!(parse("[12"), (Value::List(vec![]), Some(Fault { at: 3 })));
        assert_eq!(parse("[12 "), (Value::List(vec![Value::Number("12")]), Some(Fault { at: 4 })));
        assert_eq!(parse(r#"{"a":[1,2"#).0.get("a").unwrap().list().unwrap().len(), 1);
        assert_eq!(parse(r#"{"a":"x","b":"y"#).0, parse(r#"{"a":"x"}"#).0);
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "[".repeat(100_000);
        assert!(parse(&deep).1.is_some());
    }
}
