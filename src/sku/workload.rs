//! Names of products and workloads that Microsoft uses where it speaks of claims and their
//! incentives, but that are no SKU.
//!
//! source: Partner Center, "Data definitions", "Modern Work" and "Business Applications" reports,
//! texts of 2023-10-10

use super::entry::Sku;
use crate::order::{edit_distance, sort_few};
use crate::paste;

/// Where a product belongs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Class {
    /// Nothing was entered.
    Missing,
    /// The name is not known.
    Unrecognized,
    /// Business Applications.
    Business,
    /// Business Applications, but usage is credited in another way than by a claim.
    BusinessUsageElsewhere,
    /// A workload of Microsoft 365, or another product beside Business Applications.
    Microsoft365,
    /// A suite of Microsoft 365, which has several workloads.
    Suite,
    /// Azure, which is claimed in another way.
    Azure,
}

/// A product or workload.
#[derive(Debug, Eq, PartialEq)]
pub struct Workload {
    /// The name to show.
    pub name: &'static str,
    /// The family of its SKUs; empty if the table has none.
    pub family: &'static str,
    /// Where it belongs.
    pub class: Class,
}

const fn business(name: &'static str, family: &'static str) -> Workload {
    Workload { name, family, class: Class::Business }
}

const fn elsewhere(name: &'static str, family: &'static str) -> Workload {
    Workload { name, family, class: Class::BusinessUsageElsewhere }
}

const fn modern(name: &'static str) -> Workload {
    Workload { name, family: "", class: Class::Microsoft365 }
}

const CUSTOMER_INSIGHTS: &str = "marketing/customer-insights";
const POWER: &str = "power-platform";

/// The first one with a family is the one that the family is called after.
pub const WORKLOADS: &[Workload] = &[
    business("Business Central", "business-central"),
    business("Customer Engagement", "customer-engagement"),
    business("CE Bundle", "customer-engagement"),
    business("Commerce", "commerce"),
    business("Retail", "commerce"),
    business("Customer Service", "customer-service"),
    business("Omnichannel", "customer-service"),
    business("Omni Channel", "customer-service"),
    business("Field Service", "field-service"),
    business("Finance", "finance"),
    business("Finance and Operations", "operations"),
    business("F&O Bundle", "operations"),
    business("Unified Operations", "operations"),
    business("Fraud Protection", ""),
    business("Guides", "guides/remote-assist"),
    business("Remote Assist", "guides/remote-assist"),
    business("Mixed Reality", "guides/remote-assist"),
    business("Human Resources", "human-resources"),
    business("HR", "human-resources"),
    business("Core HR", "human-resources"),
    business("Talent", "human-resources"),
    business("Intelligent Order Management", ""),
    business("Marketing", CUSTOMER_INSIGHTS),
    elsewhere("Customer Insights", CUSTOMER_INSIGHTS),
    business("Project Operations", "project-operations"),
    business("Sales", "sales"),
    business("Supply Chain", "supply-chain"),
    business("Common Data Service", ""),
    business("AI Builder", POWER),
    elsewhere("Power Apps", POWER),
    elsewhere("PowerApps", POWER),
    elsewhere("Power Automate", POWER),
    elsewhere("Power BI", POWER),
    elsewhere("PowerBI", POWER),
    business("Power Pages", POWER),
    business("Power Virtual Agent", POWER),
    business("Portals", POWER),
    modern("Intune"),
    modern("Exchange"),
    modern("ProPlus"),
    modern("Office 365 ProPlus"),
    modern("Microsoft 365 Apps"),
    modern("SharePoint"),
    modern("Teams"),
    modern("Teams Meetings"),
    modern("Teams Phone"),
    modern("Teams Phone calling"),
    modern("Teams Platform"),
    modern("Yammer"),
    modern("Viva Insights"),
    modern("Viva Topics"),
    modern("Viva Learning"),
    modern("Viva Connections"),
    modern("Azure AD"),
    modern("Azure Active Directory"),
    modern("Entra ID"),
    modern("Defender for Office 365"),
    modern("Defender for Endpoint"),
    modern("Defender for Identity"),
    modern("Information Protection"),
    modern("Azure Information Protection"),
    modern("Outlook Mobile"),
];

/// No name of a product has more words.
const MAX_WORDS: usize = 16;

/// The words of a name in lower case, without those that are left out as often as not.
pub fn tokens(name: &str) -> Vec<String> {
    let is_filler = |word: &&str| {
        ["", "microsoft", "ms", "and", "for", "the", "edition"]
            .iter()
            .all(|filler| !filler.eq_ignore_ascii_case(word))
    };
    let words = name.split(|character: char| !paste::is_letter(character)).filter(is_filler);
    words.take(MAX_WORDS).map(paste::lower).collect()
}

/// Without the family name in front: Dynamics 365 Sales is Sales.
fn without_dynamics(mut tokens: &[String]) -> &[String] {
    while let [first, rest @ ..] = tokens {
        let is_family = matches!(&**first, "dynamics" | "d365" | "dyn365")
            || first == "365" && !rest.is_empty();
        if !is_family {
            break;
        }
        tokens = rest;
    }
    tokens
}

/// A name without what is left out as often as not: the same for all ways to write it.
pub fn short_name(name: &str) -> String {
    without_dynamics(&tokens(name)).join(" ")
}

/// The workload with whose name a name begins; of several, the one with the longest name.
pub fn workload(text: &[String]) -> Option<&'static Workload> {
    let is_dynamics =
        text.first().is_some_and(|first| matches!(&**first, "dynamics" | "d365" | "dyn365"));
    let begins = |of: &[String], name: &str| {
        let name = tokens(name);
        let is_same = |(word, of_name): (&String, &String)| {
            word == of_name || word.strip_suffix('s') == Some(of_name)
        };
        (of.len() >= name.len() && of.iter().zip(&name).all(is_same)).then_some(name.len())
    };
    let length = |workload: &Workload| match workload.class {
        Class::Microsoft365 => begins(text, workload.name),
        _ if is_dynamics => begins(without_dynamics(text), workload.name),
        _ => begins(text, workload.name),
    };
    let all = WORKLOADS.iter().filter_map(|workload| Some((length(workload)?, workload)));
    // Of two with names of one length, the first one.
    all.fold(None, |best: Option<(usize, &Workload)>, one| match best {
        Some(best) if best.0 >= one.0 => Some(best),
        _ => Some(one),
    })
    .map(|(_, workload)| workload)
}

/// Is it the name of a suite, such as Microsoft 365 E5 or only E5?
pub fn is_suite(tokens: &[String]) -> bool {
    let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
    if words
        .iter()
        .any(|word| matches!(*word, "voice" | "security" | "compliance" | "extra" | "add"))
        && !words.starts_with(&["enterprise", "mobility"])
    {
        return false;
    }
    let rest = match &*words {
        ["enterprise", "mobility", ..] => return true,
        ["365" | "m365" | "o365"] | ["office", "365"] => return true,
        ["365" | "m365" | "o365", rest @ ..] | ["office", "365", rest @ ..] => rest,
        [plan] if is_plan(plan) => return true,
        _ => return false,
    };
    let rest = if rest.first() == Some(&"gcc") { rest.get(1..).unwrap_or_default() } else { rest };
    rest.first().is_some_and(|word| {
        is_plan(word) || matches!(*word, "business" | "small" | "midsize" | "enterprise")
    })
}

/// E5, F3, A1, G5.
fn is_plan(word: &str) -> bool {
    matches!(word.as_bytes(), [b'e' | b'f' | b'a' | b'g', digit] if digit.is_ascii_digit())
}

/// What people call products that are sold under other names by now, or under several.
const SHORT_FORMS: &[(&[&str], &[&str])] = &[
    (&["fo", "fno", "fao", "finops", "ax", "operations"], &["Finance", "Supply Chain Management"]),
    (&["scm"], &["Supply Chain Management"]),
    (&["ce", "crm"], &["Sales", "Customer Service", "Field Service"]),
    (&["bc", "nav"], &["Business Central"]),
];

/// Up to three names that a name may have been meant as, the nearest first.
pub fn nearest(text: &str) -> Vec<&'static str> {
    let written = tokens(text).concat();
    let family = ["dynamics365", "dynamics", "dyn365", "d365"];
    let word = family.iter().find_map(|family| written.strip_prefix(family)).unwrap_or(&written);
    if let Some((_, names)) = SHORT_FORMS.iter().find(|(short, _)| short.contains(&word)) {
        return names.to_vec();
    }
    let letters = |tokens: &[String]| -> Vec<char> {
        tokens.iter().flat_map(|word| word.chars()).take(MAX_LETTERS).collect()
    };
    let tokens = tokens(text);
    let (whole, short) = (letters(&tokens), letters(without_dynamics(&tokens)));
    let mut near: Vec<(usize, &str)> = Vec::new();
    for workload in WORKLOADS {
        let name = letters(&self::tokens(workload.name));
        let dynamics: Vec<char> = "dynamics365".chars().chain(name.iter().copied()).collect();
        let most = 1 + name.len() / 5;
        let distances = [
            edit_distance(&whole, &name),
            edit_distance(&short, &name),
            edit_distance(&whole, &dynamics),
        ];
        let distance = distances.into_iter().min().unwrap_or(usize::MAX);
        if distance <= most && distance < name.len() {
            near.push((distance, workload.name));
        }
    }
    sort_few(&mut near, |(distance, _)| *distance);
    near.into_iter().map(|(_, name)| name).take(3).collect()
}

const MAX_LETTERS: usize = 60;

/// Where a SKU belongs.
pub fn class_of(sku: &Sku<'_>) -> Class {
    match &*sku.family {
        "" if is_suite(&tokens(&sku.name)) => Class::Suite,
        "" => Class::Microsoft365,
        POWER => Class::BusinessUsageElsewhere,
        CUSTOMER_INSIGHTS if paste::position(&sku.name, "Customer Insights").is_some() => {
            Class::BusinessUsageElsewhere
        }
        _ => Class::Business,
    }
}

/// May a bundle of this family have products of the other family in it?
pub fn bundle_may_have(bundle: &str, family: &str) -> bool {
    match bundle {
        "customer-engagement" => matches!(
            family,
            "sales"
                | "customer-service"
                | "field-service"
                | "project-operations"
                | "guides/remote-assist"
                | CUSTOMER_INSIGHTS
        ),
        "operations" => {
            matches!(family, "finance" | "supply-chain" | "commerce" | "human-resources")
        }
        "team-members" | "other" => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_what_may_be_left_out() {
        for (name, short) in [
            ("Microsoft Teams", "teams"),
            ("teams ", "teams"),
            ("Microsoft Dynamics 365 for Sales", "sales"),
            ("D365 Sales", "sales"),
            ("Sales Professional", "sales professional"),
            ("Dynamics 365", "365"),
            ("…", ""),
        ] {
            assert_eq!(short_name(name), short);
        }
    }

    #[test]
    fn names_begin_with_a_workload() {
        for (text, name) in [
            ("Microsoft Teams", Some("Teams")),
            ("teams phone", Some("Teams Phone")),
            ("Exchange Online (Plan 1)", Some("Exchange")),
            ("Dynamics 365 Sales", Some("Sales")),
            ("D365 F&O Bundle", Some("F&O Bundle")),
            ("D365 F&O", None),
            ("Finance & Operations", Some("Finance and Operations")),
            ("Power Virtual Agents", Some("Power Virtual Agent")),
            ("Project Operations", Some("Project Operations")),
            ("Salesforce", None),
            ("Dynamics 365", None),
            ("asdf", None),
            ("", None),
        ] {
            assert_eq!(workload(&tokens(text)).map(|found| found.name), name, "{text}");
        }
    }

    #[test]
    fn suites() {
        for (text, expected) in [
            ("E5", true),
            ("Microsoft 365 E5", true),
            ("M365 E3", true),
            ("Office 365", true),
            ("Microsoft 365 Business Premium", true),
            ("Office 365 GCC G5 without Audio Conferencing", true),
            ("Enterprise Mobility + Security E5", true),
            ("Office 365 G3 without Microsoft 365 Apps GCC", true),
            ("Microsoft 365 E5 Compliance", false),
            ("Microsoft 365 Business Voice", false),
            ("Microsoft 365 Copilot", false),
            ("Microsoft 365 Apps for enterprise", false),
            ("Windows 365 Enterprise 4 vCPU", false),
            ("Teams", false),
        ] {
            assert_eq!(is_suite(&tokens(text)), expected, "{text}");
        }
    }
}
