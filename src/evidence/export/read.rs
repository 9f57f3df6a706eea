//! Reads the exports that partners and customers really have. The content decides what an export
//! is; its name only where two kinds fit equally well.
//!
//! What cannot be read is left out and named, with its row. A row of which the tenant, the state or
//! the day is damaged never counts as one that says nothing of them: it could pass for a better one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::{ExportKind, ProblemCode};
use crate::date::Date;
use crate::domain::{Domain, ToAscii};
use crate::evidence::{Evidence, Subscription, Tenant};
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::Cloud;

mod cpor;
mod customers;
mod day;
mod document;
mod dynamics;
mod graph;
mod kind;
mod licensing;
mod lookup;
mod partner_center;
mod table;
mod text;

/// A problem, with its row where it has one (counted from 1).
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Problem {
    /// Row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// What.
    pub code: ProblemCode,
}

/// What the person said about an export.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    /// Name or address of the file.
    pub name: Option<&'a str>,
    /// The tenant it came from, for exports that do not carry it.
    pub tenant_id: Option<&'a str>,
    /// The domain that was looked up.
    pub domain: Option<&'a str>,
    /// The day it was made, for exports that do not carry it.
    pub as_of: Option<&'a str>,
    /// Was it pasted? Then its last line need not end in a line break.
    pub is_pasted: bool,
}

impl<'a> Said<'a> {
    /// What the caller's options say.
    pub fn read(options: &'a Value<'a>) -> Self {
        let said = |name| options.get(name).and_then(Value::text);
        Self {
            name: said("name"),
            tenant_id: said("tenantId"),
            domain: said("domain"),
            as_of: said("asOf"),
            is_pasted: false,
        }
    }
}

/// Hears how many bytes of how many are read.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize);

/// An export after reading.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Export {
    /// What it is.
    pub kind: ExportKind,
    /// What it shows.
    pub evidence: Evidence,
    /// How many rows it holds, readable or not.
    pub rows: usize,
    /// What could not be read, or is open.
    pub problems: Vec<Problem>,
    /// The day it is as of: its newest one, else the one that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// Reads an export.
pub fn read(bytes: &[u8], said: Said<'_>, to_ascii: ToAscii<'_>, progress: Progress<'_>) -> Export {
    let mut reader = Reader::new(said, to_ascii);
    let text = text::decoded(bytes);
    if text.contains(char::REPLACEMENT_CHARACTER) {
        reader.problem(None, ProblemCode::CharactersLost);
    }
    // UTF-16 has another length than the text that is read from it.
    let total = bytes.len();
    let share = total as f64 / text.len().max(1) as f64;
    let mut told = |done: usize| progress((done as f64 * share) as usize, total);
    let text = text.trim_start_matches('\u{feff}');
    let is_document = document::read(text, &mut reader, &mut told);
    if reader.kind == ExportKind::Unknown && !table::read(text, &mut reader, &mut told) {
        let is_broken = is_document == document::Form::Broken;
        let code = if is_broken { ProblemCode::NotJson } else { ProblemCode::NotRecognised };
        reader.problem(None, code);
    }
    progress(total, total);
    reader.finished()
}

/// An export under reading.
struct Reader<'a> {
    said: Said<'a>,
    to_ascii: ToAscii<'a>,
    kind: ExportKind,
    evidence: Evidence,
    rows: usize,
    problems: Vec<Problem>,
    /// Problems of the export as a whole.
    general: Vec<Problem>,
    /// Place of each tenant in the evidence.
    tenants: BTreeMap<Guid, usize>,
    /// The day that was said.
    as_of: Option<Date>,
    /// The newest day of a row.
    newest: Option<Date>,
    /// Does it list only some of what there is?
    is_excerpt: bool,
}

impl<'a> Reader<'a> {
    fn new(said: Said<'a>, to_ascii: ToAscii<'a>) -> Self {
        let mut reader = Self {
            said,
            to_ascii,
            kind: ExportKind::Unknown,
            evidence: Evidence::default(),
            rows: 0,
            problems: Vec::new(),
            general: Vec::new(),
            tenants: BTreeMap::new(),
            as_of: None,
            newest: None,
            is_excerpt: false,
        };
        let day = paste::clean(said.as_of.unwrap_or_default());
        reader.as_of = Date::parse(&day);
        if reader.as_of.is_none() && !day.is_empty() {
            reader.problem(None, ProblemCode::DayOptionMalformed);
        }
        reader
    }

    fn finished(mut self) -> Export {
        for subscription in &mut self.evidence.subscriptions {
            subscription.excerpt = self.is_excerpt;
        }
        self.general.append(&mut self.problems);
        Export {
            kind: self.kind,
            evidence: self.evidence,
            rows: self.rows,
            problems: self.general,
            as_of: self.newest.or(self.as_of).filter(|_| self.kind != ExportKind::Unknown),
        }
    }

    /// Adds a problem once. Those of a row follow each other; only they are looked through, so that
    /// a hundred thousand damaged rows cost no more than their number.
    fn problem(&mut self, row: Option<usize>, code: ProblemCode) {
        let problem = Problem { row, code };
        let problems = if row.is_some() { &mut self.problems } else { &mut self.general };
        let of_row = problems.iter().rev().take_while(|other| other.row == row);
        if !of_row.into_iter().any(|other| *other == problem) {
            problems.push(problem);
        }
    }

    /// A row, or a part of the export, is left out.
    fn lost(&mut self, row: usize, code: ProblemCode) {
        self.is_excerpt = true;
        self.problem(Some(row), code);
    }

    fn said_tenant(&mut self) -> Option<Guid> {
        let text = paste::clean(self.said.tenant_id?);
        let tenant = Guid::parse(&text).ok();
        if tenant.is_none() && !text.is_empty() {
            self.problem(None, ProblemCode::TenantOptionMalformed);
        }
        tenant
    }

    /// The tenant of a row: the export's own word before the person's.
    fn tenant_of(&mut self, own: Option<Guid>, said: Option<Guid>) -> Option<Guid> {
        if own.is_some() && said.is_some() && own != said {
            self.problem(None, ProblemCode::TenantContradiction);
        }
        let tenant = own.or(said);
        if tenant.is_none() {
            self.problem(None, ProblemCode::TenantUnknown);
        }
        tenant
    }

    /// Notes a tenant, once; the first cloud that is known counts.
    fn tenant(&mut self, tenant_id: Guid, domain: Option<String>, cloud: Option<Cloud>) {
        let tenants = &mut self.evidence.tenants;
        let place = *self.tenants.entry(tenant_id).or_insert(tenants.len());
        if place == tenants.len() {
            tenants.push(Tenant {
                tenant_id,
                domains: Vec::new(),
                cloud,
                source: self.kind.name().to_owned(),
                as_of: self.as_of.into(),
            });
        }
        let Some(tenant) = tenants.get_mut(place) else { return };
        tenant.domains.extend(domain.filter(|domain| !tenant.domains.contains(domain)));
    }

    fn domain(&self, text: &str) -> Option<String> {
        let text = paste::clean(text);
        if Guid::parse(&text).is_ok() {
            return None;
        }
        Domain::read(&text, self.to_ascii).ok().map(|domain| domain.to_string())
    }

    /// Reads a value; an absent or empty one is no damage, one that cannot be read is.
    fn read<T>(
        &mut self,
        row: usize,
        text: Option<Cow<'_, str>>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(&text?);
        if value.is_none() {
            self.problem(Some(row), ProblemCode::RowMalformed);
        }
        value
    }

    fn guid(&mut self, row: usize, text: Option<Cow<'_, str>>) -> Option<Guid> {
        self.read(row, text, |text| Guid::parse(text).ok())
    }

    fn day(&mut self, row: usize, text: Option<Cow<'_, str>>) -> Option<Date> {
        day::read(&text?).map_err(|fault| self.problem(Some(row), fault)).ok()
    }

    /// The day of a row that says one; a row whose day is damaged is left out, because it would
    /// count as the newest.
    fn row_day(
        &mut self,
        row: usize,
        text: Option<Cow<'_, str>>,
        read: fn(&str) -> Result<Date, ProblemCode>,
    ) -> Result<Option<Date>, ()> {
        let Some(text) = text else { return Ok(self.as_of) };
        let day = read(&text).map_err(|fault| self.lost(row, fault))?;
        self.newest = self.newest.max(Some(day));
        Ok(Some(day))
    }
}

/// A subscription of which nothing more is known.
fn subscription(id: Guid, as_of: Option<Date>) -> Subscription {
    Subscription {
        id,
        commerce_subscription_id: None,
        tenant_id: None,
        sku_id: None,
        sku_part_number: None,
        product_name: None,
        status: crate::vocabulary::SubscriptionStatus::Unknown,
        channel: None,
        owner_tenant_id: None,
        provisioning: None,
        created_on: None,
        ends_on: None,
        claimed_by: None,
        as_of: as_of.into(),
        excerpt: false,
    }
}
