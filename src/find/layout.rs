//! What the layout of a text says about values: columns under their names, cells and lines behind a
//! name, `name: value`.

use super::doubt::{casts, stronger};
use super::labels::{Label, Labelled, Labels};
use super::mail::{Parts, holds};
use super::steps;
use crate::claim::Field;
use crate::paste;

/// A part of a text, and the name that it stands under.
#[derive(Clone, Copy, Debug)]
pub struct Region<'t> {
    /// The part, without blanks around it.
    pub text: &'t str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// The name. None for a cell or a line that has none.
    pub labelled: Option<Labelled>,
    /// The doubt that the heading above it, another cell beside it or the part of the text casts on what it
    /// says.
    pub doubt: Option<Label>,
}

/// The parts of a text that have a name, and the cells and lines that have none. In reading order, none
/// overlaps another.
pub fn regions<'t>(text: &'t str, labels: &Labels, parts: &Parts) -> Vec<Region<'t>> {
    let mut reader = Reader {
        labels,
        parts,
        found: Vec::new(),
        header: None,
        above: None,
        blanks: 0,
        doubt: None,
    };
    let mut start = 0;
    for line in text.split('\n') {
        reader.read_line(Cell::of(line, start));
        start += line.len() + 1;
    }
    reader.found
}

/// A text without blanks around it, and where it begins.
#[derive(Clone, Copy)]
struct Cell<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Cell<'t> {
    fn of(text: &'t str, start: usize) -> Self {
        let trimmed = text.trim_start();
        Self { text: trimmed.trim_end(), start: start + text.len() - trimmed.len() }
    }

    fn split(self, sign: char) -> impl Iterator<Item = Self> {
        let mut start = self.start;
        self.text.split(sign).map(move |part| {
            let cell = Self::of(part, start);
            start += part.len() + sign.len_utf8();
            cell
        })
    }
}

struct Reader<'t, 'l> {
    labels: &'l Labels,
    parts: &'l Parts,
    found: Vec<Region<'t>>,
    /// The names of a table's columns, and what stands between its cells.
    header: Option<(char, Vec<Option<Labelled>>)>,
    /// The name that is a line of its own.
    above: Option<Labelled>,
    blanks: usize,
    /// The doubt that the last heading casts on what follows.
    doubt: Option<Label>,
}

/// What can stand between cells.
const DELIMITERS: [char; 4] = ['\t', '|', ';', ','];
/// A table has no more columns than this.
const MAX_COLUMNS: usize = 64;

impl<'t> Reader<'t, '_> {
    fn read_line(&mut self, line: Cell<'t>) {
        steps::add(line.text.len());
        if line.text.trim_start_matches('>').is_empty() {
            self.blanks += 1;
            self.header = None;
            self.above = self.above.filter(|_| self.blanks < 2);
            return;
        }
        self.blanks = 0;
        if let Some(header) = self.header_in(line) {
            (self.header, self.above) = (Some(header), None);
            return;
        }
        let above = self.above.take();
        let of_table = self.header.as_ref().map(|(sign, _)| *sign);
        let sign = of_table.filter(|sign| line.text.contains(*sign));
        if let (Some(sign), Some((_, names))) = (sign, self.header.take()) {
            let cells = line.split(sign).zip(names.iter().chain(std::iter::repeat(&None)));
            // There, CSP is an answer.
            let channel = Some(Label::Field(Field::PurchaseChannel));
            let unnamed = cells.filter(|(_, name)| name.map(|name| name.label) != channel);
            self.doubt = unnamed.take(MAX_COLUMNS).find_map(|(cell, _)| self.doubt_of(cell));
            for (cell, name) in line.split(sign).zip(names.iter().chain(std::iter::repeat(&None))) {
                self.read_cell(cell, *name);
            }
            self.header = Some((sign, names));
            return;
        }
        self.header = None;
        let Some(sign) = ['\t', '|'].into_iter().find(|sign| line.text.contains(*sign)) else {
            self.above = self.name(line);
            if self.above.is_none() {
                // A heading has nothing behind its colon.
                if !line.text.trim_end_matches(':').contains(':') {
                    self.doubt = self.doubt_of(line);
                }
                let of_heading = self.doubt;
                self.doubt = stronger(of_heading, self.company_of(line));
                self.read_cell(line, above);
                self.doubt = of_heading;
            }
            return;
        };
        self.doubt = line.split(sign).take(MAX_COLUMNS).find_map(|cell| self.doubt_of(cell));
        let mut before = above;
        for cell in line.split(sign).filter(|cell| !cell.text.is_empty()) {
            let name = self.name(cell);
            if name.is_none() {
                self.read_cell(cell, before);
            }
            before = name;
        }
        self.above = before;
    }

    /// The doubt about what stands at a place.
    fn doubt_at(&self, at: usize) -> Option<Label> {
        let of_part = [(&self.parts.signatures, Label::Others), (&self.parts.azure, Label::Azure)];
        let of_part = of_part.into_iter().find(|(parts, _)| holds(parts, at));
        stronger(of_part.map(|(_, doubt)| doubt), self.doubt)
    }

    /// The doubt that a heading or a cell of few words casts on what belongs to it.
    fn doubt_of(&self, cell: Cell<'_>) -> Option<Label> {
        let has_value = cell.text.contains(|sign: char| sign.is_ascii_digit());
        let is_short = cell.text.len() < MAX_NAME && !has_value && self.name(cell).is_none();
        let text = Some(cell.text).filter(|_| is_short)?;
        text.split(|sign: char| !paste::is_letter(sign)).find_map(|word| casts(self.labels, word))
    }

    /// The doubt that a line casts whose beginning is a company and a colon, as in "Supplier: Adatum, MPN …".
    fn company_of(&self, line: Cell<'_>) -> Option<Label> {
        let (head, _) = line.text.split_once(':')?;
        let is_name = head.len() > MAX_NAME || self.labels.before(head).is_some();
        let doubt = self.doubt_of(Cell { text: head, ..line }).filter(|_| !is_name);
        doubt.filter(|doubt| matches!(doubt, Label::Others | Label::Whose))
    }

    /// The names of columns, if a line consists of such: two at least.
    fn header_in(&self, line: Cell<'t>) -> Option<(char, Vec<Option<Labelled>>)> {
        DELIMITERS.into_iter().filter(|sign| line.text.contains(*sign)).find_map(|sign| {
            let names: Vec<_> =
                line.split(sign).take(MAX_COLUMNS).map(|cell| self.name(cell)).collect();
            let has_values = |cell: Cell<'_>| cell.text.contains([':', '=', '@']);
            let is_header = names.iter().flatten().count() > 1
                && !line.split(sign).take(MAX_COLUMNS).any(has_values);
            is_header.then_some((sign, names))
        })
    }

    /// Reads a cell or a line under a name; what is in it can have names of its own.
    fn read_cell(&mut self, cell: Cell<'t>, name: Option<Labelled>) {
        let mut is_whole = true;
        for sign in [',', ';'] {
            if !is_whole || !cell.text.contains(sign) {
                continue;
            }
            let named = cell.split(sign).filter_map(|part| self.name_and_value(part));
            let before = self.found.len();
            let named: Vec<_> = named.collect();
            self.found.extend(named);
            is_whole = self.found.len() == before;
        }
        if is_whole {
            let region = self.name_and_value(cell);
            let Cell { text, start } = cell;
            let doubt = self.doubt_at(start);
            self.found.push(region.unwrap_or(Region { text, start, labelled: name, doubt }));
        }
    }

    /// `name: value` or `name = value`.
    fn name_and_value(&self, cell: Cell<'t>) -> Option<Region<'t>> {
        steps::add(cell.text.len());
        let (at, _) = cell.text.match_indices([':', '=']).next()?;
        let labelled = self.name(Cell::of(cell.text.get(..at)?, cell.start))?;
        let value = Cell::of(cell.text.get(at + 1..)?, cell.start + at + 1);
        let (labelled, doubt) = (Some(labelled), self.doubt_at(cell.start));
        Some(Region { text: value.text, start: value.start, labelled, doubt })
    }

    /// The name that a cell is as a whole.
    fn name(&self, cell: Cell<'_>) -> Option<Labelled> {
        if cell.text.len() > MAX_NAME {
            return None;
        }
        let is_number = |letter: char| letter.is_ascii_digit();
        let bullet = cell.text.trim_start_matches(['>', '-', '*', '•', '#', ' ', '"']);
        let name = bullet.trim_start_matches(is_number).trim_start_matches(['.', ')', ' ']);
        let name =
            if name.len() == bullet.len() || bullet.starts_with(name) { bullet } else { name };
        // Two names: "Partner ID (MPN ID)".
        let in_brackets = || {
            let (before, inside) = name.strip_suffix([':', ')'])?.split_once('(')?;
            let [before, inside] = [before, inside].map(|part| self.labels.meaning(part));
            before.filter(|label| label.is_name() && inside.is_some_and(Label::is_name))
        };
        let label = self.labels.meaning(name).or_else(in_brackets)?;
        let start = cell.start + cell.text.len() - name.len();
        let end = start + name.trim_end_matches([':', '=', ' ', '"', '*']).len();
        label.is_name().then_some(Labelled { label, start, end })
    }
}

/// No name is longer, in bytes.
const MAX_NAME: usize = 80;
