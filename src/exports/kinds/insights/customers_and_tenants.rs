//! Customers with their tenants, from Partner Center's insights.
//!
//! source: Partner Center, "Insights data definitions", customers and revenue

use crate::evidence::Part;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::partner_center::customers;
use crate::exports::meaning::Meaning as M;

/// The reports on customers that name their tenants.
pub const KIND: Kind = Kind {
    name: "customers-and-tenants",
    formats: &[Format::Rows {
        signs: Signs {
            own: &["tenantdomainname", "customertenantcountry"],
            shared: &[
                "customertenantid",
                "customertenantname",
                "customername",
                "customertpid",
                "dunsnumber",
                "customersegment",
                "customermarket",
            ],
            at_least: 3,
            all_of: &[&["customertenantid"]],
            against: &["subscriptionid", "claimid", "invoicenumber", "workloadname", "chargetype"],
        },
        read: customers::read,
    }],
    reads: &[M::TenantId, M::Domain],
    needs: &[("CustomerTenantId", &[M::TenantId]), ("TenantDomainName", &[M::Domain])],
    parts: &[Part::Tenants],
    file_names: &[FileName { word: "tenants", rank: 16 }],
    entity_sets: &[],
};
