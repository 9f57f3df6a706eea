//! A customer's subscriptions as the partner's own Partner Center lists them. Whatever is listed there
//! was sold through CSP.
//!
//! source: Partner Center REST, "Subscription resources"; Partner Center, "See your customer list";
//! PowerShell, `Get-PartnerCustomerSubscription`

use crate::claim::PurchaseChannel;
use crate::evidence::{Part, Subscription};
use crate::exports::builder::ExportBuilder;
use crate::exports::document::text;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::subscription;
use crate::exports::meaning::Meaning as M;
use crate::exports::record::{Records, Row};
use crate::guid::Guid;
use crate::json::Value;
use crate::vocabulary::SubscriptionStatus;

/// A customer's subscriptions from Partner Center: the answer of its REST interface, or the table
/// that the customer's page exports.
pub const KIND: Kind = Kind {
    name: "partner-center-subscriptions",
    formats: &[
        Format::Rows {
            signs: Signs {
                own: &["offerid", "offername", "billingcycle", "contracttype", "entitlementid"],
                shared: &[
                    "friendlyname",
                    "status",
                    "commitmentenddate",
                    "effectivestartdate",
                    "creationdate",
                    "unittype",
                ],
                at_least: 3,
                all_of: &[&["offerid", "offername", "friendlyname"]],
                against: &["chargetype", "invoicenumber", "customertenantid", "defaultdomainname"],
            },
            read,
        },
        Format::Rows {
            signs: Signs {
                own: &["subscription"],
                shared: &["subscriptionid", "quantity", "status", "reseller"],
                at_least: 4,
                all_of: &[],
                against: &["customertenantid", "chargetype"],
            },
            read,
        },
    ],
    reads: &[
        M::SubscriptionId,
        M::EntitlementId,
        M::ProductName,
        M::FriendlyName,
        M::Status,
        M::Trial,
        M::FirstDay,
        M::LastDay,
    ],
    needs: &[("id", &[M::SubscriptionId]), ("status", &[M::Status])],
    parts: &[Part::Subscriptions],
    file_names: &[FileName { word: "partnercentersubscriptions", rank: 2 }],
    entity_sets: &[],
};

fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let stated = builder.stated_tenant();
    let of_answer = records.answer.and_then(customer);
    records.each(builder, &mut |row| {
        let exported = customer_of(row).or(of_answer);
        let tenant_id = row.builder.tenant_of(exported, stated);
        let Some(id) = row.id(M::SubscriptionId) else { return };
        // An Azure subscription is identified by its entitlement. Partner Center's ID is then the one
        // of the commerce system.
        let entitlement = row.text(M::EntitlementId).and_then(|text| Guid::parse(&text).ok());
        let entitlement = entitlement.filter(|entitlement| *entitlement != id);
        let as_of = row.builder.stated_day;
        let record = Subscription {
            commerce_subscription_id: entitlement.map(|_| id),
            channel: Some(PurchaseChannel::Csp),
            ..subscription::read(row, entitlement.unwrap_or(id), tenant_id, as_of, status)
        };
        row.builder.evidence.subscriptions.push(record);
    });
}

fn customer_of(row: &Row<'_, '_>) -> Option<Guid> {
    row.object().and_then(customer_in)
}

/// The customer in a link such as `/customers/{tenant}/subscriptions/{id}`.
fn customer(value: &Value<'_>) -> Option<Guid> {
    customer_in(value.map()?)
}

fn customer_in(members: &[(std::borrow::Cow<'_, str>, Value<'_>)]) -> Option<Guid> {
    let (_, links) = members.iter().find(|(key, _)| key.eq_ignore_ascii_case("links"))?;
    links.map()?.iter().find_map(|(_, link)| {
        let uri = text(link, "uri")?;
        Guid::find(uri.split_once("customers/")?.1.split('/').next()?)
    })
}

/// PowerShell writes the statuses of the list as their numbers.
fn status(text: &str) -> Option<SubscriptionStatus> {
    match text {
        "0" => Some(SubscriptionStatus::Unknown),
        "1" => Some(SubscriptionStatus::Active),
        "2" => Some(SubscriptionStatus::Suspended),
        "3" => Some(SubscriptionStatus::Deleted),
        _ => subscription::status(text),
    }
}
