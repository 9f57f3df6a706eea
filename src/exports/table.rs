//! Exports that are tables: their separator, their heading and their rows.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};

use super::builder::ExportBuilder;
use super::export::ProblemCode;
use super::text::plain;
use crate::paste;

/// Separators of cells, the likeliest first.
pub const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A table whose heading has been read.
pub struct Table<'t> {
    text: &'t str,
    separator: u8,
    columns: Vec<String>,
    on_progress: &'t mut dyn FnMut(usize),
}

/// A row of a table.
pub struct Row<'r> {
    /// The number of the row, counted from 1 after the heading.
    pub number: usize,
    cells: &'r ByteRecord,
}

impl<'t> Table<'t> {
    /// A table with these columns. `on_progress` is called with the number of bytes read.
    pub fn new(
        text: &'t str,
        separator: u8,
        columns: Vec<String>,
        on_progress: &'t mut dyn FnMut(usize),
    ) -> Self {
        Self { text, separator, columns, on_progress }
    }

    /// The position of the first of these columns that exists.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.columns.iter().position(|column| column == name))
    }

    /// Like [`Table::column`], but reports a problem if none exists.
    pub fn needed(&self, names: &[&str], builder: &mut ExportBuilder<'_>) -> Option<usize> {
        let column = self.column(names);
        if column.is_none() {
            builder.report(None, ProblemCode::ColumnMissing);
        }
        column
    }

    /// Passes every row that fits the heading to `take`. Blank rows, which spreadsheets leave at
    /// the end, do not count.
    pub fn rows<'a>(
        &mut self,
        builder: &mut ExportBuilder<'a>,
        mut take: impl FnMut(&mut ExportBuilder<'a>, &Row<'_>),
    ) {
        let mut csv = csv_reader(self.text, self.separator);
        let mut cells = ByteRecord::new();
        let mut next_call = PROGRESS_EVERY;
        let mut last = 0;
        // Skips the heading, which has been read.
        let _ = csv.read_byte_record(&mut cells);
        while let Ok(true) = csv.read_byte_record(&mut cells) {
            if cells.iter().all(|cell| cell.trim_ascii().is_empty()) {
                continue;
            }
            builder.rows += 1;
            let number = builder.rows;
            last = cells.position().map_or(0, csv::Position::byte);
            if self.fits(&cells) {
                take(builder, &Row { number, cells: &cells });
            } else {
                builder.leave_out(number, ProblemCode::CellsDiffer);
            }
            let done = usize::try_from(csv.position().byte()).unwrap_or(usize::MAX);
            if done >= next_call {
                next_call = done + PROGRESS_EVERY;
                (self.on_progress)(done);
            }
        }
        if builder.rows > 0 && self.may_be_cut_off(last, builder.options.is_pasted) {
            builder.is_excerpt = true;
            builder.report(Some(builder.rows), ProblemCode::MaybeCutOff);
        }
    }

    /// A complete file ends with a line break, and not inside quotes. Pasted text often lacks the
    /// last line break.
    fn may_be_cut_off(&self, last_row: u64, is_pasted: bool) -> bool {
        let last_row = usize::try_from(last_row).ok().and_then(|at| self.text.get(at..));
        let quotes = last_row.unwrap_or_default().bytes().filter(|byte| *byte == b'"').count();
        let line_end = if self.text.contains('\n') { '\n' } else { '\r' };
        quotes % 2 == 1 || !(is_pasted || self.text.ends_with(line_end))
    }

    /// A lost separator or quote moves cells into other columns, or rows into a cell. Then nothing
    /// in the row can be trusted.
    fn fits(&self, cells: &ByteRecord) -> bool {
        let width = self.columns.len();
        let too_many = cells.iter().skip(width).any(|cell| !cell.trim_ascii().is_empty());
        let separators = |cell: &[u8]| cell.iter().filter(|byte| **byte == self.separator).count();
        let holds_rows = |cell: &[u8]| cell.contains(&b'\n') && separators(cell) + 1 >= width;
        cells.len() >= width && !too_many && !cells.iter().any(holds_rows)
    }
}

impl<'r> Row<'r> {
    /// The text of a cell, cleaned; `None` if it is empty.
    pub fn text(&self, column: Option<usize>) -> Option<Cow<'r, str>> {
        let cell = std::str::from_utf8(self.cells.get(column?)?).unwrap_or("?");
        let text = paste::clean(cell);
        (!text.is_empty()).then_some(text)
    }
}

/// The number of bytes between two calls of `on_progress`.
const PROGRESS_EVERY: usize = 1 << 20;

/// Splits off a first line such as `sep=;`, which tells spreadsheets the separator.
pub fn declared_separator(text: &str) -> (Option<u8>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    match line.trim_end_matches('\r').trim_matches('"').as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => (Some(*separator), rest),
        _ => (None, text),
    }
}

/// The names of the columns, as [`plain`] writes them, without empty ones at the end.
pub fn heading(text: &str, separator: u8) -> Vec<String> {
    let mut cells = ByteRecord::new();
    let _ = csv_reader(text, separator).read_byte_record(&mut cells);
    let name = |cell: &[u8]| plain(&String::from_utf8_lossy(cell));
    let mut columns: Vec<String> = cells.iter().map(name).collect();
    while columns.last().is_some_and(String::is_empty) {
        columns.pop();
    }
    columns
}

fn csv_reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    builder.from_reader(text.as_bytes())
}
