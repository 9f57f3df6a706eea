//! Findings and reports.

use serde::{Serialize, Serializer};

use crate::claim::Field;
use crate::code::{CheckId, Code, Kind};
use crate::date::Date;
use crate::list::{as_map, names};
use crate::order::sort_few;
use crate::paste;
use crate::ruleset::{Exception, RuleSet, Severity};
use crate::timeline::Step;

names! {
    /// What a check found.
    pub enum Outcome {
        /// The evidence shows that everything is in order.
        Pass = "pass",
        /// Something known speaks against it.
        Fail = "fail",
        /// The evidence does not show it.
        Unknown = "unknown",
        /// The question does not apply to this claim.
        NotApplicable = "not-applicable",
    }
}

names! {
    /// What to do with the claim. Never a promise, because only Microsoft decides.
    pub enum Verdict {
        /// Something blocks the claim.
        Fix = "fix",
        /// Nothing known blocks the claim, but something is unknown or speaks against it.
        Confirm = "confirm",
        /// Everything is known, and nothing speaks against the claim.
        Ready = "ready",
    }
}

names! {
    /// What a pass or a fail rests on.
    pub enum Basis {
        /// The text of the field itself.
        Typed = "typed",
        /// The answer of a person who can know.
        Stated = "stated",
        /// What exports show.
        Evidence = "evidence",
    }
}

names! {
    /// Who can answer what is open or missing.
    pub enum Asks {
        /// The partner.
        You = "you",
        /// The customer's administrator.
        Customer = "customer",
        /// Whoever buys licenses at the customer.
        Purchasing = "purchasing",
        /// Microsoft alone.
        Microsoft = "microsoft",
    }
}

/// What a check found, and what that rests on or who can say more.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Found {
    /// The outcome.
    pub outcome: Outcome,
    /// What a pass or a fail rests on.
    pub basis: Option<Basis>,
    /// Who can answer what is open or missing.
    pub asks: Option<Asks>,
}

impl Found {
    /// The question does not apply.
    pub const NOT_APPLICABLE: Self =
        Self { outcome: Outcome::NotApplicable, basis: None, asks: None };

    /// Everything is in order.
    pub const fn pass(basis: Basis) -> Self {
        Self { outcome: Outcome::Pass, basis: Some(basis), asks: None }
    }

    /// Something speaks against it.
    pub const fn fail(basis: Basis) -> Self {
        Self { outcome: Outcome::Fail, basis: Some(basis), asks: None }
    }

    /// A value is missing that every claim needs; this is who has it.
    pub const fn missing(asks: Asks) -> Self {
        Self { outcome: Outcome::Fail, basis: Some(Basis::Typed), asks: Some(asks) }
    }

    /// It is not known; this is who can say it.
    pub const fn unknown(asks: Asks) -> Self {
        Self { outcome: Outcome::Unknown, basis: None, asks: Some(asks) }
    }
}

/// A value for a message.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A name from a closed list.
    Name(&'static str),
    /// Several checks by their names.
    Names(Checks),
    /// Several texts, none of them empty. Without any, the parameter is an empty [`Param::Text`].
    Texts(Vec<String>),
    /// A date, a number or a normalized value.
    Text(String),
}

/// A set of checks: a bit for each, by its number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Checks(u32);

impl Checks {
    /// The set of these checks.
    pub fn of(checks: impl Iterator<Item = CheckId>) -> Self {
        Self(checks.fold(0, |bits, id| bits | 1 << id as u32))
    }

    /// The names of the checks, in the order of the registry.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let among = move |id: &&CheckId| self.0 >> **id as u32 & 1 == 1;
        CheckId::ALL.iter().filter(among).map(|id| id.name())
    }

    /// Is it one of them?
    pub const fn has(self, check: CheckId) -> bool {
        self.0 >> check as u32 & 1 == 1
    }

    /// The bits.
    pub const fn bits(self) -> u32 {
        self.0
    }
}

impl Serialize for Checks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

/// Something to report about a claim. Its wording is part of the languages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// Where it is shown.
    pub kind: Kind,
    /// How much it weighs.
    pub severity: Severity,
    /// The claim fields that it names. The first is the one to go to.
    pub fields: &'static [Field],
    /// The values for the message, by name.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'static str, Param)>,
    /// The heading in the rule set's source.
    pub section: &'static str,
}

impl Finding {
    /// Are both the same? Assumes that they come from the same rule set.
    #[inline(never)]
    pub fn is_like(&self, other: &Self) -> bool {
        self.code == other.code
            && self.severity == other.severity
            && self.fields == other.fields
            && self.params == other.params
    }

    /// Has the parameter this name as its value?
    pub fn has(&self, key: &str, value: &str) -> bool {
        let is_this = |param: &Param| matches!(param, Param::Name(name) if *name == value);
        self.params.iter().any(|(name, param)| *name == key && is_this(param))
    }
}

/// The result of a check.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckResult {
    /// The check.
    pub id: CheckId,
    /// The outcome.
    pub outcome: Outcome,
    /// What a pass or a fail rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub basis: Option<Basis>,
    /// Who can answer what is open or missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub asks: Option<Asks>,
    /// What its label says besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub params: Option<CheckParams>,
}

/// What the label of a check says besides.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckParams {
    /// The day as of which a pass holds that rests on evidence older than 30 days.
    pub as_of: Date,
}

/// The version of the report's shape.
pub const SCHEMA: u32 = 1;

/// The report on a claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The version of this shape.
    pub schema: u32,
    /// The rule set.
    pub ruleset: &'static str,
    /// The day as of which the claim was checked.
    pub today: Date,
    /// What to do.
    pub verdict: Verdict,
    /// The result of every check, in the order of the registry.
    pub checks: Vec<CheckResult>,
    /// The findings, sorted by severity and then by field.
    pub findings: Vec<Finding>,
    /// The values that were read from the fields, in their usual form.
    #[serde(serialize_with = "as_map")]
    pub understood: Vec<(&'static str, String)>,
    /// What happens after filing.
    pub timeline: Vec<Step>,
}

/// Collects findings.
#[derive(Debug)]
pub struct Findings {
    ruleset: &'static RuleSet,
    findings: Vec<Finding>,
    with_params: bool,
}

impl Findings {
    /// Collects findings with their parameters.
    pub fn new(ruleset: &'static RuleSet) -> Self {
        // More than nearly every claim has: to grow step by step takes longer.
        Self { ruleset, findings: Vec::with_capacity(16), with_params: true }
    }

    /// Collects findings without parameters, for many claims of which only the codes are needed.
    pub const fn codes_only(ruleset: &'static RuleSet) -> Self {
        Self { ruleset, findings: Vec::new(), with_params: false }
    }

    /// Removes all findings but keeps the memory, for a claim under this rule set.
    pub fn clear_for(&mut self, ruleset: &'static RuleSet) {
        self.ruleset = ruleset;
        self.findings.clear();
    }

    /// The findings in the order in which they were raised.
    pub fn raised(&self) -> &[Finding] {
        &self.findings
    }

    /// Adds a finding with this code. Returns it so that parameters can be added.
    pub fn raise(&mut self, code: Code) -> Raised<'_> {
        let facts = code.facts();
        let rule = self.ruleset.code(code);
        self.findings.push(Finding {
            code,
            kind: facts.kind,
            severity: rule.severity,
            fields: facts.fields,
            params: Vec::new(),
            section: rule.section,
        });
        let with_params = self.with_params;
        Raised { finding: self.findings.last_mut(), except: rule.except, with_params }
    }

    /// Adds a finding about these checks.
    pub fn raise_for(&mut self, code: Code, checks: Checks) -> Raised<'_> {
        self.raise(code).with("checks", Param::Names(checks))
    }

    /// Replaces a name from a closed list in the parameter of every finding of this code.
    pub fn replace(&mut self, code: Code, key: &str, from: &str, to: &'static str) {
        for finding in self.findings.iter_mut().filter(|finding| finding.code == code) {
            for (name, param) in &mut finding.params {
                if *name == key && matches!(param, Param::Name(value) if *value == from) {
                    *param = Param::Name(to);
                }
            }
        }
    }

    /// Has a finding of this code been raised?
    pub fn has(&self, code: Code) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }

    /// The findings sorted by severity and field, without duplicates.
    pub fn sorted(mut self) -> Vec<Finding> {
        let sort_key = |finding: &Finding| {
            let field = finding.fields.first().map_or(usize::MAX, |field| *field as usize);
            (finding.severity, field, finding.code)
        };
        sort_few(&mut self.findings, sort_key);
        let mut at = 1;
        while let Some(finding) = self.findings.get(at) {
            let mut before = self.findings.iter().take(at);
            if before.any(|other| other.is_like(finding)) {
                self.findings.remove(at);
            } else {
                at += 1;
            }
        }
        self.findings
    }
}

/// The number of characters of a parameter that messages show.
const MAX_PARAM: usize = 100;

/// The finding that was just raised.
pub struct Raised<'f> {
    finding: Option<&'f mut Finding>,
    except: Option<Exception>,
    with_params: bool,
}

impl Raised<'_> {
    /// Adds a name from a closed list. The rule set can give its own severity to a value.
    pub fn name(mut self, key: &'static str, value: &'static str) -> Self {
        if let (Some(finding), Some(except)) = (&mut self.finding, self.except) {
            if except.param == key && except.value == value {
                finding.severity = except.severity;
            }
        }
        self.with(key, Param::Name(value))
    }

    /// Adds a text, shortened.
    pub fn text(self, key: &'static str, value: impl ToString) -> Self {
        if !self.with_params {
            return self;
        }
        self.with(key, Param::Text(paste::shortened(value.to_string(), MAX_PARAM)))
    }

    /// Adds several texts, shortened; an empty text if there are none.
    pub fn texts(self, key: &'static str, values: Vec<String>) -> Self {
        if !self.with_params || values.is_empty() {
            return self.text(key, "");
        }
        let values = values.into_iter().map(|value| paste::shortened(value, MAX_PARAM));
        self.with(key, Param::Texts(values.collect()))
    }

    /// Replaces the code's fields with this one.
    pub fn at(mut self, field: Field) -> Self {
        if let Some(finding) = &mut self.finding {
            finding.fields = field.alone();
        }
        self
    }

    /// Lowers the severity from blocks to warns, because it is not certain that the claim fails.
    pub fn uncertain(mut self) -> Self {
        if let Some(finding) = &mut self.finding {
            finding.severity = finding.severity.max(Severity::Warns);
        }
        self
    }

    fn with(mut self, key: &'static str, value: Param) -> Self {
        if let Some(finding) = self.finding.as_mut().filter(|_| self.with_params) {
            finding.params.push((key, value));
        }
        self
    }
}

/// The verdict that follows from findings and outcomes.
pub fn verdict(checks: &[CheckResult], findings: &[Finding]) -> Verdict {
    if findings.iter().any(|finding| finding.severity == Severity::Blocks) {
        Verdict::Fix
    } else if checks.iter().any(|check| matches!(check.outcome, Outcome::Unknown | Outcome::Fail)) {
        Verdict::Confirm
    } else {
        Verdict::Ready
    }
}
