//! Which subscriptions took the place of ended ones that the partner has claimed.

use std::collections::BTreeMap;

use super::answer::Renewed;
use super::customers::Offer;
use crate::claim::{Activity, PurchaseChannel};
use crate::code::Code;
use crate::date::Date;
use crate::evidence::{Association, Evidence, Subscription};
use crate::guid::Guid;
use crate::report::{Finding, Param, Report};
use crate::ruleset::RuleSet;
use crate::vocabulary::{Holder, SubscriptionStatus};

/// Which subscriptions took the place of ended ones.
pub struct Renewals<'a> {
    rules: &'static RuleSet,
    today: Date,
    evidence: &'a Evidence,
    /// Those that run, by tenant and product.
    running: BTreeMap<(Guid, String), Vec<&'a Subscription>>,
    /// What a subscription renews, by its ID and activity.
    renewed: BTreeMap<(Guid, Activity), Vec<Renewed>>,
}

/// Of more subscriptions, none tells which took the place of another.
const MOST: usize = 8;

impl<'a> Renewals<'a> {
    /// Among these subscriptions. What they renew is still to be noted.
    pub fn of(
        rules: &'static RuleSet,
        today: Date,
        evidence: &'a Evidence,
        offers: &[Offer<'a>],
    ) -> Self {
        let mut running: BTreeMap<_, Vec<&Subscription>> = BTreeMap::new();
        let any_ended = offers.iter().any(|offer| offer.record.has_ended(today));
        for offer in offers.iter().filter(|_| any_ended) {
            let record = offer.record;
            let runs =
                matches!(record.status, SubscriptionStatus::Active | SubscriptionStatus::InGrace);
            let is_next =
                runs && record.channel != Some(PurchaseChannel::Csp) && !record.has_ended(today);
            if let Some(key) = key(offer).filter(|_| is_next) {
                running.entry(key).or_default().push(record);
            }
        }
        Self { rules, today, evidence, running, renewed: BTreeMap::new() }
    }

    /// Notes what the report on a subscription says of own claims, if the subscription has ended.
    pub fn note(&mut self, report: &Report, offer: &Offer<'a>, activity: Activity) {
        let ended = offer.record;
        if !ended.has_ended(self.today) || !self.is_claimed(report, offer) {
            return;
        }
        let overlap = self.rules.days.ending_soon;
        let running = key(offer).and_then(|key| self.running.get(&key));
        let next = running.into_iter().flatten().filter(|record| {
            record.id != ended.id && record.may_follow(ended, self.today, overlap)
        });
        let next: Vec<Guid> = next.take(MOST + 1).map(|record| record.id).collect();
        if next.len() <= MOST {
            let renewed = Renewed { id: ended.id, certain: next.len() == 1 };
            for id in next {
                self.renewed.entry((id, activity)).or_default().push(renewed);
            }
        }
    }

    /// What a subscription renews.
    pub fn of_subscription(&self, id: Guid, activity: Activity) -> &[Renewed] {
        self.renewed.get(&(id, activity)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Has the partner claimed the subscription, or its product while it ran?
    fn is_claimed(&self, report: &Report, offer: &Offer<'_>) -> bool {
        report.findings.iter().any(|finding| match finding.code {
            Code::SubscriptionAlreadyClaimed => finding.has("by", Holder::Us.name()),
            Code::OwnClaimExists => offer.tenant_id.is_some_and(|tenant| {
                let claims = self.evidence.claims_on_whole_tenant(tenant);
                let mut claims = claims.filter(|claim| is_named(claim, finding));
                claims.any(|claim| began_before_end(claim, offer.record))
            }),
            _ => false,
        })
    }
}

fn key(offer: &Offer<'_>) -> Option<(Guid, String)> {
    offer.tenant_id.zip(offer.product.clone())
}

/// Is it the own claim that the finding is about?
fn is_named(claim: &Association, finding: &Finding) -> bool {
    let is = |name: &str, text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default();
        finding.params.iter().any(|(other, param)| match param {
            Param::Text(value) => *other == name && value == text,
            _ => false,
        })
    };
    claim.holder == Holder::Us && is("product", &claim.product) && is("claimId", &claim.claim_id)
}

fn began_before_end(claim: &Association, ended: &Subscription) -> bool {
    claim.since.zip(ended.ends_on).is_none_or(|(since, end)| since <= end)
}
