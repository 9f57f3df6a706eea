//! Who files the claim and for which work: role, solution area, product, activity, purchase channel.

use crate::claim::{Activity, PurchaseChannel, SolutionArea};
use crate::code::Code;
use crate::facts::Facts;
use crate::report::{Asks, Basis, Findings, Found};
use crate::sku::{Class, class_of};

use super::subscription::{has_foreign_owner, shown_channel};

/// May this person file claims?
///
/// source: 2020-06, "Appropriate roles"
pub fn role(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    match facts.role {
        None => {
            findings.raise(Code::RoleMissing);
            Found::unknown(Asks::You)
        }
        Some(role) if facts.rules.roles.contains(&role) => Found::pass(Basis::Stated),
        Some(_) => {
            findings.raise(Code::RoleNotPermitted);
            Found::fail(Basis::Stated)
        }
    }
}

/// Is the solution area chosen?
///
/// source: 2020-06, "Which activity do I choose?"
pub fn solution_area(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if facts.area.is_some() {
        return Found::pass(Basis::Typed);
    }
    findings.raise(Code::SolutionAreaMissing);
    Found::missing(Asks::You)
}

/// Is the product one that can be claimed in the solution area?
///
/// Without a typed product, the subscription says which one it is. Which products are eligible, only
/// Microsoft's guides say, so a known product of the area passes.
///
/// source: 2020-06, "Which activity do I choose?", "Choosing a product vs entering a subscription";
/// Partner Center, "Create a customer association" (products are required); "Business Applications
/// solutions partner", 2023-10-10 (PAL for Power Platform)
pub fn product(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    let belongs = |class| match class {
        Class::Business | Class::BusinessUsageElsewhere => Some(SolutionArea::BusinessApplications),
        Class::Microsoft365 | Class::Suite => Some(SolutionArea::Microsoft365),
        Class::Missing | Class::Unrecognized | Class::Azure => None,
    };
    let product = &facts.product;
    let class = product.class();
    if class == Class::Missing {
        return product_of_subscription(facts, findings);
    }
    if class == Class::Unrecognized {
        let nearest = product.nearest().iter().map(|name| (*name).to_owned()).collect();
        findings.raise(Code::ProductUnrecognized).texts("suggestion", nearest);
        return Found::unknown(Asks::You);
    }
    let area = belongs(class);
    let is_wrong = facts.area.is_some_and(|claimed| area != Some(claimed));
    if class == Class::Azure || is_wrong {
        findings
            .raise(Code::ProductNotInArea)
            .text("product", product.label())
            .name("belongs", area.map_or("azure", SolutionArea::name));
        return Found::fail(Basis::Typed);
    }
    match facts.area {
        None => Found::unknown(Asks::You),
        Some(_) if class == Class::Suite => {
            findings.raise(Code::ProductSuite).text("product", product.label());
            Found::unknown(Asks::You)
        }
        Some(_) if class == Class::BusinessUsageElsewhere && is_usage(facts) => {
            findings.raise(Code::ProductPowerPlatform).text("product", product.label());
            Found::unknown(Asks::You)
        }
        Some(_) => Found::pass(Basis::Typed),
    }
}

/// The product that the evidence names for the subscription.
fn product_of_subscription(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    let record = facts.records.first().filter(|_| facts.is_business());
    let sku = record.and_then(|record| facts.sku_of(record));
    let Some(sku) = sku else {
        raise_product_missing(facts, findings);
        let is_needed = facts.area == Some(SolutionArea::Microsoft365);
        return if is_needed { Found::missing(Asks::You) } else { Found::unknown(Asks::You) };
    };
    if class_of(sku) == Class::BusinessUsageElsewhere && is_usage(facts) {
        findings.raise(Code::ProductPowerPlatform).text("product", &sku.name);
        return Found::unknown(Asks::You);
    }
    Found::pass(Basis::Evidence)
}

/// Only for Microsoft 365 there is nothing else that could say which product it is.
pub fn raise_product_missing(facts: &Facts<'_>, findings: &mut Findings) {
    let area = facts.area.map_or("", SolutionArea::name);
    let finding = findings.raise(Code::ProductMissing).name("solutionArea", area);
    if facts.area != Some(SolutionArea::Microsoft365) {
        finding.uncertain();
    }
}

fn is_usage(facts: &Facts<'_>) -> bool {
    facts.activity == Some(Activity::Usage)
}

/// Does the solution area have this activity?
///
/// source: 2020-06, "Which activity do I choose?"; 2023-10, "Which partner role do I choose?" (usage
/// of Business Applications is called non-incentivized)
pub fn activity(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    let Some(activity) = facts.activity else {
        findings.raise(Code::ActivityMissing);
        return Found::missing(Asks::You);
    };
    if let Some(area) = facts.area.filter(|area| !facts.rules.offers(*area, activity)) {
        findings
            .raise(Code::ActivityNotInArea)
            .name("activity", activity.name())
            .name("solutionArea", area.name());
        return Found::fail(Basis::Typed);
    }
    if activity == Activity::RevenueAssociation {
        findings.raise(Code::RevenueAssociationNoPayment);
    } else if activity == Activity::Usage && facts.is_business() && facts.rules.usage_is_unpaid() {
        findings.raise(Code::ActivityNoPayment);
    }
    // Without a solution area, an activity that every area has is still right.
    let everywhere = SolutionArea::ALL.iter().all(|area| facts.rules.offers(*area, activity));
    match facts.area {
        None if !everywhere => Found::unknown(Asks::You),
        _ => Found::pass(Basis::Typed),
    }
}

/// Can products bought through this channel be claimed?
///
/// The channel that the evidence shows for the subscription counts; without one, the person's answer
/// does. What the evidence shows of CSP is told once, as the subscription's.
///
/// source: 2020-06, "Which activity do I choose?" (volume licensing or Web-Direct)
pub fn purchase_channel(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    let Some(area) = facts.area else { return Found::unknown(Asks::You) };
    if !facts.rules.asks_channel(area) {
        return Found::NOT_APPLICABLE;
    }
    let is_accepted = |channel| facts.rules.accepts_channel(area, channel);
    let typed = facts.channel;
    match (shown_channel(facts), typed) {
        (Some(PurchaseChannel::Csp), _) => Found::fail(Basis::Evidence),
        (Some(shown), typed) if !is_accepted(shown) => {
            let differs = typed.filter(|typed| *typed != shown);
            not_eligible(shown, differs, findings);
            Found::fail(Basis::Evidence)
        }
        // Both may be claimed, but one of them is wrong.
        (Some(shown), Some(typed)) if typed != shown => {
            unconfirmed(shown, Some(typed), findings);
            Found::unknown(Asks::Purchasing)
        }
        (Some(_), _) => Found::pass(Basis::Evidence),
        (None, Some(typed)) if !is_accepted(typed) => {
            not_eligible(typed, None, findings);
            Found::fail(Basis::Stated)
        }
        // `subscription-csp` says why.
        (None, Some(_)) if has_foreign_owner(facts) => Found::unknown(Asks::Purchasing),
        (None, Some(_)) => Found::pass(Basis::Stated),
        (None, None) => {
            unconfirmed(PurchaseChannel::Unknown, None, findings);
            Found::unknown(Asks::Purchasing)
        }
    }
}

fn not_eligible(channel: PurchaseChannel, typed: Option<PurchaseChannel>, findings: &mut Findings) {
    let typed = typed.map_or("", PurchaseChannel::name);
    findings.raise(Code::ChannelNotEligible).name("channel", channel.name()).name("typed", typed);
}

fn unconfirmed(channel: PurchaseChannel, typed: Option<PurchaseChannel>, findings: &mut Findings) {
    let typed = typed.map_or("", PurchaseChannel::name);
    findings.raise(Code::ChannelUnconfirmed).name("channel", channel.name()).name("typed", typed);
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{check, check_with, claim_with, subscription};

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
            ("microsoft-365", "revenue-association", "fail activity-not-in-area"),
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

    /// The form and the evidence each name a channel that may be claimed.
    #[test]
    fn channels_that_differ() {
        for (typed, shown, expected) in [
            ("volume-licensing", "volume-licensing", "pass"),
            ("unknown", "web-direct", "pass"),
            (
                "volume-licensing",
                "web-direct",
                "unknown channel-unconfirmed(typed=volume-licensing)",
            ),
            ("web-direct", "volume-licensing", "unknown channel-unconfirmed(typed=web-direct)"),
        ] {
            let evidence = subscription(&[&format!(r#""channel":"{shown}""#)]);
            let claim = claim_with(&[("purchaseChannel", typed)]);
            check_with("purchase-channel", &claim, &evidence, expected);
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
