//! The claim as it arrives: its fields, the closed lists of answers, and the texts that were
//! entered.

use std::borrow::Cow;

use crate::json::Value;
use crate::list::names;
use crate::number;
use crate::order::edit_distance;
use crate::paste;
use crate::placeholder;

names! {
    /// The fields of a claim, in the order of forms and findings.
    pub enum Field {
        /// The role in Partner Center of the person who files the claim.
        UserRole = "userRole",
        /// The customer's tenant ID.
        CustomerTenantId = "customerTenantId",
        /// One of the customer's domains.
        CustomerDomain = "customerDomain",
        /// Solution area.
        SolutionArea = "solutionArea",
        /// What the partner did.
        Activity = "activity",
        /// How the customer bought the product.
        PurchaseChannel = "purchaseChannel",
        /// A product name, a SKU part number or a SKU GUID.
        Product = "product",
        /// The subscription ID.
        SubscriptionId = "subscriptionId",
        /// The Partner ID (formerly MPN ID) of a location.
        PartnerId = "partnerId",
        /// The partner's own tenant ID. It catches claims that name the wrong tenant.
        OwnTenantId = "ownTenantId",
        /// Is another partner associated with the customer and the product?
        CompetingPartner = "competingPartner",
        /// Is there a proof of execution?
        ProofOfExecution = "proofOfExecution",
        /// The day of submission. The timeline starts there.
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
    /// The solution areas that CPOR claims cover.
    pub enum SolutionArea {
        /// Business Applications.
        BusinessApplications = "business-applications",
        /// Microsoft 365.
        Microsoft365 = "microsoft-365",
    }
}

names! {
    /// The activities that a partner can claim.
    pub enum Activity {
        /// The partner influenced the purchase.
        Presales = "presales",
        /// The partner drives adoption and usage.
        Usage = "usage",
        /// The partner influenced the choice as a business influencer and receives no payment.
        RevenueAssociation = "revenue-association",
    }
}

names! {
    /// How the customer bought the product.
    pub enum PurchaseChannel {
        /// Through a volume licensing agreement.
        VolumeLicensing = "volume-licensing",
        /// On the web, directly from Microsoft.
        WebDirect = "web-direct",
        /// From a partner in the Cloud Solution Provider program.
        Csp = "csp",
        /// In some other way.
        Other = "other",
        /// The partner does not know.
        Unknown = "unknown",
    }
}

names! {
    /// Is another partner associated with the customer and the product?
    pub enum CompetingPartner {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// The person does not know.
        Unknown = "unknown",
    }
}

names! {
    /// Is there a proof of execution?
    pub enum ProofOfExecution {
        /// There is one.
        Ready = "ready",
        /// There is none.
        Missing = "missing",
        /// The person does not know.
        Unknown = "unknown",
    }
}

impl Field {
    /// A slice that holds only this field.
    pub fn alone(self) -> &'static [Self] {
        Self::ALL.get(self as usize..=self as usize).unwrap_or_default()
    }

    /// The closed list of answers; empty for fields that take text or a day.
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

    /// Does the text say nothing: is it empty, or one that stands for a value which is still to come, in
    /// a field where people leave such texts? Zeros are left to the fields that know them.
    pub fn is_nothing(self, text: &str) -> bool {
        let is_text = self.options().is_empty() && self != Self::SubmittedOn;
        text.is_empty() || is_text && placeholder::says_nothing(text)
    }

    /// Do two texts of the field say the same, such as a number with and without the `.0` of a
    /// spreadsheet?
    pub fn is_one_value(self, one: &str, other: &str) -> bool {
        let is_number = || {
            let digits = number::digits(one);
            self == Self::PartnerId && digits.is_some() && digits == number::digits(other)
        };
        one.eq_ignore_ascii_case(other) || is_number()
    }
}

impl Field {
    /// The answer to a closed question that was probably meant: the closest, within two edits. Case and
    /// signs do not count.
    pub fn nearest_answer(self, typed: &str) -> Option<&'static str> {
        let answers = match self {
            Self::UserRole => UserRole::NAMES,
            Self::SolutionArea => SolutionArea::NAMES,
            Self::Activity => Activity::NAMES,
            Self::PurchaseChannel => PurchaseChannel::NAMES,
            Self::CompetingPartner => CompetingPartner::NAMES,
            Self::ProofOfExecution => ProofOfExecution::NAMES,
            _ => return None,
        };
        // Of short words, two edits make anything.
        let is_long = |text: &str| letters(text).len() > 3;
        let near = nearest(typed, answers).and_then(|at| answers.get(at).copied());
        near.filter(|answer| is_long(answer) && is_long(typed))
    }
}

/// The former name of [`Field::PartnerId`], still accepted.
const PARTNER_ID_ALIAS: &str = "mpnId";

/// The texts of a claim by field, without the traces of copying and pasting.
#[derive(Debug, Default)]
pub struct Claim<'a> {
    /// By field number. An empty text means that nothing was entered.
    texts: [Cow<'a, str>; Field::ALL.len()],
}

/// A part of the input that could not be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum InputFault {
    /// A value of the wrong type, or several values for one field.
    Malformed {
        /// The name of the field or option, or `claim`.
        name: Cow<'static, str>,
        /// One of the values that the code `input-malformed` has for `problem`.
        problem: &'static str,
    },
    /// A member that claims do not have.
    UnknownField {
        /// The member's name, shortened.
        name: String,
        /// The field that was probably meant.
        suggestion: Option<Field>,
    },
}

impl InputFault {
    /// Is it about the value of this field?
    pub fn is_of(&self, field: Field) -> bool {
        matches!(self, Self::Malformed { name, .. } if *name == field.name())
    }
}

impl<'a> Claim<'a> {
    /// Reads a claim from a JSON object. Returns everything that could not be read as faults.
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
                    None => faults.push(malformed(field, problem_of(value))),
                    Some(text) if field.is_nothing(&text) => {}
                    Some(text) => {
                        let earlier = claim.text(field);
                        if earlier.is_some_and(|earlier| !field.is_one_value(earlier, &text)) {
                            faults.push(malformed(field, "two-values"));
                        }
                        if earlier.is_none() {
                            claim.set(field, text);
                        }
                    }
                },
            }
        }
        (claim, faults)
    }

    /// With this solution area, if the claim names none that can be read.
    #[must_use]
    pub fn with_area_or(mut self, area: SolutionArea) -> Self {
        let field = Field::SolutionArea;
        let read = read_choice(field, self.text(field), SolutionArea::from_typed);
        if !matches!(read, Ok(Some(_))) {
            self.set(field, area.name().into());
        }
        self
    }

    fn set(&mut self, field: Field, text: Cow<'a, str>) {
        if let Some(slot) = self.texts.get_mut(field as usize) {
            *slot = text;
        }
    }

    /// The text that was entered for a field, or `None`.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts.get(field as usize).map(|text| text.as_ref()).filter(|text| !text.is_empty())
    }
}

/// Reads the answer to a closed question, in any spelling that `from_typed` accepts.
///
/// # Errors
///
/// A text that is not in the list of answers is a fault.
pub fn read_choice<T>(
    field: Field,
    text: Option<&str>,
    from_typed: fn(&str) -> Option<T>,
) -> Result<Option<T>, InputFault> {
    let Some(text) = text else { return Ok(None) };
    from_typed(text).map(Some).ok_or_else(|| malformed(field, "not-an-option"))
}

impl InputFault {
    /// The fault of a claim that has a member with this name.
    pub fn unknown_field(name: &str) -> Self {
        Self::UnknownField { name: shortened(name), suggestion: similar_field(name) }
    }
}

/// What is wrong with a value that is neither a text nor a number.
fn problem_of(value: &Value<'_>) -> &'static str {
    let is_several = value.list().is_some_and(|values| values.len() > 1);
    if is_several { "two-values" } else { "wrong-type" }
}

/// A fault of one field.
pub fn malformed(field: Field, problem: &'static str) -> InputFault {
    InputFault::Malformed { name: field.name().into(), problem }
}

/// The names of unknown members come from outside and can have any length.
fn shortened(name: &str) -> String {
    paste::shortened(paste::clean(name).into_owned(), 40)
}

/// The field whose name is closest, within two edits. Case, `_` and `-` do not count.
fn similar_field(name: &str) -> Option<Field> {
    let is_alias = || nearest(name, &[PARTNER_ID_ALIAS]).map(|_| Field::PartnerId);
    nearest(name, Field::NAMES).and_then(|at| Field::ALL.get(at).copied()).or_else(is_alias)
}

/// The place of the name that is closest, within two edits.
fn nearest(typed: &str, names: &[&str]) -> Option<usize> {
    let typed = letters(&shortened(typed));
    let distances = names.iter().map(|name| edit_distance(&typed, &letters(name)));
    let (distance, at) = distances.zip(0..).min()?;
    (distance <= 2).then_some(at)
}

fn letters(name: &str) -> Vec<char> {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn answers_that_were_meant() {
        for (field, typed, meant) in [
            (Field::UserRole, "incentive admin", Some("incentives-admin")),
            (Field::UserRole, "global admim", Some("global-admin")),
            (Field::UserRole, "admin", None),
            (Field::UserRole, "emperor", None),
            (Field::Activity, "pre-sale", Some("presales")),
            (Field::Activity, "use", None),
            (Field::PurchaseChannel, "volume licencing", Some("volume-licensing")),
            (Field::SolutionArea, "business application", Some("business-applications")),
            (Field::SolutionArea, "Microsoft 356", Some("microsoft-365")),
            (Field::CompetingPartner, "nö", None),
            (Field::Product, "Finanse", None),
        ] {
            assert_eq!(field.nearest_answer(typed), meant, "{typed}");
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
            (r#"{"product":["1"]}"#, vec![malformed(Field::Product, "wrong-type")]),
            (r#"{"product":["1","2"]}"#, vec![malformed(Field::Product, "two-values")]),
            (r#"{"mpnId":"1","partnerId":"2"}"#, vec![malformed(Field::PartnerId, "two-values")]),
            (r#"{"mpnId":"2","partnerId":"2"}"#, vec![]),
            (r#"{"mpnId":"5357564.0","partnerId":"MPN ID 5357564"}"#, vec![]),
            (r#"{"mpnId":"2","partnerId":" "}"#, vec![]),
            (r#"{"mpnId":"2","partnerId":"n/a"}"#, vec![]),
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
    fn the_field_or_its_alias() {
        for text in [
            r#"{"mpnId":"1"}"#,
            r#"{"mpnId":"1","partnerId":""}"#,
            r#"{"mpnId":"1","partnerId":"tbd"}"#,
            r#"{"mpnId":"tbd","partnerId":"1"}"#,
        ] {
            let (value, _) = json::parse(text);
            assert_eq!(Claim::read(&value).0.text(Field::PartnerId), Some("1"));
        }
    }

    #[test]
    fn unknown_fields_suggest_the_likely_one() {
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
    }

    #[test]
    fn alone_holds_only_the_field() {
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
