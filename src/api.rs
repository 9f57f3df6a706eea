//! The functions of the contract, over JSON values. The boundary and the native tests call these.

use serde::Serialize;

use crate::advise::{
    ActivityAdvice, ActivityReason, Answers, Effect, PartnerIdAdvice, PartnerIdNext,
    PartnerIdOverall, PartnerIdReason, Question, Situation, advise_activity, advise_partner_id,
};
use crate::claim::{
    Activity, Claim, CompetingPartner, Field, InputFault, ProofOfExecution, PurchaseChannel,
    SolutionArea, UserRole,
};
use crate::code::{BatchProblem, CheckId, Code, CodeFacts, CrossRowCode, Kind};
use crate::date::Date;
use crate::diagnose::{
    Answers as DiagnosisAnswers, Cause, CauseBasis, CauseStatus, ClaimHolder, Conclusion,
    CustomerRequest, Diagnosis, DiagnosisQuestion, IdentifierSource, SubscriptionListing, diagnose,
};
use crate::domain::ToAscii;
#[cfg(feature = "exports")]
use crate::evidence::export;
use crate::evidence::export::{ExportKind, ProblemCode};
use crate::evidence::{
    AccountKind, Cloud, Evidence, EvidenceFault, Fact, Holder, Part as EvidencePart, Provisioning,
    SubscriptionStatus, UnresolvedReason,
};
use crate::facts::Facts;
use crate::identifier::{self, Identified, IdentifierKind, Known};
use crate::json::{self, Value};
use crate::paste;
use crate::report::{Finding, Findings, Outcome, Report, Verdict, as_map, verdict};
use crate::ruleset::{
    CodeRule, Contribution, Exception, Fit, RULESETS, RuleSet, SeeksPayment, Severity, Status,
    Topic,
};
use crate::sku::{SKU_SOURCE, SkuSource, SkuTable};
use crate::timeline::{StepName, timeline};
use crate::{checks, report};

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

/// Evidence that comes part by part, and is joined when it is first asked for: once, or not at all
/// if it was joined before it came.
#[derive(Debug, Default)]
pub struct HeldEvidence {
    known: ReadEvidence,
    is_joined: bool,
}

impl HeldEvidence {
    /// Adds a part as JSON text; what cannot be read is left out and named.
    pub fn add(&mut self, part: &str, to_ascii: ToAscii<'_>) {
        let (value, damage) = json::parse(part);
        let (evidence, faults) = Evidence::read(&value, to_ascii);
        let (known, known_faults) = &mut self.known;
        known.append(evidence);
        known_faults.extend(faults);
        known_faults.extend(damage.map(|_| EvidenceFault { part: "evidence", row: 0 }));
        self.is_joined = false;
    }

    /// All of it, joined.
    pub fn joined(&mut self) -> &ReadEvidence {
        if !self.is_joined {
            let (known, _) = &mut self.known;
            *known = std::mem::take(known).joined();
            self.is_joined = true;
        }
        &self.known
    }
}

impl World<'_> {
    /// Reads evidence; any value of any type. Rows about one and the same thing are joined, so that
    /// a check sees their contradictions.
    pub fn evidence(&self, value: &Value<'_>) -> ReadEvidence {
        let (evidence, faults) = Evidence::read(value, self.to_ascii);
        (evidence.joined(), faults)
    }

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

    /// Advises on the activity. Answers that are none count as not given.
    pub fn advise_activity(&self, answers: &Value<'_>, options: &Value<'_>) -> ActivityAdvice {
        let (rules, _) = self.options(options, &mut Vec::new());
        let answers = Answers {
            area: named(answers, "solutionArea", SolutionArea::from_name),
            channel: named(answers, "purchaseChannel", PurchaseChannel::from_name),
            contribution: named(answers, "contribution", Contribution::from_name),
            payment: named(answers, "seeksPayment", SeeksPayment::from_name),
        };
        advise_activity(answers, rules)
    }

    /// Advises on the Partner ID.
    pub fn advise_partner_id(
        &self,
        candidates: &Value<'_>,
        context: &Value<'_>,
    ) -> PartnerIdAdvice {
        let wrapped = Value::Map(vec![("partnerIds".into(), candidates.clone())]);
        let (evidence, _) = self.evidence(&wrapped);
        let fast_track = match context.get("fastTrack") {
            Some(Value::Bool(flag)) => Some(*flag),
            _ => None,
        };
        let program = context.get("program").and_then(Value::text).map(str::to_owned);
        advise_partner_id(&evidence.partner_ids, &Situation { fast_track, program })
    }

    /// Diagnoses the subscription error. What cannot be read of claim, evidence and options counts
    /// as not given.
    pub fn diagnose_subscription(
        &self,
        claim: &Value<'_>,
        evidence: &ReadEvidence,
        options: &Value<'_>,
    ) -> Diagnosis {
        let mut faults = Vec::new();
        let (rules, today) = self.options(options, &mut faults);
        let (claim, _) = Claim::read(claim);
        let answers = options.get("answers").unwrap_or(&Value::Null);
        let answers = DiagnosisAnswers {
            listing: named(answers, "listing", SubscriptionListing::from_name),
            source: named(answers, "source", IdentifierSource::from_name),
            channel: named(answers, "channel", PurchaseChannel::from_name),
            holder: named(answers, "holder", ClaimHolder::from_name),
        };
        let known = self.known(&evidence.0);
        diagnose(Facts::read(&claim, rules, today, known, &mut faults), answers)
    }

    /// Names the kind of a text; a value that is no text is of no known kind.
    pub fn classify_identifier(&self, text: &Value<'_>, evidence: &ReadEvidence) -> Identified {
        let text = match text {
            Value::Null => Some(""),
            other => other.text_or_number(),
        };
        let Some(text) = text else { return Identified::unknown() };
        identifier::classify(text, self.known(&evidence.0))
    }

    /// Reads an export, text or bytes.
    #[cfg(feature = "exports")]
    pub fn read_evidence(&self, bytes: impl AsRef<[u8]>, options: &Value<'_>) -> export::Export {
        export::read(bytes.as_ref(), export::Said::read(options), self.to_ascii, &mut |_, _| {})
    }

    /// Joins two parts of evidence.
    pub fn merge_evidence(&self, a: &Value<'_>, b: &Value<'_>) -> Evidence {
        let (a, _) = Evidence::read(a, self.to_ascii);
        let (b, _) = Evidence::read(b, self.to_ascii);
        a.merged_with(b)
    }

    fn known<'k>(&'k self, evidence: &'k Evidence) -> Known<'k> {
        Known { evidence, skus: self.skus, to_ascii: self.to_ascii }
    }

    /// Rule set and day of the options; the default and the caller's day where there is none.
    pub(crate) fn options(
        &self,
        options: &Value<'_>,
        faults: &mut Vec<InputFault>,
    ) -> (&'static RuleSet, Date) {
        let mut option = |name: &str, problem: &'static str| {
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
        (rules.flatten().unwrap_or_else(default_rules), today.flatten().unwrap_or(self.today))
    }
}

/// The report on a claim that was read, with what could not be read, but without what was.
pub(crate) fn judged(
    facts: &Facts<'_>,
    faults: impl IntoIterator<Item = InputFault>,
    evidence_faults: &[EvidenceFault],
) -> Report {
    let mut findings = Findings::new(facts.rules);
    let mut checks = Vec::with_capacity(CheckId::ALL.len());
    checks::run(facts, &mut findings, &mut checks);
    for fault in faults.into_iter().take(MAX_FAULTS) {
        raise(fault, &mut findings);
    }
    for fault in evidence_faults.iter().take(MAX_FAULTS) {
        findings
            .raise(Code::EvidenceMalformed)
            .name("part", fault.part)
            .text("row", if fault.row == 0 { String::new() } else { fault.row.to_string() });
    }
    let findings = findings.sorted();
    Report {
        ruleset: facts.rules.id,
        today: facts.today,
        verdict: verdict(&checks, &findings),
        timeline: timeline(facts, competes(&findings)),
        checks,
        findings,
        understood: Vec::new(),
    }
}

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

/// All rule sets, the default first.
pub const fn rulesets() -> &'static [&'static RuleSet] {
    RULESETS
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

/// Does the claim compete with another partner's, so that it goes to arbitration?
fn competes(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.code == Code::CompetingClaim)
}

/// The rule set where none is named.
pub(crate) fn default_rules() -> &'static RuleSet {
    // INVARIANT: the list is never empty (it would not compile).
    const { RULESETS.first().expect("there is a rule set") }
}

/// More faults of one input tell nothing more.
const MAX_FAULTS: usize = 100;

fn named<T>(answers: &Value<'_>, name: &str, from_name: fn(&str) -> Option<T>) -> Option<T> {
    from_name(&paste::slug(&paste::clean(answers.get(name)?.text()?)))
}

/// Raises the finding of a fault.
pub(crate) fn raise(fault: InputFault, findings: &mut report::Findings) {
    match fault {
        InputFault::Malformed { name, problem } => {
            let field = Field::from_name(&name);
            let raised = findings.raise(Code::InputMalformed);
            let raised = raised.text("field", name).name("problem", problem);
            if let Some(field) = field {
                raised.at(field);
            }
        }
        InputFault::UnknownField { name, suggestion } => {
            let suggestion = suggestion.map(Field::name).unwrap_or_default();
            findings.raise(Code::UnknownField).text("field", name).name("suggestion", suggestion);
        }
    }
}
