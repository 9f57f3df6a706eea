//! Exports that are tables: their separator, their heading and their rows.

use csv::{ByteRecord, ReaderBuilder};

use super::builder::ExportBuilder;
use super::export::ProblemCode;
use super::text::plain;
use crate::paste;

/// Separators of cells, the likeliest first.
pub const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A table whose heading has been read.
pub struct Table<'t> {
    text: &'t str,
    separator: u8,
    heading: Vec<String>,
    on_progress: &'t mut dyn FnMut(usize),
}

impl<'t> Table<'t> {
    /// A table with this heading in its first line. `on_progress` is called with the number of bytes
    /// read.
    pub fn new(
        text: &'t str,
        separator: u8,
        heading: Vec<String>,
        on_progress: &'t mut dyn FnMut(usize),
    ) -> Self {
        Self { text, separator, heading, on_progress }
    }

    /// The names of the columns, as they are written.
    pub fn heading(&self) -> &[String] {
        &self.heading
    }

    /// Passes every row that fits the heading to `take`, with its number. Blank rows, which
    /// spreadsheets leave at the end, do not count.
    pub fn rows<'a>(
        &mut self,
        builder: &mut ExportBuilder<'a>,
        take: &mut dyn FnMut(&mut ExportBuilder<'a>, usize, &ByteRecord),
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
                take(builder, number, &cells);
            } else {
                builder.lose_row(number, ProblemCode::CellsDiffer);
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
        let width = self.heading.len();
        let too_many = cells.iter().skip(width).any(|cell| !cell.trim_ascii().is_empty());
        let separators = |cell: &[u8]| cell.iter().filter(|byte| **byte == self.separator).count();
        let holds_rows = |cell: &[u8]| cell.contains(&b'\n') && separators(cell) + 1 >= width;
        cells.len() >= width && !too_many && !cells.iter().any(holds_rows)
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

/// The names of the columns in the first line, without empty ones at the end.
pub fn heading(text: &str, separator: u8) -> Vec<String> {
    let mut cells = ByteRecord::new();
    let _ = csv_reader(text, separator).read_byte_record(&mut cells);
    let name = |cell: &[u8]| paste::clean(&String::from_utf8_lossy(cell)).into_owned();
    let mut columns: Vec<String> = cells.iter().map(name).collect();
    while columns.last().is_some_and(|name| plain(name).is_empty()) {
        columns.pop();
    }
    columns
}

fn csv_reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    builder.from_reader(text.as_bytes())
}
