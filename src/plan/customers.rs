//! The customers in the evidence: their tenants, domains and subscriptions.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::context::is_safe;
use super::exclusion::Exclusion;
use crate::claim::{Field, SolutionArea};
use crate::classify::ReferenceData;
use crate::code::Code;
use crate::evidence::{Evidence, Subscription};
use crate::guid::Guid;
use crate::paste;
use crate::report::Param;
use crate::sku::{Class, class_of};

/// The customers in the evidence.
pub struct Customers<'a> {
    known: ReferenceData<'a>,
    /// The names of SKUs that only exports know.
    names: BTreeMap<Guid, &'a str>,
    /// Where products belong that only their names tell.
    classes: RefCell<BTreeMap<String, Class>>,
}

/// A subscription that may be claimed.
pub struct Offer<'a> {
    /// What is known of it.
    pub record: &'a Subscription,
    /// Its tenant; the first one if sources contradict each other.
    pub tenant_id: Option<Guid>,
    /// The name of its product.
    pub product: Option<String>,
    class: Class,
    has_sku: bool,
}

impl Offer<'_> {
    /// Is it, or may it be, one of Business Applications?
    pub const fn is_business(&self) -> bool {
        matches!(
            self.class,
            Class::Business | Class::BusinessUsageElsewhere | Class::Missing | Class::Unrecognized
        )
    }

    /// Why it cannot be claimed, if it is not one of Business Applications.
    pub fn exclusion(&self) -> Exclusion {
        let product = ("product", Param::Text(self.product.clone().unwrap_or_default()));
        if self.has_sku {
            return Exclusion { code: Code::SubscriptionNotDynamics, params: vec![product] };
        }
        let belongs = match self.class {
            Class::Azure => "azure",
            _ => SolutionArea::Microsoft365.name(),
        };
        let params = vec![product, ("belongs", Param::Name(belongs))];
        Exclusion { code: Code::ProductNotInArea, params }
    }
}

impl<'a> Customers<'a> {
    /// The customers in this evidence.
    pub fn of(known: ReferenceData<'a>) -> Self {
        let names = known.evidence.skus.iter().map(|sku| (sku.sku_id, &*sku.product_name));
        Self { known, names: names.collect(), classes: RefCell::default() }
    }

    /// Every subscription once, customer by customer.
    pub fn offers(&self) -> Vec<Offer<'a>> {
        let mut seen = BTreeSet::new();
        let records = self.known.evidence.subscriptions.iter();
        let records = records.filter(|record| seen.insert(record.id));
        let mut offers: Vec<Offer<'a>> = records.map(|record| self.offer(record)).collect();
        offers.sort_by_key(|offer| (offer.tenant_id, offer.record.id));
        offers
    }

    /// Every tenant of which the evidence says something.
    pub fn tenants(&self) -> BTreeSet<Guid> {
        let Evidence { tenants, subscriptions, associations, .. } = self.known.evidence;
        let named = tenants.iter().map(|tenant| tenant.tenant_id);
        let of_subscriptions = subscriptions.iter().filter_map(|record| record.tenant_id);
        let of_claims = associations.iter().map(|claim| claim.tenant_id);
        named.chain(of_subscriptions).chain(of_claims).collect()
    }

    /// A domain of the tenant: one of which nothing else is said, if there is one.
    pub fn domain_of(&self, tenant: Guid) -> Option<&'a str> {
        let evidence: &'a Evidence = self.known.evidence;
        let domains = || {
            let tenants = evidence.tenants_with_id(tenant);
            tenants.flat_map(|tenant| &tenant.domains).map(String::as_str)
        };
        let is_certain = |domain: &&str| {
            evidence.tenants_holding(domain).nth(1).is_none()
                && evidence.unresolved(domain).next().is_none()
        };
        domains().find(is_certain).or_else(|| domains().next())
    }

    /// What may be claimed of a record.
    pub fn offer(&self, record: &'a Subscription) -> Offer<'a> {
        let evidence: &'a Evidence = self.known.evidence;
        let tenants = evidence.subscriptions_with_id(record.id).filter_map(|one| one.tenant_id);
        let tenant_id = record.tenant_id.or_else(|| tenants.min());
        let sku = self.known.skus.of(record.sku_id, record.sku_part_number.as_deref());
        let product = match sku {
            Some(sku) => Some(sku.name.to_string()),
            None => self.name_of(record),
        };
        let class = match (sku, &product) {
            (Some(sku), _) => class_of(sku),
            (None, Some(product)) => self.class_of_name(product),
            (None, None) => Class::Missing,
        };
        Offer { record, tenant_id, product, class, has_sku: sku.is_some() }
    }

    /// The name that exports give a product which the table does not have.
    fn name_of(&self, record: &Subscription) -> Option<String> {
        let by_sku = record.sku_id.and_then(|sku| self.names.get(&sku).copied());
        // A new SKU may be named by the part number of another one.
        let part_number = record.sku_part_number.as_deref();
        let part_number = part_number
            .filter(|text| self.known.skus.by_part_number(&paste::clean(text)).is_none());
        let names = [by_sku, record.product_name.as_deref(), part_number];
        let names = names.into_iter().flatten().map(paste::clean);
        let mut usable = names.filter(|name| {
            is_safe(name) && name.len() <= LONGEST_NAME && !Field::Product.is_nothing(name)
        });
        usable.next().map(std::borrow::Cow::into_owned)
    }

    fn class_of_name(&self, product: &str) -> Class {
        let known = self.classes.borrow().get(product).copied();
        known.unwrap_or_else(|| {
            let ReferenceData { skus, evidence, .. } = self.known;
            let class = skus.product(product, &evidence.skus).class();
            self.classes.borrow_mut().insert(product.to_owned(), class);
            class
        })
    }
}

/// No name of a product is longer.
const LONGEST_NAME: usize = 200;
