//! The subscribed SKUs that an administrator of the customer's tenant exports from Microsoft Graph.
//!
//! source: Microsoft Graph v1.0, `subscribedSku`, `licenseUnitsDetail`, `servicePlanInfo`

use super::graph::{provisioning, status};
use crate::evidence::Subscription;
use crate::exports::builder::{ExportBuilder, subscription};
use crate::exports::document::text;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::SubscriptionStatus;

/// `GET /v1.0/subscribedSkus`
pub const KIND: Kind = Kind {
    name: "graph-subscribed-skus",
    formats: &[Format::Rows {
        signs: Signs {
            names: &[
                "skuid",
                "skupartnumber",
                "subscriptionids",
                "capabilitystatus",
                "prepaidunits",
                "consumedunits",
                "serviceplans",
                "accountid",
            ],
            at_least: 2,
        },
        read,
    }],
    file_names: &[FileName { word: "subscribedsku", rank: 0 }],
    entity_set: Some("subscribedskus"),
};

/// Each SKU names its tenant and its subscriptions.
fn read(_: &Value<'_>, items: &[Value<'_>], builder: &mut ExportBuilder<'_>) {
    let stated = builder.stated_tenant();
    for (index, item) in items.iter().enumerate() {
        let row = index + 1;
        let account = builder.guid(row, text(item, "accountId"));
        let tenant_id = builder.tenant_of(account, stated);
        if let Some(tenant_id) = tenant_id {
            builder.add_tenant(tenant_id, None, None);
        }
        let ids = subscription_ids(row, item, builder);
        // Status and provisioning are the SKU's. They apply to a subscription only if the SKU has
        // no other.
        let alone = ids.len() == 1;
        let status = status(row, item, "capabilityStatus", builder);
        let provisioning = provisioning(item.get_any_case("servicePlans"));
        let sku_id = builder.guid(row, text(item, "skuId"));
        for id in ids.into_iter().flatten() {
            let record = Subscription {
                tenant_id,
                sku_id,
                sku_part_number: text(item, "skuPartNumber").map(Into::into),
                status: if alone { status } else { SubscriptionStatus::Unknown },
                provisioning: provisioning.filter(|_| alone),
                ..subscription(id, builder.stated_day)
            };
            builder.evidence.subscriptions.push(record);
        }
    }
}

/// The subscriptions of the SKU; `None` for an ID that cannot be read. PowerShell may write the
/// list as one text with spaces between the IDs.
fn subscription_ids(
    row: usize,
    item: &Value<'_>,
    builder: &mut ExportBuilder<'_>,
) -> Vec<Option<Guid>> {
    let ids = match item.get_any_case("subscriptionIds") {
        // Every SKU has this list, even if it is empty.
        None => {
            builder.leave_out(row, ProblemCode::RowMalformed);
            return Vec::new();
        }
        Some(Value::List(ids)) => ids.iter().map(|id| id.text().unwrap_or("?")).collect(),
        Some(Value::Text(ids)) => ids.split_whitespace().collect(),
        Some(_) => vec!["?"],
    };
    let mut read = |id: &str| {
        let id = Guid::parse(&paste::clean(id)).ok();
        if id.is_none() {
            builder.leave_out(row, ProblemCode::IdMalformed);
        }
        id
    };
    ids.into_iter().map(&mut read).collect()
}
