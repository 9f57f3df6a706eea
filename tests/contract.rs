//! The contract of a report: `ready` can be reached with what a partner can get, no single known fault
//! leaves it there, and no report gives opposite advice or asks for what is there already.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use cpor_preflight::code::{ASKED_FOR, CheckId, Code, Kind};
use cpor_preflight::json;
use cpor_preflight::report::{Asks, Basis, Finding, Outcome, Param, Report, Verdict};
use cpor_preflight::ruleset::{Authority, RULESETS, RuleSet, Severity};
use serde_json::{Value, json};

#[path = "support/world.rs"]
mod world;

use world::{check, world};

const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const OTHER: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const SALES: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const SALES_SKU: &str = "1e1a282c-9c54-43a2-9310-98ef728faace";

const GOOD: [(&str, &str); 11] = [
    ("userRole", "incentives-admin"),
    ("customerTenantId", CONTOSO),
    ("customerDomain", "contoso.com"),
    ("solutionArea", "business-applications"),
    ("activity", "presales"),
    ("purchaseChannel", "volume-licensing"),
    ("product", "Dynamics 365 Sales"),
    ("subscriptionId", SALES),
    ("partnerId", "5357564"),
    ("competingPartner", "no"),
    ("proofOfExecution", "ready"),
];

/// Both exports from Graph, the answer of the look-up, and the partner's own ID.
fn evidence() -> Value {
    let read =
        |text: &str, options: &str| world().read_evidence(text, &json::parse(options).0).evidence;
    let from = format!(r#"{{"tenantId":"{CONTOSO}"}}"#);
    let own = r#"{"partnerIds":[{"id":"5357564","kind":"location","enrolled":true}]}"#;
    let own = world().evidence(&json::parse(own).0).0;
    let all = read(include_str!("samples/graph-subscriptions.json"), &from)
        .merged_with(read(include_str!("samples/graph-subscribed-skus.json"), "null"))
        .merged_with(read(
            include_str!("samples/openid-contoso.json"),
            r#"{"domain":"contoso.com"}"#,
        ))
        .merged_with(own);
    serde_json::to_value(all).unwrap()
}

fn claim(changes: &[(&str, &str)]) -> String {
    let mut claim: BTreeMap<&str, &str> = GOOD.into_iter().collect();
    claim.extend(changes.iter().copied());
    serde_json::to_string(&claim).unwrap()
}

fn under(ruleset: &str, claim: &str, evidence: &Value) -> Report {
    check(world(), claim, &evidence.to_string(), &format!(r#"{{"ruleset":"{ruleset}"}}"#))
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(|finding| finding.code.name()).collect()
}

/// Changes one member of the record of the claimed subscription.
fn with_record(member: &str, value: Value) -> Value {
    let mut evidence = evidence();
    let records = evidence["subscriptions"].as_array_mut().unwrap();
    let record = records.iter_mut().find(|record| record["id"] == SALES).unwrap();
    record[member] = value;
    evidence
}

fn with(part: &str, rows: Value) -> Value {
    let mut evidence = evidence();
    evidence[part] = rows;
    evidence
}

fn own_claims(activity: Option<&str>, holder: &str) -> Value {
    let mut row = json!({ "tenantId": CONTOSO, "subscriptionId": SALES, "holder": holder });
    if let Some(activity) = activity {
        row["activity"] = activity.into();
    }
    with("associations", json!([row]))
}

#[test]
fn a_good_claim_is_ready_in_every_rule_set() {
    for rules in RULESETS {
        for changes in [
            &[][..],
            &[("purchaseChannel", "web-direct")],
            &[("userRole", "global-admin")],
            &[("product", "")],
            &[("product", "DYN365_ENTERPRISE_SALES")],
            &[("activity", "revenue-association")],
            &[("activity", "usage")],
            &[("solutionArea", "microsoft-365"), ("activity", "usage"), ("product", "Teams")],
        ] {
            let report = under(rules.id, &claim(changes), &evidence());
            assert_eq!(report.verdict, Verdict::Ready, "{} {changes:?} {report:?}", rules.id);
        }
    }
}

/// Every fault that can be known, alone.
#[test]
fn a_good_claim_with_one_known_fault_is_not_ready() {
    let fields: &[(&str, &[&str])] = &[
        ("userRole", &["", "other", "boss"]),
        (
            "customerTenantId",
            &[
                "",
                "n/a",
                OTHER,
                "contoso.com",
                "common",
                SALES,
                SALES_SKU,
                "3f1c7a52",
                "00000000-0000-0000-0000-000000000000",
                "72f988bf-86f1-41af-91ab-2d7cd011db47",
            ],
        ),
        (
            "customerDomain",
            &[
                "contoso.de",
                "contoso..com",
                "contoso.local",
                "contoso.onmicrosft.com",
                "portal.azure.com",
                "contoso.sharepoint.com",
                "xn--a.com",
                "gmail.com",
                CONTOSO,
            ],
        ),
        ("solutionArea", &["", "microsoft-365", "azure"]),
        ("activity", &["", "n/a"]),
        ("purchaseChannel", &["", "unknown", "csp", "other"]),
        (
            "product",
            &[
                "asdf",
                "Dynmics 365 Sales",
                "Teams",
                "Azure SQL",
                "Microsoft 365 E5",
                "Finance",
                "Business Central",
                "DYN365_FINANCE",
                "Power Apps",
                "Salesforce",
            ],
        ),
        (
            "subscriptionId",
            &[
                "",
                CONTOSO,
                SALES_SKU,
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a99",
                "94e858b6d855",
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03",
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a04",
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a05",
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a06",
            ],
        ),
        ("partnerId", &["", "tbd", "0000000", "4391507", CONTOSO, "535756x"]),
        ("ownTenantId", &[CONTOSO]),
        ("competingPartner", &["", "yes", "unknown"]),
        ("proofOfExecution", &["", "missing", "unknown"]),
    ];
    let records = [
        ("tenantId", json!(OTHER)),
        ("skuId", json!("06ebc4ee-1bb5-47dd-8120-11324bc54e06")),
        ("skuId", json!("11111111-1111-1111-1111-111111111111")),
        ("skuId", json!("55c9eb4e-c746-45b4-b255-9ab6b19d5c62")),
        ("channel", json!("csp")),
        ("channel", json!("other")),
        ("ownerTenantId", json!(OTHER)),
        ("provisioning", json!("pending")),
        ("provisioning", json!("failed")),
        ("provisioning", json!(null)),
        ("status", json!("suspended")),
        ("status", json!("expired")),
        ("status", json!("unknown")),
        ("endsOn", json!("2026-11-01")),
        ("trial", json!(true)),
        ("claimedBy", json!("us")),
        ("claimedBy", json!("other-partner")),
    ];
    let parts = [
        own_claims(Some("presales"), "us"),
        own_claims(None, "us"),
        own_claims(None, "other-partner"),
        own_claims(Some("usage"), "other-partner"),
        with("partnerIds", json!([{ "id": "5357564", "enrolled": false, "kind": "location" }])),
        with(
            "partnerIds",
            json!([{ "id": "5357564", "enrolled": true, "kind": "global-account" }]),
        ),
        with(
            "partnerIds",
            json!([{ "id": "5357564", "enrolled": true, "kind": "location", "partnerType": "FRP FastTrack" }]),
        ),
        with("partnerIds", json!([])),
        with("subscriptions", json!([])),
        with("tenants", json!([])),
        with(
            "tenants",
            json!([{ "tenantId": CONTOSO, "domains": ["contoso.com"], "cloud": "us-gov", "source": "x" }]),
        ),
        with("tenants", json!([{ "tenantId": OTHER, "domains": ["contoso.com"], "source": "x" }])),
        json!({}),
    ];
    let mut cases: Vec<(String, String, Value)> = Vec::new();
    for (field, values) in fields {
        for value in *values {
            cases.push((format!("{field}={value}"), claim(&[(field, value)]), evidence()));
        }
    }
    for (member, value) in records {
        let name = format!("record {member}={value}");
        cases.push((name, claim(&[]), with_record(member, value)));
    }
    for part in parts {
        cases.push((format!("evidence {part}"), claim(&[]), part));
    }
    let mut ready = Vec::new();
    for rules in RULESETS {
        for (name, claim, evidence) in &cases {
            // A mail provider is only worth a warning where the domain is not asked for, too: nothing
            // shows the tenant of it, so that stays open.
            if under(rules.id, claim, evidence).verdict == Verdict::Ready {
                ready.push(format!("{} {name}", rules.id));
            }
        }
    }
    assert!(cases.len() > 85, "{}", cases.len());
    assert!(
        ready.is_empty(),
        "{} of {} faults are ready:\n{}",
        ready.len(),
        cases.len(),
        ready.join("\n")
    );
}

/// An own claim for another activity, one's own answers and a customer that created the subscription
/// itself are no faults.
#[test]
fn what_is_no_fault_stays_ready() {
    for evidence in [
        own_claims(Some("usage"), "us"),
        with_record("ownerTenantId", json!(CONTOSO)),
        with_record("channel", json!("volume-licensing")),
        with_record("channel", json!("unknown")),
        with_record("trial", json!(false)),
    ] {
        for rules in RULESETS {
            let report = under(rules.id, &claim(&[]), &evidence);
            assert_eq!(report.verdict, Verdict::Ready, "{evidence} {report:?}");
        }
    }
}

#[test]
fn a_pass_or_a_fail_rests_on_something_and_what_is_open_asks_somebody() {
    draw(2_000, |claim, evidence, ruleset| {
        let report = under(ruleset, claim, evidence);
        for check in &report.checks {
            let decides = matches!(check.outcome, Outcome::Pass | Outcome::Fail);
            assert_eq!(check.basis.is_some(), decides, "{check:?} {claim} {evidence}");
            let is_open = check.outcome == Outcome::Unknown;
            assert!(!is_open || check.asks.is_some(), "{check:?} {claim} {evidence}");
            let is_evidence = check.basis == Some(Basis::Evidence);
            assert!(!is_evidence || *evidence != json!({}), "{check:?} {claim}");
        }
    });
    let report = under("2023-10", &claim(&[("purchaseChannel", "")]), &json!({}));
    let of = |id: CheckId| *report.checks.iter().find(|check| check.id == id).unwrap();
    assert_eq!(of(CheckId::PurchaseChannel).asks, Some(Asks::Purchasing));
    assert_eq!(of(CheckId::SubscriptionStatus).asks, Some(Asks::Customer));
    assert_eq!(of(CheckId::CompetingClaim).basis, Some(Basis::Stated));
}

#[test]
fn what_we_only_infer_never_blocks() {
    for rules in RULESETS {
        for code in Code::ALL {
            let rule = rules.code(*code);
            let blocks = rule.severity == Severity::Blocks;
            assert!(!blocks || rule.authority != Authority::Inferred, "{} {code:?}", rules.id);
        }
    }
}

/// One fact is one finding, and two findings never ask to change one field differently.
#[test]
fn no_report_gives_opposite_advice() {
    use Code as C;
    let apart: &[&[Code]] = &[
        &[C::ChannelNotEligible, C::ChannelUnconfirmed],
        &[C::ChannelNotEligible, C::SubscriptionCsp],
        &[C::ActivityNotInArea, C::RevenueAssociationNoPayment],
        &[C::ActivityNotInArea, C::ActivityNoPayment],
        &[C::RevenueAssociationNoPayment, C::ActivityNoPayment],
        &[C::SubscriptionIdMissing, C::SubscriptionNotListed],
        &[C::DomainUnusual, C::TenantDomainUnverified],
        &[C::DomainIsMailProvider, C::DomainUnusual],
        &[
            C::ProductMissing,
            C::ProductNotInArea,
            C::ProductUnrecognized,
            C::ProductPowerPlatform,
            C::ProductSuite,
        ],
    ];
    draw(20_000, |claim, evidence, ruleset| {
        let report = under(ruleset, claim, evidence);
        let has = |code: &&Code| report.findings.iter().any(|finding| finding.code == **code);
        for codes in apart {
            let found: Vec<_> = codes.iter().filter(has).collect();
            assert!(found.len() < 2, "{found:?}\n{claim}\n{evidence}");
        }
        let is_by_other = |finding: &Finding| {
            finding.code == C::SubscriptionAlreadyClaimed
                && finding.params.contains(&("by", Param::Name("other-partner")))
        };
        let is_held = report.findings.iter().any(is_by_other);
        assert!(!is_held || !has(&&C::CompetingClaim), "{claim}\n{evidence}");
        // A certain purchase through CSP is not at the same time not known.
        let is_certain = report.findings.iter().any(|finding| {
            finding.code == C::SubscriptionCsp
                && finding.params.contains(&("certainty", Param::Name("certain")))
        });
        assert!(!is_certain || !has(&&C::ChannelUnconfirmed), "{claim}\n{evidence}");
        // At a field, there is one thing to do.
        let mut fields = BTreeMap::new();
        for finding in report.findings.iter().filter(|one| one.code.facts().kind == Kind::Field) {
            let Some(field) = finding.fields.first() else { continue };
            if finding.code != C::InputMalformed {
                *fields.entry(*field).or_insert(0) += 1;
            }
        }
        let mismatch = has(&&C::TenantDomainMismatch) || has(&&C::TenantNotFound);
        assert!(
            mismatch || fields.values().all(|count| *count == 1),
            "{report:?}\n{claim}\n{evidence}"
        );
    });
}

/// What is open asks for what can show it: never for the exports where they are loaded.
#[test]
fn nothing_asks_for_a_loaded_export() {
    let mut asked = BTreeMap::new();
    draw(20_000, |claim, evidence, ruleset| {
        let report = under(ruleset, claim, evidence);
        let read = world().evidence(&json::parse(&evidence.to_string()).0).0;
        let typed: Value = serde_json::from_str(claim).unwrap();
        let tenant = typed["customerTenantId"].as_str().unwrap_or_default().to_owned();
        let is_loaded = read
            .subscriptions
            .iter()
            .any(|record| record.tenant_id.is_some_and(|id| id.to_string() == tenant));
        for finding in &report.findings {
            for (name, value) in &finding.params {
                let value = match value {
                    Param::Texts(texts) => texts.clone(),
                    Param::Name(name) => vec![(*name).to_owned()],
                    _ => continue,
                };
                if *name == "ask" {
                    for ask in &value {
                        assert!(ASKED_FOR.contains(&&**ask), "{ask}");
                        *asked.entry(ask.clone()).or_insert(0) += 1;
                    }
                    assert!(!value.is_empty() && !value.contains(&String::new()), "{claim}");
                    let asks_exports = value.contains(&"exports".to_owned());
                    assert!(!is_loaded || !asks_exports, "{claim}\n{evidence}");
                }
                let asks_list = finding.code == Code::SubscriptionIdMissing && *name == "match";
                let asks_list = asks_list && value == ["unknown"];
                assert!(!is_loaded || !asks_list, "{claim}\n{evidence}");
            }
        }
    });
    assert!(asked.len() >= 5, "{asked:?}");
}

/// Form and evidence about the purchase channel: one finding tells it, and the evidence counts.
#[test]
fn the_channel_of_the_form_and_of_the_evidence() {
    for (typed, shown, owner, expected) in [
        ("volume-licensing", "", false, "pass pass"),
        (
            "web-direct",
            "volume-licensing",
            false,
            "unknown pass channel-unconfirmed typed=web-direct",
        ),
        ("", "volume-licensing", false, "pass pass"),
        ("csp", "volume-licensing", false, "unknown pass channel-unconfirmed typed=csp"),
        ("volume-licensing", "csp", false, "fail fail subscription-csp typed=volume-licensing"),
        ("csp", "csp", false, "fail fail subscription-csp typed="),
        ("", "csp", false, "fail fail subscription-csp typed="),
        (
            "volume-licensing",
            "other",
            false,
            "fail unknown channel-not-eligible typed=volume-licensing",
        ),
        ("csp", "", false, "fail fail channel-not-eligible typed="),
        ("csp", "", true, "fail fail channel-not-eligible typed="),
        ("volume-licensing", "", true, "unknown unknown subscription-csp typed=volume-licensing"),
        ("", "", false, "unknown unknown channel-unconfirmed typed="),
    ] {
        let mut evidence =
            with_record("channel", if shown.is_empty() { json!(null) } else { json!(shown) });
        if owner {
            let records = evidence["subscriptions"].as_array_mut().unwrap();
            records.iter_mut().find(|one| one["id"] == SALES).unwrap()["ownerTenantId"] =
                json!(OTHER);
        }
        for rules in RULESETS {
            let report = under(rules.id, &claim(&[("purchaseChannel", typed)]), &evidence);
            let outcome = |id: CheckId| {
                report.checks.iter().find(|check| check.id == id).unwrap().outcome.name()
            };
            let mut line = format!(
                "{} {}",
                outcome(CheckId::PurchaseChannel),
                outcome(CheckId::SubscriptionNotCsp)
            );
            for finding in &report.findings {
                if let Some((_, Param::Name(typed))) =
                    finding.params.iter().find(|(name, _)| *name == "typed")
                {
                    line += &format!(" {} typed={typed}", finding.code.name());
                }
            }
            assert_eq!(line, expected, "{typed} {shown} {owner}");
        }
    }
}

#[test]
fn the_rule_set_of_the_claims_day() {
    let asked = |submitted: &str, options: &str| {
        let report = check(world(), &claim(&[("submittedOn", submitted)]), "{}", options);
        (report.ruleset, codes(&report).contains(&"input-malformed"))
    };
    for (submitted, options, expected) in [
        ("", "{}", ("2023-10", false)),
        ("2023-10-09", "{}", ("2020-06", false)),
        ("2023-10-10", "{}", ("2023-10", false)),
        ("2019-01-01", "{}", ("2020-06", false)),
        ("2027-01-01", "{}", ("2023-10", true)),
        ("tomorrow", "{}", ("2023-10", true)),
        ("", r#"{"today":"2022-01-01"}"#, ("2020-06", false)),
        ("2021-01-01", r#"{"ruleset":"2023-10"}"#, ("2023-10", false)),
        ("2021-01-01", r#"{"ruleset":"latest"}"#, ("2023-10", false)),
        ("2021-01-01", r#"{"ruleset":"1999-12"}"#, ("2020-06", true)),
    ] {
        assert_eq!(asked(submitted, options), expected, "{submitted} {options}");
    }
    assert_eq!(RuleSet::named("latest").map(|rules| rules.id), Some("2023-10"));
}

/// The difference is what both reports say.
#[test]
fn editions_are_compared() {
    let held = own_claims(None, "other-partner");
    fn read(text: &str) -> json::Value<'_> {
        json::parse(text).0
    }
    let compare = |options: &str| {
        let (claim, evidence) = (claim(&[]), held.to_string());
        world().compare_editions(&read(&claim), &world().evidence(&read(&evidence)), &read(options))
    };
    for (options, other, verdict, added) in [
        (r#"{"ruleset":"2023-10"}"#, "2020-06", Verdict::Fix, Severity::Blocks),
        (r#"{"ruleset":"2020-06"}"#, "2023-10", Verdict::Confirm, Severity::Warns),
        ("{}", "2020-06", Verdict::Fix, Severity::Blocks),
    ] {
        let [difference] = &compare(options)[..] else { panic!("{options}") };
        assert_eq!((difference.ruleset, difference.verdict), (other, verdict));
        // It weighs otherwise, so it is in both lists.
        let claimed = |findings: &[Finding]| {
            let is_it = |one: &&Finding| one.code == Code::SubscriptionAlreadyClaimed;
            findings.iter().find(is_it).map(|one| one.severity)
        };
        assert_eq!(claimed(&difference.added), Some(added));
        assert!(claimed(&difference.removed).is_some_and(|severity| severity != added));
    }
    let good = claim(&[]);
    let same = world().compare_editions(&read(&good), &world().evidence(&read("{}")), &read("{}"));
    assert_eq!(same.len(), RULESETS.len() - 1);
}

/// Claims and evidence with a few values each, some of them wrong.
fn draw(count: u32, mut each: impl FnMut(&str, &Value, &str)) {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |count: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % count
    };
    let fields: &[(&str, &[&str])] = &[
        ("userRole", &["incentives-admin", "other", ""]),
        ("customerTenantId", &[CONTOSO, CONTOSO, CONTOSO, OTHER, "", "n/a", "contoso.com"]),
        (
            "customerDomain",
            &["contoso.com", "contoso.com", "", "contoso.local", "gmail.com", "portal.azure.com"],
        ),
        ("solutionArea", &["business-applications", "business-applications", "microsoft-365", ""]),
        ("activity", &["presales", "usage", "revenue-association", ""]),
        ("purchaseChannel", &["volume-licensing", "web-direct", "csp", "other", "unknown", ""]),
        (
            "product",
            &[
                "Sales",
                "Dynamics 365 Sales",
                "Power BI",
                "Teams",
                "E5",
                "Azure",
                "asdf",
                "",
                "Finance",
            ],
        ),
        (
            "subscriptionId",
            &[SALES, SALES, SALES, "", OTHER, SALES_SKU, "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a99"],
        ),
        ("partnerId", &["5357564", "", "12"]),
        ("ownTenantId", &["", OTHER, CONTOSO]),
        ("competingPartner", &["no", "yes", ""]),
        ("proofOfExecution", &["ready", "missing", ""]),
        ("submittedOn", &["", "2022-01-01", "2030-01-01", "x"]),
    ];
    let records: &[(&str, &[Value])] = &[
        ("tenantId", &[json!(CONTOSO), json!(CONTOSO), json!(OTHER), json!(null)]),
        (
            "skuId",
            &[
                json!(SALES_SKU),
                json!(SALES_SKU),
                json!(null),
                json!("55c9eb4e-c746-45b4-b255-9ab6b19d5c62"),
                json!("06ebc4ee-1bb5-47dd-8120-11324bc54e06"),
            ],
        ),
        ("status", &[json!("active"), json!("in-grace"), json!("suspended"), json!("unknown")]),
        ("channel", &[json!(null), json!("csp"), json!("volume-licensing"), json!("other")]),
        ("ownerTenantId", &[json!(null), json!(null), json!(OTHER), json!(CONTOSO)]),
        ("provisioning", &[json!("provisioned"), json!("pending"), json!(null)]),
        ("claimedBy", &[json!(null), json!(null), json!("us"), json!("other-partner")]),
        ("trial", &[json!(null), json!(null), json!(true)]),
        ("endsOn", &[json!(null), json!("2026-11-30"), json!("2020-01-01")]),
    ];
    for _ in 0..count {
        let claim: BTreeMap<&str, &str> =
            fields.iter().map(|(field, values)| (*field, values[below(values.len())])).collect();
        let claim = serde_json::to_string(&claim).unwrap();
        let mut evidence = json!({});
        if below(4) > 0 {
            let mut rows = Vec::new();
            for id in [SALES, "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02"] {
                if below(4) == 0 {
                    continue;
                }
                let mut row = json!({ "id": id });
                for (member, values) in records {
                    row[*member] = values[below(values.len())].clone();
                }
                rows.push(row);
            }
            evidence["subscriptions"] = rows.into();
        }
        if below(3) == 0 {
            let mut row = json!({ "tenantId": CONTOSO, "product": "Sales",
                "holder": (["us", "other-partner"][below(2)]) });
            if below(2) == 0 {
                row["subscriptionId"] = SALES.into();
            }
            if below(2) == 0 {
                row["activity"] = ["usage", "presales"][below(2)].into();
            }
            evidence["associations"] = json!([row]);
        }
        if below(2) == 0 {
            evidence["tenants"] = json!([{ "tenantId": ([CONTOSO, OTHER][below(2)]), "domains": ["contoso.com"], "source": "x" }]);
        }
        each(&claim, &evidence, RULESETS[below(RULESETS.len())].id);
    }
}
