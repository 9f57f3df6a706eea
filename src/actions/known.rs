//! The values of fields that the evidence leaves: one each, or none. In a build without evidence, the
//! compiler removes nearly all of it.

use crate::claim::{Field, PurchaseChannel};
use crate::domain::Domain;
use crate::evidence::{PartnerAccount, Tenant};
use crate::facts::Facts;
use crate::guid::Guid;
use crate::vocabulary::{AccountKind, Shows};

/// The only value that the evidence leaves for a field.
pub fn value(facts: &Facts<'_>, field: Field) -> Option<String> {
    match field {
        Field::CustomerTenantId => tenant_of_domain(facts).map(|id| id.to_string()),
        Field::CustomerDomain => domain_of_tenant(facts).map(str::to_owned),
        Field::SubscriptionId => subscription(facts).map(|id| id.to_string()),
        Field::Product => product(facts),
        Field::PurchaseChannel => channel(facts).map(|channel| channel.name().to_owned()),
        Field::PartnerId => partner_id(facts).map(str::to_owned),
        _ => None,
    }
}

/// The tenant on which the evidence has the subscription.
#[cfg(feature = "core")]
pub fn tenant_of_subscription(facts: &Facts<'_>) -> Option<String> {
    let tenants = facts.records.iter().map(|record| record.tenant_id);
    only(tenants).flatten().map(|id| id.to_string())
}

/// Does the evidence show it already?
pub fn shows(facts: &Facts<'_>, what: Shows) -> bool {
    let evidence = facts.evidence;
    match what {
        Shows::Subscriptions => facts
            .tenant_id()
            .is_some_and(|tenant| evidence.subscriptions_of(tenant).any(|record| !record.excerpt)),
        Shows::Domains => {
            let tenant = facts.tenant_id();
            let is_it = |one: &Tenant| Some(one.tenant_id) == tenant && !one.domains.is_empty();
            evidence.tenants.iter().any(is_it)
        }
        Shows::PartnerIds => {
            let id = facts.partner_id.read();
            let is_it = |one: &PartnerAccount| id.is_none_or(|id| *one.id == **id);
            evidence.partner_ids.iter().any(is_it)
        }
        Shows::CspSales => false,
    }
}

/// Does the evidence say whose a domain is, or that nobody has it?
pub fn knows(facts: &Facts<'_>, domain: &Domain) -> bool {
    let evidence = facts.evidence;
    evidence.tenants_holding(domain.as_str()).next().is_some()
        || evidence.unresolved(domain.as_str()).next().is_some()
}

fn tenant_of_domain(facts: &Facts<'_>) -> Option<Guid> {
    let domain = facts.domain()?.as_str();
    let holds = |tenant: &&Tenant| tenant.domains.iter().any(|name| name == domain);
    only(facts.evidence.tenants.iter().filter(holds).map(|tenant| tenant.tenant_id))
}

/// Of several domains, only the one that every tenant has of itself stands out.
fn domain_of_tenant<'f>(facts: &'f Facts<'_>) -> Option<&'f str> {
    let tenant = facts.tenant_id()?;
    let of_tenant = |one: &&Tenant| one.tenant_id == tenant;
    let of_tenant = facts.evidence.tenants.iter().filter(of_tenant);
    let domains = || of_tenant.clone().flat_map(|one| one.domains.iter().map(String::as_str));
    let is_initial = |name: &&str| name.ends_with(".onmicrosoft.com");
    only(domains()).or_else(|| only(domains().filter(is_initial)))
}

/// The only other subscription of the tenant that can be for the product.
fn subscription(facts: &Facts<'_>) -> Option<Guid> {
    let claimed = facts.records.first().map(|record| record.id);
    let matches = facts.matches()?;
    only(matches.iter().map(|record| record.id).filter(|id| Some(*id) != claimed))
}

fn product(facts: &Facts<'_>) -> Option<String> {
    let record = facts.records.first()?;
    facts.sku_of(record).map(|sku| sku.name.to_string())
}

fn channel(facts: &Facts<'_>) -> Option<PurchaseChannel> {
    only(facts.records.iter().map(|record| record.channel)).flatten()
}

/// The only location that is enrolled and has no special type.
fn partner_id<'f>(facts: &'f Facts<'_>) -> Option<&'f str> {
    let fits = |account: &&PartnerAccount| {
        account.kind == Some(AccountKind::Location)
            && account.enrolled == Some(true)
            && account.special_type().is_none()
            && account.unread.is_empty()
    };
    only(facts.evidence.partner_ids.iter().filter(fits).map(|account| &*account.id))
}

/// The value, if all are the same.
fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}
