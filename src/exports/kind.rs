//! What a kind of export declares about itself.

use super::builder::ExportBuilder;
use super::export::ExportKind;
use super::table::Table;
use crate::json::Value;

/// A kind of export: how to recognize it and how to read it.
pub struct Kind {
    /// The name in exports, sources and texts, such as `graph-subscriptions`.
    pub name: &'static str,
    /// The formats in which it comes.
    pub formats: &'static [Format],
    /// What its file, or the address that it was read from, may be called.
    pub file_names: &'static [FileName],
    /// The last part of `@odata.context`, as [`plain`](super::text::plain) writes it, for answers of Microsoft Graph.
    pub entity_set: Option<&'static str>,
}

/// A format of a kind, with the signs that it is one and the function that reads it.
pub enum Format {
    /// A JSON object that has one of these members, in any case.
    Object {
        /// Names of members.
        members: &'static [&'static str],
        /// Reads the object. The flag says whether the JSON is intact: if it breaks off, anything may
        /// be missing behind the break.
        read: fn(&Value<'_>, bool, &mut ExportBuilder<'_>),
    },
    /// A list of JSON objects, bare or in the member `value` or `items` of an answer.
    Rows {
        /// Members of the rows.
        signs: Signs,
        /// Reads the rows, given the answer around them.
        read: fn(&Value<'_>, &[Value<'_>], &mut ExportBuilder<'_>),
    },
    /// A table with a heading.
    Table {
        /// Columns.
        signs: Signs,
        /// Reads the table.
        read: fn(Table<'_>, &mut ExportBuilder<'_>),
    },
}

/// Members or columns by which a kind is recognized.
#[derive(Clone, Copy)]
pub struct Signs {
    /// Their names, as [`plain`](super::text::plain) writes them.
    pub names: &'static [&'static str],
    /// How many of them there must be.
    pub at_least: usize,
}

/// A word in the name of a file or in an address.
pub struct FileName {
    /// The word, as [`plain`](super::text::plain) writes it.
    pub word: &'static str,
    /// If a name has the words of several kinds, the lowest rank decides. Every rank occurs once.
    pub rank: u8,
}

impl Kind {
    /// The kind as exports carry it.
    pub const fn export_kind(&self) -> ExportKind {
        ExportKind::new(self.name)
    }
}
