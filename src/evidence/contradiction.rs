//! Contradictions between sources.

use serde::Serialize;

use crate::vocabulary::{EvidencePart, Fact};

/// Two sources contradict each other about a fact. The values are not kept, so that the order in
/// which sources are joined does not matter.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "code", rename = "contradiction")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Contradiction {
    /// The part of the evidence.
    pub part: EvidencePart,
    /// What the fact is about: a GUID, a domain or a Partner ID.
    pub id: String,
    /// The fact.
    pub field: Fact,
}

#[cfg(feature = "core")]
/// The facts about one thing that its sources state differently: a bit for each fact.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Differences(u32);

#[cfg(feature = "core")]
impl Differences {
    /// Adds the fact if it differs.
    pub fn add(&mut self, fact: Fact, differs: bool) {
        self.0 |= u32::from(differs) << fact as u32;
    }

    /// Adds the fact if both values are stated and differ.
    pub fn compare<T: PartialEq>(&mut self, fact: Fact, a: &Option<T>, b: &Option<T>) {
        self.add(fact, matches!((a, b), (Some(a), Some(b)) if a != b));
    }

    /// Adds the facts of another set.
    pub fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Adds a contradiction for each fact.
    pub fn report(self, part: EvidencePart, id: &str, problems: &mut Vec<Contradiction>) {
        for field in Fact::ALL.iter().copied().filter(|fact| self.0 & 1 << *fact as u32 != 0) {
            problems.push(Contradiction { part, id: id.to_owned(), field });
        }
    }
}
