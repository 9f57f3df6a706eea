//! What the partner says for all claims of a plan.

use crate::advise::{PartnerIdAdvice, Situation, advise_partner_id};
use crate::claim::{PurchaseChannel, UserRole};
use crate::date::Date;
use crate::domain::ToAscii;
use crate::evidence::{Evidence, Lost, PartnerAccount};
use crate::json::Value;
use crate::number;
use crate::paste;
use crate::ruleset::{Contribution, SeeksPayment};

/// What the partner says for all claims of a plan.
#[derive(Debug)]
pub struct Context {
    /// The person's role.
    pub role: Option<UserRole>,
    /// What the partner did; nothing if that is not said.
    pub contributions: Vec<Contribution>,
    /// Whether payment is sought.
    pub payment: Option<SeeksPayment>,
    /// How customers bought where the evidence does not say it.
    pub channel: Option<PurchaseChannel>,
    /// The partner's own tenant, as it was typed.
    pub own_tenant: Option<String>,
    /// The workloads of Microsoft 365 that the partner works on.
    pub workloads: Vec<String>,
    accounts: Vec<PartnerAccount>,
    situation: Situation,
}

impl Context {
    /// Reads it from JSON. Without Partner IDs of its own, those of the evidence count. What it says of its
    /// own ones beyond their digits is evidence, too.
    pub fn read(
        context: &Value<'_>,
        evidence: &Evidence,
        to_ascii: ToAscii<'_>,
    ) -> (Self, Option<Evidence>) {
        let choice = |name: &str| Some(paste::clean(context.get(name)?.text()?).into_owned());
        let mut contributions = Vec::new();
        for text in texts(context.get("contributions")) {
            let contribution = Contribution::from_typed(&text);
            contributions.extend(contribution.filter(|one| !contributions.contains(one)));
        }
        let mut workloads = Vec::new();
        for text in texts(context.get("workloads")) {
            if is_safe(&text) && !workloads.contains(&text) {
                workloads.push(text);
            }
        }
        let channel = choice("purchaseChannel").and_then(|text| PurchaseChannel::from_typed(&text));
        let (accounts, stated) = accounts(context.get("partnerIds"), evidence, to_ascii);
        let context = Self {
            role: choice("userRole").and_then(|text| UserRole::from_typed(&text)),
            contributions,
            payment: choice("seeksPayment").and_then(|text| SeeksPayment::from_typed(&text)),
            channel: channel.filter(|channel| *channel != PurchaseChannel::Unknown),
            own_tenant: choice("ownTenantId").filter(|text| is_safe(text)),
            workloads,
            accounts,
            situation: Situation {
                fast_track: context.get("fastTrack").and_then(Value::flag),
                program: choice("program"),
            },
        };
        (context, stated)
    }

    /// Which of the partner's Partner IDs the guide advises.
    pub fn advise_partner_id(&self, today: Date) -> PartnerIdAdvice {
        advise_partner_id(&self.accounts, &self.situation, today)
    }

    /// The only Partner ID: nothing is left to choose.
    pub fn only_partner_id(&self) -> Option<String> {
        match &*self.accounts {
            [account] => number::digits(&account.id),
            _ => None,
        }
    }
}

/// The partner's own Partner IDs, with what the evidence says of them, and what the context states of them.
fn accounts(
    stated: Option<&Value<'_>>,
    evidence: &Evidence,
    to_ascii: ToAscii<'_>,
) -> (Vec<PartnerAccount>, Option<Evidence>) {
    let items = match stated {
        None => return (evidence.partner_ids.clone(), None),
        Some(Value::List(items)) => items.clone(),
        Some(one) => vec![one.clone()],
    };
    let says_more = items.iter().any(|item| item.map().is_some());
    let rows = items.into_iter().map(account).collect();
    let wrapped = Value::Map(vec![("partnerIds".into(), Value::List(rows))]);
    let (mut all, _) = Evidence::read(&wrapped, to_ascii);
    // A row without an ID says nothing here.
    all.lost = Lost::default();
    let stated = says_more.then(|| all.clone());
    let is_stated =
        |account: &&PartnerAccount| all.partner_ids.iter().any(|one| one.id == account.id);
    let known: Vec<_> = evidence.partner_ids.iter().filter(is_stated).cloned().collect();
    all.partner_ids.extend(known);
    (all.joined().partner_ids, stated)
}

/// A Partner ID alone, as a row of evidence.
fn account(item: Value<'_>) -> Value<'_> {
    if item.map().is_some() {
        return item;
    }
    let digits = item.text_or_number().and_then(number::digits);
    let id = digits.map_or(Value::Null, |digits| Value::Text(digits.into()));
    Value::Map(vec![("id".into(), id)])
}

fn texts(value: Option<&Value<'_>>) -> Vec<String> {
    let items = match value {
        Some(Value::List(items)) => items.iter().filter_map(Value::text).collect(),
        Some(one) => one.text().into_iter().collect(),
        None => Vec::new(),
    };
    let texts = items.into_iter().map(|text| paste::clean(text).into_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

/// Does no spreadsheet take the text for a formula?
///
/// source: OWASP, "CSV Injection"
pub fn is_safe(text: &str) -> bool {
    !text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
