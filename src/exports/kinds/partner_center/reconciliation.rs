//! The lines of a partner's CSP invoices. Whatever is invoiced there was sold through CSP.
//!
//! source: Partner Center, "License-based recon files", "Modern invoice reconciliation file"

use std::collections::BTreeSet;

use crate::claim::PurchaseChannel;
use crate::evidence::{Part, Subscription};
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::subscription;
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;

/// A reconciliation file of Partner Center, for licenses.
pub const KIND: Kind = Kind {
    name: "partner-center-reconciliation",
    formats: &[Format::Rows {
        signs: Signs {
            own: &[
                "chargetype",
                "chargestartdate",
                "chargeenddate",
                "invoicenumber",
                "termandbillingcycle",
                "billablequantity",
                "billingcycletype",
                "durableofferid",
                "syndicationpartnersubscriptionnumber",
            ],
            shared: &[
                "customerid",
                "customername",
                "customerdomainname",
                "domainname",
                "subscriptionid",
                "subscriptionstartdate",
                "unitprice",
                "mpnid",
                "resellermpnid",
                "orderid",
                "partnerid",
            ],
            at_least: 6,
            all_of: &[
                &["subscriptionid"],
                &["customerid", "customername", "customerdomainname", "domainname"],
            ],
            against: &[
                "meterid",
                "metertype",
                "metercategory",
                "resourceuri",
                "entitlementid",
                "usagedate",
            ],
        },
        read,
    }],
    reads: &[
        M::SubscriptionId,
        M::TenantId,
        M::Domain,
        M::ProductName,
        M::FriendlyName,
        M::FirstDay,
    ],
    needs: &[("SubscriptionId", &[M::SubscriptionId]), ("CustomerId", &[M::TenantId])],
    parts: &[Part::Subscriptions, Part::Tenants],
    file_names: &[FileName { word: "recon", rank: 14 }],
    entity_sets: &[],
};

/// There are several lines for a subscription. Its last day is not read: a line is as of its invoice,
/// and the term may have been renewed since.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let stated = builder.stated_tenant();
    let mut seen = BTreeSet::new();
    records.each(builder, &mut |row| {
        let exported = row.guid(M::TenantId);
        let tenant_id = row.builder.tenant_of(exported, stated);
        let text = row.text(M::Domain);
        let domain = text.as_deref().and_then(|text| row.builder.domain(text));
        if text.is_some() && domain.is_none() {
            row.damage(M::Domain);
        }
        if let Some(tenant_id) = tenant_id {
            row.builder.add_tenant(tenant_id, domain, None, row.unread);
        }
        let Some(id) = row.id(M::SubscriptionId) else { return };
        if !seen.insert((id, tenant_id)) {
            return;
        }
        let as_of = row.builder.stated_day;
        let record = Subscription {
            channel: Some(PurchaseChannel::Csp),
            ..subscription::read(row, id, tenant_id, as_of, subscription::status)
        };
        row.builder.evidence.subscriptions.push(record);
    });
}
