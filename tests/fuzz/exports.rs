//! `readEvidence`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cpor_preflight::evidence::Evidence;
use cpor_preflight::exports::Export;
use cpor_preflight::json;
use cpor_preflight::report::Outcome;

use crate::random::Random;
use crate::world::{check, world};
use crate::{Target, mutate, naive};

/// An export, and options as JSON text.
pub type Input = (Vec<u8>, String);

pub struct Exports {
    corpus: Vec<Input>,
}

const OPTIONS: [&str; 5] = [
    "null",
    r#"{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","domain":"contoso.com"}"#,
    r#"{"tenantId":"7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f","asOf":"2026-10-01"}"#,
    r#"{"tenantId":"x","domain":["y"],"asOf":"z"}"#,
    r#"{"columns":{"customerTenantId":"tenant-id","subscriptionId":"subscription-id","product":"sku-part-number","x":"y"}}"#,
];

impl Exports {
    pub fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let folders = ["samples", "fuzz/corpus/exports"].map(|folder| root.join(folder));
        let mut paths: Vec<_> = folders
            .iter()
            .flat_map(|folder| fs::read_dir(folder).unwrap())
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .collect();
        paths.sort();
        let files = paths.iter().map(|path| fs::read(path).unwrap());
        let options = OPTIONS.iter().cycle().skip(1).map(|options| (*options).to_owned());
        Self { corpus: files.zip(options).collect() }
    }
}

impl Target for Exports {
    type Input = Input;

    fn corpus(&self) -> Vec<Input> {
        self.corpus.clone()
    }

    fn draw(&self, inputs: &[Input], random: &mut Random) -> Input {
        let (bytes, options) = random.one_of(inputs);
        let (other, _) = random.one_of(inputs);
        let options =
            if random.one_in(4) { random.of(&OPTIONS).to_owned() } else { options.clone() };
        (mutate::bytes(bytes, other, random), options)
    }

    fn size(&self, (bytes, _): &Input) -> usize {
        // Each is also written, read again and put to a check.
        3 * bytes.len()
    }

    fn shown(&self, (bytes, options): &Input) -> String {
        format!("{} {:?}", options, String::from_utf8_lossy(bytes))
    }

    fn answer(&self, (bytes, options): &Input, _: &mut Random) -> (String, Vec<String>) {
        let export = world().read_evidence(bytes, &json::parse(options).0);
        let mut faults = Vec::new();
        let written = serde_json::to_string(&export.evidence).unwrap();
        let (evidence, found) = Evidence::read(&json::parse(&written).0, world().to_ascii);
        // The order of rows and domains is not part of what is said.
        let is_untold = !found.is_empty() && export.problems.is_empty();
        if evidence.joined() != export.evidence.clone().joined() || is_untold {
            faults.push("is not read as it was written".to_owned());
        }
        let text = naive::squeezed(&(decoded(bytes) + options));
        faults.extend(from_thin_air(&export, &text));
        faults.extend(passes(&export, &written, &text));
        let problems: BTreeSet<_> = export.problems.iter().map(|one| one.code.name()).collect();
        let Evidence { tenants, unresolved_domains, subscriptions, associations, skus, .. } =
            &export.evidence;
        let counts = [
            tenants.len(),
            unresolved_domains.len(),
            subscriptions.len(),
            associations.len(),
            skus.len(),
        ];
        (format!("{:?} {problems:?} {:?}", export.kind, counts.map(|count| count.min(4))), faults)
    }
}

/// IDs that are neither in the text nor said.
fn from_thin_air(export: &Export, text: &str) -> Vec<String> {
    let Evidence { tenants, subscriptions, associations, .. } = &export.evidence;
    let ids = subscriptions
        .iter()
        .flat_map(|one| [Some(one.id), one.commerce_subscription_id, one.tenant_id, one.sku_id])
        .chain(tenants.iter().map(|one| Some(one.tenant_id)))
        .chain(associations.iter().flat_map(|one| [Some(one.tenant_id), one.subscription_id]));
    let texts = ids.flatten().map(|id| naive::squeezed(&id.to_string()));
    // Escaped letters are read, but not seen here.
    texts
        .filter(|id| !text.contains(&**id) && !text.contains("u00"))
        .map(|id| format!("{id} is out of thin air"))
        .collect()
}

/// Checks that pass on the first subscriptions without a word for it in the text.
fn passes(export: &Export, evidence: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for one in export.evidence.subscriptions.iter().take(4) {
        let tenant = one.tenant_id.map(|id| id.to_string()).unwrap_or_default();
        let claim = format!(
            r#"{{"customerTenantId":"{tenant}","solutionArea":"business-applications",
                "activity":"usage","subscriptionId":"{}"}}"#,
            one.id
        );
        let report = check(world(), &claim, evidence, "null");
        for passed in report.checks.iter().filter(|check| check.outcome == Outcome::Pass) {
            let words = words_for(passed.id.name(), export.kind.name());
            if !words.is_empty() && !words.iter().any(|word| text.contains(word)) {
                faults.push(format!("{} passes on {}", passed.id.name(), one.id));
            }
        }
    }
    faults
}

/// One of these is in every text that shows it.
fn words_for(check: &str, kind: &str) -> &'static [&'static str] {
    match (check, kind) {
        // PowerShell writes numbers.
        ("subscription-status", "partner-center-subscriptions") => &["active", "1"],
        ("subscription-status", _) => &["active", "enabled", "warning", "grace"],
        ("subscription-not-csp", "partner-center-subscriptions") => &["\0"],
        ("subscription-not-csp", _) => {
            &["direct", "volume", "enterprise", "open", "select", "mpsa"]
        }
        ("subscription-provisioned", "dynamics-usage-report") => &["usage", "active"],
        ("subscription-provisioned", "business-applications-usage") => &["mau"],
        ("subscription-provisioned", "stated-columns") => &["success", "provisioned"],
        ("subscription-provisioned", _) => &["success"],
        _ => &[],
    }
}

fn decoded(bytes: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> =
            bytes[2..].chunks_exact(2).map(|two| unit([two[0], two[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
