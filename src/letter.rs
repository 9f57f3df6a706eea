//! The letter to the customer's administrator: what to ask for, and what the reply says.

use serde::Serialize;

use crate::code::CheckId;
use crate::json::Value;
use crate::list::names;
use crate::report::Asks;

mod lines;
mod numbers;
mod reply;
mod words;

pub use reply::{Answer, Reply, read_reply};

names! {
    /// What the customer's administrator is asked. Each has a sentence in every language.
    pub enum CustomerQuestion {
        /// Their tenant ID.
        TenantId = "tenant-id",
        /// A domain that is verified in their tenant.
        Domain = "domain",
        /// Whether the domain is verified in the tenant.
        TenantDomain = "tenant-domain",
        /// The ID of the subscription that contains the product.
        SubscriptionId = "subscription-id",
        /// Whether the subscription is theirs.
        SubscriptionOnTenant = "subscription-on-tenant",
        /// The product that the subscription is for.
        Product = "product",
        /// How it was bought.
        Channel = "channel",
        /// Whether its products are set up.
        SetUp = "set-up",
        /// Whether it is active.
        Status = "status",
        /// Whether another partner is associated with the product.
        OtherPartner = "other-partner",
    }
}

/// A question, with the checks that the answer is for.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AskedQuestion {
    /// The question.
    pub question: CustomerQuestion,
    /// The checks.
    pub checks: Vec<CheckId>,
}

/// What to ask the customer of a report: what is open and their administrator can answer. Each question
/// occurs once, in the order of the checks.
pub fn questions(report: &Value<'_>) -> Vec<AskedQuestion> {
    let understood = |field: &str| {
        let value = report.get("understood").and_then(|all| all.get(field));
        value.and_then(Value::text).is_some_and(|text| !text.is_empty())
    };
    let mut all: Vec<AskedQuestion> = Vec::new();
    for check in report.get("checks").and_then(Value::list).unwrap_or_default() {
        let name = |member: &str| check.get(member).and_then(Value::text).unwrap_or_default();
        let is_asked = name("asks") == Asks::Customer.name();
        let Some(id) = CheckId::from_name(name("id")).filter(|_| is_asked) else { continue };
        let Some(question) = question_of(id, &understood) else { continue };
        match all.iter_mut().find(|asked| asked.question == question) {
            Some(asked) => asked.checks.push(id),
            None => all.push(AskedQuestion { question, checks: vec![id] }),
        }
    }
    all
}

/// Questions that were asked, as [`questions`] answered.
pub fn asked(list: &Value<'_>) -> Vec<AskedQuestion> {
    let read = |asked: &Value<'_>| {
        let question = asked.get("question").and_then(Value::text);
        let checks = asked.get("checks").and_then(Value::list).unwrap_or_default().iter();
        let checks = checks.filter_map(|check| CheckId::from_name(check.text()?)).collect();
        Some(AskedQuestion { question: CustomerQuestion::from_name(question?)?, checks })
    };
    list.list().unwrap_or_default().iter().filter_map(read).collect()
}

fn question_of(check: CheckId, understood: &dyn Fn(&str) -> bool) -> Option<CustomerQuestion> {
    use CustomerQuestion as Q;
    let has_subscription = understood("subscriptionId");
    Some(match check {
        CheckId::TenantId => Q::TenantId,
        CheckId::Domain => Q::Domain,
        CheckId::TenantDomain => {
            match (understood("customerTenantId"), understood("customerDomain")) {
                (true, true) => Q::TenantDomain,
                (false, _) => Q::TenantId,
                (true, false) => Q::Domain,
            }
        }
        CheckId::SubscriptionId => Q::SubscriptionId,
        CheckId::SubscriptionOnTenant if has_subscription => Q::SubscriptionOnTenant,
        CheckId::SubscriptionDynamics if has_subscription => Q::Product,
        CheckId::SubscriptionOnTenant | CheckId::SubscriptionDynamics => Q::SubscriptionId,
        CheckId::SubscriptionNotCsp | CheckId::PurchaseChannel => Q::Channel,
        CheckId::SubscriptionProvisioned => Q::SetUp,
        CheckId::SubscriptionStatus => Q::Status,
        CheckId::SubscriptionUnclaimed | CheckId::CompetingClaim => Q::OtherPartner,
        // Nobody at the customer can know these.
        CheckId::Role
        | CheckId::SolutionArea
        | CheckId::Product
        | CheckId::Activity
        | CheckId::PartnerId
        | CheckId::PartnerIdEnrolled
        | CheckId::PartnerIdType
        | CheckId::ProofOfExecution => return None,
    })
}
