//! Reads the fields that hold identifiers.

use std::rc::Rc;

use super::identifier::Identifier;
use super::memo::{Memo, cached};
use crate::address;
use crate::claim::Field;
use crate::classify::{self, Identified, ReferenceData};
use crate::domain::Domain;
use crate::find::values::Single;
use crate::guid::{Guid, ShapeFault};
use crate::identifier::{self, IdentifierKind, ReservedTenant};
use crate::number;
use crate::sku::{Product, SkuTable};

/// The tenant field after reading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum TenantField {
    /// A tenant that is never, or hardly ever, a customer's, with its GUID if it has one.
    Reserved(ReservedTenant, Option<Guid>),
    /// Any other text.
    Plain(Identifier<Guid>),
}

impl<'a> Memo<'a> {
    /// The product of a text, cached.
    pub(crate) fn product(
        &mut self,
        text: &str,
        skus: &'a SkuTable<'a>,
        reference: ReferenceData<'_>,
    ) -> Rc<Product<'a>> {
        cached(&mut self.products, text, |text| {
            Rc::new(skus.product(text, &reference.evidence.skus))
        })
    }

    /// The domain of a text. Only international names are cached.
    pub(super) fn domain(
        &mut self,
        text: Option<&str>,
        reference: ReferenceData<'_>,
    ) -> Identifier<Domain> {
        match text {
            None => Identifier::Missing,
            // Each customer has a domain of its own, so reading it is as fast as looking it up.
            Some(text) if text.is_ascii() => domain(text, reference),
            Some(text) => cached(&mut self.domains, text, |text| domain(text, reference)),
        }
    }

    /// The Partner ID of a text, cached.
    pub(super) fn partner_id(
        &mut self,
        text: Option<&str>,
        reference: ReferenceData<'_>,
    ) -> Identifier<Rc<str>> {
        let Some(text) = text else { return Identifier::Missing };
        cached(&mut self.partner_ids, text, |text| partner_id(text, reference))
    }
}

/// Reads the field of the customer's tenant.
pub(super) fn tenant(
    text: Option<&str>,
    reference: ReferenceData<'_>,
    memo: &Memo<'_>,
) -> TenantField {
    let Some(text) = text else { return TenantField::Plain(Identifier::Missing) };
    if let Some(reserved) = identifier::reserved_name(text) {
        return TenantField::Reserved(reserved, None);
    }
    // A nil GUID is a placeholder elsewhere and a reserved tenant here.
    let (kind, guid) = kind_and_guid(text, Field::CustomerTenantId, reference, memo);
    if let Some(reserved) = guid.ok().and_then(identifier::reserved_tenant) {
        return TenantField::Reserved(reserved, guid.ok());
    }
    TenantField::Plain(match (kind, guid) {
        (IdentifierKind::Guid | IdentifierKind::TenantId, Ok(guid)) => Identifier::Read(guid),
        (IdentifierKind::Unknown, Err(fault)) => Identifier::Malformed(fault),
        _ => Identifier::WrongKind(kind),
    })
}

/// Like [`classify::classify_guid`], but skips the lookup for GUIDs that are certainly not in the
/// reference data.
fn kind_and_guid(
    text: &str,
    field: Field,
    reference: ReferenceData<'_>,
    memo: &Memo<'_>,
) -> (IdentifierKind, Result<Guid, ShapeFault>) {
    match Guid::parse(text) {
        Ok(guid) if !memo.may_contain(guid) => (IdentifierKind::Guid, Ok(guid)),
        _ => classify::classify_guid(text, field, reference),
    }
}

/// Reads the subscription field. The ID of a tenant of this claim is the wrong kind.
pub(super) fn subscription(
    text: Option<&str>,
    tenant: &TenantField,
    own_tenant: Option<Guid>,
    reference: ReferenceData<'_>,
    memo: &Memo<'_>,
) -> Identifier<Guid> {
    let Some(text) = text else { return Identifier::Missing };
    let (kind, guid) = kind_and_guid(text, Field::SubscriptionId, reference, memo);
    let is_tenant_of_claim =
        |guid| own_tenant == Some(guid) || *tenant == TenantField::Plain(Identifier::Read(guid));
    match (kind, guid) {
        (IdentifierKind::Guid, Ok(guid)) if is_tenant_of_claim(guid) => {
            Identifier::WrongKind(IdentifierKind::TenantId)
        }
        (IdentifierKind::Guid | IdentifierKind::SubscriptionId, Ok(guid)) => Identifier::Read(guid),
        (IdentifierKind::Unknown, Err(fault)) => Identifier::Malformed(fault),
        _ => Identifier::WrongKind(kind),
    }
}

fn domain(text: &str, reference: ReferenceData<'_>) -> Identifier<Domain> {
    let whole = match whole_domain(text, reference) {
        Identifier::Read(domain) if !address::is_service(domain.as_str()) => {
            return Identifier::Read(domain);
        }
        Identifier::Read(_) => Identifier::WrongKind(IdentifierKind::Url),
        other => other,
    };
    let read = |domain: &str| Domain::read(domain, reference.to_ascii).ok();
    match classify::domain_for(text) {
        Single::One(domain) => read(domain).map_or(whole, Identifier::Read),
        Single::Several => Identifier::Malformed(ShapeFault::Several),
        Single::Other(kind) => Identifier::WrongKind(kind),
        Single::Missing => whole,
    }
}

fn whole_domain(text: &str, reference: ReferenceData<'_>) -> Identifier<Domain> {
    if let Some(domain) = classify::plain_domain(text, reference) {
        return Identifier::Read(domain);
    }
    let Identified { kind, value, .. } = classify::classify(text, reference);
    let is_web_address = text.contains('/');
    match kind {
        IdentifierKind::Domain | IdentifierKind::Email | IdentifierKind::Url => {
            return Identifier::Read(Domain::from_normalized(value));
        }
        // The host of a web address counts, even if there is a GUID in its path.
        IdentifierKind::Unknown if identifier::looks_like_guid(text) => {
            return Identifier::WrongKind(IdentifierKind::Guid);
        }
        IdentifierKind::Unknown => {}
        _ if is_web_address => {}
        _ => return Identifier::WrongKind(kind),
    }
    match Domain::read(text, reference.to_ascii) {
        Ok(domain) => Identifier::Read(domain),
        Err(fault) => Identifier::Malformed(fault),
    }
}

fn partner_id(text: &str, reference: ReferenceData<'_>) -> Identifier<Rc<str>> {
    if let Some(numbers) = number::numbers(text) {
        let [first, others @ ..] = &numbers[..] else { return Identifier::Missing };
        return match others.iter().all(|other| other == first) {
            true => partner_id(first, reference),
            false => Identifier::Malformed(ShapeFault::Several),
        };
    }
    let Identified { kind, certain, .. } = classify::classify(text, reference);
    match number::digits(text) {
        Some(_) if kind == IdentifierKind::Placeholder => Identifier::WrongKind(kind),
        Some(digits) if digits.len() > identifier::MAX_PARTNER_ID => {
            Identifier::Malformed(ShapeFault::TooLong)
        }
        Some(digits) => Identifier::Read(digits.into()),
        None if certain || kind == IdentifierKind::OrderId => Identifier::WrongKind(kind),
        None => match classify::partner_id_for(text) {
            Single::One(digits) => Identifier::Read(digits.into()),
            Single::Several => Identifier::Malformed(ShapeFault::Several),
            Single::Other(kind) => Identifier::WrongKind(kind),
            Single::Missing => Identifier::Malformed(ShapeFault::BadCharacter),
        },
    }
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{claim_with, report};

    #[test]
    fn the_host_of_an_address_counts() {
        let tenant = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
        for (typed, due) in [
            (format!("https://admin.contoso.com/{tenant}"), Some("admin.contoso.com")),
            (format!("admin.contoso.com/{tenant}/users"), Some("admin.contoso.com")),
            (tenant.to_owned(), None),
        ] {
            let claim = claim_with(&[("customerDomain", &typed)]);
            let understood = report(&claim, "{}").understood;
            let domain = understood.iter().find(|(field, _)| *field == "customerDomain");
            assert_eq!(domain.map(|(_, domain)| domain.as_str()), due, "{typed}");
        }
    }
}
