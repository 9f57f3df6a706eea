//! The claim as it arrives: the list of fields, the closed answers, and what was typed.

use std::borrow::Cow;

use crate::json::Value;
use crate::list::names;
use crate::paste;

names! {
    /// The fields of a claim, in the order in which findings and forms show them.
    pub enum Field {
        /// Role of the signed-in person in Partner Center.
        UserRole = "userRole",
        /// Tenant ID of the customer.
        CustomerTenantId = "customerTenantId",
        /// A domain of the customer.
        CustomerDomain = "customerDomain",
        /// Solution area.
        SolutionArea = "solutionArea",
        /// What the partner did.
        Activity = "activity",
        /// How the customer bought the product.
        PurchaseChannel = "purchaseChannel",
        /// Product name, SKU part number or SKU GUID.
        Product = "product",
        /// Subscription ID.
        SubscriptionId = "subscriptionId",
        /// Partner ID (MPN ID) of the location.
        PartnerId = "partnerId",
        /// The partner's own tenant, to catch claims on oneself.
        OwnTenantId = "ownTenantId",
        /// Is another partner associated with customer and product?
        CompetingPartner = "competingPartner",
        /// Is the proof of execution at hand?
        ProofOfExecution = "proofOfExecution",
        /// Day of submission, for the timeline.
        SubmittedOn = "submittedOn",
    }
}

names! {
    /// Roles in Partner Center.
    pub enum UserRole {
        /// Global admin.
        GlobalAdmin = "global-admin",
        /// Billing admin.
        BillingAdmin = "billing-admin",
        /// Incentives admin.
        IncentivesAdmin = "incentives-admin",
        /// Any other role.
        Other = "other",
    }
}

names! {
    /// Solution areas that CPOR claims cover.
    pub enum SolutionArea {
        /// Business Applications.
        BusinessApplications = "business-applications",
        /// Microsoft 365.
        Microsoft365 = "microsoft-365",
    }
}

names! {
    /// Activities a partner can claim for.
    pub enum Activity {
        /// Influenced the purchase.
        Presales = "presales",
        /// Drives adoption and usage.
        Usage = "usage",
        /// Influenced the choice as a business influencer, without payment.
        RevenueAssociation = "revenue-association",
    }
}

names! {
    /// How the customer bought the product.
    pub enum PurchaseChannel {
        /// Volume licensing agreement.
        VolumeLicensing = "volume-licensing",
        /// Directly from Microsoft on the web.
        WebDirect = "web-direct",
        /// From a Cloud Solution Provider.
        Csp = "csp",
        /// Some other way.
        Other = "other",
        /// The partner does not know.
        Unknown = "unknown",
    }
}

names! {
    /// Is customer and product associated with another partner?
    pub enum CompetingPartner {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

names! {
    /// Is there a proof of execution?
    pub enum ProofOfExecution {
        /// At hand.
        Ready = "ready",
        /// There is none.
        Missing = "missing",
        /// Not known.
        Unknown = "unknown",
    }
}

impl Field {
    /// The field as a list of one.
    pub fn alone(self) -> &'static [Self] {
        Self::ALL.get(self as usize..=self as usize).unwrap_or_default()
    }

    /// The closed list of answers; empty for text and dates.
    pub const fn options(self) -> &'static [&'static str] {
        match self {
            Self::UserRole => UserRole::NAMES,
            Self::SolutionArea => SolutionArea::NAMES,
            Self::Activity => Activity::NAMES,
            Self::PurchaseChannel => PurchaseChannel::NAMES,
            Self::CompetingPartner => CompetingPartner::NAMES,
            Self::ProofOfExecution => ProofOfExecution::NAMES,
            _ => &[],
        }
    }
}

/// Older name of [`Field::PartnerId`].
const PARTNER_ID_ALIAS: &str = "mpnId";

/// What was typed, field by field, cleaned of what pasting leaves behind.
#[derive(Debug, Default)]
pub struct Claim<'a> {
    /// By the field's number; nothing typed is an empty text.
    texts: [Cow<'a, str>; Field::ALL.len()],
}

/// A part of the input that could not be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum InputFault {
    /// A value of the wrong type, or two values for one field.
    Malformed {
        /// The field, option or part.
        name: Cow<'static, str>,
        /// One of the registry's input problems.
        problem: &'static str,
    },
    /// A field that claims do not have.
    UnknownField {
        /// Its name, shortened.
        name: String,
        /// The claim field it resembles.
        suggestion: Option<Field>,
    },
}

impl<'a> Claim<'a> {
    /// Reads a claim object; everything that is not one becomes a fault.
    pub fn read(value: &'a Value<'a>) -> (Self, Vec<InputFault>) {
        let mut claim = Self::default();
        let mut faults = Vec::new();
        let Some(members) = value.map() else {
            faults.push(InputFault::Malformed { name: "claim".into(), problem: "wrong-type" });
            return (claim, faults);
        };
        for (name, value) in members {
            let field = Field::from_name(name)
                .or_else(|| (name == PARTNER_ID_ALIAS).then_some(Field::PartnerId));
            match (field, value) {
                (_, Value::Null) => {}
                (None, _) => faults.push(InputFault::unknown_field(name)),
                (Some(field), value) => match value.text_or_number().map(paste::clean) {
                    None => faults.push(malformed(field, "wrong-type")),
                    Some(text) if text.is_empty() => {}
                    Some(text) => {
                        let earlier = claim.text(field);
                        if earlier.is_some_and(|earlier| earlier != text) {
                            faults.push(malformed(field, "two-values"));
                        }
                        // The field's own name wins over its alias, whatever the order.
                        if earlier.is_none() || name == field.name() {
                            claim.set(field, text);
                        }
                    }
                },
            }
        }
        (claim, faults)
    }

    fn set(&mut self, field: Field, text: Cow<'a, str>) {
        if let Some(place) = self.texts.get_mut(field as usize) {
            *place = text;
        }
    }

    /// What was typed into a field; `None` if nothing was.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts.get(field as usize).map(|text| text.as_ref()).filter(|text| !text.is_empty())
    }
}

/// The answer to a closed question, as a person types it.
///
/// # Errors
/// What is no answer is a fault.
pub fn read_choice<T>(
    field: Field,
    text: Option<&str>,
    from_typed: fn(&str) -> Option<T>,
) -> Result<Option<T>, InputFault> {
    let Some(text) = text else { return Ok(None) };
    from_typed(text).map(Some).ok_or_else(|| malformed(field, "not-an-option"))
}

impl InputFault {
    /// A claim has a member of this name.
    pub fn unknown_field(name: &str) -> Self {
        Self::UnknownField { name: shortened(name), suggestion: similar_field(name) }
    }
}

/// A fault of one field.
pub fn malformed(field: Field, problem: &'static str) -> InputFault {
    InputFault::Malformed { name: field.name().into(), problem }
}

/// Names of unknown fields come from outside and may be of any length.
fn shortened(name: &str) -> String {
    paste::shortened(paste::clean(name).into_owned(), 40)
}

/// The field whose name differs least, if it differs by a slip: up to two letters, case, `_` and `-`.
fn similar_field(name: &str) -> Option<Field> {
    let name = letters(&shortened(name));
    let alias = (Field::PartnerId, PARTNER_ID_ALIAS);
    let names = Field::ALL.iter().map(|field| (*field, field.name())).chain([alias]);
    let (distance, field) =
        names.map(|(field, other)| (edit_distance(&name, &letters(other)), field)).min()?;
    (distance <= 2).then_some(field)
}

fn letters(name: &str) -> Vec<char> {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Levenshtein distance.
fn edit_distance(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, a) in from.iter().enumerate() {
        // To exchange the first letter is never longer than to put one before it and leave it out.
        let (mut diagonal, mut left) = (line, line);
        for (cell, b) in row.iter_mut().skip(1).zip(to) {
            let above = *cell;
            left = (diagonal + usize::from(a != b)).min(above + 1).min(left + 1);
            (diagonal, *cell) = (above, left);
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(from.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    /// Against the definition, for all words of up to four letters of two.
    #[test]
    fn letters_are_counted_that_differ() {
        fn naive(from: &[char], to: &[char]) -> usize {
            match (from, to) {
                ([], rest) | (rest, []) => rest.len(),
                ([a, from_rest @ ..], [b, to_rest @ ..]) => {
                    let exchanged = naive(from_rest, to_rest) + usize::from(a != b);
                    exchanged.min(naive(from_rest, to) + 1).min(naive(from, to_rest) + 1)
                }
            }
        }
        let word = |bits: u32| -> Vec<char> {
            let length = u32::BITS - 1 - bits.leading_zeros();
            (0..length).map(|at| if bits >> at & 1 == 1 { 'b' } else { 'a' }).collect()
        };
        let words: Vec<_> = (1..32).map(word).collect();
        for from in &words {
            for to in &words {
                assert_eq!(edit_distance(from, to), naive(from, to), "{from:?} {to:?}");
            }
        }
    }

    fn faults(text: &str) -> Vec<InputFault> {
        let (value, _) = json::parse(text);
        Claim::read(&value).1
    }

    #[test]
    fn values_of_any_type() {
        for (text, expected) in [
            (r#"{"partnerId":5357564}"#, vec![]),
            (r#"{"partnerId":null,"product":""}"#, vec![]),
            (r#"{"product":true}"#, vec![malformed(Field::Product, "wrong-type")]),
            (r#"{"product":{}}"#, vec![malformed(Field::Product, "wrong-type")]),
            (r#"{"mpnId":"1","partnerId":"2"}"#, vec![malformed(Field::PartnerId, "two-values")]),
            (r#"{"mpnId":"2","partnerId":"2"}"#, vec![]),
            (r#"{"mpnId":"2","partnerId":" "}"#, vec![]),
        ] {
            assert_eq!(faults(text), expected, "{text}");
        }
        for text in ["null", "42", "\"x\"", "[]", "true"] {
            assert_eq!(
                faults(text),
                [InputFault::Malformed { name: "claim".into(), problem: "wrong-type" }],
                "{text}"
            );
        }
    }

    #[test]
    fn the_alias_gives_way_to_the_field() {
        for text in [r#"{"mpnId":"1","partnerId":"2"}"#, r#"{"partnerId":"2","mpnId":"1"}"#] {
            let (value, _) = json::parse(text);
            assert_eq!(Claim::read(&value).0.text(Field::PartnerId), Some("2"));
        }
        for text in [r#"{"mpnId":"1"}"#, r#"{"mpnId":"1","partnerId":""}"#] {
            let (value, _) = json::parse(text);
            assert_eq!(Claim::read(&value).0.text(Field::PartnerId), Some("1"));
        }
    }

    #[test]
    fn unknown_fields_are_met_with_the_likely_one() {
        for (name, suggestion) in [
            ("customerTenantID", Some(Field::CustomerTenantId)),
            ("customer_tenant_id", Some(Field::CustomerTenantId)),
            ("subscriptonId", Some(Field::SubscriptionId)),
            ("MPNID", Some(Field::PartnerId)),
            ("activty", Some(Field::Activity)),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(similar_field(name), suggestion, "{name}");
        }
        for (from, to, distance) in
            [("", "abc", 3), ("abc", "", 3), ("abc", "xabc", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(edit_distance(&letters(from), &letters(to)), distance, "{from} {to}");
        }
    }

    #[test]
    fn a_field_alone_is_a_list_of_it() {
        assert!(Field::ALL.iter().all(|field| field.alone() == [*field]));
    }

    #[test]
    fn choices_are_read_in_any_spelling() {
        for (typed, expected) in [
            ("global-admin", Ok(Some(UserRole::GlobalAdmin))),
            (" Global Admin ", Ok(Some(UserRole::GlobalAdmin))),
            ("GLOBAL_ADMIN", Ok(Some(UserRole::GlobalAdmin))),
            ("", Ok(None)),
            ("boss", Err(malformed(Field::UserRole, "not-an-option"))),
        ] {
            let text = format!("{{\"userRole\":\"{typed}\"}}");
            let (value, _) = json::parse(&text);
            let (claim, _) = Claim::read(&value);
            let text = claim.text(Field::UserRole);
            assert_eq!(
                read_choice(Field::UserRole, text, UserRole::from_typed),
                expected,
                "{typed}"
            );
        }
    }
}
