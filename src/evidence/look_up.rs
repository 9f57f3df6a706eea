//! Finds the rows of the evidence that are about one thing. In joined evidence this takes as long among
//! tens of thousands of rows as among a few.

#[cfg(feature = "core")]
use super::index::{candidates, of_active, of_guid, of_holder, of_text, of_whole_tenant};
use super::unread::Member;
use super::{Association, Contradiction, Evidence, Subscription, Tenant, UnresolvedDomain};
use crate::date::Date;
use crate::guid::Guid;
use crate::vocabulary::{Holder, SubscriptionStatus};

/// The rows of a part among which are all that have the key.
#[cfg(feature = "core")]
macro_rules! rows {
    ($evidence:ident.$part:ident, $key:expr) => {
        candidates(&$evidence.$part, &$evidence.indexes.$part, $key)
    };
}

/// Without evidence there are none.
#[cfg(not(feature = "core"))]
macro_rules! rows {
    ($evidence:ident.$part:ident, $key:expr) => {
        $evidence.$part.iter()
    };
}

impl Evidence {
    /// All records of a subscription, by either of its IDs.
    pub fn subscriptions_with_id(&self, id: Guid) -> impl Iterator<Item = &Subscription> {
        rows!(self.subscriptions, of_guid(id)).filter(move |record| record.is_named(id))
    }

    /// All subscriptions of a tenant.
    pub fn subscriptions_of(&self, tenant: Guid) -> impl Iterator<Item = &Subscription> {
        rows!(self.subscriptions, of_guid(tenant))
            .filter(move |record| record.tenant_id == Some(tenant))
    }

    /// The active subscriptions of a tenant to a SKU.
    pub fn active_subscriptions_to(
        &self,
        tenant: Guid,
        sku: Guid,
    ) -> impl Iterator<Item = &Subscription> {
        rows!(self.subscriptions, of_active(tenant, sku)).filter(move |record| {
            record.tenant_id == Some(tenant)
                && record.sku_id == Some(sku)
                && record.status == SubscriptionStatus::Active
        })
    }

    /// All subscriptions of which no source names the tenant: each may be any tenant's.
    pub fn subscriptions_without_tenant(&self) -> impl Iterator<Item = &Subscription> {
        let is_unnamed = |record: &&Subscription| {
            record.tenant_id.is_none() && !record.unread.has(Member::TenantId)
        };
        rows!(self.subscriptions, of_guid(Guid::NIL)).filter(is_unnamed)
    }

    /// What is known of a tenant.
    pub fn tenants_with_id(&self, id: Guid) -> impl Iterator<Item = &Tenant> {
        rows!(self.tenants, of_guid(id)).filter(move |tenant| tenant.tenant_id == id)
    }

    /// The tenants that hold a domain.
    pub fn tenants_holding<'e>(
        &'e self,
        domain: &'e str,
    ) -> impl Iterator<Item = &'e Tenant> + Clone {
        rows!(self.tenants, of_text(domain))
            .filter(move |tenant| tenant.domains.iter().any(|name| name == domain))
    }

    /// What is known of a domain that the directory did not resolve.
    pub fn unresolved<'e>(
        &'e self,
        domain: &'e str,
    ) -> impl Iterator<Item = &'e UnresolvedDomain> + Clone {
        rows!(self.unresolved_domains, of_text(domain)).filter(move |one| one.domain == domain)
    }

    /// The existing claims of a holder on a tenant and all that is in it.
    pub fn claims_of(&self, tenant: Guid, holder: Holder) -> impl Iterator<Item = &Association> {
        rows!(self.associations, of_holder(tenant, holder))
            .filter(move |claim| claim.tenant_id == tenant && claim.holder == holder)
    }

    /// The existing claims on a tenant that name no subscription.
    pub fn claims_on_whole_tenant(&self, tenant: Guid) -> impl Iterator<Item = &Association> {
        rows!(self.associations, of_whole_tenant(tenant))
            .filter(move |claim| claim.tenant_id == tenant && claim.subscription_id.is_none())
    }

    /// The existing claims that name a subscription by this ID.
    pub fn claims_on_subscription(&self, id: Guid) -> impl Iterator<Item = &Association> {
        rows!(self.associations, of_guid(id)).filter(move |claim| claim.subscription_id == Some(id))
    }

    /// The existing claims that name no subscription.
    pub fn claims_without_subscription(&self) -> impl Iterator<Item = &Association> {
        rows!(self.associations, of_guid(Guid::NIL)).filter(|claim| claim.subscription_id.is_none())
    }

    /// The contradictions about what has this ID or name.
    pub fn problems_about<'e>(&'e self, id: &'e str) -> impl Iterator<Item = &'e Contradiction> {
        rows!(self.problems, of_text(id)).filter(move |problem| problem.id == id)
    }

    /// Does the evidence use this GUID as the ID of a tenant?
    pub fn names_tenant(&self, id: Guid) -> bool {
        self.tenants_with_id(id).next().is_some()
            || self.subscriptions_of(id).next().is_some()
            || Holder::ALL.iter().any(|holder| self.claims_of(id, *holder).next().is_some())
    }

    /// May something be stated of a tenant or an existing claim as of a day after this one?
    #[cfg(feature = "core")]
    pub fn may_have_days_after(&self, day: Date) -> bool {
        self.indexes.may_have_days_after(day, &self.tenants, &self.associations)
    }

    /// Without evidence, nothing is stated.
    #[cfg(not(feature = "core"))]
    pub const fn may_have_days_after(&self, _: Date) -> bool {
        false
    }
}
