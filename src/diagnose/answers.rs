//! The person's answers, and what they mean for each cause.

use serde::Serialize;

use super::lists::{Cause, ClaimHolder, DiagnosisQuestion, IdentifierSource, SubscriptionListing};
use crate::claim::{CompetingPartner, PurchaseChannel};
use crate::code::{CheckId, Code};
use crate::facts::Facts;
use crate::report::{CheckResult, Finding, Outcome};
use crate::vocabulary::Holder;

/// The person's answers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Answers {
    /// See [`DiagnosisQuestion::Listing`].
    pub listing: Option<SubscriptionListing>,
    /// See [`DiagnosisQuestion::Source`].
    pub source: Option<IdentifierSource>,
    /// See [`DiagnosisQuestion::Channel`].
    pub channel: Option<PurchaseChannel>,
    /// See [`DiagnosisQuestion::Holder`].
    pub holder: Option<ClaimHolder>,
}

/// An answer that counts.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Answered {
    /// The question.
    pub id: DiagnosisQuestion,
    /// The answer.
    pub answer: &'static str,
}

impl Answers {
    /// Fills in answers from the claim, as far as the checks count them: evidence that says otherwise,
    /// or that could not be read, outweighs what was typed before it was there.
    pub(super) fn or_from_claim(
        self,
        facts: &Facts<'_>,
        checks: &[CheckResult],
        findings: &[Finding],
    ) -> Self {
        let outcome = |id| checks.iter().find(|check| check.id == id).map(|check| check.outcome);
        let looks_like_csp = self.source == Some(IdentifierSource::CspList)
            || findings.iter().any(|diagnosed| diagnosed.code == Code::SubscriptionCsp);
        let counts =
            matches!(outcome(CheckId::PurchaseChannel), Some(Outcome::Pass | Outcome::Fail));
        let is_shown = bought_elsewhere(facts);
        let channel = facts.channel.filter(|channel| {
            counts && !is_shown && (*channel == PurchaseChannel::Csp || !looks_like_csp)
        });
        let holder = match facts.competing {
            Some(CompetingPartner::Yes) => Some(ClaimHolder::OtherPartner),
            Some(CompetingPartner::No) => Some(ClaimHolder::Nobody).filter(|_| {
                outcome(CheckId::CompetingClaim) == Some(Outcome::Pass)
                    && !is_claimed_by_us(findings)
            }),
            _ => None,
        };
        Self { channel: self.channel.or(channel), holder: self.holder.or(holder), ..self }
    }

    /// The answer to a question, by its name.
    pub(super) fn answered(&self, id: DiagnosisQuestion) -> Option<Answered> {
        let answer = match id {
            DiagnosisQuestion::Listing => self.listing.map(SubscriptionListing::name),
            DiagnosisQuestion::Source => self.source.map(IdentifierSource::name),
            DiagnosisQuestion::Channel => self.channel.map(PurchaseChannel::name),
            DiagnosisQuestion::Holder => self.holder.map(ClaimHolder::name),
        };
        answer.map(|answer| Answered { id, answer })
    }

    /// Do the answers confirm the cause (true) or rule it out (false)? A subscription that is not
    /// listed, or is listed as another product, does not fail for any later reason.
    pub(super) fn confirm(&self, cause: Cause) -> Option<bool> {
        use SubscriptionListing as L;
        let listing = self.listing.filter(|listing| *listing != L::Unknown);
        let source = self.source.filter(|source| *source != IdentifierSource::Unknown);
        let channel = self.channel.filter(|channel| *channel != PurchaseChannel::Unknown);
        let holder = self.holder.filter(|holder| *holder != ClaimHolder::Unknown);
        match cause {
            Cause::Csp => match (channel, source) {
                (None, Some(IdentifierSource::CspList)) => Some(true),
                _ => channel.map(|channel| channel == PurchaseChannel::Csp),
            },
            Cause::WrongId => source.map(|source| source.kind().is_some()),
            Cause::NotProvisioned => listing.map(|listing| listing == L::DynamicsNotSetUp),
            Cause::NotDynamics => listing.map(|listing| listing == L::OtherProduct),
            Cause::NotOnTenant => listing.map(|listing| listing == L::NotListed),
            // Another partner may hold the product without holding the subscription.
            Cause::AlreadyClaimed => holder
                .filter(|holder| *holder != ClaimHolder::OtherPartner)
                .map(|holder| holder != ClaimHolder::Nobody),
            Cause::NotActive => listing.map(|listing| listing == L::Inactive),
        }
    }

    /// The parameters for the finding of a cause that the answers confirm.
    pub(super) fn params(&self, cause: Cause) -> Vec<(&'static str, &'static str)> {
        let kind = || self.source.and_then(IdentifierSource::kind);
        match cause {
            Cause::Csp => vec![("certainty", "certain")],
            Cause::WrongId => kind().map(|kind| ("kind", kind)).into_iter().collect(),
            Cause::NotProvisioned => vec![("provisioning", "pending")],
            Cause::AlreadyClaimed => vec![("by", "us")],
            Cause::NotActive => vec![("status", "expired"), ("successor", "")],
            Cause::NotDynamics | Cause::NotOnTenant => Vec::new(),
        }
    }
}

/// Does the evidence show a purchase through none of the channels that it tells apart?
pub(super) fn bought_elsewhere(facts: &Facts<'_>) -> bool {
    facts.records.first().is_some_and(|record| record.channel == Some(PurchaseChannel::Other))
}

/// Does the report say that the partner's own claim is in the way? A second one is refused under every
/// rule set, whatever its list of reasons.
pub(super) fn is_claimed_by_us(findings: &[Finding]) -> bool {
    let is_own = |finding: &Finding| {
        finding.code == Code::SubscriptionAlreadyClaimed && finding.has("by", Holder::Us.name())
    };
    findings.iter().any(is_own)
}
