//! Days, in the forms in which exports and the programs that save them write them.

use super::export::ProblemCode;
use crate::date::Date;

/// The order of day and month in numbers such as `3/11/2026`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// As in the United States.
    MonthFirst,
    /// As nearly everywhere else.
    DayFirst,
}

impl Order {
    /// The order that other days of a text leave as the only one: one program writes all of them in the
    /// same way. An English time of day does not tell, because half of the English-speaking countries
    /// put the day first.
    pub fn in_text(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (mut month_first, mut day_first) = (false, false);
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(is_between)) {
            let separator = at + found;
            at = separator + 1;
            let Some((first, second)) = numbers_around(bytes, separator) else { continue };
            month_first |= second > 12 && first <= 12;
            day_first |= first > 12 && second <= 12;
        }
        match (month_first, day_first) {
            (true, false) => Some(Self::MonthFirst),
            (false, true) => Some(Self::DayFirst),
            _ => None,
        }
    }
}

fn is_between(byte: &u8) -> bool {
    matches!(byte, b'/' | b'-')
}

/// The first two numbers of a day such as `11/13/2026` around its first separator.
fn numbers_around(text: &[u8], separator: usize) -> Option<(u32, u32)> {
    let sign = text.get(separator)?;
    let before = text.get(..separator)?;
    let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).take(3).count();
    let first = before.get(before.len() - digits..)?;
    let outside = before.get(..before.len() - digits)?.last();
    let rest = text.get(separator + 1..)?;
    let (second, rest) =
        rest.split_at(rest.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count());
    let [found, y1, y2, y3, y4, end @ ..] = rest else { return None };
    let is_day = |part: &[u8]| matches!(part.len(), 1 | 2);
    let is_year = [y1, y2, y3, y4].iter().all(|byte| byte.is_ascii_digit());
    let is_outside = |byte: Option<&u8>| {
        byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && !is_between(byte))
    };
    let is_whole = is_outside(outside) && is_outside(end.first());
    if !is_day(first) || !is_day(second) || found != sign || !is_year || !is_whole {
        return None;
    }
    let number = |part: &[u8]| part.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    Some((number(first), number(second)))
}

/// Reads `2026-11-03` with or without a time, `3.11.2026`, `11/13/2026`, `3 November 2026`, and what
/// PowerShell makes of a day: `/Date(1793664000000)/`.
///
/// # Errors
///
/// With slashes or hyphens, day and month can be in either order. If both readings are valid and
/// differ, and no order is given, the day is ambiguous.
pub fn read(text: &str, order: Option<Order>) -> Result<Date, ProblemCode> {
    match (&readings(text)[..], order) {
        ([day], _) | ([day, _], Some(Order::DayFirst)) | ([_, day], Some(Order::MonthFirst)) => {
            Ok(*day)
        }
        ([], _) => Err(ProblemCode::RowMalformed),
        _ => Err(ProblemCode::DateAmbiguous),
    }
}

/// Reads the day that stands for a month: its first day, `2026-11`, or `November 2026`.
///
/// # Errors
///
/// As for [`read`].
pub fn month(text: &str, order: Option<Order>) -> Result<Date, ProblemCode> {
    if let Some(day) = Date::parse(&[text, "-01"].concat()) {
        return Ok(day);
    }
    let readings = readings(text);
    let mut firsts = readings.iter().filter(|day| day.to_string().ends_with("-01"));
    match (firsts.next(), firsts.next()) {
        (Some(day), None) => Ok(*day),
        _ => read(text, order).or_else(|fault| named(text, true).ok_or(fault)),
    }
}

/// Every day that the text can mean, without duplicates; of two, the one with the day first.
fn readings(text: &str) -> Vec<Date> {
    let day = Date::parse(text).or_else(|| of_milliseconds(text));
    if let Some(day) = day.or_else(|| named(text, false)) {
        return vec![day];
    }
    let day = text.split(' ').next().unwrap_or_default();
    let separator = ['/', '-'].into_iter().find(|sign| day.contains(*sign)).unwrap_or('.');
    let numbers: Vec<i32> = day.split(separator).filter_map(number).collect();
    let mut readings = Vec::new();
    let [first, second, third] = numbers[..] else { return readings };
    if day.split(separator).count() != 3 {
        return readings;
    }
    if separator == '/' && first > 99 {
        readings.extend(Date::from_calendar(first, second, third));
    } else if third > 99 {
        readings.extend(Date::from_calendar(third, second, first));
        if separator != '.' {
            readings.extend(Date::from_calendar(third, first, second));
        }
    }
    readings.dedup();
    readings
}

/// A day with the name of its month, and perhaps of its weekday, before or after a time.
fn named(text: &str, is_month: bool) -> Option<Date> {
    if !text.contains(char::is_alphabetic) || text.len() > LONGEST {
        return None;
    }
    let (mut year, mut month, mut day) = (None, None, None);
    let is_sign = |one: char| matches!(one, ' ' | ',' | '.' | '-' | '/' | '\u{202f}');
    for word in text.split(is_sign).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        let digits = word.trim_end_matches(|end: char| end.is_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or_default();
        let slot = match number(digits) {
            _ if is_time(&word) => continue,
            Some(number) if digits.len() == 4 && ending.is_empty() => (&mut year, number),
            Some(number)
                if digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th") =>
            {
                (&mut day, number)
            }
            Some(_) => return None,
            None if WITHOUT_MEANING.contains(&&*word) => continue,
            None => (&mut month, month_of(&word)?),
        };
        let (part, number) = slot;
        if part.replace(number).is_some() {
            return None;
        }
    }
    if is_month && day.is_none() {
        day = Some(1);
    }
    Date::from_calendar(year?, month?, day?)
}

/// Longer texts are no days.
const LONGEST: usize = 60;

fn is_time(word: &str) -> bool {
    word.contains(':')
        && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'z' | b'+'))
}

/// The number of a month by its name in English or German, or by the first letters of it.
fn month_of(word: &str) -> Option<i32> {
    let is_month = |names: &&str| {
        names.split(' ').any(|name| {
            name == word || word.chars().count() >= 3 && name.starts_with(word) && word != "jän"
        })
    };
    MONTHS.iter().zip(1..).find(|(names, _)| is_month(names)).map(|(_, number)| number)
}

const MONTHS: [&str; 12] = [
    "january januar jänner",
    "february februar",
    "march märz mrz",
    "april",
    "may mai",
    "june juni",
    "july juli",
    "august",
    "september sept",
    "october oktober",
    "november",
    "december dezember",
];

/// Words in a day that tell nothing of it.
const WITHOUT_MEANING: [&str; 27] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "am",
    "pm",
    "utc",
    "gmt",
    "uhr",
    "z",
];

fn of_milliseconds(text: &str) -> Option<Date> {
    let (_, number) = text.split_once("Date(")?;
    let (number, _) = number.split_once(')')?;
    let milliseconds: i64 = number.parse().ok()?;
    let days = i32::try_from(milliseconds.div_euclid(86_400_000)).ok()?;
    (0..100_000).contains(&days).then(|| Date::EPOCH.plus_days(days))
}

fn number(text: &str) -> Option<i32> {
    let is_number = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        let (malformed, ambiguous) = (ProblemCode::RowMalformed, ProblemCode::DateAmbiguous);
        for (text, expected) in [
            ("2026-11-03", Ok("2026-11-03")),
            ("2026-11-03T23:59:59.1234567Z", Ok("2026-11-03")),
            ("2026-11-03 00:00:00", Ok("2026-11-03")),
            ("3.11.2026", Ok("2026-11-03")),
            ("03.11.2026 00:00", Ok("2026-11-03")),
            ("2026/11/03", Ok("2026-11-03")),
            ("11/13/2026", Ok("2026-11-13")),
            ("13/11/2026 12:00:00 AM", Ok("2026-11-13")),
            ("13-11-2026", Ok("2026-11-13")),
            ("3-11-2026", Err(ambiguous)),
            ("3/3/2026", Ok("2026-03-03")),
            ("3/11/2026", Err(ambiguous)),
            ("13/13/2026", Err(malformed)),
            ("11/13/26", Err(malformed)),
            ("11.13.2026", Err(malformed)),
            ("99/3/4", Err(malformed)),
            ("3.4.99", Err(malformed)),
            ("1/2/3/2026", Err(malformed)),
            ("+1/+2/2026", Err(malformed)),
            ("/Date(1793664000000)/", Ok("2026-11-03")),
            ("/Date(x)/", Err(malformed)),
            ("/Date(-1)/", Err(malformed)),
            ("2026-11", Err(malformed)),
            ("soon", Err(malformed)),
            ("", Err(malformed)),
            ("Tuesday, November 3, 2026 12:00:00 AM", Ok("2026-11-03")),
            ("Dienstag, 3. November 2026 00:00:00", Ok("2026-11-03")),
            ("3 Nov 2026", Ok("2026-11-03")),
            ("Nov 3rd, 2026", Ok("2026-11-03")),
            ("03-Nov-2026", Ok("2026-11-03")),
            ("3. März 2026", Ok("2026-03-03")),
            ("3. Mrz. 2026", Ok("2026-03-03")),
            ("31 June 2026", Err(malformed)),
            ("3 No 2026", Err(malformed)),
            ("Nov 3 26", Err(malformed)),
            ("Nov 2026", Err(malformed)),
            ("3 Nov 2026 or 4 Nov 2026", Err(malformed)),
            ("due 3 Nov 2026", Err(malformed)),
        ] {
            let day = read(text, None).map(|day| day.to_string());
            assert_eq!(day.as_deref().map_err(|fault| *fault), expected, "{text}");
        }
    }

    #[test]
    fn months() {
        for (text, expected) in [
            ("2026-10", Ok("2026-10-01")),
            ("2026-10-01", Ok("2026-10-01")),
            ("2026-10-31", Ok("2026-10-31")),
            ("10/1/2026", Ok("2026-10-01")),
            ("1/10/2026", Ok("2026-10-01")),
            ("1/1/2026", Ok("2026-01-01")),
            ("10/31/2026", Ok("2026-10-31")),
            ("October 2026", Ok("2026-10-01")),
            ("July, 2026", Ok("2026-07-01")),
            ("2/3/2026", Err(ProblemCode::DateAmbiguous)),
            ("October", Err(ProblemCode::RowMalformed)),
        ] {
            let day = month(text, None).map(|day| day.to_string());
            assert_eq!(day.as_deref().map_err(|fault| *fault), expected, "{text}");
        }
    }

    #[test]
    fn orders() {
        for (text, order, day) in [
            ("3/11/2026,11/13/2027", Some(Order::MonthFirst), Ok("2026-03-11")),
            ("3/11/2026,13/11/2027", Some(Order::DayFirst), Ok("2026-11-03")),
            ("\"3/11/2026 12:00:00 AM\"", None, Err(())),
            ("11/13/2027,13/11/2027", None, Err(())),
            ("a11/13/2027", None, Err(())),
            ("11/13/20271", None, Err(())),
            ("0b6f-13-2027", None, Err(())),
            ("11/13/2027/1", None, Err(())),
            ("111/13/2027", None, Err(())),
        ] {
            assert_eq!(Order::in_text(text), order, "{text}");
            let read = read("3/11/2026", order).map(|day| day.to_string());
            assert_eq!(read.as_deref().map_err(|_| ()), day, "{text}");
        }
    }
}
