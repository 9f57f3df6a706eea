//! Which partner association counts for a product: a claim, or another program.
//!
//! The pages are about the designation of partners. They are later than the older rule sets, which say
//! nothing of it; each row has the day of its page.
//!
//! source: Partner Center, "Solutions Partner for Business applications", 2023-06-13; "Solutions
//! Partner for Modern work", 2023-06-12; "Customer eligibility", 2022-08-10

use super::page::{Page, Source};
use crate::claim::Activity;
use crate::list::names;

names! {
    /// The programs that associate a partner with a customer.
    pub enum Program {
        /// Claiming Partner of Record: a claim.
        Cpor = "cpor",
        /// Partner Admin Link.
        Pal = "pal",
        /// Digital Partner of Record.
        Dpor = "dpor",
        /// The sale as a Cloud Solution Provider.
        Csp = "csp",
    }
}

names! {
    /// The products for which the same programs count.
    pub enum ProductGroup {
        /// Dynamics 365, but Customer Insights only where it is not about usage.
        Dynamics365 = "dynamics-365",
        /// Power Platform; Customer Insights where it is about usage.
        PowerPlatform = "power-platform",
        /// Microsoft 365 and the other products of its solution area.
        Microsoft365 = "microsoft-365",
        /// Azure.
        Azure = "azure",
    }
}

/// What counts for a group of products. An empty list of activities means any.
#[derive(Clone, Copy, Debug)]
pub struct ProgramRow {
    /// The products.
    pub group: ProductGroup,
    /// The activities.
    pub activities: &'static [Activity],
    /// The programs, of which each counts.
    pub programs: &'static [Program],
    /// Where it says so.
    pub source: Source,
}

impl ProgramRow {
    /// Is it about these products and this activity?
    pub fn is_for(&self, group: ProductGroup, activity: Option<Activity>) -> bool {
        let is_named = |activity| self.activities.contains(&activity);
        self.group == group && (self.activities.is_empty() || activity.is_some_and(is_named))
    }
}

const BUSINESS: Page = Page {
    title: "Solutions Partner for Business applications",
    date: "2023-06-13",
    url: "https://learn.microsoft.com/partner-center/membership/solutions-partner-business",
};
const MODERN: Page = Page {
    title: "Solutions Partner for Modern work",
    date: "2023-06-12",
    url: "https://learn.microsoft.com/partner-center/membership/solutions-partner-modern-work",
};
const CUSTOMERS: Page = Page {
    title: "Customer eligibility",
    date: "2022-08-10",
    url: "https://learn.microsoft.com/partner-center/insights/customer-eligibility",
};

const fn row(
    group: ProductGroup,
    activities: &'static [Activity],
    programs: &'static [Program],
    page: &'static Page,
    section: &'static str,
) -> ProgramRow {
    ProgramRow { group, activities, programs, source: Source { page, section } }
}

const USAGE: &[Activity] = &[Activity::Usage];
const NOT_USAGE: &[Activity] = &[Activity::Presales, Activity::RevenueAssociation];
const PURCHASE: &str = "Net customer adds metric";
const GROWTH: &str = "Usage growth metric";

use ProductGroup as G;
use Program::{Cpor, Csp, Dpor, Pal};

/// The rows, of which at most one is for a product and an activity.
pub const PROGRAMS: &[ProgramRow] = &[
    row(G::Dynamics365, NOT_USAGE, &[Cpor, Csp, Dpor], &BUSINESS, PURCHASE),
    // A note says that CSP is counted, too.
    row(G::Dynamics365, USAGE, &[Cpor, Dpor, Csp], &BUSINESS, GROWTH),
    row(G::PowerPlatform, NOT_USAGE, &[Cpor, Csp, Dpor], &BUSINESS, PURCHASE),
    row(G::PowerPlatform, USAGE, &[Pal, Csp], &BUSINESS, GROWTH),
    // Enterprise names CPOR and DPOR, small and medium business CPOR and CSP.
    row(G::Microsoft365, &[], &[Cpor, Dpor, Csp], &MODERN, "Customer success: Usage growth metric"),
    row(
        G::Azure,
        &[],
        &[Pal, Dpor, Csp],
        &CUSTOMERS,
        "Azure (Data and AI, Digital & App Innovation, Infrastructure)",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ruleset::RULESETS;

    /// For every group and activity exactly one row, and a claim counts where the claim form takes one.
    #[test]
    fn every_product_has_its_programs() {
        for rules in RULESETS {
            for group in ProductGroup::ALL {
                for activity in Activity::ALL {
                    let rows =
                        rules.programs.iter().filter(|row| row.is_for(*group, Some(*activity)));
                    let rows: Vec<_> = rows.collect();
                    assert_eq!(rows.len(), 1, "{group:?} {activity:?}");
                    let is_elsewhere = *group == G::Azure
                        || *group == G::PowerPlatform && *activity == Activity::Usage;
                    assert_eq!(rows[0].programs.contains(&Cpor), !is_elsewhere);
                }
            }
        }
    }
}
