//! CSV records out of pieces of a file, with their bytes as they are.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Longer records are passed over, so that an unclosed quote cannot fill the memory.
const MAX_CELL_BYTES: usize = 1 << 20;
/// More cells than any table has columns.
const MAX_CELLS: usize = 1 << 14;

/// A record.
pub struct Record<'r> {
    /// Its bytes, with the line end before it that is not yet part of an earlier record, and its own.
    pub raw: &'r [u8],
    /// Where `raw` begins, in bytes from the start of the file.
    pub offset: u64,
    /// Bytes between records, or of a record too long to be kept.
    pub is_fragment: bool,
    /// Too long to be read: it has no cells.
    pub is_too_long: bool,
    /// Does it end with the file?
    pub is_last: bool,
    cells: &'r [u8],
    ends: &'r [usize],
}

impl Record<'_> {
    /// The cells, without their quotes.
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(self.ends).map(|(start, end)| self.cells.get(start..*end).unwrap_or_default())
    }

    /// How many cells.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Reads records; what a piece begins, the next one ends.
#[derive(Debug)]
pub struct Records {
    core: Reader,
    cells: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    /// The bytes so far of a record that has not ended.
    begun: Vec<u8>,
    offset: u64,
    is_too_long: bool,
}

impl Records {
    /// For this delimiter.
    pub fn new(delimiter: u8) -> Self {
        Self {
            core: ReaderBuilder::new().delimiter(delimiter).build(),
            cells: vec![0; 4096],
            filled: 0,
            ends: vec![0; 64],
            ended: 0,
            begun: Vec::new(),
            offset: 0,
            is_too_long: false,
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
        loop {
            // To the reader, an empty input is the end of the file.
            let is_end = rest.is_empty();
            if is_end && !is_last {
                return self.keep(start, each);
            }
            let cells = self.cells.get_mut(self.filled..).unwrap_or_default();
            let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
            let (result, read, written, ended) = self.core.read_record(rest, cells, ends);
            rest = rest.get(read..).unwrap_or_default();
            self.filled += written;
            self.ended += ended;
            match result {
                ReadRecordResult::InputEmpty if !is_end => {
                    self.keep(start, each);
                    start = rest;
                }
                ReadRecordResult::OutputFull => self.more_cells(),
                ReadRecordResult::OutputEndsFull => self.more_ends(),
                ReadRecordResult::Record => {
                    let own = start.get(..start.len() - rest.len()).unwrap_or_default();
                    self.hand_over(own, is_last && rest.is_empty(), each);
                    start = rest;
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    self.keep(start, each);
                    return self.fragment(each);
                }
            }
        }
    }

    fn keep(&mut self, bytes: &[u8], each: &mut dyn FnMut(Record<'_>)) {
        self.begun.extend_from_slice(bytes);
        if self.is_too_long {
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
            is_last: false,
            cells: &[],
            ends: &[],
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

    fn hand_over(&mut self, own: &[u8], is_last: bool, each: &mut dyn FnMut(Record<'_>)) {
        let raw = if self.begun.is_empty() {
            own
        } else {
            self.begun.extend_from_slice(own);
            &self.begun
        };
        each(Record {
            raw,
            offset: self.offset,
            is_fragment: false,
            is_too_long: self.is_too_long,
            is_last,
            cells: self.cells.get(..self.filled).unwrap_or_default(),
            ends: if self.is_too_long {
                &[]
            } else {
                self.ends.get(..self.ended).unwrap_or_default()
            },
        });
        self.offset += raw.len() as u64;
        self.begun.clear();
        self.filled = 0;
        self.ended = 0;
        self.is_too_long = false;
    }
}
