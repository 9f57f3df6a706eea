//! Evidence that is held is the evidence that comes from reading and joining: whatever way it takes,
//! whole or in slices, and whoever else looks at it meanwhile.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::rc::Rc;

use cpor_preflight::ReadEvidence;
use cpor_preflight::evidence::{Evidence, EvidenceFault};
use cpor_preflight::exports::Export;
use cpor_preflight::guid::Guid;
use cpor_preflight::held::{EvidenceView, ExportView, HeldEvidence, Slice, knows_domain};
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
    let held = || exports.iter().map(|export| held(&export.evidence).joined());
    for mut all in [
        held().collect::<HeldEvidence>(),
        held().rev().collect(),
        held().chain(held()).collect(),
        [held().collect::<HeldEvidence>().joined()].into_iter().collect(),
    ] {
        assert_eq!(*all.joined(), (joined.clone(), Vec::new()));
    }
    assert_eq!(*[].into_iter().collect::<HeldEvidence>().joined(), ReadEvidence::default());
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
    let exports = EXPORTS.map(|(text, options)| held(&read(text, options).evidence).joined());
    let all = exports.into_iter().collect::<HeldEvidence>().joined();
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
    // What is joined is handed on as it is.
    let mut same: HeldEvidence = [after.clone()].into_iter().collect();
    assert!(Rc::ptr_eq(&same.joined(), &after));
}

#[test]
fn views_are_bounded() {
    let row = |number: u32| {
        let tenant = if number % 100 == 99 { 7 } else { number };
        format!(r#"{{"id":"{number:032}","tenantId":"{tenant:032}"}}"#)
    };
    let rows: Vec<String> = (0..500).map(row).collect();
    let mut held = HeldEvidence::default();
    held.add(
        &format!(r#"{{"subscriptions":[{}]}}"#, rows.join(",")),
        world().to_ascii,
        world().today,
    );
    let known = held.joined();
    for (tenant, first) in [(None, "0"), (Guid::parse(&format!("{:032}", 7)).ok(), "7")] {
        let view = serde_json::to_value(EvidenceView::of(&known, tenant)).unwrap();
        let shown = view["subscriptions"].as_array().unwrap();
        assert_eq!((shown.len(), view["subscriptionCount"].as_u64()), (100, Some(500)));
        assert!(shown[0]["id"].as_str().unwrap().ends_with(first), "{:?}", shown[0]);
    }
    let of_tenant_7 = EvidenceView::of(&known, Guid::parse(&format!("{:032}", 7)).ok());
    let view = serde_json::to_value(of_tenant_7).unwrap();
    let last = |at: usize| view["subscriptions"][at]["tenantId"].as_str().unwrap().to_owned();
    assert!((0..6).all(|at| last(at).ends_with('7')) && last(6).ends_with('0'), "{view}");
}

/// As the page shows them; of an export with too much to show, its first.
#[test]
fn exports_are_summed_up() {
    let shown = |text: &str, options: &str| {
        serde_json::to_value(ExportView::of(&read(text, options))).unwrap()
    };
    let counts = |subscriptions: usize, tenants: usize| {
        serde_json::json!({
            "subscriptions": subscriptions, "associations": 0, "partnerIds": 0, "skus": 0,
            "unresolvedDomains": 0, "tenants": tenants,
        })
    };
    assert_eq!(
        shown(EXPORTS[0].0, "null"),
        serde_json::json!({
            "kind": "graph-subscriptions", "rows": 6, "problems": [{ "code": "tenant-unknown" }],
            "problemCount": 1, "tenants": [], "counts": counts(6, 0), "asksForTenant": true,
            "missing": [], "unread": ["totalLicenses", "ownerId", "ownerType"],
        })
    );
    let of_contoso = shown(EXPORTS[0].0, EXPORTS[0].1);
    assert_eq!(of_contoso["counts"], counts(6, 1));
    assert_eq!(of_contoso["tenants"], serde_json::json!(["3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6"]));
    assert_eq!(of_contoso["asksForTenant"], false);
    assert_eq!(shown(EXPORTS[1].0, EXPORTS[1].1)["asOf"], "2026-11-01");
    let rows: Vec<String> = (0..300)
        .map(|number| format!("{number:032},t{number}.com,customer {number},odd"))
        .collect();
    let many = format!("Microsoft ID,Domain,Company name,Relationship\n{}\n", rows.join("\n"));
    let many = shown(&many, "null");
    let lengths = ["tenants", "problems"].map(|list| many[list].as_array().unwrap().len());
    assert_eq!((many["counts"]["tenants"].as_u64(), lengths[0]), (Some(300), 100), "{many}");
    assert!(lengths[1] <= 100);
}

#[test]
fn domains_of_which_something_is_known() {
    let mut held = HeldEvidence::default();
    held.add(
        r#"{"tenants":[{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","domains":["contoso.com"],"source":"x"}],
            "unresolvedDomains":[{"domain":"contosso.com","reason":"not-found"}]}"#,
        world().to_ascii,
        world().today,
    );
    let known = held.joined();
    for (domain, due) in [("contoso.com", true), ("contosso.com", true), ("contos.com", false)] {
        assert_eq!(knows_domain(&known, domain), due, "{domain}");
    }
}

fn read(text: &str, options: &str) -> Export {
    world().read_evidence(text, &json::parse(options).0)
}

fn held(evidence: &Evidence) -> HeldEvidence {
    evidence.clone().into()
}
