//! The partner's customer list.
//!
//! source: Partner Center, "See your customer list", "Find IDs and domain names"

use super::table::{Row, Table};
use super::{ProblemCode, Reader};

/// A Microsoft ID is the tenant's; the primary domain is one of its own.
pub fn read(mut table: Table<'_>, reader: &mut Reader<'_>) {
    let id = table.needed(&["microsoftid"], reader);
    let domain = table.needed(&["primarydomainname"], reader);
    table.rows(reader, |reader, row: &Row<'_>| {
        let Some(tenant_id) = reader.guid(row.number, row.text(id)) else {
            return reader.lost(row.number, ProblemCode::IdMalformed);
        };
        let text = row.text(domain);
        let read = text.as_deref().and_then(|text| reader.domain(text));
        if text.is_some() && read.is_none() {
            reader.problem(Some(row.number), ProblemCode::RowMalformed);
        }
        reader.tenant(tenant_id, read, None);
    });
}
