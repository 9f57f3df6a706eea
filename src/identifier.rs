//! The kinds of identifiers and the shapes by which they are recognized.
//!
//! Everything here looks only at the text. What the evidence and the SKU table know is added in
//! [`crate::classify`].

use crate::guid::Guid;
use crate::list::names;
use crate::placeholder;

names! {
    /// The kinds of identifiers that occur around a claim.
    pub enum IdentifierKind {
        /// A GUID about which nothing else is known.
        Guid = "guid",
        /// A tenant that is reserved or occurs in the evidence.
        TenantId = "tenant-id",
        /// A subscription that occurs in the evidence.
        SubscriptionId = "subscription-id",
        /// The GUID of a SKU.
        SkuId = "sku-id",
        /// The part number of a SKU.
        SkuPartNumber = "sku-part-number",
        /// An offer of the new commerce experience: product, SKU and optionally availability.
        OfferId = "offer-id",
        /// A product of the new commerce experience.
        ProductId = "product-id",
        /// An order of the new commerce experience.
        OrderId = "order-id",
        /// An Azure offer.
        AzureOffer = "azure-offer",
        /// Account and SKU, as in the `id` of a subscribed SKU.
        AccountSku = "account-sku",
        /// A Partner ID (formerly MPN ID).
        PartnerId = "partner-id",
        /// A domain.
        Domain = "domain",
        /// An email address.
        Email = "email",
        /// A web address.
        Url = "url",
        /// A placeholder that somebody forgot to replace.
        Placeholder = "placeholder",
        /// No text.
        Empty = "empty",
        /// None of these.
        Unknown = "unknown",
    }
}

/// A tenant that can never be a customer's, or hardly ever.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ReservedTenant {
    /// The value that the code `tenant-id-reserved` has for `tenant`.
    pub name: &'static str,
    /// True for Microsoft's own tenant, which is unlikely but possible.
    pub is_possible: bool,
}

/// Longer runs of digits are never a Partner ID.
pub const MAX_PARTNER_ID: usize = 20;

/// The digits of a number, with or without a label such as `MPN ID` or `Partner ID`, and with
/// spaces between. Several numbers, one behind the other, are none.
pub fn digits(text: &str) -> Option<String> {
    const SIGNS: [char; 5] = [' ', ':', '#', '-', '.'];
    let text = without_decimals(text);
    if numbers(text).is_some() {
        return None;
    }
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

/// The numbers of a text that is a list of several Partner IDs: with nothing but signs between them,
/// and each too long to be a group of digits of one number.
pub fn numbers(text: &str) -> Option<Vec<&str>> {
    const SHORTEST: usize = 5;
    let is_sign = |one: char| matches!(one, ' ' | ',' | ';' | '/' | '|' | '+' | '&');
    let numbers: Vec<&str> = text.split(is_sign).filter(|number| !number.is_empty()).collect();
    let is_number = |number: &&str| {
        number.len() >= SHORTEST && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    (numbers.len() > 1 && numbers.iter().all(is_number)).then_some(numbers)
}

/// Without `.0`, which spreadsheets leave behind numbers.
fn without_decimals(text: &str) -> &str {
    let whole = text.trim_end_matches('0');
    match whole.strip_suffix(['.', ',']) {
        Some(number)
            if whole.len() < text.len() && number.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            number
        }
        _ => text,
    }
}

/// Zeros of any length are a placeholder.
pub fn is_zero(digits: &str) -> bool {
    digits.bytes().all(|digit| digit == b'0')
}

/// Was the text meant as a GUID? True if it is grouped like one or is a run of mixed hexadecimal
/// digits. Without this test, a mistyped GUID would be read as a bare domain name.
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

/// The reserved tenant with this GUID.
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

/// The reserved tenant with this name. Sign-in addresses use such names in place of a tenant.
pub fn reserved_name(text: &str) -> Option<ReservedTenant> {
    let names = [
        ("common", "multi-tenant"),
        ("organizations", "multi-tenant"),
        ("consumers", "personal-accounts"),
    ];
    let (_, name) = names.into_iter().find(|(reserved, _)| text.eq_ignore_ascii_case(reserved))?;
    Some(ReservedTenant { name, is_possible: false })
}

/// Every reserved tenant that has a GUID.
pub(crate) const RESERVED_TENANTS: [Guid; 5] =
    [Guid::NIL, PERSONAL_ACCOUNTS, PERSONAL_MAIL, MICROSOFT_SERVICES, MICROSOFT];
const PERSONAL_ACCOUNTS: Guid = Guid::from_halves(0x9188_040d_6c67_4c5b, 0xb112_36a3_04b6_6dad);
const PERSONAL_MAIL: Guid = Guid::from_halves(0x9cd8_0435_793b_4f48, 0x844b_6b3f_37d1_c1f3);
const MICROSOFT_SERVICES: Guid = Guid::from_halves(0xf8cd_ef31_a31e_4b4a, 0x93e4_5f57_1e91_255a);
const MICROSOFT: Guid = Guid::from_halves(0x72f9_88bf_86f1_41af, 0x91ab_2d7c_d011_db47);

/// All x, all zeros, or a text that stands for a value which is still to come.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let letters = |byte: &u8| byte.is_ascii_alphanumeric();
    let mut letters = text.bytes().filter(letters).peekable();
    let is_zero = letters.peek().is_some() && letters.clone().all(|letter| letter == b'0');
    is_zero && letters.count() > 3 || placeholder::says_nothing(text)
}

/// Both parts, if each is a GUID.
pub(crate) fn guid_pair((account, sku): (&str, &str)) -> Option<(Guid, Guid)> {
    Some((Guid::parse(account).ok()?, Guid::parse(sku).ok()?))
}

/// Offers, products and Azure offers have shapes of their own.
///
/// source: Partner Center REST, `Subscription`
pub(crate) fn commerce_kind(text: &str) -> Option<IdentifierKind> {
    let alphanumeric = |part: &str, length| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let product = |part: &str| {
        let family = part.get(..6).unwrap_or_default();
        let is_family = |prefix: &&str| family.eq_ignore_ascii_case(prefix);
        alphanumeric(part, 12) && ["CFQ7TT", "DZH318"].iter().any(is_family)
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

/// Capital letters and digits, with underscores.
pub(crate) fn is_part_number(text: &str) -> bool {
    text.contains('_')
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_behind_a_label() {
        for text in ["5357564", "535 7564", "535 7564 ", "MPN ID: 5357564", "Partner-ID #5357564"] {
            assert_eq!(digits(text).as_deref(), Some("5357564"), "{text}");
        }
        for text in ["5357564.0", "5357564.00", "5357564,0", "MPN ID: 5357564.0"] {
            assert_eq!(digits(text).as_deref(), Some("5357564"), "{text}");
        }
        for text in ["5357564 6363276", "5357564, 6363276", "5357564/63632765"] {
            assert_eq!(digits(text), None, "{text}");
        }
        for text in ["Order 5357564", "Offer: 5357564", "5357564 a", "53575.64", "MPN ID", ""] {
            assert_eq!(digits(text), None, "{text}");
        }
    }

    /// Texts on either side of each condition.
    #[test]
    fn texts_on_either_side_of_a_shape() {
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
            ("xxx", true),
            ("xx", false),
            ("n/a", true),
            ("k. A.", true),
            ("NaN", true),
            ("–", true),
            ("<tenant>", true),
            ("nasa", false),
            ("日本", false),
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
    fn words_that_do_not_look_like_a_guid() {
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
