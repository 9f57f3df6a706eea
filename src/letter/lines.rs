//! Which lines of a reply answer which of our questions: by their numbers, or below what is quoted.

use std::ops::Range;

use super::words::{BEFORE_NUMBERS, HEADERS, NO, SIGN_OFFS, YES, letters, yes_or_no};
use crate::paste;

/// So many letters one behind the other are nobody else's.
const LONG: usize = 24;

/// Texts of our letter, as they are compared.
pub struct Ours {
    texts: Vec<String>,
    /// How many questions each language has.
    count: usize,
}

impl Ours {
    /// The texts of one language behind those of another, see [`super::read_reply`].
    pub fn new(texts: &[String], count: usize) -> Self {
        Self { texts: texts.iter().map(|text| letters(text)).collect(), count }
    }

    /// Is it a question, or where its answer is found, or a piece of these?
    fn asks(&self, line: &str) -> bool {
        let line = letters(line);
        let is_question =
            |at: usize| (2..2 + 2 * self.count).contains(&(at % (2 * self.count + 3)));
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
        let ends = line.char_indices().filter(|(_, sign)| !paste::is_letter(*sign));
        let mut ends = ends.filter(|(at, _)| {
            let start = letters(line.get(..*at).unwrap_or_default());
            start.len() > 20
                && self.texts.iter().any(|text| text.ends_with(&start) || *text == start)
        });
        ends.next_back().map(|(at, sign)| at + sign.len_utf8())
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

/// The answers by number, counted from 0, and where each is. `own_words` gets what the customer wrote
/// before the first of our words.
pub fn written(
    text: &str,
    count: usize,
    ours: &Ours,
    own_words: &mut Range<usize>,
) -> Vec<(usize, Range<usize>)> {
    let mut answers: Vec<(usize, Range<usize>)> = Vec::new();
    // The question that the next line answers, and whether nothing does so yet.
    let mut current: Option<usize> = None;
    let mut is_waiting = false;
    // In the original, what is not ours is somebody else's, unless it stands below one of our questions;
    // in a signature, numbers are those of streets.
    let (mut is_over, mut is_original, mut is_signed) = (false, false, false);
    for line in lines(text) {
        let number = numbered(line.text, count);
        let unnumbered = number.map_or(line.text, |(_, rest)| rest);
        let header = is_header(line.text);
        let behind = number.and_then(|(_, rest)| ours.behind(rest));
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
            current = current.filter(|_| is_waiting);
        } else if is_signed || header {
            current = None;
        } else if is_ours || line.is_quoted && behind.is_none() {
            current =
                number.map(|(number, _)| number).or(current).filter(|_| ours.asks(unnumbered));
            is_waiting = current.is_some();
        } else if let Some((number, rest)) = number {
            (current, is_waiting) = (Some(number), false);
            let start = end - rest.len() + behind.unwrap_or_default();
            take(&mut answers, text, number, start..end, count);
        } else if let Some(number) = current {
            is_waiting = false;
            take(&mut answers, text, number, line.start..end, count);
        } else if count == 1 && !is_over && answers.is_empty() {
            take(&mut answers, text, 0, line.start..end, count);
            current = Some(0);
        }
    }
    if !is_over {
        *own_words = 0..text.len();
    }
    answers.retain(|(_, range)| !text.get(range.clone()).unwrap_or_default().trim().is_empty());
    answers
}

/// Adds a line to an answer. Several short answers can stand on one line: `1. yes, 2. no`.
fn take(
    answers: &mut Vec<(usize, Range<usize>)>,
    text: &str,
    number: usize,
    range: Range<usize>,
    count: usize,
) {
    let line = text.get(range.clone()).unwrap_or_default();
    let starts = line.char_indices().filter(|(_, sign)| matches!(sign, ' ' | ',' | ';' | '\t'));
    let next = starts.map(|(at, sign)| at + sign.len_utf8()).find_map(|at| {
        let (found, rest) = numbered(line.get(at..)?, count)?;
        (found > number).then_some((found, at, line.len() - rest.len()))
    });
    let (following, end, rest) = next.unwrap_or((number, line.len(), line.len()));
    let own = range.start..range.start + end;
    match answers.iter_mut().find(|(known, _)| *known == number) {
        Some((_, known)) if own.start <= known.end + 3 + NEXT_LINE => known.end = own.end,
        // What was answered above is not answered again in what is quoted below.
        Some(_) => {}
        None => answers.push((number, own)),
    }
    if rest < line.len() {
        take(answers, text, following, range.start + rest..range.end, count);
    }
}

/// Blanks and marks between two lines of an answer.
const NEXT_LINE: usize = 8;

/// The number of a question at the beginning of a line, counted from 0, and what follows. Words such as
/// in `re question 2` can stand before it.
fn numbered(line: &str, count: usize) -> Option<(usize, &str)> {
    let (word, rest) = without_word(line);
    let has_word = BEFORE_NUMBERS.contains(&letters(word).as_str());
    let (second, rest) = without_word(rest.trim_start_matches([' ', '.', '#']));
    let is_second = second.is_empty() || BEFORE_NUMBERS.contains(&letters(second).as_str());
    if !(word.is_empty() || has_word) || !is_second {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '#', '(', '@', '[', '.']);
    let behind = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let number: usize = rest.get(..rest.len() - behind.len())?.parse().ok()?;
    let answer = behind.trim_start_matches([')', ']', '.', ':', '-', '–', '/', '=', ' ', '\t']);
    let signs = behind.get(..behind.len() - answer.len())?;
    // Behind a blank alone, any word could begin a sentence; behind a period, digits are decimals.
    let is_marked = has_word || signs.contains([')', ']', '.', ':', '-', '–', '=']);
    let is_apart =
        signs.ends_with([' ', '\t']) || !answer.starts_with(|one: char| one.is_ascii_digit());
    let is_answered = !signs.is_empty() && yes_or_no(answer).0.is_some();
    let is_number =
        is_marked && is_apart && (!signs.is_empty() || answer.is_empty()) || is_answered;
    let number = number.checked_sub(1).filter(|number| is_number && *number < count)?;
    Some((number, answer))
}

/// The word at the beginning of a text, and the rest.
fn without_word(text: &str) -> (&str, &str) {
    let is_in_word = |sign: char| paste::is_letter(sign) && !sign.is_ascii_digit();
    let rest = text.trim_start_matches(is_in_word);
    (text.strip_suffix(rest).unwrap_or_default(), rest)
}

/// Does the line end what the customer wrote?
fn is_sign_off(line: &str) -> bool {
    let line = line.trim();
    let whole = letters(line);
    let is_it = |words: &&&str| {
        whole == **words
            || words.len() > 8 && whole.len() < words.len() + 20 && whole.starts_with(**words)
    };
    line == "--" || SIGN_OFFS.iter().any(|words| is_it(&words))
}

/// Does the line begin the original, as email programs write it?
fn is_header(line: &str) -> bool {
    let is_rule = line.starts_with("---") || line.starts_with("___");
    let names = line.split_once(':').map(|(name, _)| letters(name));
    let is_from = names.is_some_and(|name| HEADERS.contains(&name.as_str()));
    let is_wrote = line.ends_with(':')
        && HEADERS.iter().any(|word| word.len() > 4 && letters(line).ends_with(word));
    is_rule && line.chars().filter(|sign| paste::is_letter(*sign)).count() > 6
        || is_from
        || is_wrote
}
