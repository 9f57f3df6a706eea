//! Microsoft's list of SKUs. It is newer than the table in this crate and has no product families.
//!
//! source: Microsoft, "Product names and service plan identifiers for licensing"

use std::collections::BTreeSet;

use crate::evidence::Part;
use crate::exports::builder::ExportBuilder;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;
use crate::sku::NamedSku;

/// Microsoft's product names and service plan identifiers for licensing.
pub const KIND: Kind = Kind {
    name: "sku-reference",
    formats: &[Format::Rows {
        signs: Signs {
            own: &["productdisplayname", "stringid", "serviceplansincludedfriendlynames"],
            shared: &["guid", "serviceplanid", "serviceplanname"],
            at_least: 3,
            all_of: &[],
            against: &["subscriptionid", "customertenantid"],
        },
        read,
    }],
    reads: &[M::SkuId, M::SkuPartNumber, M::ProductName],
    needs: &[
        ("GUID", &[M::SkuId]),
        ("String_Id", &[M::SkuPartNumber]),
        ("Product_Display_Name", &[M::ProductName]),
    ],
    parts: &[Part::Skus],
    file_names: &[FileName { word: "licensing", rank: 9 }],
    entity_sets: &[],
};

/// There is one row per SKU and service plan. The first name of a SKU counts; a few have two names
/// because products were renamed.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    let mut seen = BTreeSet::new();
    records.each(builder, &mut |row| {
        let Some(sku_id) = row.id(M::SkuId) else { return };
        let Some(product_name) = row.text(M::ProductName) else {
            return row.builder.leave_out(row.number, ProblemCode::RowMalformed);
        };
        if seen.insert(sku_id) {
            let sku_part_number = row.text(M::SkuPartNumber).map(Into::into);
            let product_name = product_name.into();
            row.builder.evidence.skus.push(NamedSku { sku_id, sku_part_number, product_name });
        }
    });
}
