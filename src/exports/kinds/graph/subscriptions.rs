//! The subscriptions that an administrator of the customer's tenant exports from Microsoft Graph, or
//! with its cmdlets.
//!
//! source: Microsoft Graph v1.0 and beta, `companySubscription`; PowerShell, `Get-MgDirectorySubscription`,
//! `Get-MsolSubscription`

use crate::evidence::Part;
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::subscription;
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;

/// `GET /v1.0/directory/subscriptions`
pub const KIND: Kind = Kind {
    name: "graph-subscriptions",
    formats: &[Format::Rows {
        signs: Signs {
            own: &[
                "commercesubscriptionid",
                "ocpsubscriptionid",
                "nextlifecycledatetime",
                "nextlifecycledate",
                "ownertenantid",
                "ownercontextid",
                "servicestatus",
                "totallicenses",
            ],
            shared: &[
                "skuid",
                "skupartnumber",
                "status",
                "istrial",
                "createddatetime",
                "datecreated",
            ],
            at_least: 2,
            all_of: &[],
            against: &[
                "capabilitystatus",
                "prepaidunits",
                "consumedunits",
                "serviceplans",
                "subscriptionids",
                "offerid",
                "countused",
                // Subscriptions to changes, which Graph calls by the same name.
                "changetype",
                "notificationurl",
                "clientstate",
            ],
        },
        read,
    }],
    reads: &[
        M::SubscriptionId,
        M::CommerceSubscriptionId,
        M::TenantId,
        M::SkuId,
        M::SkuPartNumber,
        M::Status,
        M::OwnerTenantId,
        M::Trial,
        M::Plans,
        M::FirstDay,
        M::NextChange,
    ],
    needs: &[
        ("id", &[M::SubscriptionId]),
        ("skuId", &[M::SkuId, M::SkuPartNumber]),
        ("status", &[M::Status]),
    ],
    parts: &[Part::Subscriptions],
    file_names: &[
        FileName { word: "graphsubscriptions", rank: 3 },
        FileName { word: "directorysubscription", rank: 4 },
        FileName { word: "companysubscription", rank: 5 },
        FileName { word: "msolsubscription", rank: 10 },
    ],
    entity_sets: &["directorysubscriptions"],
};

/// The export does not name its tenant. Unless the caller states it, it may be any customer's.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    let stated = builder.stated_tenant();
    records.each(builder, &mut |row| {
        let exported = row.guid(M::TenantId);
        let tenant_id = row.builder.tenant_of(exported, stated);
        let Some(id) = row.id(M::SubscriptionId) else { return };
        let as_of = row.builder.stated_day;
        let mut record = subscription::read(row, id, tenant_id, as_of, subscription::status);
        // To Graph, nobody's is a statement.
        if row.is_null(M::OwnerTenantId) {
            record.owner_tenant_id = Some(None);
        }
        row.builder.evidence.subscriptions.push(record);
    });
}
