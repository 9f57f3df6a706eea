//! The customer's tenant with its verified domains.
//!
//! source: Microsoft Graph v1.0, `organization`, `verifiedDomain`; PowerShell, `Get-MgOrganization`

use crate::evidence::Part;
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;
use crate::json::Value;
use crate::vocabulary::Cloud;

/// `GET /v1.0/organization`
pub const KIND: Kind = Kind {
    name: "graph-organization",
    formats: &[Format::Rows {
        signs: Signs {
            own: &["verifieddomains"],
            shared: &[
                "id",
                "objectid",
                "displayname",
                "tenanttype",
                "countrylettercode",
                "technicalnotificationmails",
            ],
            at_least: 2,
            all_of: &[],
            against: &["userprincipalname", "companyprofile", "offerid"],
        },
        read,
    }],
    reads: &[M::Domains, M::TenantId],
    needs: &[("id", &[M::TenantId]), ("verifiedDomains", &[M::Domains])],
    parts: &[Part::Tenants],
    file_names: &[FileName { word: "organization", rank: 12 }],
    entity_sets: &["organization"],
};

/// All verified domains are the tenant's.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    records.each(builder, &mut |row| {
        let Some(tenant_id) = row.id(M::TenantId) else { return };
        let mut names = Vec::new();
        let domains = row.list(M::Domains).unwrap_or_default();
        for domain in domains.iter() {
            let name = match domain {
                Value::Map(_) => domain.get_any_case("name").and_then(Value::text),
                other => other.text(),
            };
            match name.and_then(|name| row.builder.domain(name)) {
                Some(name) => names.push(name),
                None => row.damage(M::Domains),
            }
        }
        let cloud = names.iter().find_map(|name| cloud(name));
        row.builder.add_tenant(tenant_id, None, cloud, row.unread);
        for name in names {
            row.builder.add_tenant(tenant_id, Some(name), cloud, row.unread);
        }
    });
}

/// The name that every tenant gets at first tells the clouds of other suffixes than the usual one.
fn cloud(domain: &str) -> Option<Cloud> {
    const SUFFIXES: [(&str, Cloud); 2] =
        [(".onmicrosoft.us", Cloud::UsGov), (".partner.onmschina.cn", Cloud::China)];
    SUFFIXES.into_iter().find(|(suffix, _)| domain.ends_with(suffix)).map(|(_, cloud)| cloud)
}
