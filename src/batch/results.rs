//! Results as they are handed on: rows and findings as numbers, and the file with its results in it.

use super::{CodeBits, CodeNumber, Part, RowFinding, RowResult, code_name};
use crate::claim::Field;
use crate::guid::mixed;
use crate::report::Verdict;

/// Results under collection, until they are taken.
#[derive(Debug)]
pub struct Results {
    /// Of every row, eight numbers: its number, the verdict or [`BLANK`], the codes (four parts of the
    /// bits, the lowest first), its place in the file (low and high half).
    pub rows: Vec<u32>,
    /// Of every finding, four numbers: row, code, field + 1 or 0, other row or 0.
    pub findings: Vec<u32>,
    /// The file with its results.
    pub file: Vec<u8>,
    wanted: Wanted,
    tails: Tails,
}

/// Which results are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Rows as numbers?
    pub rows: bool,
    /// How many findings.
    pub findings: usize,
    /// The file with its results?
    pub file: bool,
}

/// Stands for the verdict of a row without any text.
pub const BLANK: u32 = Verdict::ALL.len() as u32;

impl Results {
    /// None yet, of a file with this delimiter.
    pub fn new(wanted: Wanted, delimiter: u8) -> Self {
        let (rows, findings, file) = Default::default();
        Self { rows, findings, file, wanted, tails: Tails::new(delimiter) }
    }

    /// Makes room for the results of so many bytes.
    pub fn expect(&mut self, bytes: usize) {
        if self.wanted.file {
            self.file.reserve(bytes + bytes / 2);
        }
    }

    /// Adds a record, as [`super::Each`] hears of it.
    pub fn add(&mut self, raw: &[u8], part: Part, found: &[RowFinding]) {
        if let Part::Row(result) = part {
            if self.wanted.rows {
                self.rows.extend(row(&result));
            }
            for finding in found.iter().take(self.wanted.findings) {
                self.findings.extend(numbers(finding));
            }
            self.wanted.findings = self.wanted.findings.saturating_sub(found.len());
        }
        if self.wanted.file {
            self.annotate(raw, part);
        }
    }

    /// Adds a record with two more cells, verdict and codes; its own bytes stay as they are. A row
    /// with fewer cells than the header gets empty ones, so that both stand under their names.
    fn annotate(&mut self, raw: &[u8], part: Part) {
        let end = raw.iter().rev().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (content, line_end) = raw.split_at_checked(raw.len() - end).unwrap_or((raw, &[]));
        self.file.extend_from_slice(content);
        match part {
            Part::Other => {}
            Part::Header => {
                let delimiter = [self.tails.delimiter];
                let cells = [&delimiter[..], b"verdict", &delimiter[..], b"codes"];
                cells.iter().for_each(|text| self.file.extend_from_slice(text));
            }
            Part::Row(result) => {
                self.file.resize(self.file.len() + result.missing, self.tails.delimiter);
                self.file.extend_from_slice(self.tails.of(result.verdict, result.codes));
            }
        }
        self.file.extend(line_end);
    }
}

/// The two cells that rows get: most rows have the same few sets of codes.
#[derive(Debug)]
struct Tails {
    delimiter: u8,
    /// Each has one place, by its hash; a later one takes it over.
    places: Vec<(Option<Verdict>, CodeBits, Vec<u8>)>,
}

impl Tails {
    fn new(delimiter: u8) -> Self {
        Self { delimiter, places: vec![(None, CodeBits::MAX, Vec::new()); 256] }
    }

    fn of(&mut self, verdict: Option<Verdict>, codes: CodeBits) -> &[u8] {
        let at = mixed(codes as u64 ^ (codes >> 64) as u64) as usize % self.places.len();
        let Some(place) = self.places.get_mut(at) else { return &[] };
        if (place.0, place.1) != (verdict, codes) {
            let names = (0..CodeBits::BITS as CodeNumber).filter(|bit| codes >> bit & 1 == 1);
            let names = names.map(code_name).collect::<Vec<_>>().join(" ");
            let verdict_name = verdict.map_or("", Verdict::name).as_bytes();
            let delimiter = [self.delimiter];
            let tail = [&delimiter[..], verdict_name, &delimiter, names.as_bytes()];
            *place = (verdict, codes, tail.concat());
        }
        &place.2
    }
}

fn row(result: &RowResult) -> [u32; 8] {
    let verdict = result.verdict.map_or(BLANK, |verdict| verdict as u32);
    let [low, high] = halves(result.codes as u64);
    let [more, most] = halves((result.codes >> 64) as u64);
    let [at, far] = halves(result.offset);
    [result.row, verdict, low, high, more, most, at, far]
}

const fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}

fn numbers(finding: &RowFinding) -> [u32; 4] {
    let field = finding.field.map_or(0, |field: Field| field as u32 + 1);
    [finding.row, finding.code as u32, field, finding.other_row]
}
