//! Who files the claim and for which work: role, solution area, activity, purchase channel.

use crate::claim::{Activity, SolutionArea};
use crate::code::Code;
use crate::facts::Facts;
use crate::report::{Findings, Outcome};

/// May this person file claims?
///
/// source: 2020-06, "Appropriate roles"
pub fn role(facts: &Facts<'_>, findings: &mut Findings) -> Outcome {
    match facts.role {
        None => {
            findings.raise(Code::RoleMissing);
            Outcome::Unknown
        }
        Some(role) if facts.rules.roles.contains(&role) => Outcome::Pass,
        Some(_) => {
            findings.raise(Code::RoleNotPermitted);
            Outcome::Fail
        }
    }
}

/// Is the solution area chosen?
///
/// source: 2020-06, "Which activity do I choose?"
pub fn solution_area(facts: &Facts<'_>, findings: &mut Findings) -> Outcome {
    if facts.area.is_some() {
        return Outcome::Pass;
    }
    findings.raise(Code::SolutionAreaMissing);
    Outcome::Fail
}

/// Does the solution area have this activity?
///
/// source: 2020-06, "Which activity do I choose?"
pub fn activity(facts: &Facts<'_>, findings: &mut Findings) -> Outcome {
    let Some(activity) = facts.activity else {
        findings.raise(Code::ActivityMissing);
        return Outcome::Fail;
    };
    if activity == Activity::RevenueAssociation {
        findings.raise(Code::RevenueAssociationNoPayment);
    }
    match facts.area {
        Some(area) if !facts.rules.offers(area, activity) => {
            findings
                .raise(Code::ActivityNotInArea)
                .name("activity", activity.name())
                .name("solutionArea", area.name());
            Outcome::Fail
        }
        Some(_) => Outcome::Pass,
        // Without a solution area, an activity that every area has is still right.
        None if SolutionArea::ALL.iter().all(|area| facts.rules.offers(*area, activity)) => {
            Outcome::Pass
        }
        None => Outcome::Unknown,
    }
}

/// Can products bought through this channel be claimed?
///
/// source: 2020-06, "Which activity do I choose?" (volume licensing or Web-Direct)
pub fn purchase_channel(facts: &Facts<'_>, findings: &mut Findings) -> Outcome {
    let Some(area) = facts.area else { return Outcome::Unknown };
    if !facts.rules.asks_channel(area) {
        return Outcome::NotApplicable;
    }
    match facts.channel {
        Some(channel) if facts.rules.accepts_channel(area, channel) => Outcome::Pass,
        Some(channel) => {
            findings.raise(Code::ChannelNotEligible).name("channel", channel.name());
            Outcome::Fail
        }
        None => {
            findings.raise(Code::ChannelUnconfirmed);
            Outcome::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, claim_with};

    #[test]
    fn roles() {
        for (role, expected) in [
            ("global-admin", "pass"),
            ("billing-admin", "pass"),
            ("incentives-admin", "pass"),
            ("Incentives admin", "pass"),
            ("other", "fail role-not-permitted"),
            ("sales", "fail role-not-permitted"),
            ("", "unknown role-missing"),
        ] {
            check("role", &claim_with(&[("userRole", role)]), expected);
        }
    }

    #[test]
    fn areas_and_activities() {
        for (area, activity, expected) in [
            ("business-applications", "presales", "pass"),
            ("business-applications", "usage", "pass"),
            ("business-applications", "revenue-association", "pass revenue-association-no-payment"),
            ("microsoft-365", "usage", "pass"),
            ("microsoft-365", "presales", "fail activity-not-in-area"),
            (
                "microsoft-365",
                "revenue-association",
                "fail activity-not-in-area revenue-association-no-payment",
            ),
            ("microsoft-365", "", "fail activity-missing"),
            ("", "usage", "pass"),
            ("", "presales", "unknown"),
            ("", "", "fail activity-missing"),
        ] {
            let claim = claim_with(&[("solutionArea", area), ("activity", activity)]);
            check("activity", &claim, expected);
            let expected = if area.is_empty() { "fail solution-area-missing" } else { "pass" };
            check("solution-area", &claim, expected);
        }
    }

    #[test]
    fn channels() {
        for (area, channel, expected) in [
            ("business-applications", "volume-licensing", "pass"),
            ("business-applications", "web-direct", "pass"),
            ("business-applications", "csp", "fail channel-not-eligible"),
            ("business-applications", "other", "fail channel-not-eligible"),
            ("business-applications", "unknown", "unknown channel-unconfirmed"),
            ("business-applications", "", "unknown channel-unconfirmed"),
            ("microsoft-365", "csp", "not-applicable"),
            ("microsoft-365", "", "not-applicable"),
            ("", "csp", "unknown"),
        ] {
            let claim = claim_with(&[("solutionArea", area), ("purchaseChannel", channel)]);
            check("purchase-channel", &claim, expected);
        }
    }
}
