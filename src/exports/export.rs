//! An export after reading, and what can be wrong with one.

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::evidence::Evidence;
use crate::list::names;

/// What an export is: the name of a kind in `exports/kinds/`, or [`ExportKind::UNKNOWN`].
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct ExportKind(&'static str);

impl ExportKind {
    /// No known kind.
    pub const UNKNOWN: Self = Self("unknown");

    /// What is recognized and shows nothing of a claim.
    pub const NOT_EVIDENCE: Self = Self("not-evidence");

    /// A file that has others in it.
    pub const CONTAINER: Self = Self("container");

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
        /// What the options say of columns is not a meaning.
        ColumnsOptionMalformed = "columns-option-malformed",
        /// A column that the options name is not in the table.
        ColumnsOptionUnknown = "columns-option-unknown",
        /// These columns were not read.
        ColumnsUnread = "columns-unread",
        /// Two columns have the same name, so neither was read.
        ColumnsConflict = "columns-conflict",
        /// The program that wrote the export put the name of a type in place of a list.
        ValuesFlattened = "values-flattened",
        /// The text has more than the export that was read.
        MoreExports = "more-exports",
        /// The answer is not from Microsoft's directory.
        IssuerForeign = "issuer-foreign",
        /// A file that has others in it.
        Container = "container",
        /// It is damaged: what has been read of it is used. Raised where files are opened, like the next ones.
        ContainerDamaged = "container-damaged",
        /// It is protected by a password.
        ContainerEncrypted = "container-encrypted",
        /// It is larger than anybody needs.
        ContainerTooLarge = "container-too-large",
        /// It is packed in a way that nothing here opens.
        ContainerUnsupported = "container-unsupported",
        /// It is in a file that is in a file already.
        ContainerNested = "container-nested",
        /// It has more files than are read.
        ContainerTooMany = "container-too-many",
        /// The sheet is hidden.
        SheetHidden = "sheet-hidden",
        /// The sheet has more columns than are read.
        SheetTooWide = "sheet-too-wide",
        /// There is another table of claims, which was taken.
        ClaimsElsewhere = "claims-elsewhere",
        /// Usage or cost of Azure.
        AzureUsage = "azure-usage",
        /// A list of Azure subscriptions.
        AzureSubscriptions = "azure-subscriptions",
        /// The licenses of one person.
        LicenseDetails = "license-details",
        /// How many licenses there are of each product.
        LicenseSummary = "license-summary",
        /// A list of people.
        People = "people",
        /// The domains of a tenant, without the tenant.
        DomainList = "domain-list",
        /// A report on the activity of people.
        ActivityReport = "activity-report",
        /// Another report of Partner Center.
        OtherReport = "other-report",
        /// An answer that a permission is missing.
        PermissionMissing = "permission-missing",
        /// An answer that nobody is signed in.
        SignInNeeded = "sign-in-needed",
        /// Any other error in place of an export.
        ErrorAnswer = "error-answer",
        /// A PDF.
        Pdf = "pdf",
        /// An image.
        Image = "image",
        /// An e-mail file.
        Email = "email",
        /// A web page.
        WebPage = "web-page",
        /// A text document.
        TextDocument = "text-document",
        /// A packed file that is no ZIP.
        Archive = "archive",
        /// An access token.
        AccessToken = "access-token",
        /// A workbook of an older or another format.
        OldWorkbook = "old-workbook",
        /// A workbook that is protected by a password or a label.
        EncryptedWorkbook = "encrypted-workbook",
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
    /// The columns that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub columns: Vec<String>,
    /// The name that its text mentions: of a format or of a permission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Problem {
    /// A problem of the export as a whole.
    pub const fn of(code: ProblemCode) -> Self {
        Self { row: None, code, columns: Vec::new(), name: None }
    }
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
    /// The names of the columns or members that were not read, whether they matter or not.
    pub unread: Vec<String>,
    /// The names of the columns or members that this kind should have and that are missing.
    pub missing: Vec<String>,
    /// For what is no evidence: the kinds that would show it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<ExportKind>>"))]
    pub helps: Vec<ExportKind>,
}
