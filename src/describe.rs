//! Describes the registry: rule sets, fields, checks, codes, questions and closed lists. The build
//! writes the description into a file for JavaScript.

use serde::Serialize;

use crate::actions::{ActionId, Opens};
use crate::advise::{
    ActivityReason, Effect, PartnerIdNext, PartnerIdOverall, PartnerIdReason, Question,
};
use crate::claim::{
    Activity, CompetingPartner, Field, ProofOfExecution, PurchaseChannel, SolutionArea, UserRole,
};
use crate::code::{
    BatchProblem, CheckId, Code, CodeFacts, CrossRowCode, Kind, NotChecked, PARAMS, ParamFacts,
};
use crate::date::Date;
use crate::diagnose::{
    Cause, CauseBasis, CauseStatus, ClaimHolder, Conclusion, CustomerRequest, DiagnosisQuestion,
    IdentifierSource, SubscriptionListing,
};
use crate::exports::{ExportKind, Meaning, ProblemCode};
use crate::filing::{Actor, AfterNext, DeadlineStep, TextKind};
use crate::identifier::IdentifierKind;
use crate::letter::CustomerQuestion;
use crate::list::as_map;
use crate::report::{Asks, Basis, Outcome, Verdict};
use crate::ruleset::{
    Asked, Authority, CodeRule, Contribution, Exception, Fit, FormField, Program, ProofItem,
    ReturnReason, RuleSet, SeeksPayment, Severity, Status, Topic,
};
use crate::sku::{SKU_SOURCE, SkuSource};
use crate::timeline::StepName;
use crate::vocabulary::{
    AccountKind, Cloud, EvidencePart, Fact, Holder, Provisioning, Shows, SubscriptionStatus,
    UnresolvedReason,
};

/// A rule set and all lists, for forms, types and documentation.
#[derive(Debug, Serialize)]
pub struct Description {
    /// The rule set.
    pub ruleset: &'static RuleSet,
    /// The fields of a claim, in the order of the form.
    pub fields: Vec<FieldFacts>,
    /// The checks, in the order of reports.
    pub checks: &'static [CheckId],
    /// The codes.
    pub codes: Vec<RuledCode>,
    /// The parameters of codes that are more than any text.
    pub params: &'static [ParamFacts],
    /// Every closed list, by the name of its type.
    #[serde(serialize_with = "as_map")]
    pub lists: &'static [(&'static str, &'static [&'static str])],
    /// Those that a form can do without: scripts have them with the core.
    #[serde(rename = "laterLists", serialize_with = "as_map")]
    pub later_lists: &'static [(&'static str, &'static [&'static str])],
    /// The questions of the activity guide, with their answers.
    pub questions: Vec<FieldFacts>,
    /// The questions of the diagnosis, with their answers.
    pub diagnosis: Vec<FieldFacts>,
    /// What an export has to show for an action, with the kinds that show it.
    pub shows: Vec<FieldFacts>,
    /// The source of the SKU table.
    #[serde(rename = "skuTable")]
    pub sku_table: SkuSource,
}

/// A field, a question or the like, with its closed list of values.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FieldFacts {
    /// Name.
    pub name: &'static str,
    /// The values; empty if it takes text.
    pub options: &'static [&'static str],
}

/// A code, with the rule set's part about it.
#[derive(Debug, Serialize)]
pub struct RuledCode {
    /// Everything about the code that does not depend on the rule set.
    #[serde(flatten)]
    pub facts: CodeFacts,
    /// How much it weighs.
    pub severity: Severity,
    /// An exception for one value of a parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Exception>,
    /// The heading in the source.
    pub section: &'static str,
    /// The page with that heading, if it is not the rule set's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'static str>,
    /// Who acts on it.
    pub authority: Authority,
    /// Further places that say something about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Place>,
}

/// A place on a page.
#[derive(Debug, Serialize)]
pub struct Place {
    /// The heading.
    pub section: &'static str,
    /// The page.
    pub url: &'static str,
}

/// Describes the lists under a rule set. An unknown ID yields the newest rule set.
pub fn describe(ruleset: &str) -> Description {
    let rules = RuleSet::named(ruleset).unwrap_or_else(|| RuleSet::in_force(Date::LAST));
    let ruled = |code: &Code| {
        let CodeRule { severity, except, section, page, also, authority, .. } = rules.code(*code);
        let url = page.map(|page| page.url);
        let sources = also.iter();
        let sources =
            sources.map(|also| Place { section: also.section, url: also.page.url }).collect();
        RuledCode { facts: code.facts(), severity, except, section, url, authority, sources }
    };
    let question = |name, options| FieldFacts { name, options };
    let names_of = |field: Field| question(field.name(), field.options());
    Description {
        ruleset: rules,
        fields: Field::ALL.iter().map(|field| names_of(*field)).collect(),
        checks: CheckId::ALL,
        codes: Code::ALL.iter().map(ruled).collect(),
        params: PARAMS,
        lists: LISTS,
        later_lists: LATER_LISTS,
        questions: vec![
            names_of(Field::SolutionArea),
            names_of(Field::PurchaseChannel),
            question("contribution", Contribution::NAMES),
            question("seeksPayment", SeeksPayment::NAMES),
        ],
        diagnosis: DiagnosisQuestion::ALL
            .iter()
            .map(|id| question(id.name(), id.answers()))
            .collect(),
        shows: Shows::ALL.iter().map(|what| question(what.name(), what.kinds())).collect(),
        sku_table: SKU_SOURCE,
    }
}

macro_rules! lists {
    ($($Name:ident,)+) => { &[$((stringify!($Name), $Name::NAMES),)+] };
}

const LISTS: &[(&str, &[&str])] = lists![
    ActionId,
    Activity,
    Asks,
    Authority,
    Basis,
    CheckId,
    Cloud,
    Code,
    CompetingPartner,
    CrossRowCode,
    Field,
    IdentifierKind,
    Kind,
    NotChecked,
    Opens,
    Outcome,
    ProofOfExecution,
    PurchaseChannel,
    Severity,
    Shows,
    SolutionArea,
    Status,
    StepName,
    Topic,
    UserRole,
    Verdict,
];

/// Lists of what is asked only beside the check.
const LATER_LISTS: &[(&str, &[&str])] = lists![
    AccountKind,
    ActivityReason,
    Actor,
    AfterNext,
    Asked,
    BatchProblem,
    Cause,
    CauseBasis,
    CauseStatus,
    ClaimHolder,
    Conclusion,
    Contribution,
    CustomerQuestion,
    CustomerRequest,
    DeadlineStep,
    DiagnosisQuestion,
    Effect,
    EvidencePart,
    ExportKind,
    Fact,
    Fit,
    FormField,
    Holder,
    IdentifierSource,
    Meaning,
    PartnerIdNext,
    PartnerIdOverall,
    PartnerIdReason,
    ProblemCode,
    Program,
    ProofItem,
    Provisioning,
    Question,
    ReturnReason,
    SeeksPayment,
    SubscriptionListing,
    SubscriptionStatus,
    TextKind,
    UnresolvedReason,
];
