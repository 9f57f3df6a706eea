//! The partner's customer list.
//!
//! source: Partner Center, "See your customer list", "Find IDs and domain names"; Partner Center REST,
//! "Customer resources"; PowerShell, `Get-PartnerCustomer`

use crate::evidence::Part;
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;

/// The customer list of Partner Center: the table that its page exports, or the answer of its REST
/// interface.
pub const KIND: Kind = Kind {
    name: "partner-center-customers",
    formats: &[
        Format::Rows {
            signs: Signs {
                own: &["microsoftid", "primarydomainname"],
                shared: &["companyname", "relationship", "tenantid", "primarydomain"],
                at_least: 3,
                all_of: &[],
                against: AGAINST,
            },
            read,
        },
        Format::Rows {
            signs: Signs {
                own: &["companyprofile", "relationshiptopartner", "allowdelegatedaccess"],
                shared: &["id", "customerid", "domain", "customdomains", "commerceid", "name"],
                at_least: 2,
                all_of: &[&["companyprofile", "domain"]],
                against: AGAINST,
            },
            read,
        },
    ],
    reads: &[M::TenantId, M::Domain],
    needs: &[("Microsoft ID", &[M::TenantId]), ("Primary domain name", &[M::Domain])],
    parts: &[Part::Tenants],
    file_names: &[FileName { word: "customers", rank: 8 }],
    entity_sets: &[],
};

const AGAINST: &[&str] = &[
    "subscriptionid",
    "claimid",
    "invoicenumber",
    "offerid",
    "defaultdomainname",
    "tenantdomainname",
    "userprincipalname",
];

/// A Microsoft ID is a tenant ID. The primary domain is one of the tenant's.
pub fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    records.each(builder, &mut |row| {
        let Some(tenant_id) = row.id(M::TenantId) else { return };
        let text = row.text(M::Domain);
        let read = text.as_deref().and_then(|text| row.builder.domain(text));
        if text.is_some() && read.is_none() {
            row.damage(M::Domain);
        }
        row.builder.add_tenant(tenant_id, read, None, row.unread);
    });
}
