//! What a kind of export declares about itself.

use super::builder::ExportBuilder;
use super::export::ExportKind;
use super::meaning::{Meaning, Need};
use super::record::Records;
use crate::evidence::Part;
use crate::json::Value;

/// A kind of export: how to recognize it and how to read it.
pub struct Kind {
    /// The name in exports, sources and texts, such as `graph-subscriptions`.
    pub name: &'static str,
    /// The formats in which it comes.
    pub formats: &'static [Format],
    /// What of its rows is read. A name that several meanings have is the first one's.
    pub reads: &'static [Meaning],
    /// Of each of these there should be a column or a member.
    pub needs: &'static [Need],
    /// The parts of the evidence that it shows.
    pub parts: &'static [Part],
    /// What its file, or the address that it was read from, may be called.
    pub file_names: &'static [FileName],
    /// How the path in `@odata.context` ends, as [`plain`](super::text::plain) writes it, for answers of Microsoft Graph.
    pub entity_sets: &'static [&'static str],
}

/// A format of a kind, with the signs that it is one and the function that reads it.
pub enum Format {
    /// A JSON object.
    Object {
        /// Is it one?
        is_it: fn(&Value<'_>) -> bool,
        /// Reads the object. The flag says whether the JSON is intact: if it breaks off, anything may
        /// be missing behind the break.
        read: fn(&Value<'_>, bool, &mut ExportBuilder<'_>),
    },
    /// Rows: JSON objects, the rows of a table, or what a program printed as a list.
    Rows {
        /// Members or columns.
        signs: Signs,
        /// Reads the rows.
        read: ReadRows,
    },
}

/// Reads rows.
pub type ReadRows = fn(Records<'_>, &mut ExportBuilder<'_>);

/// Members or columns by which a kind is recognized, as [`plain`](super::text::plain) writes them.
#[derive(Clone, Copy)]
pub struct Signs {
    /// Names that hardly any other kind has. There must be one of them, unless the name of the file is
    /// the kind's.
    pub own: &'static [&'static str],
    /// Names that other kinds have as well.
    pub shared: &'static [&'static str],
    /// How many there must be in all.
    pub at_least: usize,
    /// Groups of names, of each of which there must be one.
    pub all_of: &'static [&'static [&'static str]],
    /// Names that rule the kind out.
    pub against: &'static [&'static str],
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

impl Signs {
    /// How many of the signs there are, if they are enough. `is_named`: does the file have the kind's
    /// name?
    pub fn score(&self, has: &dyn Fn(&str) -> bool, is_named: bool) -> Option<usize> {
        let count = |names: &[&str]| names.iter().filter(|name| has(name)).count();
        let own = count(self.own);
        let all = own + count(self.shared);
        let fits = (own > 0 || is_named)
            && all >= self.at_least
            && self.all_of.iter().all(|group| count(group) > 0)
            && count(self.against) == 0;
        fits.then_some(all)
    }
}
