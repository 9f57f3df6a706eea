//! The cases of the corpus that the package ships, answered natively: `npm run mutants -- --corpus` asks how
//! many changes of the core they notice alone.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cpor_preflight::report::Report;
use serde_json::Value;

#[path = "support/world.rs"]
mod world;

#[test]
#[ignore = "npm run mutants -- --corpus gives it the folder of the built corpus"]
fn every_case_is_answered_as_the_corpus_says() {
    let folder = std::env::var("CORPUS_FOLDER").unwrap();
    let mut count = 0;
    for edition in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if edition.is_dir() {
            for file in fs::read_dir(edition).unwrap() {
                count += answered(&file.unwrap().path());
            }
        }
    }
    assert!(count > 500, "{count} cases");
}

/// Puts the cases of a file to the core; how many there are.
fn answered(path: &Path) -> usize {
    let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let cases = file.get("cases").and_then(Value::as_array).unwrap();
    for case in cases {
        let part = |name| case.get(name).unwrap_or(&Value::Null).to_string();
        let [claim, evidence, options] = ["claim", "evidence", "options"].map(part);
        let report = world::check(world::world(), &claim, &evidence, &options);
        assert_eq!(told(&report), expected(&case["expect"]), "{}: {}", path.display(), case["id"]);
    }
    cases.len()
}

fn told(report: &Report) -> BTreeSet<String> {
    let checks =
        report.checks.iter().map(|one| format!("{} {}", one.id.name(), one.outcome.name()));
    let findings =
        report.findings.iter().map(|one| format!("{} {}", one.code.name(), one.severity.name()));
    let [edition, verdict] = [report.ruleset, report.verdict.name()].map(str::to_owned);
    checks.chain(findings).chain([edition, verdict]).collect()
}

fn expected(expect: &Value) -> BTreeSet<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let checks = expect["checks"].as_object().unwrap().iter();
    let checks = checks.map(|(id, outcome)| format!("{id} {}", text(outcome)));
    let findings = expect["findings"].as_array().unwrap().iter();
    let findings = findings.map(|one| format!("{} {}", text(&one["code"]), text(&one["severity"])));
    checks.chain(findings).chain([text(&expect["ruleset"]), text(&expect["verdict"])]).collect()
}
