//! Calendar days, without a clock or a time zone.

use serde::{Serialize, Serializer};
use std::fmt;

use crate::paste;

/// A day of the Gregorian calendar, stored as the number of days since 1970-01-01.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Date(i32);

impl Date {
    /// 1970-01-01.
    pub const EPOCH: Self = Self(0);

    /// A day after all others.
    pub const LAST: Self = Self(i32::MAX);

    /// Stands for a day that is not known, before all others. It is written `unknown`, which no reader
    /// of days accepts.
    pub const UNKNOWN: Self = Self(i32::MIN);

    /// Parses `2026-11-22`, with or without a time after it (`2026-11-22T08:00:00.1234567Z`).
    ///
    /// The time is dropped, not converted, so the day shown is the one that the export names.
    ///
    /// ```
    /// use cpor_preflight::date::Date;
    ///
    /// let day = Date::parse("2026-11-22T23:59:59Z").unwrap();
    /// assert_eq!(day.to_string(), "2026-11-22");
    /// assert_eq!(Date::parse("2026-02-29"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = text.as_bytes().split_first_chunk::<10>()?;
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *day else { return None };
        if !matches!(rest.first(), None | Some(b'T' | b' ')) {
            return None;
        }
        let (year, month, day) = ([y1, y2, y3, y4], [b'0', b'0', m1, m2], [b'0', b'0', d1, d2]);
        Self::from_calendar(number(year)?, number(month)?, number(day)?)
    }

    /// Parses a day as [`parse`](Self::parse) does, and as people write it: `22.11.2026`,
    /// `22. November 2026`, `Nov 22, 2026`, `11/22/2026`. What could be either of two days is none:
    /// `03/04/2026`.
    ///
    /// ```
    /// # use cpor_preflight::date::Date;
    /// assert_eq!(Date::parse_typed("22.11.2026"), Date::parse("2026-11-22"));
    /// assert_eq!(Date::parse_typed("Nov. 22nd, 2026"), Date::parse("2026-11-22"));
    /// assert_eq!(Date::parse_typed("31.11.2026"), None);
    /// ```
    pub fn parse_typed(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| Self::of_parts(text.trim()))
    }

    fn of_parts(text: &str) -> Option<Self> {
        let mut parts = [""; 4];
        let mut count = 0;
        for part in text.split([' ', '.', ',', '/', '-']).filter(|part| !part.is_empty()) {
            *parts.get_mut(count)? = part;
            count += 1;
            // A time can follow.
            if count == 3 && !text.ends_with(part) && text.contains([' ', 'T']) {
                break;
            }
        }
        let [one, other, year, ""] = parts else { return None };
        let number = |part: &str, most: usize| {
            let digits = part.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
            let is_ordinal = ["", "st", "nd", "rd", "th"].contains(&part.get(digits.len()..)?);
            let is_number = is_ordinal
                && (1..=most).contains(&digits.len())
                && digits.bytes().all(|digit| digit.is_ascii_digit());
            is_number.then(|| digits.parse::<i32>().ok()).flatten()
        };
        let long = |part| number(part, 4).filter(|year| *year > 99);
        if let Some(first) = long(one) {
            // 2026/11/22; with dots, too, nobody writes the day before the month.
            return Self::from_calendar(first, number(other, 2)?, number(year, 2)?);
        }
        let year = long(year)?;
        match (number(one, 2), number(other, 2)) {
            (Some(day), Some(month)) if text.contains('.') || day > 12 => {
                Self::from_calendar(year, month, day)
            }
            (Some(month), Some(day)) if day > 12 || day == month => {
                Self::from_calendar(year, month, day)
            }
            (Some(day), None) => Self::from_calendar(year, month(other)?, day),
            (None, Some(day)) => Self::from_calendar(year, month(one)?, day),
            _ => None,
        }
    }

    /// Is the text the usual form of this day, byte for byte?
    ///
    /// ```
    /// # use cpor_preflight::date::Date;
    /// let day = Date::from_calendar(2026, 11, 22).unwrap();
    /// assert!(day.is_written("2026-11-22") && !day.is_written("2026-11-22T08:00"));
    /// ```
    pub fn is_written(self, text: &str) -> bool {
        text.len() == "yyyy-mm-dd".len() && Self::parse(text) == Some(self)
    }

    /// The day with this date, if the calendar has it. Years run from 1 to 9999.
    pub fn from_calendar(year: i32, month: i32, day: i32) -> Option<Self> {
        let in_range = (1..=9999).contains(&year) && (1..=12).contains(&month);
        if !in_range || !(1..=days_in_month(year, month)).contains(&day) {
            return None;
        }
        // Years are counted from March, so that the leap day is the last day of a year.
        let years = if month > 2 { year } else { year - 1 };
        let months = (month + 9) % 12;
        let day_of_year = (153 * months + 2) / 5 + day - 1;
        let leap_days = years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
        Some(Self(365 * years + leap_days + day_of_year - DAYS_BEFORE_1970))
    }

    /// The number of days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day this many days later, at most the last one that has a year of four digits.
    pub const fn plus_days(self, days: i32) -> Self {
        /// 9999-12-31, a Friday.
        const LAST_WRITTEN: i32 = 2_932_896;
        let day = self.0.saturating_add(days);
        let is_over = self.0 <= LAST_WRITTEN && day > LAST_WRITTEN;
        Self(if is_over { LAST_WRITTEN } else { day })
    }

    /// The day `count` business days (Monday to Friday) later.
    ///
    /// Public holidays are not considered; the timeline says so.
    pub fn plus_business_days(self, count: u32) -> Self {
        let mut day = self;
        for _ in 0..count {
            day = day.plus_days(1);
            while day.is_weekend() {
                day = day.plus_days(1);
            }
        }
        day
    }

    /// The day this many months earlier, or the last day of that month if it is shorter.
    #[cfg(feature = "core")]
    pub fn minus_months(self, count: i32) -> Self {
        let (year, month, day) = self.calendar();
        let months = year * 12 + month - 1 - count;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        let day = day.min(days_in_month(year, month));
        Self::from_calendar(year, month, day).unwrap_or(self)
    }

    /// The number of days from `self` to `other`; negative if `other` is earlier.
    pub const fn days_until(self, other: Self) -> i32 {
        other.0.saturating_sub(self.0)
    }

    const fn is_weekend(self) -> bool {
        // 1970-01-01 was a Thursday, which is day 3 of a week that starts with Monday as day 0.
        (self.0 + 3).rem_euclid(7) >= 5
    }

    fn calendar(self) -> (i32, i32, i32) {
        let days = self.0 + DAYS_BEFORE_1970;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let months = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * months + 2) / 5 + 1;
        let month = if months < 10 { months + 3 } else { months - 9 };
        (year_of_era + era * 400 + i32::from(month <= 2), month, day)
    }
}

/// The number of days from March 1 of the year 0 to January 1, 1970.
const DAYS_BEFORE_1970: i32 = 719_468;

include!(concat!(env!("OUT_DIR"), "/months.rs"));

/// The number of a month by its name, or by three of its letters at least.
fn month(name: &str) -> Option<i32> {
    let letters = || name.chars().map(paste::small);
    let begins = |month: &str| {
        let mut of_month = month.chars();
        letters().all(|letter| of_month.next() == Some(letter))
    };
    let is_it = |(month, _): &&(&str, i32)| name.len() > 2 && begins(month);
    MONTHS.iter().find(is_it).map(|(_, number)| *number)
}

fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn number(digits: [u8; 4]) -> Option<i32> {
    digits.iter().try_fold(0, |number, digit| match digit {
        b'0'..=b'9' => Some(number * 10 + i32::from(digit - b'0')),
        _ => None,
    })
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::UNKNOWN {
            return formatter.write_str("unknown");
        }
        let (year, month, day) = self.calendar();
        let digit = |number: i32| char::from(b'0' + (number.rem_euclid(10) as u8));
        let mut text = String::with_capacity(10);
        for (number, tens) in
            [(year, [1000, 100, 10, 1]), (month, [0, 0, 10, 1]), (day, [0, 0, 10, 1])]
        {
            if !text.is_empty() {
                text.push('-');
            }
            tens.iter().filter(|ten| **ten > 0).for_each(|ten| text.push(digit(number / ten)));
        }
        formatter.write_str(&text)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every date from 0000-00-00 to 9999-13-32, compared with a hand-counted calendar.
    #[test]
    fn exactly_the_days_of_the_calendar_are_read() {
        let mut expected = Date::parse("0001-01-01").unwrap().0;
        let mut days = 0;
        for year in 0..=9999 {
            for month in 0..=13 {
                let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
                let length = match month {
                    1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
                    4 | 6 | 9 | 11 => 30,
                    2 if leap => 29,
                    2 => 28,
                    _ => 0,
                };
                for day in 0..=32 {
                    let read = Date::from_calendar(year, month, day);
                    if year >= 1 && (1..=length).contains(&day) {
                        let date = read.unwrap();
                        assert_eq!(date.0, expected);
                        assert_eq!(date.calendar(), (year, month, day));
                        expected += 1;
                        days += 1;
                    } else {
                        assert_eq!(read, None, "{year}-{month}-{day}");
                    }
                }
            }
        }
        assert_eq!(days, 3_652_059);
        assert_eq!(Date::EPOCH.number(), 0);
        assert_eq!(Date::from_calendar(2026, 11, 22).unwrap().number(), 20_779);
    }

    #[test]
    fn parses_texts() {
        for (text, expected) in [
            ("2026-11-22", Some("2026-11-22")),
            (" 2026-11-22 ", Some("2026-11-22")),
            ("2026-11-22T08:00:00.1234567Z", Some("2026-11-22")),
            ("2026-11-22 08:00:00Z", Some("2026-11-22")),
            ("1970-01-01", Some("1970-01-01")),
            ("0001-01-01", Some("0001-01-01")),
            ("2024-02-29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("2026-11-22x", None),
            ("2026-1-22", None),
            ("22.11.2026", None),
            ("+026-11-22", None),
            ("2026-11--2", None),
            ("2026-11-2ü", None),
            ("", None),
        ] {
            assert_eq!(
                Date::parse(text).map(|date| date.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn days_as_people_write_them() {
        for text in [
            "22.11.2026",
            "22.11.2026 08:15",
            "22. November 2026",
            "22 Nov 2026",
            "Nov 22, 2026",
            "november 22nd 2026",
            "22/11/2026",
            "11/22/2026",
            "22-11-2026",
            "2026/11/22",
            "2026.11.22",
        ] {
            assert_eq!(Date::parse_typed(text), Date::parse("2026-11-22"), "{text}");
        }
        for (text, day) in [
            ("3. März 2026", "2026-03-03"),
            ("3. Mär 2026", "2026-03-03"),
            ("1st of", ""),
            ("5/5/2026", "2026-05-05"),
            ("03.04.2026", "2026-04-03"),
            ("03/04/2026", ""),
            ("03-04-2026", ""),
            ("22.11.26", ""),
            ("22.11.", ""),
            ("Nov 2026", ""),
            ("22 Ja 2026", ""),
            ("13/13/2026", ""),
            ("+22.11.2026x", ""),
            ("2026-2-30", ""),
        ] {
            assert_eq!(Date::parse_typed(text), Date::parse(day), "{text}");
        }
    }

    #[test]
    fn business_days_skip_weekends() {
        // 2026-11-16 is a Monday.
        let monday = Date::parse("2026-11-16").unwrap();
        for start in 0..14 {
            let from = monday.plus_days(start);
            for count in 1..=20 {
                let by = from.plus_business_days(count);
                let between = (1..=from.days_until(by)).map(|days| from.plus_days(days));
                assert_eq!(between.filter(|day| !day.is_weekend()).count(), count as usize);
                assert!(!by.is_weekend());
            }
        }
        assert_eq!(monday.plus_business_days(5).to_string(), "2026-11-23");
        assert!(monday.plus_days(5).is_weekend() && !monday.plus_days(4).is_weekend());
        let late = Date::parse("9999-12-29").unwrap();
        assert_eq!(late.plus_days(2).to_string(), "9999-12-31");
        assert_eq!(late.plus_days(3).to_string(), "9999-12-31");
        assert_eq!(late.plus_business_days(20).to_string(), "9999-12-31");
    }
}
