//! Microsoft's list of SKUs. It is newer than the table in this crate and has no product families.
//!
//! source: Microsoft, "Product names and service plan identifiers for licensing"

use std::collections::BTreeSet;

use crate::exports::builder::ExportBuilder;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::table::{Row, Table};
use crate::sku::NamedSku;

/// Microsoft's product names and service plan identifiers for licensing.
pub const KIND: Kind = Kind {
    name: "sku-reference",
    formats: &[Format::Table {
        signs: Signs {
            names: &["productdisplayname", "stringid", "guid", "serviceplanid", "serviceplanname"],
            at_least: 3,
        },
        read,
    }],
    file_names: &[FileName { word: "licensing", rank: 9 }],
    entity_set: None,
};

/// There is one row per SKU and service plan. The first name of a SKU counts; a few have two names
/// because products were renamed.
fn read(mut table: Table<'_>, builder: &mut ExportBuilder<'_>) {
    let id = table.needed(&["guid"], builder);
    let part_number = table.needed(&["stringid"], builder);
    let name = table.needed(&["productdisplayname"], builder);
    let mut seen = BTreeSet::new();
    table.rows(builder, |builder, row: &Row<'_>| {
        let Some(sku_id) = builder.guid(row.number, row.text(id)) else {
            return builder.leave_out(row.number, ProblemCode::IdMalformed);
        };
        let Some(product_name) = row.text(name) else {
            return builder.leave_out(row.number, ProblemCode::RowMalformed);
        };
        if seen.insert(sku_id) {
            builder.evidence.skus.push(NamedSku {
                sku_id,
                sku_part_number: row.text(part_number).map(Into::into),
                product_name: product_name.into(),
            });
        }
    });
}
