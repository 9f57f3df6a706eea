//! What an administrator of the customer's tenant exports from Microsoft Graph.
//!
//! source: Microsoft Graph v1.0, `companySubscription`, `subscribedSku`, `licenseUnitsDetail`,
//! `servicePlanInfo`

use super::document::text;
use super::{ProblemCode, Reader, subscription};
use crate::date::Date;
use crate::evidence::Subscription;
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::{Provisioning, SubscriptionStatus};

/// `GET /v1.0/directory/subscriptions`. It carries no tenant: without the person's word it may be
/// any customer's.
pub fn subscriptions(items: &[Value<'_>], reader: &mut Reader<'_>) {
    let said = reader.said_tenant();
    for (index, item) in items.iter().enumerate() {
        let row = index + 1;
        let tenant_id = reader.tenant_of(None, said);
        let Some(id) = reader.guid(row, text(item, "id")) else {
            reader.lost(row, ProblemCode::IdMalformed);
            continue;
        };
        let status = status(row, item, "status", reader);
        let record = Subscription {
            commerce_subscription_id: reader.guid(row, text(item, "commerceSubscriptionId")),
            tenant_id,
            sku_id: reader.guid(row, text(item, "skuId")),
            sku_part_number: text(item, "skuPartNumber").map(Into::into),
            status,
            owner_tenant_id: reader.guid(row, text(item, "ownerTenantId")),
            provisioning: provisioning(item.get_any_case("serviceStatus")),
            created_on: day(row, item, "createdDateTime", reader),
            ends_on: end(row, item, status, reader),
            ..subscription(id, reader.as_of)
        };
        reader.evidence.subscriptions.push(record);
    }
}

/// `GET /v1.0/subscribedSkus`. It names its tenant, and the subscriptions of each SKU.
pub fn subscribed_skus(items: &[Value<'_>], reader: &mut Reader<'_>) {
    let said = reader.said_tenant();
    for (index, item) in items.iter().enumerate() {
        let row = index + 1;
        let account = reader.guid(row, text(item, "accountId"));
        let tenant_id = reader.tenant_of(account, said);
        if let Some(tenant_id) = tenant_id {
            reader.tenant(tenant_id, None, None);
        }
        let ids = subscription_ids(row, item, reader);
        // Status and provisioning are the SKU's. They are a subscription's only if it is the SKU's
        // one subscription.
        let alone = ids.len() == 1;
        let status = status(row, item, "capabilityStatus", reader);
        let provisioning = provisioning(item.get_any_case("servicePlans"));
        let sku_id = reader.guid(row, text(item, "skuId"));
        for id in ids.into_iter().flatten() {
            let record = Subscription {
                tenant_id,
                sku_id,
                sku_part_number: text(item, "skuPartNumber").map(Into::into),
                status: if alone { status } else { SubscriptionStatus::Unknown },
                provisioning: provisioning.filter(|_| alone),
                ..subscription(id, reader.as_of)
            };
            reader.evidence.subscriptions.push(record);
        }
    }
}

/// The SKU's subscriptions; `None` for one that cannot be read. PowerShell may write a list as one
/// text, with blanks between.
fn subscription_ids(row: usize, item: &Value<'_>, reader: &mut Reader<'_>) -> Vec<Option<Guid>> {
    let ids = match item.get_any_case("subscriptionIds") {
        // Every SKU has such a list, if only an empty one.
        None => {
            reader.lost(row, ProblemCode::RowMalformed);
            return Vec::new();
        }
        Some(Value::List(ids)) => ids.iter().map(|id| id.text().unwrap_or("?")).collect(),
        Some(Value::Text(ids)) => ids.split_whitespace().collect(),
        Some(_) => vec!["?"],
    };
    let mut read = |id: &str| {
        let id = Guid::parse(&paste::clean(id)).ok();
        if id.is_none() {
            reader.lost(row, ProblemCode::IdMalformed);
        }
        id
    };
    ids.into_iter().map(&mut read).collect()
}

fn status(row: usize, item: &Value<'_>, name: &str, reader: &mut Reader<'_>) -> SubscriptionStatus {
    let read = |text: &str| {
        Some(match paste::slug(text).as_str() {
            "enabled" => SubscriptionStatus::Active,
            // Expired and in the grace period before suspension.
            "warning" => SubscriptionStatus::InGrace,
            "suspended" => SubscriptionStatus::Suspended,
            "deleted" => SubscriptionStatus::Deleted,
            "lockedout" => SubscriptionStatus::LockedOut,
            _ => return None,
        })
    };
    reader.read(row, text(item, name), read).unwrap_or(SubscriptionStatus::Unknown)
}

/// The next change of state is the end of the term only while the subscription runs; later it is
/// the day of deletion.
fn end(
    row: usize,
    item: &Value<'_>,
    status: SubscriptionStatus,
    reader: &mut Reader<'_>,
) -> Option<Date> {
    let day = day(row, item, "nextLifecycleDateTime", reader);
    day.filter(|_| matches!(status, SubscriptionStatus::Active | SubscriptionStatus::InGrace))
}

/// PowerShell may write a day as an object that holds it.
fn day(row: usize, item: &Value<'_>, name: &str, reader: &mut Reader<'_>) -> Option<Date> {
    let is_object = item.get_any_case(name).is_some_and(|value| value.map().is_some());
    let day = if is_object {
        text(item.get_any_case(name)?, "value").or(Some("?".into()))
    } else {
        text(item, name)
    };
    reader.day(row, day)
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
