//! Findings and the report.

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
        /// Evidence shows that all is well.
        Pass = "pass",
        /// Something known speaks against it.
        Fail = "fail",
        /// The evidence does not show it.
        Unknown = "unknown",
        /// Claims like this one are not asked.
        NotApplicable = "not-applicable",
    }
}

names! {
    /// What to do with the claim. Never a promise: only Microsoft decides.
    pub enum Verdict {
        /// Something blocks it.
        Fix = "fix",
        /// Nothing known blocks it, but something is not known.
        Confirm = "confirm",
        /// Everything asked is known and nothing blocks it.
        Ready = "ready",
    }
}

/// A value that a message needs.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A name from a closed list.
    Name(&'static str),
    /// Several checks by their names.
    Names(Checks),
    /// A date, a number or a normalised value.
    Text(String),
}

/// Some of the checks: a bit for each, by its number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Checks(u32);

impl Checks {
    /// These.
    pub fn of(checks: impl Iterator<Item = CheckId>) -> Self {
        Self(checks.fold(0, |bits, id| bits | 1 << id as u32))
    }

    /// Their names, in the registry's order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let among = move |id: &&CheckId| self.0 >> **id as u32 & 1 == 1;
        CheckId::ALL.iter().filter(among).map(|id| id.name())
    }

    /// A bit for each.
    pub const fn bits(self) -> u32 {
        self.0
    }
}

impl Serialize for Checks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

/// Something to say about the claim. It carries no words: those belong to the languages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// Where it is shown.
    pub kind: Kind,
    /// How much it weighs.
    pub severity: Severity,
    /// Claim fields, first the one to go to.
    pub fields: &'static [Field],
    /// What the message needs.
    #[serde(serialize_with = "as_map")]
    pub params: Vec<(&'static str, Param)>,
    /// Heading in the rule set's source.
    pub section: &'static str,
}

impl Finding {
    /// The same under one rule set?
    #[inline(never)]
    pub fn is_like(&self, other: &Self) -> bool {
        self.code == other.code
            && self.severity == other.severity
            && self.fields == other.fields
            && self.params == other.params
    }
}

/// What one check found.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub struct CheckResult {
    /// The check.
    pub id: CheckId,
    /// What it found.
    pub outcome: Outcome,
}

/// The answer to a claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The rule set it was checked by.
    pub ruleset: &'static str,
    /// The day it was checked for.
    pub today: Date,
    /// What to do.
    pub verdict: Verdict,
    /// Every check, in the registry's order.
    pub checks: Vec<CheckResult>,
    /// By severity, then by field.
    pub findings: Vec<Finding>,
    /// What was read from each field, normalised.
    #[serde(serialize_with = "as_map")]
    pub understood: Vec<(&'static str, String)>,
    /// What happens after filing.
    pub timeline: Vec<Step>,
}

/// Findings under collection.
#[derive(Debug)]
pub struct Findings {
    ruleset: &'static RuleSet,
    findings: Vec<Finding>,
    with_params: bool,
}

impl Findings {
    /// None yet.
    pub const fn new(ruleset: &'static RuleSet) -> Self {
        Self { ruleset, findings: Vec::new(), with_params: true }
    }

    /// None yet, and without the parameters of messages: for many claims, of which only the codes
    /// are wanted.
    pub const fn codes_only(ruleset: &'static RuleSet) -> Self {
        Self { ruleset, findings: Vec::new(), with_params: false }
    }

    /// Forgets all findings, keeping the memory.
    pub fn clear(&mut self) {
        self.findings.clear();
    }

    /// The findings in the order in which they were raised.
    pub fn raised(&self) -> &[Finding] {
        &self.findings
    }

    /// Adds a finding of this code and returns it for its parameters.
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

    /// Adds a finding about these checks, if there are any.
    pub fn raise_for(&mut self, code: Code, checks: Checks) {
        if checks.bits() != 0 {
            self.raise(code).with("checks", Param::Names(checks));
        }
    }

    /// Has a finding of this code been raised?
    pub fn has(&self, code: Code) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }

    /// Sorted by severity and field, without doubles.
    pub fn sorted(mut self) -> Vec<Finding> {
        let place = |finding: &Finding| {
            let field = finding.fields.first().map_or(usize::MAX, |field| *field as usize);
            (finding.severity, field, finding.code)
        };
        sort_few(&mut self.findings, place);
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

/// Characters of a parameter that messages show.
const MAX_PARAM: usize = 100;

/// The finding just raised.
pub struct Raised<'f> {
    finding: Option<&'f mut Finding>,
    except: Option<Exception>,
    with_params: bool,
}

impl Raised<'_> {
    /// Adds a name from a closed list; the rule set may have a severity of its own for it.
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

    /// Names another field than the code's own.
    pub fn at(mut self, field: Field) -> Self {
        if let Some(finding) = &mut self.finding {
            finding.fields = field.alone();
        }
        self
    }

    /// Lowers the severity from blocks to warns: what speaks against the claim is not certain.
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

/// The verdict that findings and outcomes add up to.
pub fn verdict(checks: &[CheckResult], findings: &[Finding]) -> Verdict {
    if findings.iter().any(|finding| finding.severity == Severity::Blocks) {
        Verdict::Fix
    } else if checks.iter().any(|check| check.outcome == Outcome::Unknown) {
        Verdict::Confirm
    } else {
        Verdict::Ready
    }
}
