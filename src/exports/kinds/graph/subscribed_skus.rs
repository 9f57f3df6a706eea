//! The subscribed SKUs that an administrator of the customer's tenant exports from Microsoft Graph, or
//! with its cmdlets.
//!
//! source: Microsoft Graph v1.0, `subscribedSku`, `licenseUnitsDetail`, `servicePlanInfo`; PowerShell,
//! `Get-MgSubscribedSku`, `Get-AzureADSubscribedSku`, `Get-MsolAccountSku`

use crate::evidence::{Part, Subscription, Unread};
use crate::exports::builder::{ExportBuilder, subscription as nothing_known};
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::subscription::{provisioning, status};
use crate::exports::meaning::Meaning as M;
use crate::exports::record::{Records, Row};
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::SubscriptionStatus;

/// `GET /v1.0/subscribedSkus`
pub const KIND: Kind = Kind {
    name: "graph-subscribed-skus",
    formats: &[Format::Rows {
        signs: Signs {
            own: &[
                "subscriptionids",
                "capabilitystatus",
                "prepaidunits",
                "consumedunits",
                "accountskuid",
                "activeunits",
                "accountid",
            ],
            shared: &["skuid", "skupartnumber", "serviceplans", "accountobjectid", "servicestatus"],
            at_least: 2,
            all_of: &[&["skuid", "skupartnumber", "accountskuid"]],
            against: &[
                "commercesubscriptionid",
                "ocpsubscriptionid",
                "nextlifecycledatetime",
                "countused",
                "offerid",
            ],
        },
        read,
    }],
    reads: &[
        M::AccountSku,
        M::TenantId,
        M::SubscriptionIds,
        M::SkuId,
        M::SkuPartNumber,
        M::Status,
        M::Plans,
    ],
    needs: &[("subscriptionIds", &[M::SubscriptionIds]), ("skuId", &[M::SkuId, M::SkuPartNumber])],
    parts: &[Part::Subscriptions],
    file_names: &[
        FileName { word: "subscribedsku", rank: 0 },
        FileName { word: "accountsku", rank: 11 },
    ],
    entity_sets: &["subscribedskus"],
};

/// Each SKU names its tenant and its subscriptions.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    let stated = builder.stated_tenant();
    records.each(builder, &mut |row| {
        let named = row.guid(M::TenantId).or_else(|| of_account_sku(row));
        let tenant_id = row.builder.tenant_of(named, stated);
        if let Some(tenant_id) = tenant_id {
            row.builder.add_tenant(tenant_id, None, None, Unread::NONE);
        }
        let ids = subscription_ids(row);
        // Status and provisioning are the SKU's. They apply to a subscription only if the SKU has no
        // other.
        let alone = ids.len() == 1;
        let status = row.read(M::Status, status).unwrap_or(SubscriptionStatus::Unknown);
        let provisioning = provisioning(row);
        let sku_id = row.guid(M::SkuId);
        for id in ids.into_iter().flatten() {
            let record = Subscription {
                tenant_id,
                sku_id,
                sku_part_number: row.text(M::SkuPartNumber).map(Into::into),
                status: if alone { status } else { SubscriptionStatus::Unknown },
                provisioning: provisioning.filter(|_| alone),
                unread: row.unread,
                ..nothing_known(id, row.builder.stated_day)
            };
            row.builder.evidence.subscriptions.push(record);
        }
    });
}

/// The tenant in an ID such as `{tenant}_{SKU}`.
fn of_account_sku(row: &Row<'_, '_>) -> Option<Guid> {
    let id = row.text(M::AccountSku)?;
    let (tenant, sku) = id.split_once('_')?;
    Guid::parse(sku).ok()?;
    Guid::parse(tenant).ok()
}

/// The subscriptions of the SKU; `None` for an ID that cannot be read. PowerShell may write the list
/// as one text with spaces between the IDs.
fn subscription_ids(row: &mut Row<'_, '_>) -> Vec<Option<Guid>> {
    let Some(ids) = row.list(M::SubscriptionIds) else {
        // Every SKU has this list, even if it is empty; but not every export has all that a SKU has.
        row.builder.is_excerpt |= row.value(M::SubscriptionIds).is_none();
        return Vec::new();
    };
    let mut read = |id: &Value<'_>| {
        let id = Guid::parse(&paste::clean(id.text().unwrap_or("?"))).ok();
        if id.is_none() {
            row.builder.lose_row(row.number, ProblemCode::IdMalformed);
        }
        id
    };
    ids.iter().map(&mut read).collect()
}
