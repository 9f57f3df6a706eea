//! Determines the status of a cause from evidence, answers and signs.

use serde::Serialize;

use super::answers::{Answers, bought_elsewhere, is_claimed_by_us};
use super::lists::{Cause, CauseBasis, CauseStatus, ClaimHolder, DiagnosisQuestion};
use crate::claim::PurchaseChannel;
use crate::code::{CheckId, Code};
use crate::evidence::Association;
use crate::facts::Facts;
use crate::list::as_map;
use crate::report::{Basis, CheckResult, Finding, Outcome, Param};
use crate::vocabulary::SubscriptionStatus;

/// A cause and its status.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Diagnosed {
    /// The cause.
    pub cause: Cause,
    /// The code of the finding that reports it.
    pub code: Code,
    /// Its status.
    pub status: CauseStatus,
    /// What the status rests on.
    pub basis: CauseBasis,
    /// The finding that reports it, or would if the answer were evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<CauseFinding>,
}

/// The code and parameters of a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CauseFinding {
    /// The finding's code.
    pub code: Code,
    /// Its parameters.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "Record<string, string | string[]>"))]
    pub params: Vec<(&'static str, Param)>,
}

impl Cause {
    /// The code of the finding.
    pub const fn code(self) -> Code {
        match self {
            Self::Csp => Code::SubscriptionCsp,
            Self::WrongId => Code::SubscriptionIdWrongKind,
            Self::NotProvisioned => Code::SubscriptionNotProvisioned,
            Self::NotDynamics => Code::SubscriptionNotDynamics,
            Self::NotOnTenant => Code::ProductNotOnTenant,
            Self::AlreadyClaimed => Code::SubscriptionAlreadyClaimed,
            Self::NotActive => Code::SubscriptionNotActive,
        }
    }

    /// The check that looks for this cause.
    pub const fn check(self) -> CheckId {
        match self {
            Self::Csp => CheckId::SubscriptionNotCsp,
            Self::WrongId => CheckId::SubscriptionId,
            Self::NotProvisioned => CheckId::SubscriptionProvisioned,
            Self::NotDynamics => CheckId::SubscriptionDynamics,
            Self::NotOnTenant => CheckId::SubscriptionOnTenant,
            Self::AlreadyClaimed => CheckId::SubscriptionUnclaimed,
            Self::NotActive => CheckId::SubscriptionStatus,
        }
    }

    /// The question that settles this cause.
    pub const fn question(self) -> DiagnosisQuestion {
        match self {
            Self::Csp => DiagnosisQuestion::Channel,
            Self::WrongId => DiagnosisQuestion::Source,
            Self::NotProvisioned | Self::NotDynamics | Self::NotOnTenant | Self::NotActive => {
                DiagnosisQuestion::Listing
            }
            Self::AlreadyClaimed => DiagnosisQuestion::Holder,
        }
    }

    /// The findings that report this cause. Those of its own check come first.
    const fn findings(self) -> &'static [Code] {
        match self {
            Self::Csp => &[Code::SubscriptionCsp, Code::ChannelNotEligible],
            Self::WrongId => &[
                Code::SubscriptionIdMalformed,
                Code::SubscriptionIdWrongKind,
                Code::SubscriptionNotListed,
            ],
            Self::NotProvisioned => {
                &[Code::SubscriptionNotProvisioned, Code::SubscriptionNewlyProvisioned]
            }
            Self::NotDynamics => &[Code::SubscriptionNotDynamics],
            Self::NotOnTenant => &[
                Code::SubscriptionOnOtherTenant,
                Code::ProductNotOnTenant,
                Code::SubscriptionNotListed,
                Code::ProductSubscriptionMismatch,
            ],
            Self::AlreadyClaimed => &[Code::SubscriptionAlreadyClaimed],
            Self::NotActive => &[Code::SubscriptionNotActive, Code::SubscriptionTrial],
        }
    }

    /// Determines the status of this cause. Evidence outweighs answers, and answers outweigh signs.
    pub(super) fn diagnosed(
        self,
        facts: &Facts<'_>,
        checks: &[CheckResult],
        findings: &[Finding],
        answers: Answers,
    ) -> Diagnosed {
        let mut finding = self
            .findings()
            .iter()
            .find_map(|code| findings.iter().find(|finding| finding.code == *code))
            .map(|Finding { code, params, .. }| CauseFinding {
                code: *code,
                params: params.clone(),
            });
        let is_reason = facts.rules.subscription_error.contains(&self.code())
            || self == Self::AlreadyClaimed && is_claimed_by_us(findings);
        let (status, basis) = if !is_reason {
            (CauseStatus::RuledOut, CauseBasis::Rules)
        } else {
            let says = answers.confirm(self);
            match (self.shown_by_evidence(facts, checks), says) {
                (shown, says)
                    if shown != Outcome::Fail
                        && says != Some(true)
                        && self.is_in_the_way(facts, answers, finding.as_ref()) =>
                {
                    (CauseStatus::Possible, CauseBasis::Sign)
                }
                (Outcome::Fail, _) => (CauseStatus::Confirmed, CauseBasis::Evidence),
                (Outcome::Pass, _) => (CauseStatus::RuledOut, self.basis_of_pass(facts)),
                (_, Some(true)) => (CauseStatus::Confirmed, CauseBasis::Answer),
                (_, Some(false)) => (CauseStatus::RuledOut, CauseBasis::Answer),
                _ if finding.is_some() || self.has_sign(facts) || self.is_hinted(answers) => {
                    (CauseStatus::Possible, CauseBasis::Sign)
                }
                _ => (CauseStatus::Possible, CauseBasis::Open),
            }
        };
        if status == CauseStatus::RuledOut {
            finding = None;
        } else if (status, basis) == (CauseStatus::Confirmed, CauseBasis::Answer) {
            let params = answers.params(self).into_iter();
            let params = params.map(|(key, value)| (key, Param::Name(value)));
            finding = Some(CauseFinding { code: self.code(), params: params.collect() });
        }
        let code = finding.as_ref().map(|finding| finding.code);
        let malformed = code.filter(|code| *code == Code::SubscriptionIdMalformed);
        Diagnosed { cause: self, code: malformed.unwrap_or(self.code()), status, basis, finding }
    }

    /// Does the report say something that can keep Partner Center from accepting the subscription,
    /// although it does not prove this cause?
    fn is_in_the_way(
        self,
        facts: &Facts<'_>,
        answers: Answers,
        finding: Option<&CauseFinding>,
    ) -> bool {
        match finding.map(|finding| finding.code) {
            Some(Code::SubscriptionNewlyProvisioned | Code::SubscriptionTrial) => true,
            Some(Code::ChannelNotEligible) => {
                bought_elsewhere(facts) || answers.channel == Some(PurchaseChannel::Other)
            }
            _ => false,
        }
    }

    /// The outcome that the evidence shows.
    fn shown_by_evidence(self, facts: &Facts<'_>, checks: &[CheckResult]) -> Outcome {
        let check = checks.iter().find(|check| check.id == self.check());
        match check.map(|check| check.outcome) {
            // The person's word is among the answers.
            Some(Outcome::Fail) if check.is_some_and(|c| c.basis == Some(Basis::Stated)) => {
                Outcome::Unknown
            }
            // Any GUID has the right form. Only a record shows that it is a subscription's.
            Some(Outcome::Pass) if self == Self::WrongId && facts.records.is_empty() => {
                Outcome::Unknown
            }
            outcome => outcome.unwrap_or(Outcome::Unknown),
        }
    }

    /// What a pass of the check rests on: no export shows the claims of other partners, and without a
    /// channel in the evidence, only the person knows it.
    fn basis_of_pass(self, facts: &Facts<'_>) -> CauseBasis {
        use PurchaseChannel::{VolumeLicensing, WebDirect};
        let record = facts.records.first();
        let is_shown = match self {
            Self::AlreadyClaimed => false,
            Self::Csp => {
                record.is_some_and(|one| matches!(one.channel, Some(VolumeLicensing | WebDirect)))
            }
            _ => true,
        };
        if is_shown { CauseBasis::Evidence } else { CauseBasis::Answer }
    }

    /// Does an answer point to this cause without confirming it?
    fn is_hinted(self, answers: Answers) -> bool {
        self == Self::AlreadyClaimed && answers.holder == Some(ClaimHolder::OtherPartner)
    }

    /// Does something other than a finding point to this cause?
    fn has_sign(self, facts: &Facts<'_>) -> bool {
        let records = &facts.records;
        let record = records.first();
        match self {
            Self::NotProvisioned => record.is_some_and(|record| {
                let age = record.created_on.map(|day| day.days_until(facts.today));
                record.status == SubscriptionStatus::Pending
                    || age.is_some_and(|days| (0..=NEW_DAYS).contains(&days))
            }),
            Self::NotDynamics => record
                .is_some_and(|record| record.sku_id.is_some() || record.sku_part_number.is_some()),
            Self::AlreadyClaimed => claims_on_tenant(facts).any(Association::holds),
            Self::NotActive => record.is_some_and(|record| record.has_ended(facts.today)),
            _ => false,
        }
    }
}

impl Diagnosed {
    /// Can the person's answer settle it? What the evidence shows, it cannot change.
    pub(super) fn can_be_settled(&self) -> bool {
        let code = self.finding.as_ref().map(|finding| finding.code);
        self.status == CauseStatus::Possible
            && !matches!(
                code,
                Some(
                    Code::SubscriptionNewlyProvisioned
                        | Code::SubscriptionTrial
                        | Code::ChannelNotEligible
                )
            )
    }

    /// Does this finding report it?
    pub(super) fn is_reported_by(&self, code: Code) -> bool {
        self.finding.as_ref().is_some_and(|finding| finding.code == code)
    }
}

/// All existing claims on the customer's tenant.
pub(super) fn claims_on_tenant<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Association> {
    let tenant = facts.tenant_id();
    let claims = facts.evidence.associations.iter();
    claims.filter(move |claim| Some(claim.tenant_id) == tenant)
}

/// The number of days for which a subscription counts as new.
///
/// source: Partner Center, "Customer association issues", text of 2023-10-10: up to seven days
const NEW_DAYS: i32 = 7;
