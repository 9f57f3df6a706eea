//! An export after reading, and what can be wrong with one.

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::evidence::Evidence;
use crate::list::names;

/// What an export is: the name of a kind in `exports/kinds/`, or [`ExportKind::UNKNOWN`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ExportKind(&'static str);

impl ExportKind {
    /// No known kind.
    pub const UNKNOWN: Self = Self("unknown");

    /// The kind with this name.
    pub(super) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name, such as `graph-subscriptions`.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl Serialize for ExportKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

names! {
    /// What is wrong with an export, or left open by it.
    pub enum ProblemCode {
        /// The bytes are not text. Raised where bytes are decoded.
        NotText = "not-text",
        /// The text is not JSON.
        NotJson = "not-json",
        /// The text breaks off. What came before was read.
        Truncated = "truncated",
        /// No known kind of export.
        NotRecognised = "not-recognised",
        /// The export has no rows.
        Empty = "empty",
        /// A value of this row could not be read.
        RowMalformed = "row-malformed",
        /// The row has no readable ID. It was left out.
        IdMalformed = "id-malformed",
        /// The export does not say which tenant it comes from.
        TenantUnknown = "tenant-unknown",
        /// The export names another tenant than the caller. The one in the export counts.
        TenantContradiction = "tenant-contradiction",
        /// The tenant in the options is not a GUID.
        TenantOptionMalformed = "tenant-option-malformed",
        /// The answer does not say which domain was looked up.
        DomainUnknown = "domain-unknown",
        /// The lookup failed for a reason that says nothing about the domain.
        ErrorCodeUnknown = "error-code-unknown",
        /// The answer is not about a particular tenant.
        IssuerPlaceholder = "issuer-placeholder",
        /// One page of a paged answer.
        MorePages = "more-pages",
        /// Some bytes are not characters in the text's encoding.
        CharactersLost = "characters-lost",
        /// The last row has no line break, so the file may have been cut off.
        MaybeCutOff = "maybe-cut-off",
        /// A column that this kind of export should have is missing.
        ColumnMissing = "column-missing",
        /// The row has more or fewer cells than the heading. It was left out.
        CellsDiffer = "cells-differ",
        /// A date in this row can be read in two ways.
        DateAmbiguous = "date-ambiguous",
        /// The row is attributed in another way than by CPOR, so it is not a claim.
        NotCpor = "not-cpor",
        /// The day in the options is not a date.
        DayOptionMalformed = "day-option-malformed",
    }
}

/// A problem with an export.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Problem {
    /// The row, counted from 1; absent for the export as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// What is wrong.
    pub code: ProblemCode,
}

/// An export after reading.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Export {
    /// What it is.
    pub kind: ExportKind,
    /// What it shows.
    pub evidence: Evidence,
    /// The number of rows, readable or not.
    pub rows: usize,
    /// What could not be read or stays open. Problems of the export as a whole come first.
    pub problems: Vec<Problem>,
    /// The day as of which it holds: the day of its newest row, or else the day in the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}
