//! The summary of a report in scenarios and golden files.

use cpor_preflight::report::{Outcome, Param, Report};

/// The summary of a report: verdict, findings, and every check that does not pass.
pub fn summary(report: &Report) -> String {
    let mut lines = vec![("verdict", report.verdict.name().to_owned())];
    for finding in &report.findings {
        let mut words = vec![finding.code.name().to_owned()];
        words.extend(finding.params.iter().map(|(key, value)| format!("{key}={}", shown(value))));
        lines.push((finding.severity.name(), words.join(" ")));
    }
    for outcome in [Outcome::Fail, Outcome::Unknown, Outcome::NotApplicable] {
        let checks = report.checks.iter().filter(|check| check.outcome == outcome);
        let names: Vec<_> = checks.map(|check| check.id.name()).collect();
        lines.extend(names.chunks(4).map(|names| (outcome.name(), names.join(", "))));
    }
    lines.iter().map(|(what, words)| format!("{what:<14} {words}\n")).collect()
}

fn shown(value: &Param) -> String {
    match value {
        Param::Name(name) => (*name).to_owned(),
        Param::Names(checks) => checks.names().collect::<Vec<_>>().join("+"),
        Param::Texts(texts) => texts.join("+"),
        Param::Text(text) => text.clone(),
    }
}
