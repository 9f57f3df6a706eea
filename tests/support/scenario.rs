//! Reads scenario files and puts their claims to the core.

use std::collections::BTreeMap;
use std::path::Path;

use cpor_preflight::World;
use cpor_preflight::date::Date;
use cpor_preflight::evidence::Evidence;
use cpor_preflight::json::{self, Value};
use cpor_preflight::report::Report;

/// One claim, and the report it is expected to get.
#[derive(Clone, Default)]
pub struct Scenario {
    /// The symptom.
    pub title: String,
    /// The report as the file has it.
    pub expected: String,
    fields: BTreeMap<String, String>,
    claim: Option<String>,
    evidence: Vec<Evidence>,
    inline: Option<String>,
    options: String,
    today: Option<Date>,
}

/// Every scenario file with its text, in the order of the names.
pub fn files() -> Vec<(std::path::PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        entries.filter(|path| path.extension() == Some("md".as_ref())).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The scenarios of a file. What stands before the first one is the claim that all of them change.
pub fn scenarios(text: &str, world: World<'_>) -> Vec<Scenario> {
    let mut sections = text.split("\n## ");
    let start = Scenario::default().changed_by(sections.next().unwrap(), world);
    sections.map(|section| start.clone().changed_by(section, world)).collect()
}

impl Scenario {
    /// The core's report by a rule set, whatever the scenario's own.
    pub fn report_under(&self, ruleset: &str, world: World<'_>) -> Report {
        let mut options = match read(&self.options) {
            Value::Map(options) => options,
            _ => Vec::new(),
        };
        options.retain(|(name, _)| name != "ruleset");
        options.push(("ruleset".into(), Value::Text(ruleset.into())));
        self.report_with(&Value::Map(options), world)
    }

    /// The core's report.
    pub fn report(&self, world: World<'_>) -> Report {
        let options = if self.options.is_empty() { "null" } else { &self.options };
        self.report_with(&read(options), world)
    }

    /// Claim and evidence as JSON texts.
    pub fn texts(&self) -> [String; 2] {
        let claim = self.claim.clone().unwrap_or_else(|| json(&self.fields));
        [claim, self.inline.clone().unwrap_or_else(|| json(&self.evidence()))]
    }

    fn report_with(&self, options: &Value<'_>, world: World<'_>) -> Report {
        let [claim, evidence] = self.texts();
        let world = World { today: self.today.unwrap_or(world.today), ..world };
        world.check_claim(&read(&claim), &world.evidence(&read(&evidence)), options)
    }

    fn evidence(&self) -> Evidence {
        self.evidence.iter().cloned().fold(Evidence::default(), Evidence::merged_with)
    }

    fn changed_by(mut self, section: &str, world: World<'_>) -> Self {
        self.title = section.lines().next().unwrap_or_default().to_owned();
        let mut fence: Option<(&str, String)> = None;
        for line in section.lines() {
            if let Some(name) = line.strip_prefix("```") {
                match fence.take() {
                    None => fence = Some((name, String::new())),
                    Some(("text", body)) => self.expected = body,
                    Some(("json claim", body)) => self.claim = Some(body),
                    Some(("json options", body)) => self.options = body,
                    // Alone, it is put to the core as it stands, with all that is wrong in it.
                    Some(("json evidence", body)) if self.evidence.is_empty() => {
                        self.inline = Some(body);
                    }
                    Some(("json evidence", body)) => {
                        self.evidence.push(Evidence::read(&read(&body), world.to_ascii).0);
                    }
                    Some((name, _)) => panic!("{}: a block of {name}", self.title),
                }
            } else if let Some((_, body)) = &mut fence {
                *body += &format!("{line}\n");
            } else if let Some(day) = line.strip_prefix("Today: ") {
                self.today = Date::parse(day);
            } else if line == "Evidence: none" {
                self.evidence.clear();
            } else if let Some(source) = line.strip_prefix("Evidence: ") {
                self.evidence.push(sample(source, world));
            } else if let Some(row) = line.strip_prefix("| ").filter(|row| !is_head(row)) {
                let (field, value) = row.split_once('|').unwrap();
                let value = value.trim().trim_end_matches('|').trim().trim_matches('`');
                self.fields.insert(field.trim().to_owned(), value.to_owned());
            }
        }
        self
    }
}

/// `<file>`, `<file> from tenant <guid>` or `<file> for domain <name>`, in tests/samples.
fn sample(source: &str, world: World<'_>) -> Evidence {
    let (file, said) = source.split_once(' ').unwrap_or((source, ""));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let options = match said.rsplit_once(' ') {
        Some(("from tenant", tenant)) => format!(r#"{{"tenantId":"{tenant}"}}"#),
        Some(("for domain", domain)) => format!(r#"{{"domain":"{domain}"}}"#),
        _ => "null".to_owned(),
    };
    world.read_evidence(&text, &read(&options)).evidence
}

fn is_head(row: &str) -> bool {
    row.starts_with("field ") || row.starts_with("---")
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn read(text: &str) -> Value<'_> {
    json::parse(text).0
}
