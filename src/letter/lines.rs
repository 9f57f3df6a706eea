//! Which lines of a reply answer which of our questions: by their numbers, or below what is quoted.

use std::ops::Range;

use super::numbers::{any_numbers, numbered};
use super::words::{NO, YES, of_all, yes_or_no};
use crate::find::mail::{is_header, is_sign_off};
use crate::paste::{self, letters};

/// So many letters one behind the other are nobody else's.
const LONG: usize = 24;

/// Texts of our letter, as they are compared.
pub struct Ours {
    texts: Vec<String>,
    /// How many questions each language has.
    count: usize,
    /// How long the longest text is, in bytes.
    longest: usize,
}

impl Ours {
    /// The texts of one language behind those of another, see [`super::read_reply`].
    pub fn new(texts: &[String], count: usize) -> Self {
        let texts: Vec<_> = texts.iter().map(|text| letters(text)).collect();
        let longest = texts.iter().map(String::len).max().unwrap_or_default();
        Self { texts, count, longest }
    }

    /// Is it a question, or where its answer is found, or a piece of these?
    fn asks(&self, line: &str) -> bool {
        let line = letters(line);
        let is_question =
            |at: usize| (2..2 + 2 * self.count).contains(&(at % (2 * self.count + 3)));
        if line.is_empty() {
            return false;
        }
        let mut questions = self.texts.iter().enumerate().filter(|(at, _)| is_question(*at));
        questions.any(|(_, text)| paste::position(text, &line).is_some())
    }

    /// Is the line one of ours, or a piece of one that an email program has broken?
    fn has(&self, line: &str) -> bool {
        let line = letters(line);
        line.len() >= LONG && self.texts.iter().any(|text| paste::position(text, &line).is_some())
    }

    /// Is it the beginning or the end of one of ours, as it can be where others of ours are? Yes and no are
    /// none, although questions end in them.
    fn has_end(&self, line: &str) -> bool {
        let line = letters(line);
        let is_end = |text: &String| text.starts_with(&line) || text.ends_with(&line);
        let is_answer = YES.contains(&line.as_str()) || NO.contains(&line.as_str());
        line.len() > 1 && !is_answer && self.texts.iter().any(is_end)
    }

    /// What is behind one of our texts on the same line: from this byte on.
    fn behind(&self, line: &str) -> Option<usize> {
        let mut start = String::new();
        let mut found = None;
        for (at, sign) in line.char_indices() {
            if paste::is_letter(sign) {
                start.push(paste::small(sign));
                if start.len() > self.longest {
                    break;
                }
            } else if start.len() > 20 && self.texts.iter().any(|text| text.ends_with(&start)) {
                found = Some(at + sign.len_utf8());
            }
        }
        found
    }
}

/// A line of a reply.
struct Line<'t> {
    /// Where it begins, without marks of quotation.
    start: usize,
    text: &'t str,
    is_quoted: bool,
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let begin = at;
        at += line.len();
        let own = line.trim_start_matches([' ', '\t', '>', '|', '\u{a0}']);
        let marks = line.get(..line.len() - own.len()).unwrap_or_default();
        // The mark of a list; two hyphens stand before a signature.
        let bullet = ["- ", "* ", "• "].into_iter().find_map(|mark| own.strip_prefix(mark));
        let own = bullet.unwrap_or(own);
        Line {
            start: begin + line.len() - own.len(),
            text: own.trim_end(),
            is_quoted: marks.contains(['>', '|']),
        }
    })
}

/// An answer to a question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Written {
    /// The number of the question, counted from 0.
    pub number: usize,
    /// Where the answer is.
    pub range: Range<usize>,
    /// Is it the answer to other questions, too?
    pub is_shared: bool,
    /// What is said of all questions. Whoever says so may not have looked at each.
    pub of_all: Option<&'static str>,
}

/// The answers by number, and where each is. `own_words` gets what the customer wrote before the first of
/// our words.
pub fn written(
    text: &str,
    count: usize,
    ours: &Ours,
    own_words: &mut Range<usize>,
) -> Vec<Written> {
    let mut answers: Vec<Written> = Vec::new();
    let mut of_all: Vec<Written> = Vec::new();
    // The questions that the next line answers, and whether nothing does so yet.
    let mut current: Vec<usize> = Vec::new();
    let mut is_waiting = false;
    // In the original, what is not ours is somebody else's, unless it stands below one of our questions;
    // in a signature, numbers are those of streets.
    let (mut is_over, mut is_original, mut is_signed) = (false, false, false);
    for line in lines(text) {
        let numbers = numbered(line.text, count);
        let unnumbered = numbers.as_ref().map_or(line.text, |(_, rest)| *rest);
        let header = is_header(line.text);
        let behind = numbers.as_ref().and_then(|(_, rest)| ours.behind(rest));
        let is_long = ours.has(line.text) || ours.has(unnumbered) || behind.is_some();
        is_original |= header || is_long || line.is_quoted;
        let is_ours =
            is_long && behind.is_none() || header || is_original && ours.has_end(unnumbered);
        let is_signing = !is_original && is_sign_off(line.text);
        if (is_original || is_signing) && !is_over {
            *own_words = 0..line.start;
            is_over = true;
        }
        is_signed = is_signing || is_signed && !is_original;
        let end = line.start + line.text.len();
        if line.text.is_empty() {
            // Whoever answers below a question may leave a line blank first.
            if !is_waiting {
                current.clear();
            }
        } else if is_signed || header {
            current.clear();
        } else if is_ours || line.is_quoted && behind.is_none() {
            current = numbers.map(|(numbers, _)| numbers).unwrap_or(current);
            if !ours.asks(unnumbered) {
                current.clear();
            }
            is_waiting = !current.is_empty();
        } else if let Some((numbers, rest)) = numbers {
            is_waiting = false;
            let start = end - rest.len() + behind.unwrap_or_default();
            current = numbers;
            take(&mut answers, text, &current, start..end, count);
        } else if let Some(all) = to_all(&line, count).filter(|_| !is_waiting && !is_original) {
            let is_new = |one: &Written| of_all.iter().all(|other| other.number != one.number);
            let all: Vec<_> = all.into_iter().filter(is_new).collect();
            of_all.extend(all);
            current.clear();
        } else if !current.is_empty() {
            is_waiting = false;
            take(&mut answers, text, &current, line.start..end, count);
        } else if count == 1 && !is_over && answers.is_empty() {
            current = vec![0];
            take(&mut answers, text, &current, line.start..end, count);
        }
    }
    if !is_over {
        *own_words = 0..text.len();
    }
    of_all.retain(|one| answers.iter().all(|other| other.number != one.number));
    answers.append(&mut of_all);
    answers.retain(|one| !text.get(one.range.clone()).unwrap_or_default().trim().is_empty());
    answers
}

/// What a line says of all questions, such as `all yes except 6`.
fn to_all(line: &Line<'_>, count: usize) -> Option<Vec<Written>> {
    let (answer, rest) = of_all(line.text).filter(|_| count > 1)?;
    let end = line.start + line.text.len();
    let (excepted, behind) = match rest {
        Some(rest) => any_numbers(rest, count)?,
        None => (Vec::new(), ""),
    };
    let behind = behind.trim_start_matches(|sign: char| !paste::is_letter(sign));
    let opposite = if answer == "yes" { "no" } else { "yes" };
    let all = (0..count).filter_map(|number| {
        let whole = line.start..end;
        let (range, of_all) = match excepted.contains(&number) {
            false => (whole, Some(answer)),
            true if behind.is_empty() => (whole, Some(opposite)),
            true if yes_or_no(behind).0.is_some() => (end - behind.len()..end, None),
            true => return None,
        };
        Some(Written { number, range, is_shared: true, of_all })
    });
    Some(all.collect())
}

/// Adds a line to the answer to these questions. Several short answers can stand on one line: `1. yes, 2. no`.
fn take(
    answers: &mut Vec<Written>,
    text: &str,
    numbers: &[usize],
    range: Range<usize>,
    count: usize,
) {
    let line = text.get(range.clone()).unwrap_or_default();
    let starts = line.char_indices().filter(|(_, sign)| matches!(sign, ' ' | ',' | ';' | '\t'));
    let first = numbers.iter().min().copied().unwrap_or_default();
    let next = starts.map(|(at, sign)| at + sign.len_utf8()).find_map(|at| {
        let (found, rest) = numbered(line.get(at..)?, count)?;
        let is_next = found.iter().all(|one| *one > first && !numbers.contains(one));
        is_next.then_some((found, at, line.len() - rest.len()))
    });
    let end = next.as_ref().map_or(line.len(), |(_, at, _)| *at);
    let own = range.start..range.start + end;
    for number in numbers {
        match answers.iter_mut().find(|known| known.number == *number) {
            Some(Written { range: known, .. }) if own.start <= known.end + 3 + NEXT_LINE => {
                known.end = own.end;
            }
            // What was answered above is not answered again in what is quoted below.
            Some(_) => {}
            None => {
                let is_shared = numbers.len() > 1;
                let (number, range) = (*number, own.clone());
                answers.push(Written { number, range, is_shared, of_all: None });
            }
        }
    }
    if let Some((following, _, rest)) = next.filter(|(.., rest)| *rest < line.len()) {
        take(answers, text, &following, range.start + rest..range.end, count);
    }
}

/// Blanks and marks between two lines of an answer.
const NEXT_LINE: usize = 8;
