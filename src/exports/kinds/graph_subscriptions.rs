//! The subscriptions that an administrator of the customer's tenant exports from Microsoft Graph.
//!
//! source: Microsoft Graph v1.0, `companySubscription`

use super::graph::{provisioning, status};
use crate::date::Date;
use crate::evidence::Subscription;
use crate::exports::builder::{ExportBuilder, subscription};
use crate::exports::document::text;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::json::Value;
use crate::vocabulary::SubscriptionStatus;

/// `GET /v1.0/directory/subscriptions`
pub const KIND: Kind = Kind {
    name: "graph-subscriptions",
    formats: &[Format::Rows {
        signs: Signs {
            names: &[
                "skuid",
                "skupartnumber",
                "status",
                "commercesubscriptionid",
                "nextlifecycledatetime",
                "createddatetime",
                "totallicenses",
                "servicestatus",
                "ownertenantid",
            ],
            at_least: 2,
        },
        read,
    }],
    file_names: &[
        FileName { word: "graphsubscriptions", rank: 3 },
        FileName { word: "directorysubscriptions", rank: 4 },
        FileName { word: "companysubscription", rank: 5 },
    ],
    entity_set: Some("subscriptions"),
};

/// The export does not name its tenant. Unless the caller states it, it may be any customer's.
fn read(_: &Value<'_>, items: &[Value<'_>], builder: &mut ExportBuilder<'_>) {
    let stated = builder.stated_tenant();
    for (index, item) in items.iter().enumerate() {
        let row = index + 1;
        let tenant_id = builder.tenant_of(None, stated);
        let Some(id) = builder.guid(row, text(item, "id")) else {
            builder.leave_out(row, ProblemCode::IdMalformed);
            continue;
        };
        let status = status(row, item, "status", builder);
        let record = Subscription {
            commerce_subscription_id: builder.guid(row, text(item, "commerceSubscriptionId")),
            tenant_id,
            sku_id: builder.guid(row, text(item, "skuId")),
            sku_part_number: text(item, "skuPartNumber").map(Into::into),
            status,
            owner_tenant_id: builder.guid(row, text(item, "ownerTenantId")),
            trial: item.get_any_case("isTrial").and_then(Value::flag).filter(|is_trial| *is_trial),
            provisioning: provisioning(item.get_any_case("serviceStatus")),
            created_on: day(row, item, "createdDateTime", builder),
            ends_on: end(row, item, status, builder),
            ..subscription(id, builder.stated_day)
        };
        builder.evidence.subscriptions.push(record);
    }
}

/// The next change of status is the end of the term only while the subscription is running; later
/// it is the day of deletion.
fn end(
    row: usize,
    item: &Value<'_>,
    status: SubscriptionStatus,
    builder: &mut ExportBuilder<'_>,
) -> Option<Date> {
    let day = day(row, item, "nextLifecycleDateTime", builder);
    day.filter(|_| matches!(status, SubscriptionStatus::Active | SubscriptionStatus::InGrace))
}

/// PowerShell may write a day as an object that contains it.
fn day(row: usize, item: &Value<'_>, name: &str, builder: &mut ExportBuilder<'_>) -> Option<Date> {
    let is_object = item.get_any_case(name).is_some_and(|value| value.map().is_some());
    let day = if is_object {
        text(item.get_any_case(name)?, "value").or(Some("?".into()))
    } else {
        text(item, name)
    };
    builder.day(row, day)
}
