//! How a CSV file is laid out: delimiter, header row, and which column is which field.

use serde::Serialize;

use super::encoding::windows_1252;
use super::names::COLUMNS;
use super::records::{Record, Records};
use crate::claim::Field;
use crate::exports::Binary;
use crate::json::Value;
use crate::paste;

/// The layout of a file.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields, rename = "FileLayout"))]
pub struct Layout {
    /// Of a file that has others in it: its format, such as `ZIP`. Nothing else is known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container: Option<&'static str>,
    /// Is it a text? If not, nothing else is known of it.
    pub is_text: bool,
    /// `,`, `;`, tab or `|`, as a byte.
    pub delimiter: u8,
    /// The record that names the columns, counted from 0; those before it are titles.
    pub header_row: usize,
    /// The columns in their order.
    pub columns: Vec<Column>,
    /// Is all that was looked at UTF-8?
    pub is_utf8: bool,
    /// The first data rows.
    pub preview: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields, rename = "BatchColumn"))]
pub struct Column {
    /// Its name in the header.
    pub name: String,
    /// The field of the claim that it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// Has a person chosen so?
    #[serde(skip)]
    pub is_chosen: bool,
}

/// So many names are told.
const NAMES: usize = 20;
/// Rows shown before the run.
const PREVIEW: usize = 5;
/// Rows among which the header is.
const MAX_HEAD: usize = 10;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

impl Layout {
    /// Reads the layout from the beginning of a file; the more of it, up to some ten rows, the
    /// better.
    ///
    /// `columns` are the person's own choice: a field's name, or null, for each column in order.
    pub fn read(head: &[u8], columns: &Value<'_>) -> Self {
        if let Some(binary) = Binary::of(head) {
            return Self::of_binary(binary);
        }
        let (delimiter, sep_line) = match declared_delimiter(head) {
            Some(delimiter) => (delimiter, 1),
            None => (likely_delimiter(head), 0),
        };
        let rows = rows(head, delimiter);
        let known = |row: &Vec<String>| row.iter().filter(|name| field(name).is_some()).count();
        let titled = rows.iter().take(MAX_HEAD).skip(sep_line);
        let header = titled
            .enumerate()
            .map(|(at, row)| (known(row), std::cmp::Reverse(at + sep_line)))
            .max()
            .map_or(sep_line, |(_, at)| at.0);
        let names = rows.get(header).cloned().unwrap_or_default();
        let mut layout = Self {
            container: None,
            is_text: true,
            delimiter,
            header_row: header,
            columns: named(&names),
            is_utf8: std::str::from_utf8(complete(head)).is_ok(),
            preview: rows.into_iter().skip(header + 1).take(PREVIEW).collect(),
        };
        layout.choose(columns);
        layout
    }

    fn of_binary(binary: Binary) -> Self {
        Self {
            container: binary.container(),
            is_text: false,
            delimiter: DELIMITERS[0],
            header_row: 0,
            columns: Vec::new(),
            is_utf8: false,
            preview: Vec::new(),
        }
    }

    /// The names of the first columns that hold the same field as another one.
    pub fn conflicting(&self) -> Vec<String> {
        let holders = |field| self.columns.iter().filter(|one| one.field == Some(field)).count();
        self.names_of(&|column| column.field.is_some_and(|field| holders(field) > 1))
    }

    /// The names of the first columns that hold no field, unless a person has chosen so.
    pub fn ignored(&self) -> Vec<String> {
        self.names_of(&|column| column.field.is_none() && !column.is_chosen)
    }

    fn names_of(&self, is_one: &dyn Fn(&Column) -> bool) -> Vec<String> {
        let named = self.columns.iter().filter(|column| is_one(column));
        let names = named.map(|column| paste::clean(&column.name).into_owned());
        let names = names.filter(|name| !name.is_empty());
        names.take(NAMES).map(|name| paste::shortened(name, 40)).collect()
    }

    fn choose(&mut self, columns: &Value<'_>) {
        for (column, chosen) in self.columns.iter_mut().zip(columns.list().unwrap_or_default()) {
            column.field = chosen.text().and_then(Field::from_name);
            column.is_chosen = true;
        }
    }
}

/// The field that a column's name stands for, in any language.
pub fn field(name: &str) -> Option<Field> {
    let name = letters(name);
    let own = Field::ALL.iter().find(|field| letters(field.name()) == name);
    let known = || COLUMNS.iter().find(|(_, names)| names.contains(&name.as_str()));
    own.copied().or_else(|| known().map(|(field, _)| *field))
}

/// A name without blanks and signs, in lower case.
pub(super) fn letters(name: &str) -> String {
    let letters = paste::clean(name);
    letters.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn named(names: &[String]) -> Vec<Column> {
    let column =
        |name: &String| Column { name: name.clone(), field: field(name), is_chosen: false };
    names.iter().map(column).collect()
}

/// `sep=;` in the first line, as Excel writes it.
fn declared_delimiter(head: &[u8]) -> Option<u8> {
    let line = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).get(..5)?;
    let (name, delimiter) = line.split_at_checked(4)?;
    name.eq_ignore_ascii_case(b"sep=").then(|| delimiter.first().copied()).flatten()
}

/// The delimiter under which the rows have the most known names, and else the most equal cells.
fn likely_delimiter(head: &[u8]) -> u8 {
    let score = |delimiter: &u8| {
        let rows = rows(head, *delimiter);
        let known = rows.iter().map(|row| row.iter().filter(|name| field(name).is_some()).count());
        let width = rows.first().map_or(0, Vec::len);
        let equal = rows.iter().filter(|row| row.len() == width && width > 1).count();
        (known.max(), equal, width)
    };
    let mut best = DELIMITERS[0];
    for delimiter in DELIMITERS {
        if score(&delimiter) > score(&best) {
            best = delimiter;
        }
    }
    best
}

/// Rows that are looked at: titles and the header, and the preview.
const ROWS: usize = MAX_HEAD + PREVIEW;
/// Much of a head is not looked at, where its rows are short.
const PIECE: usize = 4096;

/// The first rows, as far as they are complete or the file is.
fn rows(head: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut records = Records::new(delimiter);
    let mut pieces = head.get(..HEAD).unwrap_or(head).chunks(PIECE);
    loop {
        let piece = pieces.next();
        records.push(piece.unwrap_or_default(), piece.is_none(), &mut |record| {
            if !record.is_fragment {
                rows.push(texts(&record));
            }
        });
        if piece.is_none() || rows.get(ROWS).is_some() {
            rows.truncate(ROWS);
            return rows;
        }
    }
}

fn texts(record: &Record<'_>) -> Vec<String> {
    let texts = record.texts();
    let cell = |at| texts.cell(at).map_or_else(windows_1252, str::to_owned);
    (0..record.len()).map(cell).collect()
}

/// As much as the layout is read from.
pub const HEAD: usize = 64 * 1024;

/// Without a character that breaks off at the end.
fn complete(head: &[u8]) -> &[u8] {
    match std::str::from_utf8(head) {
        Err(fault) if fault.error_len().is_none() => {
            head.get(..fault.valid_up_to()).unwrap_or(head)
        }
        _ => head,
    }
}
