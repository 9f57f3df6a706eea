//! Where two sources say different things about one fact.

use serde::Serialize;

use crate::vocabulary::{EvidencePart, Fact};

/// Two sources say different things about one fact. It holds none of the values, so that it does
/// not matter in which order sources are joined.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "code", rename = "contradiction")]
pub struct Contradiction {
    /// Part of the evidence.
    pub part: EvidencePart,
    /// What it is about: a GUID, a domain or a Partner ID.
    pub id: String,
    /// The fact.
    pub field: Fact,
}

#[cfg(feature = "evidence")]
/// The facts of one thing under join that were stated differently.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Differences(u32);

#[cfg(feature = "evidence")]
impl Differences {
    /// Adds the fact if it differs.
    pub fn add(&mut self, fact: Fact, differs: bool) {
        self.0 |= u32::from(differs) << fact as u32;
    }

    /// Adds the fact if both values are known and differ.
    pub fn compare<T: PartialEq>(&mut self, fact: Fact, a: &Option<T>, b: &Option<T>) {
        self.add(fact, matches!((a, b), (Some(a), Some(b)) if a != b));
    }

    pub fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// One contradiction for each fact.
    pub fn report(self, part: EvidencePart, id: &str, problems: &mut Vec<Contradiction>) {
        for field in Fact::ALL.iter().copied().filter(|fact| self.0 & 1 << *fact as u32 != 0) {
            problems.push(Contradiction { part, id: id.to_owned(), field });
        }
    }
}
