//! Evidence that is held: it comes part by part, is joined when it is first asked for, and is looked
//! at through views that stay small however much there is.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::ReadEvidence;
use crate::date::Date;
use crate::domain::ToAscii;
use crate::evidence::{Contradiction, Evidence, EvidenceFault, Part, PartnerAccount, Subscription};
use crate::exports::{Export, ExportKind, Problem, ProblemCode};
use crate::guid::Guid;
use crate::json;

/// Evidence that comes part by part.
#[derive(Debug, Default)]
pub struct HeldEvidence {
    known: Rc<ReadEvidence>,
    is_joined: bool,
}

/// At most so many rows of each list are in a view.
const MAX_ROWS: usize = 100;

/// What is shown of an export.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct ExportView<'e> {
    kind: ExportKind,
    rows: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<Date>,
    /// The first ones.
    problems: &'e [Problem],
    problem_count: usize,
    /// The first tenants of which it says something.
    tenants: Vec<Guid>,
    #[cfg_attr(test, ts(inline))]
    counts: Counts,
    /// Would it say more if its tenant were known?
    asks_for_tenant: bool,
    /// The columns or members that were not read.
    unread: &'e [String],
    /// The columns or members that it should have.
    missing: &'e [String],
    /// For what is no evidence: the kinds that would show it.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<ExportKind>>"))]
    helps: &'e [ExportKind],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
struct Counts {
    subscriptions: usize,
    associations: usize,
    partner_ids: usize,
    skus: usize,
    unresolved_domains: usize,
    tenants: usize,
}

/// What is shown of evidence.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EvidenceView<'e> {
    /// The first ones, those of the tenant before all others.
    subscriptions: Vec<&'e Subscription>,
    subscription_count: usize,
    partner_ids: &'e [PartnerAccount],
    /// The first ones.
    problems: &'e [Contradiction],
    problem_count: usize,
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

    /// The evidence of an export; `today` as for [`add`](Self::add).
    pub fn of_export(mut evidence: Evidence, today: Date) -> Self {
        let mut faults = evidence.doubt_days_after(today);
        let lost = Part::ALL.iter().filter(|part| evidence.lost.names(**part));
        lost.for_each(|part| EvidenceFault::note(&mut faults, part.name(), &[]));
        Self { known: Rc::new((evidence, faults)), is_joined: false }
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

impl From<Evidence> for HeldEvidence {
    fn from(evidence: Evidence) -> Self {
        Self { known: Rc::new((evidence, Vec::new())), is_joined: false }
    }
}

/// The join of all that is held elsewhere; neither order nor doubles matter.
impl FromIterator<Rc<ReadEvidence>> for HeldEvidence {
    fn from_iter<I: IntoIterator<Item = Rc<ReadEvidence>>>(parts: I) -> Self {
        let mut parts = parts.into_iter();
        // What is joined already stays so, and is not copied.
        let mut all = Self { known: parts.next().unwrap_or_default(), is_joined: true };
        parts.for_each(|part| all.append((*part).clone()));
        all
    }
}

impl<'e> ExportView<'e> {
    /// Of this export.
    pub fn of(export: &'e Export) -> Self {
        let Export { kind, evidence, rows, problems, as_of, unread, missing, helps } = export;
        let tenants = evidence.tenants.iter().map(|tenant| tenant.tenant_id);
        let tenants = tenants
            .chain(evidence.subscriptions.iter().filter_map(|record| record.tenant_id))
            .chain(evidence.associations.iter().map(|association| association.tenant_id));
        let mut known = BTreeSet::new();
        let mut first = Vec::new();
        for tenant in tenants {
            if known.insert(tenant) && first.len() < MAX_ROWS {
                first.push(tenant);
            }
        }
        Self {
            kind: *kind,
            rows: *rows,
            as_of: *as_of,
            problems: head(problems),
            problem_count: problems.len(),
            tenants: first,
            counts: Counts {
                subscriptions: evidence.subscriptions.len(),
                associations: evidence.associations.len(),
                partner_ids: evidence.partner_ids.len(),
                skus: evidence.skus.len(),
                unresolved_domains: evidence.unresolved_domains.len(),
                tenants: known.len(),
            },
            asks_for_tenant: problems
                .iter()
                .any(|problem| problem.code == ProblemCode::TenantUnknown),
            unread,
            missing,
            helps,
        }
    }
}

impl<'e> EvidenceView<'e> {
    /// Of this evidence, with the subscriptions of the tenant first.
    pub fn of((evidence, _): &'e ReadEvidence, tenant: Option<Guid>) -> Self {
        let is_tenants = |record: &&Subscription| tenant.is_some() && record.tenant_id == tenant;
        let own = evidence.subscriptions.iter().filter(is_tenants);
        let others = evidence.subscriptions.iter().filter(|record| !is_tenants(record));
        Self {
            subscriptions: own.chain(others).take(MAX_ROWS).collect(),
            subscription_count: evidence.subscriptions.len(),
            partner_ids: &evidence.partner_ids,
            problems: head(&evidence.problems),
            problem_count: evidence.problems.len(),
        }
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

/// Does the evidence say anything of this domain? It has to be in its usual form.
pub fn knows_domain((evidence, _): &ReadEvidence, domain: &str) -> bool {
    evidence.tenants.iter().any(|tenant| tenant.domains.iter().any(|held| held == domain))
        || evidence.unresolved_domains.iter().any(|unresolved| unresolved.domain == domain)
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

fn head<T>(rows: &[T]) -> &[T] {
    rows.get(..MAX_ROWS).unwrap_or(rows)
}
