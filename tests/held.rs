//! Evidence that is held is the evidence that comes from reading and joining: whatever way it takes,
//! whole or in slices, and whoever else has it meanwhile.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::rc::Rc;

use cpor_preflight::ReadEvidence;
use cpor_preflight::evidence::{Evidence, EvidenceFault};
use cpor_preflight::exports::Export;
use cpor_preflight::held::{HeldEvidence, Slice};
use cpor_preflight::json;

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/world.rs"]
mod world;

use world::world;

const CONTOSO: &str = r#"{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6"}"#;
const FABRIKAM: &str = r#"{"tenantId":"7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f","asOf":"2026-11-01"}"#;
/// Every sample, some of them twice, as being of different tenants and days.
const EXPORTS: [(&str, &str); 11] = [
    (include_str!("samples/graph-subscriptions.json"), CONTOSO),
    (include_str!("samples/graph-subscriptions.json"), FABRIKAM),
    (include_str!("samples/graph-subscribed-skus.json"), "null"),
    (include_str!("samples/openid-contoso.json"), r#"{"domain":"contoso.com"}"#),
    (include_str!("samples/openid-not-found.json"), "null"),
    (include_str!("samples/partner-center-customers.csv"), "null"),
    (include_str!("samples/partner-center-subscriptions.json"), CONTOSO),
    (include_str!("samples/dynamics-usage-report.csv"), "null"),
    (include_str!("samples/cpor-usage-report.csv"), "null"),
    (include_str!("samples/sku-reference.csv"), "null"),
    ("nothing that is known", "null"),
];

#[test]
fn holding_is_reading_and_joining() {
    let exports = EXPORTS.map(|(text, options)| read(text, options));
    // Joined one after the other, and sent as JSON in between: the way of who has the evidence himself.
    let joined = exports.iter().fold(Evidence::default(), |all, export| {
        let both = serde_json::to_string(&[&all, &export.evidence]).unwrap();
        let (both, _) = json::parse(&both);
        let both = both.list().unwrap();
        world().merge_evidence(&both[0], &both[1])
    });
    assert!(joined.subscriptions.len() > 10 && !joined.problems.is_empty(), "{joined:?}");
    let parts: Vec<&Evidence> = exports.iter().map(|export| &export.evidence).collect();
    let backwards: Vec<_> = parts.iter().rev().copied().collect();
    for order in [parts.clone(), backwards, [parts.clone(), parts.clone()].concat()] {
        assert_eq!(*held(&order).joined(), (joined.clone(), Vec::new()));
    }
    assert_eq!(*held(&[]).joined(), ReadEvidence::default());
}

#[test]
fn slices_are_the_whole() {
    let mut faulty = HeldEvidence::default();
    for part in [
        r#"{"subscriptions":[{},{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01"}],"tenants":7}"#,
        r#"{"partnerIds":[{"id":"5357564","enrolled":"perhaps"}],"associations":[{}]"#,
    ] {
        faulty.add(part, world().to_ascii, world().today);
    }
    let exports = EXPORTS.map(|(text, options)| read(text, options).evidence);
    let all = held(&exports.iter().collect::<Vec<_>>()).joined();
    let none = HeldEvidence::unread().joined();
    for known in [all, faulty.joined(), none, Rc::default()] {
        for rows in [1, 2, 3, 7, 1_000] {
            let mut other = HeldEvidence::default();
            let mut start = 0;
            while let Some(slice) = Slice::of(&known, start, rows) {
                other.add(&serde_json::to_string(&slice).unwrap(), world().to_ascii, world().today);
                start += rows;
            }
            let (evidence, faults) = &*other.joined();
            assert_eq!(*evidence, known.0, "{rows}");
            // What could not be read is named, though not by its row.
            let parts = |faults: &[EvidenceFault]| {
                let mut parts: Vec<_> = faults.iter().map(|fault| fault.part).collect();
                parts.sort_unstable();
                parts.dedup();
                parts
            };
            assert_eq!(parts(faults), parts(&known.1), "{rows}");
        }
    }
}

/// Who has asked for it keeps it as it was.
#[test]
fn what_is_added_later_changes_no_snapshot() {
    let mut held = HeldEvidence::default();
    held.add(r#"{"partnerIds":[{"id":"5357564"}]}"#, world().to_ascii, world().today);
    let before = held.joined();
    let part = r#"{"partnerIds":[{"id":"5357565"}],"tenants":[{}]}"#;
    held.add(part, world().to_ascii, world().today);
    let after = held.joined();
    assert_eq!((before.0.partner_ids.len(), before.1.len()), (1, 0));
    assert_eq!((after.0.partner_ids.len(), after.1.len()), (2, 1));
    // Nothing is joined twice.
    assert!(Rc::ptr_eq(&held.joined(), &after));
}

fn read(text: &str, options: &str) -> Export {
    world().read_evidence(text, &json::parse(options).0)
}

/// Each of these, added as JSON.
fn held(parts: &[&Evidence]) -> HeldEvidence {
    let mut all = HeldEvidence::default();
    for part in parts {
        all.add(&serde_json::to_string(part).unwrap(), world().to_ascii, world().today);
    }
    all
}
