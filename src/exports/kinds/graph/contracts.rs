//! The customers of a partner, as the partner's directory lists them.
//!
//! source: Microsoft Graph v1.0, `contract`; PowerShell, `Get-MgContract`, `Get-AzureADContract`,
//! `Get-MsolPartnerContract`

use crate::evidence::Part;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::partner_center::customers;
use crate::exports::meaning::Meaning as M;

/// `GET /v1.0/contracts`
pub const KIND: Kind = Kind {
    name: "graph-contracts",
    formats: &[Format::Rows {
        signs: Signs {
            own: &["defaultdomainname"],
            shared: &["contracttype", "customerid", "customercontextid", "tenantid", "displayname"],
            at_least: 3,
            all_of: &[&["customerid", "customercontextid", "tenantid"]],
            against: &["offerid", "verifieddomains", "invoicenumber", "companyprofile"],
        },
        read: customers::read,
    }],
    reads: &[M::TenantId, M::Domain],
    needs: &[("customerId", &[M::TenantId]), ("defaultDomainName", &[M::Domain])],
    parts: &[Part::Tenants],
    file_names: &[FileName { word: "contracts", rank: 13 }],
    entity_sets: &["contracts"],
};
