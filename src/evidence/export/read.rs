//! Reads the exports that partners and customers really have. The content decides what an export
//! is; its name is only a hint.
//!
//! source: Microsoft Graph v1.0, `companySubscription`, `subscribedSku`; Microsoft identity
//! platform, OpenID configuration

use std::borrow::Cow;

use serde::Serialize;

use super::{ExportKind, ProblemCode};
use crate::date::Date;
use crate::domain::{Domain, ToAscii};
use crate::evidence::{
    Cloud, Evidence, Provisioning, Subscription, SubscriptionStatus, Tenant, UnresolvedDomain,
    UnresolvedReason,
};
use crate::guid::Guid;
use crate::json::{self, Value};
use crate::paste;

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
}

impl<'a> Said<'a> {
    /// What the caller's options say.
    pub fn read(options: &'a Value<'a>) -> Self {
        let said = |name| options.get(name).and_then(Value::text);
        Self { name: said("name"), tenant_id: said("tenantId"), domain: said("domain") }
    }
}

/// Hears how many bytes of how many are read.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize);

/// An export after reading.
#[derive(Debug, PartialEq, Serialize)]
pub struct Export {
    /// What it is.
    pub kind: ExportKind,
    /// What it shows.
    pub evidence: Evidence,
    /// How many rows it holds, readable or not.
    pub rows: usize,
    /// What could not be read, or is open.
    pub problems: Vec<Problem>,
}

/// Reads an export.
pub fn read(
    bytes: &[u8],
    said: &Said<'_>,
    to_ascii: ToAscii<'_>,
    progress: Progress<'_>,
) -> Export {
    let total = bytes.len();
    let text = decoded(bytes);
    let (value, fault) = json::parse(text.trim_start_matches('\u{feff}'));
    progress(total, total);
    let is_meant_as_json = matches!(value, Value::List(_) | Value::Map(_));
    // Of a lone row that breaks off, anything may be missing.
    let items = items(&value, fault.is_none());
    let kind = kind(&value, items);
    let mut reader =
        Reader { said: *said, to_ascii, export: Export::new(kind), general: Vec::new() };
    match (kind, items) {
        (ExportKind::GraphSubscriptions, Some(items)) => reader.subscriptions(items),
        (ExportKind::GraphSubscribedSkus, Some(items)) => reader.subscribed_skus(items),
        (ExportKind::OpenidConfiguration, _) => {
            reader.openid_configuration(&value, fault.is_none());
        }
        _ if fault.is_some() && is_meant_as_json => reader.problem(None, ProblemCode::NotJson),
        _ => reader.problem(None, ProblemCode::NotRecognised),
    }
    if fault.is_some() && kind != ExportKind::Unknown {
        reader.problem(Some(reader.export.rows + 1), ProblemCode::Truncated);
    }
    reader.export.problems.splice(0..0, reader.general);
    reader.export
}

/// UTF-8, or UTF-16 with a byte-order mark.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let (unit, rest): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xff, 0xfe, rest @ ..] => (u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => (u16::from_be_bytes, rest),
        _ => return String::from_utf8_lossy(bytes),
    };
    let units = rest.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    let lossy = |unit: Result<char, _>| unit.unwrap_or(char::REPLACEMENT_CHARACTER);
    char::decode_utf16(units).map(lossy).collect::<String>().into()
}

impl Export {
    fn new(kind: ExportKind) -> Self {
        Self { kind, evidence: Evidence::default(), rows: 0, problems: Vec::new() }
    }
}

/// The rows of a Graph answer, of one page of it, or of a bare list; a lone object is one row.
fn items<'v>(value: &'v Value<'v>, is_whole: bool) -> Option<&'v [Value<'v>]> {
    let list = value.list().or_else(|| value.get_any_case("value")?.list());
    let row = || value.get_any_case("skuId").filter(|_| is_whole);
    list.or_else(|| row().map(|_| std::slice::from_ref(value)))
}

fn kind(value: &Value<'_>, items: Option<&[Value<'_>]>) -> ExportKind {
    let has = |row: &Value<'_>, names: &[&str]| {
        names.iter().any(|name| {
            row.map().is_some_and(|members| {
                members.iter().any(|(key, _)| key.eq_ignore_ascii_case(name))
            })
        })
    };
    let any = |names: &[&str]| items.unwrap_or_default().iter().any(|row| has(row, names));
    let context = value.get_any_case("@odata.context").and_then(Value::text).unwrap_or_default();
    let context = context.rsplit(['#', '/']).next().unwrap_or_default();
    if has(value, &["issuer", "error_codes"]) {
        ExportKind::OpenidConfiguration
    } else if any(&["subscriptionIds", "prepaidUnits", "capabilityStatus"]) {
        ExportKind::GraphSubscribedSkus
    } else if any(&["skuId"]) && any(&["status", "commerceSubscriptionId", "nextLifecycleDateTime"])
    {
        ExportKind::GraphSubscriptions
    } else if context.eq_ignore_ascii_case("subscribedSkus") {
        ExportKind::GraphSubscribedSkus
    } else if context.eq_ignore_ascii_case("subscriptions") {
        ExportKind::GraphSubscriptions
    } else {
        ExportKind::Unknown
    }
}

struct Reader<'a> {
    said: Said<'a>,
    to_ascii: ToAscii<'a>,
    export: Export,
    /// Problems of the export as a whole.
    general: Vec<Problem>,
}

impl Reader<'_> {
    /// Adds a problem once. Those of a row follow each other; only they are looked through, so that
    /// a hundred thousand damaged rows cost no more than their number.
    fn problem(&mut self, row: Option<usize>, code: ProblemCode) {
        let problem = Problem { row, code };
        let problems = match row {
            Some(_) => &mut self.export.problems,
            None => &mut self.general,
        };
        if !problems
            .iter()
            .rev()
            .take_while(|other| other.row == row)
            .any(|other| *other == problem)
        {
            problems.push(problem);
        }
    }

    fn said_tenant(&mut self) -> Option<Guid> {
        let text = paste::clean(self.said.tenant_id?);
        let tenant = Guid::parse(&text).ok();
        if tenant.is_none() && !text.is_empty() {
            self.problem(None, ProblemCode::TenantOptionMalformed);
        }
        tenant
    }

    fn subscriptions(&mut self, items: &[Value<'_>]) {
        self.count(items);
        let tenant_id = self.said_tenant();
        if tenant_id.is_none() && !items.is_empty() {
            self.problem(None, ProblemCode::TenantUnknown);
        }
        for (index, item) in items.iter().enumerate() {
            let row = index + 1;
            let Some(id) = self.guid(row, item, "id") else {
                self.problem(Some(row), ProblemCode::IdMalformed);
                continue;
            };
            let status = self.status(row, item, "status");
            let subscription = Subscription {
                id,
                commerce_subscription_id: self.guid(row, item, "commerceSubscriptionId"),
                tenant_id,
                sku_id: self.guid(row, item, "skuId"),
                sku_part_number: part_number(item),
                product_name: None,
                status,
                channel: None,
                owner_tenant_id: self.guid(row, item, "ownerTenantId"),
                provisioning: provisioning(item.get_any_case("serviceStatus")),
                created_on: None,
                ends_on: self.end(row, item, status),
                claimed_by: None,
                as_of: None.into(),
            };
            self.export.evidence.subscriptions.push(subscription);
        }
    }

    fn subscribed_skus(&mut self, items: &[Value<'_>]) {
        self.count(items);
        let said = self.said_tenant();
        for (index, item) in items.iter().enumerate() {
            let row = index + 1;
            let account = self.guid(row, item, "accountId");
            if account.is_some() && said.is_some() && account != said {
                self.problem(None, ProblemCode::TenantContradiction);
            }
            let tenant_id = account.or(said);
            match tenant_id {
                Some(tenant_id) => self.tenant(tenant_id, None, None),
                None => self.problem(None, ProblemCode::TenantUnknown),
            }
            let ids =
                item.get_any_case("subscriptionIds").and_then(Value::list).unwrap_or_default();
            // Status and provisioning are the SKU's. They are a subscription's only if it is the
            // SKU's one subscription.
            let alone = ids.len() == 1;
            let status = self.status(row, item, "capabilityStatus");
            for id in ids {
                let Some(id) = id.text().and_then(|id| Guid::parse(&paste::clean(id)).ok()) else {
                    self.problem(Some(row), ProblemCode::IdMalformed);
                    continue;
                };
                let subscription = Subscription {
                    id,
                    commerce_subscription_id: None,
                    tenant_id,
                    sku_id: self.guid(row, item, "skuId"),
                    sku_part_number: part_number(item),
                    product_name: None,
                    status: if alone { status } else { SubscriptionStatus::Unknown },
                    channel: None,
                    owner_tenant_id: None,
                    provisioning: provisioning(item.get_any_case("servicePlans")).filter(|_| alone),
                    created_on: None,
                    ends_on: None,
                    claimed_by: None,
                    as_of: None.into(),
                };
                self.export.evidence.subscriptions.push(subscription);
            }
        }
    }

    fn openid_configuration(&mut self, value: &Value<'_>, is_whole: bool) {
        self.export.rows = 1;
        match value.get_any_case("error_codes").and_then(Value::list) {
            Some(codes) => self.refusal(value, codes),
            None => self.tenant_answer(value, is_whole),
        }
    }

    fn tenant_answer(&mut self, value: &Value<'_>, is_whole: bool) {
        let issuer = value.get_any_case("issuer").and_then(Value::text).unwrap_or_default();
        let Some(tenant_id) = Guid::find(issuer) else {
            return self.problem(None, ProblemCode::IssuerPlaceholder);
        };
        let domain = self.asked_domain();
        if domain.is_none() {
            self.problem(None, ProblemCode::DomainUnknown);
        }
        // The fields that tell clouds apart may stand behind the place where the text breaks off.
        let cloud = if is_whole { cloud(value, issuer) } else { None };
        self.tenant(tenant_id, domain, cloud);
    }

    /// Decides by the error codes: the wording of the description has changed over the years.
    fn refusal(&mut self, value: &Value<'_>, codes: &[Value<'_>]) {
        let has = |code: &str| codes.iter().any(|value| value.text_or_number() == Some(code));
        let reason = if has("90002") {
            UnresolvedReason::NotFound
        } else if has("90038") {
            UnresolvedReason::OtherCloud
        } else if has("900023") || has("50029") {
            UnresolvedReason::Malformed
        } else {
            return self.problem(None, ProblemCode::ErrorCodeUnknown);
        };
        // The address says what was asked; without one, the quoted name in the description.
        let description = value.get_any_case("error_description").and_then(Value::text);
        let quoted = description.and_then(|text| text.split('\'').nth(1));
        let quoted =
            quoted.map(|text| self.domain(text).unwrap_or_else(|| text.to_ascii_lowercase()));
        match self.address().or(quoted).or_else(|| self.asked_domain()) {
            Some(domain) => {
                self.export.evidence.unresolved_domains.push(UnresolvedDomain {
                    domain,
                    reason,
                    as_of: None,
                });
            }
            None => self.problem(None, ProblemCode::DomainUnknown),
        }
    }

    /// The domain the person named, else the one in the address of the look-up.
    fn asked_domain(&self) -> Option<String> {
        match self.said.domain.filter(|text| !paste::clean(text).is_empty()) {
            Some(text) => self.domain(text),
            None => self.address(),
        }
    }

    /// The domain in the address of the look-up.
    fn address(&self) -> Option<String> {
        let segments: Vec<&str> = self.said.name?.split('/').collect();
        let at = segments.iter().position(|part| matches!(*part, "v2.0" | ".well-known"))?;
        self.domain(segments.get(at.checked_sub(1)?)?)
    }

    fn domain(&self, text: &str) -> Option<String> {
        let text = paste::clean(text);
        if Guid::parse(&text).is_ok() {
            return None;
        }
        Domain::read(&text, self.to_ascii).ok().map(|domain| domain.to_string())
    }

    fn count(&mut self, items: &[Value<'_>]) {
        self.export.rows = items.len();
        if items.is_empty() {
            self.problem(None, ProblemCode::Empty);
        }
    }

    fn tenant(&mut self, tenant_id: Guid, domain: Option<String>, cloud: Option<Cloud>) {
        let tenants = &mut self.export.evidence.tenants;
        if tenants.iter().all(|tenant| tenant.tenant_id != tenant_id) {
            let source = self.export.kind.name().to_owned();
            tenants.push(Tenant {
                tenant_id,
                domains: domain.into_iter().collect(),
                cloud,
                source,
                as_of: None.into(),
            });
        }
    }

    fn guid(&mut self, row: usize, item: &Value<'_>, name: &str) -> Option<Guid> {
        let value = item.get_any_case(name)?;
        let text = paste::clean(value.text().unwrap_or("?"));
        let guid = Guid::parse(&text).ok();
        if guid.is_none() && !text.is_empty() {
            self.problem(Some(row), ProblemCode::RowMalformed);
        }
        guid
    }

    fn status(&mut self, row: usize, item: &Value<'_>, name: &str) -> SubscriptionStatus {
        let Some(value) = item.get_any_case(name) else { return SubscriptionStatus::Unknown };
        match paste::slug(value.text().unwrap_or_default()).as_str() {
            "enabled" => SubscriptionStatus::Active,
            // Expired and in the grace period before suspension.
            // source: Microsoft Graph, `licenseUnitsDetail`, "warning"
            "warning" => SubscriptionStatus::InGrace,
            "suspended" => SubscriptionStatus::Suspended,
            "deleted" => SubscriptionStatus::Deleted,
            "lockedout" => SubscriptionStatus::LockedOut,
            _ => {
                self.problem(Some(row), ProblemCode::RowMalformed);
                SubscriptionStatus::Unknown
            }
        }
    }

    /// The next change of state is the end of the term only while the subscription runs; later it
    /// is the day of deletion.
    fn end(&mut self, row: usize, item: &Value<'_>, status: SubscriptionStatus) -> Option<Date> {
        let value = item.get_any_case("nextLifecycleDateTime")?;
        let date = value.text().and_then(Date::parse);
        if date.is_none() {
            self.problem(Some(row), ProblemCode::RowMalformed);
        }
        date.filter(|_| matches!(status, SubscriptionStatus::Active | SubscriptionStatus::InGrace))
    }
}

fn part_number(item: &Value<'_>) -> Option<String> {
    let text = paste::clean(item.get_any_case("skuPartNumber")?.text()?);
    (!text.is_empty()).then(|| text.into_owned())
}

/// One answer from the states of all service plans: only if they agree. A plan that an
/// administrator has switched off says nothing.
fn provisioning(plans: Option<&Value<'_>>) -> Option<Provisioning> {
    let mut agreed = None;
    for plan in plans?.list()? {
        let state = match paste::slug(plan.get_any_case("provisioningStatus")?.text()?).as_str() {
            "disabled" => continue,
            "success" => Provisioning::Provisioned,
            "error" => Provisioning::Failed,
            "pendinginput" | "pendingactivation" | "pendingprovisioning" => Provisioning::Pending,
            _ => return None,
        };
        if agreed.is_some_and(|agreed| agreed != state) {
            return None;
        }
        agreed = Some(state);
    }
    agreed
}

/// The region fields decide; the commercial host also answers for US Government tenants.
fn cloud(value: &Value<'_>, issuer: &str) -> Option<Cloud> {
    let field = |name| value.get_any_case(name).and_then(Value::text).map(paste::slug);
    let scope = field("tenant_region_scope");
    let sub_scope = field("tenant_region_sub_scope");
    if matches!(sub_scope.as_deref(), Some("dod" | "dodcon"))
        || matches!(scope.as_deref(), Some("usgov" | "usg"))
    {
        return Some(Cloud::UsGov);
    }
    let host = issuer.split('/').nth(2)?;
    if host.ends_with(".us") {
        Some(Cloud::UsGov)
    } else if host.ends_with(".cn") {
        Some(Cloud::China)
    } else {
        scope.map(|_| Cloud::Global)
    }
}
