//! Collects what the kinds read from an export.

use std::collections::BTreeMap;

use super::day::{self, Order};
use super::export::{Export, ExportKind, Problem, ProblemCode};
use super::meaning::Meaning;
use super::record::layout::StatedColumn;
use crate::date::Date;
use crate::domain::{Domain, ToAscii};
use crate::evidence::{Evidence, Part, Subscription, Tenant, Unread};
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::{Cloud, SubscriptionStatus};

/// What the caller states about an export.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions<'a> {
    /// Name or address of the file.
    pub name: Option<&'a str>,
    /// The tenant that the export comes from, if it does not name it.
    pub tenant_id: Option<&'a str>,
    /// The domain that was looked up.
    pub domain: Option<&'a str>,
    /// The day on which it was made, if it does not name it.
    pub as_of: Option<&'a str>,
    /// What columns mean: an object of the names of [`Meaning`]s by the names of columns.
    pub columns: Option<&'a Value<'a>>,
    /// Was the text pasted? Then its last line need not end with a line break.
    pub is_pasted: bool,
}

impl<'a> ReadOptions<'a> {
    /// Reads the options `name`, `tenantId`, `domain`, `asOf` and `columns`. Values of the first four
    /// that are not text count as absent.
    pub fn read(options: &'a Value<'a>) -> Self {
        let text = |name| options.get(name).and_then(Value::text);
        Self {
            name: text("name"),
            tenant_id: text("tenantId"),
            domain: text("domain"),
            as_of: text("asOf"),
            columns: options.get("columns"),
            is_pasted: false,
        }
    }
}

/// Collects evidence and problems while an export is read.
pub struct ExportBuilder<'a> {
    pub options: ReadOptions<'a>,
    to_ascii: ToAscii<'a>,
    /// The text of the export.
    text: &'a str,
    /// The order of the numbers in its days, once it has been asked for.
    order: Option<Option<Order>>,
    pub kind: ExportKind,
    /// The parts of the evidence that the kind shows. Of these, something is lost with a row.
    pub parts: &'static [Part],
    pub evidence: Evidence,
    pub rows: usize,
    row_problems: Vec<Problem>,
    /// The problems of the export as a whole.
    export_problems: Vec<Problem>,
    /// The position of each tenant in the evidence.
    tenant_positions: BTreeMap<Guid, usize>,
    /// The day in the options.
    pub stated_day: Option<Date>,
    /// The newest day of a row.
    pub newest_day: Option<Date>,
    /// Does the export list only some of what there is?
    pub is_excerpt: bool,
    /// What the caller states about columns.
    pub stated: Vec<StatedColumn>,
    /// The names of columns that were not read.
    pub unread: Vec<String>,
    /// The names of columns that are missing.
    pub missing: Vec<String>,
    /// The kinds that would show what this one cannot.
    pub helps: &'static [ExportKind],
    /// The rows in which there is no column for the ID.
    pub rows_without_id: Vec<usize>,
}

impl<'a> ExportBuilder<'a> {
    /// Starts an export. A malformed day in the options is a problem of the export.
    pub fn new(text: &'a str, options: ReadOptions<'a>, to_ascii: ToAscii<'a>) -> Self {
        let mut builder = Self {
            options,
            to_ascii,
            text,
            order: None,
            kind: ExportKind::UNKNOWN,
            parts: &[],
            evidence: Evidence::default(),
            rows: 0,
            row_problems: Vec::new(),
            export_problems: Vec::new(),
            tenant_positions: BTreeMap::new(),
            stated_day: None,
            newest_day: None,
            is_excerpt: false,
            stated: Vec::new(),
            unread: Vec::new(),
            missing: Vec::new(),
            helps: &[],
            rows_without_id: Vec::new(),
        };
        let day = paste::clean(options.as_of.unwrap_or_default());
        builder.stated_day = Date::parse(&day);
        if builder.stated_day.is_none() && !day.is_empty() {
            builder.report(None, ProblemCode::DayOptionMalformed);
        }
        if let Some(columns) = options.columns {
            builder.take_columns(columns);
        }
        builder
    }

    /// Takes what the caller states about columns.
    fn take_columns(&mut self, columns: &Value<'_>) {
        let Some(columns) = columns.map() else {
            return self.report(None, ProblemCode::ColumnsOptionMalformed);
        };
        for (name, meaning) in columns.iter().filter(|(_, meaning)| *meaning != Value::Null) {
            match meaning.text().and_then(Meaning::from_typed) {
                Some(meaning) => self.stated.push(StatedColumn::new(name, meaning)),
                None => self.report(None, ProblemCode::ColumnsOptionMalformed),
            }
        }
    }

    /// The export, with everything collected so far.
    pub fn finish(mut self) -> Export {
        for subscription in &mut self.evidence.subscriptions {
            subscription.excerpt = self.is_excerpt;
        }
        self.export_problems.append(&mut self.row_problems);
        Export {
            kind: self.kind,
            evidence: self.evidence,
            rows: self.rows,
            problems: self.export_problems,
            as_of: self.newest_day.or(self.stated_day).filter(|_| self.kind != ExportKind::UNKNOWN),
            unread: self.unread,
            missing: self.missing,
            helps: self.helps.to_vec(),
        }
    }

    /// Adds a problem once. The problems of a row follow each other, so only those of the same row
    /// are compared, and a hundred thousand damaged rows take only linear time.
    pub fn report(&mut self, row: Option<usize>, code: ProblemCode) {
        self.add(Problem { row, ..Problem::of(code) });
    }

    /// Reports a problem of the export about these columns, if there are any.
    pub fn report_columns(&mut self, code: ProblemCode, columns: Vec<String>) {
        if !columns.is_empty() {
            self.add(Problem { columns, ..Problem::of(code) });
        }
    }

    /// Reports a problem of the export with the name that its text mentions.
    pub fn report_name(&mut self, code: ProblemCode, name: String) {
        self.add(Problem { name: Some(name), ..Problem::of(code) });
    }

    /// Makes this an export that shows nothing of a claim, for a reason that the code names; `helps` are
    /// the kinds that would show it.
    pub fn be_no_evidence(&mut self, code: ProblemCode, helps: &'static [ExportKind]) {
        self.kind = ExportKind::NOT_EVIDENCE;
        self.helps = helps;
        self.report(None, code);
    }

    /// Remembers columns that the kind should have, and reports them.
    pub fn miss(&mut self, columns: Vec<String>) {
        let new: Vec<_> = columns.into_iter().filter(|name| !self.missing.contains(name)).collect();
        self.missing.extend(new.iter().cloned());
        self.report_columns(ProblemCode::ColumnMissing, new);
    }

    fn add(&mut self, problem: Problem) {
        let row = problem.row;
        let problems =
            if row.is_some() { &mut self.row_problems } else { &mut self.export_problems };
        let of_row = problems.iter().rev().take_while(|other| other.row == row);
        if !of_row.into_iter().any(|other| *other == problem) {
            problems.push(problem);
        }
    }

    /// Reports that a row was left out because it says nothing of anything that can be named.
    pub fn leave_out(&mut self, row: usize, code: ProblemCode) {
        self.is_excerpt = true;
        self.report(Some(row), code);
    }

    /// Reports that a row, or a part of the export, could not be read. It may be about anything, so no
    /// check passes that it could keep from passing.
    pub fn lose_row(&mut self, row: usize, code: ProblemCode) {
        self.leave_out(row, code);
        self.parts.iter().for_each(|part| self.evidence.lost.add(*part));
    }

    /// After so many rows: those without a column for the ID were left out. If none has one, it was
    /// not exported, and that is said once.
    pub fn end_of_rows(&mut self, rows: usize) {
        let without = std::mem::take(&mut self.rows_without_id);
        self.is_excerpt |= !without.is_empty();
        if without.len() < rows {
            without.into_iter().for_each(|row| self.leave_out(row, ProblemCode::IdMalformed));
        }
    }

    /// The tenant in the options. A malformed one is a problem of the export.
    pub fn stated_tenant(&mut self) -> Option<Guid> {
        let text = paste::clean(self.options.tenant_id?);
        let tenant = Guid::parse(&text).ok();
        if tenant.is_none() && !text.is_empty() {
            self.report(None, ProblemCode::TenantOptionMalformed);
        }
        tenant
    }

    /// The tenant of a row. What the export names takes precedence over what the caller states.
    pub fn tenant_of(&mut self, exported: Option<Guid>, stated: Option<Guid>) -> Option<Guid> {
        if exported.is_some() && stated.is_some() && exported != stated {
            self.report(None, ProblemCode::TenantContradiction);
        }
        let tenant = exported.or(stated);
        if tenant.is_none() {
            self.report(None, ProblemCode::TenantUnknown);
        }
        tenant
    }

    /// Adds a tenant once. The first known cloud counts.
    pub fn add_tenant(
        &mut self,
        tenant_id: Guid,
        domain: Option<String>,
        cloud: Option<Cloud>,
        unread: Unread,
    ) {
        let tenants = &mut self.evidence.tenants;
        let position = *self.tenant_positions.entry(tenant_id).or_insert(tenants.len());
        if position == tenants.len() {
            tenants.push(Tenant {
                tenant_id,
                domains: Vec::new(),
                cloud,
                source: self.kind.name().to_owned(),
                as_of: self.stated_day.into(),
                unread: Unread::NONE,
            });
        }
        let Some(tenant) = tenants.get_mut(position) else { return };
        tenant.unread.add_all(unread);
        tenant.domains.extend(domain.filter(|domain| !tenant.domains.contains(domain)));
    }

    /// Normalizes a domain; `None` for GUIDs and for what is not a domain.
    pub fn domain(&self, text: &str) -> Option<String> {
        let text = paste::clean(text);
        if Guid::parse(&text).is_ok() {
            return None;
        }
        Domain::read(&text, self.to_ascii).ok().map(|domain| domain.to_string())
    }

    /// Reads a day. If its numbers can be in either order, the other days of the export decide.
    pub fn day_of(&mut self, text: &str) -> Result<Date, ProblemCode> {
        let day = day::read(text, None);
        if day != Err(ProblemCode::DateAmbiguous) {
            return day;
        }
        let order = self.order();
        day::read(text, order)
    }

    /// Reads the day that stands for a month, as [`day_of`](Self::day_of) reads a day.
    pub fn month_of(&mut self, text: &str) -> Result<Date, ProblemCode> {
        let month = day::month(text, None);
        if month != Err(ProblemCode::DateAmbiguous) {
            return month;
        }
        let order = self.order();
        day::month(text, order)
    }

    fn order(&mut self) -> Option<Order> {
        *self.order.get_or_insert_with(|| Order::in_text(self.text))
    }
}

/// A subscription about which nothing else is known.
pub fn subscription(id: Guid, as_of: Option<Date>) -> Subscription {
    Subscription {
        id,
        commerce_subscription_id: None,
        tenant_id: None,
        sku_id: None,
        sku_part_number: None,
        product_name: None,
        status: SubscriptionStatus::Unknown,
        channel: None,
        owner_tenant_id: None,
        provisioning: None,
        created_on: None,
        ends_on: None,
        trial: None,
        claimed_by: None,
        as_of: as_of.into(),
        excerpt: false,
        unread: Unread::NONE,
    }
}
