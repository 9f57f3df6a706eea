//! A customer's subscriptions as the partner's own Partner Center lists them. Whatever is listed there
//! was sold through CSP.
//!
//! source: Partner Center REST, "Subscription resources"; Partner Center, "See your customer list"

use crate::claim::PurchaseChannel;
use crate::evidence::Subscription;
use crate::exports::builder::{ExportBuilder, subscription};
use crate::exports::document::text;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::table::{Row, Table};
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::SubscriptionStatus;

/// A customer's subscriptions from Partner Center: the answer of its REST interface, or the table
/// that the customer's page exports.
pub const KIND: Kind = Kind {
    name: "partner-center-subscriptions",
    formats: &[
        Format::Rows {
            signs: Signs {
                names: &[
                    "offerid",
                    "offername",
                    "friendlyname",
                    "status",
                    "commitmentenddate",
                    "effectivestartdate",
                    "creationdate",
                    "billingcycle",
                    "unittype",
                    "contracttype",
                    "entitlementid",
                ],
                at_least: 3,
            },
            read: read_rows,
        },
        Format::Table {
            signs: Signs {
                names: &["subscriptionid", "subscription", "quantity", "status", "reseller"],
                at_least: 4,
            },
            read: read_table,
        },
    ],
    file_names: &[FileName { word: "partnercentersubscriptions", rank: 2 }],
    entity_set: None,
};

/// Reads the answer of the REST interface.
fn read_rows(answer: &Value<'_>, items: &[Value<'_>], builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let stated = builder.stated_tenant();
    for (index, item) in items.iter().enumerate() {
        let row = index + 1;
        let exported = customer(item).or_else(|| customer(answer));
        let tenant_id = builder.tenant_of(exported, stated);
        let Some(id) = builder.guid(row, text(item, "id")) else {
            builder.leave_out(row, ProblemCode::IdMalformed);
            continue;
        };
        // An Azure subscription is identified by its entitlement. Partner Center's ID is then the
        // one of the commerce system.
        let entitlement = text(item, "entitlementId").and_then(|text| Guid::parse(&text).ok());
        let entitlement = entitlement.filter(|entitlement| *entitlement != id);
        let name = text(item, "offerName").or_else(|| text(item, "friendlyName"));
        let first = text(item, "creationDate").or_else(|| text(item, "effectiveStartDate"));
        let last = text(item, "commitmentEndDate").or_else(|| text(item, "commitmentEndDateTime"));
        let record = Subscription {
            commerce_subscription_id: entitlement.map(|_| id),
            tenant_id,
            product_name: name.map(Into::into),
            status: builder
                .read(row, text(item, "status"), status)
                .unwrap_or(SubscriptionStatus::Unknown),
            channel: Some(PurchaseChannel::Csp),
            trial: item.get_any_case("isTrial").and_then(Value::flag).filter(|is_trial| *is_trial),
            created_on: builder.day(row, first),
            ends_on: builder.day(row, last),
            ..subscription(entitlement.unwrap_or(id), builder.stated_day)
        };
        builder.evidence.subscriptions.push(record);
    }
}

/// Reads the table that the customer's page exports.
fn read_table(mut table: Table<'_>, builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let stated = builder.stated_tenant();
    let [id, name, state] =
        [&["subscriptionid"][..], &["subscription"], &["status"]].map(|names| table.column(names));
    table.rows(builder, |builder, row: &Row<'_>| {
        let tenant_id = builder.tenant_of(None, stated);
        let Some(id) = builder.guid(row.number, row.text(id)) else {
            return builder.leave_out(row.number, ProblemCode::IdMalformed);
        };
        let record = Subscription {
            tenant_id,
            product_name: row.text(name).map(Into::into),
            status: builder
                .read(row.number, row.text(state), status)
                .unwrap_or(SubscriptionStatus::Unknown),
            channel: Some(PurchaseChannel::Csp),
            ..subscription(id, builder.stated_day)
        };
        builder.evidence.subscriptions.push(record);
    });
}

/// The customer in a link such as `/customers/{tenant}/subscriptions/{id}`.
fn customer(value: &Value<'_>) -> Option<Guid> {
    let links = value.get_any_case("links")?.map()?;
    links.iter().find_map(|(_, link)| {
        let uri = text(link, "uri")?;
        Guid::find(uri.split_once("customers/")?.1.split('/').next()?)
    })
}

fn status(text: &str) -> Option<SubscriptionStatus> {
    match paste::slug(text).as_str() {
        "none" => Some(SubscriptionStatus::Unknown),
        name => SubscriptionStatus::from_name(name),
    }
}
