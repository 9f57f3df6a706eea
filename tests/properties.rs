//! What holds for every claim and all evidence, tried on generated ones: good values, near misses,
//! values of another field, of another type, and what pasting leaves behind.
//!
//! The same cases on every machine; a failure prints claim and evidence.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::panic::{AssertUnwindSafe, catch_unwind};

use cpor_preflight::claim::Field;
use cpor_preflight::code::{CheckId, Code};
use cpor_preflight::date::Date;
use cpor_preflight::diagnose::{Cause, CauseBasis, CauseStatus};
use cpor_preflight::domain::Domain;
use cpor_preflight::guid::Guid;
use cpor_preflight::json as parser;
use cpor_preflight::report::{Outcome, Param, Report, Verdict};
use cpor_preflight::ruleset::Severity;
use cpor_preflight::timeline::{Step, StepName};
use serde_json::{Map, Value, json};

#[path = "support/world.rs"]
mod world;

use world::{check, world};

/// Unoptimised, every case takes some milliseconds.
const CASES: usize = if cfg!(debug_assertions) { 4_000 } else { 200_000 };

#[test]
fn any_claim_with_any_evidence() {
    let mut random = Random { state: 0x5eed_2026_1122, care: 1 };
    let mut faults = Vec::new();
    for number in 0..CASES {
        let case = Case::generate(&mut random);
        let found = catch_unwind(AssertUnwindSafe(|| faults_of(&case, &mut random)));
        for fault in found.unwrap_or_else(|_| vec!["panics".to_owned()]) {
            let (claim, evidence) = (case.claim_text(false), case.evidence_text(false));
            faults.push(format!("case {number}: {fault}\n  {claim}\n  {evidence}"));
        }
        if faults.len() >= 5 {
            break;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A generator that never makes a good claim would prove little, nor one that makes only those.
#[test]
fn cases_reach_every_outcome_and_most_codes() {
    let mut random = Random { state: 0x5eed_2026_1122, care: 1 };
    let mut outcomes: Vec<(CheckId, Outcome)> = Vec::new();
    let mut codes = Vec::new();
    let mut verdicts = Vec::new();
    for _ in 0..CASES.min(3_000) {
        let case = Case::generate(&mut random);
        let report = case.report();
        verdicts.push(report.verdict);
        codes.extend(report.findings.iter().map(|finding| finding.code));
        outcomes.extend(report.checks.iter().map(|check| (check.id, check.outcome)));
        codes.sort();
        codes.dedup();
        outcomes.sort();
        outcomes.dedup();
    }
    let passes = outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Pass).count();
    let fails = outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Fail).count();
    // The ID of a subscription is asked for, and so is everything else.
    assert_eq!((passes, fails), (CheckId::ALL.len(), CheckId::ALL.len()), "{outcomes:?}");
    assert!(codes.len() >= 48, "{} codes: {codes:?}", codes.len());
    for verdict in Verdict::ALL {
        assert!(verdicts.contains(verdict), "{verdict:?}");
    }
}

fn faults_of(case: &Case, random: &mut Random) -> Vec<String> {
    let report = case.report();
    let mut faults = agreement(&report);
    for (name, variant) in [
        ("blanks around the values", case.with_texts(&|text| format!("\u{a0} {text}\t\u{200b} "))),
        ("GUIDs in capitals", case.with_guids(&|guid| guid.to_uppercase())),
        ("GUIDs without hyphens", case.with_guids(&|guid| guid.split('-').collect())),
        ("GUIDs in braces", case.with_guids(&|guid| format!("{{{guid}}}"))),
    ] {
        let other = variant.report();
        if (&other.findings, &other.checks) != (&report.findings, &report.checks) {
            faults.push(format!("{name} change {}", difference(&report, &other)));
        }
    }
    let reversed = check(world(), &case.claim_text(true), &case.evidence_text(true), "null");
    if codes(&reversed) != codes(&report) || reversed.checks != report.checks {
        faults.push(format!("the order of keys changes {}", difference(&report, &reversed)));
    }
    let turned = case.with_rows_turned().report();
    if turned.checks != report.checks {
        faults.push(format!("the order of rows changes {}", difference(&report, &turned)));
    }
    faults.extend(unproven(case, &report));
    faults.extend(outdated(case, &report));
    faults.extend(gained_by_loss(case, &report, random));
    faults.extend(gained_by_damage(case, &report, random));
    faults.extend(contradicted(case, &report));
    faults
}

/// Verdict, findings and outcomes say the same, and findings are in order and without duplicates.
fn agreement(report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let blocks = report.findings.iter().any(|finding| finding.severity == Severity::Blocks);
    let is_open = |outcome| matches!(outcome, Outcome::Unknown | Outcome::Fail);
    let open = report.checks.iter().any(|check| is_open(check.outcome));
    let due = match (blocks, open) {
        (true, _) => Verdict::Fix,
        (false, true) => Verdict::Confirm,
        (false, false) => Verdict::Ready,
    };
    if report.verdict != due {
        faults.push(format!("the verdict is {:?} instead of {due:?}", report.verdict));
    }
    let is_told = |check: CheckId| {
        report.findings.iter().any(|finding| check.told_by().contains(&finding.code))
    };
    for check in &report.checks {
        let mut about = report
            .findings
            .iter()
            .filter(|finding| finding.code.facts().check == Some(check.id))
            .map(|finding| finding.severity);
        let name = check.id.name();
        match check.outcome {
            Outcome::Fail if about.next().is_none() && !is_told(check.id) => {
                faults.push(format!("{name} fails without a finding"));
            }
            Outcome::Fail => {}
            _ if about.any(|severity| severity == Severity::Blocks) => {
                faults.push(format!("{name} is blocked, but does not fail"));
            }
            _ => {}
        }
    }
    if report.checks.iter().map(|check| check.id).ne(CheckId::ALL.iter().copied()) {
        faults.push("a check is missing".to_owned());
    }
    let place = |finding: &cpor_preflight::report::Finding| {
        (finding.severity, finding.fields.first().map_or(usize::MAX, |field| *field as usize))
    };
    if !report.findings.is_sorted_by_key(place) {
        faults.push("findings are out of order".to_owned());
    }
    for (at, finding) in report.findings.iter().enumerate() {
        if report.findings[..at].contains(finding) {
            faults.push(format!("{} is there twice", finding.code.name()));
        }
    }
    faults
}

/// The checks on a subscription pass only on a record of it that shows what they ask for; "is it
/// free?" alone passes on the person's own word, since no export shows other partners' claims.
fn unproven(case: &Case, report: &Report) -> Vec<String> {
    let understood = |field: Field| {
        report.understood.iter().find(|(name, _)| *name == field.name()).map(|(_, read)| &**read)
    };
    let tenant = understood(Field::CustomerTenantId).and_then(|text| Guid::parse(text).ok());
    let mut records = case.records_of(understood(Field::SubscriptionId));
    // Without an ID, it is the only one of the tenant that the claim can be for.
    let is_missing =
        report.findings.iter().any(|finding| finding.code == Code::SubscriptionIdMissing);
    if is_missing && tenant.is_some() {
        let of_tenant = |record: &&Value| guid(&record["tenantId"]) == tenant;
        let first = case.rows("subscriptions").filter(of_tenant);
        let ids: Vec<_> = first.filter_map(|record| guid(&record["id"])).collect();
        for id in ids {
            records.extend(case.records_of(Some(&id.to_string())));
        }
    }
    let shows = |members: &[&str]| {
        records.iter().any(|record| members.iter().any(|member| !record[*member].is_null()))
    };
    let is_on_tenant = tenant.is_some() && records.iter().any(|r| guid(&r["tenantId"]) == tenant);
    let shown = |id: CheckId| match id {
        CheckId::SubscriptionOnTenant => is_on_tenant,
        CheckId::SubscriptionDynamics => shows(&["skuId", "skuPartNumber"]),
        CheckId::SubscriptionNotCsp => {
            let is_stated = matches!(
                understood(Field::PurchaseChannel),
                Some("volume-licensing" | "web-direct")
            );
            shows(&["channel"]) || is_stated && !records.is_empty()
        }
        CheckId::SubscriptionProvisioned => shows(&["provisioning"]),
        CheckId::SubscriptionUnclaimed => understood(Field::CompetingPartner) == Some("no"),
        CheckId::SubscriptionStatus => shows(&["status"]),
        _ => true,
    };
    let passing = report.checks.iter().filter(|check| check.outcome == Outcome::Pass);
    passing
        .filter(|check| !shown(check.id))
        .map(|check| format!("{} passes without evidence", check.id.name()))
        .collect()
}

/// No check passes on an older statement while the newest one says otherwise.
fn outdated(case: &Case, report: &Report) -> Vec<String> {
    let understood = |field: Field| {
        report.understood.iter().find(|(name, _)| *name == field.name()).map(|(_, read)| &**read)
    };
    let records = case.records_of(understood(Field::SubscriptionId));
    let newest = |member: &str| -> Vec<&str> {
        let known = records.iter().filter_map(|row| Some((day(row), row[member].as_str()?)));
        let known: Vec<_> = known.filter(|(_, value)| !matches!(*value, "unknown" | "")).collect();
        let last = known.iter().map(|(day, _)| *day).max();
        known.into_iter().filter(|(day, _)| Some(*day) == last).map(|(_, value)| value).collect()
    };
    let domain = understood(Field::CustomerDomain);
    let is_domain = |value: &Value| {
        let read = Domain::read(value.as_str().unwrap_or_default(), world().to_ascii).ok();
        read.is_some_and(|read| Some(read.as_str()) == domain)
    };
    let tenant = understood(Field::CustomerTenantId).and_then(|text| Guid::parse(text).ok());
    let holders: Vec<_> = case
        .rows("tenants")
        .filter(|row| row["domains"].as_array().into_iter().flatten().any(is_domain))
        .map(|row| (day(row), guid(&row["tenantId"])))
        .filter(|(_, id)| id.is_some())
        .collect();
    let nobody: Vec<_> = case
        .rows("unresolvedDomains")
        .filter(|row| is_domain(&row["domain"]))
        .filter(|row| ["not-found", "malformed"].iter().any(|reason| row["reason"] == *reason))
        .map(|row| (day(row), None))
        .collect();
    let about: Vec<_> = holders.into_iter().chain(nobody).collect();
    let last = about.iter().map(|(day, _)| *day).max();
    let is_current = |id: CheckId| match id {
        CheckId::SubscriptionStatus => {
            newest("status").iter().all(|status| matches!(*status, "active" | "in-grace" | "odd"))
        }
        CheckId::SubscriptionProvisioned => {
            newest("provisioning").iter().all(|state| *state == "provisioned")
        }
        CheckId::TenantDomain => {
            about.iter().filter(|(day, _)| Some(*day) == last).all(|(_, id)| *id == tenant)
        }
        _ => true,
    };
    let passing = report.checks.iter().filter(|check| check.outcome == Outcome::Pass);
    passing
        .filter(|check| !is_current(check.id))
        .map(|check| format!("{} passes on an outdated statement", check.id.name()))
        .collect()
}

/// Orders rows by the day that they are as of; without one that is now.
fn day(row: &Value) -> (bool, Option<Date>) {
    let day = row["asOf"].as_str().and_then(Date::parse);
    (day.is_none(), day)
}

/// Less evidence never makes a check pass that failed or was unknown. Excepted is only evidence
/// that spoke against the pass, named in [`spoke_against`].
fn gained_by_loss(case: &Case, report: &Report, random: &mut Random) -> Vec<String> {
    let Some((removed, less)) = case.with_less_evidence(random) else { return Vec::new() };
    // What cannot be read keeps checks open, and its loss is no loss of evidence.
    if less.unread() < case.unread() {
        return Vec::new();
    }
    let after = less.report();
    let id = report.understood.iter().find(|(name, _)| *name == "subscriptionId");
    let records = case.records_of(id.map(|(_, read)| &**read)).len();
    let domains = ("field", Param::Name("domains"));
    let two_holders = report.findings.iter().any(|finding| finding.params.contains(&domains));
    // Without an ID, the only subscription that the claim can be for counts: of two, none.
    let is_missing =
        report.findings.iter().any(|finding| finding.code == Code::SubscriptionIdMissing);
    let is_unclear = records > 1 || is_missing;
    let contradicted = |id| if id == CheckId::TenantDomain { two_holders } else { is_unclear };
    let pairs = report.checks.iter().zip(&after.checks);
    pairs
        .filter(|(before, after)| {
            matches!(before.outcome, Outcome::Fail | Outcome::Unknown)
                && after.outcome == Outcome::Pass
                && !spoke_against(&removed, before.id, contradicted(before.id))
        })
        .map(|(before, _)| format!("without {removed}, {} passes", before.id.name()))
        .collect()
}

/// What cannot be read never makes a check pass that failed or was unknown, whether it was readable
/// before or was not there. What was not there before makes nothing better at all, and is told, also
/// after a join.
fn gained_by_damage(case: &Case, report: &Report, random: &mut Random) -> Vec<String> {
    let Some((damaged, is_new, worse)) = case.with_damage(random) else { return Vec::new() };
    let after = worse.report();
    let mut faults = Vec::new();
    for (before, after) in report.checks.iter().zip(&after.checks) {
        let rank = |outcome| match outcome {
            Outcome::Fail => 0,
            Outcome::Unknown => 1,
            Outcome::Pass | Outcome::NotApplicable => 2,
        };
        let is_better = rank(after.outcome) > rank(before.outcome);
        if is_better && (is_new || after.outcome == Outcome::Pass) {
            let (id, outcomes) = (before.id.name(), (before.outcome, after.outcome));
            faults.push(format!("{damaged} unreadable: {id} {outcomes:?}"));
        }
    }
    let is_told = |report: &Report| {
        report.findings.iter().any(|finding| finding.code.name() == "evidence-malformed")
    };
    if !is_told(&after) {
        faults.push(format!("{damaged} unreadable: not told"));
    }
    let (evidence, nothing) = (worse.evidence_text(false), parser::parse("{}").0);
    let joined = world().merge_evidence(&parser::parse(&evidence).0, &nothing);
    let joined = serde_json::to_string(&joined).unwrap();
    let joined = check(world(), &worse.claim_text(false), &joined, "null");
    if joined.checks != after.checks || !is_told(&joined) {
        faults
            .push(format!("{damaged} unreadable: a join changes {}", difference(&after, &joined)));
    }
    faults
}

/// The diagnosis and the steps say nothing that the report does not say.
fn contradicted(case: &Case, report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    let evidence = case.evidence_text(false);
    let claim = case.claim_text(false);
    let known = world().evidence(&parser::parse(&evidence).0);
    let options = parser::parse("null").0;
    let diagnosis = world().diagnose_subscription(&parser::parse(&claim).0, &known, &options);
    let area = report.understood.iter().find(|(name, _)| *name == "solutionArea");
    let is_business = area.is_some_and(|(_, area)| area == "business-applications");
    for found in diagnosis.causes.iter().filter(|_| is_business) {
        let outcome = |id| report.checks.iter().find(|check| check.id == id).unwrap().outcome;
        let own = outcome(found.cause.check());
        // What was typed is told by a check of its own.
        let typed = match found.cause {
            Cause::Csp => outcome(CheckId::PurchaseChannel),
            Cause::AlreadyClaimed => outcome(CheckId::CompetingClaim),
            _ => Outcome::Unknown,
        };
        let (status, basis) = (found.status, found.basis);
        let is_told = match status {
            // The rule set does not count it as a cause, whatever the report says of it.
            _ if basis == CauseBasis::Rules => true,
            CauseStatus::Confirmed => {
                own == Outcome::Fail || found.cause == Cause::Csp && typed == Outcome::Fail
            }
            CauseStatus::RuledOut => match own {
                Outcome::Fail => false,
                Outcome::Pass => true,
                _ => basis == CauseBasis::Answer && typed != Outcome::Unknown,
            },
            CauseStatus::Possible => own != Outcome::Fail,
        };
        if !is_told {
            faults.push(format!(
                "{:?} is {status:?} by {basis:?}, the check is {own:?}",
                found.cause
            ));
        }
    }
    let has_step = |name| report.timeline.iter().any(|step| step.step == name);
    let competes = report.findings.iter().any(|one| {
        let by_other = ("by", Param::Name("other-partner"));
        one.code.name() == "competing-claim"
            || one.code.name() == "subscription-already-claimed" && one.params.contains(&by_other)
    });
    if has_step(StepName::Arbitration) != competes {
        faults.push("arbitration is a step of one and not of the other".to_owned());
    }
    let day = |step: &Step| step.from.or(step.by);
    if !report.timeline.iter().filter_map(day).is_sorted() {
        faults.push(format!("steps are out of order: {:?}", report.timeline));
    }
    let submits = report.timeline.iter().find(|step| step.step == StepName::Submit).unwrap();
    let is_blocked = report.verdict == Verdict::Fix;
    let is_filed = report.understood.iter().any(|(name, _)| *name == "submittedOn");
    if is_blocked && !is_filed && submits.from.is_some() {
        faults.push("a blocked claim is to be submitted".to_owned());
    }
    faults
}

/// Does a pass without this evidence mean only that nothing speaks against it any more?
fn spoke_against(removed: &str, check: CheckId, contradicted: bool) -> bool {
    match check {
        // Subscriptions and tenants tell the two kinds of GUID apart.
        CheckId::TenantId | CheckId::SubscriptionId => true,
        // Another partner's claim weighs more than the person's "no", also through the IDs and
        // records that tie it to the subscription.
        CheckId::CompetingClaim => !matches!(removed, "tenants" | "unresolvedDomains"),
        // The same, and tenants tell the two kinds of GUID apart.
        CheckId::SubscriptionUnclaimed => removed != "unresolvedDomains",
        // An ID in no table is not decided by the part number beside it.
        CheckId::SubscriptionDynamics => contradicted || removed == "skuId",
        // The tenant has no subscription of the product, while all of them are known.
        CheckId::SubscriptionOnTenant => {
            contradicted || matches!(removed, "skuId" | "skuPartNumber")
        }
        // The term is over, so that "active" is out of date.
        CheckId::SubscriptionStatus => contradicted || removed == "endsOn",
        // A directory that did not know the domain.
        CheckId::TenantDomain => contradicted || removed == "unresolvedDomains",
        // Of two records of one subscription, the newer or the less favourable counts.
        CheckId::SubscriptionProvisioned => contradicted,
        // What the evidence shows of the purchase outweighs the person's answer.
        CheckId::SubscriptionNotCsp => {
            contradicted || matches!(removed, "channel" | "ownerTenantId")
        }
        // The person's word counts only if nothing that could not be read may say otherwise, and
        // without the evidence's channel.
        CheckId::PurchaseChannel => true,
        // An ID in no table is not decided by the part number beside it.
        CheckId::Product => contradicted || removed == "skuId",
        _ => false,
    }
}

/// One claim with its evidence.
#[derive(Clone)]
struct Case {
    claim: Vec<(String, Value)>,
    evidence: Value,
}

impl Case {
    /// How much of the evidence cannot be read: members of its rows, and parts.
    fn unread(&self) -> usize {
        fn count(value: &Value) -> usize {
            let members = value.as_object().into_iter().flatten();
            let own: usize = members
                .map(|(name, value)| match value.as_array() {
                    Some(names) if name == "unread" => names.len(),
                    _ => count(value),
                })
                .sum();
            own + value.as_array().into_iter().flatten().map(count).sum::<usize>()
        }
        let (evidence, nothing) = (self.evidence_text(false), parser::parse("{}").0);
        let joined = world().merge_evidence(&parser::parse(&evidence).0, &nothing);
        count(&serde_json::to_value(&joined).unwrap())
    }

    /// Every second case is a careful person's.
    fn generate(random: &mut Random) -> Self {
        random.care = if random.below(2) == 0 { 1 } else { 12 };
        Self { claim: claim(random), evidence: evidence(random) }
    }

    fn report(&self) -> Report {
        check(world(), &self.claim_text(false), &self.evidence_text(false), "null")
    }

    fn claim_text(&self, reversed: bool) -> String {
        object(self.claim.iter().map(|(key, value)| (&**key, value)), reversed)
    }

    fn evidence_text(&self, reversed: bool) -> String {
        text(&self.evidence, reversed)
    }

    /// With every text of the claim changed.
    fn with_texts(&self, change: &dyn Fn(&str) -> String) -> Self {
        let mut changed = self.clone();
        for (_, value) in &mut changed.claim {
            if let Value::String(text) = value {
                *text = change(text);
            }
        }
        changed
    }

    /// With every ID changed that is a GUID in its usual form, in claim and evidence.
    fn with_guids(&self, change: &dyn Fn(&str) -> String) -> Self {
        let change = |text: &str| match Guid::parse(text) {
            Ok(guid) if guid.to_string() == text => change(text),
            _ => text.to_owned(),
        };
        let mut changed = self.with_texts(&change);
        for part in changed.evidence.as_object_mut().into_iter().flat_map(Map::values_mut) {
            for row in part.as_array_mut().into_iter().flatten() {
                for (name, value) in row.as_object_mut().into_iter().flatten() {
                    if let Value::String(text) = value {
                        if name == "id" || name.ends_with("Id") {
                            *text = change(text);
                        }
                    }
                }
            }
        }
        changed
    }

    /// With the rows of every part of the evidence from last to first.
    fn with_rows_turned(&self) -> Self {
        let mut turned = self.clone();
        for part in turned.evidence.as_object_mut().into_iter().flat_map(Map::values_mut) {
            part.as_array_mut().into_iter().for_each(|rows| rows.reverse());
        }
        turned
    }

    fn rows(&self, part: &str) -> impl Iterator<Item = &Value> {
        self.evidence[part].as_array().into_iter().flatten()
    }

    /// Every record of the subscription that is readable, by either ID, also through another
    /// record that shares an ID.
    fn records_of(&self, id: Option<&str>) -> Vec<&Value> {
        let mut ids: Vec<Guid> = id.and_then(|id| Guid::parse(id).ok()).into_iter().collect();
        let rows: Vec<&Value> =
            self.rows("subscriptions").filter(|row| guid(&row["id"]).is_some()).collect();
        let mut found: Vec<&Value> = Vec::new();
        loop {
            let more: Vec<&Value> = rows
                .iter()
                .copied()
                .filter(|row| !found.iter().any(|other| std::ptr::eq(*other, *row)))
                .filter(|row| ids_of(row).any(|id| ids.contains(&id)))
                .collect();
            if more.is_empty() {
                return found;
            }
            ids.extend(more.iter().flat_map(|row| ids_of(row)));
            found.extend(more);
        }
    }

    /// Without a whole part, or without one member of one subscription; `None` where there is
    /// nothing to leave out.
    fn with_less_evidence(&self, random: &mut Random) -> Option<(String, Self)> {
        let mut less = self.clone();
        let parts = less.evidence.as_object_mut()?;
        let part = random.of(&PARTS);
        let rows = parts.get_mut("subscriptions").and_then(Value::as_array_mut);
        if let Some(rows) = rows.filter(|rows| !rows.is_empty() && random.one_in(2)) {
            let row = random.below(rows.len());
            let members = rows[row].as_object_mut()?;
            let names: Vec<String> = members.keys().cloned().collect();
            let name = names.get(random.below(names.len().max(1)))?;
            members.remove(name);
            return Some((name.clone(), less));
        }
        parts.remove(part)?;
        Some((part.to_owned(), less))
    }

    /// With one part, row or member that cannot be read, and whether there was none before.
    fn with_damage(&self, random: &mut Random) -> Option<(String, bool, Self)> {
        let mut worse = self.clone();
        let parts = worse.evidence.as_object_mut()?;
        let part = random.of(&PARTS);
        let mark = json!([[]]);
        let rows = parts.get_mut(part).and_then(Value::as_array_mut);
        let Some(rows) = rows.filter(|_| !random.one_in(6)) else {
            let before = parts.insert(part.to_owned(), mark);
            return Some((part.to_owned(), before.is_none_or(|part| part.is_null()), worse));
        };
        if rows.is_empty() || random.one_in(6) {
            rows.push(mark);
            return Some((format!("a row of {part}"), true, worse));
        }
        let row = random.below(rows.len());
        let Some(members) = rows[row].as_object_mut().filter(|_| !random.one_in(8)) else {
            rows[row] = mark;
            return Some((format!("{part} {row}"), false, worse));
        };
        let name = random.of(&MEMBERS);
        // An empty text is none.
        let is_none = |value: &Value| {
            value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
        };
        let before = members.insert(name.to_owned(), mark);
        let is_new = before.as_ref().is_none_or(is_none);
        Some((format!("{part} {row} {name}"), is_new, worse))
    }
}

const MEMBERS: [&str; 28] = [
    "tenantId",
    "domains",
    "cloud",
    "source",
    "asOf",
    "domain",
    "reason",
    "id",
    "commerceSubscriptionId",
    "skuId",
    "skuPartNumber",
    "productName",
    "status",
    "channel",
    "ownerTenantId",
    "provisioning",
    "createdOn",
    "endsOn",
    "claimedBy",
    "excerpt",
    "kind",
    "partnerType",
    "programs",
    "enrolled",
    "product",
    "subscriptionId",
    "holder",
    "colour",
];
const PARTS: [&str; 5] =
    ["tenants", "unresolvedDomains", "subscriptions", "partnerIds", "associations"];

const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FABRIKAM: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const FIRST: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const SECOND: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02";
const COMMERCE: &str = "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01";

const TENANTS: [&str; 16] = [
    CONTOSO,
    FABRIKAM,
    "3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6",
    "{3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6}",
    "3f1c7a529b0e4d6a8c275e41f0a9d3b6",
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b",
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b67",
    "3f1c7a52-9boe-4d6a-8c27-5e41f0a9d3b6",
    "3f1c7a5-29b0e-4d6a-8c27-5e41f0a9d3b6",
    "https://portal.example/#/3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6/x",
    "00000000-0000-0000-0000-000000000000",
    "9188040d-6c67-4c5b-b112-36a304b66dad",
    "72f988bf-86f1-41af-91ab-2d7cd011db47",
    "Common",
    "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    "your-tenant-id",
];
const DOMAINS: [&str; 14] = [
    "contoso.com",
    "CONTOSO.com.",
    "contoso",
    "anna@contoso.com",
    "https://contoso.com/about",
    "münchen.de",
    "xn--mnchen-3ya.de",
    "contosso.com",
    "gmail.com",
    "contoso..com",
    "contoso com",
    "☃.com",
    "192.168.0.1",
    "{contoso}",
];
const SUBSCRIPTIONS: [&str; 12] = [
    FIRST,
    SECOND,
    COMMERCE,
    "{0B6F4C1E-2D83-47AA-9F10-6C2F8D1E5A01}",
    "0b6f4c1e2d8347aa9f106c2f8d1e5a01",
    "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0",
    "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a99",
    "1e1a282c-9c54-43a2-9310-98ef728faace",
    "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
    "94e858b6d855",
    "MS-AZR-0145P",
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6_1e1a282c-9c54-43a2-9310-98ef728faace",
];
const SKUS: [&str; 5] = [
    "1e1a282c-9c54-43a2-9310-98ef728faace",
    "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
    "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
    "d2dea78b-507c-4e56-b400-39447f4738f8",
    "11111111-2222-4333-8444-555555555555",
];
const PRODUCTS: [&str; 9] = [
    "DYN365_ENTERPRISE_SALES",
    "DYN365_FINANCE",
    "dynamics 365 finance",
    "Business Central",
    "SPE_E5",
    "DYN365_SOMETHING_NEW",
    "MCOPSTN5",
    "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
    "Teams",
];
const PARTNER_IDS: [&str; 9] = [
    "5357564",
    "4391507",
    "MPN ID: 535 7564",
    "12345",
    "0000000",
    "53575a4",
    "123456789012345678901",
    "00083575",
    "５３５７５６４",
];
const DAYS: [&str; 9] = [
    "2027-11-03T00:00:00Z",
    "2026-11-22",
    "2026-11-21",
    "2026-12-22",
    "2026-12-23",
    "9999-12-31",
    "0001-01-01",
    "2026-02-30",
    "22.11.2026",
];
const ODD: [&str; 9] =
    ["", " ", "\u{200b}\u{feff}", "unknown", "x", "\u{202e}x", "ü\u{308}👩‍💻", "\"{}\\", "--"];

fn claim(random: &mut Random) -> Vec<(String, Value)> {
    let mut claim = Vec::new();
    for field in Field::ALL {
        let value = match random.below(20 * random.care) {
            0..=1 if random.one_in(2) => continue,
            2 => wrong_type(random),
            3 => random.of(&ODD).into(),
            4 => random.of(&TENANTS).into(),
            5 => random.of(&DOMAINS).into(),
            6 => random.of(&SUBSCRIPTIONS).into(),
            _ => Value::from(value_of(*field, random)),
        };
        let alias = *field == Field::PartnerId && random.one_in(4);
        let name = if alias { "mpnId" } else { field.name() };
        claim.push((name.to_owned(), value));
    }
    if random.one_in(20) && claim.iter().all(|(name, _)| name != "mpnId") {
        claim.push(("mpnId".to_owned(), random.of(&PARTNER_IDS).into()));
    }
    if random.one_in(20) {
        let name = random.of(&["customerTenantID", "colour", "", "{field}", "subscripton-id"]);
        claim.push((name.to_owned(), random.of(&ODD).into()));
    }
    let start = random.below(claim.len().max(1));
    claim.rotate_left(start);
    claim
}

/// A value meant for the field, more often than not a good one.
fn value_of(field: Field, random: &mut Random) -> String {
    let typed = match field {
        Field::CustomerTenantId | Field::OwnTenantId => random.mostly(&TENANTS),
        Field::CustomerDomain => random.mostly(&DOMAINS),
        Field::Product => random.mostly(&PRODUCTS),
        Field::SubscriptionId => random.mostly(&SUBSCRIPTIONS),
        Field::PartnerId => random.mostly(&PARTNER_IDS),
        Field::SubmittedOn => random.mostly(&DAYS),
        Field::CompetingPartner => random.mostly(&["no", "yes", "unknown", "odd"]),
        _ if random.one_in(12) => "odd",
        _ => random.mostly(field.options()),
    };
    match random.below(8) {
        0 if field.options().contains(&typed) => {
            typed.to_uppercase().split('-').collect::<Vec<_>>().join(" ")
        }
        _ if field == Field::OwnTenantId && !random.slipping() => FABRIKAM.to_owned(),
        _ => typed.to_owned(),
    }
}

fn evidence(random: &mut Random) -> Value {
    if random.one_in(30) {
        return wrong_type(random);
    }
    let mut evidence = Map::new();
    for part in PARTS {
        if random.one_in(4) && random.slipping() || random.one_in(12) {
            continue;
        }
        let value = if random.one_in(40) {
            wrong_type(random)
        } else {
            let rows = 1 + random.below(3) * usize::from(random.slipping());
            let rows = if random.one_in(8) { 0 } else { rows };
            (0..rows).map(|_| row(part, random)).collect()
        };
        evidence.insert(part.to_owned(), value);
    }
    evidence.into()
}

fn row(part: &str, random: &mut Random) -> Value {
    if random.one_in(40) {
        return wrong_type(random);
    }
    let domain = random.mostly(&DOMAINS);
    let product = random.mostly(&PRODUCTS);
    let tenant = random.mostly(&[CONTOSO, FABRIKAM]);
    let as_of = random.mostly(&["2026-11-01", "2026-10-01", "2026-12-01"]);
    let mut row = match part {
        "tenants" => json!({
            "tenantId": tenant, "domains": [domain, random.of(&DOMAINS)],
            "cloud": random.mostly(&["global", "us-gov", "china", "odd"]), "source": "look-up",
            "asOf": as_of,
        }),
        "unresolvedDomains" => json!({
            "domain": domain, "reason": random.of(&["not-found", "malformed", "other-cloud"]),
            "asOf": as_of,
        }),
        "subscriptions" => json!({
            "id": random.mostly(&[FIRST, SECOND, COMMERCE]),
            "commerceSubscriptionId": COMMERCE, "tenantId": tenant,
            "skuId": random.mostly(&SKUS), "skuPartNumber": product,
            "productName": "Sales", "ownerTenantId": FABRIKAM, "endsOn": random.mostly(&DAYS),
            "status": random.mostly(&["active", "in-grace", "suspended", "expired", "unknown"]),
            "channel": random.mostly(&["volume-licensing", "web-direct", "csp", "other", "odd"]),
            "provisioning": random.mostly(&["provisioned", "pending", "failed"]),
            "claimedBy": random.of(&["us", "other-partner"]), "asOf": as_of,
        }),
        "partnerIds" => json!({
            "id": random.mostly(&PARTNER_IDS), "kind": random.mostly(&["location", "global-account"]),
            "partnerType": "FRP FastTrack", "programs": ["OSU"], "enrolled": !random.one_in(3),
            "asOf": as_of,
        }),
        _ => json!({
            "tenantId": tenant, "product": random.of(&PRODUCTS),
            "subscriptionId": random.of(&SUBSCRIPTIONS),
            "holder": random.of(&["us", "other-partner"]),
            "status": random.of(&["Approved", "Rejected"]), "asOf": as_of,
        }),
    };
    let members = row.as_object_mut().unwrap();
    for (name, value) in members.iter_mut() {
        // What speaks against a claim is rare, so that some claims have nothing against them.
        let is_rare = matches!(&**name, "claimedBy" | "ownerTenantId" | "partnerType");
        let is_left_out = random.one_in(5) && random.slipping() && name != "id";
        if is_rare && !random.one_in(8) || is_left_out {
            *value = Value::Null;
        } else if random.one_in(40) && random.slipping() {
            *value = wrong_type(random);
        }
    }
    members.retain(|_, value| !value.is_null() || random.one_in(3));
    row
}

fn wrong_type(random: &mut Random) -> Value {
    match random.below(8) {
        0 => Value::Null,
        1 => true.into(),
        2 => 5_357_564.into(),
        3 => (-1.5e300).into(),
        4 => json!([]),
        5 => json!({}),
        6 => json!([{ "id": FIRST }, null, [7]]),
        _ => json!({ "id": { "value": CONTOSO }, "subscriptions": "x" }),
    }
}

/// Readable as one, and not empty.
fn guid(value: &Value) -> Option<Guid> {
    Guid::parse(value.as_str()?.trim()).ok()
}

fn ids_of(record: &Value) -> impl Iterator<Item = Guid> + use<> {
    [guid(&record["id"]), guid(&record["commerceSubscriptionId"])].into_iter().flatten()
}

fn codes(report: &Report) -> Vec<String> {
    let mut codes: Vec<String> =
        report.findings.iter().map(|f| format!("{} {:?}", f.code.name(), f.params)).collect();
    codes.sort();
    codes
}

fn difference(before: &Report, after: &Report) -> String {
    let only_in = |a: &Report, b: &Report| {
        let (mut lines, others) = (codes(a), codes(b));
        lines.retain(|line| !others.contains(line));
        lines.join(", ")
    };
    let outcomes = before.checks.iter().zip(&after.checks).filter(|(a, b)| a != b);
    let outcomes: Vec<_> = outcomes.map(|(a, b)| format!("{a:?} to {:?}", b.outcome)).collect();
    format!("[{}] to [{}] {outcomes:?}", only_in(before, after), only_in(after, before))
}

fn text(value: &Value, reversed: bool) -> String {
    match value {
        Value::Object(members) => {
            object(members.iter().map(|(key, value)| (&**key, value)), reversed)
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| text(item, reversed)).collect();
            format!("[{}]", items.join(","))
        }
        other => other.to_string(),
    }
}

fn object<'v>(members: impl Iterator<Item = (&'v str, &'v Value)>, reversed: bool) -> String {
    let mut members: Vec<String> = members
        .map(|(key, value)| format!("{}:{}", Value::from(key), text(value, reversed)))
        .collect();
    if reversed {
        members.reverse();
    }
    format!("{{{}}}", members.join(","))
}

/// xorshift: the same numbers on every machine.
struct Random {
    state: u64,
    /// The higher, the fewer slips.
    care: usize,
}

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from((self.state >> 11) % end as u64).unwrap()
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// Does the person slip this time?
    fn slipping(&mut self) -> bool {
        self.one_in(self.care)
    }

    /// The first item, the good one, in two of three cases, and more often with care.
    fn mostly<T: Copy>(&mut self, items: &[T]) -> T {
        if self.one_in(3) && self.slipping() { self.of(items) } else { items[0] }
    }
}
