//! The partner's customer list.
//!
//! source: Partner Center, "See your customer list", "Find IDs and domain names"

use crate::exports::builder::ExportBuilder;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::table::{Row, Table};

/// The customer list of Partner Center.
pub const KIND: Kind = Kind {
    name: "partner-center-customers",
    formats: &[Format::Table {
        signs: Signs {
            names: &["microsoftid", "companyname", "primarydomainname", "relationship"],
            at_least: 3,
        },
        read,
    }],
    file_names: &[FileName { word: "customers", rank: 8 }],
    entity_set: None,
};

/// A Microsoft ID is a tenant ID. The primary domain is one of the tenant's.
fn read(mut table: Table<'_>, builder: &mut ExportBuilder<'_>) {
    let id = table.needed(&["microsoftid"], builder);
    let domain = table.needed(&["primarydomainname"], builder);
    table.rows(builder, |builder, row: &Row<'_>| {
        let Some(tenant_id) = builder.guid(row.number, row.text(id)) else {
            return builder.leave_out(row.number, ProblemCode::IdMalformed);
        };
        let text = row.text(domain);
        let read = text.as_deref().and_then(|text| builder.domain(text));
        if text.is_some() && read.is_none() {
            builder.report(Some(row.number), ProblemCode::RowMalformed);
        }
        builder.add_tenant(tenant_id, read, None);
    });
}
