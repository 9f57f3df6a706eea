//! An export after reading, and what can be wrong with one.

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::evidence::Evidence;
use crate::list::names;

/// What an export is: the name of a kind in `exports/kinds/`, or [`ExportKind::UNKNOWN`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ExportKind(&'static str);

impl ExportKind {
    /// No kind that is known here.
    pub const UNKNOWN: Self = Self("unknown");

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
    /// What is wrong with an export, or open.
    pub enum ProblemCode {
        /// Not text at all; raised where bytes become text.
        NotText = "not-text",
        /// The text is not JSON.
        NotJson = "not-json",
        /// The text breaks off; what came before was read.
        Truncated = "truncated",
        /// JSON, but no export that is known here.
        NotRecognised = "not-recognised",
        /// An export without a single row.
        Empty = "empty",
        /// A value of this row could not be read.
        RowMalformed = "row-malformed",
        /// The row has no readable ID and was left out.
        IdMalformed = "id-malformed",
        /// The export does not say which tenant it is from.
        TenantUnknown = "tenant-unknown",
        /// The export names another tenant than the person did; the export's own word counts.
        TenantContradiction = "tenant-contradiction",
        /// The tenant that was said is no GUID.
        TenantOptionMalformed = "tenant-option-malformed",
        /// The answer does not say which domain was asked.
        DomainUnknown = "domain-unknown",
        /// The look-up failed for a reason that says nothing about the domain.
        ErrorCodeUnknown = "error-code-unknown",
        /// The answer is about no tenant in particular.
        IssuerPlaceholder = "issuer-placeholder",
        /// One page of a paged answer.
        MorePages = "more-pages",
        /// Bytes that are no characters of the text's encoding.
        CharactersLost = "characters-lost",
        /// A file whose last row has no line break: it may be cut off.
        MaybeCutOff = "maybe-cut-off",
        /// A column that this kind of export has is not there.
        ColumnMissing = "column-missing",
        /// The row has more or fewer cells than the heading and was left out.
        CellsDiffer = "cells-differ",
        /// A date of this row can be read in two ways.
        DateAmbiguous = "date-ambiguous",
        /// Attributed in another way than by CPOR: no claim of the partner.
        NotCpor = "not-cpor",
        /// The day that was said is no date.
        DayOptionMalformed = "day-option-malformed",
    }
}

/// A problem with an export.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Problem {
    /// The row, counted from 1; `None` for the export as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// What is wrong.
    pub code: ProblemCode,
}

/// An export after reading.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Export {
    /// What it is.
    pub kind: ExportKind,
    /// What it shows.
    pub evidence: Evidence,
    /// The number of rows, readable or not.
    pub rows: usize,
    /// What could not be read, or is open: problems of the export as a whole first.
    pub problems: Vec<Problem>,
    /// The day as of which it holds: that of its newest row, else the one in the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}
