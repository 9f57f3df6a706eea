//! Short constructors and constants for the tables of the rule sets.

use super::{
    ActivityRow, Authority, CodeRule, Contribution, Exception, Fit, LaterFact, Page, SeeksPayment,
    Severity, Source, Statement,
};
use crate::claim::{Activity, PurchaseChannel, SolutionArea};
use crate::code::Code;

/// A code that blocks, with its heading in the source: Partner Center stops the claim.
pub const fn blocks(code: Code, section: &'static str) -> CodeRule {
    rule(code, Severity::Blocks, Authority::PartnerCenter, section)
}

/// A code that warns, with its heading in the source: a reviewer may mind it.
pub const fn warns(code: Code, section: &'static str) -> CodeRule {
    rule(code, Severity::Warns, Authority::Reviewer, section)
}

/// A code that informs, with its heading in the source: Partner Center says or checks it.
pub const fn informs(code: Code, section: &'static str) -> CodeRule {
    rule(code, Severity::Informs, Authority::PartnerCenter, section)
}

const fn rule(
    code: Code,
    severity: Severity,
    authority: Authority,
    section: &'static str,
) -> CodeRule {
    CodeRule { code, severity, except: None, section, page: None, also: &[], authority }
}

impl CodeRule {
    /// With another authority.
    pub const fn by(self, authority: Authority) -> Self {
        Self { authority, ..self }
    }

    /// With a heading on another page.
    pub const fn on(self, page: &'static Page) -> Self {
        Self { page: Some(page), ..self }
    }

    /// With further places that say something about it.
    pub const fn also(self, also: &'static [Source]) -> Self {
        Self { also, ..self }
    }

    /// With another severity for one value of a parameter.
    pub const fn except(self, except: Exception) -> Self {
        Self { except: Some(except), ..self }
    }
}

/// A product need not be typed for Business Applications: the subscription says which one it is.
pub const PRODUCT_OF_SUBSCRIPTION: Exception = Exception {
    param: "solutionArea",
    value: SolutionArea::BusinessApplications.name(),
    severity: Severity::Warns,
};

/// A statement on a page, under a heading.
pub const fn statement(
    value: &'static str,
    page: &'static Page,
    section: &'static str,
) -> Statement {
    Statement { value, source: Source { page, section } }
}

/// A row of the activity table.
pub const fn row(
    area: SolutionArea,
    activities: &'static [Activity],
    channels: &'static [PurchaseChannel],
    contributions: &'static [Contribution],
    payment: &'static [SeeksPayment],
    fit: Fit,
) -> ActivityRow {
    ActivityRow { area, activities, channels, contributions, payment, fit }
}

/// source: "Customer association issues", 2020-06 and 2023-10
pub const SUPPORT: &str = "https://partner.microsoft.com/dashboard/support/incentives/servicerequests?category=incentives";
/// source: "Customer association issues", "Which MPN do I choose?", 2020-06 and 2023-10
pub const INCENTIVES_OVERVIEW: &str =
    "https://partner.microsoft.com/dashboard/incentives/enrollment/summary";

/// A copy of the issues page, captured about 2025, names the incentives admin alone.
pub const LATER_ROLES: LaterFact = LaterFact {
    fact: "incentives-admin-only",
    source: Source {
        page: &Page {
            title: "Issues with Claiming Partner of Record (CPOR) customer associations",
            date: "2025-01-01",
            url: "https://learn.microsoft.com/partner-center/incentives/incentives-customer-association-issues",
        },
        section: "Appropriate roles",
    },
};
/// From 2026-02-09 on for direct purchases, from April or May 2026 on for CSP.
pub const LATER_GRACE: LaterFact = LaterFact {
    fact: "grace-period-ends",
    source: Source {
        page: &Page {
            title: "Message center MC1216259",
            date: "2026-01-09",
            url: "https://mc.merill.net/message/MC1216259",
        },
        section: "",
    },
};

pub const BUSINESS: SolutionArea = SolutionArea::BusinessApplications;
pub const MICROSOFT_365: SolutionArea = SolutionArea::Microsoft365;
pub const ELIGIBLE: &[PurchaseChannel] =
    &[PurchaseChannel::VolumeLicensing, PurchaseChannel::WebDirect];
pub const NOT_ELIGIBLE: &[PurchaseChannel] = &[PurchaseChannel::Csp, PurchaseChannel::Other];
pub const NOT_EXCLUDED: &[PurchaseChannel] =
    &[PurchaseChannel::VolumeLicensing, PurchaseChannel::WebDirect, PurchaseChannel::Unknown];
pub const UNKNOWN: &[PurchaseChannel] = &[PurchaseChannel::Unknown];
pub const PRESALES: &[Activity] = &[Activity::Presales];
pub const USAGE: &[Activity] = &[Activity::Usage];
pub const REVENUE: &[Activity] = &[Activity::RevenueAssociation];
pub const PURCHASE: &[Contribution] = &[Contribution::InfluencedPurchase];
pub const DRIVES: &[Contribution] = &[Contribution::DrivesUsage];
pub const INFLUENCER: &[Contribution] = &[Contribution::BusinessInfluencer];
pub const NOT_PURCHASE: &[Contribution] =
    &[Contribution::DrivesUsage, Contribution::BusinessInfluencer];
pub const NOT_DRIVES: &[Contribution] =
    &[Contribution::InfluencedPurchase, Contribution::BusinessInfluencer];
pub const NOT_INFLUENCER: &[Contribution] =
    &[Contribution::InfluencedPurchase, Contribution::DrivesUsage];
pub const PAID: &[SeeksPayment] = &[SeeksPayment::Yes];
pub const UNPAID: &[SeeksPayment] = &[SeeksPayment::No];

#[cfg(test)]
mod tests {
    use super::*;

    /// The compiler evaluates these in constants, so no other test runs them.
    #[test]
    fn constructors_keep_their_arguments() {
        for (rule, severity) in [
            (blocks(Code::SubscriptionCsp, "4"), Severity::Blocks),
            (warns(Code::SubscriptionCsp, "4"), Severity::Warns),
            (informs(Code::SubscriptionCsp, "4"), Severity::Informs),
        ] {
            assert_eq!((rule.code, rule.severity), (Code::SubscriptionCsp, severity));
            assert_eq!((rule.section, rule.except.is_none()), ("4", true));
        }
        const PAGE: Page = Page { title: "Title", date: "2020-06", url: "https://example.com" };
        let statement = statement("yes", &PAGE, "4");
        assert_eq!(
            (statement.value, statement.source.page.title, statement.source.section),
            ("yes", "Title", "4")
        );
        let row = row(SolutionArea::Microsoft365, USAGE, UNKNOWN, DRIVES, PAID, Fit::Depends);
        assert_eq!((row.area, row.activities), (SolutionArea::Microsoft365, USAGE));
        assert_eq!((row.channels, row.contributions), (UNKNOWN, DRIVES));
        assert_eq!((row.payment, row.fit), (PAID, Fit::Depends));
    }
}
