//! What was found of a row of a file.

use crate::claim::Field;
use crate::code::{Code, CrossRowCode};
use crate::report::Verdict;

/// A code of either list, by its number: first the codes of claims, then those across rows.
pub type CodeNumber = usize;

/// A bit for each code.
pub type CodeBits = u128;

// A row's codes fit into the bits of one number.
const _: () = assert!(Code::ALL.len() + CrossRowCode::ALL.len() <= CodeBits::BITS as usize);

/// Name of a code.
pub fn code_name(number: CodeNumber) -> &'static str {
    let cross_row = || CrossRowCode::NAMES.get(number.checked_sub(Code::NAMES.len())?);
    Code::NAMES.get(number).or_else(cross_row).copied().unwrap_or_default()
}

/// A finding of a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RowFinding {
    /// Number of the row; the first data row is 1.
    pub row: u32,
    /// The code.
    pub code: CodeNumber,
    /// The field to go to; `None` for findings about the row as a whole.
    pub field: Option<Field>,
    /// The earlier row that a finding across rows is about, else 0.
    pub other_row: u32,
}

/// What was found of a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RowResult {
    /// Number of the row; the first data row is 1. Blank rows count, too.
    pub row: u32,
    /// Where it begins, in bytes from the first one.
    pub offset: u64,
    /// The verdict; `None` for a row without any text.
    pub verdict: Option<Verdict>,
    /// A bit for each code.
    pub codes: CodeBits,
    /// How many cells it has fewer than the header.
    pub missing: usize,
}

/// What a record of the file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// Names the columns.
    Header,
    /// A data row, with what was found.
    Row(RowResult),
    /// A title row, or bytes between records.
    Other,
}
