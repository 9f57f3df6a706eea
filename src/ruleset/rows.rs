//! Short constructors and constants for the tables of the rule sets.

use super::{
    ActivityRow, CodeRule, Contribution, Fit, Page, SeeksPayment, Severity, Source, Statement,
};
use crate::claim::{Activity, PurchaseChannel, SolutionArea};
use crate::code::Code;

/// A code that blocks, with its heading in the source.
pub const fn blocks(code: Code, section: &'static str) -> CodeRule {
    CodeRule { code, severity: Severity::Blocks, except: None, section }
}

/// A code that warns, with its heading in the source.
pub const fn warns(code: Code, section: &'static str) -> CodeRule {
    CodeRule { code, severity: Severity::Warns, except: None, section }
}

/// A code that informs, with its heading in the source.
pub const fn informs(code: Code, section: &'static str) -> CodeRule {
    CodeRule { code, severity: Severity::Informs, except: None, section }
}

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
