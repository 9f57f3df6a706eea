//! Microsoft's list of SKUs: newer than the table in this crate, and without product families.
//!
//! source: Microsoft, "Product names and service plan identifiers for licensing"

use std::collections::BTreeSet;

use super::table::{Row, Table};
use super::{ProblemCode, Reader};
use crate::sku::NamedSku;

/// One row a SKU and service plan; a SKU counts once, with its first name. (A few have two names,
/// because products were renamed.)
pub fn read(mut table: Table<'_>, reader: &mut Reader<'_>) {
    let id = table.needed(&["guid"], reader);
    let part_number = table.needed(&["stringid"], reader);
    let name = table.needed(&["productdisplayname"], reader);
    let mut known = BTreeSet::new();
    table.rows(reader, |reader, row: &Row<'_>| {
        let Some(sku_id) = reader.guid(row.number, row.text(id)) else {
            return reader.lost(row.number, ProblemCode::IdMalformed);
        };
        let Some(product_name) = row.text(name) else {
            return reader.lost(row.number, ProblemCode::RowMalformed);
        };
        if known.insert(sku_id) {
            reader.evidence.skus.push(NamedSku {
                sku_id,
                sku_part_number: row.text(part_number).map(Into::into),
                product_name: product_name.into(),
            });
        }
    });
}
