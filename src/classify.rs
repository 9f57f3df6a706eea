//! Finds out what kind of identifier a text is, so that a message can say what a wrong one is.

use serde::{Serialize, Serializer};

use crate::address;
use crate::claim::Field;
use crate::domain::{Domain, ToAscii};
use crate::evidence::Evidence;
use crate::find::labels::{Label, Labels};
use crate::find::values::{Shape, Single, Value, kind_of, single, values};
use crate::guid::{Guid, ShapeFault};
use crate::identifier::{
    IdentifierKind, MAX_PARTNER_ID, RESERVED_TENANTS, commerce_kind, document_kind, guid_pair,
    is_organization_name, is_part_number, is_placeholder, is_zero, looks_like_guid, reserved_name,
    reserved_tenant,
};
use crate::number::digits;
use crate::paste;
use crate::sku::{NamedSku, SkuTable};

/// What texts are looked up in.
#[derive(Clone, Copy)]
pub struct ReferenceData<'a> {
    /// Evidence: tenants, subscriptions, Partner IDs and SKUs that occur in exports.
    pub evidence: &'a Evidence,
    /// The SKU table.
    pub skus: &'a SkuTable<'a>,
    /// See [`ToAscii`].
    pub to_ascii: ToAscii<'a>,
}

/// The kind of a text and its normalized form.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Identified {
    /// The kind.
    pub kind: IdentifierKind,
    /// The text in the usual form of the kind; empty for placeholders and unknown kinds.
    pub value: String,
    /// Does the form alone prove the kind? Serialized as `confidence`.
    #[serde(rename = "confidence", serialize_with = "as_confidence")]
    #[cfg_attr(test, ts(type = "\"certain\" | \"likely\""))]
    pub certain: bool,
}

impl Identified {
    /// The answer for a text of no known kind.
    pub const fn unknown() -> Self {
        Self { kind: IdentifierKind::Unknown, value: String::new(), certain: false }
    }

    /// `certain` if the form alone proves the kind, otherwise `likely`.
    pub const fn confidence(&self) -> &'static str {
        confidence(self.certain)
    }
}

/// Finds out what kind of identifier a text is.
///
/// ```
/// use cpor_preflight::classify::{ReferenceData, classify};
/// use cpor_preflight::evidence::Evidence;
/// use cpor_preflight::sku::SkuTable;
///
/// let (evidence, skus) = (Evidence::default(), SkuTable::EMPTY);
/// let reference = ReferenceData { evidence: &evidence, skus: &skus, to_ascii: &|_| None };
/// let identified = classify("MPN ID: 5357564", reference);
/// assert_eq!((identified.kind.name(), &*identified.value), ("partner-id", "5357564"));
/// ```
pub fn classify(text: &str, reference: ReferenceData<'_>) -> Identified {
    use IdentifierKind as K;
    let clean = paste::clean(text);
    let text = clean.as_ref();
    let certain = |kind, value: String| Identified { kind, value, certain: true };
    let likely = |kind, value: String| Identified { kind, value, certain: false };
    if text.is_empty() {
        return certain(K::Empty, String::new());
    }
    match Guid::parse(text) {
        Ok(Guid::NIL) => return certain(K::Placeholder, String::new()),
        Ok(guid) => return certain(kind_of_guid(guid, reference), guid.to_string()),
        Err(_) if is_placeholder(text) => return certain(K::Placeholder, String::new()),
        Err(_) => {}
    }
    if reserved_name(text).is_some() {
        return certain(K::TenantId, text.to_ascii_lowercase());
    }
    if let Some((account, sku)) = text.split_once('_').and_then(guid_pair) {
        return certain(K::AccountSku, format!("{account}_{sku}"));
    }
    if let Some(sku) = reference.skus.by_part_number(text) {
        return certain(K::SkuPartNumber, sku.part_number.to_string());
    }
    if let Some(part_number) = NamedSku::by_part_number(&reference.evidence.skus, text) {
        return certain(K::SkuPartNumber, part_number.to_owned());
    }
    if let Some(kind) = commerce_kind(text) {
        return certain(kind, text.to_ascii_uppercase());
    }
    if let Some(digits) = digits(text) {
        let listed = reference.evidence.partner_ids.iter().any(|account| account.id == digits);
        return match digits.len() {
            _ if is_zero(&digits) => certain(K::Placeholder, String::new()),
            12 if !listed => likely(K::OrderId, digits),
            length if length > MAX_PARTNER_ID => Identified::unknown(),
            _ => Identified { kind: K::PartnerId, value: digits, certain: listed },
        };
    }
    if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return likely(K::OrderId, text.to_ascii_lowercase());
    }
    if let Some(kind) = document_kind(text) {
        return likely(kind, text.to_owned());
    }
    if looks_like_guid(text) {
        return Identified::unknown();
    }
    if let Some(identified) = stated(text, reference) {
        return identified;
    }
    if text.contains('/') {
        if !is_address(text) {
            return Identified::unknown();
        }
        return Domain::read(text, reference.to_ascii)
            .map_or_else(|_| Identified::unknown(), |host| certain(K::Url, host.into_string()));
    }
    match Domain::read(text, reference.to_ascii) {
        Ok(domain) if text.contains('@') => certain(K::Email, domain.into_string()),
        Ok(domain) if text.contains('.') => certain(K::Domain, domain.into_string()),
        Ok(domain) => likely(K::Domain, domain.into_string()),
        Err(_) if is_part_number(text) => likely(K::SkuPartNumber, text.to_owned()),
        Err(_) if is_organization_name(text) && !is_product(text, reference) => {
            likely(K::OrganizationName, text.to_owned())
        }
        Err(_) => Identified::unknown(),
    }
}

fn is_product(text: &str, reference: ReferenceData<'_>) -> bool {
    reference.skus.product(text, &reference.evidence.skus).is_known()
}

/// The GUID in a text, and what the text says that it is. Of several in an address, the last one that
/// a claim has a field for.
fn stated(text: &str, reference: ReferenceData<'_>) -> Option<Identified> {
    let guids = guids_in(text);
    let is_for_claim = |value: &&Value<'_>| matches!(value.said(), Some(Label::Field(_)));
    let chosen = match (guids.iter().rev().find(is_for_claim), single(&guids, &[])) {
        (Some(chosen), _) | (None, Single::One(chosen)) => chosen,
        (None, Single::Other(_)) => guids.last()?,
        (None, _) => return None,
    };
    let (guid, said) = (chosen.guid()?, kind_of(chosen.said()));
    if guid == Guid::NIL {
        let (kind, value) = (IdentifierKind::Placeholder, String::new());
        return Some(Identified { kind, value, certain: true });
    }
    let (kind, certain) = match (kind_of_guid(guid, reference), said) {
        (IdentifierKind::Guid, Some(said)) => (said, true),
        (kind, _) => (kind, false),
    };
    Some(Identified { kind, value: guid.to_string(), certain })
}

/// The GUIDs in a text that is more than one.
fn guids_in(text: &str) -> Vec<Value<'_>> {
    values_of(text, 37, |value| value.guid().is_some())
}

/// The values of a form in a text, unless it is shorter than any with such a value in it.
fn values_of(text: &str, shortest: usize, is_form: fn(&Value<'_>) -> bool) -> Vec<Value<'_>> {
    if text.len() < shortest {
        return Vec::new();
    }
    let mut values = values(text, &Labels::of_identifiers());
    values.retain(is_form);
    values
}

/// The GUID in a text that is for one of these fields: the only one that the text says is, or else the
/// only one of which it says nothing. Its kind is what is known about it.
pub fn guid_for(
    fields: &[Field],
    text: &str,
    reference: ReferenceData<'_>,
) -> Option<(IdentifierKind, Result<Guid, ShapeFault>)> {
    let guid = match single(&guids_in(text), fields) {
        Single::One(value) => value.guid()?,
        Single::Several => return Some((IdentifierKind::Unknown, Err(ShapeFault::Several))),
        Single::Other(kind) => return Some((kind, Err(ShapeFault::Shape))),
        // A line that was broken within the GUID.
        Single::Missing if text.contains(' ') => {
            let digits: String = text.split(' ').collect();
            Guid::parse(&digits).ok()?
        }
        Single::Missing => return None,
    };
    let kind = match guid {
        Guid::NIL => IdentifierKind::Placeholder,
        _ => kind_of_guid(guid, reference),
    };
    Some((kind, Ok(guid)))
}

/// The domain in a text that is for the field of the customer's domain. With a name before it, a bare
/// word can be one.
pub fn domain_for(text: &str) -> Single<&str> {
    // A tenant is also called by its domains.
    let fields = [Field::CustomerDomain, Field::CustomerTenantId];
    let mut all = values_of(text, 0, |_| true);
    let is_missing = all.is_empty();
    let others = single(&all, &[]);
    let others = match others {
        Single::Other(kind) => Single::Other(kind),
        _ => Single::Missing,
    };
    for value in &mut all {
        value.text = value.text.rsplit('@').next().unwrap_or_default();
    }
    all.retain(|value| {
        let is_domain = matches!(value.shape, Shape::Domain | Shape::Host | Shape::Email);
        is_domain && !address::is_service(value.text)
    });
    match single(&all, &fields) {
        Single::One(value) if is_broken(text, value) => Single::Missing,
        Single::One(value) => Single::One(value.text),
        Single::Several => Single::Several,
        _ if !is_missing => others,
        _ => {
            let (before, word) = text.rsplit_once([' ', ':', '=']).unwrap_or_default();
            let name = Labels::of_identifiers().before(before).map(|name| name.label);
            let is_said = fields.iter().any(|field| name == Some(Label::Field(*field)));
            if is_said { Single::One(word) } else { Single::Missing }
        }
    }
}

/// Can what stands around a domain without a name be a part of it, as in `con toso.com`?
fn is_broken(text: &str, value: &Value<'_>) -> bool {
    let around = text.len() > value.text.len() && value.said().is_none();
    let is_part = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b' ');
    around && text.bytes().all(is_part)
}

/// The number in a text that is for the field of the Partner ID.
pub fn partner_id_for(text: &str) -> Single<&str> {
    match single(&values_of(text, 6, |value| value.shape == Shape::Number), &[Field::PartnerId]) {
        Single::One(value) => Single::One(value.text),
        Single::Several => Single::Several,
        Single::Other(kind) => Single::Other(kind),
        Single::Missing => Single::Missing,
    }
}

/// Does the text before the first slash look like a scheme or a host? That of a date does not.
fn is_address(text: &str) -> bool {
    let start = text.split('/').next().unwrap_or_default();
    start.ends_with(':') || start.contains('.')
}

/// Reads the form that almost all domains have: lower case, with a dot, and with a letter at the
/// end. Among the other kinds, only placeholders and SKU part numbers can look like that.
pub fn plain_domain(text: &str, reference: ReferenceData<'_>) -> Option<Domain> {
    let domain = Domain::plain(text)?;
    let is_other = is_placeholder(text)
        || reference.skus.by_part_number(text).is_some()
        || NamedSku::by_part_number(&reference.evidence.skus, text).is_some();
    (!is_other).then_some(domain)
}

/// The kind of a cleaned text, and the GUID that it is or contains for a field.
pub fn classify_guid(
    text: &str,
    field: Field,
    reference: ReferenceData<'_>,
) -> (IdentifierKind, Result<Guid, ShapeFault>) {
    match Guid::parse(text) {
        Ok(guid) if guid != Guid::NIL => (kind_of_guid(guid, reference), Ok(guid)),
        _ => {
            if let Some(found) = guid_for(&[field], text, reference) {
                return found;
            }
            let Identified { kind, value, .. } = classify(text, reference);
            (kind, Guid::parse(if value.is_empty() { text } else { &value }))
        }
    }
}

/// Every GUID about which something is known.
pub fn guids_in_reference(reference: ReferenceData<'_>) -> impl Iterator<Item = Guid> {
    let ReferenceData { evidence, skus, .. } = reference;
    let tenants = evidence.tenants.iter().map(|tenant| tenant.tenant_id);
    let subscriptions = evidence.subscriptions.iter().flat_map(|record| {
        [Some(record.id), record.commerce_subscription_id, record.tenant_id].into_iter().flatten()
    });
    let associations = evidence
        .associations
        .iter()
        .flat_map(|one| [Some(one.tenant_id), one.subscription_id].into_iter().flatten());
    let named = evidence.skus.iter().map(|sku| sku.sku_id);
    tenants
        .chain(subscriptions)
        .chain(associations)
        .chain(RESERVED_TENANTS)
        .chain(named)
        .chain(skus.ids())
}

pub(crate) fn kind_of_guid(guid: Guid, reference: ReferenceData<'_>) -> IdentifierKind {
    if reserved_tenant(guid).is_some() || reference.evidence.names_tenant(guid) {
        IdentifierKind::TenantId
    } else if reference.evidence.subscriptions_with_id(guid).next().is_some() {
        IdentifierKind::SubscriptionId
    } else if reference.skus.by_id(guid).is_some()
        || reference.evidence.skus.iter().any(|sku| sku.sku_id == guid)
    {
        IdentifierKind::SkuId
    } else {
        IdentifierKind::Guid
    }
}

pub(crate) const fn confidence(certain: bool) -> &'static str {
    if certain { "certain" } else { "likely" }
}

fn as_confidence<S: Serializer>(certain: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(confidence(*certain))
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    const CSV: &str = include_str!("facts/skus.csv");
    const EVIDENCE: &str = r#"{"tenants":[{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","domains":[],"source":"x"}],
        "subscriptions":[{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","commerceSubscriptionId":"71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01","status":"active"}],
        "partnerIds":[{"id":"5357564"}]}"#;

    #[test]
    fn kinds() {
        use IdentifierKind as K;
        let skus = SkuTable::read(CSV);
        let (value, _) = json::parse(EVIDENCE);
        let (evidence, _) = Evidence::read(&value, &|_| None);
        let reference = ReferenceData { evidence: &evidence, skus: &skus, to_ascii: &|_| None };
        let guid = "d3b0c442-98fc-4c14-9afb-f4c8996fb924";
        for (text, kind, value, certain) in [
            ("", K::Empty, "", true),
            ("\u{200b} ", K::Empty, "", true),
            (guid, K::Guid, guid, true),
            ("{D3B0C442-98FC-4C14-9AFB-F4C8996FB924}", K::Guid, guid, true),
            ("d3b0c44298fc4c149afbf4c8996fb924", K::Guid, guid, true),
            ("\u{feff}d3b0c442-98fc-4c14-9afb-f4c8996fb924\u{a0}", K::Guid, guid, true),
            (
                "https://portal.example/#x/d3b0c442-98fc-4c14-9afb-f4c8996fb924/y",
                K::Guid,
                guid,
                false,
            ),
            (
                "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
                K::TenantId,
                "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
                true,
            ),
            (
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                K::TenantId,
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                true,
            ),
            ("Common", K::TenantId, "common", true),
            (
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
                K::SubscriptionId,
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
                true,
            ),
            (
                "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01",
                K::SubscriptionId,
                "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01",
                true,
            ),
            (
                "1e1a282c-9c54-43a2-9310-98ef728faace",
                K::SkuId,
                "1e1a282c-9c54-43a2-9310-98ef728faace",
                true,
            ),
            ("dyn365_finance", K::SkuPartNumber, "DYN365_FINANCE", true),
            ("SPB", K::SkuPartNumber, "SPB", true),
            ("DYN365_SOMETHING_NEW", K::SkuPartNumber, "DYN365_SOMETHING_NEW", false),
            ("CFQ7TTC0LH18:0001:CFQ7TTC0K971", K::OfferId, "CFQ7TTC0LH18:0001:CFQ7TTC0K971", true),
            ("CFQ7TTC0LH18:0001", K::OfferId, "CFQ7TTC0LH18:0001", true),
            ("cfq7ttc0lh18", K::ProductId, "CFQ7TTC0LH18", true),
            ("94e858b6d855", K::OrderId, "94e858b6d855", false),
            ("MS-AZR-0145P", K::AzureOffer, "MS-AZR-0145P", true),
            (
                "48a80680-7326-48cd-9935-b556b81d3a4e_2880026b-2b0c-4251-8656-5d41ff11e3aa",
                K::AccountSku,
                "48a80680-7326-48cd-9935-b556b81d3a4e_2880026b-2b0c-4251-8656-5d41ff11e3aa",
                true,
            ),
            ("5357564", K::PartnerId, "5357564", true),
            ("4391507", K::PartnerId, "4391507", false),
            ("MPN ID: 439 1507", K::PartnerId, "4391507", false),
            ("00083575", K::PartnerId, "00083575", false),
            ("12345678901234567890", K::PartnerId, "12345678901234567890", false),
            ("123456789012345678901", K::Unknown, "", false),
            // It has as many digits as a GUID.
            ("MPN ID: 535 75649999999999999999999999999", K::Unknown, "", false),
            ("0", K::Placeholder, "", true),
            ("00000", K::Placeholder, "", true),
            ("MPN ID: 000 0000", K::Placeholder, "", true),
            ("i.d9", K::Domain, "i.d9", true),
            ("contoso", K::Domain, "contoso.onmicrosoft.com", false),
            ("contoso.com", K::Domain, "contoso.com", true),
            ("anna@contoso.com", K::Email, "contoso.com", true),
            ("https://contoso.com/", K::Url, "contoso.com", true),
            ("contoso.com/about", K::Url, "contoso.com", true),
            // A date is not an address.
            ("12/11/2026", K::Unknown, "", false),
            (
                "https://portal.example/00000000-0000-0000-0000-000000000000",
                K::Placeholder,
                "",
                true,
            ),
            ("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", K::Placeholder, "", true),
            ("00000000-0000-0000-0000-000000000000", K::Placeholder, "", true),
            ("your-tenant-id", K::Placeholder, "", true),
            ("<YOUR_SUBSCRIPTION_ID>", K::Placeholder, "", true),
            ("{tenantid}", K::Placeholder, "", true),
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b", K::Unknown, "", false),
            ("3f1c7a52-9b0e", K::Unknown, "", false),
            ("hello world", K::Unknown, "", false),
            ("☃", K::Unknown, "", false),
        ] {
            let expected = Identified { kind, value: value.to_owned(), certain };
            assert_eq!(classify(text, reference), expected, "{text:?}");
        }
    }

    /// A long number is a Partner ID if the evidence lists it as one.
    #[test]
    fn a_long_number_in_the_evidence_is_a_partner_id() {
        let listed = r#"{"partnerIds":[{"id":"123456789012"}]}"#;
        for (evidence, kind) in
            [("{}", IdentifierKind::OrderId), (listed, IdentifierKind::PartnerId)]
        {
            let (evidence, _) = Evidence::read(&json::parse(evidence).0, &|_| None);
            let skus = SkuTable::read("");
            let reference = ReferenceData { evidence: &evidence, skus: &skus, to_ascii: &|_| None };
            assert_eq!(classify("123456789012", reference).kind, kind);
        }
    }
}
