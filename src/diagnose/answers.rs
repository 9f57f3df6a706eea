//! The person's answers, and what they mean for each cause.

use serde::Serialize;

use super::lists::{Cause, ClaimHolder, DiagnosisQuestion, IdentifierSource, SubscriptionListing};
use crate::claim::{CompetingPartner, PurchaseChannel};
use crate::code::Code;
use crate::report::Finding;

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
    /// Fills in answers from the claim. The claim's purchase channel does not outweigh a sign of
    /// CSP, because it was chosen before the sign was known.
    pub(super) fn or_from_claim(
        self,
        channel: Option<PurchaseChannel>,
        competing: Option<CompetingPartner>,
        findings: &[Finding],
    ) -> Self {
        let looks_like_csp = self.source == Some(IdentifierSource::CspList)
            || findings.iter().any(|diagnosed| diagnosed.code == Code::SubscriptionCsp);
        let channel = channel.filter(|channel| *channel == PurchaseChannel::Csp || !looks_like_csp);
        let holder = match competing {
            Some(CompetingPartner::Yes) => Some(ClaimHolder::OtherPartner),
            Some(CompetingPartner::No) => Some(ClaimHolder::Nobody),
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
            Cause::AlreadyClaimed => holder.map(|holder| holder != ClaimHolder::Nobody),
        }
    }

    /// The parameter for the finding of a cause that the answers confirm.
    pub(super) fn params(&self, cause: Cause) -> Option<(&'static str, &'static str)> {
        match cause {
            Cause::Csp => Some(("certainty", "certain")),
            Cause::WrongId => Some(("kind", self.source.and_then(IdentifierSource::kind)?)),
            Cause::NotProvisioned => Some(("provisioning", "pending")),
            Cause::AlreadyClaimed if self.holder == Some(ClaimHolder::Colleague) => {
                Some(("by", "us"))
            }
            Cause::AlreadyClaimed => Some(("by", "other-partner")),
            Cause::NotDynamics | Cause::NotOnTenant => None,
        }
    }
}
