//! Evidence that is held: it comes part by part, is joined when it is first asked for, and goes out
//! in slices.

use std::rc::Rc;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::ReadEvidence;
use crate::date::Date;
use crate::domain::ToAscii;
use crate::evidence::{Evidence, EvidenceFault, Part};
use crate::json;

/// Evidence that comes part by part.
#[derive(Debug, Default)]
pub struct HeldEvidence {
    known: Rc<ReadEvidence>,
    is_joined: bool,
}

/// Some rows of evidence, to be added to what is held elsewhere. What could not be read is named in
/// the last one.
#[derive(Clone, Copy, Debug)]
pub struct Slice<'e> {
    known: &'e ReadEvidence,
    start: usize,
    rows: usize,
}

impl HeldEvidence {
    /// Adds a part as JSON text; what cannot be read is left out and named.
    ///
    /// `today` is the caller's day: no statement holds as of a later one.
    pub fn add(&mut self, part: &str, to_ascii: ToAscii<'_>, today: Date) {
        let (value, damage) = json::parse(part);
        let (mut evidence, mut faults) = Evidence::read(&value, to_ascii);
        faults.extend(evidence.doubt_days_after(today));
        if damage.is_some() {
            evidence.lost.add(Part::Evidence);
            EvidenceFault::note(&mut faults, "evidence", &[]);
        }
        self.append((evidence, faults));
    }

    /// Evidence of which nothing could be read.
    pub fn unread() -> Self {
        let mut evidence = Evidence::default();
        evidence.lost.add(Part::Evidence);
        let faults = vec![EvidenceFault { part: "evidence", rows: Vec::new() }];
        Self { known: Rc::new((evidence, faults)), is_joined: true }
    }

    /// All of it, joined. What is added later does not change it.
    pub fn joined(&mut self) -> Rc<ReadEvidence> {
        if !self.is_joined {
            let (evidence, _) = Rc::make_mut(&mut self.known);
            *evidence = std::mem::take(evidence).joined();
            self.is_joined = true;
        }
        self.known.clone()
    }

    fn append(&mut self, (evidence, faults): ReadEvidence) {
        let (known, known_faults) = Rc::make_mut(&mut self.known);
        known.append(evidence);
        for EvidenceFault { part, rows } in &faults {
            EvidenceFault::note(known_faults, part, rows);
        }
        self.is_joined = false;
    }
}

impl<'e> Slice<'e> {
    /// At most so many rows from the one of number `start`, counted from 0 over all parts; `None`
    /// behind the last one.
    pub fn of(known: &'e ReadEvidence, start: usize, rows: usize) -> Option<Self> {
        let (evidence, _) = known;
        let count = evidence.tenants.len()
            + evidence.unresolved_domains.len()
            + evidence.subscriptions.len()
            + evidence.partner_ids.len()
            + evidence.associations.len()
            + evidence.skus.len()
            + evidence.problems.len()
            + evidence.nameless.len()
            + evidence.lost.count();
        (start < count).then_some(Self { known, start, rows })
    }
}

impl Serialize for Slice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (evidence, _) = self.known;
        let mut window = Window { skip: self.start, left: self.rows };
        let mut parts = serializer.serialize_map(None)?;
        window.write(&mut parts, "tenants", &evidence.tenants)?;
        window.write(&mut parts, "unresolvedDomains", &evidence.unresolved_domains)?;
        window.write(&mut parts, "subscriptions", &evidence.subscriptions)?;
        window.write(&mut parts, "partnerIds", &evidence.partner_ids)?;
        window.write(&mut parts, "associations", &evidence.associations)?;
        window.write(&mut parts, "skus", &evidence.skus)?;
        window.write(&mut parts, "problems", &evidence.problems)?;
        window.write(&mut parts, "nameless", &evidence.nameless)?;
        // All at once, with the first of them.
        let lost = vec![(); evidence.lost.count()];
        if window.skip == 0 && !window.take(&lost).is_empty() {
            parts.serialize_entry("unread", &evidence.lost)?;
        }
        parts.end()
    }
}

/// The rows of all parts, one part behind the other, of which some are written.
struct Window {
    skip: usize,
    left: usize,
}

impl Window {
    fn write<M: SerializeMap, T: Serialize>(
        &mut self,
        parts: &mut M,
        name: &'static str,
        rows: &[T],
    ) -> Result<(), M::Error> {
        let rows = self.take(rows);
        if rows.is_empty() {
            return Ok(());
        }
        parts.serialize_entry(name, rows)
    }

    fn take<'r, T>(&mut self, rows: &'r [T]) -> &'r [T] {
        let (skipped, rest) = rows.split_at(self.skip.min(rows.len()));
        let (taken, _) = rest.split_at(self.left.min(rest.len()));
        self.skip -= skipped.len();
        self.left -= taken.len();
        taken
    }
}
