//! Licensing reports that tools for managing customers make of Graph's answers: a row has a SKU of a
//! customer and one of its subscriptions.
//!
//! source: CIPP, licences report

use crate::evidence::{Part, Subscription};
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::subscription;
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;

/// A licensing report of a tool.
pub const KIND: Kind = Kind {
    name: "license-report",
    formats: &[Format::Rows {
        signs: Signs {
            own: &[
                "terminfo",
                "terminfosubscriptionid",
                "terminfostatus",
                "terminfonextlifecycle",
                "countused",
                "countavailable",
            ],
            shared: &["license", "tenant", "totallicenses", "skuid", "skupartnumber"],
            at_least: 4,
            all_of: &[&["skuid", "skupartnumber", "license"]],
            against: &["userprincipalname", "capabilitystatus", "offerid"],
        },
        read,
    }],
    reads: &[
        M::SubscriptionId,
        M::CommerceSubscriptionId,
        M::TenantId,
        M::SkuId,
        M::SkuPartNumber,
        M::ProductName,
        M::Status,
        M::Trial,
        M::NextChange,
    ],
    needs: &[("SubscriptionId", &[M::SubscriptionId]), ("skuId", &[M::SkuId])],
    parts: &[Part::Subscriptions],
    file_names: &[
        FileName { word: "licensereport", rank: 19 },
        FileName { word: "licencereport", rank: 20 },
    ],
    entity_sets: &[],
};

/// The tenant is usually named by its domain, and then its ID is not known. A report may cover several
/// tenants, so what is stated of it counts for no row that names another one.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    builder.is_excerpt = true;
    let stated = builder.stated_tenant();
    records.unfolded("TermInfo").each(builder, &mut |row| {
        let text = row.text(M::TenantId);
        let is_name = text.is_some_and(|text| row.builder.domain(&text).is_some());
        let exported = if is_name { None } else { row.guid(M::TenantId) };
        let tenant_id = row.builder.tenant_of(exported, stated);
        let Some(id) = row.id(M::SubscriptionId) else { return };
        let as_of = row.builder.stated_day;
        let read = subscription::read(row, id, tenant_id, as_of, subscription::status);
        // The tool puts the name of the product in the place of the part number.
        let is_name = |text: &String| text.contains(' ') && !text.contains('_');
        let part_number = read.sku_part_number.clone().filter(|text| !is_name(text));
        row.builder
            .evidence
            .subscriptions
            .push(Subscription { sku_part_number: part_number, ..read });
    });
}
