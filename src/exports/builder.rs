//! Collects what the kinds read from an export.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::day;
use super::export::{Export, ExportKind, Problem, ProblemCode};
use crate::date::Date;
use crate::domain::{Domain, ToAscii};
use crate::evidence::{Evidence, Subscription, Tenant, Unread};
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
    /// Was the text pasted? Then its last line need not end with a line break.
    pub is_pasted: bool,
}

impl<'a> ReadOptions<'a> {
    /// Reads the options `name`, `tenantId`, `domain` and `asOf`. Values that are not text count as
    /// absent.
    pub fn read(options: &'a Value<'a>) -> Self {
        let text = |name| options.get(name).and_then(Value::text);
        Self {
            name: text("name"),
            tenant_id: text("tenantId"),
            domain: text("domain"),
            as_of: text("asOf"),
            is_pasted: false,
        }
    }
}

/// Collects evidence and problems while an export is read.
pub struct ExportBuilder<'a> {
    pub options: ReadOptions<'a>,
    to_ascii: ToAscii<'a>,
    pub kind: ExportKind,
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
}

impl<'a> ExportBuilder<'a> {
    /// Starts an export. A malformed day in the options is a problem of the export.
    pub fn new(options: ReadOptions<'a>, to_ascii: ToAscii<'a>) -> Self {
        let mut builder = Self {
            options,
            to_ascii,
            kind: ExportKind::UNKNOWN,
            evidence: Evidence::default(),
            rows: 0,
            row_problems: Vec::new(),
            export_problems: Vec::new(),
            tenant_positions: BTreeMap::new(),
            stated_day: None,
            newest_day: None,
            is_excerpt: false,
        };
        let day = paste::clean(options.as_of.unwrap_or_default());
        builder.stated_day = Date::parse(&day);
        if builder.stated_day.is_none() && !day.is_empty() {
            builder.report(None, ProblemCode::DayOptionMalformed);
        }
        builder
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
        }
    }

    /// Adds a problem once. The problems of a row follow each other, so only those of the same row
    /// are compared, and a hundred thousand damaged rows take only linear time.
    pub fn report(&mut self, row: Option<usize>, code: ProblemCode) {
        let problem = Problem { row, code };
        let problems =
            if row.is_some() { &mut self.row_problems } else { &mut self.export_problems };
        let of_row = problems.iter().rev().take_while(|other| other.row == row);
        if !of_row.into_iter().any(|other| *other == problem) {
            problems.push(problem);
        }
    }

    /// Reports that a row, or a part of the export, was left out.
    pub fn leave_out(&mut self, row: usize, code: ProblemCode) {
        self.is_excerpt = true;
        self.report(Some(row), code);
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
    pub fn add_tenant(&mut self, tenant_id: Guid, domain: Option<String>, cloud: Option<Cloud>) {
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

    /// Reads a value. A missing or empty one is fine; one that cannot be read is a problem of the
    /// row.
    pub fn read<T>(
        &mut self,
        row: usize,
        text: Option<Cow<'_, str>>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(&text?);
        if value.is_none() {
            self.report(Some(row), ProblemCode::RowMalformed);
        }
        value
    }

    /// Reads a GUID; see [`ExportBuilder::read`].
    pub fn guid(&mut self, row: usize, text: Option<Cow<'_, str>>) -> Option<Guid> {
        self.read(row, text, |text| Guid::parse(text).ok())
    }

    /// Reads a day; one that is malformed or ambiguous is a problem of the row.
    pub fn day(&mut self, row: usize, text: Option<Cow<'_, str>>) -> Option<Date> {
        day::read(&text?).map_err(|fault| self.report(Some(row), fault)).ok()
    }

    /// The day of a row. A row whose day is damaged is left out, because it would count as the
    /// newest.
    pub fn row_day(
        &mut self,
        row: usize,
        text: Option<Cow<'_, str>>,
        read: fn(&str) -> Result<Date, ProblemCode>,
    ) -> Result<Option<Date>, ()> {
        let Some(text) = text else { return Ok(self.stated_day) };
        let day = read(&text).map_err(|fault| self.leave_out(row, fault))?;
        self.newest_day = self.newest_day.max(Some(day));
        Ok(Some(day))
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
