//! Everything that is a list: rule sets, fields, checks, codes, questions and closed lists. The build
//! writes them down for JavaScript, so that the modules which check need not tell them.

use serde::Serialize;

use crate::advise::{
    ActivityReason, Effect, PartnerIdNext, PartnerIdOverall, PartnerIdReason, Question,
};
use crate::api::default_rules;
use crate::claim::{
    Activity, CompetingPartner, Field, ProofOfExecution, PurchaseChannel, SolutionArea, UserRole,
};
use crate::code::{BatchProblem, CheckId, Code, CodeFacts, CrossRowCode, Kind};
use crate::diagnose::{
    Cause, CauseBasis, CauseStatus, ClaimHolder, Conclusion, CustomerRequest, DiagnosisQuestion,
    IdentifierSource, SubscriptionListing,
};
use crate::exports::{ExportKind, ProblemCode};
use crate::identifier::IdentifierKind;
use crate::list::as_map;
use crate::report::{Outcome, Verdict};
use crate::ruleset::{
    CodeRule, Contribution, Exception, Fit, RuleSet, SeeksPayment, Severity, Status, Topic,
};
use crate::sku::{SKU_SOURCE, SkuSource};
use crate::timeline::StepName;
use crate::vocabulary::{
    AccountKind, Cloud, EvidencePart, Fact, Holder, Provisioning, SubscriptionStatus,
    UnresolvedReason,
};

/// A rule set and all the lists, for forms, types and documentation.
#[derive(Debug, Serialize)]
pub struct Description {
    /// The rule set.
    pub ruleset: &'static RuleSet,
    /// The claim's fields, in the order of the form.
    pub fields: Vec<FieldFacts>,
    /// The checks, in the order of reports.
    pub checks: &'static [CheckId],
    /// The codes.
    pub codes: Vec<RuledCode>,
    /// Every closed list, by the name of its type.
    #[serde(serialize_with = "as_map")]
    pub lists: &'static [(&'static str, &'static [&'static str])],
    /// What the activity guide asks, with the answers.
    pub questions: Vec<FieldFacts>,
    /// What the diagnosis asks, with the answers.
    pub diagnosis: Vec<FieldFacts>,
    /// Where the SKU table is from.
    #[serde(rename = "skuTable")]
    pub sku_table: SkuSource,
}

/// A field or question with its closed answers.
#[derive(Debug, Serialize)]
pub struct FieldFacts {
    /// Name.
    pub name: &'static str,
    /// Closed answers; none for text.
    pub options: &'static [&'static str],
}

/// A code with what the rule set says of it.
#[derive(Debug, Serialize)]
pub struct RuledCode {
    /// What belongs to it whatever the rule set.
    #[serde(flatten)]
    pub facts: CodeFacts,
    /// How much it weighs.
    pub severity: Severity,
    /// Where a parameter makes it weigh something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<Exception>,
    /// Heading in the source.
    pub section: &'static str,
}

/// The lists under a rule set; an unknown name gets the default.
pub fn describe(ruleset: &str) -> Description {
    let rules = RuleSet::named(ruleset).unwrap_or_else(default_rules);
    let ruled = |code: &Code| {
        let CodeRule { severity, except, section, .. } = rules.code(*code);
        RuledCode { facts: code.facts(), severity, except, section }
    };
    let question = |name, options| FieldFacts { name, options };
    let names_of = |field: Field| question(field.name(), field.options());
    Description {
        ruleset: rules,
        fields: Field::ALL.iter().map(|field| names_of(*field)).collect(),
        checks: CheckId::ALL,
        codes: Code::ALL.iter().map(ruled).collect(),
        lists: LISTS,
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
        sku_table: SKU_SOURCE,
    }
}

macro_rules! lists {
    ($($Name:ident,)+) => { &[$((stringify!($Name), $Name::NAMES),)+] };
}

const LISTS: &[(&str, &[&str])] = lists![
    AccountKind,
    Activity,
    ActivityReason,
    BatchProblem,
    Cause,
    CauseBasis,
    CauseStatus,
    CheckId,
    ClaimHolder,
    Cloud,
    Code,
    CompetingPartner,
    Conclusion,
    Contribution,
    CrossRowCode,
    CustomerRequest,
    DiagnosisQuestion,
    Effect,
    EvidencePart,
    ExportKind,
    Fact,
    Field,
    Fit,
    Holder,
    IdentifierKind,
    IdentifierSource,
    Kind,
    Outcome,
    PartnerIdNext,
    PartnerIdOverall,
    PartnerIdReason,
    ProblemCode,
    ProofOfExecution,
    Provisioning,
    PurchaseChannel,
    Question,
    SeeksPayment,
    Severity,
    SolutionArea,
    Status,
    StepName,
    SubscriptionListing,
    SubscriptionStatus,
    Topic,
    UnresolvedReason,
    UserRole,
    Verdict,
];
