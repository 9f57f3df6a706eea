//! Partner Center's insights on Dynamics 365: the license usage report and the subscription details
//! report. Each row has a subscription with its tenant, SKU, status and sales channel.
//!
//! source: Partner Center, "Insights data definitions"

use std::collections::BTreeMap;

use crate::claim::PurchaseChannel;
use crate::date::Date;
use crate::evidence::{PartnerAccount, Subscription, Unread};
use crate::exports::builder::{ExportBuilder, subscription};
use crate::exports::day;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::table::{Row, Table};
use crate::exports::text::plain;
use crate::guid::Guid;
use crate::identifier;
use crate::paste;
use crate::vocabulary::{AccountKind, Provisioning, SubscriptionStatus};

/// The usage or subscription report on Dynamics 365, from Partner Center's insights.
pub const KIND: Kind = Kind {
    name: "dynamics-usage-report",
    formats: &[Format::Table {
        signs: Signs {
            names: &[
                "subscriptionid",
                "subscriptionstatus",
                "subscriptionstate",
                "subscriptionstartdate",
                "subscriptionenddate",
                "sku",
                "skuid",
                "productpartnumber",
                "salesmodel",
                "saleschannel",
                "customertenantid",
                "pgampnid",
                "mpnid",
            ],
            at_least: 4,
        },
        read,
    }],
    file_names: &[FileName { word: "dynamics", rank: 7 }],
    entity_set: None,
};

/// There is one row per month and subscription. The newest month counts. The reports cover only
/// what the partner is associated with, so they never list all subscriptions of a tenant.
fn read(mut table: Table<'_>, builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let columns = Columns::of(&table, builder);
    let mut latest = Latest::default();
    let mut accounts = BTreeMap::new();
    table.rows(builder, |builder, row: &Row<'_>| {
        partner_accounts(row, &columns, &mut accounts, builder);
        let Some(id) = builder.guid(row.number, row.text(columns.subscription)) else {
            return builder.leave_out(row.number, ProblemCode::IdMalformed);
        };
        let Ok(as_of) = builder.row_day(row.number, row.text(columns.month), day::month) else {
            return;
        };
        let sku = row.text(columns.sku).map(String::from);
        let part_number = row.text(columns.part_number).map(String::from);
        let is_part_number = sku.as_deref().is_some_and(|sku| sku.contains('_'));
        let (sku, name) = if is_part_number { (sku, None) } else { (None, sku) };
        let record = Subscription {
            tenant_id: builder.guid(row.number, row.text(columns.tenant)),
            sku_id: builder.guid(row.number, row.text(columns.sku_id)),
            sku_part_number: part_number.or(sku),
            product_name: name,
            status: builder
                .read(row.number, row.text(columns.status), status)
                .unwrap_or(SubscriptionStatus::Unknown),
            channel: channel(row, &columns),
            provisioning: is_in_use(row, &columns).then_some(Provisioning::Provisioned),
            created_on: builder.day(row.number, row.text(columns.first)),
            ends_on: builder.day(row.number, row.text(columns.last)),
            ..subscription(id, as_of)
        };
        latest.add(as_of, record);
    });
    builder.evidence.subscriptions =
        latest.records.into_iter().flatten().map(|(_, record)| record).collect();
    builder.evidence.partner_ids = accounts.into_values().collect();
}

struct Columns {
    subscription: Option<usize>,
    tenant: Option<usize>,
    month: Option<usize>,
    status: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    sku_id: Option<usize>,
    sku: Option<usize>,
    part_number: Option<usize>,
    sales_model: Option<usize>,
    sales_details: Option<usize>,
    sales_channel: Option<usize>,
    active_seats: Option<usize>,
    global_account: Option<usize>,
    location: Option<usize>,
    location_name: Option<usize>,
    account_type: Option<usize>,
}

impl Columns {
    fn of(table: &Table<'_>, builder: &mut ExportBuilder<'_>) -> Self {
        // These two only report missing columns: no report has all of the alternatives.
        table.needed(&["skuid", "sku", "productpartnumber"], builder);
        table.needed(&["salesmodel", "saleschannel"], builder);
        let sales_model = table.column(&["salesmodel"]);
        let together = [("salesmodel", "detailedsalesmodel"), ("pgampnid", "mpnid")];
        for (one, other) in together {
            if table.column(&[one]).is_some() != table.column(&[other]).is_some() {
                builder.report(None, ProblemCode::ColumnMissing);
            }
        }
        Self {
            subscription: table.needed(&["subscriptionid"], builder),
            tenant: table.needed(&["customertenantid"], builder),
            month: table.column(&["month"]),
            status: table.needed(&["subscriptionstatus", "subscriptionstate"], builder),
            first: table.column(&["subscriptionstartdate"]),
            last: table.column(&["subscriptionenddate"]),
            sku_id: table.column(&["skuid"]),
            sku: table.column(&["sku"]),
            part_number: table.column(&["productpartnumber"]),
            sales_model,
            sales_details: table.column(&["detailedsalesmodel"]),
            sales_channel: table.column(&["saleschannel"]),
            active_seats: table.column(&["activeseats"]),
            global_account: table.column(&["pgampnid"]),
            location: table.column(&["mpnid"]),
            location_name: table.column(&["partnerlocation"]),
            account_type: table.column(&["mpntype"]),
        }
    }
}

/// The newest record of each subscription. If records of the same day differ, all are kept for the
/// join to weigh.
#[derive(Default)]
struct Latest {
    records: Vec<Option<(Option<Date>, Subscription)>>,
    positions: BTreeMap<Guid, Vec<usize>>,
}

impl Latest {
    fn add(&mut self, as_of: Option<Date>, record: Subscription) {
        let positions = self.positions.entry(record.id).or_default();
        let records = positions.iter().filter_map(|position| self.records.get(*position)?.as_ref());
        let newest = records.clone().map(|(day, _)| *day).max();
        if newest.is_some_and(|newest| newest > as_of)
            || records.into_iter().any(|(_, other)| *other == record)
        {
            return;
        }
        if newest.is_some_and(|newest| newest < as_of) {
            for position in positions.drain(..) {
                if let Some(outdated) = self.records.get_mut(position) {
                    *outdated = None;
                }
            }
        }
        positions.push(self.records.len());
        self.records.push(Some((as_of, record)));
    }
}

/// The wording differs between reports. "Open" and "Others" do not tell the status.
fn status(text: &str) -> Option<SubscriptionStatus> {
    Some(match plain(text).as_str() {
        "active" => SubscriptionStatus::Active,
        "ingraceperiod" | "ingrace" => SubscriptionStatus::InGrace,
        "inactive" | "disabled" => SubscriptionStatus::Disabled,
        "closed" | "churned" | "expired" => SubscriptionStatus::Expired,
        "suspended" => SubscriptionStatus::Suspended,
        "deprovisioned" | "deleted" => SubscriptionStatus::Deleted,
        "open" | "others" | "other" => SubscriptionStatus::Unknown,
        _ => return None,
    })
}

/// The purchase channel. A mention of CSP anywhere outweighs everything else. "Direct" in the
/// details alone does not rule out CSP.
fn channel(row: &Row<'_>, columns: &Columns) -> Option<PurchaseChannel> {
    let [model, details, channel] =
        [columns.sales_model, columns.sales_details, columns.sales_channel]
            .map(|column| row.text(column).map(|text| paste::slug(&text)));
    let all = || [&model, &details, &channel].into_iter().flatten();
    let is_csp = |text: &String| {
        text.split('-').any(|word| word == "csp") || text.contains("cloud-solution-provider")
    };
    if all().any(is_csp) {
        return Some(PurchaseChannel::Csp);
    }
    let named = |text: &String| match text.as_str() {
        "volume-licensing"
        | "volume-license"
        | "vl"
        | "enterprise-agreement"
        | "ea"
        | "mpsa"
        | "open-value"
        | "select-plus" => Some(PurchaseChannel::VolumeLicensing),
        "web-direct" | "webdirect" => Some(PurchaseChannel::WebDirect),
        _ => None,
    };
    let direct = |text: &&String| *text == "direct";
    let by_channel = channel.as_ref().filter(direct).map(|_| PurchaseChannel::WebDirect);
    let mut found = all().filter_map(named).chain(by_channel);
    let first = found.next()?;
    // If sales models contradict each other, the channel stays unknown.
    found.all(|other| other == first).then_some(first)
}

/// Seats in active use show that the product has been set up.
fn is_in_use(row: &Row<'_>, columns: &Columns) -> bool {
    let seats = row.text(columns.active_seats).and_then(|text| text.parse::<u32>().ok());
    seats.is_some_and(|seats| seats > 0)
}

/// Adds the Partner IDs of a row. If the location's ID equals the global account's, it is the
/// global account's.
fn partner_accounts(
    row: &Row<'_>,
    columns: &Columns,
    accounts: &mut BTreeMap<String, PartnerAccount>,
    builder: &mut ExportBuilder<'_>,
) {
    let mut digits = |column| builder.read(row.number, row.text(column), identifier::digits);
    let (global, location) = (digits(columns.global_account), digits(columns.location));
    let kind = match row.text(columns.account_type).map(|text| paste::slug(&text)).as_deref() {
        Some("global") => Some(AccountKind::GlobalAccount),
        Some("local" | "location") => Some(AccountKind::Location),
        _ => global.as_ref().map(|_| AccountKind::Location),
    };
    let mut note = |id: String, kind: Option<AccountKind>, name: Option<String>| {
        let account = accounts.entry(id.clone()).or_insert(PartnerAccount {
            id,
            kind,
            partner_type: None,
            programs: None,
            enrolled: None,
            name,
            as_of: None,
            unread: Unread::NONE,
        });
        account.kind = account.kind.max(kind);
    };
    if let Some(location) = location.filter(|location| Some(location) != global.as_ref()) {
        note(location, kind, row.text(columns.location_name).map(Into::into));
    }
    if let Some(global) = global {
        note(global, Some(AccountKind::GlobalAccount), None);
    }
}
