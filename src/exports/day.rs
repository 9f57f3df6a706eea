//! Days, in the forms in which exports and the programs that save them write them.

use super::export::ProblemCode;
use crate::date::Date;

/// Reads `2026-11-03` with or without a time, `3.11.2026`, `11/13/2026`, and what PowerShell makes
/// of a day: `/Date(1793664000000)/`.
///
/// # Errors
///
/// With slashes, day and month can be in either order. If both readings are valid and differ, the
/// day is ambiguous.
pub fn read(text: &str) -> Result<Date, ProblemCode> {
    match &readings(text)[..] {
        [day] => Ok(*day),
        [] => Err(ProblemCode::RowMalformed),
        _ => Err(ProblemCode::DateAmbiguous),
    }
}

/// Reads the day that stands for a month: its first day, or `2026-11`.
///
/// # Errors
///
/// As for [`read`].
pub fn month(text: &str) -> Result<Date, ProblemCode> {
    if let Some(day) = Date::parse(&[text, "-01"].concat()) {
        return Ok(day);
    }
    let readings = readings(text);
    let mut firsts = readings.iter().filter(|day| day.to_string().ends_with("-01"));
    match (firsts.next(), firsts.next()) {
        (Some(day), None) => Ok(*day),
        _ => read(text),
    }
}

/// Every day that the text can mean, without duplicates.
fn readings(text: &str) -> Vec<Date> {
    if let Some(day) = Date::parse(text).or_else(|| of_milliseconds(text)) {
        return vec![day];
    }
    let day = text.split(' ').next().unwrap_or_default();
    let separator = if day.contains('/') { '/' } else { '.' };
    let numbers: Vec<i32> = day.split(separator).filter_map(number).collect();
    let mut readings = Vec::new();
    let [first, second, third] = numbers[..] else { return readings };
    if separator == '/' && first > 99 {
        readings.extend(Date::from_calendar(first, second, third));
    } else if third > 99 {
        readings.extend(Date::from_calendar(third, second, first));
        if separator == '/' {
            readings.extend(Date::from_calendar(third, first, second));
        }
    }
    readings.dedup();
    readings
}

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
        ] {
            let day = read(text).map(|day| day.to_string());
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
            ("2/3/2026", Err(ProblemCode::DateAmbiguous)),
            ("October", Err(ProblemCode::RowMalformed)),
        ] {
            let day = month(text).map(|day| day.to_string());
            assert_eq!(day.as_deref().map_err(|fault| *fault), expected, "{text}");
        }
    }
}
