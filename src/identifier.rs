//! What did the person paste? Names the kind of an identifier, so that a wrong one can be called
//! by its name.

use serde::{Serialize, Serializer};

use crate::domain::{Domain, ToAscii};
use crate::evidence::{Evidence, NamedSku};
use crate::guid::{Guid, ShapeFault};
use crate::list::names;
use crate::paste;
use crate::sku::SkuTable;

names! {
    /// Kinds of identifiers that occur around a claim.
    pub enum IdentifierKind {
        /// A GUID of which nothing more is known.
        Guid = "guid",
        /// A known or reserved tenant.
        TenantId = "tenant-id",
        /// A known subscription.
        SubscriptionId = "subscription-id",
        /// GUID of a SKU.
        SkuId = "sku-id",
        /// Part number of a SKU.
        SkuPartNumber = "sku-part-number",
        /// Offer, SKU and availability of the new commerce experience.
        OfferId = "offer-id",
        /// Product of the new commerce experience.
        ProductId = "product-id",
        /// Order of the new commerce experience.
        OrderId = "order-id",
        /// Azure offer.
        AzureOffer = "azure-offer",
        /// Account and SKU: `id` of a subscribed SKU.
        AccountSku = "account-sku",
        /// Partner ID (MPN ID).
        PartnerId = "partner-id",
        /// Domain.
        Domain = "domain",
        /// E-mail address.
        Email = "email",
        /// Web address.
        Url = "url",
        /// A stand-in somebody forgot to replace.
        Placeholder = "placeholder",
        /// Nothing.
        Empty = "empty",
        /// None of these.
        Unknown = "unknown",
    }
}

/// What is known beyond the text itself.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Tenants, subscriptions and Partner IDs seen in exports.
    pub evidence: &'a Evidence,
    /// Known SKUs.
    pub skus: &'a SkuTable<'a>,
    /// See [`ToAscii`].
    pub to_ascii: ToAscii<'a>,
}

/// The answer.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Identified {
    /// Kind.
    pub kind: IdentifierKind,
    /// The text in the kind's usual form.
    pub value: String,
    /// Is the form alone proof of the kind? Serialised as `confidence`.
    #[serde(rename = "confidence", serialize_with = "as_confidence")]
    pub certain: bool,
}

impl Identified {
    /// Of no kind that is known.
    pub const fn unknown() -> Self {
        Self { kind: IdentifierKind::Unknown, value: String::new(), certain: false }
    }

    /// `certain` where the form alone is proof of the kind, else `likely`.
    pub const fn confidence(&self) -> &'static str {
        confidence(self.certain)
    }
}

/// A tenant that can never be a customer's.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ReservedTenant {
    /// Which: one of the registry's values for `tenant-id-reserved`.
    pub name: &'static str,
    /// Microsoft's own tenant is unlikely, not impossible.
    pub is_possible: bool,
}

/// Names the kind of a text.
pub fn classify(text: &str, known: Known<'_>) -> Identified {
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
        Ok(guid) => return certain(kind_of_guid(guid, known), guid.to_string()),
        Err(_) if is_placeholder(text) => return certain(K::Placeholder, String::new()),
        Err(_) => {}
    }
    if reserved_name(text).is_some() {
        return certain(K::TenantId, text.to_ascii_lowercase());
    }
    if let Some((account, sku)) = text.split_once('_').and_then(two_guids) {
        return certain(K::AccountSku, format!("{account}_{sku}"));
    }
    if let Some(sku) = known.skus.by_part_number(text) {
        return certain(K::SkuPartNumber, sku.part_number.to_string());
    }
    if let Some(part_number) = NamedSku::by_part_number(&known.evidence.skus, text) {
        return certain(K::SkuPartNumber, part_number.to_owned());
    }
    if let Some(kind) = commerce_kind(text) {
        return certain(kind, text.to_ascii_uppercase());
    }
    if let Some(digits) = digits(text) {
        let listed = known.evidence.partner_ids.iter().any(|account| account.id == digits);
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
    if looks_like_guid(text) {
        return Identified::unknown();
    }
    if text.contains('/') {
        return match Guid::find(text) {
            Some(Guid::NIL) => certain(K::Placeholder, String::new()),
            Some(guid) => likely(kind_of_guid(guid, known), guid.to_string()),
            None if !is_address(text) => Identified::unknown(),
            None => Domain::read(text, known.to_ascii)
                .map_or_else(|_| Identified::unknown(), |host| certain(K::Url, host.into_string())),
        };
    }
    match Domain::read(text, known.to_ascii) {
        Ok(domain) if text.contains('@') => certain(K::Email, domain.into_string()),
        Ok(domain) if text.contains('.') => certain(K::Domain, domain.into_string()),
        Ok(domain) => likely(K::Domain, domain.into_string()),
        Err(_) if is_part_number(text) => likely(K::SkuPartNumber, text.to_owned()),
        Err(_) => Identified::unknown(),
    }
}

/// Is what stands before the first slash a scheme or a host? A date is neither.
fn is_address(text: &str) -> bool {
    let start = text.split('/').next().unwrap_or_default();
    start.ends_with(':') || start.contains('.')
}

/// A domain in small letters and digits, as nearly all are: it has a dot and ends in a letter, so that
/// of all other kinds only a stand-in and the part number of a SKU can look the same.
pub fn plain_domain(text: &str, known: Known<'_>) -> Option<Domain> {
    let domain = Domain::plain(text)?;
    let is_other = is_placeholder(text)
        || known.skus.by_part_number(text).is_some()
        || NamedSku::by_part_number(&known.evidence.skus, text).is_some();
    (!is_other).then_some(domain)
}

/// Kind of a cleaned text, and the GUID that it is or holds.
pub fn classify_guid(text: &str, known: Known<'_>) -> (IdentifierKind, Result<Guid, ShapeFault>) {
    match Guid::parse(text) {
        Ok(guid) if guid != Guid::NIL => (kind_of_guid(guid, known), Ok(guid)),
        _ => {
            let Identified { kind, value, .. } = classify(text, known);
            (kind, Guid::parse(if value.is_empty() { text } else { &value }))
        }
    }
}

/// Longer runs of digits are no Partner ID of any age.
pub const MAX_PARTNER_ID: usize = 20;

/// Digits, also behind `MPN`, `MPN ID` or `Partner ID` and with blanks between.
pub fn digits(text: &str) -> Option<String> {
    const SIGNS: [char; 5] = [' ', ':', '#', '-', '.'];
    if !text.ends_with(|last: char| last.is_ascii_digit() || last == ' ') {
        return None;
    }
    let label = text.trim_start_matches(|character: char| {
        character.is_ascii_alphabetic() || SIGNS.contains(&character)
    });
    let name = text.get(..text.len() - label.len()).unwrap_or_default().trim_matches(SIGNS);
    if name.contains([':', '#', '.']) {
        return None;
    }
    let name: String = name.chars().filter(char::is_ascii_alphabetic).collect();
    if !matches!(name.to_ascii_lowercase().as_str(), "" | "mpn" | "mpnid" | "partnerid" | "id") {
        return None;
    }
    let digits: String = label.chars().filter(|character| *character != ' ').collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(digits)
}

/// A stand-in for a number, however long it is and whatever stands before it.
pub fn is_zero(digits: &str) -> bool {
    digits.bytes().all(|digit| digit == b'0')
}

/// Meant as a GUID, though it is none: grouped like one, or nothing but a run of mixed hexadecimal
/// digits. Without this, a mistyped GUID would pass for a bare domain name.
pub fn looks_like_guid(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !text.bytes().all(|byte| is_word(byte) || matches!(byte, b'{' | b'}' | b'(' | b')')) {
        return false;
    }
    let text = text.trim_matches(['{', '}', '(', ')']);
    if !text.bytes().all(is_word) {
        return false;
    }
    let characters = text.chars().filter(|character| *character != '-').count();
    let hexadecimal = text.chars().filter(char::is_ascii_hexdigit).count();
    let hyphens = text.chars().filter(|character| *character == '-').count();
    let mixed = text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let mostly_hexadecimal = hexadecimal * 5 >= characters * 4;
    mixed
        && mostly_hexadecimal
        && (hyphens >= 3 || characters >= 20 || (hexadecimal == characters && characters >= 8))
}

/// The reserved tenant behind a name or GUID.
///
/// source: Microsoft Authentication Library, "Authority"; Partner Center, "Earnings revenue"
pub fn reserved_tenant(guid: Guid) -> Option<ReservedTenant> {
    let name = match guid {
        Guid::NIL => "nil",
        PERSONAL_ACCOUNTS | PERSONAL_MAIL => "personal-accounts",
        MICROSOFT_SERVICES => "microsoft-services",
        MICROSOFT => return Some(ReservedTenant { name: "microsoft", is_possible: true }),
        _ => return None,
    };
    Some(ReservedTenant { name, is_possible: false })
}

/// The reserved tenant behind a name that sign-in addresses use in place of a tenant.
pub fn reserved_name(text: &str) -> Option<ReservedTenant> {
    let names = [
        ("common", "multi-tenant"),
        ("organizations", "multi-tenant"),
        ("consumers", "personal-accounts"),
    ];
    let (_, name) = names.into_iter().find(|(known, _)| text.eq_ignore_ascii_case(known))?;
    Some(ReservedTenant { name, is_possible: false })
}

const PERSONAL_ACCOUNTS: Guid = Guid::from_halves(0x9188_040d_6c67_4c5b, 0xb112_36a3_04b6_6dad);
const PERSONAL_MAIL: Guid = Guid::from_halves(0x9cd8_0435_793b_4f48, 0x844b_6b3f_37d1_c1f3);
const MICROSOFT_SERVICES: Guid = Guid::from_halves(0xf8cd_ef31_a31e_4b4a, 0x93e4_5f57_1e91_255a);
const MICROSOFT: Guid = Guid::from_halves(0x72f9_88bf_86f1_41af, 0x91ab_2d7c_d011_db47);

const fn confidence(certain: bool) -> &'static str {
    if certain { "certain" } else { "likely" }
}

fn as_confidence<S: Serializer>(certain: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(confidence(*certain))
}

/// Every GUID of which more is known than that it is one.
pub fn known_guids(known: Known<'_>) -> impl Iterator<Item = Guid> {
    let Known { evidence, skus, .. } = known;
    let tenants = evidence.tenants.iter().map(|tenant| tenant.tenant_id);
    let subscriptions = evidence.subscriptions.iter().flat_map(|record| {
        [Some(record.id), record.commerce_subscription_id, record.tenant_id].into_iter().flatten()
    });
    let associations = evidence
        .associations
        .iter()
        .flat_map(|one| [Some(one.tenant_id), one.subscription_id].into_iter().flatten());
    let reserved = [Guid::NIL, PERSONAL_ACCOUNTS, PERSONAL_MAIL, MICROSOFT_SERVICES, MICROSOFT];
    let named = evidence.skus.iter().map(|sku| sku.sku_id);
    tenants.chain(subscriptions).chain(associations).chain(reserved).chain(named).chain(skus.ids())
}

fn kind_of_guid(guid: Guid, known: Known<'_>) -> IdentifierKind {
    if reserved_tenant(guid).is_some() || known.evidence.names_tenant(guid) {
        IdentifierKind::TenantId
    } else if known.evidence.subscriptions_with_id(guid).next().is_some() {
        IdentifierKind::SubscriptionId
    } else if known.skus.by_id(guid).is_some()
        || known.evidence.skus.iter().any(|sku| sku.sku_id == guid)
    {
        IdentifierKind::SkuId
    } else {
        IdentifierKind::Guid
    }
}

/// All x, all zero, or the words of a template.
fn is_placeholder(text: &str) -> bool {
    let mut letters = [0; 40];
    let mut length = 0;
    for byte in text.bytes().filter(u8::is_ascii_alphanumeric) {
        let Some(letter) = letters.get_mut(length) else { break };
        *letter = byte.to_ascii_lowercase();
        length += 1;
    }
    let letters = letters.get(..length).unwrap_or_default();
    let all = |character| length > 3 && letters.iter().all(|other| *other == character);
    let words = letters.strip_prefix(b"your").unwrap_or(letters);
    let words = words.strip_prefix(b"customer").unwrap_or(words);
    all(b'x') || all(b'0') || TEMPLATE_WORDS.iter().any(|template| template.as_bytes() == words)
}

const TEMPLATE_WORDS: &[&str] = &[
    "tenantid",
    "tenant",
    "directoryid",
    "subscriptionid",
    "subscription",
    "domain",
    "domaincom",
    "domainname",
    "partnerid",
    "mpnid",
    "guid",
    "placeholder",
];

fn two_guids((account, sku): (&str, &str)) -> Option<(Guid, Guid)> {
    Some((Guid::parse(account).ok()?, Guid::parse(sku).ok()?))
}

/// Offers, products and Azure offers have shapes of their own.
///
/// source: Partner Center REST, `Subscription`
fn commerce_kind(text: &str) -> Option<IdentifierKind> {
    let alphanumeric = |part: &str, length| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let product = |part: &str| {
        let family = part.get(..6).unwrap_or_default();
        let is_known = |known: &&str| family.eq_ignore_ascii_case(known);
        alphanumeric(part, 12) && ["CFQ7TT", "DZH318"].iter().any(is_known)
    };
    if product(text) {
        return Some(IdentifierKind::ProductId);
    }
    let mut parts = text.split(':');
    if parts.next().is_some_and(product) {
        let is_offer = parts.next().is_some_and(|sku| alphanumeric(sku, 4))
            && parts.next().is_none_or(|availability| alphanumeric(availability, 12))
            && parts.next().is_none();
        return is_offer.then_some(IdentifierKind::OfferId);
    }
    let offer = text.get(..7).filter(|head| head.eq_ignore_ascii_case("ms-azr-"));
    let number = offer.and_then(|_| text.get(7..)).filter(|rest| alphanumeric(rest, 5))?;
    let (number, letter) = number.split_at_checked(4)?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && letter.eq_ignore_ascii_case("p")).then_some(IdentifierKind::AzureOffer)
}

/// Capital letters and digits with underscores between.
fn is_part_number(text: &str) -> bool {
    text.contains('_')
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

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
        let known = Known { evidence: &evidence, skus: &skus, to_ascii: &|_| None };
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
            // As many digits as a GUID has.
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
            // A date is no address.
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
            assert_eq!(classify(text, known), expected, "{text:?}");
        }
    }

    #[test]
    fn digits_behind_a_label() {
        for text in ["5357564", "535 7564", "535 7564 ", "MPN ID: 5357564", "Partner-ID #5357564"] {
            assert_eq!(digits(text).as_deref(), Some("5357564"), "{text}");
        }
        for text in ["Order 5357564", "Offer: 5357564", "5357564 a", "53575.64", "MPN ID", ""] {
            assert_eq!(digits(text), None, "{text}");
        }
    }

    /// A long number counts as a Partner ID once an account has it.
    #[test]
    fn a_long_number_that_is_listed() {
        let listed = r#"{"partnerIds":[{"id":"123456789012"}]}"#;
        for (evidence, kind) in
            [("{}", IdentifierKind::OrderId), (listed, IdentifierKind::PartnerId)]
        {
            let (evidence, _) = Evidence::read(&json::parse(evidence).0, &|_| None);
            let skus = SkuTable::read("");
            let known = Known { evidence: &evidence, skus: &skus, to_ascii: &|_| None };
            assert_eq!(classify("123456789012", known).kind, kind);
        }
    }

    /// Each at the edge of one condition, and what is beside it.
    #[test]
    fn shapes_beside_those_of_the_kinds() {
        for (text, kind) in [
            ("CFQ7TTC0LH1", None),
            ("CFQ7TTC0LH1-", None),
            ("ABCDEFC0LH18", None),
            ("DZH318Z0BPS6", Some(IdentifierKind::ProductId)),
            ("CFQ7TTC0LH18:0001", Some(IdentifierKind::OfferId)),
            ("CFQ7TTC0LH18:00-1", None),
            ("CFQ7TTC0LH18:001", None),
            ("CFQ7TTC0LH18:0001:CFQ7TTC0K971", Some(IdentifierKind::OfferId)),
            ("CFQ7TTC0LH18:0001:CFQ7TTC0K97", None),
            ("CFQ7TTC0LH18:001:CFQ7TTC0K971", None),
            ("CFQ7TTC0LH18:0001:CFQ7TTC0K971:x", None),
            ("ms-azr-0017p", Some(IdentifierKind::AzureOffer)),
            ("MS-AZR-0017Q", None),
            ("MS-AZR-00A7P", None),
            ("MS-AZR-00A7Q", None),
            ("MS-AZR-0017P1", None),
            ("MS-AZX-0017P", None),
        ] {
            assert_eq!(commerce_kind(text), kind, "{text}");
        }
        for (text, is_placeholder_text) in [
            ("xxxx", true),
            ("xxx", false),
            ("0000", true),
            ("000", false),
            ("x0x0", false),
            ("your customer tenant", true),
            ("your tenants", false),
        ] {
            assert_eq!(is_placeholder(text), is_placeholder_text, "{text}");
        }
        for (text, is_number) in [
            ("DYN365_SALES", true),
            ("DYN365", false),
            ("Dyn365_Sales", false),
            ("_", true),
            ("SPE_E5", true),
            ("SPE_E-5", false),
        ] {
            assert_eq!(is_part_number(text), is_number, "{text}");
        }
    }

    #[test]
    fn runs_and_groups_of_hexadecimal_digits() {
        for text in [
            "3f1c7a529b0e4d6axyzw",
            "3f1c-9b0e-4d6a-8x27",
            "{3f1c7a52}",
            "3f1c7a52-9b",
            "3f1c7a529b0e4d6axyzwa",
        ] {
            assert!(looks_like_guid(text), "{text}");
        }
        for text in [
            "3f1c7a529b0e4d6axyz",
            "3f1c7a529b0e4d6xyzwv",
            "3f1c-9b0e-4d6x",
            "3f1c7a5",
            "3f1c7a5x",
            "3f1c",
            "12345678",
            "deadbeef",
            "my-own-long-name",
            "a1-b-c-long-name-of-many-words",
            "3f1c7a52.9b0e",
            "3f1c7a52 9b0e",
            "3f1c{7a52}9b0e",
        ] {
            assert!(!looks_like_guid(text), "{text}");
        }
    }

    #[test]
    fn words_that_are_no_guid() {
        for text in
            ["contoso", "decade", "fabrikam-2024", "adventure-works", "facade", "x9", "abc-def-com"]
        {
            assert!(!looks_like_guid(text), "{text}");
        }
        for text in [
            "3f1c7a52",
            "3f1c7a52-",
            "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3bg",
            "3f1c7a529b0e4d6a8c275e41f0a9d3b",
        ] {
            assert!(looks_like_guid(text), "{text}");
        }
    }
}
