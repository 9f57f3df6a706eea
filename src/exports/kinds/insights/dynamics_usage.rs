//! Partner Center's insights on Dynamics 365: the license usage report and the subscription details
//! report. Each row has a subscription with its tenant, SKU, status and sales channel.
//!
//! source: Partner Center, "Insights data definitions"

use std::collections::BTreeMap;

use super::{Accounts, partner_accounts};
use crate::date::Date;
use crate::evidence::{Part, Subscription};
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::subscription;
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;
use crate::guid::Guid;

/// The usage or subscription report on Dynamics 365, from Partner Center's insights.
pub const KIND: Kind = Kind {
    name: "dynamics-usage-report",
    formats: &[Format::Rows {
        signs: Signs {
            own: &[
                "salesmodel",
                "detailedsalesmodel",
                "saleschannel",
                "subscriptionstate",
                "productpartnumber",
                "freevspaidsku",
                "deploymentopportunity",
            ],
            shared: &[
                "subscriptionid",
                "subscriptionstatus",
                "subscriptionstartdate",
                "subscriptionenddate",
                "sku",
                "skuid",
                "customertenantid",
                "pgampnid",
                "pgapartnerid",
                "mpnid",
                "partnerid",
            ],
            at_least: 4,
            all_of: &[&["sku", "skuid", "productpartnumber"]],
            against: &[
                // Azure
                "servicelevel1",
                "acrusd",
                "firstusedate",
                "isacrduplicateatpgalevel",
                "meterid",
                // Reports on customers, on other products, and invoices
                "tenantdomainname",
                "reportingpricinglevel",
                "aatpactiveusage",
                "intunepaidavailableunits",
                "workloadname",
                "chargetype",
                "invoicenumber",
            ],
        },
        read,
    }],
    reads: &[
        M::SubscriptionId,
        M::TenantId,
        M::Month,
        M::Status,
        M::FirstDay,
        M::LastDay,
        M::SkuId,
        M::Sku,
        M::SkuPartNumber,
        M::ProductName,
        M::SalesModel,
        M::SalesDetails,
        M::Channel,
        M::ActiveUse,
        M::GlobalPartnerId,
        M::PartnerId,
        M::AccountName,
        M::AccountKind,
    ],
    needs: &[
        ("SubscriptionId", &[M::SubscriptionId]),
        ("CustomerTenantId", &[M::TenantId]),
        ("SubscriptionStatus", &[M::Status]),
        ("SKUId", &[M::SkuId, M::Sku, M::SkuPartNumber]),
        ("SalesModel", &[M::SalesModel, M::Channel]),
    ],
    parts: &[Part::Subscriptions],
    file_names: &[FileName { word: "dynamics", rank: 7 }],
    entity_sets: &[],
};

/// There is one row per month and subscription. The newest month counts. The reports cover only
/// what the partner is associated with, so they never list all subscriptions of a tenant.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let mut latest = Latest::default();
    let mut accounts = Accounts::new();
    let mut missing = Vec::new();
    records.each(builder, &mut |row| {
        // Of these, one without the other is a report that was cut to fewer columns.
        let pairs = [[M::SalesModel, M::SalesDetails], [M::GlobalPartnerId, M::PartnerId]];
        missing = pairs
            .into_iter()
            .filter_map(|[one, other]| match (row.has(one), row.has(other)) {
                (true, false) => Some(other),
                (false, true) => Some(one),
                _ => None,
            })
            .collect();
        partner_accounts(row, &mut accounts);
        let Some(id) = row.id(M::SubscriptionId) else { return };
        let Ok(as_of) = row.row_day(M::Month) else { return };
        let tenant_id = row.guid(M::TenantId);
        let record = subscription::read(row, id, tenant_id, as_of, subscription::status);
        latest.add(as_of, record);
    });
    let names = missing.iter().filter_map(|meaning| meaning.names().first());
    builder.miss(names.map(|name| (*name).to_owned()).collect());
    builder.evidence.subscriptions =
        latest.records.into_iter().flatten().map(|(_, record)| record).collect();
    builder.evidence.partner_ids = accounts.into_values().collect();
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
