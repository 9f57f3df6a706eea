//! Every rule set as a document: a change of rules is reviewed as the change of its page in
//! `tests/golden`. `npm run goldens` writes the pages anew.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;

use cpor_preflight::advise::{Because, Question};
use cpor_preflight::claim::{Activity, PurchaseChannel, SolutionArea};
use cpor_preflight::code::Code;
use cpor_preflight::json;
use cpor_preflight::report::{Outcome, Report};
use cpor_preflight::ruleset::{
    ActivityRow, CodeRule, Contradiction, Contribution, Exception, Page, RULESETS, RuleSet,
    SeeksPayment, Source, Statement,
};
use serde_json::Value;

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/scenario.rs"]
mod scenario;
#[path = "support/summary.rs"]
mod summary;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/world.rs"]
mod world;

use world::world;

#[test]
fn rule_sets_are_as_documented() {
    for rules in RULESETS {
        compare(rules.id, &page(rules));
    }
}

#[test]
fn rule_sets_differ_as_documented() {
    let mut page = "# What changed between the rule sets\n".to_owned();
    for pair in RULESETS.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        page += &format!("\n## From {} to {}\n\n", from.id, to.id);
        page += &data_differences(from, to);
        page += &scenario_differences(from, to);
    }
    compare("rulesets-diff", &page);
}

fn compare(name: &str, page: &str) {
    let path = format!("{}/tests/golden/{name}.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, page).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == page, "{path} is out of date: look at the change after npm run goldens");
}

/// What the two rule sets say differently, as data.
fn data_differences(from: &RuleSet, to: &RuleSet) -> String {
    let mut rows = vec![
        ("source", "date".to_owned(), from.page.date.to_owned(), to.page.date.to_owned()),
        ("source", "title".into(), from.page.title.into(), to.page.title.into()),
        ("roles", "roles".into(), cell(from.roles, |r| r.name()), cell(to.roles, |r| r.name())),
        (
            "fields",
            "required".into(),
            cell(from.required, |field| field.name()),
            cell(to.required, |field| field.name()),
        ),
        (
            "subscription error",
            "reasons".into(),
            cell(from.subscription_error, |code| code.name()),
            cell(to.subscription_error, |code| code.name()),
        ),
        (
            "statuses",
            "statuses".into(),
            cell(from.statuses, |status| status.name()),
            cell(to.statuses, |status| status.name()),
        ),
    ];
    for ((name, before), (_, after)) in days(from).into_iter().zip(days(to)) {
        rows.push(("days", name, before.unwrap_or("–".into()), after.unwrap_or("–".into())));
    }
    for code in Code::ALL {
        let (before, after) = (from.code(*code), to.code(*code));
        rows.push(("severity", code.name().into(), weight(&before), weight(&after)));
    }
    let activities = |rules: &RuleSet| {
        rules.activities.iter().map(|row| activity_row(row).join("; ")).collect::<Vec<_>>()
    };
    let (before, after) = (activities(from), activities(to));
    let only = |a: &[String], b: &[String]| {
        a.iter().filter(|row| !b.contains(row)).cloned().collect::<Vec<_>>()
    };
    for row in only(&before, &after) {
        rows.push(("activity table", "row".into(), row, "–".into()));
    }
    for row in only(&after, &before) {
        rows.push(("activity table", "row".into(), "–".into(), row));
    }
    let mut page = "| part | what | before | after |\n|---|---|---|---|\n".to_owned();
    for (part, what, before, after) in rows.iter().filter(|(_, _, before, after)| before != after) {
        page += &format!("| {part} | {what} | {before} | {after} |\n");
    }
    page
}

/// Every scenario under both rule sets, with the lines of the report that differ.
fn scenario_differences(from: &RuleSet, to: &RuleSet) -> String {
    let mut page = "\n### The same scenarios under both\n".to_owned();
    page +=
        "\nWithout `activity-no-payment`, which every usage of Business Applications has in one.\n";
    let (mut same, mut all) = (0, 0);
    for (path, text) in scenario::files() {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for scenario in scenario::scenarios(&text, world()) {
            let [before, after] =
                [from, to].map(|rules| told_lines(&scenario.report_under(rules.id, world())));
            all += 1;
            if before == after {
                same += 1;
                continue;
            }
            page += &format!("\n{file}: {}\n\n```diff\n", scenario.title);
            for line in before.difference(&after) {
                page += &format!("- {line}\n");
            }
            for line in after.difference(&before) {
                page += &format!("+ {line}\n");
            }
            page.push_str("```\n");
        }
    }
    page + &format!("\n{same} of {all} scenarios get the same report.\n")
}

/// Verdict and findings of a report, and a line for every check.
fn told_lines(report: &Report) -> BTreeSet<String> {
    let summary = summary::summary(report);
    let is_shown = |line: &&str| !line.contains("activity-no-payment");
    let is_checks = |line: &&str| line.split(' ').next().and_then(Outcome::from_name).is_some();
    let checks =
        report.checks.iter().map(|check| format!("{}: {}", check.id.name(), check.outcome.name()));
    summary
        .lines()
        .filter(|line| !is_checks(line))
        .filter(is_shown)
        .map(str::to_owned)
        .chain(checks)
        .collect()
}

fn page(rules: &RuleSet) -> String {
    let Page { title, date, url } = rules.page;
    let mut page =
        format!("# Rule set {}\n\nSource: [{title}]({url}), text of {date}.\n\n", rules.id);
    page += &format!("Roles that may create claims: {}.\n\n", cell(rules.roles, |r| r.name()));
    page += &format!("Required fields: {}.\n\n", cell(rules.required, |field| field.name()));
    page += &format!(
        "Reasons of the subscription error: {}.\n\n",
        cell(rules.subscription_error, |code| code.name())
    );
    page += &format!(
        "Statuses ({}): {}.\n\n",
        place(rules.statuses_source),
        cell(rules.statuses, |status| status.name())
    );
    page.push_str("## Days\n\n| what | days |\n|---|---|\n");
    for (name, days) in days(rules) {
        page += &format!("| {name} | {} |\n", days.unwrap_or("–".into()));
    }
    page.push_str(
        "\n## Where the pages disagree\n\n| about | statement | source |\n|---|---|---|\n",
    );
    for Contradiction { topic, values } in rules.contradictions {
        for Statement { value, source } in *values {
            page += &format!("| {} | {value} | {} |\n", topic.name(), place(*source));
        }
    }
    page.push('\n');
    page.push_str("## Activities\n\n");
    page.push_str("| area | activities | channels | what the partner did | payment | fit |\n");
    page.push_str("|---|---|---|---|---|---|\n");
    for row in rules.activities {
        page += &format!("| {} |\n", activity_row(row).join(" | "));
    }
    page += &answers_alone(rules);
    page.push_str(
        "\n## Codes\n\n| code | severity | check | shown | section |\n|---|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let (facts, rule) = (code.facts(), rules.code(*code));
        let check = facts.check.map_or("any", |check| check.name());
        let (severity, kind) = (weight(&rule), facts.kind.name());
        page +=
            &format!("| {} | {severity} | {check} | {kind} | {} |\n", code.name(), rule.section);
    }
    page
}

/// What the guide says of each activity, and why, where one question is answered beside the area.
fn answers_alone(rules: &RuleSet) -> String {
    let mut page = "\n## What one answer says\n\n| area | answer |".to_owned();
    page += &format!(" {} |\n", Activity::NAMES.join(" | "));
    page += &format!("|---|---|{}\n", "---|".repeat(Activity::NAMES.len()));
    for area in SolutionArea::NAMES.iter().chain(&["–"]) {
        for question in Question::ALL {
            let answers = match question {
                Question::SolutionArea => &[*area],
                Question::PurchaseChannel => PurchaseChannel::NAMES,
                Question::Contribution => Contribution::NAMES,
                Question::SeeksPayment => SeeksPayment::NAMES,
            };
            let none = ["–"].iter().filter(|_| *question != Question::SolutionArea);
            for answer in answers.iter().chain(none) {
                let said = answer_alone(rules, area, question.name(), answer).join(" | ");
                page += &format!("| {area} | {}: {answer} | {said} |\n", question.name());
            }
        }
    }
    page
}

fn answer_alone(rules: &RuleSet, area: &str, question: &str, answer: &str) -> Vec<String> {
    let answers = format!(r#"{{"solutionArea":"{area}","{question}":"{answer}"}}"#);
    let (answers, options) = (json::parse(&answers).0, format!(r#"{{"ruleset":"{}"}}"#, rules.id));
    let advice = world().advise_activity(&answers, &json::parse(&options).0);
    let said = |activity: &Activity| {
        let ranked = advice.ranking.iter().find(|ranked| ranked.activity == *activity).unwrap();
        let of_it = |because: &&Because| because.question == question;
        let Because { effect, reason, .. } = ranked.because.iter().find(of_it).unwrap();
        format!("{}, {}, {reason}", ranked.fit.name(), effect.name())
    };
    Activity::ALL.iter().map(said).collect()
}

fn activity_row(row: &ActivityRow) -> [String; 6] {
    [
        row.area.name().to_owned(),
        cell(row.activities, |activity| activity.name()),
        cell(row.channels, |channel| channel.name()),
        cell(row.contributions, |contribution| contribution.name()),
        cell(row.payment, |payment| payment.name()),
        row.fit.name().to_owned(),
    ]
}

/// Every day count by its name; none where the source says nothing.
fn days(rules: &RuleSet) -> Vec<(String, Option<String>)> {
    let days = serde_json::to_value(rules.days).unwrap();
    let shown = |days: &Value| Some(days.to_string()).filter(|days| days != "0");
    days.as_object().unwrap().iter().map(|(name, days)| (name.clone(), shown(days))).collect()
}

fn weight(rule: &CodeRule) -> String {
    let severity = rule.severity.name();
    rule.except.map_or(severity.to_owned(), |Exception { param, value, severity: other }| {
        format!("{severity}, but {} if {param} is {value}", other.name())
    })
}

fn place(source: Source) -> String {
    let Page { title, date, .. } = source.page;
    let section = Some(source.section).filter(|section| !section.is_empty());
    format!("{title}{}, {date}", section.map_or(String::new(), |section| format!(", “{section}”")))
}

fn cell<T>(members: &[T], name: fn(&T) -> &'static str) -> String {
    let names: Vec<&str> = members.iter().map(name).collect();
    if names.is_empty() { "any".into() } else { names.join(", ") }
}
