//! The kinds of identifiers and the shapes by which they are recognized.
//!
//! Everything here looks only at the text. What the evidence and the SKU table know is added in
//! [`crate::classify`].

use crate::guid::Guid;
use crate::list::names;
use crate::paste;
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
        /// A subscription to Azure, which has nothing to do with those that are claimed.
        AzureSubscription = "azure-subscription",
        /// An app: registered in a directory, or made with Power Apps.
        AppId = "app-id",
        /// An environment of Power Platform.
        EnvironmentId = "environment-id",
        /// Something else that a GUID can stand for: a user, a group, a request.
        ObjectId = "object-id",
        /// The number of an agreement or of an enrollment.
        AgreementNumber = "agreement-number",
        /// A part number of a price list.
        PriceListNumber = "price-list-number",
        /// The number of an invoice.
        InvoiceNumber = "invoice-number",
        /// A subscription as older invoices name it.
        BillingId = "billing-id",
        /// A reference of somebody's own, such as a ticket.
        Reference = "reference",
        /// The name of an organization.
        OrganizationName = "organization-name",
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

/// The usual numbers of digits of a Partner ID. No length is documented, so any other is only worth
/// a hint.
pub const USUAL_PARTNER_ID_LENGTHS: std::ops::RangeInclusive<usize> = 6..=7;

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

/// A letter or a digit as it looks: O like 0, I and L like 1, in any case.
pub(crate) const fn look_alike(byte: u8) -> u8 {
    match byte.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    }
}

/// A text in whose words of digits the letters that look like digits are digits.
pub(crate) fn with_digits(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    for word in text.split_inclusive(' ') {
        let is_number = word.bytes().filter(u8::is_ascii_digit).count() > 3;
        let as_digit = |sign: char| match sign {
            'O' | 'o' => '0',
            'I' | 'i' | 'L' | 'l' => '1',
            other => other,
        };
        read.extend(word.chars().map(|sign| if is_number { as_digit(sign) } else { sign }));
    }
    read
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

/// The numbers on documents, and references of somebody's own. None of them is a domain, although a
/// domain could be called like that.
///
/// source: Volume Licensing, "Agreement and enrollment numbers"; Microsoft price lists, "Part number";
/// Microsoft 365, "Understand your bill"
pub(crate) fn document_kind(text: &str) -> Option<IdentifierKind> {
    use IdentifierKind as K;
    let bytes = text.as_bytes();
    let are = |bytes: &[u8], is: fn(&u8) -> bool| !bytes.is_empty() && bytes.iter().all(is);
    let capital_or_digit: fn(&u8) -> bool =
        |byte| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    if let Some((before, after)) = text.split_once('-') {
        let (before, after) = (before.as_bytes(), after.as_bytes());
        if before.len() == 3 && after.len() == 5 && are(before, capital_or_digit) {
            let is_listed = are(after, u8::is_ascii_digit) && before.iter().any(u8::is_ascii_digit);
            if is_listed || before == b"AAA" {
                return Some(K::PriceListNumber);
            }
        }
        let digits = after.iter().filter(|byte| byte.is_ascii_digit()).count();
        let is_reference = before.len() > 1
            && are(before, u8::is_ascii_uppercase)
            && digits > 2
            && are(after, |byte| {
                byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'-'
            });
        if is_reference {
            return Some(K::Reference);
        }
    }
    let [first, rest @ ..] = bytes else { return None };
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let digits = bytes.get(letters..).unwrap_or_default();
    if are(digits, u8::is_ascii_digit) {
        match (letters, digits.len()) {
            (1, 7) => return Some(K::AgreementNumber),
            (1, 9) if matches!(first, b'G' | b'E' | b'D') => return Some(K::InvoiceNumber),
            (2.., 6..) if TICKETS.iter().any(|start| text.starts_with(start)) => {
                return Some(K::Reference);
            }
            _ => {}
        }
    }
    if bytes.len() == 10 && matches!(bytes, [b'E', b'0', ..]) && are(rest, capital_or_digit) {
        return Some(K::InvoiceNumber);
    }
    let is_mixed = bytes.iter().any(u8::is_ascii_lowercase)
        && bytes.iter().any(u8::is_ascii_uppercase)
        && are(bytes, |byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'=')
        });
    match bytes.len() {
        16 if is_mixed && paste::position(text, "AAAA").is_some() => Some(K::BillingId),
        28.. if is_mixed
            && !looks_like_guid(text)
            && bytes.iter().filter(|byte| byte.is_ascii_digit()).count() > 1 =>
        {
            Some(K::OrderId)
        }
        _ => None,
    }
}

/// How the numbers of tickets begin in the usual systems.
const TICKETS: [&str; 8] = ["INC", "REQ", "RITM", "CHG", "TASK", "CAS", "CS", "SR"];

/// Is this what an organization is called? By its legal form, or as several words that all begin with a
/// capital letter.
pub(crate) fn is_organization_name(text: &str) -> bool {
    let (mut words, mut capitals, mut has_form) = (0, 0, false);
    for word in text.split([' ', ',']).filter(|word| !word.is_empty()) {
        let is_sign = |letter: char| {
            letter.is_ascii()
                && !letter.is_ascii_alphabetic()
                && !matches!(letter, '&' | '.' | '\'' | '-')
        };
        if word.contains(is_sign) {
            return false;
        }
        has_form |= words > 0 && LEGAL_FORMS.iter().any(|form| form.eq_ignore_ascii_case(word));
        words += 1;
        capitals += usize::from(!word.starts_with(|first: char| first.is_ascii_lowercase()));
    }
    words > 1 && (has_form || words == capitals)
}

const LEGAL_FORMS: &[&str] = &[
    "gmbh", "mbh", "ag", "kg", "ohg", "ug", "se", "e.v.", "inc", "inc.", "ltd", "ltd.", "llc",
    "llp", "plc", "corp", "corp.", "s.a.", "sarl", "sas", "srl", "b.v.", "bv", "ab", "oy",
];

/// Capital letters and digits, with underscores.
pub(crate) fn is_part_number(text: &str) -> bool {
    text.contains('_')
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

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
