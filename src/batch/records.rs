//! CSV records out of pieces of a file, with their bytes as they are.
//!
//! csv-core reads them byte by byte. Most lines of most files have no quote, and all there is to do
//! with those is to cut them at the delimiters: eight bytes at a time, in place.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Longer records are passed over, so that an unclosed quote cannot fill the memory.
const MAX_CELL_BYTES: usize = 1 << 20;
/// More cells than any table has columns.
const MAX_CELLS: usize = 1 << 14;

/// A record.
pub struct Record<'r> {
    /// Its bytes, with the line end before it that is not yet part of an earlier record, and its own;
    /// without those that were handed over as fragments.
    pub raw: &'r [u8],
    /// Where its first cell, or a fragment, begins, in bytes from the start of the file.
    pub offset: u64,
    /// Bytes between records, or of a record too long to be kept.
    pub is_fragment: bool,
    /// Too long to be read: it has no cells.
    pub is_too_long: bool,
    /// Does the file end in a quote that the record has opened? Then its last cell has a line end more.
    pub is_unclosed: bool,
    cells: &'r [u8],
    /// Where in `cells` each begins and ends.
    bounds: &'r [(usize, usize)],
    is_printable: bool,
}

impl<'r> Record<'r> {
    /// The cells, without their quotes.
    pub fn cells(&self) -> impl Iterator<Item = &'r [u8]> {
        let cells = self.cells;
        self.bounds.iter().map(|(start, end)| cells.get(*start..*end).unwrap_or_default())
    }

    /// All cells as text, to be asked for one after the other.
    pub fn texts(&self) -> Texts<'r> {
        let Self { cells, bounds, is_printable, .. } = *self;
        Texts { all: std::str::from_utf8(cells).ok(), cells, bounds, is_printable }
    }

    /// How many cells.
    pub const fn len(&self) -> usize {
        self.bounds.len()
    }
}

/// The cells of a record, looked at once whether they are UTF-8.
pub struct Texts<'r> {
    all: Option<&'r str>,
    cells: &'r [u8],
    bounds: &'r [(usize, usize)],
    /// Are all cells known to be of printable ASCII alone?
    pub is_printable: bool,
}

impl<'r> Texts<'r> {
    /// The cell in this column; its bytes where they are not UTF-8. Empty where the row has none.
    pub fn cell(&self, column: usize) -> Result<&'r str, &'r [u8]> {
        let Some(&(start, end)) = self.bounds.get(column) else { return Ok("") };
        if let Some(text) = self.all.and_then(|all| all.get(start..end)) {
            return Ok(text);
        }
        let cell = self.cells.get(start..end).unwrap_or_default();
        std::str::from_utf8(cell).map_err(|_| cell)
    }
}

/// Reads records; what a piece begins, the next one ends.
#[derive(Debug)]
pub struct Records {
    core: Reader,
    delimiter: u8,
    cells: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    bounds: Vec<(usize, usize)>,
    /// Is the line that was cut last of printable ASCII alone?
    is_printable: bool,
    /// The bytes so far of a record that has not ended.
    begun: Vec<u8>,
    offset: u64,
    is_too_long: bool,
    /// Where a record begins that is too long to be kept.
    long: Option<u64>,
}

impl Records {
    /// For this delimiter.
    pub fn new(delimiter: u8) -> Self {
        Self {
            core: ReaderBuilder::new().delimiter(delimiter).build(),
            delimiter,
            cells: vec![0; 4096],
            filled: 0,
            ends: vec![0; 64],
            ended: 0,
            bounds: Vec::new(),
            is_printable: false,
            begun: Vec::new(),
            offset: 0,
            is_too_long: false,
            long: None,
        }
    }

    /// Hands over every record that ends in these bytes, and the last one where they are the last.
    ///
    /// Bytes that belong to no record, or to one too long to be kept, come as fragments in between,
    /// so that the bytes of all that is handed over are those of the file.
    pub fn push(&mut self, bytes: &[u8], is_last: bool, each: &mut dyn FnMut(Record<'_>)) {
        let mut rest = bytes;
        // Where the bytes begin that have not been handed over.
        let mut start = bytes;
        let mut is_unclosed = false;
        loop {
            if let Some(length) = self.plain_line(rest) {
                let (own, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
                (rest, start) = (after, after);
                self.hand_over_line(own, each);
                continue;
            }
            let is_end = rest.is_empty();
            if is_end && !is_last {
                return self.keep(start, each);
            }
            // A line end ends every record that has begun, unless it stands in quotes. Then it is ended by an
            // empty input, which to the reader is the end of the file.
            let input = if is_end && !is_unclosed { b"\n" } else { rest };
            let cells = self.cells.get_mut(self.filled..).unwrap_or_default();
            let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
            let (result, read, written, ended) = self.core.read_record(input, cells, ends);
            rest = rest.get(read..).unwrap_or_default();
            self.filled += written;
            self.ended += ended;
            match result {
                ReadRecordResult::InputEmpty => {
                    is_unclosed = is_end;
                    self.keep(start, each);
                    start = rest;
                }
                ReadRecordResult::OutputFull => self.more_cells(),
                ReadRecordResult::OutputEndsFull => self.more_ends(),
                ReadRecordResult::Record => {
                    let own = start.get(..start.len() - rest.len()).unwrap_or_default();
                    self.hand_over(own, is_unclosed, each);
                    start = rest;
                }
                ReadRecordResult::End => {
                    self.keep(start, each);
                    return self.fragment(each);
                }
            }
        }
    }

    /// Cuts the line at the beginning of these bytes, with the line ends before it, and says how long
    /// it is; `None` if only csv-core can read it: because of quotes, because it is not all here, or
    /// because csv-core has begun with it. The first record is csv-core's, which knows of the
    /// byte-order mark.
    fn plain_line(&mut self, bytes: &[u8]) -> Option<usize> {
        let has_begun = !self.begun.is_empty() || self.filled + self.ended > 0 || self.is_too_long;
        if self.offset == 0 || has_begun || matches!(self.delimiter, b'"' | b'\r' | b'\n') {
            return None;
        }
        self.bounds.clear();
        let mut start = line_ends(bytes);
        let mut odd = 0;
        for (at, chunk) in bytes.chunks(WORD).take(MAX_PLAIN_WORDS).enumerate() {
            let word = word(chunk);
            odd |= above_tilde(word);
            let mut marks = marks(word, self.delimiter);
            while marks != 0 {
                let bit = marks.trailing_zeros() & !7;
                marks &= marks - 1;
                let at = at * WORD + bit as usize / 8;
                match (word >> bit) as u8 {
                    _ if at < start => {}
                    b'"' => return None,
                    b'\r' | b'\n' => {
                        self.bounds.push((start, at));
                        self.is_printable = odd == 0;
                        return Some(at + 1);
                    }
                    mark if mark == self.delimiter => {
                        self.bounds.push((start, at));
                        start = at + 1;
                    }
                    ..b' ' => odd = HIGH,
                    _ => {}
                }
            }
        }
        None
    }

    fn hand_over_line(&mut self, raw: &[u8], each: &mut dyn FnMut(Record<'_>)) {
        each(Record {
            raw,
            offset: self.offset + line_ends(raw) as u64,
            is_fragment: false,
            is_too_long: false,
            is_unclosed: false,
            cells: raw,
            bounds: &self.bounds,
            is_printable: self.is_printable,
        });
        self.offset += raw.len() as u64;
    }

    fn keep(&mut self, bytes: &[u8], each: &mut dyn FnMut(Record<'_>)) {
        self.begun.extend_from_slice(bytes);
        if self.is_too_long {
            let begun = self.offset + line_ends(&self.begun) as u64;
            self.long.get_or_insert(begun);
            self.fragment(each);
        }
    }

    fn fragment(&mut self, each: &mut dyn FnMut(Record<'_>)) {
        if self.begun.is_empty() {
            return;
        }
        let raw = &self.begun;
        let offset = self.offset;
        self.offset += raw.len() as u64;
        each(Record {
            raw,
            offset,
            is_fragment: true,
            is_too_long: false,
            is_unclosed: false,
            cells: &[],
            bounds: &[],
            is_printable: false,
        });
        self.begun.clear();
    }

    fn more_cells(&mut self) {
        if self.cells.len() < MAX_CELL_BYTES {
            self.cells.resize(self.cells.len() * 2, 0);
        } else {
            self.is_too_long = true;
            self.filled = 0;
        }
    }

    fn more_ends(&mut self) {
        if self.ends.len() < MAX_CELLS {
            self.ends.resize(self.ends.len() * 2, 0);
        } else {
            self.is_too_long = true;
            self.ended = 0;
        }
    }

    fn hand_over(&mut self, own: &[u8], is_unclosed: bool, each: &mut dyn FnMut(Record<'_>)) {
        let raw = if self.begun.is_empty() {
            own
        } else {
            self.begun.extend_from_slice(own);
            &self.begun
        };
        let ends = self.ends.get(..self.ended).filter(|_| !self.is_too_long).unwrap_or_default();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        self.bounds.clear();
        self.bounds.extend(starts.zip(ends.iter().copied()));
        let begun = self.offset + line_ends(raw) as u64;
        let offset = self.long.take().unwrap_or(begun);
        each(Record {
            raw,
            offset,
            is_fragment: false,
            is_too_long: self.is_too_long,
            is_unclosed,
            cells: self.cells.get(..self.filled).unwrap_or_default(),
            bounds: &self.bounds,
            is_printable: false,
        });
        self.offset += raw.len() as u64;
        self.begun.clear();
        self.filled = 0;
        self.ended = 0;
        self.is_too_long = false;
    }
}

/// Bytes looked at in one step.
const WORD: usize = 8;
/// Longer lines are left to csv-core, which knows when to stop.
const MAX_PLAIN_WORDS: usize = 1 << 12;

/// Every byte's highest bit, and its lowest.
const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = 0x0101_0101_0101_0101;

/// Up to eight bytes as a number, the first one lowest.
fn word(bytes: &[u8]) -> u64 {
    match bytes.try_into() {
        Ok(bytes) => u64::from_le_bytes(bytes),
        Err(_) => bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

/// The highest bit of every byte that may be a delimiter, a quote or a line end: all below the hyphen,
/// so that letters and digits are passed over.
const fn marks(word: u64, delimiter: u8) -> u64 {
    let above = (word & !HIGH) + LOW * (0x80 - b'-') as u64;
    let below_hyphen = !(above | word) & HIGH;
    if delimiter < b'-' {
        return below_hyphen;
    }
    let differing = word ^ (LOW * delimiter as u64);
    let differs = (differing & !HIGH) + !HIGH;
    below_hyphen | (!(differs | differing) & HIGH)
}

/// The highest bit of every byte above the last printable character.
const fn above_tilde(word: u64) -> u64 {
    (word | ((word & !HIGH) + LOW)) & HIGH
}

/// How many line ends it begins with.
fn line_ends(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paste;

    /// Cells of every record, and all bytes, of a file that comes in pieces of this size.
    fn read(file: &[u8], piece: usize) -> (Vec<Vec<Vec<u8>>>, Vec<u8>) {
        let (mut rows, mut bytes) = (Vec::new(), Vec::new());
        let mut records = Records::new(b';');
        let mut pieces = file.chunks(piece).peekable();
        while let Some(part) = pieces.next() {
            records.push(part, pieces.peek().is_none(), &mut |record| {
                let before = if record.is_fragment { 0 } else { line_ends(record.raw) };
                assert_eq!(record.offset, (bytes.len() + before) as u64);
                bytes.extend_from_slice(record.raw);
                if !record.is_fragment {
                    let texts = record.texts();
                    for text in (0..record.len()).flat_map(|column| texts.cell(column)) {
                        assert!(!texts.is_printable || paste::clean(text) == paste::trimmed(text));
                    }
                    let mut row: Vec<_> = record.cells().map(<[u8]>::to_vec).collect();
                    if record.is_unclosed {
                        assert_eq!(row.last_mut().unwrap().pop(), Some(b'\n'));
                    }
                    rows.push(row);
                }
            });
        }
        (rows, bytes)
    }

    /// Lines that are cut here and lines that csv-core reads, in any order and in any pieces.
    #[test]
    fn plain_lines_are_cut_as_csv_core_would() {
        let mut random = 7_u64;
        let mut below = |count: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            (random >> 16) as usize % count
        };
        for _ in 0..2_000 {
            let length = 1 + below(60);
            let mut file = b"x;y\n".to_vec();
            let letters = b"abcdefghijkl;;; \n\r\"\xc3\xbc,-\t\x7f";
            file.extend((0..length).map(|_| letters[below(letters.len())]));
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true).delimiter(b';');
            let due = reader
                .from_reader(&file[..])
                .into_byte_records()
                .map(|record| record.unwrap().into_iter().map(<[u8]>::to_vec).collect::<Vec<_>>());
            let due: Vec<_> = due.collect();
            for piece in [1 + below(7), 16, file.len()] {
                let (rows, bytes) = read(&file, piece);
                let shown = String::from_utf8_lossy(&file);
                assert_eq!(rows, due, "{shown:?} in pieces of {piece}");
                assert_eq!(bytes, file, "{shown:?} in pieces of {piece}");
            }
        }
    }

    /// A cell that just fits, and one of a byte more.
    #[test]
    fn rows_of_long_cells() {
        for (bytes, cells) in [(MAX_CELL_BYTES - 1, 1), (MAX_CELL_BYTES, 0)] {
            let file = format!("a;b\n\"{}\"\nc;d\n", "x".repeat(bytes));
            let (rows, _) = read(file.as_bytes(), 1 << 16);
            assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [2, cells, 2], "{bytes}");
        }
    }

    /// A row of so many cells that room for them grows, and one of more than there may be.
    #[test]
    fn rows_of_many_cells() {
        for (cells, kept) in [(63, 63), (64, 64), (65, 65), (200, 200), (MAX_CELLS, MAX_CELLS)] {
            let file = format!("c;d\n\"x\"{}\na;b\n", ";y".repeat(cells - 1));
            let (rows, bytes) = read(file.as_bytes(), 1 << 20);
            assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [2, kept, 2], "{cells}");
            assert_eq!(bytes, file.as_bytes());
        }
        for cells in [MAX_CELLS + 1, 3 * MAX_CELLS] {
            let file = format!("{}\"x\"\na;b\n", "\"y\";".repeat(cells - 1));
            let (rows, bytes) = read(file.as_bytes(), 1 << 20);
            assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [0, 2], "{cells}");
            assert_eq!(bytes, file.as_bytes());
        }
    }

    /// A line without quotes is cut here, wherever its marks stand in the words that are looked at.
    #[test]
    fn plain_lines_are_cut_in_place() {
        for delimiter in [b',', b';', b'\t', b'|'] {
            for (cell, is_printable) in [("Z9 ~", true), ("\u{fc}", false), ("\u{1f}", false)] {
                for length in 0..20 {
                    for (before, after) in [("", ""), ("\n", "\"next\"\n"), ("\r\n", "\n")] {
                        let cells = [&*"a".repeat(length), cell];
                        cut_in_place([before, after], cells, delimiter, is_printable);
                    }
                }
            }
        }
    }

    fn cut_in_place(
        [before, after]: [&str; 2],
        cells: [&str; 2],
        delimiter: u8,
        is_printable: bool,
    ) {
        let open = format!("{before}{}{}{}", cells[0], char::from(delimiter), cells[1]);
        let file = format!("{open}\r{after}");
        let mut records = Records::new(delimiter);
        assert_eq!(records.plain_line(file.as_bytes()), None, "the first record");
        records.offset = 1;
        assert_eq!(records.plain_line(file.as_bytes()), Some(open.len() + 1), "{file:?}");
        let middle = before.len() + cells[0].len();
        assert_eq!(records.bounds, [(before.len(), middle), (middle + 1, open.len())], "{file:?}");
        assert_eq!(records.is_printable, is_printable, "{file:?}");
        assert_eq!(records.plain_line(open.as_bytes()), None, "{open:?}");
        assert_eq!(records.plain_line(format!("\"{file}").as_bytes()), None, "{file:?}");
    }

    #[test]
    fn printable_characters_are_known_in_every_place() {
        for byte in 0x20..=u8::MAX {
            for at in 0..8 {
                let mut word = *b"aZ09-_zA";
                word[at] = byte;
                let due = if byte > b'~' { 0x80 << (at * 8) } else { 0 };
                assert_eq!(above_tilde(u64::from_le_bytes(word)), due, "{byte} {at}");
            }
        }
    }

    /// A mark in every place of a word, beside every other byte.
    #[test]
    fn marks_are_found_and_letters_are_not() {
        for delimiter in [b',', b';', b'\t', b'|'] {
            for byte in 0..=u8::MAX {
                for at in 0..8 {
                    let mut word = *b"aZ09-_zA";
                    word[at] = byte;
                    let is_mark = byte < b'-' || byte == delimiter;
                    let due = if is_mark { 0x80 << (at * 8) } else { 0 };
                    assert_eq!(marks(u64::from_le_bytes(word), delimiter), due, "{byte} {at}");
                }
            }
        }
    }
}
