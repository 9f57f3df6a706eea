//! What needs evidence, or is asked only beside it: the guides, the diagnosis, exports.

use super::{ReadEvidence, World};
use crate::advise::{
    ActivityAdvice, Answers, PartnerIdAdvice, Situation, advise_activity, advise_partner_id,
};
use crate::claim::{Claim, PurchaseChannel, SolutionArea};
use crate::date::Date;
use crate::diagnose::{
    Answers as DiagnosisAnswers, ClaimHolder, Diagnosis, IdentifierSource, SubscriptionListing,
    diagnose,
};
use crate::evidence::Evidence;
use crate::exports;
use crate::facts::Facts;
use crate::filing::{
    self, AfterFiling, ClaimForm, ProofChecklist, after_filing, claim_form, proof_checklist,
};
use crate::json::Value;
use crate::paste;
use crate::ruleset::{Contribution, RuleSet, SeeksPayment};

impl World<'_> {
    /// Reads evidence; any value of any type. Rows about one and the same thing are joined, so that
    /// a check sees their contradictions.
    pub fn evidence(&self, value: &Value<'_>) -> ReadEvidence {
        let (mut evidence, mut faults) = Evidence::read(value, self.to_ascii);
        faults.extend(evidence.doubt_days_after(self.today));
        (evidence.joined(), faults)
    }

    /// Advises on the activity. Answers that are none count as not given.
    pub fn advise_activity(&self, answers: &Value<'_>, options: &Value<'_>) -> ActivityAdvice {
        let (rules, today) = self.options(options, &mut Vec::new());
        let rules = rules.unwrap_or_else(|| RuleSet::in_force(today));
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
        let (evidence, _) = Evidence::read(&wrapped, self.to_ascii);
        let evidence = evidence.joined();
        let fast_track = match context.get("fastTrack") {
            Some(Value::Bool(flag)) => Some(*flag),
            _ => None,
        };
        let program = context.get("program").and_then(Value::text).map(str::to_owned);
        advise_partner_id(&evidence.partner_ids, &Situation { fast_track, program }, self.today)
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
        // The error occurs nowhere else.
        let claim = claim.with_area_or(SolutionArea::BusinessApplications);
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

    /// What the claim form asks for.
    pub fn claim_form(&self, claim: &Value<'_>, options: &Value<'_>) -> ClaimForm {
        self.about_claim(claim, options, |facts, _| claim_form(&facts))
    }

    /// What the proof of execution has to show.
    pub fn proof_checklist(&self, claim: &Value<'_>, options: &Value<'_>) -> ProofChecklist {
        self.about_claim(claim, options, |facts, _| proof_checklist(&facts))
    }

    /// What follows from a status: takes a claim with `status`, `on` (its day), `reason` (Microsoft's) and
    /// `disputed`. Without a rule set and a day of submission, the day of the status decides.
    pub fn after_filing(&self, claim: &Value<'_>, options: &Value<'_>) -> AfterFiling {
        let text = |name: &str| claim.get(name).and_then(Value::text).map(paste::clean);
        let status = text("status").and_then(|text| filing::status(&text));
        let on = text("on").and_then(|text| Date::parse_typed(&text));
        let was_disputed = claim.get("disputed") == Some(&Value::Bool(true));
        self.about_claim(claim, options, |mut facts, rules| {
            let on = on.filter(|day| *day <= facts.today);
            let is_dated = facts.submitted_on.is_some_and(|day| day <= facts.today);
            if let Some(on) = on.filter(|_| rules.is_none() && !is_dated) {
                facts.rules = RuleSet::in_force(on);
                facts.day = on;
            }
            let reason =
                text("reason").and_then(|text| filing::reason(facts.rules.filing(), &text));
            after_filing(&facts, status, on, reason, was_disputed)
        })
    }

    /// The answer to a question about a claim alone, and the rule set that the options name. What cannot
    /// be read of either counts as not given.
    fn about_claim<T>(
        &self,
        claim: &Value<'_>,
        options: &Value<'_>,
        question: impl FnOnce(Facts<'_>, Option<&'static RuleSet>) -> T,
    ) -> T {
        let mut faults = Vec::new();
        let (rules, today) = self.options(options, &mut faults);
        let (claim, _) = Claim::read(claim);
        let evidence = Evidence::default();
        let known = self.known(&evidence);
        question(Facts::read(&claim, rules, today, known, &mut faults), rules)
    }

    /// Reads an export, text or bytes.
    pub fn read_evidence(&self, bytes: impl AsRef<[u8]>, options: &Value<'_>) -> exports::Export {
        exports::read(
            bytes.as_ref(),
            exports::ReadOptions::read(options),
            self.to_ascii,
            &mut |_, _| {},
        )
    }

    /// Joins two parts of evidence. What cannot be read of them stays marked as such.
    pub fn merge_evidence(&self, a: &Value<'_>, b: &Value<'_>) -> Evidence {
        let [a, b] = [a, b].map(|part| {
            let (mut part, _) = Evidence::read(part, self.to_ascii);
            part.doubt_days_after(self.today);
            part
        });
        a.merged_with(b)
    }
}

fn named<T>(answers: &Value<'_>, name: &str, from_name: fn(&str) -> Option<T>) -> Option<T> {
    from_name(&paste::slug(&paste::clean(answers.get(name)?.text()?)))
}
