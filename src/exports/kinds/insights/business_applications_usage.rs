//! Usage and revenue of Business Applications, from Partner Center's insights.
//!
//! source: Partner Center, "Insights data definitions", business applications usage, business
//! applications revenue

use std::collections::BTreeMap;

use super::{Accounts, partner_accounts};
use crate::evidence::{Part, Subscription};
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::subscription;
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;
use crate::guid::Guid;
use crate::vocabulary::Provisioning;

/// The report on usage or revenue of Business Applications.
pub const KIND: Kind = Kind {
    name: "business-applications-usage",
    formats: &[Format::Rows {
        signs: Signs {
            own: &["partnerassociationtype", "workloadcategory", "pamau", "adjustedrevenueamtcd"],
            shared: &[
                "fiscalmonthname",
                "globalpartnerid",
                "customertenantid",
                "subscriptionid",
                "subscriptionstartdate",
                "metrictype",
                "workload",
                "workloads",
                "mau",
                "mac",
                "skugroup",
            ],
            at_least: 5,
            all_of: &[&["subscriptionid", "customertenantid"]],
            against: &["servicelevel1", "acrusd", "invoicenumber", "salesmodel", "claimid"],
        },
        read,
    }],
    reads: &[
        M::SubscriptionId,
        M::TenantId,
        M::Month,
        M::FirstDay,
        M::ProductName,
        M::Workload,
        M::ActiveUse,
        M::GlobalPartnerId,
    ],
    needs: &[("SubscriptionID", &[M::SubscriptionId]), ("CustomerTenantID", &[M::TenantId])],
    parts: &[Part::Subscriptions],
    file_names: &[
        FileName { word: "businessapplications", rank: 17 },
        FileName { word: "bizapps", rank: 18 },
    ],
    entity_sets: &[],
};

/// There is one row per month, subscription, workload and way of counting. The report covers only what
/// the partner is associated with. It names no SKU, no channel and no status.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let mut positions: BTreeMap<(Guid, Option<Guid>), usize> = BTreeMap::new();
    let mut accounts = Accounts::new();
    records.each(builder, &mut |row| {
        partner_accounts(row, &mut accounts);
        let Some(id) = row.id(M::SubscriptionId) else { return };
        let Ok(as_of) = row.row_day(M::Month) else { return };
        let tenant_id = row.guid(M::TenantId);
        let read = subscription::read(row, id, tenant_id, as_of, subscription::status);
        let name = read.product_name.or_else(|| row.text(M::Workload).map(Into::into));
        let record = Subscription { product_name: name, ..read };
        let all = &mut row.builder.evidence.subscriptions;
        let position = *positions.entry((id, tenant_id)).or_insert(all.len());
        match all.get_mut(position) {
            None => all.push(record),
            Some(earlier) => {
                earlier.unread.add_all(record.unread);
                // What was used once is set up.
                if record.provisioning == Some(Provisioning::Provisioned) {
                    let unread = earlier.unread;
                    *earlier = Subscription { unread, ..record };
                }
            }
        }
    });
    builder.evidence.partner_ids = accounts.into_values().collect();
}
