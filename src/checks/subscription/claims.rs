//! Whether the subscription has been claimed already.

use super::life::successor;
use super::record::settled_by_area;
use crate::claim::{CompetingPartner, SolutionArea};
use crate::code::Code;
use crate::evidence::Association;
use crate::facts::{Facts, Identifier};
use crate::list::names;
use crate::report::{Asks, Basis, Findings, Found};
use crate::vocabulary::{Fact, Holder};

names! {
    /// How certain it is that an own claim is for the activity of this one.
    pub enum Claimed {
        /// Both are for the same activity.
        Same = "same",
        /// The activity of one of them is not known.
        Unknown = "unknown",
    }
}

impl Claimed {
    /// Of an own claim; none if it is for another activity, which is a claim of its own. Microsoft 365
    /// has one activity only.
    pub fn of(facts: &Facts<'_>, claim: &Association) -> Option<Self> {
        if facts.area == Some(SolutionArea::Microsoft365) {
            return Some(Self::Same);
        }
        match claim.activity.zip(facts.activity) {
            None => Some(Self::Unknown),
            Some((one, other)) => (one == other).then_some(Self::Same),
        }
    }
}

/// Is the subscription still unclaimed?
///
/// One partner can hold several claims on it, each for another activity. No export shows the claims
/// of other partners, so a pass rests on the person's answer that no other partner is associated.
pub fn unclaimed(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if let Some(settled) = settled_by_area(facts) {
        return settled;
    }
    if !matches!(facts.subscription, Identifier::Read(_)) && facts.records.is_empty() {
        return Found::unknown(Asks::Customer);
    }
    // The partner's own claim comes first. Another partner's claim is then a competing one.
    let own = own_claim(facts);
    let holder = match own {
        Some(_) => Some(Holder::Us),
        None => Some(Holder::OtherPartner).filter(|other| is_held_by(facts, *other)),
    };
    if let Some(holder) = holder {
        let records = &facts.records;
        let ended = records.iter().find(|record| record.has_ended(facts.day));
        let successor = ended.and_then(|record| successor(facts, record));
        let says_no = facts.competing == Some(CompetingPartner::No);
        let contradicts = says_no && holder == Holder::OtherPartner;
        let is_uncertain = own == Some(Claimed::Unknown) && !counts_as_same(facts);
        let finding = findings
            .raise(Code::SubscriptionAlreadyClaimed)
            .name("by", holder.name())
            .name("activity", own.map_or("", Claimed::name))
            .name("ended", if ended.is_some() { "yes" } else { "no" })
            .text("successor", successor.unwrap_or_default())
            .name("typed", if contradicts { CompetingPartner::No.name() } else { "" });
        if is_uncertain {
            finding.uncertain();
            // Another partner holds it for certain; that is told as a competing claim.
            if !is_held_by(facts, Holder::OtherPartner) {
                return Found::unknown(Asks::You);
            }
        }
        return Found::fail(Basis::Evidence);
    }
    match facts.competing {
        Some(CompetingPartner::No) if !facts.may_compete() => Found::pass(Basis::Stated),
        Some(_) => Found::unknown(Asks::Microsoft),
        None if facts.is_claimed_nearby() => Found::unknown(Asks::Microsoft),
        None => Found::unknown(Asks::You),
    }
}

/// Does a claim whose activity is not known count as one for the same activity? It does where a claimed
/// subscription is an error.
pub fn counts_as_same(facts: &Facts<'_>) -> bool {
    facts.rules.subscription_error.contains(&Code::SubscriptionAlreadyClaimed)
}

/// The partner's own claim on the subscription, unless it is for another activity.
pub fn own_claim(facts: &Facts<'_>) -> Option<Claimed> {
    let claims = facts.claims_on_subscription().filter(|claim| claim.holder == Holder::Us);
    let mut own = None;
    let mut is_explained = false;
    for claim in claims {
        is_explained |= claim.activity.is_some();
        own = [own, Claimed::of(facts, claim)].into_iter().flatten().min();
    }
    // A record does not say for what; a claim that does may be the very one.
    let by_record = facts.records.iter().any(|record| record.claimed_by == Some(Holder::Us))
        || is_held_by_both(facts);
    own.or_else(|| (by_record && !is_explained).then_some(Claimed::Unknown))
}

/// Does the evidence show a claim of this holder on the subscription?
pub fn is_held_by(facts: &Facts<'_>, holder: Holder) -> bool {
    facts.records.iter().any(|record| record.claimed_by == Some(holder))
        || is_held_by_both(facts)
        || facts.claims_on_subscription().any(|claim| claim.holder == holder)
}

/// A record names only one holder. A contradiction shows that sources name the other one as well.
fn is_held_by_both(facts: &Facts<'_>) -> bool {
    let Some(record) = facts.records.first().filter(|one| one.claimed_by.is_some()) else {
        return false;
    };
    let id = record.id.to_string();
    facts.evidence.problems_about(&id).any(|problem| problem.field == Fact::ClaimedBy)
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{CONTOSO, check_with, claim_with, subscription};

    #[test]
    fn claimed_or_not() {
        for (members, competing, expected) in [
            (&[][..], "no", "pass"),
            (&[], "yes", "unknown"),
            (&[], "", "unknown"),
            (&[r#""claimedBy":"us""#], "no", "fail subscription-already-claimed(by=us)"),
            (
                &[r#""claimedBy":"other-partner""#],
                "no",
                "fail subscription-already-claimed(by=other-partner)",
            ),
        ] {
            let claim = claim_with(&[("competingPartner", competing)]);
            check_with("subscription-unclaimed", &claim, &subscription(members), expected);
        }
        for (status, expected) in [
            ("Approved", "fail subscription-already-claimed(by=other-partner)"),
            ("Rejected final", "pass"),
        ] {
            let evidence = format!(
                r#"{{"associations":[{{"tenantId":"{CONTOSO}","subscriptionId":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","holder":"other-partner","status":"{status}"}}]}}"#
            );
            check_with("subscription-unclaimed", &claim_with(&[]), &evidence, expected);
        }
        // Either of a subscription's two IDs can be claimed, and a claim can name either.
        let ids = [
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
            "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01",
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02",
        ];
        let [id, commerce_id, other] = ids;
        for (claimed, held) in [id, commerce_id].iter().flat_map(|id| ids.map(|held| (id, held))) {
            let evidence = format!(
                r#"{{"subscriptions":[{{"id":"{id}","commerceSubscriptionId":"{commerce_id}","status":"active"}}],
                    "associations":[{{"tenantId":"{CONTOSO}","subscriptionId":"{held}","holder":"us"}}]}}"#
            );
            let claim = claim_with(&[("subscriptionId", claimed)]);
            let is_held = held != other;
            let expected =
                if is_held { "fail subscription-already-claimed(by=us)" } else { "pass" };
            check_with("subscription-unclaimed", &claim, &evidence, expected);
        }
        // Contradicting sources name both holders of this subscription. A contradiction about
        // another subscription or another fact shows nothing.
        for (about, fact, expected) in [
            (id, "claimedBy", "fail competing-claim"),
            (id, "status", "pass"),
            (other, "claimedBy", "pass"),
        ] {
            let mut evidence = subscription(&[r#""claimedBy":"us""#]);
            evidence.pop();
            evidence += &format!(
                r#","problems":[{{"code":"contradiction","part":"subscriptions","id":"{about}","field":"{fact}"}}]}}"#
            );
            check_with("competing-claim", &claim_with(&[]), &evidence, expected);
        }
    }
}
