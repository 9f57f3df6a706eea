//! The functions of the contract, over JSON values. The boundary and the native tests call these.

use crate::checks;
use crate::claim::{Claim, Field, InputFault};
use crate::classify::{self, Identified, ReferenceData};
use crate::code::{CheckId, Code};
use crate::date::Date;
use crate::domain::ToAscii;
use crate::evidence::{Evidence, EvidenceFault};
use crate::facts::Facts;
use crate::json::Value;
use crate::report::{self, Finding, Findings, Param, Report, SCHEMA, Verdict, verdict};
use crate::ruleset::{RULESETS, RuleSet};
use crate::sku::SkuTable;
use crate::timeline::timeline;
use crate::vocabulary::Holder;

#[cfg(feature = "core")]
pub mod held;
mod input;
mod reader;
#[cfg(feature = "core")]
mod with_evidence;

pub use input::{CheckInput, InputEntry};
pub use reader::{ClaimReader, Understood};

/// What the core does not know by itself.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The caller's day, where the options name none.
    pub today: Date,
    /// Known SKUs; without a table, SKUs stay unknown.
    pub skus: &'a SkuTable<'a>,
    /// See [`ToAscii`].
    pub to_ascii: ToAscii<'a>,
}

/// Evidence after reading, with what could not be read. Reading costs more than checking, and the
/// evidence stays the same while a claim is being typed.
pub type ReadEvidence = (Evidence, Vec<EvidenceFault>);

impl World<'_> {
    /// Checks a claim. Any value of any type gets a report.
    pub fn check_claim(
        &self,
        claim: &Value<'_>,
        evidence: &ReadEvidence,
        options: &Value<'_>,
    ) -> Report {
        let mut faults = Vec::new();
        let (rules, today) = self.options(options, &mut faults);
        let (claim, claim_faults) = Claim::read(claim);
        faults.extend(claim_faults);
        let (evidence, evidence_faults) = evidence;
        let facts = Facts::read(&claim, rules, today, self.known(evidence), &mut faults);
        Report { understood: facts.understood(), ..judged(&facts, faults, evidence_faults) }
    }

    /// What each other rule set would say otherwise of a claim. The base is the rule set that the
    /// options name, or that of the claim's day.
    pub fn compare_editions(
        &self,
        claim: &Value<'_>,
        evidence: &ReadEvidence,
        options: &Value<'_>,
    ) -> Vec<EditionDifference> {
        let base = self.check_claim(claim, evidence, options);
        let others = RULESETS.iter().filter(|rules| rules.id != base.ruleset);
        let difference = |rules: &&RuleSet| {
            let mut options: Vec<_> = options.map().unwrap_or_default().to_vec();
            options.retain(|(name, _)| name != "ruleset");
            options.push(("ruleset".into(), Value::Text(rules.id.into())));
            let other = self.check_claim(claim, evidence, &Value::Map(options));
            EditionDifference {
                ruleset: other.ruleset,
                verdict: other.verdict,
                added: without(&other.findings, &base.findings),
                removed: without(&base.findings, &other.findings),
            }
        };
        others.map(difference).collect()
    }

    /// Names the kind of a text; a value that is no text is of no known kind.
    pub fn classify_identifier(&self, text: &Value<'_>, evidence: &ReadEvidence) -> Identified {
        let text = match text {
            Value::Null => Some(""),
            other => other.text_or_number(),
        };
        let Some(text) = text else { return Identified::unknown() };
        classify::classify(text, self.known(&evidence.0))
    }

    fn known<'k>(&'k self, evidence: &'k Evidence) -> ReferenceData<'k> {
        ReferenceData { evidence, skus: self.skus, to_ascii: self.to_ascii }
    }

    /// Rule set and day of the options; the caller's day where there is none.
    pub(crate) fn options(
        &self,
        options: &Value<'_>,
        faults: &mut Vec<InputFault>,
    ) -> (Option<&'static RuleSet>, Date) {
        let mut option = |name: &'static str, problem: &'static str| {
            faults.push(InputFault::Malformed { name: name.into(), problem });
        };
        if !matches!(options, Value::Map(_) | Value::Null) {
            option("options", "wrong-type");
        }
        let rules = options.get("ruleset").map(|id| id.text().and_then(RuleSet::named));
        if rules.is_some_and(|rules| rules.is_none()) {
            option("ruleset", "not-an-option");
        }
        let today = options.get("today").map(|day| day.text().and_then(Date::parse));
        if today.is_some_and(|today| today.is_none()) {
            option("today", "not-a-date");
        }
        (rules.flatten(), today.flatten().unwrap_or(self.today))
    }
}

/// What another rule set would say otherwise of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionDifference {
    /// The other rule set.
    pub ruleset: &'static str,
    /// Its verdict.
    pub verdict: Verdict,
    /// Its findings that the base does not have, or weighs otherwise.
    pub added: Vec<Finding>,
    /// The findings of the base that it does not have, or weighs otherwise.
    pub removed: Vec<Finding>,
}

fn without(findings: &[Finding], others: &[Finding]) -> Vec<Finding> {
    let is_new = |finding: &&Finding| !others.iter().any(|other| other.is_like(finding));
    findings.iter().filter(is_new).cloned().collect()
}

/// The report on a claim that was read, with what could not be read, but without what was.
pub(crate) fn judged(
    facts: &Facts<'_>,
    faults: Vec<InputFault>,
    evidence_faults: &[EvidenceFault],
) -> Report {
    let mut findings = Findings::new(facts.rules);
    let mut checks = Vec::with_capacity(CheckId::ALL.len());
    checks::run(facts, &mut findings, &mut checks);
    for fault in faults.into_iter().take(MAX_FAULTS) {
        raise(fault, &mut findings);
    }
    for EvidenceFault { part, rows } in evidence_faults {
        let (row, several) = named_rows(rows);
        let finding = findings.raise(Code::EvidenceMalformed).name("part", part);
        finding.text("row", row).text("rows", several);
    }
    let findings = findings.sorted();
    let verdict = verdict(&checks, &findings);
    Report {
        schema: SCHEMA,
        ruleset: facts.rules.id,
        today: facts.today,
        verdict,
        timeline: timeline(facts, competes(&findings), verdict == Verdict::Fix),
        checks,
        findings,
        understood: Vec::new(),
    }
}

/// The first of these rows and, where there are several, the first few of them.
fn named_rows(rows: &[usize]) -> (String, String) {
    let mut named: Vec<String> = rows.iter().map(usize::to_string).collect();
    let row = named.first().cloned().unwrap_or_default();
    let is_more = rows.len() >= EvidenceFault::MOST_ROWS;
    named.truncate(EvidenceFault::MOST_ROWS - 1);
    let several = if rows.len() > 1 { named.join(", ") } else { String::new() };
    (row, if is_more { several + " …" } else { several })
}

/// Does the claim compete with another partner's, so that it goes to arbitration?
fn competes(findings: &[Finding]) -> bool {
    let is_held = |finding: &Finding| {
        finding.code == Code::SubscriptionAlreadyClaimed
            && finding.params.contains(&("by", Param::Name(Holder::OtherPartner.name())))
    };
    findings.iter().any(|finding| finding.code == Code::CompetingClaim || is_held(finding))
}

/// More faults of one input tell nothing more.
const MAX_FAULTS: usize = 100;

/// Raises the finding of a fault.
pub(crate) fn raise(fault: InputFault, findings: &mut report::Findings) {
    match fault {
        InputFault::Malformed { name, problem } => {
            let raised = findings.raise(Code::InputMalformed);
            match Field::from_name(&name) {
                Some(field) => raised.at(field).name("field", field.name()),
                None => raised.text("field", name),
            }
            .name("problem", problem);
        }
        InputFault::UnknownField { name, suggestion } => {
            let suggestion = suggestion.map(Field::name).unwrap_or_default();
            findings.raise(Code::UnknownField).text("field", name).name("suggestion", suggestion);
        }
    }
}
