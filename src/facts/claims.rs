//! The existing claims that the evidence knows about what is claimed.

use super::Facts;
#[cfg(feature = "core")]
use crate::claim::SolutionArea;
use crate::evidence::Association;
#[cfg(feature = "core")]
use crate::guid::Guid;
use crate::vocabulary::Holder;

#[cfg(feature = "core")]
impl<'a> Facts<'a> {
    /// The claims in force on the subscription, under any of its IDs.
    pub fn claims_on_subscription(&self) -> impl Iterator<Item = &'a Association> {
        let evidence = self.evidence;
        let claims = self.subscription_ids().flat_map(|id| evidence.claims_on_subscription(id));
        claims.filter(|claim| claim.holds())
    }

    /// The claims in force of a holder on the customer's product as a whole. Microsoft 365 is claimed by
    /// workload only.
    pub fn claims_on_product(&self, holder: Holder) -> impl Iterator<Item = &'a Association> {
        let evidence = self.evidence;
        let is_whole = holder != Holder::Us || self.area != Some(SolutionArea::Microsoft365);
        let [whole, all] =
            [is_whole, !is_whole].map(|is_this| self.tenant_id().filter(|_| is_this));
        let whole = whole.into_iter().flat_map(|tenant| evidence.claims_on_whole_tenant(tenant));
        let all = all.into_iter().flat_map(move |tenant| evidence.claims_of(tenant, holder));
        whole.chain(all).filter(move |claim| {
            let product = || Some(self.skus.product(claim.product.as_deref()?, &evidence.skus));
            claim.holder == holder
                && claim.holds()
                && product().is_some_and(|product| product.overlaps(&self.product))
        })
    }

    /// The claims on the customer, and those that are or may be on the subscription; some occur twice.
    pub fn claims_about(&self) -> impl Iterator<Item = &'a Association> {
        let evidence = self.evidence;
        let of_tenant = self.tenant_id().into_iter().flat_map(move |tenant| {
            Holder::ALL.iter().flat_map(move |holder| evidence.claims_of(tenant, *holder))
        });
        let on_subscription =
            self.subscription_ids().flat_map(move |id| evidence.claims_on_subscription(id));
        of_tenant.chain(evidence.claims_without_subscription()).chain(on_subscription)
    }

    /// Does another partner hold a claim on this customer?
    pub fn is_claimed_nearby(&self) -> bool {
        let mut claims = self
            .tenant_id()
            .into_iter()
            .flat_map(|tenant| self.evidence.claims_of(tenant, Holder::OtherPartner));
        claims.any(Association::holds)
    }

    /// Can another partner's claim that names no subscription be one on the product? So it can unless both
    /// products are known, and differ.
    pub fn may_compete(&self) -> bool {
        let Some(tenant) = self.tenant_id() else { return false };
        self.evidence.claims_on_whole_tenant(tenant).any(|claim| {
            let differs = |text: &String| {
                let product = self.skus.product(text, &self.evidence.skus);
                let are_known = product.is_known() && self.product.is_known();
                are_known && !product.overlaps(&self.product)
            };
            claim.holder == Holder::OtherPartner
                && claim.holds()
                && !claim.product.as_ref().is_some_and(differs)
        })
    }

    /// Every ID of the claimed subscription, as typed and as in its records; some occur twice.
    fn subscription_ids(&self) -> impl Iterator<Item = Guid> {
        let typed = self.subscription.read().copied();
        let of_records = self.records.iter().flat_map(|record| {
            [Some(record.id), record.commerce_subscription_id].into_iter().flatten()
        });
        typed.into_iter().chain(of_records)
    }
}

/// Without evidence, no claims are known.
#[cfg(not(feature = "core"))]
impl<'a> Facts<'a> {
    /// None.
    pub fn claims_on_subscription(&self) -> impl Iterator<Item = &'a Association> {
        std::iter::empty()
    }

    /// None.
    pub fn claims_on_product(&self, _: Holder) -> impl Iterator<Item = &'a Association> {
        std::iter::empty()
    }

    /// None.
    pub fn claims_about(&self) -> impl Iterator<Item = &'a Association> {
        std::iter::empty()
    }

    /// No.
    pub const fn is_claimed_nearby(&self) -> bool {
        false
    }

    /// No.
    pub const fn may_compete(&self) -> bool {
        false
    }
}
