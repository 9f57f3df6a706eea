//! A customer's subscriptions as the partner's own Partner Center lists them. What is listed there
//! was sold through CSP, whatever it is.
//!
//! source: Partner Center REST, "Subscription resources"; Partner Center, "See your customer list"

use super::document::text;
use super::table::{Row, Table};
use super::{ProblemCode, Reader, subscription};
use crate::claim::PurchaseChannel;
use crate::evidence::Subscription;
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::SubscriptionStatus;

/// The REST answer.
pub fn subscriptions(answer: &Value<'_>, items: &[Value<'_>], reader: &mut Reader<'_>) {
    reader.is_excerpt = true;
    let said = reader.said_tenant();
    for (index, item) in items.iter().enumerate() {
        let row = index + 1;
        let own = customer(item).or_else(|| customer(answer));
        let tenant_id = reader.tenant_of(own, said);
        let Some(id) = reader.guid(row, text(item, "id")) else {
            reader.lost(row, ProblemCode::IdMalformed);
            continue;
        };
        // An Azure subscription is known by its entitlement; Partner Center's ID is commerce's.
        let entitlement = text(item, "entitlementId").and_then(|text| Guid::parse(&text).ok());
        let entitlement = entitlement.filter(|entitlement| *entitlement != id);
        let name = text(item, "offerName").or_else(|| text(item, "friendlyName"));
        let first = text(item, "creationDate").or_else(|| text(item, "effectiveStartDate"));
        let last = text(item, "commitmentEndDate").or_else(|| text(item, "commitmentEndDateTime"));
        let record = Subscription {
            commerce_subscription_id: entitlement.map(|_| id),
            tenant_id,
            product_name: name.map(Into::into),
            status: reader
                .read(row, text(item, "status"), status)
                .unwrap_or(SubscriptionStatus::Unknown),
            channel: Some(PurchaseChannel::Csp),
            created_on: reader.day(row, first),
            ends_on: reader.day(row, last),
            ..subscription(entitlement.unwrap_or(id), reader.as_of)
        };
        reader.evidence.subscriptions.push(record);
    }
}

/// The table that the customer's page exports.
pub fn subscription_table(mut table: Table<'_>, reader: &mut Reader<'_>) {
    reader.is_excerpt = true;
    let said = reader.said_tenant();
    let [id, name, state] =
        [&["subscriptionid"][..], &["subscription"], &["status"]].map(|names| table.column(names));
    table.rows(reader, |reader, row: &Row<'_>| {
        let tenant_id = reader.tenant_of(None, said);
        let Some(id) = reader.guid(row.number, row.text(id)) else {
            return reader.lost(row.number, ProblemCode::IdMalformed);
        };
        let record = Subscription {
            tenant_id,
            product_name: row.text(name).map(Into::into),
            status: reader
                .read(row.number, row.text(state), status)
                .unwrap_or(SubscriptionStatus::Unknown),
            channel: Some(PurchaseChannel::Csp),
            ..subscription(id, reader.as_of)
        };
        reader.evidence.subscriptions.push(record);
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
