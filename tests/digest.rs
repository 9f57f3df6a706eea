//! What the core says natively of claims that every other runtime is asked about, too: `npm run digest`
//! writes the claims, and compares.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fmt::Write;
use std::fs;

use cpor_preflight::date::Date;
use cpor_preflight::report::{Param, Report};

#[path = "support/world.rs"]
mod world;

/// A line for each claim; claim, evidence and options are JSON texts, with tabs between.
#[test]
#[ignore = "npm run digest gives it the claims"]
fn reports_are_written() {
    let folder = std::env::var("DIGEST_FOLDER").unwrap();
    let claims = fs::read_to_string(format!("{folder}/claims.tsv")).unwrap();
    let mut lines = String::new();
    for line in claims.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let report = world::check(world::world(), parts[0], parts[1], parts[2]);
        writeln!(lines, "{}", told(&report)).unwrap();
    }
    fs::write(format!("{folder}/native.txt"), lines).unwrap();
}

fn told(report: &Report) -> String {
    let checks: Vec<String> = report
        .checks
        .iter()
        .map(|one| format!("{}={}", one.id.name(), one.outcome.name()))
        .collect();
    let findings: Vec<String> = report
        .findings
        .iter()
        .map(|one| {
            let fields: Vec<_> = one.fields.iter().map(|field| field.name()).collect();
            let params: Vec<String> = one.params.iter().map(param).collect();
            let (code, severity) = (one.code.name(), one.severity.name());
            format!("{code} {severity} {} {}", fields.join(","), params.join("&"))
        })
        .collect();
    let understood: Vec<String> =
        report.understood.iter().map(|(field, read)| format!("{field}={read}")).collect();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let timeline: Vec<String> = report
        .timeline
        .iter()
        .map(|one| format!("{} {} {}", one.step.name(), day(one.from), day(one.by)))
        .collect();
    let parts = [checks, findings, understood, timeline].map(|part| part.join(";"));
    format!("{} {} {}|{}", report.ruleset, report.today, report.verdict.name(), parts.join("|"))
}

fn param((name, value): &(&'static str, Param)) -> String {
    match value {
        Param::Name(value) => format!("{name}={value}"),
        Param::Texts(texts) => format!("{name}={}", texts.join(",")),
        Param::Text(value) => format!("{name}={value}"),
        Param::Names(checks) => format!("{name}={}", checks.names().collect::<Vec<_>>().join(",")),
    }
}
