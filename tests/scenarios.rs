//! Scenarios in plain words: each heading of `tests/scenarios/*.md` is a symptom, with the claim
//! behind it and the report it gets.
//!
//! A file starts with a good claim; every scenario lists what differs from it. A check that the
//! report does not name passes. `npm run goldens` writes the reports anew.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::Path;

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/scenario.rs"]
mod scenario;
#[path = "support/summary.rs"]
mod summary;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/world.rs"]
mod world;

use scenario::Scenario;
use summary::summary;
use world::world;

#[test]
fn scenarios_get_the_report_they_show() {
    let mut failures = Vec::new();
    for (path, text) in scenario::files() {
        let scenarios = scenario::scenarios(&text, world());
        assert!(scenarios.len() >= 3, "{path:?} has only {} scenarios", scenarios.len());
        if std::env::var_os("UPDATE").is_some() {
            update(&path, &text, &scenarios);
            continue;
        }
        for scenario in scenarios {
            let actual = summary(&scenario.report(world()));
            if actual != scenario.expected {
                let (title, expected) = (&scenario.title, &scenario.expected);
                let file = path.file_name().unwrap().to_string_lossy();
                failures.push(format!("{file}: {title}\n{}", difference(expected, &actual)));
            }
        }
    }
    assert!(failures.is_empty(), "{} scenarios:\n\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_symptom_occurs_once() {
    let all =
        scenario::files().into_iter().flat_map(|(_, text)| scenario::scenarios(&text, world()));
    let mut titles: Vec<String> = all.map(|scenario| scenario.title).collect();
    titles.sort();
    let doubles: Vec<_> = titles.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(doubles.is_empty(), "{doubles:?}");
}

/// The lines that are missing, and those that are there instead or too often.
fn difference(expected: &str, actual: &str) -> String {
    let count = |text: &str, line: &str| text.lines().filter(|other| *other == line).count();
    let only_in = |sign: char, a: &str, b: &str| -> String {
        let lines = a.lines().filter(|line| count(a, line) > count(b, line));
        lines.map(|line| format!("  {sign} {line}\n")).collect()
    };
    only_in('-', expected, actual) + &only_in('+', actual, expected)
}

fn update(path: &Path, text: &str, scenarios: &[Scenario]) {
    let mut sections = text.split("\n## ");
    let mut updated = sections.next().unwrap().to_owned();
    for (section, scenario) in sections.zip(scenarios) {
        let report = summary(&scenario.report(world()));
        let (before, rest) = section.split_once("```text\n").unwrap_or((section, "```\n"));
        let (_, after) = rest.split_once("```").unwrap();
        updated += &format!("\n## {before}```text\n{report}```{after}");
    }
    std::fs::write(path, updated).unwrap();
}

#[test]
fn the_difference_names_both_sides() {
    assert_eq!(difference("a\nb\n", "b\nc\nc\n"), "  - a\n  + c\n  + c\n");
}
